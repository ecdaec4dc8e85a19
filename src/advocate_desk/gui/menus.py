"""Menu bar and toolbar, filled from the table of actions."""

from __future__ import annotations

from PySide6.QtCore import QObject, QSize, Signal
from PySide6.QtWidgets import QHBoxLayout, QMainWindow, QMenu, QToolBar, QToolButton, QWidget

from advocate_desk.gui.action_spec import ActionSpec
from advocate_desk.gui.action_table import MENUS, SUBMENUS
from advocate_desk.gui.actions import Actions
from advocate_desk.language.catalog import tr

TOOLS: tuple[tuple[str, ...], ...] = (
    ("new_statement", "open_desk"),
    ("insert_clause", "add_block", "show_endorsers"),
    ("undo", "redo"),
    ("check", "export"),
)
# Submenus that something else fills, and before which action they stand.
_OPEN_SUBMENUS = {
    "import": "recent",
    "statement_date": "statement_kind",
    "move_up": "add_kind",
    "insert_footnote": "placeholder",
}
# Qt.ToolButtonStyle; the namespace Qt itself costs 20 ms, which are not to be had before the paint.
TEXT_BESIDE_ICON = 2
_SWITCH = (("language_km", "ខ្មែរ"), ("language_en", "EN"))


class Menus(QObject):
    """The menus of the window; `filling` asks for the content of a submenu before it opens."""

    filling = Signal(str, QMenu)

    def __init__(self, window: QMainWindow, actions: Actions) -> None:
        super().__init__(window)
        self._actions = actions
        self._bar = window.menuBar()
        self._menus = {name: QMenu(window) for name, _ in MENUS}
        self._submenus: dict[str, QMenu] = {}
        for menu in self._menus.values():
            self._bar.addMenu(menu)
        self.switch = LanguageSwitch(actions, window)
        self._bar.setCornerWidget(self.switch)
        self.retranslate()

    def complete(self) -> None:
        """Fills the menus; nobody sees inside them before the first paint."""
        for spec in self._actions.specs:
            self._add(spec)
        self.retranslate()

    def _add(self, spec: ActionSpec) -> None:
        menu = self._menus[spec.menu]
        if spec.break_before:
            self._line_place(menu, spec.submenu).addSeparator()
        if spec.id in _OPEN_SUBMENUS:
            self._open_submenu(menu, _OPEN_SUBMENUS[spec.id])
        if spec.submenu:
            menu = self._submenu(menu, spec.submenu)
        menu.addAction(self._actions.action(spec.id))

    def _line_place(self, menu: QMenu, submenu: str) -> QMenu:
        """Where a line is drawn: above a submenu that begins, inside one that is there."""
        return self._submenus.get(submenu, menu)

    def _submenu(self, menu: QMenu, name: str) -> QMenu:
        if name not in self._submenus:
            self._submenus[name] = QMenu(menu)
            menu.addMenu(self._submenus[name])
        return self._submenus[name]

    def _open_submenu(self, menu: QMenu, name: str) -> None:
        submenu = self._submenu(menu, name)
        submenu.aboutToShow.connect(lambda: self._fill(name, submenu))

    def _fill(self, name: str, submenu: QMenu) -> None:
        submenu.clear()
        self.filling.emit(name, submenu)

    def retranslate(self) -> None:
        """Reads the titles again in the window's language."""
        for name, text in MENUS:
            self._menus[name].setTitle(tr(text))
        for name, submenu in self._submenus.items():
            submenu.setTitle(tr(SUBMENUS[name]))
        self.switch.retranslate()


class LanguageSwitch(QWidget):
    """[ខ្មែរ | EN] at the right of the menu bar: one click, and the window speaks the other one."""

    def __init__(self, actions: Actions, parent: QWidget) -> None:
        super().__init__(parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(4, 2, 8, 2)
        row.setSpacing(2)
        self.buttons: list[QToolButton] = []
        for action_id, words in _SWITCH:
            button = QToolButton()
            button.setText(words)
            button.setCheckable(True)
            action = actions.action(action_id)
            action.toggled.connect(button.setChecked)
            button.clicked.connect(action.trigger)
            button.clicked.connect(lambda _on, b=button, a=action: b.setChecked(a.isChecked()))
            row.addWidget(button)
            self.buttons.append(button)

    def retranslate(self) -> None:
        """Reads the names of the buttons again in the window's language."""
        for button, (_, own) in zip(self.buttons, _SWITCH, strict=True):
            button.setAccessibleName(tr("Language of the window: {name}", name=own))
            button.setToolTip(button.accessibleName())


def tool_bar(window: QMainWindow, actions: Actions) -> QToolBar:
    """The toolbar: text beside icons, in groups."""
    bar = QToolBar(window)
    bar.setObjectName("tools")
    bar.setMovable(False)
    bar.setIconSize(QSize(18, 18))
    bar.setProperty("toolButtonStyle", TEXT_BESIDE_ICON)
    for number, group in enumerate(TOOLS):
        if number:
            bar.addSeparator()
        for action_id in group:
            bar.addAction(actions.action(action_id))
    window.addToolBar(bar)
    return bar
