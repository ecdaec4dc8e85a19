"""Corrections offered for the entries of a list that is coming in, beside what was handed in."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from advocate_desk.model.dirt.passages import Passage
from advocate_desk.model.dirt.rules import dirty_entries
from advocate_desk.model.draft import DraftEndorser
from advocate_desk.model.finding import Finding, Fix


@dataclass(frozen=True, slots=True)
class OfferedEntry:
    """How an entry would read in one language, and the findings that say why."""

    row: int
    language: str
    before: str
    after: str
    findings: tuple[Finding, ...]


def offered_entries(drafts: Sequence[DraftEndorser]) -> Mapping[int, tuple[OfferedEntry, ...]]:
    """Row to the corrections offered for it, one a language; nothing is corrected here."""
    found: dict[tuple[str, str], list[Finding]] = {}
    passages = list(_passages(drafts))
    for finding in dirty_entries(passages):
        if finding.fix is not None:
            found.setdefault((finding.endorsement_id, finding.language), []).append(finding)
    offered: dict[int, tuple[OfferedEntry, ...]] = {}
    for passage in passages:
        findings = found.get((passage.endorsement_id, passage.language), [])
        after = _corrected(passage.text, [fix for finding in findings for fix in finding.fixes])
        if after != passage.text:
            row = int(passage.endorsement_id)
            one = OfferedEntry(row, passage.language, passage.text, after, tuple(findings))
            offered[row] = (*offered.get(row, ()), one)
    return offered


def _passages(drafts: Sequence[DraftEndorser]) -> Iterator[Passage]:
    for draft in drafts:
        for code, text in draft.written.items():
            yield Passage(
                text, code, "name", endorsement_id=str(draft.row), position=max(draft.row, 1)
            )


def _corrected(text: str, fixes: Sequence[Fix]) -> str:
    """The text with all fixes made, from its end on; of two that overlap the later one."""
    end = len(text) + 1
    for fix in sorted(fixes, key=lambda fix: (fix.start, fix.end), reverse=True):
        if fix.end <= end:
            text = text[: fix.start] + fix.replacement + text[fix.end :]
            end = fix.start
    return text
