"""The newer revisions that the library offers a statement: one by one, or all at once."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QDialog, QPushButton, QVBoxLayout, QWidget
from typing_extensions import override

from advocate_desk.gui.dialogs.dialog_buttons import DialogButtons
from advocate_desk.gui.widgets.clause_differences import scrolled
from advocate_desk.gui.widgets.flow_layout import FlowLayout
from advocate_desk.gui.widgets.offer_card import Answer, Offer, OfferCard
from advocate_desk.gui.widgets.soft_label import SoftLabel
from advocate_desk.language.catalog import ntr, tr


class NewerDialog(QDialog):
    """Offers in, answers out: the id of each block to what is to be done with it."""

    def __init__(self, parent: QWidget | None, offers: Sequence[Offer]) -> None:
        super().__init__(parent)
        self.cards = [OfferCard(offer) for offer in offers]
        self.lead = SoftLabel()
        self.take_all, self.keep_all = QPushButton(), QPushButton()
        self.buttons = DialogButtons(self)
        self._lay_out()
        self._connect()
        self.retranslate()
        self._check()

    def _lay_out(self) -> None:
        inner = QWidget()
        cards = QVBoxLayout(inner)
        cards.setContentsMargins(0, 0, 8, 0)
        cards.setSpacing(12)
        for card in self.cards:
            cards.addWidget(card)
        cards.addStretch(1)
        all_of_them = QWidget()
        flow = FlowLayout(all_of_them, spacing=8)
        for button in (self.take_all, self.keep_all):
            button.setAutoDefault(False)
            flow.addWidget(button)
        all_of_them.setVisible(len(self.cards) > 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 14, 16, 14)
        column.setSpacing(10)
        column.addWidget(self.lead)
        column.addWidget(all_of_them)
        column.addWidget(scrolled(inner), 1)
        column.addWidget(self.buttons)
        self.resize(940, 620)

    def _connect(self) -> None:
        self.take_all.clicked.connect(lambda: self._choose_all(Answer.TAKE))
        self.keep_all.clicked.connect(lambda: self._choose_all(Answer.KEEP))
        for card in self.cards:
            card.chosen.connect(self._check)

    def _choose_all(self, answer: Answer) -> None:
        """What cannot be taken without losing what was edited stays to be decided."""
        for card in self.cards:
            card.choose(answer)

    def _check(self) -> None:
        self.buttons.agree.setEnabled(any(card.answer() is not Answer.LATER for card in self.cards))

    def value(self) -> Mapping[str, Answer]:
        """The answers, by block."""
        return {card.offer.newer.block_id: card.answer() for card in self.cards}

    def retranslate(self) -> None:
        """Reads every text again in the window's language."""
        self.setWindowTitle(tr("Newer revisions"))
        self.lead.setText(
            ntr(
                "The library has a newer text for {n} clause of this statement.",
                "The library has newer texts for {n} clauses of this statement.",
                len(self.cards),
            )
        )
        self.take_all.setText(tr("Take all"))
        self.keep_all.setText(tr("Keep all"))
        self.buttons.say(tr("Do this"), tr("Cancel"))
        for card in self.cards:
            card.retranslate()

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()
