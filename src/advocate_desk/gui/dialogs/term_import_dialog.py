"""What bringing a glossary in would do, before anything is written."""

from __future__ import annotations

from PySide6.QtCore import QStringListModel
from PySide6.QtWidgets import QDialog, QListView, QVBoxLayout, QWidget

from advocate_desk.gui.dialogs.dialog_buttons import DialogButtons
from advocate_desk.gui.widgets.soft_label import SoftLabel
from advocate_desk.gui.widgets.wrapped_delegate import WrappedDelegate
from advocate_desk.language.catalog import current, ntr, tr
from advocate_desk.language.numbers import in_digits
from advocate_desk.model.draft import ListedRow
from advocate_desk.model.glossary import TermPlan
from advocate_desk.model.sentences import filled, note_sentence


class TermImportDialog(QDialog):
    """Counts every row, and lists those that are not taken with the reason."""

    def __init__(self, parent: QWidget | None, planned: TermPlan) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Import glossary"))
        self.counts = SoftLabel(counts(planned))
        self.notes = SoftLabel("\n".join(map(note_sentence, planned.notes)))
        self.notes.setVisible(bool(planned.notes))
        self.list = QListView()
        self.list.setAccessibleName(tr("Rows that are not taken"))
        self.list.setModel(QStringListModel([listed_sentence(one) for one in planned.listed]))
        self.list.setItemDelegate(WrappedDelegate(self.list))
        self.list.setResizeMode(QListView.ResizeMode.Adjust)
        self.list.setVisible(bool(planned.listed))
        self.buttons = DialogButtons(self)
        self.buttons.say(tr("Import"), tr("Cancel"))
        self.buttons.agree.setEnabled(bool(planned.added or planned.changed))
        self._lay_out(bool(planned.listed))

    def _lay_out(self, is_long: bool) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 18, 20, 16)
        column.setSpacing(12)
        column.addWidget(self.counts)
        column.addWidget(self.notes)
        column.addWidget(self.list, 1)
        if not is_long:
            column.addStretch(1)
        column.addWidget(self.buttons)
        self.resize(640, 420 if is_long else 180)


def counts(planned: TermPlan) -> str:
    """How the rows fared, in one line."""
    parts = (
        ntr("1 row read", "{n} rows read", planned.rows),
        ntr("1 new term", "{n} new terms", len(planned.added)),
        ntr("1 changed", "{n} changed", len(planned.changed)),
        ntr("1 the same already", "{n} the same already", planned.unchanged),
        ntr("1 not taken", "{n} not taken", len(planned.listed)),
    )
    return " · ".join(parts)


def listed_sentence(row: ListedRow) -> str:
    """A row that is not taken, and why."""
    number = in_digits(row.row, current())
    return f"{number}: {row.text} — {filled(row.reason, row.arguments)}"
