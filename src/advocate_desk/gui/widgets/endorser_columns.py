"""Which columns of the endorsers' table are seen, and how wide: what matters needs no scrolling."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QHeaderView, QMenu, QTableView

from advocate_desk.gui.endorser_kinds import ENDORSER_KINDS, kind_word
from advocate_desk.gui.models.endorsements_table_model import (
    LANGUAGES,
    MARKS,
    Column,
    EndorsementsTableModel,
    column_words,
)
from advocate_desk.gui.widgets.chip_looks import answer_chip, earlier_chip, show_as_chip
from advocate_desk.gui.widgets.endorser_delegates import MARK_SIZE, SIDE, chip_font
from advocate_desk.language.catalog import tr
from advocate_desk.model.kinds import EndorsementState, ShowAs

LEAST_NAME = 200
_FEW, _LITTLE = 5, 0.3  # a side with less than a fifth of the other's names gets little room
# The first to go where there is no room; names, answer and number stay longest: checks tell numbers.
# Whose name is withheld is seen in the names, too.
_FIRST_TO_GO = (
    Column.KIND,
    Column.PIN,
    Column.DATE,
    Column.EVIDENCE,
    Column.SHOW_AS,
    Column.ACRONYM,
    Column.AGREED,
    Column.POSITION,
)
CHOOSABLE = tuple(column for column in Column if column not in {*LANGUAGES, Column.STATE})


class EndorserColumns(QObject):
    """Widths after the font and the words in use; a column that was chosen stays as chosen."""

    chosen_changed = Signal()

    def __init__(self, table: QTableView, model: EndorsementsTableModel) -> None:
        super().__init__(table)
        self._table = table
        self._model = model
        self._wanted: dict[Column, int] = {}
        self._weights = dict.fromkeys(LANGUAGES, 1.0)
        self.chosen: dict[Column, bool] = {}
        header = table.horizontalHeader()
        header.setHighlightSections(False)
        header.setStretchLastSection(False)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        header.setMinimumSectionSize(28)

    def fit(self) -> None:
        """Row height and narrow columns after the font and the words in use now."""
        metrics = QFontMetrics(self._table.font())
        # Khmer stacks signs above and below its letters: rows are taller than Latin needs.
        self._table.verticalHeader().setDefaultSectionSize(metrics.height() + 14)
        header = self._table.horizontalHeader()
        for column, widest in self._widest(metrics).items():
            hint = 0 if column in MARKS else header.sectionSizeHint(column)
            self._wanted[column] = max(widest + 2 * SIDE, hint)
        self.share()

    def _widest(self, metrics: QFontMetrics) -> Mapping[Column, int]:
        """What the widest cell of each narrow column needs."""
        font, palette = chip_font(self._table.font()), self._table.palette()
        answers = [answer_chip(state, palette) for state in EndorsementState]
        ways = [show_as_chip(way, palette) for way in ShowAs]
        texts = [tr("edition {number}", number=10), tr("this text")]
        plain = {
            Column.POSITION: ["0000"],
            Column.ACRONYM: ["MMMMM"],
            Column.KIND: [kind_word(kind) for kind in ENDORSER_KINDS],
            Column.DATE: ["00/00/0000"],
            Column.AGREED: texts,
        }
        chips = {
            Column.STATE: answers,
            Column.SHOW_AS: ways,
            Column.AGREED: [earlier_chip(palette)],
        }
        widest = {
            column: max(map(metrics.horizontalAdvance, words)) for column, words in plain.items()
        }
        for column, drawn in chips.items():
            width = round(max(chip.size(font).width() for chip in drawn))
            widest[column] = max(widest.get(column, 0), width)
        return {**widest, **dict.fromkeys(MARKS, MARK_SIZE)}

    def share(self) -> None:
        """Narrow columns that have room; both names share the rest, wide enough to be read.

        A side hardly anybody has a name on leaves its room to the other one.
        """
        header, width = self._table.horizontalHeader(), self._table.viewport().width()
        least = {
            column: max(header.sectionSizeHint(column), round(LEAST_NAME * weight))
            for column, weight in self._weights.items()
        }
        hidden = self._hidden(width - sum(least.values()))
        for column in Column:
            if self._table.isColumnHidden(column) is not (column in hidden):
                self._table.setColumnHidden(column, column in hidden)
        others = {c: w for c, w in self._wanted.items() if c not in hidden}
        room = max(0, width - sum(others.values()) - sum(least.values()))
        whole = sum(self._weights.values())
        names = {c: least[c] + int(room * w / whole) for c, w in self._weights.items()}
        for column, size in {**others, **names}.items():
            if header.sectionSize(column) != size:
                header.resizeSection(column, size)

    def _hidden(self, room: int) -> set[Column]:
        hidden = {column for column, is_shown in self.chosen.items() if not is_shown}
        needed = sum(size for column, size in self._wanted.items() if column not in hidden)
        for column in _FIRST_TO_GO:
            if needed <= room:
                break
            if column not in hidden and column not in self.chosen:
                hidden.add(column)
                needed -= self._wanted.get(column, 0)
        return hidden

    def note_names(self) -> None:
        """Shares the room again only when a side gets its first names or loses its last."""
        named = {column: self._model.named(code) for column, code in LANGUAGES.items()}
        most = max(named.values())
        weights = {
            column: 1.0 if count * _FEW >= most else _LITTLE for column, count in named.items()
        }
        if weights != self._weights:
            self._weights = weights
            self.share()

    def choose(self, column: Column, is_shown: bool) -> None:
        """Shows or hides a column, whatever the width."""
        self.chosen[column] = is_shown
        self.share()
        self.chosen_changed.emit()

    @property
    def kept(self) -> str:
        """What was chosen, as settings keep it."""
        return ",".join(
            f"{c.name.lower()}={'yes' if on else 'no'}" for c, on in self.chosen.items()
        )

    def bring_back(self, kept: str) -> None:
        """Shows columns as they were chosen earlier; what is no column is passed over."""
        known = {column.name.lower(): column for column in CHOOSABLE}
        pairs = (part.partition("=") for part in kept.split(","))
        self.chosen = {known[name]: way == "yes" for name, _, way in pairs if name in known}
        self.share()

    def fill(self, menu: QMenu) -> None:
        """A tick for every column, and the way back to what fits."""
        words = column_words()
        for column in CHOOSABLE:
            action = menu.addAction(words[column])
            action.setCheckable(True)
            action.setChecked(not self._table.isColumnHidden(column))
            action.toggled.connect(lambda on, c=column: self.choose(c, on))
        menu.addSeparator()
        back = menu.addAction(tr("As many as fit"))
        back.setEnabled(bool(self.chosen))
        back.triggered.connect(self._forget)

    def _forget(self) -> None:
        self.bring_back("")
        self.chosen_changed.emit()
