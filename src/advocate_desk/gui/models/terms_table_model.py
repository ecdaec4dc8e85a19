"""The glossary as a table."""

from __future__ import annotations

from enum import IntEnum

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from typing_extensions import override

from advocate_desk.language.catalog import tr
from advocate_desk.model.kinds import ENGLISH, KHMER
from advocate_desk.model.term import Term

Index = QModelIndex | QPersistentModelIndex


class TermColumn(IntEnum):
    """The columns in their order."""

    KHMER = 0
    ENGLISH = 1
    FORBIDDEN = 2
    NOTE = 3


class TermsTableModel(QAbstractTableModel):
    """One row a term: both languages with their acronyms, forbidden forms, note."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.terms: tuple[Term, ...] = ()

    def show(self, terms: tuple[Term, ...]) -> None:
        """Shows these terms."""
        self.beginResetModel()
        self.terms = terms
        self.endResetModel()

    def row_of(self, term_id: str) -> int:
        """The row of a term, -1 where it is not shown."""
        return next((row for row, one in enumerate(self.terms) if one.id == term_id), -1)

    @override
    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        return 0 if parent.isValid() else len(self.terms)

    @override
    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        return 0 if parent.isValid() else len(TermColumn)

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid() or index.row() >= len(self.terms):
            return None
        term = self.terms[index.row()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return _texts(term)[index.column()]
        return None

    @override
    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        if orientation is not Qt.Orientation.Horizontal or role != Qt.ItemDataRole.DisplayRole:
            return None
        return (tr("Khmer"), tr("English"), tr("Not to be used"), tr("Note"))[section]


def _texts(term: Term) -> tuple[str, ...]:
    forbidden = [form for code in (KHMER, ENGLISH) for form in term.forbidden.get(code, ())]
    return (_named(term, KHMER), _named(term, ENGLISH), "; ".join(forbidden), term.note)


def _named(term: Term, language: str) -> str:
    text = term.text(language)
    return f"{text.text} ({text.acronym})" if text.acronym else text.text
