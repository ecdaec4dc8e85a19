"""The window's actions as Qt knows them, made from the one table."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QActionGroup, QKeySequence

from advocate_desk.gui import icons
from advocate_desk.gui.action_table import TABLE, ActionSpec
from advocate_desk.gui.colours import Colours
from advocate_desk.language.catalog import tr

Slot = Callable[[], object]


class Actions(QObject):
    """One QAction per line of the table, found by id; menus and toolbar show the same objects.

    An action does what it was connected to last, so that another desk can take over; one that is
    connected to nothing is switched off.
    """

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.specs: tuple[ActionSpec, ...] = TABLE
        self._slots: dict[str, Slot] = {}
        self._groups: dict[str, QActionGroup] = {}
        self._actions = {spec.id: self._made(spec) for spec in self.specs}
        self.retranslate()

    def _made(self, spec: ActionSpec) -> QAction:
        action = QAction(self)
        action.setObjectName(spec.id)
        action.setMenuRole(QAction.MenuRole.NoRole)
        action.setEnabled(False)
        action.triggered.connect(lambda _checked=False: self._do(spec.id))
        if spec.shortcut:
            action.setShortcut(QKeySequence(spec.shortcut))
        if spec.group or spec.checkable:
            action.setCheckable(True)
        if spec.group:
            self._group(spec.group).addAction(action)
        return action

    def _group(self, name: str) -> QActionGroup:
        if name not in self._groups:
            self._groups[name] = QActionGroup(self)
        return self._groups[name]

    def _do(self, action_id: str) -> None:
        self._slots[action_id]()

    def action(self, action_id: str) -> QAction:
        """The action with this id."""
        return self._actions[action_id]

    def connect_to(self, action_id: str, slot: Slot) -> None:
        """From now on the action calls `slot`, without arguments."""
        self._slots[action_id] = slot
        self._actions[action_id].setEnabled(True)

    def disconnect_from(self, action_id: str) -> None:
        """The action does nothing any more, and shows it."""
        self._slots.pop(action_id, None)
        self._actions[action_id].setEnabled(False)

    def pairs(self) -> tuple[tuple[ActionSpec, QAction], ...]:
        """Every line of the table with its action, in the table's order."""
        return tuple((spec, self._actions[spec.id]) for spec in self.specs)

    def colour(self, chosen: Colours) -> None:
        """Draws the icons in the colours of the window."""
        for spec, action in self.pairs():
            if spec.icon:
                action.setIcon(icons.icon(spec.icon, chosen.text, chosen.strong_border))

    def retranslate(self) -> None:
        """Reads every text again in the window's language."""
        for spec, action in self.pairs():
            action.setText(tr(spec.text))
            action.setToolTip(self._tip(spec))

    @staticmethod
    def _tip(spec: ActionSpec) -> str:
        words = tr(spec.help) if spec.help else tr(spec.text)
        key = QKeySequence(spec.shortcut).toString(QKeySequence.SequenceFormat.NativeText)
        return f"{words} ({key})" if key else words
