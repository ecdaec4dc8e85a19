"""A statement begun, kept for others to start from, dated and dressed; with the dialogs between."""

from __future__ import annotations

from advocate_desk.gui.dialogs.look_dialog import LookDialog
from advocate_desk.gui.dialogs.new_statement_dialog import NewStatement, NewStatementDialog
from advocate_desk.gui.dialogs.statement_dialog import StatementDialog
from advocate_desk.gui.workplace import Workplace
from advocate_desk.language.catalog import current, tr
from advocate_desk.model.changes import Changes
from advocate_desk.model.marked import marked

_NEW = marked("New statement")


class StatementFlows:
    """What is asked about a whole statement."""

    def __init__(self, place: Workplace) -> None:
        self._place = place
        self._drafting = place.desk.drafting

    def new_statement(self) -> Changes | None:
        """Asks for kind, start, title and date, and begins the statement."""
        self._place.operations.settle()
        dialog = NewStatementDialog(
            self._drafting.skeletons(), self._drafting.skeleton, self._place.window
        )
        wanted = dialog.value() if self._place.ask.run(dialog) else None
        dialog.deleteLater()
        return self._place.operations.run(self._begin, wanted) if wanted else None

    def _begin(self, wanted: NewStatement) -> Changes:
        with self._place.desk.step(_NEW):
            made = self._drafting.new_statement(wanted.kind, wanted.title, wanted.skeleton)
            if wanted.issue_date:
                self._drafting.set_date(made.focus, wanted.issue_date)
        return made

    def save_skeleton(self) -> None:
        """Asks for a name and keeps the statement for others to start from."""
        self._place.operations.settle()
        statement = self._place.text.statement
        if statement is None:
            return
        name = self._place.ask.text(
            self._place.window,
            tr("Save as skeleton"),
            tr("Name of the skeleton"),
            initial=statement.title(current()),
        )
        if name is None:
            return
        verb = self._drafting.save_as_skeleton
        if self._place.operations.run(verb, statement.id, name):
            self._place.notice.tell(tr("Saved as skeleton “{name}”.", name=name.strip()))

    def edit_date(self) -> None:
        """Asks for date, place, issuer and placeholders, and sets what was changed."""
        self._place.operations.settle()
        statement = self._place.text.statement
        if statement is None:
            return
        own = self._drafting.placeholders(statement.id)
        dialog = StatementDialog(statement, self._place.window, own)
        if self._place.ask.run(dialog):
            dialog.value().apply(self._place.operations, statement)
        dialog.deleteLater()

    def edit_look(self) -> None:
        """Shows style, header and letterhead beside the pages."""
        self._place.operations.settle()
        statement = self._place.text.statement
        if statement is None:
            return
        layout = self._place.preview.chosen_layout
        place = self._place
        dialog = LookDialog(place.operations, place.ask, statement.id, layout, place.window)
        place.ask.run(dialog)
        dialog.deleteLater()
