"""A composition as a fragment of HTML for a web page: what each piece is, never how it looks.

Pictures and page breaks are left out; everything else of the composition is there.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, groupby

from advocate_desk.exporters.blocks import Composition, Flow, Part, Role, Row
from advocate_desk.exporters.html_lists import is_entry, lists
from advocate_desk.exporters.html_text import escaped, marked_up, note_id, part_text

_TAGS = {
    Role.TITLE: "h1",
    Role.HEADING: "h2",
    Role.DEMAND_HEADING: "h3",
    Role.LABEL: "h3",
    Role.GROUP_LABEL: "h4",
    Role.QUOTATION: "blockquote",
    Role.CONTACT: "address",
}
_LEFT_OUT = frozenset({Role.PAGE_BREAK, Role.ORNAMENT, Role.SIGNATURE_SPACE})


def fragment(composition: Composition) -> str:
    """An `article` for each language, or one with a table for languages side by side."""
    beside = [flow for flow in composition.flows if flow.languages[1:]]
    if beside:
        return "".join(map(_side_by_side, beside))
    return "".join(_article(composition, code) for code in composition.languages)


def _article(composition: Composition, code: str) -> str:
    parts = _shown(composition.side(code))
    text = "".join((*_blocks(parts), *_notes(parts, code)))
    return f'<article lang="{escaped(code)}">\n{text}</article>\n'


def _shown(parts: Iterable[Part]) -> list[Part]:
    return [part for part in parts if part.role not in _LEFT_OUT]


def _blocks(parts: Iterable[Part]) -> Iterator[str]:
    """Parts as elements; the entries of a list come together in one."""
    for are_entries, some in groupby(parts, is_entry):
        if are_entries:
            yield lists(list(some))
        else:
            yield from map(_block, some)


def _block(part: Part) -> str:
    tag = _TAGS.get(part.role, "p")
    text = f"{escaped(part.marker)} {part_text(part)}" if part.marker else part_text(part)
    inner = f"<p>{text}</p>" if tag == "blockquote" else text
    return f"<{tag}>{inner}</{tag}>\n"


def _notes(parts: Iterable[Part], code: str) -> Iterator[str]:
    """The footnotes of one language, each with a way back to its mark."""
    items = [
        f'<div role="listitem" id="{note_id(code, note.number)}">'
        f'<a href="#{note_id(code, note.number)}-mark" role="doc-backlink">{escaped(note.marker)}'
        f"</a> {marked_up(note.text, code, note.links)}</div>\n"
        for part in parts
        for note in part.notes
    ]
    if items:
        yield (
            f'<section role="doc-endnotes" lang="{escaped(code)}"><div role="list">\n'
            f"{''.join(items)}</div></section>\n"
        )


def _side_by_side(flow: Flow) -> str:
    head = "".join(
        f'<th scope="col" lang="{escaped(code)}">{_name(flow, code)}</th>'
        for code in flow.languages
    )
    rows = "".join(_row(row, flow.languages) for row in flow.rows)
    notes = "".join(chain.from_iterable(_notes(flow.side(code), code) for code in flow.languages))
    return (
        f"<article>\n{''.join(_above(flow))}<table>\n<thead><tr>{head}</tr></thead>\n"
        f"<tbody>\n{rows}</tbody>\n</table>\n{notes}</article>\n"
    )


def _name(flow: Flow, code: str) -> str:
    return escaped(flow.header.get(code, code))


def _above(flow: Flow) -> Iterator[str]:
    """What stands over the whole width, language by language."""
    for code in flow.languages:
        parts = _shown(part for row in flow.head for part in row.cells.get(code, ()))
        if parts:
            yield f'<div lang="{escaped(code)}">\n{"".join(_blocks(parts))}</div>\n'


def _row(row: Row, languages: Sequence[str]) -> str:
    cells = {code: _shown(row.cells.get(code, ())) for code in languages}
    if not any(cells.values()):
        return ""
    written = "\n".join(
        f'<td lang="{escaped(code)}">{"".join(_blocks(parts)).strip()}</td>'
        for code, parts in cells.items()
    )
    return f"<tr>{written}</tr>\n"
