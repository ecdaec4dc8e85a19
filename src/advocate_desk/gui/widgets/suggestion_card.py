"""One suggestion of the memory: how alike it is, what is different, what it offers."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QFrame, QPushButton, QVBoxLayout, QWidget
from typing_extensions import override

from advocate_desk.gui.widgets.difference_view import DifferenceView
from advocate_desk.gui.widgets.flow_layout import FlowLayout
from advocate_desk.gui.widgets.icon_button import IconButton, add_to
from advocate_desk.gui.widgets.soft_label import SoftLabel
from advocate_desk.language.catalog import current, tr
from advocate_desk.language.numbers import in_digits
from advocate_desk.model.memory import HEADING, Suggestion, other_language

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_STEPS = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}


class SuggestionCard(QFrame):
    """Enter inserts; the arrows go to the cards above and below."""

    insert_wanted = Signal(object, bool)
    delete_wanted = Signal(object)
    stepped = Signal(int)

    def __init__(self, suggestion: Suggestion, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.suggestion = suggestion
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.likeness, self.origin = SoftLabel(), SoftLabel()
        font = self.likeness.font()
        font.setBold(True)
        self.likeness.setFont(font)
        self.origin.setProperty("muted", "true")
        self.difference, self.offered = DifferenceView(), DifferenceView(bold=False)
        self.between = QFrame()
        self.between.setFrameShape(QFrame.Shape.HLine)
        self.insert, self.append = QPushButton(), QPushButton()
        self.more = IconButton("more")
        self.delete = add_to(self.more.give_menu(), "delete_pair")
        self._fill()
        self._lay_out()
        self._connect()
        self.retranslate()

    def _fill(self) -> None:
        found = self.suggestion
        self.difference.setToolTip(
            tr("Struck through: only in the memory. Underlined: only in your text.")
        )
        self.difference.show_difference(found.matched, found.asked.strip(), found.language)
        self.offered.show_text(found.offered, other_language(found.language))
        for view in (self.difference, self.offered):
            view.text.setFocusPolicy(Qt.FocusPolicy.ClickFocus)

    def _lay_out(self) -> None:
        buttons = FlowLayout(spacing=6)
        for button in (self.insert, self.append, self.more):
            buttons.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(10, 8, 10, 8)
        column.setSpacing(4)
        parts = (self.likeness, self.difference, self.between, self.offered, self.origin)
        for part in parts:
            column.addWidget(part)
        column.addLayout(buttons)

    def _connect(self) -> None:
        for button in (self.insert, self.append):
            button.setAutoDefault(False)
            button.setProperty("chip", "true")
        found = self.suggestion
        self.append.setHidden(found.field == HEADING)
        self.insert.clicked.connect(lambda _on=False: self.insert_wanted.emit(found, False))
        self.append.clicked.connect(lambda _on=False: self.insert_wanted.emit(found, True))
        self.delete.triggered.connect(lambda _on=False: self.delete_wanted.emit(found))

    def use(self) -> None:
        """What Enter does: a whole text takes the place, a part goes to the end."""
        self.insert_wanted.emit(self.suggestion, self.suggestion.part > 0)

    def retranslate(self) -> None:
        """Reads every text again in the window's language."""
        found = self.suggestion
        self.likeness.setText(" · ".join(part for part in (_likeness(found), _part(found)) if part))
        self.origin.setText(_origin(found))
        self.insert.setText(tr("Insert"))
        self.insert.setToolTip(tr("Puts this text in the place of what is written there"))
        self.append.setText(tr("Add at the end"))
        self.append.setToolTip(tr("Puts this text behind what is written there"))
        self.more.say("", tr("More"))
        self.more.setAccessibleName(tr("More"))
        self.delete.setText(tr("Delete from the memory"))
        self.setAccessibleName(f"{self.likeness.text()}: {found.offered}")
        self.setAccessibleDescription(self.origin.text())

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key in _ENTER:
            self.use()
        elif key in _STEPS:
            self.stepped.emit(_STEPS[key])
        else:
            super().keyPressEvent(event)

    @override
    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self.use()

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()


def _likeness(found: Suggestion) -> str:
    if found.score == 100:
        return tr("Exactly the same")
    return tr("{percent} % alike", percent=in_digits(found.score, current()))


def _part(found: Suggestion) -> str:
    if found.field == HEADING:
        return tr("heading")
    return tr("part {number}", number=in_digits(found.part, current())) if found.part else ""


def _origin(found: Suggestion) -> str:
    pair = found.pair
    day = in_digits(pair.approved_on, current())
    return " · ".join(part for part in (pair.origin, pair.author, day) if part)
