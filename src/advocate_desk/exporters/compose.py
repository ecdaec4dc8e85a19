"""Lays an edition out: blocks become rows of parts, in the document's languages only.

The language of the window has no say here; every word the program adds is looked up in the
catalogue of the document's own language.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from advocate_desk.exporters.block_rows import Rows
from advocate_desk.exporters.blocks import (
    DEFAULT_OPTIONS,
    Composition,
    ExportOptions,
    Flow,
    Row,
)
from advocate_desk.exporters.booklet import spreads
from advocate_desk.exporters.entries import Joined
from advocate_desk.exporters.footnotes import NoteNumbers
from advocate_desk.exporters.masthead import head_rows
from advocate_desk.exporters.page_text import PageText
from advocate_desk.model.edition import EditionView
from advocate_desk.model.kinds import Layout
from advocate_desk.model.placeholders import pieces

# Each language is named by itself, so these are not for the catalogue.
OWN_NAMES = {"km": "ភាសាខ្មែរ", "en": "English"}


def compose(
    view: EditionView, layout: Layout, options: ExportOptions = DEFAULT_OPTIONS
) -> Composition:
    """The whole document of an edition in a layout."""
    languages = printed_languages(layout, options)
    page = PageText.of(view, languages, options)
    notes = NoteNumbers(page)
    return Composition(
        layout=layout,
        title={code: _title(page, code) for code in languages},
        flows=tuple(map(notes.flow, _Setter(page).flows(layout, languages))),
        fixed_time=view.fixed_time,
        issuer=view.issuer,
        languages=languages,
        options=options,
    )


def printed_languages(layout: Layout, options: ExportOptions) -> tuple[str, ...]:
    """The languages in printed order; side by side the left one comes first."""
    if layout is Layout.SIDE_BY_SIDE and options.left in layout.languages:
        others = (code for code in layout.languages if code != options.left)
        return (options.left, *others)
    return layout.languages


@dataclass(frozen=True, slots=True)
class _Setter:
    """Sets the rows of a document in flows."""

    page: PageText

    def flows(self, layout: Layout, languages: tuple[str, ...]) -> tuple[Flow, ...]:
        if layout is Layout.SIDE_BY_SIDE:
            return (self._flow(languages),)
        if layout is Layout.BOOKLET:
            sides = {code: tuple(self._rows((code,))) for code in languages}
            heads = {code: head_rows(self.page, (code,)) for code in languages}
            return spreads(sides, heads, self.page.options)
        return tuple(self._flow((code,)) for code in languages)

    def _flow(self, languages: tuple[str, ...]) -> Flow:
        header = {code: OWN_NAMES.get(code, code) for code in languages} if languages[1:] else {}
        return Flow(languages, self._rows(languages), header, head=head_rows(self.page, languages))

    def _rows(self, languages: tuple[str, ...]) -> Sequence[Row]:
        return joined(Rows(self.page, languages).of(self.page.view.blocks))


def joined(made: tuple[Sequence[Row], ...]) -> Sequence[Row]:
    """One sequence of rows; a tuple unless rows are only made when they are asked for."""
    if all(isinstance(rows, tuple) for rows in made):
        return tuple(row for rows in made for row in rows)
    return Joined(made)


def _title(page: PageText, language: str) -> str:
    found = pieces(page.view.title(language), page.values[language])
    return " ".join("".join(each for each in found if isinstance(each, str)).split())
