"""The head of a document: the leading organisation, logos in a row, or the State's name."""

from __future__ import annotations

from collections.abc import Iterator

from advocate_desk.exporters.blocks import Part, Role, Row
from advocate_desk.exporters.page_text import PageText
from advocate_desk.language.catalog import translate
from advocate_desk.model.header import HeaderKind
from advocate_desk.model.marked import marked

STATE = marked("KINGDOM OF CAMBODIA")
MOTTO = marked("Nation  Religion  King")
# Not for the catalogue: the State's own words, in its own language.
STATE_KHMER = "ព្រះរាជាណាចក្រកម្ពុជា"
MOTTO_KHMER = "ជាតិ សាសនា ព្រះមហាក្សត្រ"
ORNAMENT = "•–––––  –––––•"


def head_rows(page: PageText, languages: tuple[str, ...]) -> tuple[Row, ...]:
    """The rows above the text of a flow."""
    header = page.options.header
    if header.kind is HeaderKind.STATE:
        return (Row("", {code: tuple(_state(code)) for code in languages}),)
    if header.kind is HeaderKind.NONE:
        return ()
    logos = header.logos[:1] if header.kind is HeaderKind.LEAD else header.logos
    cells = {code: tuple(_organisation(page, code)) for code in languages}
    if not logos and not any(cells.values()):
        return ()
    return (Row("", cells, logos=logos),)


def _state(language: str) -> Iterator[Part]:
    khmer = language == "km"
    yield Part(Role.STATE_NAME, language, STATE_KHMER if khmer else translate(language, STATE))
    yield Part(Role.STATE_MOTTO, language, MOTTO_KHMER if khmer else translate(language, MOTTO))
    yield Part(Role.ORNAMENT, language, ORNAMENT)


def _organisation(page: PageText, language: str) -> Iterator[Part]:
    header = page.options.header
    name = header.organisation.get(language, "").strip()
    if name:
        yield Part(Role.HEADER_NAME, language, name)
    for line in header.lines.get(language, "").split("\n"):
        if line.strip():
            yield page.part(Role.HEADER_LINE, language, line)
