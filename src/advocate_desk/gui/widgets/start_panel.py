"""The three ways to begin: shown over the sample, and where a desk is empty."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from advocate_desk.gui.widgets.soft_label import SoftLabel
from advocate_desk.language.catalog import tr
from advocate_desk.model.statement import Statement


class StartPanel(QWidget):
    """One sentence and three buttons: New, Open sample, Import."""

    new_wanted = Signal()
    sample_wanted = Signal()
    import_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.sentence = SoftLabel()
        self.new_button = QPushButton()
        self.new_button.clicked.connect(self.new_wanted)
        self.sample_button = QPushButton()
        self.sample_button.clicked.connect(self.sample_wanted)
        self.import_button = QPushButton()
        self.import_button.clicked.connect(self.import_wanted)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 8, 12, 8)
        row.setSpacing(8)
        row.addWidget(self.sentence, 1)
        for button in (self.new_button, self.sample_button, self.import_button):
            row.addWidget(button)
        self.hide()

    def show_for(self, statement: Statement | None, *, empty: bool) -> None:
        """Shows itself over a sample and where no statement is; hides over real work."""
        is_sample = statement is not None and statement.is_sample
        self.sample_button.setVisible(not is_sample)
        self.new_button.setText(tr("New statement"))
        self.sample_button.setText(tr("Open sample"))
        self.import_button.setText(tr("Import…"))
        self.sentence.setText(
            tr("This is a sample: try whatever you like. Your own work starts here:")
            if is_sample
            else tr("There is no statement in this desk yet.")
        )
        self.setVisible(is_sample or empty)
