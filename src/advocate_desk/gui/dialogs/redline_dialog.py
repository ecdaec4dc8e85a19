"""Which languages a redline holds, and how they stand to each other."""

from __future__ import annotations

from PySide6.QtWidgets import QButtonGroup, QDialog, QRadioButton, QVBoxLayout, QWidget

from advocate_desk.gui.dialogs.dialog_buttons import DialogButtons
from advocate_desk.gui.widgets.soft_label import SoftLabel
from advocate_desk.language.catalog import tr
from advocate_desk.model.kinds import Layout
from advocate_desk.model.words import word

# Facing pages of a booklet cannot show changes.
LAYOUTS: tuple[Layout, ...] = tuple(layout for layout in Layout if layout is not Layout.BOOKLET)


class RedlineDialog(QDialog):
    """A layout in, a layout out."""

    def __init__(self, layout: Layout = Layout.SIDE_BY_SIDE, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.explained = SoftLabel()
        self.layouts: dict[Layout, QRadioButton] = {one: QRadioButton(word(one)) for one in LAYOUTS}
        self._group = QButtonGroup(self)
        self.buttons = DialogButtons(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(8)
        column.addWidget(self.explained)
        for button in self.layouts.values():
            self._group.addButton(button)
            column.addWidget(button)
        column.addStretch(1)
        column.addWidget(self.buttons)
        self.layouts[layout].setChecked(True)
        self.layouts[layout].setFocus()
        self._say()
        self.setMinimumWidth(420)

    def _say(self) -> None:
        self.setWindowTitle(tr("Export redline"))
        self.explained.setText(
            tr(
                "A Word document with tracked changes: to accept all gives the later text, "
                "to reject all the earlier one."
            )
        )
        self.buttons.say(tr("Export"), tr("Cancel"))

    def chosen(self) -> Layout:
        """The layout that is wanted."""
        return next(one for one, button in self.layouts.items() if button.isChecked())
