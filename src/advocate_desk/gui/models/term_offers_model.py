"""What the glossary offers for one side of a block, as a list."""

from __future__ import annotations

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from typing_extensions import override

from advocate_desk.language.catalog import tr
from advocate_desk.model.term_offers import TermOffer
from advocate_desk.model.words import language_word

OFFER = Qt.ItemDataRole.UserRole + 1
STATE = Qt.ItemDataRole.UserRole + 2

Index = QModelIndex | QPersistentModelIndex


class TermOffersModel(QAbstractListModel):
    """Forbidden forms first, then the terms of the other side in its order."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.offers: tuple[TermOffer, ...] = ()
        self._language = ""

    def show(self, offers: tuple[TermOffer, ...], language: str) -> None:
        """Shows what is offered for a side."""
        if (offers, language) != (self.offers, self._language):
            self.beginResetModel()
            self.offers, self._language = offers, language
            self.endResetModel()

    def wanted(self, offer: TermOffer) -> str:
        """What would be put in, or that the glossary does not know."""
        if offer.wanted:
            return offer.wanted
        return tr("No form in {language} yet", language=language_word(self._language))

    @staticmethod
    def state(offer: TermOffer) -> str:
        """Where the term stands on this side, in a word or two."""
        if offer.is_forbidden:
            return tr("Not to be used")
        return tr("In the text") if offer.is_there else tr("Not in the text yet")

    @override
    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        return 0 if parent.isValid() else len(self.offers)

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid() or index.row() >= len(self.offers):
            return None
        offer = self.offers[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return self.wanted(offer)
        if role == Qt.ItemDataRole.ToolTipRole:
            return offer.term.note or None
        if role == Qt.ItemDataRole.AccessibleTextRole:
            parts = (self.state(offer), offer.found, self.wanted(offer), offer.term.note)
            return ", ".join(part for part in parts if part)
        return {OFFER: offer, STATE: self.state(offer)}.get(role)
