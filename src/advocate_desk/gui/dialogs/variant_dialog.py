"""Which clause of the library another one is a variant of, and what sets it apart."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QHBoxLayout,
    QLabel,
    QListView,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from advocate_desk.gui.dialogs.dialog_buttons import DialogButtons
from advocate_desk.gui.models.clauses_list_model import ClausesListModel
from advocate_desk.gui.widgets.clause_delegate import ClauseDelegate
from advocate_desk.gui.widgets.soft_label import SoftLabel
from advocate_desk.gui.widgets.stepping_line import SteppingLine
from advocate_desk.language.catalog import tr
from advocate_desk.model.clause import Clause, Variant
from advocate_desk.model.words import variant_word

PAUSE_MS = 60
Search = Callable[[Clause, str, Callable[[tuple[Clause, ...]], None]], Callable[[], None]]


class VariantDialog(QDialog):
    """A clause in; the id of its sibling and the word that sets it apart out."""

    def __init__(self, parent: QWidget | None, clause: Clause, search: Search) -> None:
        super().__init__(parent)
        self._clause, self._search = clause, search
        self._stop: Callable[[], None] = lambda: None
        self.about, self.search = SoftLabel(), SteppingLine()
        self.model = ClausesListModel(self)
        self.list = QListView()
        self.list.setModel(self.model)
        self.list.setItemDelegate(ClauseDelegate(self.list))
        self.list.setUniformItemSizes(True)
        self.list.setProperty("framed", "true")
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.variant_label, self.variant = QLabel(), QComboBox()
        self.variant.setEditable(True)
        self.variant_label.setBuddy(self.variant)
        self.buttons = DialogButtons(self)
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._lay_out()
        self._connect()
        self.retranslate()
        self.variant.setCurrentText(variant_word(clause.variant) if clause.variant else "")
        self._look()

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.variant_label)
        row.addWidget(self.variant, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 18, 20, 16)
        column.setSpacing(10)
        column.addWidget(self.about)
        column.addWidget(self.search)
        column.addWidget(self.list, 1)
        column.addLayout(row)
        column.addWidget(self.buttons)
        self.resize(560, 480)

    def _connect(self) -> None:
        self.search.textChanged.connect(lambda _text: self._pause.start())
        self.search.stepped.connect(lambda by: self._choose(self.list.currentIndex().row() + by))
        self._pause.timeout.connect(self._look)
        self.list.selectionModel().currentChanged.connect(lambda *_rows: self._check())
        self.variant.editTextChanged.connect(lambda _text: self._check())

    def _look(self) -> None:
        self.stop_looking()
        self._stop = self._search(self._clause, self.search.text(), self._show)

    def stop_looking(self) -> None:
        """Looks for nothing any more: what is still found is thrown away."""
        self._pause.stop()
        self._stop()

    def _show(self, found: tuple[Clause, ...]) -> None:
        self.model.show(found)
        self._choose(0)
        self._check()

    def _choose(self, row: int) -> None:
        last = self.model.rowCount() - 1
        self.list.setCurrentIndex(self.model.index(max(0, min(row, last)), 0))

    def _check(self) -> None:
        sibling_id, variant = self.value()
        self.buttons.agree.setEnabled(bool(sibling_id and variant))

    def value(self) -> tuple[str, str]:
        """The id of the other clause, and a word of ours or one's own."""
        clause = self.model.clause(self.list.currentIndex().row())
        typed = self.variant.currentText().strip()
        known = {variant_word(one): one.value for one in Variant}
        return (clause.id if clause else "", known.get(typed, typed))

    def retranslate(self) -> None:
        """Reads every text again in the window's language."""
        self.setWindowTitle(tr("Make it a variant"))
        name = ClausesListModel.lines(self._clause)[0]
        self.about.setText(tr("Which clause says the same as “{name}” in another way?", name=name))
        self.search.setPlaceholderText(tr("Search Khmer or English"))
        self.search.setAccessibleName(tr("Search the clause library"))
        self.list.setAccessibleName(tr("Clauses found"))
        self.variant_label.setText(tr("What sets the variant apart"))
        self.variant.setAccessibleName(tr("What sets the variant apart"))
        typed = self.variant.currentText()
        self.variant.clear()
        self.variant.addItems([variant_word(one) for one in Variant])
        self.variant.setCurrentText(typed)
        self.buttons.say(tr("Make it a variant"), tr("Cancel"))
        self._check()

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()
