import re
import unicodedata

import pytest
from hypothesis import given

from advocate_desk.language.khmer import clusters, fold, has_khmer, tidy
from language.khmer_strategies import ANY_TEXTS, KHMER_TEXTS
from seeds import seed_1, seed_2

# Typed order and canonical order, after the tables of Unicode Technical Note 61.
PAIRS = [
    ("ស្រ្តី", "ស្ត្រី"),
    ("ស្រី្ត", "ស្ត្រី"),
    ("ស្តី្រ", "ស្ត្រី"),
    ("ស្រ្ដី", "ស្ដ្រី"),
    ("ខែ្មរ", "ខ្មែរ"),
    ("កំុ", "កុំ"),
    ("ចំា", "ចាំ"),
    ("លេាក", "លោក"),
    ("លាេក", "លោក"),
    ("ធើ្វ", "ធ្វើ"),
    ("ធ្វេី", "ធ្វើ"),
    ("ធ្វីេ", "ធ្វើ"),
    ("ម៉្យាង", "ម្យ៉ាង"),
    ("សីុ", "ស៊ី"),
    ("សុី", "ស៊ី"),
    ("មីុ", "ម៉ី"),
    ("មុី", "ម៉ី"),
    ("ស៊្រី", "ស្រ៊ី"),
    ("សុី្រ", "ស្រ៊ី"),
    ("សុេីប", "ស៊ើប"),
    ("សីេុប", "ស៊ើប"),
    ("ស៊ីេប", "ស៊ើប"),
    ("ស៉េីប", "ស៉ើប"),
    ("សាំុ", "ស៊ាំ"),
    ("សុំា", "ស៊ាំ"),
    ("បុ័ង", "ប៉័ង"),
    ("អុី", "អ៊ី"),
    ("អាជា្ញធរ", "អាជ្ញាធរ"),
    ("បា្រស់", "ប្រាស់"),
    ("ចុះឈេា្មះ", "ចុះឈ្មោះ"),
    ("កែវលៀ្មត", "កែវល្មៀត"),
    ("សាស្ដា្រចារ្យ", "សាស្ដ្រាចារ្យ"),
    ("ចតុក្យ៌", "ចតុក៌្យ"),
]
KEPT = [
    "ស៉ី",  # the other shifter is another spelling
    "កណ្ដាល",
    "ឲ្យ",
    "ឱ្យ",
    "ឡ",
    "ទ្ប",  # looks like ឡ, but is not
    "ឧិ",  # an independent vowel takes no shifter
    "ព័ត៌មាន",
    "អ៊ុំ",
    "ឆ្នាំ\u00a0២០២៥",
    "ក\u200bខ",
    "“ខ្មែរ” «ខ្មែរ» Phạm António",
    "ខ្មែរ៖ ១. ២។ ៗ",
    "ស៊\u200cី",
]


@pytest.mark.parametrize(("typed", "canonical"), PAIRS)
def test_a_syllable_typed_in_any_order_is_kept_in_one(typed: str, canonical: str) -> None:
    assert tidy(typed) == canonical


@pytest.mark.parametrize("text", KEPT)
def test_spelling_and_everything_around_it_are_kept(text: str) -> None:
    assert tidy(text) == text


def test_doubled_signs_become_one() -> None:
    assert tidy("កាា កំំ ក្្ក រះះ") == "កា កំ ក្ក រះ"


def test_deprecated_letters_become_the_letters_they_stand_for() -> None:
    assert tidy("\u17a3 \u17a4 ក\u17b4ក\u17b5") == "អ អា កក"


def test_what_normal_form_c_tore_apart_is_joined() -> None:
    written = "នហ\u17dd\u17d2រ"
    torn = unicodedata.normalize("NFC", written)
    assert torn != written
    assert tidy(torn) == tidy(written) == "នហ\u17d2រ\u17dd"


def test_a_subscript_sign_without_a_letter_stays_last() -> None:
    assert tidy("ក\u17d2\u17dd") == tidy("ក\u17dd\u17d2") == "ក\u17dd\u17d2"
    assert tidy("ក\u17dd\u17ddខ") == "ក\u17ddខ"


def test_a_shifter_keeps_the_joiner_that_holds_it_up() -> None:
    assert tidy("ស៊\u200c្រី") == "ស្រ៊\u200cី"
    assert tidy("ក៉្ក\u200c៌") == "ក៌្ក៉\u200c"


def test_a_sign_without_a_letter_is_left_where_it_is() -> None:
    assert tidy(" \u17b6\u17c1 a\u17b8") == " \u17b6\u17c1 a\u17b8"


def test_of_the_petition_only_the_word_with_a_wrong_sign_changes() -> None:
    text = seed_2().read_text(encoding="utf-8")
    changed = [
        pair
        for pair in zip(clusters(text), clusters(tidy(text)), strict=True)
        if pair[0] != pair[1]
    ]
    assert changed == [("អ\u17d1ុ", "អុ\u17d1")]


def test_the_english_statement_is_not_touched() -> None:
    text = seed_1().read_text(encoding="utf-8")
    assert tidy(text) == text


@given(ANY_TEXTS)
def test_tidying_twice_is_the_same_as_once(text: str) -> None:
    once = tidy(text)
    assert tidy(once) == once


@given(KHMER_TEXTS)
def test_normal_form_c_before_tidying_makes_no_difference(text: str) -> None:
    assert tidy(unicodedata.normalize("NFC", text)) == tidy(text)


@given(KHMER_TEXTS)
def test_tidying_never_crosses_a_space_or_a_writers_own_break(text: str) -> None:
    parts = re.split("([ \n\u200b])", text)
    assert tidy(text) == "".join(map(tidy, parts))


@given(ANY_TEXTS)
def test_folding_twice_is_the_same_as_once(text: str) -> None:
    once = fold(text)
    assert fold(once) == once


@given(ANY_TEXTS)
def test_clusters_joined_are_the_text(text: str) -> None:
    assert "".join(clusters(text)) == text


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("កណ្ដាល", "កណ្តាល"),
        ("ឆ្នាំ\u200b១៩៩១", "ឆ្នាំ1991"),
        ("ឆ្នាំ\u00a0២០២៥", "ឆ្នាំ ២០២៥"),
        ("Centre FOR Rights", "centre for rights"),
        ("António", "Anto\u0301nio"),
        ("ស្រ្តី", "ស្ត្រី"),
        ("ស៊\u200cី", "ស៊ី"),
    ],
)
def test_what_differs_only_in_typing_has_one_key(one: str, other: str) -> None:
    assert fold(one) == fold(other)


def test_a_key_does_not_confuse_two_words() -> None:
    assert len({fold(word) for word in ("ដី", "ដីក", "ឌី", "ទី", "តី", "ឱ្យ", "ឲ្យ")}) == 7


def test_a_cluster_is_what_a_reader_sees_as_one_thing() -> None:
    assert clusters("ស្ត្រីខ្មែរ (CCHR) ១៩៩១។") == [
        "ស្ត្រី", "ខ្មែ", "រ", " ", "(", "CCHR", ")", " ", "១៩៩១", "។",
    ]  # fmt: skip


def test_khmer_is_recognised() -> None:
    assert has_khmer("NGO ខ្មែរ")
    assert not has_khmer("Phạm, 100 ៛"[:9])
    assert not has_khmer("")
