"""Clauses in from files and the library out, without the window."""

from __future__ import annotations

import sys
from argparse import Namespace
from collections import Counter

from advocate_desk.cli import shapes
from advocate_desk.cli.output import line
from advocate_desk.desk.desk import Desk
from advocate_desk.language.catalog import current, tr
from advocate_desk.model.errors import ImportRefused
from advocate_desk.model.marked import marked
from advocate_desk.model.offered import ClausePlan, Fate, ListedText, OfferedClauses
from advocate_desk.model.sentences import filled, note_sentence


def import_clauses(desk: Desk, arguments: Namespace) -> shapes.Row:
    """Bring the clauses of a file or a folder in: rows = accepted + listed.

    Raises:
        ImportRefused: the file cannot be read, or its languages stand in each other's column.
    """
    offered = _offered(desk, arguments)
    plan = desk.exchanging.plan(offered)
    made = desk.exchanging.bring_in(plan).made
    for note in plan.notes:
        line(note_sentence(note), sys.stderr)
    return _shape(desk, plan, made)


def export_library(desk: Desk, arguments: Namespace) -> shapes.Row:
    """Write the library as a table or a book."""
    language = arguments.language or current()
    count = desk.exchanging.export_library(arguments.to, language)
    return {"file": str(arguments.to), "clauses": count}


def _offered(desk: Desk, arguments: Namespace) -> OfferedClauses:
    from advocate_desk.desk.exchanging import Corrections

    if arguments.file.is_dir():
        return desk.exchanging.read_all([arguments.file])
    corrections = Corrections(swap=arguments.swap_languages)
    offered = desk.exchanging.read(arguments.file, corrections)
    if offered.looks_swapped:
        raise ImportRefused(
            marked("In “{name}” the Khmer and the English stand in each other's column."),
            advice=marked("Exchange the titles of the columns, or use “{option}”."),
            name=arguments.file.name,
            option="--swap-languages",
        )
    return offered


def _shape(desk: Desk, plan: ClausePlan, made: tuple[str, ...]) -> shapes.Row:
    counts = Counter(one.fate for one in plan.planned)
    return {
        "rows": plan.rows,
        "accepted": len(plan.planned),
        **{fate.value: counts[fate] for fate in Fate},
        "listed": [_listed(one) for one in plan.listed],
        "clauses": shapes.some_clauses(desk, made),
    }


def _listed(one: ListedText) -> shapes.Row:
    return {
        "file": one.origin.file,
        "sheet": one.origin.sheet,
        "row": one.origin.row,
        "text": one.text,
        "reason": filled(one.reason, one.arguments),
    }


def lines(result: shapes.Row) -> list[str]:
    """What an import of clauses did, for people."""
    listed = result["listed"]
    rows = listed if isinstance(listed, list) else []
    head = tr(
        "Rows read: {rows}. New: {new}. Revised: {revised}. Filed anew: {refiled}. Unchanged: "
        "{unchanged}. Not accepted: {listed}.",
        **{**result, "listed": len(rows)},
    )
    return [head, *(f"    {_place(row)}: {row['text']} — {row['reason']}" for row in rows)]


def _place(row: shapes.Row) -> str:
    parts = (row["file"], row["sheet"], str(row["row"] or ""))
    return ", ".join(str(part) for part in parts if part)
