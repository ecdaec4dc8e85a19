"""The endorsements of a statement as a table. A withheld name is nowhere in it.

The rows come without names; the names of those who may be shown come beside them. Whatever role is
asked for (text, tooltip, the text for screen readers), a withheld name is masked; only `revealed`,
for the one who holds a row down, asks the desk for it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from enum import IntEnum

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from typing_extensions import override

from advocate_desk.gui.endorser_kinds import kind_word
from advocate_desk.gui.models.endorser_filter import ALL, ListFacts, Roll
from advocate_desk.language.catalog import current, tr
from advocate_desk.language.numbers import in_digits
from advocate_desk.model.endorsement import Endorser, EndorserName
from advocate_desk.model.kinds import ENGLISH, KHMER, EndorsementState, ShowAs
from advocate_desk.model.listed import NO_NAME, Listed, ShownName
from advocate_desk.model.words import language_word, word

ANSWER = Qt.ItemDataRole.UserRole + 1
SHOWN = Qt.ItemDataRole.UserRole + 2
MARK = Qt.ItemDataRole.UserRole + 3  # the icon of a cell that says no more than yes
EARLIER_TEXT = Qt.ItemDataRole.UserRole + 4

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
    AGREED = 8
    EVIDENCE = 9
    PIN = 10


LANGUAGES = {Column.KHMER_NAME: KHMER, Column.ENGLISH_NAME: ENGLISH}
SECRET = frozenset({*LANGUAGES, Column.ACRONYM})
MARKS = {Column.EVIDENCE: "evidence", Column.PIN: "pin"}


def mask() -> str:
    """What stands where a withheld name would."""
    return tr("•••• withheld")


def short_word(way: ShowAs) -> str:
    """How a name is shown, in one word that fits a narrow column."""
    return tr("withheld") if way is ShowAs.WITHHELD else tr("full")


class EndorsementsTableModel(QAbstractTableModel):
    """Endorsements in the order of the printed list, those the filter accepts."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.roll = Roll()
        self._key = ALL
        self._found: frozenset[str] | None = None
        self._places: list[int] = []
        self._row_of: dict[str, int] = {}
        self._counts: dict[str, int] = {}
        self.reveal: Callable[[str], Endorser] | None = None

    # --- what is shown

    def show(
        self,
        rows: Sequence[Listed],
        names: Mapping[str, ShownName],
        facts: ListFacts,
        found: frozenset[str] | None = None,
    ) -> None:
        """Shows a statement's list, of it the endorsers found; what stays in its row is kept."""
        self._found = found
        self._renew(Roll(rows, names, facts))

    def set_filter(self, key: str, found: frozenset[str] | None = None) -> None:
        """Shows only what a chip lets through, and of that only the endorsers found."""
        self._key, self._found = key, found
        self._renew(self.roll)

    def _renew(self, roll: Roll) -> None:
        """A list whose rows are the same is only painted anew."""
        places = roll.shown(self._key, self._found)
        ids = {roll.rows[place].id: row for row, place in enumerate(places)}
        is_same = list(ids) == list(self._row_of)
        if not is_same:
            self.beginResetModel()
        changed = self._changed(roll, places) if is_same else None
        if roll is not self.roll:
            self._counts = roll.counts()
        self.roll, self._places, self._row_of = roll, places, ids
        if not is_same:
            self.endResetModel()
        elif changed:
            first, last = changed
            self.dataChanged.emit(self.index(first, 0), self.index(last, len(Column) - 1))

    def _changed(self, roll: Roll, places: list[int]) -> tuple[int, int] | None:
        """The first and the last row that look different in a list with the same rows."""
        before = self.roll
        is_other = roll.facts != before.facts or roll.names != before.names
        if not places or is_other or places != self._places:
            return (0, len(places) - 1) if places else None
        rows = [row for row, at in enumerate(places) if roll.rows[at] != before.rows[at]]
        return (rows[0], rows[-1]) if rows else None

    @property
    def counts(self) -> Mapping[str, int]:
        """Chip to how many of the whole list it would show."""
        return self._counts

    @property
    def total(self) -> int:
        """How many endorsements the statement has."""
        return len(self.roll.rows)

    def named(self, language: str) -> int:
        """How many endorsers of the statement have a name in a language that may be shown."""
        return [language in name.texts for name in self.roll.names.values()].count(True)

    def listed(self, row: int) -> Listed | None:
        """The endorsement in a row."""
        in_table = 0 <= row < len(self._places)
        return self.roll.rows[self._places[row]] if in_table else None

    def row_of(self, endorsement_id: str) -> int:
        """The row of an endorsement, or -1 where it is not shown."""
        return self._row_of.get(endorsement_id, -1)

    def position(self, row: int) -> int:
        """The place in the whole list, from 0."""
        return self._places[row]

    def name(self, row: int) -> ShownName:
        """The name in a row; nothing where it is withheld."""
        listed = self.listed(row)
        if listed is None or listed.is_withheld:
            return NO_NAME
        return self.roll.names.get(listed.endorser_id, NO_NAME)

    def starting_with(self, text: str, first: int) -> int:
        """The next row from `first` on, around the end, with a shown name that begins so, or -1."""
        wanted, count = text.casefold(), len(self._places)
        around = (*range(first, count), *range(min(first, count)))
        return next((row for row in around if self._begins(row, wanted)), -1)

    def _begins(self, row: int, wanted: str) -> bool:
        name = self.name(row)
        texts = (*name.texts.values(), name.acronym)
        return any(text.casefold().startswith(wanted) for text in texts)

    def revealed(self, row: int, column: int) -> str:
        """The name itself, for the one who holds the row down."""
        listed = self.listed(row)
        if listed is None or column not in SECRET or self.reveal is None:
            return ""
        endorser = self.reveal(listed.id)
        if column == Column.ACRONYM:
            return endorser.acronym
        found = endorser.names.get(LANGUAGES[Column(column)], EndorserName(""))
        return found.name or found.printed

    def as_text(self, rows: Iterable[int], columns: Sequence[int] = tuple(Column)) -> str:
        """Rows as lines of tab-separated text, withheld names masked."""
        return "\n".join(
            "\t".join(" ".join(self.text(row, column).split()) for column in columns)
            for row in rows
        )

    def text(self, row: int, column: int) -> str:
        """What stands in a cell, withheld names masked."""
        listed = self.listed(row)
        if listed is None:
            return ""
        if column in SECRET:
            return self._name_text(row, listed, column)
        if column == Column.POSITION:
            return in_digits(self._places[row] + 1, current())
        if column == Column.AGREED:
            return self._agreed(listed)
        if column == Column.EVIDENCE:
            return tr("evidence") if listed.id in self.roll.facts.evidence else ""
        return _TEXTS[Column(column)](listed)

    def _name_text(self, row: int, listed: Listed, column: int) -> str:
        if listed.is_withheld:
            return mask() if column != Column.ACRONYM else "••••"
        name = self.name(row)
        if column == Column.ACRONYM:
            return name.acronym
        return name.texts.get(LANGUAGES[Column(column)], "")

    def _agreed(self, listed: Listed) -> str:
        """Which text was agreed to, of those who stand behind the statement."""
        if not listed.is_bound:
            return ""
        if listed.id in self.roll.facts.outdated:
            return tr("earlier text")
        number = self.roll.facts.editions.get(listed.edition_id or "")
        return tr("edition {number}", number=number) if number else tr("this text")

    # --- Qt's side

    @override
    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        return 0 if parent.isValid() else len(self._places)

    @override
    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        return 0 if parent.isValid() else len(Column)

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if role not in _ANSWERED or not index.isValid():  # most questions of a painter have none
            return None
        listed = self.listed(index.row())
        if listed is None:
            return None
        if role in _TEXT_ROLES:
            return self._told(index.row(), index.column(), role)
        return self._look(listed, index, role)

    def _look(self, listed: Listed, index: Index, role: int) -> object:
        """What a cell looks like, its text aside."""
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _RIGHT if index.column() == Column.POSITION else None
        if role == MARK:
            return MARKS.get(Column(index.column())) if self.text(*_place(index)) else None
        if role == EARLIER_TEXT:
            return listed.is_bound and listed.id in self.roll.facts.outdated
        return listed.state if role == ANSWER else listed.show_as

    def _told(self, row: int, column: int, role: int) -> str:
        text = self.text(row, column)
        is_tip = role == Qt.ItemDataRole.ToolTipRole
        if is_tip and column == Column.PIN and text:
            return tr("Keeps its place when the list is put in order.")
        if is_tip and column == Column.AGREED and self._is_earlier(row):
            return tr("The text changed after this endorser agreed to it.")
        return text

    def _is_earlier(self, row: int) -> bool:
        listed = self.listed(row)
        return listed is not None and listed.id in self.roll.facts.outdated

    @override
    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        if orientation is Qt.Orientation.Horizontal and role in _TEXT_ROLES:
            is_mark = role == Qt.ItemDataRole.DisplayRole and section in MARKS
            return "" if is_mark else column_words()[Column(section)]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        return None

    def retranslate(self) -> None:
        """Reads every text again in the window's language."""
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(Column) - 1)
        if self._places:
            last = self.index(len(self._places) - 1, len(Column) - 1)
            self.dataChanged.emit(self.index(0, 0), last)


_TEXT_ROLES = frozenset(
    {
        Qt.ItemDataRole.DisplayRole,
        Qt.ItemDataRole.ToolTipRole,
        Qt.ItemDataRole.AccessibleTextRole,
    }
)

_ANSWERED = frozenset(
    {
        *map(int, _TEXT_ROLES),
        int(Qt.ItemDataRole.TextAlignmentRole),
        *map(int, (ANSWER, SHOWN, MARK, EARLIER_TEXT)),
    }
)
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


def _place(index: Index) -> tuple[int, int]:
    return index.row(), index.column()


def day_words(day: str) -> str:
    """A day of the desk in the digits of the window; what is no date as it is."""
    try:
        return in_digits(f"{date.fromisoformat(day[:10]):%d/%m/%Y}", current())
    except ValueError:
        return day


def column_words() -> dict[Column, str]:
    """What the columns are called."""
    return {
        Column.POSITION: tr("No."),
        Column.KHMER_NAME: tr("{language} name", language=language_word(KHMER)),
        Column.ENGLISH_NAME: tr("{language} name", language=language_word(ENGLISH)),
        Column.ACRONYM: tr("Acronym"),
        Column.KIND: tr("Kind"),
        Column.STATE: tr("Answer"),
        Column.SHOW_AS: tr("Show as"),
        Column.DATE: tr("Date"),
        Column.AGREED: tr("Agreed to"),
        Column.EVIDENCE: tr("Evidence"),
        Column.PIN: tr("Pinned"),
    }


_TEXTS: dict[Column, Callable[[Listed], str]] = {
    Column.KIND: lambda listed: kind_word(listed.kind),
    Column.STATE: lambda listed: word(EndorsementState(listed.state)),
    Column.SHOW_AS: lambda listed: short_word(ShowAs(listed.show_as)),
    Column.DATE: lambda listed: day_words(listed.answered_on),
    Column.PIN: lambda listed: tr("pinned") if listed.pinned else "",
}
