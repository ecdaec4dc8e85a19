"""A composition as plain text: the same parts, one language after the other."""

from __future__ import annotations

from collections.abc import Iterator

from advocate_desk.exporters.blocks import Composition, Flow, Part, Role

_STEP = "   "
_TIGHT = frozenset({Role.ITEM, Role.ENDORSER})
_BETWEEN_FLOWS = "\n\n* * *\n\n"


def text(composition: Composition) -> str:
    """The whole document with line feeds; a line of asterisks parts the languages."""
    sides = (_side(flow, language) for flow in composition.flows for language in flow.languages)
    return _BETWEEN_FLOWS.join(side.strip("\n") for side in sides) + "\n"


def _side(flow: Flow, language: str) -> str:
    parts = [part for row in flow.rows for part in row.cells.get(language, ())]
    return "".join(_lines(parts))


def _lines(parts: list[Part]) -> Iterator[str]:
    """Each part and the blank line before it, which the entries of one list do without."""
    before: Part | None = None
    for part in parts:
        if part.role is Role.PAGE_BREAK:
            continue
        tight = before is not None and part.role in _TIGHT and before.role is part.role
        yield "\n" if before is None or tight else "\n\n"
        yield _written(part, before)
        before = part


def _written(part: Part, before: Part | None) -> str:
    """The marker, then the text with its later lines under the first."""
    outer = _STEP * part.level
    if part.marker:
        inner = outer + " " * (len(part.marker) + 1)
        return f"{outer}{part.marker} {part.text.replace(chr(10), chr(10) + inner)}"
    follows = before is not None and before.role is part.role is Role.ITEM
    indent = outer + (_STEP if follows else "")
    return indent + part.text.replace("\n", f"\n{indent}")
