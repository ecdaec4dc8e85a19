"""The window's actions as Qt knows them, made from the one table."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QActionGroup, QKeySequence

from advocate_desk.gui import icons
from advocate_desk.gui.action_spec import ActionSpec
from advocate_desk.gui.action_table import TABLE
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
        self._known = {spec.id: spec for spec in self.specs}
        self._actions: dict[str, QAction] = {}
        self._colours: Colours | None = None
        self._is_complete = False

    def _made(self, spec: ActionSpec) -> QAction:
        action = QAction(self)
        action.setObjectName(spec.id)
        action.setMenuRole(QAction.MenuRole.NoRole)
        action.setEnabled(False)
        action.triggered.connect(lambda _checked=False: self._do(spec.id))
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
        """The action with this id, made when it is asked for first."""
        if action_id not in self._actions:
            spec = self._known[action_id]
            self._actions[action_id] = self._made(spec)
            self._say(spec)
            self._draw(spec)
        return self._actions[action_id]

    def complete(self) -> None:
        """Makes all actions and gives them their keys.

        Not before the first paint: one QKeySequence brings in Qt's namespace, which costs 20 ms.
        """
        self._is_complete = True
        for spec, action in self.pairs():
            if spec.shortcut:
                action.setShortcut(QKeySequence(spec.shortcut))
            self._draw(spec)
        self.retranslate()

    def connect_to(self, action_id: str, slot: Slot) -> None:
        """From now on the action calls `slot`, without arguments."""
        self._slots[action_id] = slot
        self.action(action_id).setEnabled(True)

    def disconnect_from(self, action_id: str) -> None:
        """The action does nothing any more, and shows it."""
        self._slots.pop(action_id, None)
        self.action(action_id).setEnabled(False)

    def pairs(self) -> tuple[tuple[ActionSpec, QAction], ...]:
        """Every line of the table with its action, in the table's order."""
        return tuple((spec, self.action(spec.id)) for spec in self.specs)

    def colour(self, chosen: Colours) -> None:
        """Draws the icons in the colours of the window."""
        self._colours = chosen
        for action_id in self._actions:
            self._draw(self._known[action_id])

    def _draw(self, spec: ActionSpec) -> None:
        if not spec.icon:
            return
        action, chosen = self._actions[spec.id], self._colours
        if chosen is None or not self._is_complete:
            action.setIcon(icons.room())  # drawing takes 8 ms: after the first paint
        else:
            action.setIcon(icons.icon(spec.icon, chosen.text, chosen.strong_border))

    def retranslate(self) -> None:
        """Reads every text again in the window's language."""
        for action_id in self._actions:
            self._say(self._known[action_id])

    def _say(self, spec: ActionSpec) -> None:
        action = self._actions[spec.id]
        action.setText(tr(spec.text))
        if self._is_complete:
            action.setToolTip(self._tip(spec))

    @staticmethod
    def _tip(spec: ActionSpec) -> str:
        words = tr(spec.help) if spec.help else tr(spec.text)
        key = QKeySequence(spec.shortcut).toString(QKeySequence.SequenceFormat.NativeText)
        return f"{words} ({key})" if key else words
