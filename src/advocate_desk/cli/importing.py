"""The import verb: which reader, and where it goes."""

from __future__ import annotations

import sys
from argparse import Namespace
from collections.abc import Iterable
from pathlib import Path

from advocate_desk.cli import shapes
from advocate_desk.cli.clause_files import import_clauses
from advocate_desk.cli.endorser_files import import_endorsers, refuse_without_statement
from advocate_desk.cli.glossary_files import import_glossary
from advocate_desk.cli.output import line
from advocate_desk.desk.desk import Desk
from advocate_desk.model.draft import DraftNote
from advocate_desk.model.marked import marked
from advocate_desk.model.sentences import note_sentence

_TABLES, _MEMORY, _GLOSSARY = (".csv", ".tsv", ".xlsx", ".xlsm"), ".tmx", ".tbx"


def bring_in(desk: Desk, arguments: Namespace) -> list[shapes.Row] | shapes.Row:
    """Read a file and write it to the desk; what was made, in the shape that is printed.

    Raises:
        DeskError: the file was refused, or it is a list and no statement was named for it.
    """
    kind, path, into = arguments.kind, arguments.file, arguments.into
    if kind == "endorsers" or (kind == "auto" and path.suffix.lower() in _TABLES):
        return _endorsers(desk, path, into)
    if kind == "clauses":
        return import_clauses(desk, arguments)
    if kind == "memory" or (kind == "auto" and path.suffix.lower() == _MEMORY):
        return _memory(desk, path)
    if kind == "glossary" or (kind == "auto" and path.suffix.lower() == _GLOSSARY):
        return import_glossary(desk, path)
    return _statements(desk, path, kind, into)


def _memory(desk: Desk, path: Path) -> shapes.Row:
    draft = desk.memory.read_tmx(path)
    _tell(draft.notes)
    return shapes.made_memory(draft, desk.memory.bring_in(draft))


def _statements(desk: Desk, path: Path, kind: str, into: str) -> list[shapes.Row]:
    if into:
        desk.drafting.statement(into)
    drafts = desk.importing.read_statements(path, kind)
    _tell(note for draft in drafts for note in draft.notes)
    if not into:
        made = desk.importing.bring_in(drafts).made
        return [shapes.made_statement(desk, statement_id) for statement_id in made]
    desk.back_up()
    with desk.step(marked("Import into statement")):
        for draft in drafts:
            desk.importing.add_into(into, draft)
    return [shapes.made_statement(desk, into)]


def _endorsers(desk: Desk, path: Path, into: str) -> shapes.Row:
    refuse_without_statement(into)
    desk.drafting.statement(into)
    draft = desk.importing.read_endorsers(path)
    _tell(draft.notes)
    return import_endorsers(desk, draft, into)


def _tell(notes: Iterable[DraftNote]) -> None:
    """What was left out or changed while reading; beside the answer, never in it."""
    for note in notes:
        line(note_sentence(note), sys.stderr)
