"""Finding withheld names in texts."""

from hypothesis import given
from hypothesis import strategies as st

from advocate_desk.model.endorsement import Endorsement, Endorser, EndorserName
from advocate_desk.model.kinds import ShowAs
from advocate_desk.model.withholding import Withheld, endorser_names

MARK = "[-]"


def _redacted(text: str, *names: str, printed: tuple[str, ...] = ()) -> str:
    return Withheld(names, printed).redacted(text, MARK)


def test_case_spaces_and_typographic_signs_make_no_difference() -> None:
    text = "With LAKE  village’s\u00a0Work‑Group, and more"
    assert _redacted(text, "Lake Village's Work-Group") == f"With {MARK}, and more"


def test_decomposed_letters_are_the_same_letters() -> None:
    assert _redacted("Café de Paix", "Cafe\u0301 de Paix") == MARK


def test_khmer_names_are_found_inside_running_text() -> None:
    assert _redacted("យើងខ្ញុំនិងភូមិអង្គជោគសូមស្នើ", "ភូមិអង្គជោគ") == f"យើងខ្ញុំនិង{MARK}សូមស្នើ"


def test_invisible_spaces_do_not_hide_a_khmer_name() -> None:
    assert _redacted("និងភូមិ\u200bអង្គ\u200bជោគ។", "ភូមិអង្គជោគ") == f"និង{MARK}។"


def test_a_mark_takes_whole_khmer_syllables() -> None:
    assert _redacted("ភូមិអង្គជោគី", "ភូមិអង្គជោគ") == MARK


def test_short_names_are_whole_words_in_their_own_case() -> None:
    assert _redacted("ACT now, act fast, PACT", "ACT") == f"{MARK} now, act fast, PACT"


def test_a_longer_printed_name_is_left_whole() -> None:
    text = "Lake Village Network and Lake Village"
    assert _redacted(text, "Lake Village", printed=("Lake Village Network",)) == (
        f"Lake Village Network and {MARK}"
    )


def test_an_equal_printed_name_does_not_save_it() -> None:
    assert _redacted("Lake Village", "Lake Village", printed=("Lake Village",)) == MARK


def test_nothing_is_found_without_names_or_text() -> None:
    assert _redacted("text") == "text"
    assert _redacted("", "Lake Village") == ""


def test_everything_an_endorser_is_known_by_counts() -> None:
    names = {"en": EndorserName("Lake Village", "LV", "Lake Village - LV")}
    endorser = Endorser("1", names)
    assert set(endorser_names(endorser)) == {"Lake Village", "LV", "Lake Village - LV"}
    hidden = Endorsement("e", "s", endorser, 0, show_as=ShowAs.WITHHELD)
    shown = Endorsement("f", "s", Endorser("2", {"en": EndorserName("Open")}), 1)
    withheld = Withheld.of([hidden, shown])
    assert withheld.names[0] == "Lake Village - LV"
    assert withheld.printed == ("Open",)


def test_an_article_makes_no_difference() -> None:
    names = {"en": EndorserName("The Lake Village Group"), "fr": EndorserName("The Lake")}
    endorser = Endorser("1", names)
    assert endorser_names(endorser) == ("The Lake Village Group", "Lake Village Group", "The Lake")
    withheld = Withheld.of([Endorsement("e", "s", endorser, 0, show_as=ShowAs.WITHHELD)])
    text = "The Lake Village Group, our Lake Village Group; a lake"
    assert withheld.redacted(text, MARK) == f"{MARK}, our {MARK}; a lake"


@given(
    before=st.text(max_size=20),
    after=st.text(max_size=20),
    name=st.text("abcdefgh កខគឃ", min_size=8, max_size=16).filter(lambda s: len(s.strip()) > 7),
)
def test_a_redacted_text_never_holds_the_name(before: str, after: str, name: str) -> None:
    name = name.strip()
    found = Withheld((name,)).redacted(f"{before}{name}{after}", "\ue000")
    assert name not in found
