"""What the registry can be asked to do: dialogs in front of verbs."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import NamedTuple

from PySide6.QtWidgets import QWidget

from advocate_desk.gui.ask import Ask
from advocate_desk.gui.known_names import KnownNames
from advocate_desk.gui.operations import Operations
from advocate_desk.model.changes import Changes
from advocate_desk.model.endorsement import Endorser
from advocate_desk.model.errors import DeskError
from advocate_desk.model.registry import EndorserRecord


class Asking(NamedTuple):
    """A record that is asked for; `alias` is another name (its language first) to be proposed."""

    record: EndorserRecord
    alias: tuple[str, str] = ("", "")
    is_masked: bool = False
    taken: str = ""
    is_agreed: bool = False


class RegistryWork:
    """Dialogs and verbs over endorsers, whatever statement they stand behind."""

    def __init__(self, operations: Operations, ask: Ask, known: KnownNames) -> None:
        self.operations = operations
        self.ask = ask
        self.known = known

    def add(self, parent: QWidget) -> str:
        """Asks for a new endorser; the id of what was added, or was taken instead."""
        return self._ask_for(parent, EndorserRecord(Endorser("", {})))

    def edit(self, parent: QWidget, endorser_id: str, *, alias: tuple[str, str] = ("", "")) -> str:
        """Asks for a record anew; its id where it was kept. `alias` is proposed as another name."""
        try:
            record = self.operations.desk.registry.record(endorser_id)
        except DeskError as error:
            self.operations.report(error)
            return ""
        return self._ask_for(parent, record, alias=alias)

    def _ask_for(
        self, parent: QWidget, record: EndorserRecord, *, alias: tuple[str, str] = ("", "")
    ) -> str:
        """Asks until the desk takes the record or the person thinks better of it."""
        self.known.prepare()
        masked = record.endorser.id in self.operations.desk.registry.withheld_ids()
        asking = Asking(record, alias, masked)
        with self._refusals() as refusals:
            while True:
                asking = self._asked(parent, asking, refusals[-1] if refusals else "")
                if not asking.is_agreed:
                    return ""
                if asking.taken:
                    break
                if (changes := self._keep(asking.record)) is not None:
                    return changes.focus or record.endorser.id
        return self.edit(parent, asking.taken, alias=asking.alias) or asking.taken

    def _asked(self, parent: QWidget, asking: Asking, refusal: str) -> Asking:
        """One showing of the dialog, and what came of it."""
        from advocate_desk.gui.dialogs.endorser_record_dialog import EndorserRecordDialog

        dialog = EndorserRecordDialog(
            parent, asking.record, self.known, masked=asking.is_masked, refusal=refusal
        )
        dialog.propose_alias(*asking.alias)
        agreed = self.ask.run(dialog)
        dialog.deleteLater()
        return Asking(dialog.value(), dialog.proposed, False, dialog.taken, agreed)

    def _keep(self, record: EndorserRecord) -> Changes | None:
        registry = self.operations.desk.registry
        verb = registry.edit if record.endorser.id else registry.add
        return self.operations.run(verb, record)

    @contextmanager
    def _refusals(self) -> Iterator[list[str]]:
        """What the desk refuses meanwhile."""
        refusals: list[str] = []
        remember: Callable[[str], None] = refusals.append
        self.operations.refused.connect(remember)
        try:
            yield refusals
        finally:
            self.operations.refused.disconnect(remember)

    def delete(self, endorser_id: str) -> Changes | None:
        """Takes an endorser out of the registry; the desk refuses while it stands on a statement."""
        return self.operations.run(self.operations.desk.registry.delete, endorser_id)

    def merge(self, parent: QWidget, endorser_ids: tuple[str, ...] = ()) -> str:
        """Asks which record stays and which joins it; the id of the one that stayed."""
        from advocate_desk.gui.dialogs.merge_dialog import MergeDialog

        self.known.read()
        desk = self.operations.desk
        dialog = MergeDialog(parent, desk.registry.merge_plan, self.known, endorser_ids)
        agreed, (kept, other) = self.ask.run(dialog), dialog.value()
        dialog.deleteLater()
        if agreed and self.operations.run(desk.registry.merge, kept, other):
            return kept
        return ""

    def distinguish(self, one_id: str, other_id: str) -> Changes | None:
        """Notes that two are not the same."""
        return self.operations.run(self.operations.desk.registry.distinguish, one_id, other_id)

    def doubles(self, parent: QWidget) -> None:
        """Shows the pairs that may be one endorser."""
        from advocate_desk.gui.dialogs.doubles_dialog import DoublesDialog

        dialog = DoublesDialog(parent, self)
        self.ask.run(dialog)
        dialog.stop()
        dialog.deleteLater()

    def statistics(self, parent: QWidget, statement_id: str) -> None:
        """Shows how many there are of each kind, in each province and with each answer."""
        from advocate_desk.gui.dialogs.statistics_dialog import StatisticsDialog

        dialog = StatisticsDialog(parent, self.operations, statement_id)
        self.ask.run(dialog)
        dialog.deleteLater()
