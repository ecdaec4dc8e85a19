"""One language of a whole statement, signed off by somebody."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QFormLayout,
    QLabel,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from advocate_desk.gui.dialogs.dialog_buttons import DialogButtons
from advocate_desk.gui.widgets.soft_label import SoftLabel
from advocate_desk.language.catalog import ntr, tr
from advocate_desk.model.kinds import TranslationState
from advocate_desk.model.progress import Progress
from advocate_desk.model.words import language_word

_WIDE = 460


class SignOffDialog(QDialog):
    """Which language, by whom, and how much of it there is."""

    def __init__(
        self,
        progress: Mapping[str, Progress],
        language: str,
        reviewer: str,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._progress = progress
        self.language = QComboBox()
        for code in progress:
            self.language.addItem("", code)
        self.language.setCurrentIndex(max(0, self.language.findData(language)))
        self.reviewer = QLineEdit(reviewer)
        self.reviewer.setMaxLength(120)
        self.counts = SoftLabel()
        self.buttons = DialogButtons(self)
        self._labels = [QLabel(), QLabel()]
        self._lay_out()
        self.language.currentIndexChanged.connect(lambda _index: self._count())
        self.reviewer.textChanged.connect(lambda _text: self._count())
        self.retranslate()

    def _lay_out(self) -> None:
        form = QFormLayout()
        form.setSpacing(10)
        for label, field in zip(self._labels, (self.language, self.reviewer), strict=True):
            label.setBuddy(field)
            form.addRow(label, field)
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 16, 18, 14)
        column.setSpacing(12)
        column.addLayout(form)
        column.addWidget(self.counts)
        column.addWidget(self.buttons)
        self.setMinimumWidth(_WIDE)

    def value(self) -> tuple[str, str]:
        """The language and the reviewer."""
        return self.language.currentData(), " ".join(self.reviewer.text().split())

    def _count(self) -> None:
        code, reviewer = self.value()
        found = self._progress[code]
        behind = found.count(TranslationState.MISSING) + found.count(TranslationState.STALE)
        ready = found.wanted - behind - found.count(TranslationState.APPROVED)
        told = [ntr("{n} text will be approved.", "{n} texts will be approved.", ready)]
        if behind:
            told.append(
                ntr(
                    "{n} is missing or not up to date and stays as it is.",
                    "{n} are missing or not up to date and stay as they are.",
                    behind,
                )
            )
        self.counts.setText(" ".join(told))
        self.buttons.agree.setEnabled(bool(reviewer) and ready > 0)

    def retranslate(self) -> None:
        """Reads every text again in the window's language."""
        self.setWindowTitle(tr("Sign off a language"))
        words = (tr("Language"), tr("Reviewed by"))
        for label, field, text in zip(
            self._labels, (self.language, self.reviewer), words, strict=True
        ):
            label.setText(text)
            field.setAccessibleName(text)
        for index, code in enumerate(self._progress):
            self.language.setItemText(index, language_word(code))
        self.buttons.say(tr("Sign off"), tr("Cancel"))
        self._count()

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()
