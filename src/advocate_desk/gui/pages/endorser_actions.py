"""The row of buttons above the endorsers' table."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QWidget

from advocate_desk.gui.widgets.flow_layout import FlowLayout
from advocate_desk.gui.widgets.icon_button import IconButton, add_to
from advocate_desk.language.catalog import tr
from advocate_desk.model.endorser_order import EndorserOrder
from advocate_desk.model.kinds import ENGLISH, KHMER, EndorsementState, ShowAs
from advocate_desk.model.words import language_word, word

# What the menu “More” offers; `gui/flows/consent_flows.py` says what each does.
DETAILS, EARLIER, MESSAGES, LINE = "details", "earlier", "messages", "line"


class EndorserActions(QWidget):
    """Add, import, edit, answers, withholding, order, removal: each with its word."""

    state_chosen = Signal(object)
    answer_wanted = Signal()
    show_as_chosen = Signal(object)
    order_chosen = Signal(object)
    pin_chosen = Signal(bool)
    move_chosen = Signal(int)
    more_chosen = Signal(str)
    columns_asked = Signal(QMenu)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.add = IconButton("add")
        self.import_list = IconButton("import")
        self.edit = IconButton("edit")
        self.answer = IconButton("answer_confirmed")
        self.way = IconButton("name_withheld")
        self.order = IconButton("sort")
        self.more = IconButton("more")
        self.remove = IconButton("remove")
        self.copy = QAction(self)
        self._make_answers()
        self._make_orders()
        self._make_more()
        row = FlowLayout(self, spacing=1)
        for button in self._buttons():
            row.addWidget(button)
        self.retranslate()

    def _buttons(self) -> tuple[IconButton, ...]:
        first = (self.add, self.import_list, self.edit, self.answer, self.way)
        return (*first, self.order, self.more, self.remove)

    def _make_answers(self) -> None:
        answers, ways = self.answer.give_menu(), self.way.give_menu()
        self.with_details = add_to(answers, "answer")
        self.with_details.triggered.connect(self.answer_wanted)
        answers.addSeparator()
        self.states = {state: add_to(answers, state.value) for state in EndorsementState}
        self.ways = {way: add_to(ways, way.value) for way in ShowAs}
        for state, action in self.states.items():
            action.triggered.connect(partial(self.state_chosen.emit, state))
        for way, action in self.ways.items():
            action.triggered.connect(partial(self.show_as_chosen.emit, way))

    def _make_orders(self) -> None:
        menu = self.order.give_menu()
        group = QActionGroup(self)
        self.orders = {order: add_to(menu, order.value or "hand") for order in EndorserOrder}
        for order, action in self.orders.items():
            action.setCheckable(True)
            group.addAction(action)
            action.triggered.connect(partial(self.order_chosen.emit, order))
        menu.addSeparator()
        self.up, self.down = add_to(menu, "up"), add_to(menu, "down")
        self.pin, self.unpin = add_to(menu, "pin"), add_to(menu, "unpin")
        self.up.triggered.connect(partial(self.move_chosen.emit, -1))
        self.down.triggered.connect(partial(self.move_chosen.emit, 1))
        self.pin.triggered.connect(partial(self.pin_chosen.emit, True))
        self.unpin.triggered.connect(partial(self.pin_chosen.emit, False))

    def _make_more(self) -> None:
        menu = self.more.give_menu()
        self.others = {name: add_to(menu, name) for name in (DETAILS, MESSAGES, EARLIER, LINE)}
        for name, action in self.others.items():
            action.triggered.connect(partial(self.more_chosen.emit, name))
        menu.addSeparator()
        self.columns = menu.addMenu("")
        self.columns.aboutToShow.connect(self._fill_columns)

    def _fill_columns(self) -> None:
        self.columns.clear()
        self.columns_asked.emit(self.columns)

    def allow(self, *, statement: bool, rows: int, selected: int, outdated: int) -> None:
        """Switches off what cannot be done now."""
        for button in (self.add, self.import_list, self.more):
            button.setEnabled(statement)
        self.edit.setEnabled(selected == 1)
        for action in (self.up, self.down, self.others[DETAILS]):
            action.setEnabled(selected == 1)
        for action in (self.pin, self.unpin, self.others[MESSAGES], self.copy):
            action.setEnabled(selected > 0)
        for sorting in self.orders.values():
            sorting.setEnabled(rows > 1)
        for button in (self.answer, self.way, self.remove):
            button.setEnabled(selected > 0)
        self.order.setEnabled(rows > 1)
        self.others[EARLIER].setEnabled(outdated > 0)

    def show_order(self, order: EndorserOrder) -> None:
        """Ticks the order in which the list is kept."""
        self.orders[order].setChecked(True)

    def context_menu(self, parent: QWidget) -> QMenu:
        """What can be done with the selected rows."""
        menu = QMenu(parent)
        menu.addAction(self.edit.text() + "\tF2", self.edit.click).setEnabled(self.edit.isEnabled())
        for button in (self.answer, self.way, self.order):
            submenu = menu.addMenu(button.accessibleName())
            submenu.addActions(button.menu().actions())
            submenu.setEnabled(button.isEnabled())
        menu.addSeparator()
        menu.addAction(self.others[DETAILS])
        menu.addAction(self.others[MESSAGES])
        menu.addSeparator()
        menu.addAction(self.copy)
        menu.addAction(self.remove.text(), self.remove.click).setEnabled(self.remove.isEnabled())
        return menu

    def retranslate(self) -> None:
        """Reads every text again in the window's language."""
        self.add.say(tr("Add"), tr("Add endorser"))
        self.import_list.say(tr("Import…"), tr("Paste a list of names or read one from a file"))
        self.edit.say(tr("Edit"), tr("Changes the names of the selected endorser"))
        self.answer.say(tr("Set answer"), tr("Sets the answer of all selected endorsers"))
        self.way.say(tr("Show as"), tr("Prints the selected names, or withholds them"))
        self.order.say(tr("Order"), tr("Moves an endorser, or sorts the whole list"))
        self.more.say(tr("More"), tr("History, evidence, messages, and what the table shows"))
        self.remove.say(tr("Remove"), tr("Takes the selected endorsers off the list"))
        self.columns.setTitle(tr("Columns"))
        for action, text in self._words():
            action.setText(text)

    def _words(self) -> Iterator[tuple[QAction, str]]:
        yield self.with_details, tr("Answer with details…")
        yield self.up, tr("Move up") + "\tAlt+↑"
        yield self.down, tr("Move down") + "\tAlt+↓"
        yield self.pin, tr("Pin to this place")
        yield self.unpin, tr("Unpin")
        yield self.copy, tr("Copy rows")
        yield self.others[DETAILS], tr("History and evidence…")
        yield self.others[MESSAGES], tr("Messages to copy…")
        yield self.others[EARLIER], tr("Agreed to an earlier text…")
        yield self.others[LINE], tr("Line of withheld names…")
        for vocabulary in (self.states, self.ways):
            yield from ((action, word(value)) for value, action in vocabulary.items())
        yield from ((action, order_word(order)) for order, action in self.orders.items())


def order_word(order: EndorserOrder) -> str:
    """How a list is kept in order, in words."""
    return {
        EndorserOrder.BY_HAND: tr("By hand"),
        EndorserOrder.ENGLISH: tr(
            "Sort by the names in {language}", language=language_word(ENGLISH)
        ),
        EndorserOrder.KHMER: tr("Sort by the names in {language}", language=language_word(KHMER)),
        EndorserOrder.KIND: tr("Sort by kind, then name"),
        EndorserOrder.DATE: tr("Sort by date of the answer"),
    }[order]
