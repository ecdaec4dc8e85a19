"""The endorsements of a statement as a table. A withheld name is in none of its answers.

Whatever role is asked for (text, tooltip, the text for screen readers), a withheld name is masked;
only `revealed`, for the one who holds a row down, gives it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import IntEnum

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from typing_extensions import override

from advocate_desk.gui.endorser_kinds import kind_word
from advocate_desk.language.catalog import current, tr
from advocate_desk.language.khmer import fold, has_khmer
from advocate_desk.language.numbers import in_digits
from advocate_desk.model.endorsement import Endorsement, EndorserName
from advocate_desk.model.kinds import ENGLISH, KHMER, EndorsementState, ShowAs
from advocate_desk.model.words import language_word, word

ANSWER = Qt.ItemDataRole.UserRole + 1
SHOWN = Qt.ItemDataRole.UserRole + 2
NO_NAME = EndorserName("")

Index = QModelIndex | QPersistentModelIndex


class Column(IntEnum):
    """The columns in their order."""

    POSITION = 0
    KHMER_NAME = 1
    ENGLISH_NAME = 2
    ACRONYM = 3
    KIND = 4
    STATE = 5
    SHOW_AS = 6
    DATE = 7


SECRET = frozenset({Column.KHMER_NAME, Column.ENGLISH_NAME, Column.ACRONYM})


@dataclass(frozen=True, slots=True)
class Filter:
    """Which endorsements are shown: in one of the states, withheld ones only, with these words."""

    states: frozenset[EndorsementState] = frozenset(EndorsementState)
    withheld_only: bool = False
    words: str = ""

    def accepts(self, endorsement: Endorsement) -> bool:
        """Whether an endorsement is shown, its words aside."""
        if self.withheld_only and not is_withheld(endorsement):
            return False
        return endorsement.state in self.states


def is_withheld(endorsement: Endorsement) -> bool:
    """Whether the name may not be shown."""
    return endorsement.show_as is ShowAs.WITHHELD


def mask() -> str:
    """What stands where a withheld name would."""
    return tr("•••• withheld")


def short_word(way: ShowAs) -> str:
    """How a name is shown, in one word that fits a narrow column."""
    return tr("withheld") if way is ShowAs.WITHHELD else tr("full")


def _searchable(text: str) -> str:
    return fold(text) if has_khmer(text) else text.casefold()


class EndorsementsTableModel(QAbstractTableModel):
    """Endorsements in the order of the printed list, those the filter accepts."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._all: tuple[Endorsement, ...] = ()
        self._rows: list[Endorsement] = []
        self._filter = Filter()
        self._haystacks: dict[str, str] = {}

    # --- what is shown

    def show(self, endorsements: Sequence[Endorsement]) -> None:
        """Shows the endorsements of a statement."""
        self.beginResetModel()
        self._all = tuple(endorsements)
        self._haystacks = {}
        self._rows = list(self._accepted())
        self.endResetModel()

    def set_filter(self, wanted: Filter) -> None:
        """Shows only what the filter accepts."""
        self.beginResetModel()
        self._filter = wanted
        self._rows = list(self._accepted())
        self.endResetModel()

    def _accepted(self) -> Iterable[Endorsement]:
        words = _searchable(self._filter.words).split()
        for endorsement in self._all:
            if self._filter.accepts(endorsement) and self._has(endorsement, words):
                yield endorsement

    def _has(self, endorsement: Endorsement, words: list[str]) -> bool:
        if not words:
            return True
        if endorsement.id not in self._haystacks:
            names = endorsement.endorser.names.values()
            texts = (f"{name.printed} {name.name} {name.acronym}" for name in names)
            self._haystacks[endorsement.id] = " ".join(map(_searchable, texts))
        haystack = self._haystacks[endorsement.id]
        return all(wanted in haystack for wanted in words)

    def count(self, states: Iterable[EndorsementState]) -> int:
        """How many endorsements of the statement stand in these states."""
        wanted = frozenset(states)
        return sum(endorsement.state in wanted for endorsement in self._all)

    @property
    def withheld_count(self) -> int:
        """How many names are withheld."""
        return sum(map(is_withheld, self._all))

    @property
    def total(self) -> int:
        """How many endorsements the statement has."""
        return len(self._all)

    def has_names(self, language: str) -> bool:
        """Whether any endorser of the statement has a name in a language."""
        return any(_name(endorsement, language) for endorsement in self._all)

    def endorsement(self, row: int) -> Endorsement | None:
        """The endorsement in a row; its names are not for the screen where it is withheld."""
        return self._rows[row] if 0 <= row < len(self._rows) else None

    def row_of(self, endorsement_id: str) -> int:
        """The row of an endorsement, or -1 where it is not shown."""
        for row, endorsement in enumerate(self._rows):
            if endorsement.id == endorsement_id:
                return row
        return -1

    def revealed(self, row: int, column: int) -> str:
        """The name itself, for the one who holds the row down."""
        endorsement = self.endorsement(row)
        return _NAMES[Column(column)](endorsement) if endorsement and column in SECRET else ""

    def as_text(self, rows: Iterable[int]) -> str:
        """Rows as lines of tab-separated text, withheld names masked."""
        return "\n".join("\t".join(self._cells(row)) for row in rows)

    def _cells(self, row: int) -> Iterable[str]:
        for column in Column:
            yield " ".join(self.text(row, column).split())

    def text(self, row: int, column: int) -> str:
        """What stands in a cell, withheld names masked."""
        endorsement = self.endorsement(row)
        if endorsement is None:
            return ""
        if column in SECRET and is_withheld(endorsement):
            return mask() if column != Column.ACRONYM else "••••"
        return (_NAMES | _TEXTS)[Column(column)](endorsement)

    # --- Qt's side

    @override
    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        return 0 if parent.isValid() else len(self._rows)

    @override
    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        return 0 if parent.isValid() else len(Column)

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        endorsement = self.endorsement(index.row()) if index.isValid() else None
        if endorsement is None:
            return None
        if role in _TEXT_ROLES:
            return self.text(index.row(), index.column())
        if role == Qt.ItemDataRole.TextAlignmentRole and index.column() == Column.POSITION:
            return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        return {ANSWER: endorsement.state.value, SHOWN: endorsement.show_as.value}.get(role)

    @override
    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        if orientation is Qt.Orientation.Horizontal and role in _TEXT_ROLES:
            return _headers()[Column(section)]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        return None

    def retranslate(self) -> None:
        """Reads every text again in the window's language."""
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(Column) - 1)
        if self._rows:
            last = self.index(len(self._rows) - 1, len(Column) - 1)
            self.dataChanged.emit(self.index(0, 0), last)


_TEXT_ROLES = frozenset(
    {
        Qt.ItemDataRole.DisplayRole,
        Qt.ItemDataRole.ToolTipRole,
        Qt.ItemDataRole.AccessibleTextRole,
    }
)


def _name(endorsement: Endorsement, language: str) -> str:
    found = endorsement.endorser.names.get(language, NO_NAME)
    return found.name or found.printed


def _day(endorsement: Endorsement) -> str:
    try:
        day = date.fromisoformat(endorsement.answered_on[:10])
        return in_digits(f"{day:%d/%m/%Y}", current())
    except ValueError:
        return endorsement.answered_on


def _headers() -> dict[Column, str]:
    return {
        Column.POSITION: tr("No."),
        Column.KHMER_NAME: tr("{language} name", language=language_word(KHMER)),
        Column.ENGLISH_NAME: tr("{language} name", language=language_word(ENGLISH)),
        Column.ACRONYM: tr("Acronym"),
        Column.KIND: tr("Kind"),
        Column.STATE: tr("Answer"),
        Column.SHOW_AS: tr("Show as"),
        Column.DATE: tr("Date"),
    }


_NAMES: dict[Column, Callable[[Endorsement], str]] = {
    Column.KHMER_NAME: lambda endorsement: _name(endorsement, KHMER),
    Column.ENGLISH_NAME: lambda endorsement: _name(endorsement, ENGLISH),
    Column.ACRONYM: lambda endorsement: endorsement.endorser.acronym,
}
_TEXTS: dict[Column, Callable[[Endorsement], str]] = {
    Column.POSITION: lambda endorsement: in_digits(endorsement.position + 1, current()),
    Column.KIND: lambda endorsement: kind_word(endorsement.endorser.kind),
    Column.STATE: lambda endorsement: word(endorsement.state),
    Column.SHOW_AS: lambda endorsement: short_word(endorsement.show_as),
    Column.DATE: _day,
}
