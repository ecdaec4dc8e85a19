"""The clauses of the library as a list: two lines and how often each is used."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import (
    QAbstractListModel,
    QMimeData,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
)
from typing_extensions import override

from advocate_desk.gui.placeholder_words import readable
from advocate_desk.language.catalog import current, ntr, tr
from advocate_desk.model.clause import Clause
from advocate_desk.model.kinds import SHIPPED_LANGUAGES, ClauseStatus
from advocate_desk.model.statement import Rendition
from advocate_desk.model.words import word

CLAUSE_MIME = "application/x-advocate-clause"
SECOND_LINE = Qt.ItemDataRole.UserRole + 1
DETAILS = Qt.ItemDataRole.UserRole + 2

Index = QModelIndex | QPersistentModelIndex


def beginning(rendition: Rendition) -> str:
    """The heading of a text, else its first line."""
    first = next((line.strip() for line in rendition.text.splitlines() if line.strip()), "")
    return readable(first)


class ClausesListModel(QAbstractListModel):
    """Clauses in the order in which the library found them."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._clauses: tuple[Clause, ...] = ()

    def show(self, clauses: Sequence[Clause]) -> None:
        """Shows these clauses."""
        self.beginResetModel()
        self._clauses = tuple(clauses)
        self.endResetModel()

    def clause(self, row: int) -> Clause | None:
        """The clause in a row."""
        return self._clauses[row] if 0 <= row < len(self._clauses) else None

    def row_of(self, clause_id: str) -> int:
        """The row of a clause, or -1."""
        ids = [clause.id for clause in self._clauses]
        return ids.index(clause_id) if clause_id in ids else -1

    @staticmethod
    def lines(clause: Clause) -> tuple[str, str]:
        """How the clause begins, in the window's language first, then in the other one."""
        order = sorted(SHIPPED_LANGUAGES, key=lambda code: code != current())
        found = [text for code in order if (text := beginning(clause.rendition(code)))]
        first, second, *_ = (*found, "", "")
        return first or word(clause.kind), second

    @staticmethod
    def details(clause: Clause) -> str:
        """Revision, use and topic: "v3 · used 12×"."""
        used = ntr("used once", "used {n}×", clause.used) if clause.used else tr("not used yet")
        parts = [tr("v{number}", number=clause.latest.number), used, clause.topic]
        if clause.status is ClauseStatus.ARCHIVED:
            parts.append(word(clause.status))
        return " · ".join(part for part in parts if part)

    @override
    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        return 0 if parent.isValid() else len(self._clauses)

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        clause = self.clause(index.row()) if index.isValid() else None
        if clause is None:
            return None
        first, second = self.lines(clause)
        return {
            Qt.ItemDataRole.DisplayRole: first,
            Qt.ItemDataRole.ToolTipRole: f"{first}\n{second}".strip(),
            Qt.ItemDataRole.AccessibleTextRole: ", ".join(
                part for part in (first, second, self.details(clause)) if part
            ),
            SECOND_LINE: second,
            DETAILS: self.details(clause),
        }.get(role)

    @override
    def flags(self, index: Index) -> Qt.ItemFlag:
        return super().flags(index) | Qt.ItemFlag.ItemIsDragEnabled

    @override
    def supportedDragActions(self) -> Qt.DropAction:
        return Qt.DropAction.CopyAction

    @override
    def mimeTypes(self) -> list[str]:
        return [CLAUSE_MIME]

    @override
    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        data = QMimeData()
        clause = self.clause(indexes[0].row()) if indexes else None
        if clause is not None:
            data.setData(CLAUSE_MIME, clause.id.encode())
        return data
