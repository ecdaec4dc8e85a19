"""Endorser lists in: text, Markdown, Word, web pages, CSV and XLSX files, or pasted."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from advocate_desk.importers.csv_rows import csv_rows
from advocate_desk.importers.document_tables import tables_and_lines
from advocate_desk.importers.docx_file import docx_source
from advocate_desk.importers.endorser_lists import line_endorsers, text_lines
from advocate_desk.importers.endorser_tables import (
    sheet_endorsers,
    sheets_endorsers,
    together,
)
from advocate_desk.importers.files import (
    MOST_TEXT_BYTES,
    MOST_WORD_BYTES,
    TEXT_ENDINGS,
    WORD_ENDING,
    read_bytes,
    unknown_ending,
)
from advocate_desk.importers.sheet_rows import TABLE_ENDINGS, read_sheets, sheet_of
from advocate_desk.importers.source import Source
from advocate_desk.importers.text_file import cleaned, decoded, refuse_unreadable
from advocate_desk.importers.web_page import MOST_WEB_BYTES, web_source, web_text
from advocate_desk.model.column_map import ColumnMap
from advocate_desk.model.draft import DraftEndorsers, ListedRow
from advocate_desk.model.errors import ImportRefused

MOST_ROWS = 200_000
WEB_ENDINGS = frozenset({".html", ".htm", ".xhtml"})
PASTED = "1"  # what the table that was pasted is called
_KNOWN = ".xlsx, .csv, .tsv, .docx, .html, .txt, .md"
_NUMBERED_TAB = re.compile(r"\s*\(?[\d០-៩]{1,4}[.)៖:]\t")


def read_endorsers(path: Path, maps: Sequence[ColumnMap] = ()) -> DraftEndorsers:
    """The endorsers of a file; rows read = accepted + listed.

    `maps` correct what columns hold, sheet by sheet; tables inside documents are sheets too.

    Raises:
        ImportRefused: the file cannot be read, or is not what its name says.
    """
    ending = path.suffix.lower()
    if ending in TABLE_ENDINGS:
        return _ordered(sheets_endorsers(read_sheets(path), maps))
    if ending in TEXT_ENDINGS:
        text, notes = decoded(read_bytes(path, MOST_TEXT_BYTES), path.name)
        paragraphs, listed = text_lines(text)
        refuse_unreadable(paragraphs, path.name, most=MOST_ROWS)
        return _endorsers(Source(paragraphs, notes=notes), maps, listed)
    return _endorsers(_document(path, ending), maps)


def _document(path: Path, ending: str) -> Source:
    if ending == WORD_ENDING:
        data = read_bytes(path, MOST_WORD_BYTES)
        return docx_source(data, path.name, most=MOST_ROWS, settles_tables=False)
    if ending in WEB_ENDINGS:
        return web_source(read_bytes(path, MOST_WEB_BYTES), path.name, most=MOST_ROWS)
    raise unknown_ending(path.name or str(path), _KNOWN)


def read_endorser_text(text: str, maps: Sequence[ColumnMap] = ()) -> DraftEndorsers:
    """The endorsers of a pasted text, lines or a piece of a table; rows read = accepted + listed."""
    plain, notes = cleaned(text)
    table = _pasted_table(plain, maps)
    if table is not None:
        return replace(table, notes=(*notes, *table.notes))
    paragraphs, listed = text_lines(plain)
    return _endorsers(Source(paragraphs, notes=notes), maps, listed)


def read_endorser_page(page: str, maps: Sequence[ColumnMap] = ()) -> DraftEndorsers:
    """The endorsers of what was copied from a mail or a browser, in its markup."""
    return _endorsers(web_text(page), maps)


def _pasted_table(text: str, maps: Sequence[ColumnMap]) -> DraftEndorsers | None:
    """The endorsers of cells that were copied from a spreadsheet, None for other texts."""
    lines = [line for line in text.split("\n") if line.strip()]
    parted = sum("\t" in _NUMBERED_TAB.sub("", line).strip() for line in lines)
    if not lines or parted * 2 <= len(lines):
        return None
    try:
        sheet = sheet_of(PASTED, csv_rows(text.encode(), PASTED, "\t"))
    except (ImportRefused, UnicodeEncodeError):
        return None
    return _ordered(sheets_endorsers([sheet], maps)) if sheet else None


def _endorsers(
    source: Source, maps: Sequence[ColumnMap], listed: tuple[ListedRow, ...] = ()
) -> DraftEndorsers:
    tables, lines = tables_and_lines(source.paragraphs)
    parts = [sheet_endorsers(table.sheet, maps, table.place) for table in tables]
    parts.append(line_endorsers(lines, beside_table=bool(tables)))
    parts.append(DraftEndorsers(len(listed), (), listed, source.notes))
    return _ordered(together(parts))


def _ordered(draft: DraftEndorsers) -> DraftEndorsers:
    """The draft with its rows in the order of the source."""
    return replace(
        draft,
        endorsers=tuple(sorted(draft.endorsers, key=lambda one: one.row)),
        listed=tuple(sorted(draft.listed, key=lambda one: one.row)),
    )
