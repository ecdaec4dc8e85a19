"""The JSON shapes of the command line: what scripts may rely on."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from advocate_desk.desk.dating import computed_lunar
from advocate_desk.desk.desk import Desk
from advocate_desk.desk.redaction import mark
from advocate_desk.exporters.verify_faults import Fault
from advocate_desk.language.catalog import current, tr
from advocate_desk.language.dates import long_date
from advocate_desk.model.clause import EVERY_CLAUSE
from advocate_desk.model.endorsement import Endorsement, Endorser, EndorserName
from advocate_desk.model.finding import Finding, Fix
from advocate_desk.model.kinds import ENGLISH, KHMER, BlockKind, ShowAs
from advocate_desk.model.memory import DraftMemory, Remembered
from advocate_desk.model.sentences import filled, filled_value, finding_sentence
from advocate_desk.model.statement import (
    Block,
    Statement,
    demand_numbers,
    percent_approved,
    percent_written,
)
from advocate_desk.model.withholding import Withheld, redacted_block

Row = dict[str, object]


def made_statement(desk: Desk, statement_id: str) -> Row:
    """What an import made of one statement."""
    found = desk.drafting.statement(statement_id)
    kinds = Counter(block.kind.value for block in found.blocks)
    withheld = desk.publishing.withheld(statement_id)
    return {
        "statement_id": found.id,
        "kind": found.kind.value,
        "title": _discreet({code: found.title(code) for code in found.languages}, withheld),
        "blocks": dict(kinds),
        "endorsers": len(desk.endorsing.endorsements(found.id)),
        "unplaced": _discreet_lines(found.unplaced, withheld),
    }


def some_clauses(desk: Desk, clause_ids: Iterable[str]) -> list[Row]:
    """These clauses."""
    withheld = desk.publishing.withheld_anywhere()
    return [_clause(desk, clause_id, withheld) for clause_id in clause_ids]


def made_memory(draft: DraftMemory, changes: Remembered) -> Row:
    """How the units of a translation memory fared: rows = accepted + listed."""
    left_out = sorted((*draft.listed, *changes.listed), key=lambda row: row.row)
    listed: list[Row] = [
        {"row": row.row, "text": row.text, "reason": tr(row.reason)} for row in left_out
    ]
    accepted = draft.rows - len(listed)
    return {"rows": draft.rows, "accepted": accepted, "new": len(changes.made), "listed": listed}


def statements(desk: Desk, statement_id: str = "") -> list[Row]:
    """The statements of a desk, or the one with this id."""
    if statement_id:
        desk.drafting.statement(statement_id)
    return [
        {
            "id": one.id,
            "kind": one.kind.value,
            "title": _discreet(one.title, desk.publishing.withheld(one.id)),
            "percent": dict(one.percent),
            "approved": dict(one.approved),
            "blocks": one.block_count,
            "sample": one.is_sample,
            "updated_at": one.updated_at,
        }
        for one in desk.drafting.statements()
        if statement_id in {"", one.id}
    ]


def clauses(desk: Desk, statement_id: str = "") -> list[Row]:
    """The clauses of the library, or those a statement is built from."""
    found = desk.library.search(limit=1_000_000, wanted=EVERY_CLAUSE)
    withheld = desk.publishing.withheld_anywhere()
    rows = [_clause(desk, clause.id, withheld) for clause in found]
    if not statement_id:
        return rows
    blocks = desk.drafting.statement(statement_id).blocks
    pinned = {block.clause_revision_id for block in blocks if block.clause_revision_id}
    used = {desk.library.revision(revision_id).clause_id for revision_id in pinned}
    return [row for row in rows if row["id"] in used]


def _clause(desk: Desk, clause_id: str, withheld: Withheld) -> Row:
    clause = desk.library.clause(clause_id)
    sides = clause.latest.renditions
    return {
        "id": clause.id,
        "kind": clause.kind.value,
        "topic": withheld.redacted(clause.topic, mark(current())),
        "status": clause.status.value,
        "revision": clause.latest.number,
        "used": clause.used,
        "text": _discreet({code: side.text for code, side in sides.items()}, withheld),
        "state": {code: side.state.value for code, side in sides.items()},
    }


def endorsers(desk: Desk, statement_id: str = "") -> list[Row]:
    """The registry, or the endorsers of one statement; names withheld anywhere are masked."""
    withheld = desk.endorsing.withheld_endorsers()
    found = desk.endorsing.endorsers(limit=1_000_000)
    if statement_id:
        desk.drafting.statement(statement_id)
        found = tuple(e.endorser for e in desk.endorsing.endorsements(statement_id))
    rows: list[Row] = []
    for one in found:
        shown = masked(one) if one.id in withheld else one
        names = {code: name.name for code, name in shown.names.items()}
        rows.append({"id": one.id, "name": names, "acronym": shown.acronym, "kind": one.kind})
    return rows


def endorsements(desk: Desk, statement_id: str) -> list[Row]:
    """The endorsements of a statement in printed order, from 1; withheld names are masked."""
    desk.drafting.statement(statement_id)
    outdated = desk.consenting.outdated_ids(statement_id)
    numbers = desk.listed.edition_numbers(statement_id)
    return [
        _endorsement(one)
        | {
            "edition": numbers.get(one.edition_id or ""),
            "agreed_to_earlier_text": one.id in outdated,
        }
        for one in desk.endorsing.endorsements(statement_id)
    ]


def _endorsement(endorsement: Endorsement) -> Row:
    endorser = _public(endorsement)
    return {
        "position": endorsement.position + 1,
        "name": {code: name.name or name.printed for code, name in endorser.names.items()},
        "acronym": endorser.acronym,
        "state": endorsement.state.value,
        "show_as": endorsement.show_as.value,
    }


def masked(endorser: Endorser) -> Endorser:
    """The endorser with a mark in every language in the place of the name."""
    return replace(endorser, names={code: EndorserName(mark(code)) for code in endorser.names})


def _public(endorsement: Endorsement) -> Endorser:
    endorser = endorsement.endorser
    return masked(endorser) if endorsement.show_as is ShowAs.WITHHELD else endorser


def statement(desk: Desk, statement_id: str) -> Row:
    """A statement with all its blocks; `check` says where a withheld name stands in one."""
    withheld = desk.publishing.withheld(statement_id)
    found = desk.drafting.statement(statement_id)
    numbers = demand_numbers(found.blocks)
    printed = [e for e in desk.endorsing.endorsements(statement_id) if e.is_counted]
    return {
        "id": found.id,
        "kind": found.kind.value,
        "languages": list(found.languages),
        "issue_date": found.issue_date.isoformat() if found.issue_date else None,
        "place": _discreet(found.place, withheld),
        "issuer": _discreet(found.issuer, withheld),
        "unplaced": _discreet_lines(found.unplaced, withheld),
        "percent": {code: percent_written(found.blocks, code) for code in found.languages},
        "approved": {code: percent_approved(found.blocks, code) for code in found.languages},
        "blocks": [
            _block(
                redacted_block(block, withheld, mark),
                block,
                _Shown(found, numbers, printed, withheld),
            )
            for block in found.blocks
        ],
    }


@dataclass(frozen=True, slots=True)
class _Shown:
    """What a block is shown with: its statement, the numbers of demands, who is printed."""

    statement: Statement
    numbers: Mapping[str, int]
    printed: Sequence[Endorsement]
    withheld: Withheld


def _block(block: Block, whole: Block, shown_with: _Shown) -> Row:
    """A block without withheld names; its states are those of the whole one."""
    languages = shown_with.statement.languages
    sides = {code: whole.rendition(code) for code in languages}
    shown: Row = {
        "id": block.id,
        "kind": block.kind.value,
        "number": shown_with.numbers.get(block.id),
        "text": {code: block.rendition(code).text for code in languages},
        "state": {code: side.state.value for code, side in sides.items()},
        "reviewed_by": {code: side.reviewed_by for code, side in sides.items()},
    }
    if block.kind is BlockKind.DEMAND:
        shown["heading"] = {code: block.rendition(code).heading for code in languages}
    if block.kind is BlockKind.ENDORSER_LIST:
        shown["items"] = [_entry(one, shown_with) for one in shown_with.printed]
    else:
        alone = replace(shown_with, numbers={}, printed=())
        pairs = zip(block.items, whole.items, strict=True)
        shown["items"] = [_block(item, whole_item, alone) for item, whole_item in pairs]
    return shown


def _discreet(texts: Mapping[str, str], withheld: Withheld) -> dict[str, str]:
    """Texts per language with a mark in the place of every withheld name."""
    return {code: withheld.redacted(text, mark(code)) for code, text in texts.items()}


def _discreet_lines(texts: Iterable[str], withheld: Withheld) -> list[str]:
    return [withheld.redacted(text, mark(current())) for text in texts]


def _entry(endorsement: Endorsement, shown_with: _Shown) -> Row:
    names, languages = _public(endorsement).names, shown_with.statement.languages
    text = {code: names[code].printed if code in names else "" for code in languages}
    text = _discreet(text, shown_with.withheld)
    return {"position": endorsement.position + 1, "text": text, "items": []}


def skeletons(desk: Desk, _statement_id: str = "") -> list[Row]:
    """What a statement can start from, the shipped ones first."""
    return [
        {"id": one.id, "kind": one.kind.value, "title": dict(one.title), "own": one.is_own}
        for one in desk.drafting.skeletons()
    ]


def day(one: date) -> dict[str, str]:
    """A day in words, and its lunar date in Khmer.

    Raises:
        DeskError: the lunar date of that day is not known.
    """
    words = {code: long_date(one, code) for code in (ENGLISH, KHMER)}
    return words | {"lunar": computed_lunar(one)[KHMER]}


def fault(one: Fault) -> Row:
    """A fault of a document with its sentence in the program's language."""
    return {
        "rule": one.rule.value,
        "place": one.place,
        "message": filled(one.message, one.arguments),
    }


def finding(one: Finding) -> Row:
    """A finding with its sentence in the program's language; null where a place has no part."""
    return {
        "severity": one.severity.value,
        "rule": one.rule,
        "block_id": one.block_id or None,
        "language": one.language or None,
        "field": one.field or None,
        "endorser": one.arguments.get("position") if one.endorsement_id else None,
        "message": finding_sentence(one),
        "values": {name: _plain(value) for name, value in one.arguments.items()},
        "fix": [_fix(each) for each in one.fixes] or None,
    }


def _plain(value: object) -> object:
    shown = filled_value(value)
    return shown if isinstance(shown, int | str) else str(shown)


def _fix(one: Fix) -> Row:
    """What a correction puts in the place of what, from which code point on."""
    return {
        "block_id": one.block_id or None,
        "language": one.language,
        "field": one.field,
        "start": one.start,
        "found": one.found,
        "replacement": one.replacement,
    }
