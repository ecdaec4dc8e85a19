"""A glossary in: which reader, and what every glossary must keep to."""

from __future__ import annotations

from pathlib import Path

from advocate_desk.importers.files import unknown_ending
from advocate_desk.importers.sheet_rows import KNOWN_TABLES, TABLE_ENDINGS
from advocate_desk.model.errors import ImportRefused
from advocate_desk.model.glossary import DraftTerms, is_swapped
from advocate_desk.model.kinds import ENGLISH, KHMER
from advocate_desk.model.marked import marked

TBX_ENDINGS = frozenset({".tbx", ".xml"})
KNOWN = f"{KNOWN_TABLES}, .tbx"


def read_terms(path: Path) -> DraftTerms:
    """The terms of a CSV, XLSX or TBX file; rows read = terms + listed.

    Raises:
        ImportRefused: the file cannot be read as a glossary, or its languages are swapped.
    """
    ending = path.suffix.lower()
    if ending in TBX_ENDINGS:
        from advocate_desk.importers.tbx import tbx_terms

        draft = tbx_terms(path)
    elif ending in TABLE_ENDINGS:
        from advocate_desk.importers.term_tables import table_terms

        draft = table_terms(path)
    else:
        raise unknown_ending(path.name or str(path), KNOWN)
    _refuse_swapped(path.name, draft)
    return draft


def _refuse_swapped(name: str, draft: DraftTerms) -> None:
    pairs = [(one.term.text(KHMER).text, one.term.text(ENGLISH).text) for one in draft.terms]
    swapped = sum(is_swapped(*pair) for pair in pairs)
    if swapped and 2 * swapped > sum(all(pair) for pair in pairs):
        raise ImportRefused(
            marked("In “{name}” the Khmer and the English are swapped, so nothing was read."),
            advice=marked("Exchange the names of the two languages in the file."),
            name=name,
        )
