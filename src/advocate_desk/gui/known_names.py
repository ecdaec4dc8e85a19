"""The registry as the window knows it: read aside, kept, read again after a change."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import Protocol

import shiboken6
from PySide6.QtCore import QObject, QTimer, Signal

from advocate_desk.desk.desk import Desk
from advocate_desk.gui.models.registry_table_model import own_names, shown_name
from advocate_desk.gui.operations import Operations, Progress
from advocate_desk.model.changes import Area, Changes
from advocate_desk.model.registry import Match, MatchClass
from advocate_desk.model.registry_overview import Registered, RegistryOverview
from advocate_desk.model.sentences import filled

_AREAS = frozenset({Area.ENDORSERS, Area.ENDORSEMENTS})
_MANY = 3000
_PAUSE = 60
_MOST = 4


class Compares(Protocol):
    """What tells which endorsers a name may be; made by the desk, and loaded by it."""

    def candidates(self, text: str, acronym: str = "", *, limit: int = 5) -> tuple[Match, ...]:
        """The endorsers a name may be, the likeliest first."""
        ...


@dataclass(frozen=True, slots=True)
class Suggestion:
    """An endorser a name may be, as it may be shown: its name is masked where it is withheld."""

    endorser_id: str
    name: str
    match_class: MatchClass
    reason: str


class KnownNames(QObject):
    """Reads the table of the registry, and what tells names apart, when somebody needs them.

    `changed` says that the table was read anew, `ready` that names can be compared.
    """

    changed = Signal()
    ready = Signal()

    def __init__(self, operations: Operations, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._operations = operations
        self.overview = RegistryOverview()
        self.is_read = False
        self._matcher: Compares | None = None
        self._reading = self._comparing = 0
        self._is_stale = self._is_old = True
        self._followers = 0
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE)
        self._pause.timeout.connect(self.read)
        operations.changed.connect(self._note_changes)

    def _note_changes(self, changes: Changes) -> None:
        if changes.areas & _AREAS:
            self._is_stale = True
            if self._followers:
                self._pause.start()
        if Area.ENDORSERS in changes.areas:
            self._is_old = True

    def follow(self) -> None:
        """Somebody looks at the table: it is kept up to date until `leave`."""
        self._followers += 1
        self.read()

    def leave(self) -> None:
        """Whoever looked at the table does so no more."""
        self._followers -= 1
        if not self._followers:
            self._pause.stop()

    def read(self) -> None:
        """Reads the table aside, if it is not as the registry stands now."""
        if not self._is_stale:
            return
        self._is_stale = False
        self._reading += 1
        turn = self._reading
        read = _whole_table if self.is_read else _first_table
        self._operations.run_aside(read, partial(self._take, turn))

    def _take(self, turn: int, found: tuple[RegistryOverview, bool]) -> None:
        overview, is_whole = found
        if turn != self._reading or not shiboken6.isValid(self):
            return
        self.overview, self.is_read = overview, True
        self.changed.emit()
        if not is_whole:
            self._is_stale = True
            self.read()

    # What a name may be

    def prepare(self) -> None:
        """Learns the names aside, if they are not known as they stand now."""
        self.read()
        if not self._is_old:
            return
        self._is_old = False
        self._comparing += 1
        turn = self._comparing
        self._operations.run_aside(_matcher, partial(self._learn, turn))

    def _learn(self, turn: int, matcher: Compares) -> None:
        if turn == self._comparing and shiboken6.isValid(self):
            self._matcher = matcher
            self.ready.emit()

    def suggestions(self, text: str, acronym: str, *, but: str = "") -> tuple[Suggestion, ...]:
        """The endorsers a name may be, all but one of them, the likeliest first."""
        if self._matcher is None or not (text.strip() or acronym.strip()):
            return ()
        wanted = text.strip() or acronym.strip()
        found = self._matcher.candidates(wanted, acronym.strip(), limit=_MOST + 1)
        made = [self._suggestion(one) for one in found if one.endorser_id != but]
        return tuple(one for one in made if one is not None)[:_MOST]

    def _suggestion(self, match: Match) -> Suggestion | None:
        row = self.overview.get(match.endorser_id or "")
        if row is None:
            return None
        reason = filled(match.reason, {"endorser": self._quoted(row, match)})
        return Suggestion(row.id, shown_name(row), match.match_class, reason)

    @staticmethod
    def _quoted(row: Registered, match: Match) -> str:
        return shown_name(row) if row.is_withheld else match.endorser or own_names(row)


def _first_table(desk: Desk, _progress: Progress) -> tuple[RegistryOverview, bool]:
    """The table, and whether it is whole; where it is long, first as quickly as can be."""
    is_quick = desk.registry.count() > _MANY
    return desk.registry.overview(in_order=not is_quick), not is_quick


def _whole_table(desk: Desk, _progress: Progress) -> tuple[RegistryOverview, bool]:
    return desk.registry.overview(), True


def _matcher(desk: Desk, _progress: Progress) -> Compares:
    return desk.registry.matcher()
