"""The rows of a list of endorsers as read: what is taken, and what is not and why."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from enum import IntEnum

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from typing_extensions import override

from advocate_desk.language.catalog import current, tr
from advocate_desk.language.numbers import in_digits
from advocate_desk.model.draft import DraftEndorser, DraftEndorsers
from advocate_desk.model.kinds import ENGLISH, KHMER
from advocate_desk.model.sentences import filled

Index = QModelIndex | QPersistentModelIndex
IS_TAKEN = Qt.ItemDataRole.UserRole + 1


class RowColumn(IntEnum):
    """The columns in their order."""

    ROW = 0
    KHMER = 1
    ENGLISH = 2
    ACRONYM = 3
    RESULT = 4


@dataclass(frozen=True, slots=True)
class ReadRow:
    """One row: its cells, and whether it is taken."""

    row: int
    cells: tuple[str, str, str]
    result: str
    is_taken: bool


def read_rows(draft: DraftEndorsers, already: Collection[int]) -> tuple[ReadRow, ...]:
    """Every row that was read, in the order of the source; `already` are rows on the list."""
    taken = [_taken(endorser, already) for endorser in draft.endorsers]
    listed = [
        ReadRow(row.row, ("", row.text, ""), filled(row.reason, row.arguments), is_taken=False)
        for row in draft.listed
    ]
    return tuple(sorted((*taken, *listed), key=lambda row: row.row))


def _taken(endorser: DraftEndorser, already: Collection[int]) -> ReadRow:
    cells = (
        endorser.name.get(KHMER, endorser.written.get(KHMER, "")),
        endorser.name.get(ENGLISH, endorser.written.get(ENGLISH, "")),
        endorser.acronym,
    )
    is_taken = endorser.row not in already
    result = tr("will be added") if is_taken else tr("is on the list already")
    return ReadRow(endorser.row, cells, result, is_taken)


class EndorserRowsModel(QAbstractTableModel):
    """The rows as a table."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[ReadRow, ...] = ()

    def show(self, rows: tuple[ReadRow, ...]) -> None:
        """Shows these rows."""
        self.beginResetModel()
        self._rows = rows
        self.endResetModel()

    @property
    def taken(self) -> int:
        """How many rows will be added."""
        return sum(row.is_taken for row in self._rows)

    @override
    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        return 0 if parent.isValid() else len(self._rows)

    @override
    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        return 0 if parent.isValid() else len(RowColumn)

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        texts = (in_digits(row.row, current()) if row.row else "", *row.cells, row.result)
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return texts[index.column()]
        return row.is_taken if role == IS_TAKEN else None

    @override
    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        if orientation is not Qt.Orientation.Horizontal or role != Qt.ItemDataRole.DisplayRole:
            return None
        words = (tr("Row"), tr("Khmer"), tr("English"), tr("Acronym"), tr("What happens"))
        return words[section]
