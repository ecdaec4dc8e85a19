"""What the actions of the registry do."""

from __future__ import annotations

from collections.abc import Mapping

from advocate_desk.gui.flows.flow import Slot
from advocate_desk.gui.known_names import KnownNames
from advocate_desk.gui.registry_work import RegistryWork
from advocate_desk.gui.workplace import Workplace
from advocate_desk.language.catalog import tr
from advocate_desk.model.errors import DeskError


class RegistryFlows:
    """Connects the actions of the registry to one open desk."""

    def __init__(self, place: Workplace) -> None:
        self._place = place
        known = KnownNames(place.operations, place)
        self.work = RegistryWork(place.operations, place.ask, known)

    def slots(self) -> Mapping[str, Slot]:
        """Action id to what it does."""
        return {
            "registry": self.open_registry,
            "endorser_record": self.edit_selected,
            "merge_endorsers": self.merge,
            "possible_doubles": self.show_doubles,
            "endorser_statistics": self.show_statistics,
        }

    def open_registry(self) -> None:
        """Shows every endorser of the desk."""
        from advocate_desk.gui.dialogs.registry_dialog import RegistryDialog

        place = self._place
        place.operations.settle()
        dialog = RegistryDialog(place.window, self.work, statement_id=place.statement_id)
        place.ask.run(dialog)
        dialog.stop()
        dialog.deleteLater()

    def edit_selected(self) -> None:
        """Shows the whole record of the endorser that is selected on the page of the statement."""
        place = self._place
        selected = place.endorsers.table.selected_ids()
        if len(selected) != 1:
            place.notice.tell(tr("Select one endorser in the list of the statement first."))
            return
        place.operations.settle()
        try:
            endorser = place.desk.listed.endorser_of(selected[0])
        except DeskError as error:
            place.operations.report(error)
            return
        self.work.edit(place.window, endorser.id)

    def merge(self) -> None:
        """Asks for two records, those selected where two are, and makes them one."""
        place = self._place
        place.operations.settle()
        if self.work.merge(place.window, self._two_selected()):
            place.toast.tell(tr("Two records became one."))

    def _two_selected(self) -> tuple[str, ...]:
        """The endorsers of two selected rows; nothing for any other number of rows."""
        place = self._place
        selected = place.endorsers.table.selected_ids()
        if len(selected) != 2:
            return ()
        try:
            return tuple(place.desk.listed.endorser_of(one).id for one in selected)
        except DeskError as error:
            place.operations.report(error)
            return ()

    def show_doubles(self) -> None:
        """Looks for records that may be one endorser."""
        self._place.operations.settle()
        self.work.doubles(self._place.window)

    def show_statistics(self) -> None:
        """Counts the endorsers of the open statement and of the registry."""
        self._place.operations.settle()
        self.work.statistics(self._place.window, self._place.statement_id)
