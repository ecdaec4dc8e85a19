"""The editions of a statement, the newest first."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import QAbstractTableModel, QObject, Qt
from typing_extensions import override

from advocate_desk.gui.models.statements_list_model import NO_PARENT, Index
from advocate_desk.language.catalog import current, tr
from advocate_desk.language.dates import long_date
from advocate_desk.language.numbers import in_digits
from advocate_desk.model.edition import Edition
from advocate_desk.model.marked import marked

_TITLES = (marked("Edition"), marked("Adopted"), marked("Issued"), marked("Fingerprint"))
_FINGERPRINT = 16


class EditionsTableModel(QAbstractTableModel):
    """Number, when it was adopted and issued, and the start of its SHA-256."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[Edition, ...] = ()

    def show_editions(self, rows: tuple[Edition, ...]) -> None:
        """Shows these editions."""
        self.beginResetModel()
        self._rows = rows
        self.endResetModel()

    def edition(self, row: int) -> Edition | None:
        """The edition in a row."""
        return self._rows[row] if 0 <= row < len(self._rows) else None

    @override
    def rowCount(self, parent: Index = NO_PARENT) -> int:
        return 0 if parent.isValid() else len(self._rows)

    @override
    def columnCount(self, parent: Index = NO_PARENT) -> int:
        return 0 if parent.isValid() else len(_TITLES)

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        if role == Qt.ItemDataRole.ToolTipRole and index.column() == 3:
            return row.sha256
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        return (
            in_digits(row.number, current()),
            moment_words(row.adopted_at),
            moment_words(row.issued_at) or "–",
            row.sha256[:_FINGERPRINT],
        )[index.column()]

    @override
    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        if role == Qt.ItemDataRole.DisplayRole and orientation == Qt.Orientation.Horizontal:
            return tr(_TITLES[section])
        return None


def local_time(moment: str) -> str:
    """Hour and minute of a stored moment at this place; empty for no moment."""
    if not moment:
        return ""
    return in_digits(f"{datetime.fromisoformat(moment).astimezone():%H:%M}", current())


def moment_words(moment: str) -> str:
    """A stored moment as day and time of this place, in the window's language."""
    if not moment:
        return ""
    day = datetime.fromisoformat(moment).astimezone().date()
    return f"{long_date(day, current())}, {local_time(moment)}"
