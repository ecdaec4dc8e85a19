"""The glossary in from files, out to files, and listed, without the window."""

from __future__ import annotations

import sys
from argparse import Namespace
from pathlib import Path
from typing import cast

from advocate_desk.cli.output import line
from advocate_desk.desk.desk import Desk
from advocate_desk.model.glossary import TermPlan
from advocate_desk.model.kinds import SHIPPED_LANGUAGES
from advocate_desk.model.sentences import filled, note_sentence
from advocate_desk.model.term import Term

Row = dict[str, object]


def import_glossary(desk: Desk, path: Path) -> Row:
    """Bring the terms of a table or TBX file in: rows = accepted + listed.

    Raises:
        ImportRefused: the file cannot be read as a glossary, or its languages are swapped.
    """
    planned = desk.glossary.plan(desk.glossary.read(path))
    for note in planned.notes:
        line(note_sentence(note), sys.stderr)
    desk.glossary.bring_in(planned)
    return _shape(planned)


def export_glossary(desk: Desk, arguments: Namespace) -> Row:
    """Write the glossary as a table or a TBX file."""
    return {"file": str(arguments.to), "terms": desk.glossary.export(arguments.to)}


def terms(desk: Desk, _statement_id: str = "") -> list[Row]:
    """Every term without a withheld name, in the order in which they were made."""
    return [_term(one) for one in desk.glossary.open_terms()]


def term_line(row: Row) -> str:
    """A term in one line."""
    texts = cast("dict[str, str]", row["text"])
    acronyms = cast("dict[str, str]", row["acronym"])
    sides = (
        f"{text} ({acronyms[code]})" if code in acronyms else text for code, text in texts.items()
    )
    return f"{row['id']}  " + " / ".join(sides)


def _term(term: Term) -> Row:
    return {
        "id": term.id,
        "text": {code: text for code in SHIPPED_LANGUAGES if (text := term.text(code).text)},
        "acronym": {code: one.acronym for code, one in term.texts.items() if one.acronym},
        "forbidden": {code: list(forms) for code, forms in term.forbidden.items()},
        "note": term.note,
    }


def _shape(planned: TermPlan) -> Row:
    return {
        "rows": planned.rows,
        "accepted": planned.accepted,
        "new": len(planned.added),
        "changed": len(planned.changed),
        "listed": [
            {"row": one.row, "text": one.text, "reason": filled(one.reason, one.arguments)}
            for one in planned.listed
        ],
    }
