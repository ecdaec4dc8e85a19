"""The actions of the library."""

from __future__ import annotations

from advocate_desk.gui.action_spec import ActionSpec
from advocate_desk.model.marked import marked

_EXCHANGE = (
    ActionSpec(
        "import_clauses",
        marked("Import clauses…"),
        "clauses",
        help=marked("From documents, tables, a folder of them, or the open statement."),
        break_before=True,
    ),
    ActionSpec(
        "export_library",
        marked("Export library…"),
        "clauses",
        help=marked("As a spreadsheet that can be edited and imported again, or as a book."),
    ),
)

_LIFE = (
    ActionSpec(
        "newer_revisions",
        marked("Newer revisions…"),
        "clauses",
        help=marked("Shows what the library has newer for this statement: take it or keep yours."),
        break_before=True,
    ),
    ActionSpec(
        "compare_clause",
        marked("Compare with the library…"),
        "clauses",
        help=marked("Shows the block beside any revision or variant of its clause."),
    ),
    ActionSpec(
        "new_clause",
        marked("New clause…"),
        "clauses",
        help=marked("Adds a text to the library, in one language or both."),
        break_before=True,
    ),
)

LIBRARY: tuple[ActionSpec, ...] = (*_LIFE, *_EXCHANGE)
