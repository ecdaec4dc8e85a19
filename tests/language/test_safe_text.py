import pytest
from hypothesis import given
from hypothesis import strategies as st

from advocate_desk.language.safe_text import (
    CONTROL,
    DIRECTION,
    NONCHARACTER,
    SURROGATE,
    TOO_LONG,
    NameRefused,
    check_name,
    clean,
)
from seeds import seed_1, seed_2


def test_every_line_end_becomes_a_line_feed() -> None:
    assert clean("a\r\nb\rc\x0bd\x0ce\x85f\u2028g\u2029h\ni") == (
        "a\nb\nc\nd\ne\nf\ng\nh\ni",
        0,
        (),
    )


@pytest.mark.parametrize(
    ("text", "kind"),
    [("a\x00b", CONTROL), ("a\x7fb", CONTROL), ("a\ufffeb", NONCHARACTER), ("a\ufdd0b", NONCHARACTER),
     ("a\U0010ffffb", NONCHARACTER), ("a\ud800b", SURROGATE)],
)  # fmt: skip
def test_what_nobody_can_read_goes_with_a_report(text: str, kind: str) -> None:
    assert clean(text) == ("ab", 1, (kind,))


def test_kinds_are_told_together() -> None:
    assert clean("\x01\x02\udfff") == ("", 3, (CONTROL, SURROGATE))


def test_a_byte_order_mark_goes_without_a_word() -> None:
    assert clean("\ufeffស្រុក") == ("ស្រុក", 0, ())


def test_body_text_keeps_its_breaks_tabs_and_spaces() -> None:
    text = "ក\u200bខ\tc\u00a0d\u202ee\u200d"
    assert clean(text) == (text, 0, ())


@pytest.mark.parametrize("seed", [seed_1, seed_2])
def test_real_documents_lose_nothing(seed: object) -> None:
    assert callable(seed)
    text = seed().read_text(encoding="utf-8")
    assert clean(text).removed == 0


@given(st.text(alphabet=st.characters(), max_size=40))
def test_cleaned_text_is_clean_and_can_be_written(text: str) -> None:
    cleaned = clean(text)
    assert clean(cleaned.text).removed == 0
    cleaned.text.encode("utf-8")


def test_a_good_name_comes_back_as_it_is() -> None:
    assert check_name("សម្ព័ន្ធខ្មែរ (LICADHO)") == "សម្ព័ន្ធខ្មែរ (LICADHO)"
    assert check_name("ក" * 200)


def test_a_name_longer_than_any_name_is_refused() -> None:
    with pytest.raises(NameRefused) as refused:
        check_name("a" * 201)
    assert refused.value.reason == TOO_LONG


@pytest.mark.parametrize("control", ["\u202e", "\u202a", "\u2067"])
def test_a_name_that_turns_its_own_direction_is_refused(control: str) -> None:
    with pytest.raises(ValueError, match=DIRECTION):
        check_name(f"Alli{control}ance")
