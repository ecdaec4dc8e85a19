"""How like two names are."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from advocate_desk.desk.name_likeness import (
    IS_ACRONYM,
    ONLY_ACRONYM,
    OTHER_ACRONYM,
    OTHER_NUMBER,
    OTHER_SCRIPT,
    OTHER_SPELLING,
    SAME_ACRONYM,
    SAME_NAME,
    SPOOFED,
    ComparedName,
    likeness,
    plain,
)
from advocate_desk.model.registry import MatchClass

SAME, PROBABLE = MatchClass.SAME, MatchClass.PROBABLE
LOOK_ALIKE, NEW = MatchClass.LOOK_ALIKE, MatchClass.NEW
ALPHABET = st.one_of(
    st.sampled_from("abcdeABCDE  012-().'’កខគងតរស្្ាិីុូេែោៃំះ់៍១២\u200b\u2060аеоΑΒ"), st.characters()
)
NAMES = st.text(ALPHABET, min_size=1, max_size=40)
WORDS = st.sampled_from(
    [
        "Lotus",
        "River",
        "Sunrise",
        "Bamboo",
        "Fishers",
        "Youth",
        "Women",
        "Network",
        "Association",
        "Forest",
        "Teachers",
    ]
)


def compare(
    incoming: str, known: str, *, acronym: str = "", known_acronym: str = ""
) -> tuple[MatchClass, str]:
    like = likeness(ComparedName.of(incoming, acronym), ComparedName.of(known, known_acronym))
    return like.match_class, like.reason


@pytest.mark.parametrize(
    ("incoming", "known", "found"),
    [
        ("river  UNION", "River Union", (SAME, SAME_NAME)),
        ("River Unoin", "River Union", (PROBABLE, OTHER_SPELLING)),
        ("The River Union", "River Union", (PROBABLE, OTHER_SPELLING)),
        ("River Union of Cambodia", "River Union", (PROBABLE, OTHER_SPELLING)),
        ("Rivеr Union", "River Union", (LOOK_ALIKE, SPOOFED)),
        ("River\u200b Union", "River Union", (LOOK_ALIKE, SPOOFED)),
        ("R1ver Union", "River Union", (LOOK_ALIKE, SPOOFED)),
        ("Uni0n River", "Union River", (LOOK_ALIKE, SPOOFED)),
        ("Zone 1 Residents", "Zone 2 Residents", (LOOK_ALIKE, OTHER_NUMBER)),
        ("Zone 1 2 Residents", "Zone 12 Residents", (LOOK_ALIKE, OTHER_NUMBER)),
        ("សហជីពកម្មករសេរី", "Free Workers Union", (PROBABLE, OTHER_SCRIPT)),
        ("Mango Kitchen", "River Union", (NEW, "")),
    ],
)
def test_names_are_the_same_probable_alike_or_new(
    incoming: str, known: str, found: tuple[MatchClass, str]
) -> None:
    assert compare(incoming, known) == found


def test_acronyms_bring_names_together_and_keep_them_apart() -> None:
    name = "River Weavers Circle"
    assert compare("R.W.C.", name, known_acronym="RWC") == (PROBABLE, IS_ACRONYM)
    assert compare("RWC Cambodia", name, known_acronym="RWC") == (PROBABLE, IS_ACRONYM)
    assert compare(name, name, acronym="RWX", known_acronym="RWC") == (PROBABLE, OTHER_ACRONYM)
    found = compare("River Potters Circle", name, acronym="RWC", known_acronym="RWC")
    assert found == (PROBABLE, SAME_ACRONYM)
    found = compare("Rice Workers Club", name, acronym="RWC", known_acronym="RWC")
    assert found == (LOOK_ALIKE, ONLY_ACRONYM)
    found = compare("រង្វង់តម្បាញ", name, acronym="RWC", known_acronym="RWC")
    assert found == (PROBABLE, SAME_ACRONYM)


def test_an_acronym_written_behind_the_name_is_no_other_word() -> None:
    found = compare("River Weavers Circle RWC", "River Weavers Circle", known_acronym="RWC")
    assert found == (PROBABLE, OTHER_SPELLING)


def test_common_words_and_another_kind_are_another_organisation() -> None:
    assert compare("Cambodian Youth Network", "Cambodian Youth Association")[0] is LOOK_ALIKE
    assert compare("Ponlork Youth Network", "Ponlork Youth Association")[0] is PROBABLE


def test_what_parts_two_numbers_stays() -> None:
    assert plain("Zone 1-2") != plain("Zone 12")
    assert plain("3.S Rivers") == plain("3s rivers")
    assert plain("!?") == "!?"


@given(NAMES)
def test_a_name_is_the_same_as_itself(name: str) -> None:
    assert compare(name, name)[0] is SAME


@settings(max_examples=300)
@given(NAMES, NAMES)
def test_any_two_names_can_be_compared(one: str, other: str) -> None:
    found = likeness(ComparedName.of(one), ComparedName.of(other))
    assert 0 <= found.share <= 1
    assert bool(found.reason) is (found.match_class is not NEW)


SPOOFS = {
    "a": "аɑα", "e": "е", "o": "оο0", "i": "іι1", "s": "ѕ5", "t": "τ", "n": "n\u200b", "r": "r\u2060",
}  # fmt: skip


@given(st.lists(WORDS, min_size=1, max_size=4), st.data())
def test_a_name_with_a_letter_of_another_script_or_an_unseen_sign_is_never_the_same(
    words: list[str], data: st.DataObject
) -> None:
    name = " ".join(words)
    places = [at for at, char in enumerate(name) if char in SPOOFS]
    at = data.draw(st.sampled_from(places or [0]))
    put = data.draw(st.sampled_from(SPOOFS.get(name[at], "х")))
    spoof = name[:at] + (name[at] + put if put in "\u200b\u2060" else put) + name[at + 1 :]
    if spoof != name:
        assert compare(spoof, name)[0] is not SAME


@given(st.lists(WORDS, min_size=1, max_size=4), st.integers(0, 300), st.integers(0, 300))
def test_names_that_differ_in_a_number_are_never_probable(
    words: list[str], one: int, other: int
) -> None:
    name = " ".join(words)
    found = compare(f"{name} {one}", f"{name} {other}", acronym="ABC", known_acronym="ABC")
    assert (found[0] is SAME) is (one == other)
    if one != other:
        assert found[0] is LOOK_ALIKE
