"""The rows of a list of endorsers that is coming in: what each is, and what is to become of it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
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

from advocate_desk.desk.list_preview import NO_PREVIEW, ListPreview
from advocate_desk.desk.matching import ALIAS
from advocate_desk.desk.redaction import mark
from advocate_desk.gui.match_words import match_word
from advocate_desk.language.breaks import with_soft_breaks
from advocate_desk.language.catalog import current, tr
from advocate_desk.language.numbers import in_digits
from advocate_desk.model.dirt.entry_fixes import OfferedEntry
from advocate_desk.model.draft import DraftEndorser, DraftEndorsers, ListedRow
from advocate_desk.model.registry import Choice, Decision, Match, MatchClass
from advocate_desk.model.sentences import filled, finding_sentence

Index = QModelIndex | QPersistentModelIndex
ALL, LISTED, UNDECIDED = "all", "listed", "undecided"
SECOND_LINE = Qt.ItemDataRole.UserRole + 1
MATCH_CLASS = Qt.ItemDataRole.UserRole + 2
IS_QUIET = Qt.ItemDataRole.UserRole + 3
IS_OPEN = Qt.ItemDataRole.UserRole + 4
LONGEST_SHOWN = 400
SHOWN_SHEET = 6


class IncomingColumn(IntEnum):
    """The columns in their order."""

    PLACE = 0
    READ = 1
    MATCH = 2
    REGISTRY = 3
    DECISION = 4
    CORRECTION = 5


@dataclass(slots=True)
class IncomingRow:
    """One row of the source: an entry with what is decided about it, or a row that is listed."""

    row: int
    entry: DraftEndorser | None = None
    listed: ListedRow | None = None
    match: Match | None = None
    choice: Choice | None = None
    offers: tuple[OfferedEntry, ...] = ()
    takes_offer: bool = False

    @property
    def key(self) -> str:
        """The filter it falls under."""
        if self.entry is None:
            return LISTED
        return self.match.match_class.value if self.match else ""

    @property
    def can_be_same(self) -> bool:
        """Whether there is an endorser of the registry it can be."""
        return self.match is not None and self.match.endorser_id is not None

    @property
    def offers_correction(self) -> bool:
        """Whether a correction makes a difference: the registry's own name is never touched."""
        return bool(self.offers) and self.choice is not Choice.SAME


def incoming_rows(draft: DraftEndorsers, preview: ListPreview) -> list[IncomingRow]:
    """Every row that was read, in the order of the source, as decided at first."""
    rows = [IncomingRow(row.row, listed=row) for row in draft.listed]
    for entry in draft.endorsers:
        settled = preview.settled.get(entry.row)
        if settled:
            text = " / ".join(entry.written.values())
            rows.append(IncomingRow(entry.row, listed=ListedRow(entry.row, text, *settled)))
        else:
            rows.append(_undecided(entry, preview))
    return sorted(rows, key=lambda row: row.row)


def _undecided(entry: DraftEndorser, preview: ListPreview) -> IncomingRow:
    """An entry with what is certain about it; a likeness is for a person to decide."""
    match = preview.matches.get(entry.row)
    choice: Choice | None = None
    if match and match.match_class is MatchClass.NEW:
        choice = Choice.NEW
    elif match and match.match_class is MatchClass.SAME and match.endorser_id:
        choice = Choice.SAME
    offers = preview.offers.get(entry.row, ())
    return IncomingRow(entry.row, entry, None, match, choice, offers)


class IncomingRowsModel(QAbstractTableModel):
    """The rows as a table that can be narrowed; `decided` follows every decision."""

    decided = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: list[IncomingRow] = []
        self._shown: list[int] = []
        self._preview = NO_PREVIEW
        self._filter = ALL
        self._has_sheets = False

    def show(self, draft: DraftEndorsers, preview: ListPreview = NO_PREVIEW) -> None:
        """Shows a list as read, and what its rows are as far as that is known."""
        self.beginResetModel()
        self._preview = preview
        self._rows = incoming_rows(draft, preview)
        self._has_sheets = len({entry.sheet for entry in draft.endorsers}) > 1
        self._narrow()
        self.endResetModel()
        self.decided.emit()

    def narrow(self, key: str) -> None:
        """Shows only rows of one class, the undecided ones, or all."""
        self.beginResetModel()
        self._filter = key
        self._narrow()
        self.endResetModel()

    def _narrow(self) -> None:
        self._shown = [at for at, row in enumerate(self._rows) if self._is_shown(row)]

    def _is_shown(self, row: IncomingRow) -> bool:
        if self._filter == UNDECIDED:
            return row.entry is not None and row.choice is None
        return self._filter in (ALL, row.key)

    # --- counts

    def counts(self) -> Mapping[str, int]:
        """How many rows there are under each filter."""
        counts = Counter(row.key for row in self._rows)
        open_rows = sum(row.entry is not None and row.choice is None for row in self._rows)
        return {**counts, ALL: len(self._rows), UNDECIDED: open_rows}

    @property
    def accepted(self) -> int:
        """How many rows will be added: an endorser is on the list once."""
        on_list = set(self._preview.on_list)
        count = 0
        for row in self._rows:
            if row.choice is Choice.NEW:
                count += 1
            elif row.choice is Choice.SAME and row.match and row.match.endorser_id not in on_list:
                on_list.add(row.match.endorser_id or "")
                count += 1
        return count

    # --- decisions

    def decide(self, shown: Iterable[int], choice: Choice | None) -> None:
        """Decides about rows that are shown; one with no endorser to be cannot be the same."""
        self._decide((self._rows[self._shown[at]] for at in shown), choice)

    def decide_all(self, match_class: MatchClass, choice: Choice) -> None:
        """Decides about all rows of a class, shown or not."""
        self._decide((row for row in self._rows if row.key == match_class.value), choice)

    def _decide(self, rows: Iterable[IncomingRow], choice: Choice | None) -> None:
        for row in rows:
            if row.entry is not None and (choice is not Choice.SAME or row.can_be_same):
                row.choice = choice
                row.takes_offer = row.takes_offer and row.offers_correction
        self._tell()

    def take_offers(self, shown: Iterable[int], *, taken: bool) -> None:
        """Takes the corrections offered for rows that are shown, or leaves them as handed in."""
        for at in shown:
            row = self._rows[self._shown[at]]
            row.takes_offer = taken and row.offers_correction
        self._tell()

    def take_all_offers(self, *, taken: bool) -> None:
        """Takes every correction that is offered, or none."""
        for row in self._rows:
            row.takes_offer = taken and row.offers_correction
        self._tell()

    def _tell(self) -> None:
        if self._shown:
            last = self.index(len(self._shown) - 1, IncomingColumn.CORRECTION)
            self.dataChanged.emit(self.index(0, 0), last)
        self.decided.emit()

    def decisions(self, *, completes: bool) -> dict[int, Decision]:
        """Row to decision; `completes` gives the registry missing names and other spellings."""
        return {
            row.row: self._decision(row, row.choice, completes=completes)
            for row in self._rows
            if row.entry is not None and row.choice is not None
        }

    @staticmethod
    def _decision(row: IncomingRow, choice: Choice, *, completes: bool) -> Decision:
        if choice is not Choice.SAME or row.match is None:
            return Decision(choice)
        return Decision(choice, row.match.endorser_id, complete=completes, remember=completes)

    def taken_offers(self) -> dict[int, tuple[OfferedEntry, ...]]:
        """Row to the corrections that were taken."""
        return {row.row: row.offers for row in self._rows if row.takes_offer}

    def has_offers(self) -> bool:
        """Whether any correction is offered."""
        return any(row.offers_correction for row in self._rows)

    def at(self, shown: int) -> IncomingRow:
        """A row that is shown."""
        return self._rows[self._shown[shown]]

    # --- what is shown

    def _is_secret(self, row: IncomingRow) -> bool:
        return row.match is not None and row.match.endorser_id in self._preview.withheld

    def _name(self, row: IncomingRow) -> str:
        """The registry's name beside the row, masked where it is withheld anywhere."""
        if row.match is None or not row.match.endorser:
            return ""
        return mark(current()) if self._is_secret(row) else row.match.endorser

    def _reason(self, row: IncomingRow) -> str:
        if row.listed is not None:
            return filled(row.listed.reason, row.listed.arguments)
        if row.match is None:
            return ""
        return filled(row.match.reason, {**row.match.arguments, "endorser": self._name(row)})

    def _read(self, row: IncomingRow) -> str:
        """The entry as it was handed in; one that certainly is a withheld endorser is masked."""
        if row.listed is not None:
            return row.listed.text[:LONGEST_SHOWN]
        if row.entry is None:
            return ""
        if self._is_masked(row):
            return mark(current())
        return "\n".join(row.entry.written.values())

    def _place(self, row: IncomingRow) -> tuple[str, str]:
        """The row in its sheet, and the sheet where there are several."""
        entry = row.entry
        if entry is None or not entry.sheet:
            return in_digits(row.row, current()), ""
        sheet = entry.sheet if len(entry.sheet) <= SHOWN_SHEET else f"{entry.sheet[:SHOWN_SHEET]}…"
        one_line = sheet.replace(" ", "\u00a0")
        return in_digits(entry.sheet_row, current()), one_line if self._has_sheets else ""

    def _texts(self, row: IncomingRow, column: int) -> tuple[str, str]:
        """The first and the second line of a cell; the second one is smaller."""
        if column == IncomingColumn.PLACE:
            return self._place(row)
        if column == IncomingColumn.READ:
            return self._read(row), ""
        if column == IncomingColumn.MATCH:
            return (match_word(row.match.match_class) if row.match else self._waiting(row)), ""
        if column == IncomingColumn.REGISTRY:
            return self._name(row), "" if _is_plain(row) else self._reason(row)
        if column == IncomingColumn.DECISION:
            return decision_word(row), ""
        return self._offered(row), ""

    def _offered(self, row: IncomingRow) -> str:
        if not row.offers_correction or self._is_masked(row):
            return ""
        return "\n".join(offer.after for offer in row.offers)

    def _is_masked(self, row: IncomingRow) -> bool:
        """Whether the entry itself is a withheld name: it certainly is that endorser's."""
        return self._is_secret(row) and row.key == MatchClass.SAME.value

    @staticmethod
    def _waiting(row: IncomingRow) -> str:
        return tr("Not added") if row.entry is None else tr("Comparing…")

    @override
    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        return 0 if parent.isValid() else len(self._shown)

    @override
    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        return 0 if parent.isValid() else len(IncomingColumn)

    @override
    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        is_tick = index.isValid() and index.column() == IncomingColumn.CORRECTION
        if is_tick and self.at(index.row()).offers_correction:
            flags |= Qt.ItemFlag.ItemIsUserCheckable
        return flags

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        row, column = self.at(index.row()), index.column()
        if role == Qt.ItemDataRole.CheckStateRole:
            return _tick(row) if column == IncomingColumn.CORRECTION else None
        if role == MATCH_CLASS:
            return row.match.match_class.value if row.match else ""
        if role == IS_QUIET:
            return row.entry is None or row.choice is Choice.SKIP
        if role == IS_OPEN:
            return row.entry is not None and row.choice is None
        return self._shown_text(row, column, role)

    def _shown_text(self, row: IncomingRow, column: int, role: int) -> object:
        first, second = self._texts(row, column)
        if role == Qt.ItemDataRole.DisplayRole:
            return with_soft_breaks(first) if column == IncomingColumn.CORRECTION else first
        if role == SECOND_LINE:
            return second
        if role == Qt.ItemDataRole.ToolTipRole and column == IncomingColumn.CORRECTION:
            return "" if self._is_masked(row) else with_soft_breaks("\n".join(_why(row)))
        whole = "\n".join(text for text in (first, second) if text)
        if role == Qt.ItemDataRole.ToolTipRole:
            return with_soft_breaks(whole)
        return whole if role == Qt.ItemDataRole.AccessibleTextRole else None

    @override
    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        if role != Qt.ItemDataRole.CheckStateRole or not index.isValid():
            return False
        self.take_offers([index.row()], taken=Qt.CheckState(value) is Qt.CheckState.Checked)
        return True

    @override
    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        if orientation is not Qt.Orientation.Horizontal or role != Qt.ItemDataRole.DisplayRole:
            return None
        return (
            *(tr("Row"), tr("What was read"), tr("Comparison"), tr("In the registry")),
            *(tr("Decision"), tr("Offered correction")),
        )[section]


def _is_plain(row: IncomingRow) -> bool:
    """Whether nothing has to be said about a match: it is the name of the registry itself."""
    is_same = row.key == MatchClass.SAME.value
    return is_same and row.match is not None and row.match.reason != ALIAS


def decision_word(row: IncomingRow) -> str:
    """What is to become of a row."""
    if row.entry is None:
        return tr("not added")
    return choice_word(row.choice)


def choice_word(choice: Choice | None) -> str:
    """A decision in the language of the window."""
    return {
        Choice.SAME: tr("same endorser"),
        Choice.NEW: tr("new endorser"),
        Choice.SKIP: tr("leave out"),
        None: tr("decide…"),
    }[choice]


def _tick(row: IncomingRow) -> Qt.CheckState | None:
    if not row.offers_correction:
        return None
    return Qt.CheckState.Checked if row.takes_offer else Qt.CheckState.Unchecked


def _why(row: IncomingRow) -> list[str]:
    return [finding_sentence(finding) for offer in row.offers for finding in offer.findings]
