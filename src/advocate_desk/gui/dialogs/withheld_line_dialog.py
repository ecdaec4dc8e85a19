"""The line that counts withheld names, in the words of this statement."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import QEvent
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QDialog, QLabel, QLineEdit, QVBoxLayout, QWidget
from typing_extensions import override

from advocate_desk.exporters.endorser_rows import AND_SOME_WITHHELD
from advocate_desk.gui.dialogs.dialog_buttons import DialogButtons
from advocate_desk.gui.widgets.soft_label import SoftLabel
from advocate_desk.language.catalog import tr, translate
from advocate_desk.model.words import language_word

_WIDE = 680


class WithheldLineDialog(QDialog):
    """One line per language; an empty one means the program's own words, which are shown in it."""

    def __init__(
        self,
        texts: Mapping[str, str],
        languages: Sequence[str],
        attempt: Callable[[Mapping[str, str]], str],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._attempt = attempt
        self.lines = {code: QLineEdit(texts.get(code, "")) for code in languages}
        self.usual = {code: SoftLabel() for code in languages}
        self._labels = {code: QLabel() for code in languages}
        self.about, self.fault = SoftLabel(), SoftLabel()
        self.buttons = DialogButtons(self)
        self._lay_out()
        self.retranslate()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 18, 20, 16)
        column.setSpacing(8)
        column.addWidget(self.about)
        for code, line in self.lines.items():
            self._labels[code].setBuddy(line)
            self.usual[code].setForegroundRole(QPalette.ColorRole.PlaceholderText)
            column.addSpacing(6)
            for part in (self._labels[code], line, self.usual[code]):
                column.addWidget(part)
        column.addWidget(self.fault)
        column.addStretch(1)
        column.addWidget(self.buttons)
        self.fault.hide()
        self.setMinimumWidth(_WIDE)

    def value(self) -> dict[str, str]:
        """The wording of each language; empty means the program's own."""
        return {code: line.text().strip() for code, line in self.lines.items()}

    @override
    def accept(self) -> None:
        fault = self._attempt(self.value())
        self.fault.setText(fault)
        self.fault.setVisible(bool(fault))
        if not fault:
            super().accept()

    def retranslate(self) -> None:
        """Reads every text again in the window's language."""
        self.setWindowTitle(tr("Line of withheld names"))
        signs = {"count": "{count}", "total": "{total}"}
        self.about.setText(
            tr(
                "“{count}” becomes the number of withheld names, “{total}” the number of all"
                " endorsers.",
                **signs,
            )
        )
        for code, line in self.lines.items():
            text = tr("Wording in {language}", language=language_word(code))
            self._labels[code].setText(text)
            line.setAccessibleName(text)
            usual = translate(code, AND_SOME_WITHHELD, **signs)
            line.setPlaceholderText(usual)
            self.usual[code].setText(tr("If empty: {words}", words=usual))
        self.buttons.say(tr("Save"), tr("Cancel"))

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()
