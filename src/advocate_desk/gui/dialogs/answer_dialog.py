"""An answer of one endorser or of many: who, in what role, through which channel, to which text."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QDate, QEvent, Qt
from PySide6.QtWidgets import (
    QComboBox,
    QDateEdit,
    QDialog,
    QFormLayout,
    QLabel,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from advocate_desk.gui.ask import Ask
from advocate_desk.gui.consent_words import CHANNELS, channel_word
from advocate_desk.gui.dialogs.dialog_buttons import DialogButtons
from advocate_desk.gui.widgets.evidence_box import EvidenceBox
from advocate_desk.gui.widgets.soft_label import SoftLabel
from advocate_desk.language.catalog import ntr, tr
from advocate_desk.model.consent import Consent
from advocate_desk.model.kinds import EndorsementState
from advocate_desk.model.words import word

_WIDE = 520
_LONGEST = 200


@dataclass(frozen=True, slots=True)
class AnswerValue:
    """What was entered."""

    state: EndorsementState
    consent: Consent
    note: str = ""
    evidence: tuple[Path, ...] = ()


# Notes the answer: the sentence that says why it cannot be, empty where it could.
Attempt = Callable[[AnswerValue], str]


class AnswerDialog(QDialog):
    """Stays open with everything that was entered until the answer could be noted.

    `editions` are pairs of id and number, the newest first. With `again` the answer is a
    confirmation of a changed text, and no other can be chosen.
    """

    def __init__(
        self,
        count: int,
        editions: Sequence[tuple[str, int]],
        attempt: Attempt,
        ask: Ask,
        parent: QWidget | None = None,
        *,
        again: bool = False,
    ) -> None:
        super().__init__(parent)
        self._count, self._editions, self._attempt, self._again = count, editions, attempt, again
        self.state, self.channel, self.edition = QComboBox(), QComboBox(), QComboBox()
        self.who, self.role, self.note = QLineEdit(), QLineEdit(), QLineEdit()
        self.day = QDateEdit(QDate.currentDate())
        self.evidence = EvidenceBox(ask)
        self.about, self.fault = SoftLabel(), SoftLabel()
        self.buttons = DialogButtons(self)
        self._labels = [QLabel() for _ in self._fields()]
        self._fill()
        self._lay_out()
        self.state.currentIndexChanged.connect(lambda _index: self._allow())
        self.retranslate()
        self._allow()

    def _fields(self) -> tuple[QWidget, ...]:
        first = (self.state, self.who, self.role, self.channel, self.day)
        return (*first, self.edition, self.note, self.evidence)

    def _fill(self) -> None:
        for state in EndorsementState:
            self.state.addItem("", state.value)
        self.state.setCurrentIndex(self.state.findData(EndorsementState.CONFIRMED.value))
        self.channel.addItem("", "")
        for channel in CHANNELS:
            self.channel.addItem("", channel.value)
        self.edition.addItem("", None)
        for edition_id, _number in self._editions:
            self.edition.addItem("", edition_id)
        for line in (self.who, self.role, self.note):
            line.setMaxLength(_LONGEST)
        self.day.setCalendarPopup(True)
        self.day.setDisplayFormat("d.M.yyyy")

    def _lay_out(self) -> None:
        form = QFormLayout()
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        form.setLabelAlignment(Qt.AlignmentFlag.AlignLeft)
        form.setVerticalSpacing(10)
        form.setHorizontalSpacing(14)
        for label, field in zip(self._labels, self._fields(), strict=True):
            label.setBuddy(field)
            form.addRow(label, field)
        form.setRowVisible(0, not self._again)
        self.form = form
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 18, 20, 16)
        column.setSpacing(14)
        column.addWidget(self.about)
        column.addLayout(form)
        column.addWidget(self.fault)
        column.addStretch(1)
        column.addWidget(self.buttons)
        self.fault.hide()
        self.setMinimumWidth(_WIDE)

    def _allow(self) -> None:
        """Only who confirms agrees to a text."""
        is_yes = self.state.currentData() == EndorsementState.CONFIRMED.value
        self.form.setRowVisible(5, is_yes)

    def value(self) -> AnswerValue:
        """What was entered."""
        state = EndorsementState(self.state.currentData())
        is_yes = state is EndorsementState.CONFIRMED
        consent = Consent(
            self.who.text().strip(),
            self.role.text().strip(),
            str(self.channel.currentData()),
            self.day.date().toString(Qt.DateFormat.ISODate),
            self.edition.currentData() if is_yes else None,
        )
        return AnswerValue(state, consent, self.note.text().strip(), self.evidence.paths())

    @override
    def accept(self) -> None:
        fault = self._attempt(self.value())
        self.fault.setText(fault)
        self.fault.setVisible(bool(fault))
        if not fault:
            super().accept()

    def retranslate(self) -> None:
        """Reads every text again in the window's language."""
        self.setWindowTitle(tr("Confirm again") if self._again else tr("Answer with details"))
        self.about.setText(self._about())
        words = [tr("Answer"), tr("Who answered"), tr("Role"), tr("Came by"), tr("Date")]
        words += [tr("Agreed to"), tr("Note"), tr("Evidence")]
        for label, field, text in zip(self._labels, self._fields(), words, strict=True):
            label.setText(text)
            field.setAccessibleName(text)
        for index, state in enumerate(EndorsementState):
            self.state.setItemText(index, word(state))
        for index in range(self.channel.count()):
            self.channel.setItemText(index, channel_word(self.channel.itemData(index)) or "–")
        self.edition.setItemText(0, tr("The text as it stands now"))
        for index, (_id, number) in enumerate(self._editions, start=1):
            self.edition.setItemText(index, tr("Edition {number}", number=number))
        self.evidence.retranslate()
        self.buttons.say(tr("Note the answer"), tr("Cancel"))

    def _about(self) -> str:
        if self._again:
            return ntr(
                "1 endorser confirms the changed text. What was agreed to earlier stays on record.",
                "{n} endorsers confirm the changed text. What was agreed to earlier stays on record.",
                self._count,
            )
        return ntr(
            "The same answer of 1 endorser.", "The same answer of {n} endorsers.", self._count
        )

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()
