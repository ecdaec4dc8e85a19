"""Sets parts in lines and keeps them: a part that did not change is not set again."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from advocate_desk.exporters.blocks import Footnote, Link, Part, Role
from advocate_desk.exporters.docx_looks import Sheet
from advocate_desk.gui.widgets.page_galley import SetPart, Slug, slugs_of
from advocate_desk.gui.widgets.page_looks import PageLook, look_of, paper_of

Key = tuple[Part, float, str]


class PartSetter:
    """Sets the parts of one document after another."""

    def __init__(self) -> None:
        self.sheet: Sheet | None = None
        self._set: dict[Key, SetPart] = {}
        self._kept: dict[Key, SetPart] = {}

    def begin(self, sheet: Sheet) -> None:
        """Another document, or the same one again; other looks need other lines."""
        if self.sheet is sheet:
            self._kept |= self._set
        else:
            self._kept = {}
        self.sheet = sheet
        self._set = {}

    def end(self) -> None:
        """Forgets what the document that was begun last has no more."""
        self._kept = {}

    def part(self, part: Part, width: float, *, align: str = "") -> SetPart:
        """A part in lines of a width, left, centred or right where `align` says so."""
        key = (part, width, align)
        found = self._set.get(key) or self._kept.get(key)
        if found is None:
            found = SetPart(part, self._look(part, align), width, self._notes(part))
        self._set[key] = found
        return found

    def dressed(self, part: Part, width: float, look: PageLook, name: str) -> SetPart:
        """A part in a look of its own, known by a name."""
        key = (part, width, name)
        found = self._set.get(key) or self._kept.get(key) or SetPart(part, look, width)
        self._set[key] = found
        return found

    def slugs(self, parts: Iterable[Part], width: float, *, whole: bool = False) -> list[Slug]:
        """The lines of parts one under the other."""
        return slugs_of((self.part(part, width) for part in parts), whole=whole)

    def _look(self, part: Part, align: str) -> PageLook:
        look = look_of(part, self._sheet)
        return look.aligned(align) if align else look

    @property
    def _sheet(self) -> Sheet:
        if self.sheet is None:
            raise RuntimeError("no document was begun")
        return self.sheet

    def _notes(self, part: Part) -> tuple[SetPart, ...]:
        if not part.notes:
            return ()
        width = paper_of(self._sheet).text_width
        notes = (_note(part, note) for note in part.notes)
        return tuple(SetPart(note, look_of(note, self._sheet), width) for note in notes)


def _note(part: Part, note: Footnote) -> Part:
    """A footnote as a part of its own: its mark, a space, its text."""
    links = tuple(Link(link.start + 1, link.end + 1, link.href) for link in note.links)
    mark = replace(note, at=0, text="", links=())
    return Part(
        Role.FOOTNOTE,
        part.language,
        f" {note.text}",
        links=links,
        block_id=part.block_id,
        notes=(mark,),
    )
