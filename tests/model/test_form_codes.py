"""Codes of sign-on forms: found again, and proved."""

from hypothesis import given
from hypothesis import strategies as st

from advocate_desk.model.form_codes import code_of, codes_in, is_code, plain_code, shown_code

IDS = st.text(min_size=1, max_size=40)
LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"


@given(IDS)
def test_a_code_is_proved_and_is_found_in_names_and_texts(endorsement_id: str) -> None:
    code = code_of(endorsement_id)
    assert len(code) == 8
    assert is_code(code)
    assert code == code_of(endorsement_id)
    shown = shown_code(code)
    for text in (shown, f"signed {shown} (1)", f"scan_{shown.lower()}_final", f"Code: {shown}."):
        assert (code, True) in set(codes_in(text)), text
    assert (code, False) in set(codes_in(f"{code[:4]} {code[4:]}"))
    assert plain_code(shown.lower()) == plain_code(code) == code


@given(IDS, st.integers(0, 7), st.sampled_from(LETTERS))
def test_one_wrong_character_is_found(endorsement_id: str, at: int, letter: str) -> None:
    code = code_of(endorsement_id)
    wrong = code[:at] + letter + code[at + 1 :]
    assert is_code(wrong) is (wrong == code)


@given(IDS, st.integers(0, 6), st.integers(1, 7))
def test_two_characters_that_changed_places_are_found(
    endorsement_id: str, at: int, further: int
) -> None:
    letters = list(code_of(endorsement_id))
    other = min(at + further, 7)
    letters[at], letters[other] = letters[other], letters[at]
    swapped = "".join(letters)
    assert is_code(swapped) is (swapped == code_of(endorsement_id))


def test_letters_like_digits_are_put_right() -> None:
    assert plain_code("ad-oO1l-iI2z") == "0011112Z"


def test_words_are_no_codes() -> None:
    assert list(codes_in("Keep this document, organise yourselves.")) == []
    assert list(codes_in("AD-1234-567")) == []
