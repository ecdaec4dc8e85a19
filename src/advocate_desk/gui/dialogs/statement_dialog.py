"""When and where a statement is issued, and by whom; its lunar date and its own placeholders."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from PySide6.QtCore import QDate, QEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QDateEdit,
    QDialog,
    QGridLayout,
    QLabel,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from advocate_desk.desk.dating import computed_lunar
from advocate_desk.gui.dialogs.dialog_buttons import DialogButtons
from advocate_desk.gui.operations import Operations
from advocate_desk.gui.widgets.placeholders_table import PlaceholdersTable
from advocate_desk.gui.widgets.soft_label import SoftLabel
from advocate_desk.language.catalog import tr
from advocate_desk.language.dates import long_date
from advocate_desk.model.changes import Changes
from advocate_desk.model.errors import DeskError
from advocate_desk.model.looks import OwnPlaceholder
from advocate_desk.model.marked import marked
from advocate_desk.model.sentences import sentence
from advocate_desk.model.statement import Statement
from advocate_desk.model.words import language_word

LABEL = marked("Set date and place")


@dataclass(frozen=True, slots=True)
class StatementFacts:
    """What the dialog gives back; `lunar` is what was typed, empty where it is computed."""

    issue_date: date | None
    place: Mapping[str, str]
    issuer: Mapping[str, str]
    lunar: Mapping[str, str] = field(default_factory=dict)
    placeholders: Mapping[str, Mapping[str, str]] = field(default_factory=dict)

    def apply(self, operations: Operations, statement: Statement) -> None:
        """Sets what is different from the statement, as one step."""
        if self != facts_of(statement):
            operations.run(self._set, operations, statement)

    def _set(self, operations: Operations, statement: Statement) -> Changes:
        drafting, last = operations.desk.drafting, Changes(frozenset())
        with operations.desk.step(LABEL):
            if self.issue_date != statement.issue_date:
                last = drafting.set_date(statement.id, self.issue_date)
            for language, text in _changed(self.place, statement.place):
                last = drafting.set_place(statement.id, language, text)
            for language, text in _changed(self.issuer, statement.issuer):
                last = drafting.set_issuer(statement.id, language, text)
            known = drafting.statement(statement.id).lunar
            for language, text in _changed(self.lunar, known):
                last = drafting.set_lunar(statement.id, language, text) or last
            for name in dict.fromkeys((*statement.placeholders, *self.placeholders)):
                values = self.placeholders.get(name, {})
                texts = {code: values.get(code, "") for code in statement.languages}
                if texts != _whole(statement, name):
                    last = drafting.set_placeholder(statement.id, name, texts)
        return last


def facts_of(statement: Statement) -> StatementFacts:
    """What a statement says of itself by now."""
    codes = statement.languages
    return StatementFacts(
        statement.issue_date,
        {code: statement.place.get(code, "") for code in codes},
        {code: statement.issuer.get(code, "") for code in codes},
        {code: statement.lunar.get(code, "") for code in codes},
        dict(statement.placeholders),
    )


def _changed(new: Mapping[str, str], old: Mapping[str, str]) -> Iterable[tuple[str, str]]:
    return ((code, text) for code, text in new.items() if text != old.get(code, ""))


def _whole(statement: Statement, name: str) -> dict[str, str]:
    values = statement.placeholders.get(name, {})
    return {code: values.get(code, "") for code in statement.languages}


class StatementDialog(QDialog):
    """A statement in, its date, place, issuer, lunar date and placeholders out."""

    def __init__(
        self,
        statement: Statement,
        parent: QWidget | None = None,
        placeholders: Sequence[OwnPlaceholder] = (),
    ) -> None:
        super().__init__(parent)
        self._languages = statement.languages
        self.has_date = QCheckBox()
        self.day = QDateEdit()
        self.day.setCalendarPopup(True)
        self.day.setDisplayFormat("d.M.yyyy")
        self.formal = {code: SoftLabel() for code in self._languages}
        self.places = self._lines(statement.place)
        self.issuers = self._lines(statement.issuer)
        self.lunar_switch = QCheckBox()
        self.lunar_hint = SoftLabel()
        self.lunar = self._lines(statement.lunar)
        self._typed = dict(statement.lunar)
        self.table = PlaceholdersTable(placeholders, self._languages)
        self.titles = [QLabel() for _ in range(5)]
        self.heads = [QLabel() for _ in self._languages]
        self.buttons = DialogButtons(self)
        self._lay_out()
        self._show_date(statement.issue_date)
        self.lunar_switch.setChecked(bool(statement.lunar))
        self._connect()
        self.retranslate()

    def _lines(self, texts: Mapping[str, str]) -> dict[str, QLineEdit]:
        lines = {code: QLineEdit(texts.get(code, "")) for code in self._languages}
        for line in lines.values():
            line.setCursorPosition(0)  # a long text is read from its beginning
        return lines

    def _show_date(self, day: date | None) -> None:
        self.has_date.setChecked(day is not None)
        self.day.setDate(QDate(day.year, day.month, day.day) if day else QDate.currentDate())
        self.day.setEnabled(day is not None)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 18, 20, 16)
        column.setSpacing(12)
        column.addLayout(self._grid())
        column.addWidget(self.titles[4])
        column.addWidget(self.table, 1)
        column.addWidget(self.buttons)
        for title in (*self.heads, self.titles[4]):
            font = title.font()
            font.setBold(True)
            title.setFont(font)
        self.resize(860, 620)

    def _grid(self) -> QGridLayout:
        """A row for each thing, a column for each language."""
        grid = QGridLayout()
        grid.setHorizontalSpacing(14)
        grid.setVerticalSpacing(9)
        grid.addWidget(self.has_date, 1, 0)
        for number, title in enumerate(self.titles[1:3], start=3):
            grid.addWidget(title, number, 0)
        grid.addWidget(self.lunar_switch, 5, 0)
        grid.addWidget(self.titles[0], 2, 0)
        grid.addWidget(self.day, 1, 1)
        for place, code in enumerate(self._languages, start=1):
            grid.addWidget(self.heads[place - 1], 0, place)
            widgets: tuple[QWidget, ...] = (
                self.formal[code],
                self.places[code],
                self.issuers[code],
                self.lunar[code],
            )
            for row, widget in enumerate(widgets, start=2):
                grid.addWidget(widget, row, place)
            grid.setColumnStretch(place, 1)
        grid.addWidget(self.lunar_hint, 6, 1, 1, len(self._languages))
        return grid

    def _connect(self) -> None:
        self.has_date.toggled.connect(self.day.setEnabled)
        self.has_date.toggled.connect(lambda _on: self._show_day(changed=True))
        self.day.dateChanged.connect(lambda _day: self._show_day(changed=True))
        self.lunar_switch.toggled.connect(lambda _on: self._show_lunar())

    # --- what follows from the date

    @property
    def issue_date(self) -> date | None:
        """The date that stands in the dialog."""
        day = self.day.date()
        return date(day.year(), day.month(), day.day()) if self.has_date.isChecked() else None

    def _show_day(self, *, changed: bool = False) -> None:
        """The formal dates; a lunar date typed by hand belonged to the day before."""
        if changed:
            self._typed = {}
            self.lunar_switch.setChecked(False)
        day = self.issue_date
        for code, label in self.formal.items():
            label.setText(long_date(day, code) if day else "–")
        self._show_lunar()

    def _show_lunar(self) -> None:
        computed, trouble = self._computed()
        by_hand = self.lunar_switch.isChecked()
        for code, line in self.lunar.items():
            line.setReadOnly(not by_hand)
            line.setEnabled(by_hand)
            line.setText(self._typed.get(code, "") or computed.get(code, ""))
            line.setCursorPosition(0)
        hint = tr(
            "Check against the official calendar. It is printed where {placeholder} stands.",
            placeholder="{{lunar_date}}",
        )
        self.lunar_hint.setText(trouble or hint)

    def _computed(self) -> tuple[Mapping[str, str], str]:
        try:
            return computed_lunar(self.issue_date), ""
        except DeskError as error:
            return {}, sentence(error)

    def value(self) -> StatementFacts:
        """What stands in the dialog."""
        by_hand = self.lunar_switch.isChecked()
        computed, _ = self._computed()
        lunar = {code: line.text().strip() for code, line in self.lunar.items()}
        typed = {code: text if text != computed.get(code) else "" for code, text in lunar.items()}
        return StatementFacts(
            self.issue_date,
            {code: line.text().strip() for code, line in self.places.items()},
            {code: line.text().strip() for code, line in self.issuers.items()},
            {code: text if by_hand else "" for code, text in typed.items()},
            self.table.values(),
        )

    # --- words

    def retranslate(self) -> None:
        """Reads every text again in the window's language."""
        self.setWindowTitle(tr("Date and place"))
        self.has_date.setText(tr("Date of issue"))
        self.day.setAccessibleName(tr("Date of issue"))
        words = (tr("As printed"), tr("Place"), tr("Issuer"), "", tr("Own placeholders"))
        for title, text in zip(self.titles, words, strict=True):
            title.setText(text)
        self.lunar_switch.setText(tr("Type the lunar date by hand"))
        for label, code in zip(self.heads, self._languages, strict=True):
            label.setText(language_word(code))
        for what, lines in (
            (tr("Place"), self.places),
            (tr("Issuer"), self.issuers),
            (tr("Lunar date"), self.lunar),
        ):
            for code, line in lines.items():
                name = tr("{what}, {language}", what=what, language=language_word(code))
                line.setAccessibleName(name)
        self.table.retranslate()
        self.buttons.say(tr("Save"), tr("Cancel"))
        self._show_day()

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()
