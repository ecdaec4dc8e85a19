"""The list of statements of a desk, the one changed last first."""

from __future__ import annotations

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from typing_extensions import override

from advocate_desk.language.catalog import current, tr
from advocate_desk.language.numbers import in_digits
from advocate_desk.model.statement import StatementSummary
from advocate_desk.model.words import language_word, word

Index = QModelIndex | QPersistentModelIndex
NO_PARENT = QModelIndex()


class StatementsListModel(QAbstractListModel):
    """One row per statement: its title, and beneath it kind and shares written."""

    DETAIL = Qt.ItemDataRole.UserRole.value + 1
    STATEMENT_ID = Qt.ItemDataRole.UserRole.value + 2

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[StatementSummary, ...] = ()

    def show_statements(self, rows: tuple[StatementSummary, ...]) -> None:
        """Shows these statements."""
        same = [row.id for row in rows] == [row.id for row in self._rows]
        if not same:
            self.beginResetModel()
        self._rows = rows
        if not same:
            self.endResetModel()
        self.say_again()

    def say_again(self) -> None:
        """Tells the views that every text may be another one."""
        if self._rows:
            self.dataChanged.emit(self.index(0), self.index(len(self._rows) - 1))

    def row_of(self, statement_id: str) -> int:
        """The row of a statement, -1 when it is not there."""
        return next((i for i, row in enumerate(self._rows) if row.id == statement_id), -1)

    def statement_id(self, row: int) -> str:
        """The statement in a row, empty when there is no such row."""
        return self._rows[row].id if 0 <= row < len(self._rows) else ""

    @override
    def rowCount(self, parent: Index = NO_PARENT) -> int:
        return 0 if parent.isValid() else len(self._rows)

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return _title(row)
        if role == self.DETAIL:
            return _detail(row)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{_title(row)}, {_detail(row)}"
        return row.id if role == self.STATEMENT_ID else None


def _title(row: StatementSummary) -> str:
    """The title in the window's language, else in any, else that there is none."""
    titles = (row.title.get(current(), ""), *row.title.values())
    found = next((title for title in titles if title.strip()), "")
    return " ".join(found.split()) or tr("Without a title")


def _detail(row: StatementSummary) -> str:
    kind = tr("Sample") if row.is_sample else word(row.kind)
    shares = [
        tr("{language} {percent} %", language=language_word(code), percent=_digits(percent))
        for code, percent in row.percent.items()
    ]
    return " · ".join((kind, *shares))


def _digits(number: int) -> str:
    return in_digits(number, current())
