"""The preview of a long endorser list: so many names, and how many more the document has."""

from __future__ import annotations

from dataclasses import replace

from advocate_desk.exporters.blocks import Composition, Flow, Part, Role, Row
from advocate_desk.language.catalog import translate
from advocate_desk.language.numbers import in_digits
from advocate_desk.model.marked import marked

MOST_ENDORSERS = 200
AND_MORE = marked("… and {count} more in the document")


def shortened(composition: Composition, most: int = MOST_ENDORSERS) -> Composition:
    """The composition with no more than `most` endorsers in each flow."""
    flows = tuple(_short_flow(flow, most) for flow in composition.flows)
    return replace(composition, flows=flows)


def _short_flow(flow: Flow, most: int) -> Flow:
    names = _count(flow)
    if names <= most:
        return flow
    rows: list[Row] = []
    left = most
    for row in flow.rows:
        if not _is_names(row):
            rows.append(row)
            continue
        if left > 0:
            rows.append(_cut(row, left))
        left -= _names_in(row)
        if left <= 0 and not _has_note(rows):
            rows.append(_note(row, flow.languages, names - most))
    return replace(flow, rows=tuple(rows))


def _has_note(rows: list[Row]) -> bool:
    return any(part.role is Role.NOTE for part in rows[-1].parts)


def _is_names(row: Row) -> bool:
    return any(part.role is Role.ENDORSER for part in row.parts)


def _names_in(row: Row) -> int:
    return max(len(parts) for parts in row.cells.values())


def _count(flow: Flow) -> int:
    return sum(_names_in(row) for row in flow.rows if _is_names(row))


def _cut(row: Row, most: int) -> Row:
    return replace(row, cells={code: parts[:most] for code, parts in row.cells.items()})


def _note(row: Row, languages: tuple[str, ...], more: int) -> Row:
    cells = {code: (_note_part(code, more, row.block_id),) for code in languages}
    return Row(row.block_id, cells)


def _note_part(language: str, more: int, block_id: str) -> Part:
    text = translate(language, AND_MORE, count=in_digits(more, language))
    return Part(Role.NOTE, language, text, block_id=block_id)
