"""The row of buttons above the endorsers' table."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from advocate_desk.gui.widgets.flow_layout import FlowLayout
from advocate_desk.gui.widgets.icon_button import IconButton, add_to
from advocate_desk.language.catalog import tr
from advocate_desk.model.kinds import SHIPPED_LANGUAGES, EndorsementState, ShowAs
from advocate_desk.model.words import language_word, word


class EndorserActions(QWidget):
    """Add, import, edit, answers, withholding, order, removal: each with its word."""

    state_chosen = Signal(object)
    show_as_chosen = Signal(object)
    sort_chosen = Signal(str)
    move_chosen = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.add = IconButton("add")
        self.import_list = IconButton("import")
        self.edit = IconButton("edit")
        self.answer = IconButton("answer_confirmed")
        self.way = IconButton("name_withheld")
        self.order = IconButton("sort")
        self.remove = IconButton("remove")
        self.copy = QAction(self)
        self._make_menus()
        row = FlowLayout(self, spacing=4)
        for button in self._buttons():
            row.addWidget(button)
        self.retranslate()

    def _buttons(self) -> tuple[IconButton, ...]:
        first = (self.add, self.import_list, self.edit, self.answer, self.way)
        return (*first, self.order, self.remove)

    def _make_menus(self) -> None:
        answers, ways, orders = (
            button.give_menu() for button in (self.answer, self.way, self.order)
        )
        self.states = {state: add_to(answers, state.value) for state in EndorsementState}
        self.ways = {way: add_to(ways, way.value) for way in ShowAs}
        self.up, self.down = add_to(orders, "up"), add_to(orders, "down")
        orders.addSeparator()
        self.orders = {code: add_to(orders, code) for code in SHIPPED_LANGUAGES}
        for state, action in self.states.items():
            action.triggered.connect(partial(self.state_chosen.emit, state))
        for way, action in self.ways.items():
            action.triggered.connect(partial(self.show_as_chosen.emit, way))
        for code, action in self.orders.items():
            action.triggered.connect(partial(self.sort_chosen.emit, code))
        self.up.triggered.connect(partial(self.move_chosen.emit, -1))
        self.down.triggered.connect(partial(self.move_chosen.emit, 1))

    def allow(self, *, statement: bool, rows: int, selected: int) -> None:
        """Switches off what cannot be done now."""
        for button in (self.add, self.import_list):
            button.setEnabled(statement)
        self.edit.setEnabled(selected == 1)
        for action in (self.up, self.down):
            action.setEnabled(selected == 1)
        for sorting in self.orders.values():
            sorting.setEnabled(rows > 1)
        for button in (self.answer, self.way, self.remove):
            button.setEnabled(selected > 0)
        self.order.setEnabled(rows > 1)
        self.copy.setEnabled(selected > 0)

    def context_menu(self, parent: QWidget) -> QMenu:
        """What can be done with the selected rows."""
        menu = QMenu(parent)
        menu.addAction(self.edit.text(), self.edit.click).setEnabled(self.edit.isEnabled())
        for button in (self.answer, self.way, self.order):
            submenu = menu.addMenu(button.accessibleName())
            submenu.addActions(button.menu().actions())
        menu.addSeparator()
        menu.addAction(self.copy)
        menu.addAction(self.remove.text(), self.remove.click)
        return menu

    def retranslate(self) -> None:
        """Reads every text again in the window's language."""
        self.add.say(tr("Add endorser"))
        self.import_list.say(tr("Import…"), tr("Paste a list of names or read one from a file"))
        self.edit.say(tr("Edit"), tr("Changes the names of the selected endorser"))
        self.answer.say(tr("Set answer"), tr("Sets the answer of all selected endorsers"))
        self.way.say(tr("Show as"), tr("Prints the selected names, or withholds them"))
        self.order.say(tr("Order"), tr("Moves an endorser, or sorts the whole list"))
        self.up.setText(tr("Move up") + "\tAlt+↑")
        self.down.setText(tr("Move down") + "\tAlt+↓")
        self.remove.say(tr("Remove"), tr("Takes the selected endorsers off the list"))
        self.copy.setText(tr("Copy rows"))
        for state, action in self.states.items():
            action.setText(word(state))
        for way, action in self.ways.items():
            action.setText(word(way))
        for code, action in self.orders.items():
            action.setText(tr("Sort by the names in {language}", language=language_word(code)))
