"""Letters that look like others, and signs that are not seen."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from advocate_desk.language.lookalikes import hides_signs, is_simple, mixes_scripts, skeletons


@pytest.mark.parametrize(
    ("spoof", "name"),
    [
        ("Rivеr Unіon", "River Union"),
        ("RIVER UNIОN", "River Union"),
        ("Βamboo Νetwork", "Bamboo Network"),
        ("R1ver Uni0n", "River Union"),
        ("C1ear Sky", "Clear Sky"),
        ("River\u200b Union", "River Union"),
        ("Ri\u2060ver\u00ad Union", "River Union"),
        ("Ｒｉｖｅｒ Union", "River Union"),
        ("Riverſ", "Rivers"),
        ("អង្គការ\u200bពន្លឺ", "អង្គការពន្លឺ"),
    ],
)
def test_what_looks_the_same_has_one_skeleton(spoof: str, name: str) -> None:
    assert set(skeletons(spoof)) & set(skeletons(name))


@pytest.mark.parametrize(
    ("one", "other"), [("River", "Rider"), ("Zone 1", "Zone l"), ("ពន្លឺ", "ពន្លី")]
)
def test_what_looks_different_has_another_skeleton(one: str, other: str) -> None:
    assert not set(skeletons(one)) & set(skeletons(other))


@pytest.mark.parametrize("name", ["Rivеr Union", "Αssociation of Fishers", "МARKET"])
def test_a_word_of_two_scripts_is_noticed(name: str) -> None:
    assert mixes_scripts(name)


@pytest.mark.parametrize(
    "name",
    ["River Union", "អង្គការNGOពន្លឺ", "បណ្តាញ ABC", "Союз Union", "Élan Vital", "Ｎ 5", ""],
)
def test_scripts_side_by_side_are_no_disguise(name: str) -> None:
    assert not mixes_scripts(name)


def test_unseen_signs_are_noticed_but_in_khmer_where_they_part_words() -> None:
    assert hides_signs("River\u200b Union")
    assert hides_signs("Rive\u200dr")
    assert hides_signs("Riverſ")
    assert not hides_signs("អង្គការ\u200bពន្លឺ")
    assert not hides_signs("River Union")


@given(st.text(max_size=40))
def test_a_skeleton_is_made_of_any_text(text: str) -> None:
    assert skeletons(text)


@given(st.text(max_size=40))
def test_nothing_is_hidden_in_a_simple_text(text: str) -> None:
    if is_simple(text):
        assert not mixes_scripts(text)
        assert not hides_signs(text)
