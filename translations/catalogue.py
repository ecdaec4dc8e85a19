"""Collect the program's texts into the catalogues, keep the translations, compile them.

`python3 desk.py catalogue` after a text was added; the tests tell when it was forgotten.
"""

from __future__ import annotations

import io
import sys
from datetime import UTC, datetime
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

HERE = Path(__file__).resolve().parent
SOURCE = HERE.parent / "src" / "advocate_desk"
KEYWORDS = {
    "tr": None,
    "marked": None,
    "ntr": (1, 2),
    "translate": ((2,)),
    "qt_marked": ((1, "c"), 2),
}
DOMAIN = "advocate_desk"
FIXED_DATE = datetime(2026, 1, 1, tzinfo=UTC)  # so that a catalogue changes only in its texts


def template() -> Catalog:
    """Every text of the source, in the order of the files that use it."""
    catalogue = Catalog(project="Advocate Desk", charset="utf-8", fuzzy=False)
    found = extract_from_dir(str(SOURCE), [("**.py", "python")], keywords=KEYWORDS)
    for filename, _line, message, comments, context in sorted(found, key=lambda row: row[:2]):
        place = [(filename.replace("\\", "/"), 0)]
        of_qt = f"qt.{context}" if context else None  # only Qt's own texts have a context
        catalogue.add(message, locations=place, auto_comments=comments, context=of_qt)
    return catalogue


def po_path(language: str) -> Path:
    """Where a language's translations lie."""
    return HERE / language / "LC_MESSAGES" / f"{DOMAIN}.po"


def read(path: Path) -> Catalog:
    """The catalogue of a file."""
    with path.open("rb") as file:
        catalogue = read_po(file)
    catalogue.creation_date = catalogue.revision_date = FIXED_DATE
    return catalogue


def po_bytes(catalogue: Catalog) -> bytes:
    """A catalogue as text without dates and line numbers, so that it changes only in its texts."""
    buffer = io.BytesIO()
    write_po(
        buffer, catalogue, omit_header=False, include_lineno=False, width=100, ignore_obsolete=True
    )
    lines = buffer.getvalue().split(b"\n")
    dated = (
        b'"POT-Creation-Date',
        b'"PO-Revision-Date',
        b'"Generated-By',
        b'"Last-Translator',
        b'"Report-Msgid',
    )
    return b"\n".join(line for line in lines if not line.startswith(dated))


def mo_bytes(catalogue: Catalog) -> bytes:
    """The compiled catalogue."""
    buffer = io.BytesIO()
    write_mo(buffer, catalogue)
    return buffer.getvalue()


def untranslated(catalogue: Catalog) -> list[str]:
    """The texts that have no translation yet."""
    return [str(message.id) for message in catalogue if message.id and not _is_done(message.string)]


def _is_done(string: object) -> bool:
    return all(string) if isinstance(string, tuple | list) else bool(string)


def languages() -> list[str]:
    """The languages that have a catalogue."""
    return sorted(path.parts[-3] for path in HERE.glob(f"*/LC_MESSAGES/{DOMAIN}.po"))


def main() -> int:
    """Write the template, update and compile every language."""
    texts = template()
    (HERE / f"{DOMAIN}.pot").write_bytes(po_bytes(texts))
    for language in languages():
        catalogue = read(po_path(language))
        catalogue.update(texts, no_fuzzy_matching=True)
        po_path(language).write_bytes(po_bytes(catalogue))
        po_path(language).with_suffix(".mo").write_bytes(mo_bytes(read(po_path(language))))
        print(f"{language}: {len(catalogue)} texts, {len(untranslated(catalogue))} to translate")
    return 0


if __name__ == "__main__":
    sys.exit(main())
