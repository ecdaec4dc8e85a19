"""A clause of the library in both languages; saving an existing one makes a new revision."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from PySide6.QtCore import QEvent
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from advocate_desk.gui.dialogs.dialog_buttons import DialogButtons
from advocate_desk.gui.widgets.clause_text_edit import ClauseTextEdit
from advocate_desk.gui.widgets.soft_label import SoftLabel
from advocate_desk.language.catalog import tr
from advocate_desk.model.clause import Clause
from advocate_desk.model.kinds import SHIPPED_LANGUAGES, WITH_HEADING, BlockKind
from advocate_desk.model.statement import EMPTY
from advocate_desk.model.words import language_word, own_name, word

CLAUSE_KINDS = (
    BlockKind.DEMAND,
    BlockKind.PARAGRAPH,
    BlockKind.HEADING,
    BlockKind.TITLE,
    BlockKind.CONTACT,
    BlockKind.ISSUE_LINE,
)


@dataclass(frozen=True, slots=True)
class ClauseValue:
    """What was entered; `texts` maps a language to heading and body."""

    kind: BlockKind
    texts: Mapping[str, tuple[str, str]]
    topic: str = ""
    note: str = ""


class ClauseDialog(QDialog):
    """Both languages side by side. Without a clause it asks for a new one."""

    def __init__(self, parent: QWidget | None, clause: Clause | None = None) -> None:
        super().__init__(parent)
        self._clause = clause
        self._make_widgets()
        self._fill()
        self._lay_out()
        self._connect()
        self.retranslate()
        self._show_headings()
        self._check()

    def _make_widgets(self) -> None:
        self.kind_box = QComboBox()
        kinds = CLAUSE_KINDS if self._clause is None else (self._clause.kind,)
        for kind in kinds:
            self.kind_box.addItem("", kind)
        self.topic = QLineEdit()
        self.kind_label, self.topic_label = QLabel(), QLabel()
        self.kind_label.setBuddy(self.kind_box)
        self.topic_label.setBuddy(self.topic)
        self.sides = {code: QLabel() for code in SHIPPED_LANGUAGES}
        self.headings = {code: ClauseTextEdit(one_line=True) for code in SHIPPED_LANGUAGES}
        self.bodies = {code: ClauseTextEdit() for code in SHIPPED_LANGUAGES}
        self.hint = SoftLabel()
        self.buttons = DialogButtons(self)

    def _fill(self) -> None:
        if self._clause is None:
            return
        self.topic.setText(self._clause.topic)
        self.topic.setEnabled(False)
        self.kind_box.setEnabled(False)
        for code in SHIPPED_LANGUAGES:
            self.headings[code].show_text(self._clause.rendition(code).heading)
            self.bodies[code].show_text(self._clause.rendition(code).body)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self.kind_label)
        head.addWidget(self.kind_box)
        head.addSpacing(16)
        head.addWidget(self.topic_label)
        head.addWidget(self.topic, 1)
        texts = QGridLayout()
        texts.setHorizontalSpacing(16)
        texts.setVerticalSpacing(6)
        for place, code in enumerate(SHIPPED_LANGUAGES):
            texts.addWidget(self.sides[code], 0, place)
            texts.addWidget(self.headings[code], 1, place)
            texts.addWidget(self.bodies[code], 2, place)
            texts.setColumnStretch(place, 1)
        texts.setRowStretch(2, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 18, 20, 16)
        column.setSpacing(12)
        column.addLayout(head)
        column.addLayout(texts, 1)
        column.addWidget(self.hint)
        column.addWidget(self.buttons)
        self.resize(900, 520)

    def _connect(self) -> None:
        self.kind_box.currentIndexChanged.connect(lambda _index: self._show_headings())
        for edit in (*self.headings.values(), *self.bodies.values()):
            edit.edited.connect(self._check)
        for key in ("Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(key), self).activated.connect(self._save)

    def _save(self) -> None:
        if self.buttons.agree.isEnabled():
            self.accept()

    @property
    def kind(self) -> BlockKind:
        """The kind of block that the clause makes."""
        return BlockKind(self.kind_box.currentData())

    def _show_headings(self) -> None:
        for edit in self.headings.values():
            edit.setVisible(self.kind in WITH_HEADING)

    def _check(self) -> None:
        texts = self._texts()
        is_written = any(any(side) for side in texts.values())
        self.buttons.agree.setEnabled(is_written and texts != self._old_texts())

    def _texts(self) -> dict[str, tuple[str, str]]:
        return {code: self._side(code) for code in SHIPPED_LANGUAGES}

    def _side(self, code: str) -> tuple[str, str]:
        heading, body = self.headings[code].text().strip(), self.bodies[code].text().strip()
        return (heading if self.kind in WITH_HEADING else "", body)

    def _old_texts(self) -> dict[str, tuple[str, str]]:
        if self._clause is None:
            return {}
        known = {code: self._clause.latest.renditions.get(code, EMPTY) for code in self.sides}
        return {code: (side.heading, side.body) for code, side in known.items()}

    def value(self) -> ClauseValue:
        """What was entered."""
        return ClauseValue(self.kind, self._texts(), self.topic.text().strip())

    def retranslate(self) -> None:
        """Reads every text again in the window's language."""
        self.setWindowTitle(tr("Edit clause") if self._clause else tr("New clause"))
        self.kind_label.setText(tr("Kind"))
        self.topic_label.setText(tr("Topic"))
        self.topic.setAccessibleName(tr("Topic"))
        self.kind_box.setAccessibleName(tr("Kind"))
        for index in range(self.kind_box.count()):
            self.kind_box.setItemText(index, word(BlockKind(self.kind_box.itemData(index))))
        for code in SHIPPED_LANGUAGES:
            self.sides[code].setText(own_name(code))
            self._name_side(code, language_word(code))
        self.hint.setText(self._hint())
        self.buttons.say(self._agree_word(), tr("Cancel"))

    def _name_side(self, code: str, language: str) -> None:
        self.headings[code].setPlaceholderText(tr("Heading…"))
        self.headings[code].setAccessibleName(tr("Heading, {language}", language=language))
        self.bodies[code].setPlaceholderText(tr("Text…"))
        self.bodies[code].setAccessibleName(tr("Text, {language}", language=language))

    def _agree_word(self) -> str:
        if self._clause is None:
            return tr("Save in the library")
        return tr("Save as v{number}", number=self._clause.latest.number + 1)

    def _hint(self) -> str:
        if self._clause is None:
            return tr("One language is enough to begin with; the other can follow later.")
        return tr("Statements keep the revision they use. The new one is offered to them.")

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()
