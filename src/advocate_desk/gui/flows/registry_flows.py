"""What the actions of the registry do."""

from __future__ import annotations

from collections.abc import Mapping

from advocate_desk.gui.flows.flow import Slot
from advocate_desk.gui.known_names import KnownNames
from advocate_desk.gui.registry_work import RegistryWork
from advocate_desk.gui.workplace import Workplace
from advocate_desk.language.catalog import tr


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

    def merge(self) -> None:
        """Asks for two records, and makes them one."""
        place = self._place
        place.operations.settle()
        if self.work.merge(place.window):
            place.toast.tell(tr("Two records became one."))

    def show_doubles(self) -> None:
        """Looks for records that may be one endorser."""
        self._place.operations.settle()
        self.work.doubles(self._place.window)

    def show_statistics(self) -> None:
        """Counts the endorsers of the open statement and of the registry."""
        self._place.operations.settle()
        self.work.statistics(self._place.window, self._place.statement_id)
