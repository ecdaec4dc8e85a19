from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from advocate_desk.language.scripts import is_khmer, script_runs
from language.khmer_strategies import ANY_TEXTS


def test_an_acronym_in_a_khmer_sentence_is_a_run_of_its_own() -> None:
    assert script_runs("សហភាព (PPA) នៃ 18 ប្រទេស។", "km") == (
        ("km", "សហភាព ("),
        ("en", "PPA"),
        ("km", ") នៃ 18 ប្រទេស។"),
    )


def test_neutral_characters_between_words_of_one_script_stay_with_them() -> None:
    assert script_runs("Paris, 23-10-1991 (Accords)", "km")[0] == (
        "en",
        "Paris, 23-10-1991 (Accords",
    )


def test_a_khmer_name_in_an_english_sentence_keeps_its_brackets_english() -> None:
    assert script_runs("Cambodia (ខ្មែរ) 2025", "en") == (
        ("en", "Cambodia ("),
        ("km", "ខ្មែរ"),
        ("en", ") 2025"),
    )


@pytest.mark.parametrize("base", ["km", "en"])
def test_a_text_without_letters_takes_the_base_script(base: str) -> None:
    assert script_runs("12 – 34", base) == ((base, "12 – 34"),)


def test_no_text_has_no_runs() -> None:
    assert script_runs("") == ()


def test_accents_and_joiners_stay_with_their_letter() -> None:
    assert script_runs("ក\u200de\u0301 ក", "km") == (
        ("km", "ក\u200d"),
        ("en", "e\u0301"),
        ("km", " ក"),
    )


def test_khmer_digits_and_the_riel_sign_are_khmer() -> None:
    assert all(map(is_khmer, "១៛។ៗ"))
    assert not is_khmer("1")


@given(ANY_TEXTS, st.sampled_from(["km", "en"]))
def test_the_runs_joined_are_the_text(text: str, base: str) -> None:
    runs = script_runs(text, base)
    assert "".join(run for _, run in runs) == text
    assert all(one[0] != other[0] for one, other in pairwise(runs))
