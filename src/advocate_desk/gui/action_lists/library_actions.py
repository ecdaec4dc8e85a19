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

LIBRARY: tuple[ActionSpec, ...] = (*_EXCHANGE,)
