"""One newer revision that the library offers a block: what would change, and what to do."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QFrame, QRadioButton, QVBoxLayout, QWidget

from advocate_desk.gui.widgets.clause_differences import ClauseDifferences
from advocate_desk.gui.widgets.clause_revisions_panel import revision_line
from advocate_desk.gui.widgets.flow_layout import FlowLayout
from advocate_desk.gui.widgets.soft_label import SoftLabel
from advocate_desk.language.catalog import tr
from advocate_desk.model.clause import NewerRevision
from advocate_desk.model.statement import Rendition

Sides = Mapping[str, Rendition]


class Answer(StrEnum):
    """What to do about an offer."""

    LATER = "later"
    TAKE = "take"
    REPLACE = "replace"
    KEEP = "keep"


@dataclass(frozen=True, slots=True)
class Offer:
    """An offer beside the block's own text; `merged` is None where both changed the same words."""

    newer: NewerRevision
    place: str
    now: Sides
    merged: Sides | None


class OfferCard(QFrame):
    """The difference in both languages over a choice of answers."""

    chosen = Signal()

    def __init__(self, offer: Offer, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.offer = offer
        self.setProperty("card", "true")
        self.title, self.remark = SoftLabel(), SoftLabel()
        font = self.title.font()
        font.setBold(True)
        self.title.setFont(font)
        self.differences = ClauseDifferences()
        self.buttons = {answer: QRadioButton() for answer in self._answers()}
        self._group = QButtonGroup(self)
        self._lay_out()
        self.choose(Answer.LATER)
        for button in self.buttons.values():
            button.toggled.connect(lambda _on: self.chosen.emit())
        self.differences.show_sides(offer.now, offer.merged or offer.newer.newest.renditions)

    def _answers(self) -> tuple[Answer, ...]:
        taking = {True: Answer.REPLACE, False: Answer.TAKE}[self.offer.merged is None]
        more = (Answer.REPLACE,) if self.is_merge else ()
        return tuple(dict.fromkeys((taking, *more, Answer.KEEP, Answer.LATER)))

    @property
    def is_merge(self) -> bool:
        """Whether what was edited here is kept in the newer text."""
        newest = self.offer.newer.newest.renditions
        merged = self.offer.merged or newest
        return any(
            (side.heading, side.body) != (newest[code].heading, newest[code].body)
            for code, side in merged.items()
            if code in newest
        )

    def _lay_out(self) -> None:
        row = QWidget()
        flow = FlowLayout(row, spacing=14)
        for button in self.buttons.values():
            self._group.addButton(button)
            flow.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 12, 14, 12)
        column.setSpacing(8)
        for part in (self.title, self.remark, self.differences, row):
            column.addWidget(part)

    def choose(self, answer: Answer) -> None:
        """Gives an answer, where it is one of those to choose from."""
        if answer in self.buttons:
            self.buttons[answer].setChecked(True)

    def answer(self) -> Answer:
        """What was chosen."""
        found = (one for one, button in self.buttons.items() if button.isChecked())
        return next(found, Answer.LATER)

    def retranslate(self) -> None:
        """Reads every text again in the window's language."""
        newer = self.offer.newer
        old = tr("v{number}", number=newer.pinned.number)
        self.title.setText(f"{self.offer.place} · {old} → {revision_line(newer.newest)}")
        self.remark.setText(self._remark())
        self.remark.setVisible(bool(self.remark.text()))
        words = {
            Answer.TAKE: tr("Take the newer text"),
            Answer.REPLACE: tr("Take the library's text, without what was edited here"),
            Answer.KEEP: tr("Keep the text"),
            Answer.LATER: tr("Decide later"),
        }
        for answer, button in self.buttons.items():
            button.setText(words[answer])

    def _remark(self) -> str:
        if self.offer.merged is None:
            return tr("⚠ Edited here and changed in the library, in the same words.")
        if self.is_merge:
            return tr("Edited here; what was edited stays in the newer text.")
        return ""
