"""The same answers for people: one line for each thing."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from enum import StrEnum
from typing import cast

from advocate_desk.cli import clause_files, glossary_files
from advocate_desk.cli.shapes import Row
from advocate_desk.language.catalog import ntr, tr
from advocate_desk.model.kinds import (
    BlockKind,
    EndorsementState,
    Severity,
    ShowAs,
    StatementKind,
    TranslationState,
)
from advocate_desk.model.statement import Statement, block_places
from advocate_desk.model.words import language_word, word

_INDENT = "    "


def imported(result: list[Row] | Row) -> Iterator[str]:
    """What an import made."""
    if isinstance(result, dict):
        yield from clause_files.lines(result) if "clauses" in result else _imported_list(result)
        return
    for row in result:
        yield from _imported_statement(row)


def _imported_list(row: Row) -> Iterator[str]:
    yield tr(
        "Rows read: {rows}. Accepted: {accepted}. Not accepted: {listed}.",
        rows=row["rows"],
        accepted=row["accepted"],
        listed=len(_rows(row["listed"])),
    )
    for one in _rows(row["listed"]):
        yield f"{_INDENT}{one['row']}: {one['text']} — {one['reason']}"


def _imported_statement(row: Row) -> Iterator[str]:
    yield f"{row['statement_id']}  {_word(StatementKind, row['kind'])}  {_one_of(row['title'])}"
    counts = cast("Mapping[str, int]", row["blocks"])
    yield _INDENT + ", ".join(f"{_word(BlockKind, kind)} {n}" for kind, n in counts.items())
    endorsers = cast("int", row["endorsers"])
    if endorsers:
        yield _INDENT + ntr("{n} endorser", "{n} endorsers", endorsers)
    for text in cast("list[str]", row["unplaced"]):
        yield _INDENT + tr("Not placed: {words}", words=text)


def listed(noun: str, rows: Sequence[Row]) -> Iterator[str]:
    """A list of things, one line each, or a line that says there are none."""
    if not rows:
        yield tr("There are none.")
    for row in rows:
        yield from _LINES[noun](row)


def _statement(row: Row) -> Iterator[str]:
    percent = cast("Mapping[str, int]", row["percent"])
    approved = cast("Mapping[str, int]", row["approved"])
    shares = ", ".join(_share(code, share, approved[code]) for code, share in percent.items())
    kind = _word(StatementKind, row["kind"])
    yield f"{row['id']}  {kind}  {_one_of(row['title'])}  ({shares})"


def _share(code: str, written: int, approved: int) -> str:
    words = f"{language_word(code)} {written} %"
    if not approved:
        return words
    share = tr("{percent} % approved", percent=approved)
    return f"{words} ({share})"


def _clause(row: Row) -> Iterator[str]:
    first = _one_of(row["text"]).split("\n", 1)[0]
    yield f"{row['id']}  {_word(BlockKind, row['kind'])}  {row['topic']}  {first}"


def _endorser(row: Row) -> Iterator[str]:
    yield f"{row['id']}  {_name(row)}"


def _endorsement(row: Row) -> Iterator[str]:
    state = _word(EndorsementState, row["state"])
    show_as = _word(ShowAs, row["show_as"])
    yield f"{row['position']:>4}  {_name(row)}  {state}, {show_as}"


def shown(statement: Row) -> Iterator[str]:
    """A statement with its blocks, both sides of each below one another."""
    yield f"{statement['id']}  {_word(StatementKind, statement['kind'])}"
    for block in _rows(statement["blocks"]):
        number = f" {block['number']}" if block["number"] else ""
        yield ""
        yield f"[{_word(BlockKind, block['kind'])}{number}]  {block['id']}"
        yield from _sides(block, "")
        yield from _items(block, _INDENT)


def _sides(block: Row, indent: str) -> Iterator[str]:
    states = cast("Mapping[str, str]", block.get("state", {}))
    reviewers = cast("Mapping[str, str]", block.get("reviewed_by", {}))
    for code, text in cast("Mapping[str, str]", block["text"]).items():
        state = f" ({_state(states[code], reviewers.get(code, ''))})" if code in states else ""
        yield f"{indent}{language_word(code)}{state}: {text.replace(chr(10), chr(10) + indent)}"


def _state(state: str, reviewer: str) -> str:
    words = _word(TranslationState, state)
    return f"{words}: {reviewer}" if reviewer else words


def _items(block: Row, indent: str) -> Iterator[str]:
    for item in _rows(block["items"]):
        if "position" in item:
            texts = cast("Mapping[str, str]", item["text"]).values()
            yield f"{indent}{item['position']:>4}  " + " / ".join(filter(None, texts))
        else:
            yield from _sides(item, indent)
            yield from _items(item, indent + _INDENT)


def checked(findings: Sequence[Row], statement: Statement) -> Iterator[str]:
    """The findings, each with its place in words."""
    if not findings:
        yield tr("Nothing was found.")
    places = block_places(statement.blocks)
    for row in findings:
        severity = _word(Severity, row["severity"])
        yield f"{severity}: {_place(row, places)}{row['message']}"


def proved(faults: Sequence[Row]) -> Iterator[str]:
    """The faults of a document, each with its place."""
    for row in faults:
        yield f"{row['place']}: {row['message']}" if row["place"] else str(row["message"])


def _skeleton(row: Row) -> Iterator[str]:
    title = _one_of(row["title"])
    yield f"{row['id']}  {_word(StatementKind, row['kind'])}  {title}"


def _term(row: Row) -> Iterator[str]:
    yield glossary_files.term_line(row)


def _place(row: Row, places: Mapping[str, str]) -> str:
    number = places.get(str(row["block_id"]))
    block = tr("block {number}", number=number) if number else ""
    position = row["endorser"]
    is_told = str(position) in str(row["message"])
    endorser = tr("endorser {number}", number=position) if position and not is_told else ""
    language = language_word(str(row["language"])) if row["language"] else ""
    parts = [part for part in (block, endorser, language) if part]
    return ", ".join(parts) + ": " if parts else ""


def _name(row: Row) -> str:
    names = cast("Mapping[str, str]", row["name"])
    acronym = f" ({row['acronym']})" if row["acronym"] else ""
    return " / ".join(names.values()) + acronym


def _one_of(texts: object) -> str:
    """The first text that is there, in the order of the statement's languages."""
    return next(filter(None, cast("Mapping[str, str]", texts).values()), "")


def _rows(value: object) -> list[Row]:
    return cast("list[Row]", value)


def _word(kind: type[StrEnum], value: object) -> str:
    return word(kind(str(value)))


_LINES = {
    "statements": _statement,
    "clauses": _clause,
    "endorsers": _endorser,
    "endorsements": _endorsement,
    "skeletons": _skeleton,
    "terms": _term,
}
