"""The registry as a table. A name that is withheld anywhere is in none of its answers.

Every row is held in memory, as small as can be: fifty thousand are searched and put in order
faster than a key is pressed.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from enum import IntEnum
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from typing_extensions import override

from advocate_desk.gui.endorser_kinds import kind_word
from advocate_desk.gui.models.endorsements_table_model import mask
from advocate_desk.language.catalog import current, tr
from advocate_desk.language.numbers import in_digits
from advocate_desk.model.kinds import ENGLISH, KHMER
from advocate_desk.model.provinces import province_word
from advocate_desk.model.registry_overview import Registered, RegistryOverview, Wanted
from advocate_desk.model.words import language_word

Index = QModelIndex | QPersistentModelIndex
_SHORT_MASK = "••••"


class RegistryColumn(IntEnum):
    """The columns in their order."""

    KHMER = 0
    ENGLISH = 1
    ACRONYM = 2
    KIND = 3
    PROVINCE = 4
    STATEMENTS = 5


SECRET = frozenset({RegistryColumn.KHMER, RegistryColumn.ENGLISH, RegistryColumn.ACRONYM})


def shown_name(row: Registered) -> str:
    """One name of an endorser for lists, in the language of the window if there is one; masked."""
    return mask() if row.is_withheld else own_names(row)


def own_names(row: Registered) -> str:
    """The name itself: in the language of the window, and in the other one where that is all."""
    names = (row.khmer, row.english) if current() == KHMER else (row.english, row.khmer)
    name = next((one for one in names if one), "")
    return f"{name} ({row.acronym})" if row.acronym and row.acronym != name else name


class RegistryTableModel(QAbstractTableModel):
    """The endorsers that are looked for, in the order that is wanted."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.overview = RegistryOverview()
        self.rows: list[Registered] = []
        self.wanted = Wanted()
        self.order = RegistryColumn.ENGLISH
        self.descending = False

    def show(self, overview: RegistryOverview) -> None:
        """Shows the registry as it was read just now."""
        self.overview = overview
        self._put_in_order()
        self._read()

    def look_for(self, wanted: Wanted) -> None:
        """Shows those that are looked for."""
        self.wanted = wanted
        self._read()

    def order_by(self, column: RegistryColumn, *, descending: bool = False) -> None:
        """Puts the rows in order by a column."""
        self.order, self.descending = column, descending
        self._put_in_order()
        self._read()

    def _put_in_order(self) -> None:
        """Once for every order: looking for some of the rows keeps it."""
        self.overview = self.overview.in_order(_KEYS[self.order], descending=self.descending)

    def _read(self) -> None:
        self.beginResetModel()
        self.rows = self.overview.found(self.wanted)
        self.endResetModel()

    def endorser_id(self, row: int) -> str:
        """The endorser in a row, or nothing."""
        return self.rows[row].id if 0 <= row < len(self.rows) else ""

    def row_of(self, endorser_id: str) -> int:
        """The row of an endorser, -1 where it is not shown."""
        return next((at for at, row in enumerate(self.rows) if row.id == endorser_id), -1)

    def is_withheld(self, row: int) -> bool:
        """Whether the name in a row is withheld in some statement."""
        return 0 <= row < len(self.rows) and self.rows[row].is_withheld

    def revealed(self, row: int, column: int) -> str:
        """The name itself, for the one who holds the row down."""
        return _TEXTS[RegistryColumn(column)](self.rows[row]) if self.is_withheld(row) else ""

    def text(self, row: int, column: int) -> str:
        """What stands in a cell, withheld names masked."""
        entry = self.rows[row]
        if entry.is_withheld and column in SECRET:
            return _SHORT_MASK if column == RegistryColumn.ACRONYM else mask()
        return _TEXTS[RegistryColumn(column)](entry)

    def as_text(self, rows: Iterable[int]) -> str:
        """Rows as lines of tab-separated text, withheld names masked."""
        return "\n".join(
            "\t".join(" ".join(self.text(row, column).split()) for column in RegistryColumn)
            for row in rows
        )

    @override
    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        return 0 if parent.isValid() else len(self.rows)

    @override
    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        return 0 if parent.isValid() else len(RegistryColumn)

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid() or index.row() >= len(self.rows):
            return None
        if role in _TEXT_ROLES:
            return self.text(index.row(), index.column())
        if role == Qt.ItemDataRole.TextAlignmentRole and index.column() == _LAST:
            return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        return None

    @override
    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        if orientation is Qt.Orientation.Horizontal and role in _TEXT_ROLES:
            return column_words()[RegistryColumn(section)]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            side = Qt.AlignmentFlag.AlignRight if section == _LAST else Qt.AlignmentFlag.AlignLeft
            return side | Qt.AlignmentFlag.AlignVCenter
        return None

    def retranslate(self) -> None:
        """Reads every text again in the window's language."""
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, _LAST)
        self._read()


_LAST = RegistryColumn.STATEMENTS
_TEXT_ROLES = frozenset(
    {
        Qt.ItemDataRole.DisplayRole,
        Qt.ItemDataRole.ToolTipRole,
        Qt.ItemDataRole.AccessibleTextRole,
    }
)


def column_words() -> dict[RegistryColumn, str]:
    """What the columns are called."""
    return {
        RegistryColumn.KHMER: tr("{language} name", language=language_word(KHMER)),
        RegistryColumn.ENGLISH: tr("{language} name", language=language_word(ENGLISH)),
        RegistryColumn.ACRONYM: tr("Acronym"),
        RegistryColumn.KIND: tr("Kind"),
        RegistryColumn.PROVINCE: tr("Province"),
        RegistryColumn.STATEMENTS: tr("Statements"),
    }


_TEXTS: dict[RegistryColumn, Callable[[Registered], str]] = {
    RegistryColumn.KHMER: lambda row: row.khmer,
    RegistryColumn.ENGLISH: lambda row: row.english,
    RegistryColumn.ACRONYM: lambda row: row.acronym,
    RegistryColumn.KIND: lambda row: kind_word(row.kind),
    RegistryColumn.PROVINCE: lambda row: province_word(row.province, current()),
    RegistryColumn.STATEMENTS: lambda row: in_digits(row.statements, current()),
}
_KEYS: dict[RegistryColumn, Callable[[Registered], Any]] = {
    RegistryColumn.KHMER: lambda row: row.khmer_place,
    RegistryColumn.ENGLISH: lambda row: row.english_place,
    RegistryColumn.ACRONYM: lambda row: (not row.acronym, row.acronym.casefold(), row.id),
    RegistryColumn.KIND: lambda row: (row.kind, row.english_place),
    RegistryColumn.PROVINCE: lambda row: (not row.province, row.province, row.english_place),
    RegistryColumn.STATEMENTS: lambda row: (-row.statements, row.english_place),
}
