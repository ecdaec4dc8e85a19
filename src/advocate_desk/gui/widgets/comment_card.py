"""One comment: who said it when, about what, and what can be done with it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget
from typing_extensions import override

from advocate_desk.gui.models.editions_table_model import moment_words
from advocate_desk.gui.widgets.icon_button import IconButton, add_to
from advocate_desk.gui.widgets.soft_label import SoftLabel
from advocate_desk.language.catalog import current, tr
from advocate_desk.language.numbers import in_digits
from advocate_desk.model.comment import Comment
from advocate_desk.model.words import language_word


class CommentCard(QFrame):
    """Passes on what is wished: the panel and the window know how."""

    went = Signal(str)
    settled = Signal(str)
    reopened = Signal(str)
    edit_wanted = Signal(str)
    deleted = Signal(str)

    def __init__(self, comment: Comment, position: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.comment = comment
        self._position = position
        self.setProperty("card", "true")
        self.who, self.what = SoftLabel(), SoftLabel(comment.text)
        font = self.who.font()
        font.setBold(True)
        self.who.setFont(font)
        self.place = SoftLabel()
        self.place.setProperty("muted", "true")
        self.go, self.settle = QPushButton(), QPushButton()
        self.more = IconButton("more")
        self._fill_menu()
        self._lay_out()
        self._connect()
        self.retranslate()

    def _fill_menu(self) -> None:
        menu = self.more.give_menu()
        self.edit, self.delete = add_to(menu, "edit_comment"), add_to(menu, "delete_comment")

    def _lay_out(self) -> None:
        buttons = QHBoxLayout()
        buttons.setSpacing(6)
        buttons.addWidget(self.go)
        buttons.addWidget(self.settle)
        buttons.addStretch(1)
        buttons.addWidget(self.more)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 10, 12, 10)
        column.setSpacing(6)
        for part in (self.who, self.place, self.what):
            column.addWidget(part)
        column.addLayout(buttons)

    def _connect(self) -> None:
        for button in (self.go, self.settle):
            button.setAutoDefault(False)
            button.setProperty("chip", True)
        found = self.comment
        self.go.clicked.connect(lambda _on=False: self.went.emit(found.id))
        done = self.reopened if found.is_resolved else self.settled
        self.settle.clicked.connect(lambda _on=False: done.emit(found.id))
        self.edit.triggered.connect(lambda _on=False: self.edit_wanted.emit(found.id))
        self.delete.triggered.connect(lambda _on=False: self.deleted.emit(found.id))

    def retranslate(self) -> None:
        """Reads every text again in the window's language."""
        found = self.comment
        self.who.setText(found.author)
        self.place.setText(self._place_words())
        self.go.setText(tr("Go to"))
        self.settle.setText(tr("Reopen") if found.is_resolved else tr("Resolve"))
        number = in_digits(self._position, current())
        for button, words in (
            (self.go, tr("Go to block {number}", number=number)),
            (self.settle, f"{self.settle.text()}: {found.text}"),
        ):
            button.setAccessibleName(words)
        self.more.setAccessibleName(tr("More about the comment by {name}", name=found.author))
        self.more.setToolTip(tr("Edit or delete"))
        self.edit.setText(tr("Edit…"))
        self.delete.setText(tr("Delete"))

    def _place_words(self) -> str:
        found = self.comment
        parts = [tr("Block {n}", n=in_digits(self._position, current()))]
        if found.language:
            parts.append(language_word(found.language))
        if found.assigned_to:
            parts.append(tr("for {name}", name=found.assigned_to))
        parts.append(moment_words(found.created_at))
        if found.is_resolved:
            parts.append(tr("resolved by {name}", name=found.resolved_by))
        return " · ".join(parts)

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()
