"""Lays an edition out: blocks become rows of parts, in the document's languages only.

The language of the window has no say here; every word the program adds is looked up in the
catalogue of the document's own language.
"""

from __future__ import annotations

from advocate_desk.exporters.block_rows import Rows
from advocate_desk.exporters.blocks import DEFAULT_OPTIONS, Composition, ExportOptions, Flow
from advocate_desk.exporters.page_text import PageText
from advocate_desk.exporters.placeholders import fill
from advocate_desk.model.edition import EditionView
from advocate_desk.model.kinds import Layout

# Each language is named by itself, so these are not for the catalogue.
OWN_NAMES = {"km": "ភាសាខ្មែរ", "en": "English"}


def compose(
    view: EditionView, layout: Layout, options: ExportOptions = DEFAULT_OPTIONS
) -> Composition:
    """The whole document of an edition in a layout."""
    page = PageText.of(view, layout.languages, options)
    return Composition(
        layout=layout,
        title={code: _title(page, code) for code in layout.languages},
        flows=tuple(_flow(page, languages) for languages in flow_languages(layout)),
        fixed_time=view.fixed_time,
        issuer=view.issuer,
        languages=layout.languages,
        options=options,
    )


def flow_languages(layout: Layout) -> tuple[tuple[str, ...], ...]:
    """The languages of each flow: together side by side, else one after the other."""
    if layout is Layout.SIDE_BY_SIDE:
        return (layout.languages,)
    return tuple((code,) for code in layout.languages)


def _flow(page: PageText, languages: tuple[str, ...]) -> Flow:
    rows = Rows(page, languages).of(page.view.blocks)
    header = {code: OWN_NAMES.get(code, code) for code in languages} if languages[1:] else {}
    return Flow(languages, rows, header)


def _title(page: PageText, language: str) -> str:
    return " ".join(fill(page.view.title(language), page.values[language]).split())
