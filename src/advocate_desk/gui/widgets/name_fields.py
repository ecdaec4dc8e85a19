"""The names and acronyms of an endorser, a line per language."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QLabel, QLineEdit, QSizePolicy, QWidget

from advocate_desk.language.catalog import tr
from advocate_desk.model.endorsement import EndorserName
from advocate_desk.model.kinds import SHIPPED_LANGUAGES
from advocate_desk.model.words import language_word

_NO_NAME = EndorserName("")


class NameFields(QWidget):
    """`typed` carries the language of the name or acronym that is being typed."""

    typed = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.names = {code: QLineEdit() for code in SHIPPED_LANGUAGES}
        self.acronyms = {code: QLineEdit() for code in SHIPPED_LANGUAGES}
        self._languages = {code: QLabel() for code in SHIPPED_LANGUAGES}
        self._heads = (QLabel(), QLabel())
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._before: Mapping[str, EndorserName] = {}
        self.grid = grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(10)
        grid.setVerticalSpacing(8)
        for column, head in enumerate(self._heads, start=1):
            grid.addWidget(head, 0, column)
        for row, code in enumerate(SHIPPED_LANGUAGES, start=1):
            for column, part in enumerate(
                (self._languages[code], self.names[code], self.acronyms[code])
            ):
                grid.addWidget(part, row, column)
            for edit in (self.names[code], self.acronyms[code]):
                edit.textChanged.connect(lambda _text, c=code: self.typed.emit(c))
        grid.setColumnStretch(1, 4)
        grid.setColumnStretch(2, 1)

    def add_line(self, label: QLabel, part: QWidget) -> None:
        """Another field below, in line with the names."""
        row = self.grid.rowCount()
        self.grid.addWidget(label, row, 0)
        self.grid.addWidget(part, row, 1, 1, 2)
        label.setBuddy(part)

    def show_names(self, names: Mapping[str, EndorserName]) -> None:
        """Shows what is known."""
        self._before = names
        for code in SHIPPED_LANGUAGES:
            name = names.get(code, _NO_NAME)
            for edit, text in (
                (self.names[code], name.name or name.printed),
                (self.acronyms[code], name.acronym),
            ):
                edit.blockSignals(True)
                edit.setText(text)
                edit.setCursorPosition(0)
                edit.blockSignals(False)

    def value(self) -> dict[str, EndorserName]:
        """The names as entered; a language nobody sees here keeps what it has."""
        unseen = {c: name for c, name in self._before.items() if c not in SHIPPED_LANGUAGES}
        entered = {code: self._name(code) for code in SHIPPED_LANGUAGES}
        return {code: name for code, name in entered.items() if name.name} | unseen

    def _name(self, code: str) -> EndorserName:
        return EndorserName(self.names[code].text().strip(), self.acronyms[code].text().strip())

    @property
    def is_empty(self) -> bool:
        """Whether there is no name at all."""
        return not any(edit.text().strip() for edit in self.names.values())

    def retranslate(self) -> None:
        """Reads every text again in the window's language."""
        for head, text in zip(self._heads, (tr("Name"), tr("Acronym")), strict=True):
            head.setText(text)
        for code in SHIPPED_LANGUAGES:
            language = language_word(code)
            self._languages[code].setText(language)
            self.names[code].setAccessibleName(tr("Name in {language}", language=language))
            self.acronyms[code].setAccessibleName(tr("Acronym in {language}", language=language))
