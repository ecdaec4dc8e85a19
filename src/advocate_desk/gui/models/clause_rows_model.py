"""The rows of an import of clauses: what each becomes, a tick for what is taken."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import IntEnum

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)
from typing_extensions import override

from advocate_desk.gui.models.draft_blocks_model import HEADING
from advocate_desk.language.breaks import with_soft_breaks
from advocate_desk.language.catalog import current, tr
from advocate_desk.language.numbers import in_digits
from advocate_desk.model.draft import DraftText
from advocate_desk.model.kinds import ENGLISH, KHMER
from advocate_desk.model.offered import ClausePlan, Fate, ListedText, Origin, PlannedClause
from advocate_desk.model.sentences import filled
from advocate_desk.model.words import language_word, word

Index = QModelIndex | QPersistentModelIndex
NO_TEXT = DraftText()


class ClauseColumn(IntEnum):
    """The columns in their order."""

    PLACE = 0
    KIND = 1
    KHMER = 2
    ENGLISH = 3
    RESULT = 4


LANGUAGES = {ClauseColumn.KHMER: KHMER, ClauseColumn.ENGLISH: ENGLISH}


@dataclass(slots=True)
class ClauseRow:
    """One row: a planned clause (by its position in the plan), or a text that is listed."""

    planned: PlannedClause | None
    listed: ListedText | None
    position: int = -1
    is_wanted: bool = False

    @property
    def origin(self) -> Origin:
        """Where it was read."""
        if self.planned is not None:
            return self.planned.clause.origin
        return self.listed.origin if self.listed is not None else Origin()

    @property
    def can_be_taken(self) -> bool:
        """Whether bringing it in would change anything."""
        return self.planned is not None and self.planned.fate is not Fate.UNCHANGED


def rows_of(plan: ClausePlan) -> list[ClauseRow]:
    """What would be brought in first, then what would not and why, then what stays as it is."""
    planned = [
        ClauseRow(one, None, at, is_wanted=one.fate is not Fate.UNCHANGED)
        for at, one in enumerate(plan.planned)
    ]
    listed = [ClauseRow(None, one) for one in plan.listed]
    changing = [row for row in planned if row.can_be_taken]
    return [*changing, *listed, *(row for row in planned if not row.can_be_taken)]


class ClauseRowsModel(QAbstractTableModel):
    """The rows as a table; `wanted_changed` follows each tick."""

    wanted_changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: list[ClauseRow] = []
        self._has_files = self._has_sheets = False

    def show(self, plan: ClausePlan) -> None:
        """Shows a plan, everything ticked that can be brought in."""
        self.beginResetModel()
        self._rows = rows_of(plan)
        origins = {row.origin for row in self._rows}
        self._has_files = len({origin.file for origin in origins}) > 1
        self._has_sheets = len({origin.sheet for origin in origins}) > 1
        self.endResetModel()
        self.wanted_changed.emit()

    @property
    def left_out(self) -> frozenset[int]:
        """The positions in the plan of what is not ticked."""
        rows = (row for row in self._rows if row.can_be_taken and not row.is_wanted)
        return frozenset(row.position for row in rows)

    def counts(self) -> tuple[int, int]:
        """How many rows are ticked, how many could be."""
        able = [row for row in self._rows if row.can_be_taken]
        return sum(row.is_wanted for row in able), len(able)

    def want(self, rows: Iterable[int], *, wanted: bool) -> None:
        """Ticks rows, or takes the tick away."""
        for row in rows:
            if self._rows[row].can_be_taken:
                self._rows[row].is_wanted = wanted
        last = self.index(max(len(self._rows) - 1, 0), ClauseColumn.RESULT)
        self.dataChanged.emit(self.index(0, 0), last)
        self.wanted_changed.emit()

    def turn(self, row: int) -> None:
        """Ticks a row, or takes its tick away."""
        if 0 <= row < len(self._rows):
            self.want([row], wanted=not self._rows[row].is_wanted)

    # --- what is shown

    @property
    def has_names(self) -> bool:
        """Whether the rows come from several files or sheets, so that these are named."""
        return self._has_files or self._has_sheets

    def _place(self, row: ClauseRow) -> str:
        """Where a row stands: its number, with what sets it apart from others of that number."""
        origin = row.origin
        file = origin.file if self._has_files else ""
        sheet = origin.sheet if self._has_sheets and origin.sheet not in origin.file else ""
        number = in_digits(origin.row, current()) if origin.row else ""
        return "\n".join(part for part in (file, sheet, number) if part)

    def _side(self, row: ClauseRow, column: int) -> DraftText:
        if row.planned is not None:
            return row.planned.clause.texts.get(LANGUAGES[ClauseColumn(column)], NO_TEXT)
        is_whole = row.listed is not None and column == ClauseColumn.KHMER
        return DraftText(body=row.listed.text if row.listed and is_whole else "")

    def _result(self, row: ClauseRow) -> str:
        if row.listed is not None:
            return filled(row.listed.reason, row.listed.arguments)
        if row.planned is None or (row.can_be_taken and not row.is_wanted):
            return tr("is left out")
        words = {
            Fate.NEW: tr("will be added"),
            Fate.REVISED: tr("gets a new revision"),
            Fate.REFILED: tr("is filed anew; its texts stay"),
            Fate.UNCHANGED: tr("is as in the library"),
        }
        return words[row.planned.fate]

    def _text(self, row: ClauseRow, column: int) -> str:
        if column == ClauseColumn.PLACE:
            return self._place(row)
        if column == ClauseColumn.KIND:
            kind = row.planned.clause.kind if row.planned else None
            return word(kind) if kind else ""
        return self._result(row) if column == ClauseColumn.RESULT else self._side(row, column).body

    def is_listed(self, row: int) -> bool:
        """Whether a row is not brought in; its text stands across both languages."""
        return self._rows[row].listed is not None

    @override
    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        return 0 if parent.isValid() else len(self._rows)

    @override
    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        return 0 if parent.isValid() else len(ClauseColumn)

    @override
    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        if index.column() == ClauseColumn.PLACE and self._rows[index.row()].can_be_taken:
            flags |= Qt.ItemFlag.ItemIsUserCheckable
        return flags

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        row, column = self._rows[index.row()], index.column()
        if role == Qt.ItemDataRole.CheckStateRole:
            return self._tick(row) if column == ClauseColumn.PLACE else None
        if role == Qt.ItemDataRole.DisplayRole:
            return self._text(row, column)
        if role == HEADING:
            return self._side(row, column).heading if column in LANGUAGES else ""
        if role == Qt.ItemDataRole.ToolTipRole:
            return with_soft_breaks(self._whole(row, column))
        return self._whole(row, column) if role == Qt.ItemDataRole.AccessibleTextRole else None

    def _whole(self, row: ClauseRow, column: int) -> str:
        heading = self._side(row, column).heading if column in LANGUAGES else ""
        return "\n".join(part for part in (heading, self._text(row, column)) if part)

    def _tick(self, row: ClauseRow) -> Qt.CheckState | None:
        if not row.can_be_taken:
            return None
        return Qt.CheckState.Checked if row.is_wanted else Qt.CheckState.Unchecked

    @override
    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        if role != Qt.ItemDataRole.CheckStateRole or not index.isValid():
            return False
        self.want([index.row()], wanted=Qt.CheckState(value) is Qt.CheckState.Checked)
        return True

    @override
    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        if orientation is not Qt.Orientation.Horizontal or role != Qt.ItemDataRole.DisplayRole:
            return None
        languages = (language_word(KHMER), language_word(ENGLISH))
        return (tr("Row"), tr("Kind"), *languages, tr("What happens"))[section]
