"""What the small dialogs about lists that go out have in common."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtGui import QPalette
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QFormLayout,
    QLabel,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from advocate_desk.gui.dialogs.dialog_buttons import DialogButtons
from advocate_desk.gui.widgets.soft_label import SoftLabel
from advocate_desk.language.catalog import tr

_WIDE = 560
Choices = Sequence[tuple[str, str]]


class OutDialog(QDialog):
    """A sentence, fields one below the other, and two buttons; it lives as long as one question."""

    def __init__(self, title: str, about: str, agree: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.about = SoftLabel(about)
        self.form = QFormLayout()
        self.form.setVerticalSpacing(10)
        self.form.setHorizontalSpacing(14)
        self.form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.DontWrapRows)
        self.form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.ExpandingFieldsGrow)
        self.buttons = DialogButtons(self)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(20, 18, 20, 16)
        self.column.setSpacing(12)
        self.column.addWidget(self.about)
        self.column.addLayout(self.form)
        self.column.addStretch(1)
        self.column.addWidget(self.buttons)
        self.buttons.say(agree, tr("Cancel"))
        self.setMinimumWidth(_WIDE)

    def choice(self, label: str, choices: Choices, chosen: str = "") -> QComboBox:
        """A closed list of values with their words."""
        box = QComboBox()
        box.setAccessibleName(label)
        for value, words in choices:
            box.addItem(words, value)
        box.setCurrentIndex(max(box.findData(chosen), 0))
        self._add(label, box)
        return box

    def line(self, label: str, text: str) -> QLineEdit:
        """One line to type."""
        edit = QLineEdit(text)
        edit.setAccessibleName(label)
        edit.setMaxLength(200)
        self._add(label, edit)
        return edit

    def _add(self, label: str, field: QWidget) -> None:
        shown = QLabel(label)
        shown.setBuddy(field)
        self.form.addRow(shown, field)

    def tick(self, text: str, about: str = "") -> QCheckBox:
        """Something to agree to; what it means stands below it."""
        box = QCheckBox(text)
        below = QVBoxLayout()
        below.setSpacing(2)
        below.addWidget(box)
        if about:
            explained = self.note(about)
            explained.setContentsMargins(24, 0, 0, 0)
            below.addWidget(explained)
            box.setAccessibleDescription(about)
        self.form.addRow(below)
        return box

    def note(self, text: str) -> SoftLabel:
        """A sentence in a quieter colour, for the caller to place."""
        note = SoftLabel(text)
        note.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        return note


def value_of(box: QComboBox) -> str:
    """The value that is chosen."""
    return str(box.currentData())
