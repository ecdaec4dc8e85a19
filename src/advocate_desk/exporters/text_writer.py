"""A composition as plain text: the same parts, one language after the other."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from advocate_desk.exporters.blocks import Composition, Footnote, Part, Role

_STEP = "   "
_TIGHT: frozenset[tuple[Role, Role]] = frozenset(
    {
        (Role.ITEM, Role.ITEM),
        (Role.ITEM, Role.ITEM_NOTE),
        (Role.ITEM_NOTE, Role.ITEM),
        (Role.ITEM_NOTE, Role.ITEM_NOTE),
        (Role.ENDORSER, Role.ENDORSER),
        (Role.HEADER_NAME, Role.HEADER_LINE),
        (Role.HEADER_LINE, Role.HEADER_LINE),
        (Role.STATE_NAME, Role.STATE_MOTTO),
        (Role.STATE_MOTTO, Role.ORNAMENT),
        (Role.SIGNATURE_SPACE, Role.SIGNATORY),
        (Role.SIGNATORY, Role.SIGNATORY_NOTE),
        (Role.SIGNATORY_NOTE, Role.SIGNATORY_NOTE),
    }
)
_FOLLOWING = frozenset({Role.ITEM, Role.ITEM_NOTE})
_BETWEEN_FLOWS = "\n\n* * *\n\n"
_SIGN_HERE = "____________________"
_NOTES_RULE = "\n\n––––––––––\n"


def text(composition: Composition) -> str:
    """The whole document with line feeds; a line of asterisks parts the languages.

    The notes of a language stand at its end, their marks in brackets.
    """
    sides = (_side(composition.side(language)) for language in composition.languages)
    return _BETWEEN_FLOWS.join(side.strip("\n") for side in sides) + "\n"


def _side(parts: Iterable[Part]) -> str:
    notes: list[Footnote] = []
    written = "".join(_lines(parts, notes))
    if not notes:
        return written
    listed = (f"[{note.marker}] {note.text}" for note in notes)
    return written + _NOTES_RULE + "\n".join(listed)


def _lines(parts: Iterable[Part], notes: list[Footnote]) -> Iterator[str]:
    """Each part and the blank line before it, which the entries of one list do without."""
    before: Part | None = None
    for part in parts:
        if part.role is Role.PAGE_BREAK:
            continue
        tight = before is not None and (before.role, part.role) in _TIGHT
        yield "\n" if before is None or tight else "\n\n"
        yield _written(part, before)
        notes.extend(part.notes)
        before = part


def _written(part: Part, before: Part | None) -> str:
    """The marker, then the text with its later lines under the first."""
    text = _with_marks(part)
    outer = _STEP * part.level
    if part.role is Role.SIGNATURE_SPACE:
        return f"{_SIGN_HERE}\n{text}"
    if part.marker:
        inner = outer + " " * (len(part.marker) + 1)
        return f"{outer}{part.marker} {text.replace(chr(10), chr(10) + inner)}"
    follows = before is not None and before.block_id == part.block_id and before.role in _FOLLOWING
    indent = outer + (_STEP if follows else "")
    return indent + text.replace("\n", f"\n{indent}")


def _with_marks(part: Part) -> str:
    """The text with the marks of its notes."""
    text = part.text
    for note in reversed(part.notes):
        text = f"{text[: note.at]}[{note.marker}]{text[note.at :]}"
    return text
