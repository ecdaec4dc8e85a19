"""Turns the texts of a block into parts: placeholders filled, links found, gaps made visible."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from advocate_desk.exporters.blocks import ExportOptions, Part, Role
from advocate_desk.exporters.links import links_in
from advocate_desk.exporters.placeholders import fill, values_of
from advocate_desk.language.breaks import with_soft_breaks
from advocate_desk.language.catalog import translate
from advocate_desk.model.edition import EditionView
from advocate_desk.model.marked import marked
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

    def filled(self, text: str, language: str) -> str:
        """A text with its placeholders filled and, where asked for, soft breaks."""
        text = fill(text, self.values[language])
        return with_soft_breaks(text) if self.options.soft_breaks else text

    def part(self, role: Role, language: str, text: str) -> Part:
        """One paragraph on the page; blanks at its ends would only push it out of line."""
        text = self.filled(text, language).strip(_BLANKS)
        return Part(role, language, text, links=links_in(text))

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
