"""A new statement: its kind, what it starts from, its title and date."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from PySide6.QtCore import QDate, QEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDateEdit,
    QDialog,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from advocate_desk.gui.dialogs.dialog_buttons import DialogButtons
from advocate_desk.gui.widgets.clause_text_edit import ClauseTextEdit
from advocate_desk.gui.widgets.soft_label import SoftLabel
from advocate_desk.language.catalog import current, tr
from advocate_desk.model.kinds import SHIPPED_LANGUAGES, StatementKind
from advocate_desk.model.looks import Skeleton
from advocate_desk.model.marked import marked
from advocate_desk.model.statement import Block, Statement
from advocate_desk.model.words import language_word, word

EMPTY = ""
SENTENCES: Mapping[StatementKind, str] = {
    StatementKind.JOINT_STATEMENT: marked(
        "Several organisations say together what happened, what they think and what they demand."
    ),
    StatementKind.PETITION: marked(
        "Many people sign the same demands to an authority; signatures are counted."
    ),
    StatementKind.OPEN_LETTER: marked(
        "A letter to an authority or a company that the public may read as well."
    ),
    StatementKind.COVER_LETTER: marked(
        "A short letter that goes with a petition or a statement when it is handed over."
    ),
    StatementKind.BRIEFING: marked(
        "Facts, law and recommendations for people who have to decide, on a few pages."
    ),
    StatementKind.COMMENTARY: marked(
        "Remarks on a draft law or a plan, point by point, with proposals."
    ),
    StatementKind.INVITATION: marked("Asks people to a meeting, a hearing or a press conference."),
    StatementKind.MEDIA_NOTICE: marked(
        "The news in a few lines for journalists, with quotations and contacts."
    ),
    StatementKind.FOLLOW_UP: marked(
        "Reminds an addressee of a letter or petition that was not answered."
    ),
    StatementKind.ERRATUM: marked("Corrects an edition that was issued already."),
}


@dataclass(frozen=True, slots=True)
class NewStatement:
    """What was chosen; `skeleton` is empty for an empty statement."""

    kind: StatementKind
    title: Mapping[str, str] = field(default_factory=dict)
    skeleton: str = EMPTY
    issue_date: date | None = None


class NewStatementDialog(QDialog):
    """Skeletons in, a choice out; `blocks_of` shows what a skeleton holds."""

    def __init__(
        self,
        skeletons: Sequence[Skeleton],
        blocks_of: Callable[[str], Statement],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._skeletons = tuple(skeletons)
        self._blocks_of = blocks_of
        self._make_widgets()
        self._lay_out()
        self._connect()
        self.retranslate()
        self.kinds.setCurrentRow(0)

    def _make_widgets(self) -> None:
        self.kinds = QListWidget()
        self.kinds.setProperty("framed", "true")
        self.kinds.setProperty("roomy", "true")
        self.about = SoftLabel()
        self.start = QComboBox()
        self.preview = ClauseTextEdit()
        self.preview.setReadOnly(True)
        self.titles = {code: QLineEdit() for code in SHIPPED_LANGUAGES}
        self.has_date = QCheckBox()
        self.day = QDateEdit(QDate.currentDate())
        self.day.setCalendarPopup(True)
        self.day.setDisplayFormat("d.M.yyyy")
        self.day.setEnabled(False)
        self.labels = {name: QLabel() for name in ("kind", "start", "preview", *SHIPPED_LANGUAGES)}
        self.buttons = DialogButtons(self)
        for name, widget in (("kind", self.kinds), ("start", self.start), *self.titles.items()):
            self.labels[name].setBuddy(widget)

    def _lay_out(self) -> None:
        left = QVBoxLayout()
        left.setSpacing(6)
        left.addWidget(self.labels["kind"])
        left.addWidget(self.kinds, 1)
        right = QVBoxLayout()
        right.setSpacing(10)
        right.addWidget(self.about)
        right.addLayout(self._form())
        right.addWidget(self.labels["preview"])
        right.addWidget(self.preview, 1)
        sides = QHBoxLayout()
        sides.setSpacing(22)
        sides.addLayout(left)
        sides.addLayout(right, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 18, 20, 16)
        column.setSpacing(14)
        column.addLayout(sides, 1)
        column.addWidget(self.buttons)
        self.kinds.setMinimumWidth(210)
        self.about.setMinimumHeight(2 * self.fontMetrics().lineSpacing() + 4)
        self.resize(860, 600)

    def _form(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(9)
        grid.setColumnStretch(1, 1)
        for row, code in enumerate(SHIPPED_LANGUAGES):
            grid.addWidget(self.labels[code], row, 0)
            grid.addWidget(self.titles[code], row, 1)
        row = len(SHIPPED_LANGUAGES)
        grid.addWidget(self.has_date, row, 0)
        grid.addWidget(self.day, row, 1)
        grid.addWidget(self.labels["start"], row + 1, 0)
        grid.addWidget(self.start, row + 1, 1)
        return grid

    def _connect(self) -> None:
        self.kinds.currentRowChanged.connect(lambda _row: self._show_kind())
        self.kinds.itemActivated.connect(lambda _item: self.accept())
        self.start.currentIndexChanged.connect(lambda _index: self._show_preview())
        self.has_date.toggled.connect(self.day.setEnabled)

    # --- the choice

    @property
    def kind(self) -> StatementKind:
        """The kind that is marked."""
        return tuple(StatementKind)[max(self.kinds.currentRow(), 0)]

    def choose_kind(self, kind: StatementKind) -> None:
        """Marks a kind."""
        self.kinds.setCurrentRow(tuple(StatementKind).index(kind))

    def value(self) -> NewStatement:
        """What was chosen."""
        day = self.day.date()
        chosen = date(day.year(), day.month(), day.day()) if self.has_date.isChecked() else None
        titles = {code: line.text().strip() for code, line in self.titles.items()}
        given = {code: text for code, text in titles.items() if text}
        return NewStatement(self.kind, given, str(self.start.currentData() or EMPTY), chosen)

    def _show_kind(self) -> None:
        self.about.setText(tr(SENTENCES[self.kind]))
        self._offer_starts()

    def _offer_starts(self) -> None:
        """The skeleton of the kind first, then the desk's own, then an empty page."""
        before = self.start.currentData()
        own = [one for one in self._skeletons if one.is_own]
        shipped = [one for one in self._skeletons if not one.is_own and one.kind is self.kind]
        self.start.blockSignals(True)
        self.start.clear()
        for skeleton in shipped:
            words = tr("The usual parts of this kind: {kind}", kind=word(skeleton.kind))
            self.start.addItem(words, skeleton.id)
        for skeleton in own:
            self.start.addItem(tr("Own skeleton: {name}", name=_title(skeleton)), skeleton.id)
        self.start.addItem(tr("An empty page"), EMPTY)
        place = self.start.findData(before) if before is not None else -1
        self.start.setCurrentIndex(max(place, 0))
        self.start.blockSignals(False)
        self._show_preview()

    def _show_preview(self) -> None:
        skeleton = str(self.start.currentData() or EMPTY)
        if not skeleton:
            self.preview.show_text(tr("A title and one empty paragraph."))
            return
        lines = (_line(block) for block in self._blocks_of(skeleton).blocks)
        self.preview.show_text("\n\n".join(lines))

    # --- words

    def retranslate(self) -> None:
        """Reads every text again in the window's language."""
        self.setWindowTitle(tr("New statement"))
        row = max(self.kinds.currentRow(), 0)
        self.kinds.blockSignals(True)
        self.kinds.clear()
        self.kinds.addItems([word(kind) for kind in StatementKind])
        self.kinds.setCurrentRow(row)
        self.kinds.blockSignals(False)
        self.labels["kind"].setText(tr("Kind of statement"))
        self.labels["start"].setText(tr("Start with"))
        self.labels["preview"].setText(tr("What it begins with"))
        for code, line in self.titles.items():
            words = tr("Title in {language}", language=language_word(code))
            self.labels[code].setText(words)
            line.setAccessibleName(words)
        self.has_date.setText(tr("Date of issue"))
        self._say_names()
        self._show_kind()

    def _say_names(self) -> None:
        self.kinds.setAccessibleName(tr("Kind of statement"))
        self.start.setAccessibleName(tr("Start with"))
        self.preview.setAccessibleName(tr("What it begins with"))
        self.day.setAccessibleName(tr("Date of issue"))
        self.buttons.say(tr("Start"), tr("Cancel"))

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()


def _title(skeleton: Skeleton) -> str:
    titles = (skeleton.title.get(current(), ""), *skeleton.title.values())
    return next((title for title in titles if title.strip()), skeleton.id)


def _line(block: Block) -> str:
    """A block in one line of the preview: its kind, and how its text begins."""
    sides = (block.rendition(code) for code in (current(), *block.renditions))
    texts = (side.heading or side.body for side in sides)
    text = next((text for text in texts if text.strip()), "")
    entries = "".join(f"\n    – {_line(item).partition(': ')[2]}" for item in block.items)
    first = text.partition("\n")[0]
    return f"{word(block.kind)}: {first}{entries}"
