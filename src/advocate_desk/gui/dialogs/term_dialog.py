"""One term of the glossary: asked for when it is added, and when it is edited."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import (
    QDialog,
    QGridLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from advocate_desk.gui.dialogs.dialog_buttons import DialogButtons
from advocate_desk.gui.theme import colours
from advocate_desk.gui.widgets.soft_label import SoftLabel
from advocate_desk.language.catalog import tr
from advocate_desk.model.glossary import split_forms
from advocate_desk.model.kinds import SHIPPED_LANGUAGES
from advocate_desk.model.term import Term, TermText
from advocate_desk.model.words import language_word


class TermDialog(QDialog):
    """Both languages side by side; a value in, a value out. `refusal` says why it did not go."""

    def __init__(self, parent: QWidget | None, term: Term, *, refusal: str = "") -> None:
        super().__init__(parent)
        self._term = term
        self.heads = {code: QLabel() for code in SHIPPED_LANGUAGES}
        self.texts = {code: QLineEdit() for code in SHIPPED_LANGUAGES}
        self.acronyms = {code: QLineEdit() for code in SHIPPED_LANGUAGES}
        self.forbidden = {code: QLineEdit() for code in SHIPPED_LANGUAGES}
        self.note = QPlainTextEdit(term.note)
        self.note.setTabChangesFocus(True)
        self._labels = [QLabel() for _ in range(4)]
        self.refusal = SoftLabel(refusal)
        self._colour()
        self.refusal.setVisible(bool(refusal))
        self.hint = SoftLabel()
        self.buttons = DialogButtons(self)
        self._fill()
        self._lay_out()
        self._connect()
        self.retranslate()
        self._check()

    def _fill(self) -> None:
        for code in SHIPPED_LANGUAGES:
            known = self._term.text(code)
            self.texts[code].setText(known.text)
            self.acronyms[code].setText(known.acronym)
            self.forbidden[code].setText("; ".join(self._term.forbidden.get(code, ())))

    def _lay_out(self) -> None:
        grid = QGridLayout()
        grid.setHorizontalSpacing(14)
        grid.setVerticalSpacing(10)
        for row, label in enumerate(self._labels, start=1):
            top = Qt.AlignmentFlag.AlignTop if row == len(self._labels) else Qt.AlignmentFlag(0)
            grid.addWidget(label, row, 0, top)
        for column, code in enumerate(SHIPPED_LANGUAGES, start=1):
            grid.addWidget(self.heads[code], 0, column)
            for row, fields in enumerate((self.texts, self.acronyms, self.forbidden), start=1):
                grid.addWidget(fields[code], row, column)
            grid.setColumnStretch(column, 1)
        grid.addWidget(self.note, len(self._labels), 1, 1, len(SHIPPED_LANGUAGES))
        self.note.setMaximumHeight(4 * self.fontMetrics().height() + 12)
        column_ = QVBoxLayout(self)
        column_.setContentsMargins(20, 18, 20, 16)
        column_.setSpacing(14)
        for part in (self.refusal, self.hint):
            column_.addWidget(part)
        column_.addLayout(grid, 1)
        column_.addWidget(self.buttons)
        self.resize(820, 380)

    def _colour(self) -> None:
        tint = colours(self.palette()).bad
        look = f"color: {tint.text}; background: {tint.ground}; padding: 7px; border-radius: 5px;"
        if self.refusal.styleSheet() != look:
            self.refusal.setStyleSheet(look)

    def _connect(self) -> None:
        for edit in self.texts.values():
            edit.textChanged.connect(lambda _text: self._check())

    def _check(self) -> None:
        self.buttons.agree.setEnabled(any(edit.text().strip() for edit in self.texts.values()))

    def value(self) -> Term:
        """The term as it was entered."""
        texts = {
            code: TermText(self.texts[code].text().strip(), self.acronyms[code].text().strip())
            for code in SHIPPED_LANGUAGES
        }
        forbidden = {code: split_forms(edit.text()) for code, edit in self.forbidden.items()}
        return Term(
            self._term.id,
            {code: one for code, one in texts.items() if one != TermText()},
            {code: forms for code, forms in forbidden.items() if forms},
            self.note.toPlainText().strip(),
        )

    def retranslate(self) -> None:
        """Reads every text again in the window's language."""
        self.setWindowTitle(tr("Edit term") if self._term.id else tr("Add term"))
        self.hint.setText(tr("The other side is offered this form, and no line breaks inside it."))
        words = (tr("Preferred form"), tr("Acronym"), tr("Not to be used"), tr("Note"))
        for label, text in zip(self._labels, words, strict=True):
            label.setText(text)
        for code in SHIPPED_LANGUAGES:
            self._name_fields(code, words)
        self.note.setAccessibleName(tr("Note"))
        self.buttons.say(tr("Save") if self._term.id else tr("Add"), tr("Cancel"))

    def _name_fields(self, code: str, words: tuple[str, ...]) -> None:
        language = language_word(code)
        self.heads[code].setText(language)
        for fields, text in zip((self.texts, self.acronyms, self.forbidden), words, strict=False):
            fields[code].setAccessibleName(f"{text}, {language}")
        self.forbidden[code].setPlaceholderText(tr("Several, parted by semicolons"))

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()
        elif event.type() is QEvent.Type.PaletteChange and hasattr(self, "refusal"):
            self._colour()
