"""A glossary out: a table or TBX, in an order of its own, so that the bytes tell no history."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from advocate_desk.exporters.save import save
from advocate_desk.exporters.sheet_writer import SheetTable, csv_bytes, xlsx_bytes
from advocate_desk.exporters.tbx_writer import tbx_bytes
from advocate_desk.model.errors import ExportRefused
from advocate_desk.model.kinds import ENGLISH, KHMER
from advocate_desk.model.marked import marked
from advocate_desk.model.term import Term, term_key

HEADER = (
    "Khmer",
    "English",
    "Acronym Khmer",
    "Acronym English",
    "Forbidden Khmer",
    "Forbidden English",
    "Note",
)
SUFFIXES = (".csv", ".xlsx", ".tbx")


def write_terms(terms: Iterable[Term], target: Path) -> None:
    """Write the terms where the user asked for them; the suffix tells the format.

    Raises:
        ExportRefused: the suffix is not known, or the target cannot be written.
    """
    ending = target.suffix.lower()
    ordered = sorted(terms, key=_place)
    if ending == ".csv":
        save(target, csv_bytes([HEADER, *map(_row, ordered)]))
    elif ending == ".xlsx":
        rows = [HEADER, *map(_row, ordered)]
        save(target, xlsx_bytes([SheetTable("Glossary", rows)]))
    elif ending == ".tbx":
        save(target, tbx_bytes(ordered))
    else:
        raise ExportRefused(
            marked("“{name}” is not a glossary this program writes: use {suffixes}."),
            name=target.name,
            suffixes=", ".join(SUFFIXES),
        )


def _place(term: Term) -> tuple[str, str]:
    return term_key(term.text(ENGLISH).text), term_key(term.text(KHMER).text)


def _row(term: Term) -> tuple[str, ...]:
    khmer, english = term.text(KHMER), term.text(ENGLISH)
    forbidden = ("; ".join(term.forbidden.get(code, ())) for code in (KHMER, ENGLISH))
    return (khmer.text, english.text, khmer.acronym, english.acronym, *forbidden, term.note)
