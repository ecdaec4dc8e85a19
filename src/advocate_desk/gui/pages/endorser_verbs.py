"""What can be done with the list of endorsers and with those selected in it."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QDialog, QWidget

from advocate_desk.gui.ask import Ask
from advocate_desk.gui.dialogs.endorser_dialog import EndorserDialog
from advocate_desk.gui.dialogs.endorser_list_dialog import EndorserListDialog
from advocate_desk.gui.operations import Operations
from advocate_desk.gui.widgets.endorser_table import EndorserTable
from advocate_desk.language.catalog import ntr, tr
from advocate_desk.model.endorser_order import EndorserOrder
from advocate_desk.model.errors import DeskError
from advocate_desk.model.kinds import EndorsementState, ShowAs


def today() -> str:
    """The day on which an answer is noted, as the desk keeps it."""
    return datetime.now().astimezone().date().isoformat()


class EndorserVerbs(QObject):
    """Each a verb of the desk over the selected rows: one step, taken back by Undo."""

    removed = Signal(str)

    def __init__(
        self, operations: Operations, ask: Ask, table: EndorserTable, page: QWidget
    ) -> None:
        super().__init__(page)
        self._operations = operations
        self._ask = ask
        self._table = table
        self._page = page
        self.statement_id = ""

    def add(self) -> None:
        """Asks for an endorser and adds it to the list."""
        if not self.statement_id:
            return
        dialog = EndorserDialog(self._page)
        if not self._asked(dialog):
            return
        value = dialog.value()
        endorsing = self._operations.desk.endorsing
        changes = self._operations.run(
            endorsing.add, self.statement_id, value.names, state=value.state
        )
        if changes is not None:
            self._table.select_ids((changes.focus,))

    def _asked(self, dialog: QDialog) -> bool:
        agreed = self._ask.run(dialog)
        dialog.deleteLater()
        return agreed

    def edit_selected(self) -> None:
        """Asks for the names of the selected endorser."""
        selected = self._table.selected_ids()
        if len(selected) == 1:
            self.edit(selected[0])

    def edit(self, endorsement_id: str) -> None:
        """Asks for an endorser's names and kind and changes them."""
        model = self._table.endorsements
        listed = model.listed(model.row_of(endorsement_id))
        if listed is None:
            return
        try:
            endorser = self._operations.desk.listed.endorser_of(endorsement_id)
        except DeskError as error:
            self._operations.report(error)
            return
        dialog = EndorserDialog(self._page, endorser, masked=listed.is_withheld)
        if self._asked(dialog):
            value = dialog.value()
            verb = self._operations.desk.endorsing.edit_endorser
            self._operations.run(verb, endorser.id, value.names, value.kind)

    def add_list(self) -> None:
        """Asks for a list of endorsers, pasted or in a file, and adds it."""
        if not self.statement_id:
            return
        dialog = EndorserListDialog(
            self._operations, self._ask, self.statement_id, parent=self._page
        )
        if self._asked(dialog):
            endorsing = self._operations.desk.endorsing
            value = dialog.value()
            self._operations.run_whole(
                tr("Adding the endorsers…"),
                endorsing.add_matched,
                self.statement_id,
                value.draft,
                value.decisions,
                value.state,
            )

    def set_state(self, state: EndorsementState) -> None:
        """Moves the selected endorsements to a state."""
        endorsing = self._operations.desk.endorsing
        self._operations.run(endorsing.set_state, self._table.selected_ids(), state, on=today())

    def show_as(self, way: ShowAs) -> None:
        """Withholds the names of the selected endorsements, or prints them."""
        endorsing = self._operations.desk.endorsing
        self._operations.run(endorsing.show_as, self._table.selected_ids(), way)

    def remove_selected(self) -> None:
        """Takes the selected endorsements off the list."""
        selected = self._table.selected_ids()
        if not selected:
            return
        if self._operations.run(self._operations.desk.endorsing.remove, selected):
            count = len(selected)
            self.removed.emit(ntr("1 endorser removed", "{n} endorsers removed", count))

    def move_selected(self, by: int) -> None:
        """Moves the selected endorsement up or down the list."""
        selected = self._table.selected_ids()
        if len(selected) == 1:
            self._operations.run(self._operations.desk.endorsing.move, selected[0], by)

    def pin_selected(self, pinned: bool) -> None:
        """Lets the selected endorsements keep their places, or flow again."""
        endorsing = self._operations.desk.endorsing
        self._operations.run(endorsing.pin, self._table.selected_ids(), pinned=pinned)

    def keep_in_order(self, order: EndorserOrder) -> None:
        """Keeps the list in an order from now on."""
        if self.statement_id:
            endorsing = self._operations.desk.endorsing
            self._operations.run(endorsing.set_order, self.statement_id, order)
