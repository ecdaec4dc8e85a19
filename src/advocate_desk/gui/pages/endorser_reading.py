"""Reading a list of endorsers again after each step, without a pause even for ten thousand."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from PySide6.QtCore import QObject, QTimer, Signal

from advocate_desk.desk.desk import Desk
from advocate_desk.gui.models.endorser_filter import ListFacts
from advocate_desk.gui.operations import Operations, Progress
from advocate_desk.model.kinds import ShowAs
from advocate_desk.model.listed import Listed, ShownName

_AT_ONCE = 3000  # names of more endorsers are read aside
_PAUSE_MS = 60


class EndorserReading(QObject):
    """Rows, names and facts of one statement's list; `read` says that they are there anew.

    The rows are read at once. Names are read again only where they may have changed; who agreed to
    an earlier text is found aside, and long lists get their names aside, too.
    """

    read = Signal()

    def __init__(self, operations: Operations, parent: QObject) -> None:
        super().__init__(parent)
        self._operations = operations
        self._statement_id = ""
        self._turn = 0
        self._has_names = False
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self._pause.timeout.connect(self._look_aside)
        self.rows: Sequence[Listed] = ()
        self.names: dict[str, ShownName] = {}
        self.facts = ListFacts()

    def begin(self, statement_id: str) -> None:
        """Forgets one list for another."""
        self._statement_id = statement_id
        self.rows, self.names, self.facts = (), {}, ListFacts()
        self._has_names = False

    def forget_names(self) -> None:
        """Names may have changed: the next time all are read."""
        self._has_names = False

    def again(self) -> None:
        """Reads the list again."""
        self._turn += 1
        if not self._statement_id:
            self.begin("")
            self.read.emit()
            return
        desk = self._operations.desk
        self.rows = desk.listed.rows(self._statement_id)
        self.facts = replace(
            self.facts,
            evidence=desk.consenting.with_evidence(self._statement_id),
            editions=desk.listed.edition_numbers(self._statement_id),
        )
        self._name(desk)
        self.read.emit()
        self._pause.start()

    def _name(self, desk: Desk) -> None:
        """The names that are missing, or all; a name that is withheld now is forgotten."""
        if not self._has_names and len(self.rows) <= _AT_ONCE:
            self.names = dict(desk.listed.names(self._statement_id))
            self._has_names = True
            return
        shown = {row.endorser_id for row in self.rows if row.show_as == ShowAs.FULL}
        if self.names.keys() - shown:
            self.names = {one: name for one, name in self.names.items() if one in shown}
        missing = shown - self.names.keys()
        if missing and self._has_names:
            self.names = {**self.names, **desk.listed.names(self._statement_id, missing)}

    def _look_aside(self) -> None:
        """Two threads of Python slow each other down: what is seen is painted first."""
        if not self._statement_id:
            return
        turn, statement_id, wants_names = self._turn, self._statement_id, not self._has_names

        def look(
            desk: Desk, _progress: Progress
        ) -> tuple[frozenset[str], Mapping[str, ShownName] | None]:
            names = desk.listed.names(statement_id) if wants_names else None
            return desk.consenting.outdated_ids(statement_id), names

        def note(found: tuple[frozenset[str], Mapping[str, ShownName] | None]) -> None:
            if turn == self._turn:
                self._take(*found)

        self._operations.run_aside(look, note)

    def _take(self, outdated: frozenset[str], names: Mapping[str, ShownName] | None) -> None:
        if names is not None:
            self.names, self._has_names = dict(names), True
        elif outdated == self.facts.outdated:
            return
        self.facts = replace(self.facts, outdated=outdated)
        self.read.emit()
