"""How a statement looks on paper: style, header with logos, letterhead; shown at once beside it.

What is chosen is done at once, as everywhere in the window, and can be undone.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QLabel,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from advocate_desk.gui.ask import Ask
from advocate_desk.gui.operations import Operations
from advocate_desk.gui.pages.preview_page import PreviewPage
from advocate_desk.gui.style_words import style_word
from advocate_desk.gui.widgets.header_panel import HeaderPanel
from advocate_desk.gui.widgets.icon_button import IconButton
from advocate_desk.gui.widgets.soft_label import SoftLabel
from advocate_desk.language.catalog import tr
from advocate_desk.model.changes import Changes
from advocate_desk.model.kinds import Layout
from advocate_desk.model.statement import Statement

AS_DESK = "\0desk"
_PAPER = 474


class LookDialog(QDialog):
    """Style, header and letterhead of one statement, or of all that have none of their own."""

    def __init__(
        self,
        operations: Operations,
        ask: Ask,
        statement_id: str,
        layout: Layout,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._operations = operations
        self._presenting = operations.desk.presenting
        self._ask = ask
        self._statement_id = statement_id
        self._showing = False
        self._make_widgets(layout)
        self._lay_out()
        self._connect()
        self.retranslate()

    def _make_widgets(self, layout: Layout) -> None:
        self.scopes = (QRadioButton(), QRadioButton())
        self._scope_group = QButtonGroup(self)
        for scope in self.scopes:
            self._scope_group.addButton(scope)
        self.scopes[0].setChecked(True)
        self.titles = [QLabel() for _ in range(3)]
        self.style_box, self.letterhead_box = QComboBox(), QComboBox()
        self.add_style = IconButton("open")
        self.add_letterhead = IconButton("open")
        self.remove_letterhead = IconButton("remove")
        self.header = HeaderPanel(self._operations, self._ask, self._statement_id)
        self.about_letterhead = SoftLabel()
        self.refusal = SoftLabel()
        self.refusal.setProperty("news", "bad")
        self.refusal.hide()
        self.preview = PreviewPage(self._operations, self._ask)
        self.preview.bar.hide()
        self.preview.choose_layout(layout)
        self.preview.setFixedWidth(_PAPER)
        self.buttons = QDialogButtonBox()
        self.leave = self.buttons.addButton("", QDialogButtonBox.ButtonRole.RejectRole)

    def _lay_out(self) -> None:
        sides = QHBoxLayout()
        sides.setSpacing(22)
        sides.addLayout(self._choices(), 1)
        sides.addWidget(self.preview)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 18, 20, 16)
        column.setSpacing(12)
        column.addLayout(sides, 1)
        column.addWidget(self.refusal)
        column.addWidget(self.buttons)
        for title in self.titles:
            font = title.font()
            font.setBold(True)
            title.setFont(font)
        self.resize(1110, 660)

    def _choices(self) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(8)
        scope = QHBoxLayout()
        scope.setSpacing(16)
        for button in self.scopes:
            scope.addWidget(button)
        scope.addStretch(1)
        column.addLayout(scope)
        column.addSpacing(6)
        column.addWidget(self.titles[0])
        column.addLayout(_row(self.style_box, self.add_style))
        column.addSpacing(6)
        head = QHBoxLayout()
        head.addWidget(self.titles[1], 1)
        head.addWidget(self.header.as_desk)
        column.addLayout(head)
        column.addWidget(self.header)
        column.addSpacing(6)
        column.addWidget(self.titles[2])
        row = _row(self.letterhead_box, self.add_letterhead)
        row.addWidget(self.remove_letterhead)
        column.addLayout(row)
        column.addWidget(self.about_letterhead)
        column.addStretch(1)
        return column

    def _connect(self) -> None:
        self.buttons.rejected.connect(self.reject)
        self.scopes[0].toggled.connect(lambda _on: self.show_now())
        self.style_box.currentIndexChanged.connect(lambda _index: self._set_style())
        self.letterhead_box.currentIndexChanged.connect(lambda _index: self._set_letterhead())
        self.add_style.clicked.connect(self._take_style)
        self.add_letterhead.clicked.connect(self._take_letterhead)
        self.remove_letterhead.clicked.connect(self._drop_letterhead)
        self._operations.changed.connect(self._note_change)
        self._operations.refused.connect(self._refuse)

    # --- what is shown

    @property
    def is_for_all(self) -> bool:
        """Whether the desk's own choices are shown, not the statement's."""
        return self.scopes[1].isChecked()

    def show_now(self) -> None:
        """Shows what is chosen by now."""
        self._showing = True
        self._show_styles()
        self._show_letterheads()
        self.header.show_now(for_all=self.is_for_all)
        self._showing = False

    def _show_styles(self) -> None:
        self.style_box.clear()
        usual = tr("The usual one of each kind") if self.is_for_all else tr("As the desk has it")
        self.style_box.addItem(usual, "")
        for style in self._presenting.styles():
            self.style_box.addItem(style_word(style), style.name)
        name = self._presenting.default_style() if self.is_for_all else self._statement.style
        self.style_box.setCurrentIndex(max(self.style_box.findData(name), 0))

    def _show_letterheads(self) -> None:
        self.letterhead_box.clear()
        if not self.is_for_all:
            self.letterhead_box.addItem(tr("As the desk has it"), AS_DESK)
        self.letterhead_box.addItem(tr("No letterhead"), "")
        for name in self._presenting.letterheads():
            self.letterhead_box.addItem(name, name)
        own = self._statement.letterhead
        chosen = self._presenting.default_letterhead() if self.is_for_all else own
        place = self.letterhead_box.findData(AS_DESK if chosen is None else chosen)
        self.letterhead_box.setCurrentIndex(max(place, 0))
        self.remove_letterhead.setEnabled(bool(self._letterhead()))

    @property
    def _statement(self) -> Statement:
        return self._operations.desk.drafting.statement(self._statement_id)

    def _letterhead(self) -> str:
        name = str(self.letterhead_box.currentData())
        return "" if name == AS_DESK else name

    def _note_change(self, _changes: Changes) -> None:
        self.refusal.hide()
        self.show_now()

    def _refuse(self, sentence: str) -> None:
        self.refusal.setText(sentence)
        self.refusal.show()
        self.show_now()

    # --- what is chosen

    def _run(self, verb: Callable[..., Changes], *arguments: object) -> Changes | None:
        return self._operations.run(verb, *arguments)

    def _set_style(self) -> None:
        if self._showing:
            return
        name = str(self.style_box.currentData())
        if self.is_for_all:
            self._run(self._presenting.set_default_style, name)
        else:
            self._run(self._presenting.set_style, self._statement_id, name)

    def _set_letterhead(self) -> None:
        if self._showing:
            return
        name = str(self.letterhead_box.currentData())
        if self.is_for_all:
            self._run(self._presenting.set_default_letterhead, name)
        else:
            chosen = None if name == AS_DESK else name
            self._run(self._presenting.set_letterhead, self._statement_id, chosen)

    def _take_style(self) -> None:
        kinds = tr("Styles") + " (*.toml)"
        path = self._ask.open_file(self, tr("Add style"), kinds=kinds)
        made = self._run(self._presenting.add_style_file, path) if path else None
        if made:
            self.style_box.setCurrentIndex(self.style_box.findData(made.focus))

    def _take_letterhead(self) -> None:
        kinds = tr("Word documents") + " (*.docx)"
        path = self._ask.open_file(self, tr("Add letterhead"), kinds=kinds)
        made = self._run(self._presenting.add_letterhead, path) if path else None
        if made:
            self.letterhead_box.setCurrentIndex(self.letterhead_box.findData(made.focus))

    def _drop_letterhead(self) -> None:
        if self._letterhead():
            self._run(self._presenting.remove_letterhead, self._letterhead())

    # --- words

    def retranslate(self) -> None:
        """Reads every text again in the window's language."""
        self.setWindowTitle(tr("Page and letterhead"))
        self.scopes[0].setText(tr("This statement"))
        self.scopes[1].setText(tr("Every statement of this desk"))
        words = (tr("Style"), tr("Header"), tr("Letterhead"))
        for title, text in zip(self.titles, words, strict=True):
            title.setText(text)
        self.style_box.setAccessibleName(tr("Style"))
        self.letterhead_box.setAccessibleName(tr("Letterhead"))
        self.add_style.say(tr("Add…"), tr("Takes a style file of your own into the desk"))
        self.add_letterhead.say(tr("Add…"), tr("Takes head, foot and page over from a Word file"))
        self.remove_letterhead.say(tr("Remove"), tr("Takes the letterhead out of the desk"))
        self.about_letterhead.setText(
            tr("Of the Word file only its page, head, foot and looks are kept, nothing else.")
        )
        self.header.retranslate()
        self.leave.setText(tr("Close"))
        self.show_now()

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.preview.show_statement(self._statement_id)

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()


def _row(box: QComboBox, button: IconButton) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(6)
    row.addWidget(box, 1)
    row.addWidget(button)
    return row
