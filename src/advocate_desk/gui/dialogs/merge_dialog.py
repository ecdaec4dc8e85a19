"""Two records side by side, and what would be left of them."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent
from PySide6.QtGui import QColor, QFont
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QGridLayout,
    QLabel,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from advocate_desk.gui.dialogs.dialog_buttons import DialogButtons
from advocate_desk.gui.known_names import KnownNames
from advocate_desk.gui.models.merge_lines import Line, lines
from advocate_desk.gui.theme import colours
from advocate_desk.gui.widgets.endorser_picker import EndorserPicker
from advocate_desk.gui.widgets.icon_button import IconButton
from advocate_desk.gui.widgets.soft_label import SoftLabel
from advocate_desk.gui.widgets.wrapped_table import WrappedTable
from advocate_desk.language.catalog import tr
from advocate_desk.model.errors import DeskError
from advocate_desk.model.registry_overview import MergePlan
from advocate_desk.model.sentences import sentence

_SIZE = (1120, 640)
_SHARES = (17, 27, 27, 29)


class MergeDialog(QDialog):
    """`value()` is the id of the record that stays, and of the one that joins it."""

    def __init__(
        self,
        parent: QWidget | None,
        plan: Callable[[str, str], MergePlan],
        known: KnownNames,
        endorser_ids: Sequence[str] = (),
    ) -> None:
        super().__init__(parent)
        self._make_plan = plan
        self._known = known
        self._waiting = tuple(endorser_ids[:2])
        self.plan: MergePlan | None = None
        self._make_widgets()
        self._lay_out()
        self._connect()
        self.retranslate()
        self._choose_waiting()
        self._read()

    def _make_widgets(self) -> None:
        self.pickers = (EndorserPicker(self._known), EndorserPicker(self._known))
        self._heads = (QLabel(), QLabel())
        self.swap = IconButton("swap")
        self.hint = SoftLabel()
        self.table = WrappedTable(_SHARES, most_lines=5)
        self.unmask = QCheckBox()
        self.buttons = DialogButtons(self)

    def _lay_out(self) -> None:
        top = QGridLayout()
        top.setHorizontalSpacing(10)
        top.setVerticalSpacing(6)
        for at, (head, picker) in enumerate(zip(self._heads, self.pickers, strict=True)):
            top.addWidget(head, 0, 2 * at)
            top.addWidget(picker, 1, 2 * at)
            top.setColumnStretch(2 * at, 1)
            head.setBuddy(picker)
        top.addWidget(self.swap, 1, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 18, 20, 16)
        column.setSpacing(12)
        column.addLayout(top)
        column.addWidget(self.hint)
        column.addWidget(self.table, 1)
        column.addStretch()  # nothing moves down while there is no table yet
        column.addWidget(self.unmask)
        column.addWidget(self.buttons)
        self.resize(*_SIZE)

    def _connect(self) -> None:
        for picker in self.pickers:
            picker.picked.connect(lambda _id: self._read())
            picker.textEdited.connect(lambda _text: self._read())
        self.swap.clicked.connect(self.swap_sides)
        self.unmask.toggled.connect(lambda _on: self._show())
        self._known.changed.connect(self._choose_waiting)

    def _choose_waiting(self) -> None:
        """The records asked about are shown as soon as the registry is read."""
        if self._waiting and self._known.overview.get(self._waiting[0]) is not None:
            waiting, self._waiting = self._waiting, ()
            for picker, endorser_id in zip(self.pickers, waiting, strict=False):
                picker.choose(endorser_id)

    def swap_sides(self) -> None:
        """Keeps the other record instead."""
        one, other = self.value()
        for picker, endorser_id in zip(self.pickers, (other, one), strict=True):
            picker.choose(endorser_id)
        self._read()

    def value(self) -> tuple[str, str]:
        """Who stays, and who joins."""
        return self.pickers[0].endorser_id, self.pickers[1].endorser_id

    def _read(self) -> None:
        one, other = self.value()
        self.plan, refused = None, ""
        if one and one == other:
            refused = tr("These are one and the same record. Choose another one.")
        elif one and other:
            try:
                self.plan = self._make_plan(one, other)
            except DeskError as error:
                refused = sentence(error)
        self._show(refused)

    def _show(self, refused: str = "") -> None:
        plan = self.plan
        self.buttons.agree.setEnabled(plan is not None)
        self.swap.setEnabled(plan is not None)
        self.table.setVisible(plan is not None)
        self.unmask.setVisible(plan is not None and plan.is_withheld)
        self.hint.setText(refused or self._hint(plan))
        found = lines(plan, self._known, revealed=self.unmask.isChecked()) if plan else []
        self.table.setRowCount(len(found))
        for row, line in enumerate(found):
            self._show_line(row, line)
        self.table.fit()

    def _show_line(self, row: int, line: Line) -> None:
        bold = QFont(self.font())
        bold.setBold(True)
        items = self.table.put(row, (line.title, line.of_kept, line.of_other, line.result))
        items[-1].setFont(bold)
        if line.is_conflict:
            for item in items:
                item.setBackground(QColor(colours(self.palette()).warn.ground))

    @staticmethod
    def _hint(plan: MergePlan | None) -> str:
        if plan is None:
            return tr("Choose two records by typing a part of a name.")
        if any(answer.is_conflict for answer in plan.answers):
            return tr(
                "No name, contact or answer is lost. Where both answered for one statement, "
                "the firmer answer stays; what happened to both is kept. Undo takes it back."
            )
        return tr("No name, contact or answer is lost. Undo takes it back.")

    def retranslate(self) -> None:
        """Reads every text again in the window's language."""
        self.setWindowTitle(tr("Merge two records"))
        words = (tr("This record stays"), tr("This one joins it"))
        for head, picker, text in zip(self._heads, self.pickers, words, strict=True):
            head.setText(text)
            picker.name(tr("Type a name"))
            picker.setAccessibleName(text)
        self.swap.say(tr("Swap"), tr("Keep the other record instead"))
        self.unmask.setText(tr("Show withheld names"))
        self.table.setHorizontalHeaderLabels(["", *words, tr("Afterwards")])
        self.table.setAccessibleName(tr("What is kept of both records"))
        self.buttons.say(tr("Merge"), tr("Cancel"))
        self._show()

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()
        elif event.type() is QEvent.Type.PaletteChange and hasattr(self, "buttons"):
            self._show()
