"""When and where a statement is issued, and by whom."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QDate
from PySide6.QtWidgets import (
    QCheckBox,
    QDateEdit,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QHBoxLayout,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from advocate_desk.gui.operations import Operations
from advocate_desk.gui.words import language_word
from advocate_desk.language.catalog import tr
from advocate_desk.model.statement import Statement


@dataclass(frozen=True, slots=True)
class StatementFacts:
    """What the dialog gives back."""

    issue_date: date | None
    place: Mapping[str, str]
    issuer: Mapping[str, str]

    def apply(self, operations: Operations, statement: Statement) -> None:
        """Sets what is different from the statement."""
        drafting = operations.desk.drafting
        if self.issue_date != statement.issue_date:
            operations.run(drafting.set_date, statement.id, self.issue_date)
        for language, text in self.place.items():
            if text != statement.place.get(language, ""):
                operations.run(drafting.set_place, statement.id, language, text)
        for language, text in self.issuer.items():
            if text != statement.issuer.get(language, ""):
                operations.run(drafting.set_issuer, statement.id, language, text)


class StatementDialog(QDialog):
    """A statement in, its date, place and issuer out."""

    def __init__(self, statement: Statement, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Date and place"))
        self.setMinimumWidth(480)
        self._languages = statement.languages
        self.has_date = QCheckBox(tr("Date of issue"))
        self.day = QDateEdit()
        self.day.setCalendarPopup(True)
        self.day.setAccessibleName(tr("Date of issue"))
        self.day.setDisplayFormat("d.M.yyyy")
        self.places = self._lines(statement.place)
        self.issuers = self._lines(statement.issuer)
        self._show_date(statement.issue_date)
        self._lay_out()

    def _lines(self, texts: Mapping[str, str]) -> dict[str, QLineEdit]:
        return {code: QLineEdit(texts.get(code, "")) for code in self._languages}

    def _show_date(self, day: date | None) -> None:
        self.has_date.setChecked(day is not None)
        self.day.setDate(QDate(day.year, day.month, day.day) if day else QDate.currentDate())
        self.day.setEnabled(day is not None)
        self.has_date.toggled.connect(self.day.setEnabled)

    def _lay_out(self) -> None:
        form = QFormLayout()
        form.setVerticalSpacing(10)
        dates = QHBoxLayout()
        dates.addWidget(self.has_date)
        dates.addWidget(self.day, 1)
        form.addRow(dates)
        for title, lines in ((tr("Place"), self.places), (tr("Issuer"), self.issuers)):
            for code, line in lines.items():
                words = tr("{what}, {language}", what=title, language=language_word(code))
                line.setAccessibleName(words)
                form.addRow(words, line)
        kind = QDialogButtonBox.StandardButton
        buttons = QDialogButtonBox(kind.Ok | kind.Cancel)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 18, 18, 14)
        column.setSpacing(14)
        column.addLayout(form)
        column.addWidget(buttons)

    def value(self) -> StatementFacts:
        """What stands in the dialog."""
        day = self.day.date()
        chosen = date(day.year(), day.month(), day.day()) if self.has_date.isChecked() else None
        return StatementFacts(
            chosen,
            {code: line.text().strip() for code, line in self.places.items()},
            {code: line.text().strip() for code, line in self.issuers.items()},
        )
