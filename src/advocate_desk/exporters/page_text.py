"""Turns the texts of a block into parts: placeholders filled, links found, gaps made visible."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from advocate_desk.exporters.blocks import ExportOptions, Footnote, Part, Role
from advocate_desk.exporters.links import links_in
from advocate_desk.exporters.placeholders import values_of
from advocate_desk.language.breaks import with_soft_breaks
from advocate_desk.language.catalog import translate
from advocate_desk.model.edition import EditionView
from advocate_desk.model.kinds import ENGLISH, KHMER
from advocate_desk.model.marked import marked
from advocate_desk.model.placeholders import Note, pieces
from advocate_desk.model.statement import paragraphs

_BLANKS = " \u00a0\t"
NOT_WRITTEN = marked("[This text is not written yet.]")


@dataclass(frozen=True, slots=True)
class Mark:
    """What hangs before a text: the marker, its value where it counts, and its list."""

    text: str = ""
    number: int = 0
    list_id: str = ""


NO_MARK = Mark()


@dataclass(frozen=True, slots=True)
class PageText:
    """The texts of one edition as they stand on the page."""

    view: EditionView
    options: ExportOptions
    values: Mapping[str, Mapping[str, str]] = field(default_factory=dict)

    @classmethod
    def of(cls, view: EditionView, languages: tuple[str, ...], options: ExportOptions) -> PageText:
        """The texts of a view in some languages."""
        return cls(view, options, {code: values_of(view, code) for code in languages})

    def digits(self, language: str) -> str:
        """The language whose digits number a text: the style may want Latin ones for Khmer."""
        latin = language == KHMER and not self.options.style.numbering.khmer_digits
        return ENGLISH if latin else language

    def filled(self, text: str, language: str) -> tuple[str, tuple[Footnote, ...]]:
        """A text with its placeholders filled and, where asked for, soft breaks; and its notes.

        The notes are numbered later, when all of them are known.
        """
        if "{{" not in text:
            return self._broken(text, language), ()
        whole, notes = "", []
        for piece in pieces(text, self.values[language]):
            if isinstance(piece, Note):
                notes.append(Footnote(len(whole), 0, "", piece.text, links_in(piece.text)))
            else:
                whole += piece
        return self._with_breaks(whole, language, notes)

    def _with_breaks(
        self, text: str, language: str, notes: list[Footnote]
    ) -> tuple[str, tuple[Footnote, ...]]:
        """Soft breaks move the places of notes."""
        if not self.options.soft_breaks:
            return text, tuple(notes)
        whole, done, moved = "", 0, []
        for note in notes:
            whole += self._broken(text[done : note.at], language)
            moved.append(replace(note, at=len(whole)))
            done = note.at
        return whole + self._broken(text[done:], language), tuple(moved)

    def _broken(self, text: str, language: str) -> str:
        if not self.options.soft_breaks:
            return text
        return with_soft_breaks(text, self._protected(text, language))

    def _protected(self, text: str, language: str) -> tuple[str, ...]:
        """The terms of the glossary in a text; other languages than Khmer break at spaces."""
        return self.options.terms.protected(text, language) if language == KHMER else ()

    def part(self, role: Role, language: str, text: str) -> Part:
        """One paragraph on the page; blanks at its ends would only push it out of line."""
        whole, notes = self.filled(text, language)
        bare = whole.strip(_BLANKS)
        cut = len(whole) - len(whole.lstrip(_BLANKS))
        fitted = tuple(replace(note, at=min(max(note.at - cut, 0), len(bare))) for note in notes)
        return Part(
            role,
            language,
            bare,
            links=links_in(bare),
            notes=fitted,
            protected=self._protected(bare, language),
        )

    def parts(
        self, role: Role, language: str, body: str, *, mark: Mark = NO_MARK, level: int = 0
    ) -> tuple[Part, ...]:
        """The paragraphs of a body, the mark before the first; a visible note for no text."""
        texts = paragraphs(body) if body.strip() else ()
        made = [self.part(role, language, text) for text in texts] or [missing(role, language)]
        first = replace(made[0], marker=mark.text, number=mark.number, list_id=mark.list_id)
        return tuple(replace(part, level=level) for part in (first, *made[1:]))


def missing(role: Role, language: str) -> Part:
    """The note that stands where a rendition is not written yet."""
    return Part(role, language, translate(language, NOT_WRITTEN), missing=True)
