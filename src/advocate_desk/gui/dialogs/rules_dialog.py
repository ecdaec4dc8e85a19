"""The rules a statement is checked by, and the findings that were dismissed in it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from advocate_desk.gui.dialogs.dialog_buttons import DialogButtons
from advocate_desk.gui.models.endorsements_table_model import day_words
from advocate_desk.gui.widgets.soft_label import SoftLabel
from advocate_desk.language.catalog import current, tr
from advocate_desk.language.numbers import in_digits
from advocate_desk.model.dismissal import Dismissal, PutAside
from advocate_desk.model.rule_info import RuleInfo
from advocate_desk.model.rule_list import rule_info
from advocate_desk.model.sentences import finding_sentence

_INDENT = 26


@dataclass(frozen=True, slots=True)
class RulesChoice:
    """Which rules are to be off, and which dismissals are taken back."""

    off: frozenset[str]
    taken_back: tuple[Dismissal, ...] = ()


class RulesDialog(QDialog):
    """A checkbox per rule; a button per dismissed finding. Nothing changes before OK."""

    def __init__(
        self,
        rules: Sequence[tuple[RuleInfo, bool]],
        aside: Sequence[PutAside] = (),
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._aside = tuple(aside)
        self.search = QLineEdit()
        self.rows = [_RuleRow(info, is_on=on) for info, on in rules]
        self.aside_rows = [_AsideRow(one) for one in aside]
        self.nothing = SoftLabel()
        self.nothing.setVisible(not aside)
        self.tabs = QTabWidget()
        self.buttons = DialogButtons(self)
        self._lay_out()
        self.search.textChanged.connect(self._filter)
        self.resize(600, 520)
        self.retranslate()

    def _lay_out(self) -> None:
        page = QWidget()
        rules = QVBoxLayout(page)
        rules.addWidget(self.search)
        rules.addWidget(_scrolled(self.rows), 1)
        self.tabs.addTab(page, "")
        self.tabs.addTab(_scrolled([self.nothing, *self.aside_rows]), "")
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 14, 16, 14)
        column.setSpacing(10)
        column.addWidget(self.tabs, 1)
        column.addWidget(self.buttons)

    def value(self) -> RulesChoice:
        """What was chosen."""
        off = frozenset(row.info.id for row in self.rows if not row.box.isChecked())
        back = (row.aside.dismissal for row in self.aside_rows if row.is_taken_back)
        return RulesChoice(off, tuple(back))

    def _filter(self, text: str) -> None:
        wanted = text.casefold().split()
        for row in self.rows:
            row.setVisible(all(word in row.words for word in wanted))

    def retranslate(self) -> None:
        """Reads every text again in the window's language."""
        self.setWindowTitle(tr("Rules and dismissed findings"))
        self.search.setPlaceholderText(tr("Find a rule"))
        self.search.setAccessibleName(tr("Find a rule"))
        self.nothing.setText(tr("Nothing was dismissed in this statement."))
        self.tabs.setTabText(0, tr("Rules"))
        count = in_digits(len(self._aside), current())
        self.tabs.setTabText(1, tr("Dismissed {count}", count=count))
        for rule_row in self.rows:
            rule_row.retranslate()
        for aside_row in self.aside_rows:
            aside_row.retranslate()
        self.buttons.say(tr("OK"), tr("Cancel"))

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()


class _RuleRow(QWidget):
    """A rule with its checkbox and why it looks."""

    def __init__(self, info: RuleInfo, *, is_on: bool) -> None:
        super().__init__()
        self.info = info
        self.box = QCheckBox()
        self.box.setChecked(is_on)
        self.why = SoftLabel()
        self.why.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        column = QVBoxLayout(self)
        column.setContentsMargins(4, 4, 4, 4)
        column.setSpacing(0)
        column.addWidget(self.box)
        indented = QHBoxLayout()
        indented.setContentsMargins(_INDENT, 0, 0, 0)
        indented.addWidget(self.why)
        column.addLayout(indented)

    @property
    def words(self) -> str:
        """What a search looks through."""
        return f"{self.box.text()} {tr(self.info.why)}".casefold()

    def retranslate(self) -> None:
        """Reads every text again in the window's language."""
        self.box.setText(tr(self.info.title))
        self.box.setAccessibleName(tr(self.info.title))
        self.box.setAccessibleDescription(tr(self.info.why) if self.info.why else "")
        self.why.setText(tr(self.info.why) if self.info.why else "")


class _AsideRow(QWidget):
    """A dismissed finding: what it was, who put it aside, when and why."""

    def __init__(self, aside: PutAside) -> None:
        super().__init__()
        self.aside = aside
        self.is_taken_back = False
        self.sentence, self.reason = SoftLabel(), SoftLabel()
        self.reason.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        self.button = QPushButton()
        self.button.setAutoDefault(False)
        self.button.setCheckable(True)
        self.button.toggled.connect(self._note)
        texts = QVBoxLayout()
        texts.addWidget(self.sentence)
        texts.addWidget(self.reason)
        row = QHBoxLayout(self)
        row.setContentsMargins(4, 6, 4, 6)
        row.addLayout(texts, 1)
        row.addWidget(self.button, 0, Qt.AlignmentFlag.AlignTop)

    def _note(self, on: bool) -> None:
        self.is_taken_back = on
        self.sentence.setEnabled(not on)

    def retranslate(self) -> None:
        """Reads every text again in the window's language."""
        one, finding = self.aside.dismissal, self.aside.finding
        title = tr(rule_info(one.rule).title)
        gone = tr("{rule} (the text changed since)", rule=title)
        self.sentence.setText(finding_sentence(finding) if finding else gone)
        day = day_words(one.dismissed_at)
        author = one.author or tr("somebody")
        self.reason.setText(
            tr("{reason} — {author}, {day}", reason=one.reason, author=author, day=day)
        )
        self.button.setText(tr("Take back"))
        self.button.setAccessibleName(tr("Take back: {rule}", rule=title))


def _scrolled(rows: Sequence[QWidget]) -> QScrollArea:
    """The rows below each other, as long as they like."""
    inside = QWidget()
    column = QVBoxLayout(inside)
    column.setContentsMargins(4, 4, 4, 4)
    column.setSpacing(2)
    for row in rows:
        column.addWidget(row)
    column.addStretch(1)
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setWidget(inside)
    return area
