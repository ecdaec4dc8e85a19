"""The registry of endorsers: searched, put in order, added to, corrected, merged."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QEvent, QPoint, Qt, QTimer
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QHBoxLayout,
    QLineEdit,
    QMenu,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from advocate_desk.gui.endorser_kinds import ENDORSER_KINDS, kind_word
from advocate_desk.gui.models.registry_table_model import (
    RegistryColumn,
    RegistryTableModel,
    column_words,
)
from advocate_desk.gui.registry_work import RegistryWork
from advocate_desk.gui.widgets.empty_state import EmptyState
from advocate_desk.gui.widgets.icon_button import IconButton, add_to
from advocate_desk.gui.widgets.province_box import in_order
from advocate_desk.gui.widgets.registry_table import RegistryTable
from advocate_desk.gui.widgets.soft_label import SoftLabel
from advocate_desk.gui.widgets.toast import Toast
from advocate_desk.language.catalog import current, ntr, tr
from advocate_desk.model.kinds import KHMER
from advocate_desk.model.provinces import province_word
from advocate_desk.model.registry_overview import Wanted

_PAUSE = 100
_SIZE = (1240, 660)


class RegistryDialog(QDialog):
    """A table of every endorser; what is done with them is done by `RegistryWork`."""

    def __init__(
        self, parent: QWidget | None, work: RegistryWork, *, statement_id: str = ""
    ) -> None:
        super().__init__(parent)
        self._work = work
        self._statement_id = statement_id
        self._wanted_id = ""
        self._make_widgets()
        self._lay_out()
        self._connect()
        self._add_keys()
        self.retranslate()
        self._read()
        work.known.follow()

    def _make_widgets(self) -> None:
        self.search = QLineEdit()
        self.search.setClearButtonEnabled(True)
        self.kind_box, self.province_box = QComboBox(), QComboBox()
        self.province_box.setMaxVisibleItems(16)
        self.add_button, self.edit_button = IconButton("add"), IconButton("edit")
        self.merge_button, self.doubles_button = IconButton("merge"), IconButton("duplicate")
        self.statistics_button, self.order_button = IconButton("chart"), IconButton("sort")
        self.delete_button = IconButton("remove")
        menu = self.order_button.give_menu()
        self.orders = {column: add_to(menu, column.name.casefold()) for column in RegistryColumn}
        self.model = RegistryTableModel(self)
        self.table = RegistryTable(self.model)
        if current() == KHMER:
            self.table.order_by(RegistryColumn.KHMER)
        self.empty = EmptyState()
        self.pages = QStackedWidget()
        self.count, self.notice = SoftLabel(), SoftLabel()
        self.close_button = QPushButton()
        self.close_button.setAutoDefault(False)
        self.toast = Toast(self)
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE)

    def _buttons(self) -> tuple[IconButton, ...]:
        return (
            self.add_button,
            self.edit_button,
            self.merge_button,
            self.delete_button,
            self.order_button,
            self.doubles_button,
            self.statistics_button,
        )

    def _lay_out(self) -> None:
        looking = QHBoxLayout()
        looking.setSpacing(8)
        looking.addWidget(self.search, 1)
        looking.addWidget(self.kind_box)
        looking.addWidget(self.province_box)
        tools = QHBoxLayout()
        tools.setSpacing(4)
        for button in self._buttons():
            tools.addWidget(button)
        tools.addStretch(1)
        self.pages.addWidget(self.empty)
        self.pages.addWidget(self.table)
        foot = QHBoxLayout()
        foot.addWidget(self.count, 1)
        foot.addWidget(self.close_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 18, 20, 16)
        column.setSpacing(10)
        column.addLayout(looking)
        column.addLayout(tools)
        column.addWidget(self.pages, 1)
        column.addWidget(self.notice)
        column.addLayout(foot)
        self.notice.hide()
        self.resize(*_SIZE)

    def _connect(self) -> None:
        self.search.textChanged.connect(lambda _text: self._pause.start())
        self._pause.timeout.connect(self.look)
        for box in (self.kind_box, self.province_box):
            box.activated.connect(lambda _at: self.look())
        self.add_button.clicked.connect(self.add)
        self.edit_button.clicked.connect(self.edit)
        self.merge_button.clicked.connect(self.merge)
        self.delete_button.clicked.connect(self.delete)
        self.doubles_button.clicked.connect(lambda: self._work.doubles(self))
        self.statistics_button.clicked.connect(self._show_statistics)
        self.close_button.clicked.connect(self.accept)
        self.empty.pressed.connect(self._press_empty)
        for column, action in self.orders.items():
            action.triggered.connect(partial(self.table.order_by, column))
        self.table.opened.connect(lambda _id: self.edit())
        self.table.removal_asked.connect(self.delete)
        self.table.selectionModel().selectionChanged.connect(lambda *_: self._allow())
        self.table.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.table.customContextMenuRequested.connect(self._show_menu)
        self.toast.undo_wanted.connect(self.undo)
        self._work.known.changed.connect(self._read)
        self._work.operations.refused.connect(self._tell)

    def _add_keys(self) -> None:
        key = QKeySequence.StandardKey
        for keys, slot in (
            (key.Undo, self.undo),
            (key.Redo, self.redo),
            (key.Find, self.search.setFocus),
            (key.New, self.add),
            (QKeySequence("Ctrl+M"), self.merge),
        ):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.activated.connect(slot)

    # What is shown

    def _read(self) -> None:
        """Shows the registry as it was read last."""
        chosen = (self._wanted_id,) if self._wanted_id else self.table.chosen_ids()
        self.model.show(self._work.known.overview)
        self._fill_provinces()
        if self._wanted_id and self.model.row_of(self._wanted_id) >= 0:
            self._wanted_id = ""
        self.table.choose(chosen)
        self._say_count()

    def look(self) -> None:
        """Looks for the endorsers with the words, of the kind, in the province."""
        self._pause.stop()
        chosen = self.table.chosen_ids()
        kind, province = (
            str(box.currentData() or "") for box in (self.kind_box, self.province_box)
        )
        self.model.look_for(Wanted(self.search.text(), kind, province))
        self.table.choose(chosen)
        self._say_count()

    def _say_count(self) -> None:
        shown, every = len(self.model.rows), len(self.model.overview)
        self.pages.setCurrentIndex(1 if shown else 0)
        if not self._work.known.is_read:
            self.empty.set_text(tr("Reading the registry…"))
        elif every:
            self.empty.set_text(tr("No endorser is like that."), tr("Show all"))
        else:
            self.empty.set_text(
                tr("The registry is empty. Whoever endorses a statement is kept here."),
                tr("Add endorser"),
            )
        words = ntr("{n} endorser", "{n} endorsers", every)
        self.count.setText(tr("{n} of {words}", n=shown, words=words) if shown != every else words)
        self._allow()

    def _allow(self) -> None:
        chosen = len(self.table.chosen_rows())
        self.edit_button.setEnabled(chosen == 1)
        self.delete_button.setEnabled(chosen == 1)
        self.merge_button.setEnabled(chosen <= 2 and len(self.model.overview) > 1)
        for button in (self.doubles_button, self.order_button):
            button.setEnabled(len(self.model.overview) > 1)

    def _press_empty(self) -> None:
        if len(self.model.overview):
            self.search.clear()
            for box in (self.kind_box, self.province_box):
                box.setCurrentIndex(0)
            self.look()
        else:
            self.add()

    def _tell(self, text: str) -> None:
        self.notice.setText(text)
        self.notice.setVisible(bool(text))

    # What can be done

    def choose(self, endorser_id: str) -> None:
        """Chooses an endorser, as soon as it is read."""
        self._wanted_id = endorser_id
        self.table.choose((endorser_id,))

    def add(self) -> None:
        """Asks for a new endorser."""
        self._tell("")
        if made := self._work.add(self):
            self._tell("")
            self.choose(made)

    def edit(self) -> None:
        """Asks for the chosen record anew."""
        chosen = self.table.chosen_ids()
        if len(chosen) == 1:
            self._tell("")
            if self._work.edit(self, chosen[0]):
                self._tell("")
                self.choose(chosen[0])

    def merge(self) -> None:
        """Asks which of the chosen records stays."""
        chosen = self.table.chosen_ids()
        if len(chosen) > 2:
            return
        self._tell("")
        if kept := self._work.merge(self, chosen):
            self.choose(kept)
            self.toast.tell(tr("Two records became one."))

    def delete(self) -> None:
        """Takes the chosen endorser out of the registry; the refusal stands in the window."""
        chosen = self.table.chosen_ids()
        if len(chosen) != 1:
            return
        self._tell("")
        if self._work.delete(chosen[0]):
            self.toast.tell(tr("Deleted."))

    def undo(self) -> None:
        """Takes the last step back."""
        self._tell("")
        self._work.operations.run(self._work.operations.desk.history.undo)

    def redo(self) -> None:
        """Does again what was taken back."""
        self._tell("")
        self._work.operations.run(self._work.operations.desk.history.redo)

    def _show_statistics(self) -> None:
        self._work.statistics(self, self._statement_id)

    def _show_menu(self, place: QPoint) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for button in (self.edit_button, self.merge_button, self.delete_button):
            action: QAction = menu.addAction(button.text(), button.click)
            action.setEnabled(button.isEnabled())
        menu.addAction(tr("Copy rows"), self.table.copy)
        menu.popup(self.table.viewport().mapToGlobal(place))

    def stop(self) -> None:
        """Nobody looks any more."""
        self._pause.stop()
        self._work.known.leave()

    # Words

    def retranslate(self) -> None:
        """Reads every text again in the window's language."""
        self.setWindowTitle(tr("Registry of endorsers"))
        self.search.setPlaceholderText(tr("Search names, acronyms and other names"))
        self.search.setAccessibleName(tr("Search the registry"))
        self.add_button.say(tr("Add…"), tr("Adds an endorser to the registry") + " (Ctrl+N)")
        self.edit_button.say(tr("Edit…"), tr("Changes the chosen record") + " (Enter)")
        self.merge_button.say(tr("Merge…"), tr("Makes two records one") + " (Ctrl+M)")
        self.delete_button.say(tr("Delete"), tr("Takes the chosen endorser out of the registry"))
        self.doubles_button.say(tr("Possible doubles…"))
        self.statistics_button.say(tr("Statistics…"))
        self.order_button.say(tr("Order"), tr("Puts the rows in order by a column"))
        for column, text in column_words().items():
            self.orders[column].setText(text)
        self.close_button.setText(tr("Close"))
        self._fill_kinds()
        self._fill_provinces()
        self.table.retranslate()
        self._say_count()

    def _fill_kinds(self) -> None:
        kinds = [(kind_word(kind), kind) for kind in ENDORSER_KINDS]
        _fill(self.kind_box, [(tr("Any kind"), ""), *kinds], tr("Kind"))

    def _fill_provinces(self) -> None:
        there = in_order(self.model.overview.provinces)
        names = [(province_word(name, current()), name) for name in there]
        _fill(self.province_box, [(tr("Any province"), ""), *names], tr("Province"))

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if enter and self.search.hasFocus():
            self.look()
            self.table.setFocus()
        elif event.key() == Qt.Key.Key_Down and self.search.hasFocus():
            self.table.setFocus()
        elif not enter:
            super().keyPressEvent(event)

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()


def _fill(box: QComboBox, choices: list[tuple[str, str]], name: str) -> None:
    """Fills a box anew; what was chosen stays chosen while there is such a thing."""
    chosen = box.currentData()
    box.blockSignals(True)
    box.clear()
    for shown, value in choices:
        box.addItem(shown, value)
    box.setCurrentIndex(max(0, box.findData(chosen)))
    box.setAccessibleName(name)
    box.blockSignals(False)
