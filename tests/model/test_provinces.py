"""The provinces: one spelling stored, both languages shown."""

from __future__ import annotations

import pytest

from advocate_desk.model.provinces import PROVINCES, province_word, stored_province


def test_there_are_25_provinces() -> None:
    assert len(PROVINCES) == len(set(PROVINCES.values())) == 25


@pytest.mark.parametrize("stored", PROVINCES)
def test_every_province_is_known_in_both_languages(stored: str) -> None:
    khmer = province_word(stored, "km")
    for written in (stored, stored.upper(), khmer, f"ខេត្ត{khmer}", f" {stored}  Province "):
        assert stored_province(written) == stored


@pytest.mark.parametrize(
    ("written", "stored"),
    [
        ("Kompong Thom", "Kampong Thom"),
        ("រាជធានីភ្នំពេញ", "Phnom Penh"),
        ("Rattanak Kiri", "Ratanakiri"),
        ("កណ្ដាល", "Kandal"),
        ("Sihanoukville", "Preah Sihanouk"),
    ],
)
def test_other_spellings_are_known(written: str, stored: str) -> None:
    assert stored_province(written) == stored


def test_anything_else_stays_as_it_is_written() -> None:
    assert stored_province("  Long  Beach ") == "Long Beach"
    assert province_word("Long Beach", "km") == "Long Beach"
    assert stored_province("") == ""
