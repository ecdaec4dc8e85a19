"""The window's actions as Qt knows them, made from the one table."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QActionGroup, QKeySequence

from advocate_desk.gui.action_table import TABLE, ActionSpec
from advocate_desk.language.catalog import tr


class Actions(QObject):
    """One QAction per line of the table, found by id; menus and toolbar show the same objects."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.specs: tuple[ActionSpec, ...] = TABLE
        self._groups: dict[str, QActionGroup] = {}
        self._actions = {spec.id: self._made(spec) for spec in self.specs}
        self.retranslate()

    def _made(self, spec: ActionSpec) -> QAction:
        action = QAction(self)
        action.setObjectName(spec.id)
        action.setMenuRole(QAction.MenuRole.NoRole)
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

    def action(self, action_id: str) -> QAction:
        """The action with this id."""
        return self._actions[action_id]

    def connect_to(self, action_id: str, slot: Callable[[], object]) -> None:
        """Calls `slot`, without arguments, whenever the action is triggered."""
        self._actions[action_id].triggered.connect(lambda _checked=False: slot())

    def pairs(self) -> tuple[tuple[ActionSpec, QAction], ...]:
        """Every line of the table with its action, in the table's order."""
        return tuple((spec, self._actions[spec.id]) for spec in self.specs)

    def retranslate(self) -> None:
        """Reads every text again in the window's language."""
        for spec, action in self.pairs():
            action.setText(tr(spec.text))
            action.setToolTip(self._tip(spec))
            action.setStatusTip(tr(spec.help) if spec.help else "")

    @staticmethod
    def _tip(spec: ActionSpec) -> str:
        words = tr(spec.help) if spec.help else tr(spec.text)
        key = QKeySequence(spec.shortcut).toString(QKeySequence.SequenceFormat.NativeText)
        return f"{words} ({key})" if key else words
