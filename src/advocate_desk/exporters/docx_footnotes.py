"""`footnotes.xml`: the notes of a text, numbered by Word.

Marks of our own (Khmer digits) are possible in Word, but LibreOffice prints them twice.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from advocate_desk.exporters.blocks import Footnote, Role
from advocate_desk.exporters.docx_looks import Look, Sheet
from advocate_desk.exporters.docx_runs import Faces, run, runs
from advocate_desk.exporters.docx_styles import linked, raised
from advocate_desk.exporters.docx_xml import part

FIRST_ID = 1
_SEPARATORS = (("separator", -1), ("continuationSeparator", 0))


@dataclass(slots=True)
class Footnotes:
    """The notes of a document, collected while its paragraphs are written."""

    sheet: Sheet
    faces: Faces
    targets: dict[str, str] = field(default_factory=dict)
    _notes: list[str] = field(default_factory=list)

    def __bool__(self) -> bool:
        return bool(self._notes)

    def mark(self, note: Footnote, language: str, look: Look) -> str:
        """The run that stands in the text; the note itself is kept for `xml`."""
        number = FIRST_ID + len(self._notes)
        self._notes.append(self._note(number, note, language))
        return run(f'<w:footnoteReference w:id="{number}"/>', raised(look), "en", self.faces)

    def _note(self, number: int, note: Footnote, language: str) -> str:
        style = self.sheet.style(Role.FOOTNOTE, language)
        mark = run("<w:footnoteRef/>", raised(style.look), "en", self.faces)
        content = "".join(self._content(note, language, style.look))
        return (
            f'<w:footnote w:id="{number}"><w:p><w:pPr><w:pStyle w:val="{style.style_id}"/></w:pPr>'
            f"{mark}{content}</w:p></w:footnote>"
        )

    def _content(self, note: Footnote, language: str, look: Look) -> Iterator[str]:
        yield runs(" ", look, language, self.faces)
        done = 0
        for link in note.links:
            yield runs(note.text[done : link.start], look, language, self.faces)
            relation = self.targets.setdefault(link.href, f"rId{1 + len(self.targets)}")
            content = runs(note.text[link.start : link.end], linked(look), "en", self.faces)
            yield f'<w:hyperlink r:id="{relation}" w:history="1">{content}</w:hyperlink>'
            done = link.end
        yield runs(note.text[done:], look, language, self.faces)

    @property
    def notes(self) -> tuple[str, ...]:
        """The notes; the first one's id is `FIRST_ID`."""
        return tuple(self._notes)

    def taken_over(self, other: Footnotes) -> dict[str, str]:
        """Where the notes of another text are found here: its ids to ours; new ones are added."""
        free: dict[str, list[int]] = {}
        for number, note in enumerate(self._notes, start=FIRST_ID):
            free.setdefault(_unnumbered(note), []).append(number)
        found: dict[str, str] = {}
        for number, note in enumerate(other.notes, start=FIRST_ID):
            same = free.get(_unnumbered(note))
            found[str(number)] = str(same.pop(0) if same else self._added(note))
        return found

    def _added(self, note: str) -> int:
        number = FIRST_ID + len(self._notes)
        self._notes.append(f'<w:footnote w:id="{number}">{_unnumbered(note)}')
        return number

    def xml(self) -> str:
        """The whole part, with the two lines that stand above notes."""
        look = self.sheet.style(Role.FOOTNOTE, "en").look
        lines = (
            f'<w:footnote w:type="{kind}" w:id="{number}"><w:p><w:pPr><w:spacing w:after="0"'
            f' w:line="240" w:lineRule="auto"/></w:pPr>{run(f"<w:{kind}/>", look, "en", set())}'
            "</w:p></w:footnote>"
            for kind, number in _SEPARATORS
        )
        return part("footnotes", "".join((*lines, *self._notes)))


def _unnumbered(note: str) -> str:
    return note.partition(">")[2]
