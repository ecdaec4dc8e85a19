"""The check on labelled pairs, on planted faults, on seed 2 and on what the program ships."""

import tomllib
from collections.abc import Iterator
from pathlib import Path

from benchmarks.parity import score
from benchmarks.parity_faults import planted
from benchmarks.parity_pairs import labelled

from advocate_desk.importers.statement_reader import read_statements
from advocate_desk.model.draft import DraftBlock
from advocate_desk.model.parity.comparing import gaps
from seeds import seed_2

ROOT = Path(__file__).resolve().parents[3]


def test_planted_faults_are_found_and_little_else() -> None:
    pairs = labelled().pairs
    faults = planted(pairs)
    assert len(pairs) >= 40
    assert len(faults) >= 200
    found = score(faults, pairs)
    assert found.recall >= 0.95, found.missed
    assert found.precision >= 0.95, found.wrong


def test_pairs_no_rule_was_made_from_are_judged_as_well() -> None:
    pairs = tuple(pair for pair in labelled().pairs if pair.held_out)
    found = score(planted(pairs), pairs)
    assert found.recall >= 0.95, found.missed
    assert found.precision >= 0.95, found.wrong


def test_the_parity_report_of_seed_2_lists_exactly_its_gaps() -> None:
    """X45, and two more acronyms that only English introduces: CNRP in demand 1, NEC in demand 3."""
    drafts = read_statements(seed_2(), "auto")
    pairs = [block for draft in drafts for block in draft.blocks if len(block.texts) == 2]
    assert len(pairs) == 6
    preamble, first, second, third, *opinion = [_told(block) for block in pairs]
    assert preamble == [("number", "", "18")]
    assert first == [("acronym", "", "CNRP")]
    assert second == [("acronym", "", "CPP, CNRP")]
    assert third == [
        ("date_wording", "ថ្ងៃទី១៤ ខែមករា ឆ្នាំ២០១៨", "in January 14, 2018"),
        ("date_wording", "ថ្ងៃទី២៩ ខែកក្កដា ឆ្នាំ២០១៨", "in July 29, 2018"),
        ("acronym", "", "NEC"),
    ]
    assert opinion == [[], []]


def _told(block: DraftBlock) -> list[tuple[str, str, str]]:
    found = gaps(block.texts["km"].body, block.texts["en"].body)
    return [(gap.kind.value, gap.khmer, gap.english) for gap in found]


def test_nothing_is_found_in_the_sample_and_the_skeletons() -> None:
    files = [*(ROOT / "resources" / "sample").glob("*.toml")]
    files += (ROOT / "resources" / "skeletons").glob("*.toml")
    texts = [pair for file in files for pair in _pairs(tomllib.loads(file.read_text("utf-8")))]
    assert len(texts) > 100
    assert [found for km, en in texts if (found := gaps(km, en))] == []


def _pairs(value: object) -> Iterator[tuple[str, str]]:
    if isinstance(value, list):
        for one in value:
            yield from _pairs(one)
    elif isinstance(value, dict):
        km, en = value.get("km"), value.get("en")
        if isinstance(km, str) and isinstance(en, str):
            yield km, en
        for one in value.values():
            yield from _pairs(one)
