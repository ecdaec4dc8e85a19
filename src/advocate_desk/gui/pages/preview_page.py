"""The document as it will be printed, always from the composition that the export writes."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QLabel,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from advocate_desk.desk.desk import Desk
from advocate_desk.exporters.blocks import Composition, ExportOptions
from advocate_desk.gui.ask import Ask
from advocate_desk.gui.operations import Job, Operations, Progress
from advocate_desk.gui.widgets.empty_state import EmptyState
from advocate_desk.gui.widgets.page_layout import PageLayout
from advocate_desk.gui.widgets.paged_view import PagedView
from advocate_desk.gui.widgets.shortened import shortened
from advocate_desk.gui.widgets.turns import Turns
from advocate_desk.language.catalog import current, tr
from advocate_desk.language.numbers import in_digits
from advocate_desk.model.errors import DeskError
from advocate_desk.model.kinds import SHIPPED_LANGUAGES, Layout
from advocate_desk.model.sentences import sentence
from advocate_desk.model.words import language_word, word

PAUSE_MS = 50
LAYOUTS = tuple(Layout)


class Wish:
    """The composition that is wanted now; a page that goes away wants none any more."""

    def __init__(self) -> None:
        self.job: Job | None = None

    def drop(self) -> None:
        """What is still under way comes to nothing."""
        if self.job is not None:
            self.job.cancel()
        self.job = None


class PreviewPage(QWidget):
    """Pages of the current statement; a click on a paragraph goes to its block."""

    navigate = Signal(str, str)

    def __init__(self, operations: Operations, ask: Ask, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._operations = operations
        self._ask = ask
        self._statement_id = ""
        self._is_stale = True
        self._layouts = PageLayout()
        self._turns = Turns(self)
        self._wish = Wish()
        self.destroyed.connect(self._wish.drop)
        self._timer = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._timer.timeout.connect(self.refresh)
        self._make_widgets()
        self._lay_out()
        self._connect()
        self.retranslate()

    def _make_widgets(self) -> None:
        self.layout_box = QComboBox()
        for layout in LAYOUTS:
            self.layout_box.addItem("", layout)
        self.layout_box.setCurrentIndex(LAYOUTS.index(Layout.SIDE_BY_SIDE))
        self.layout_box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.layout_label = QLabel()
        self.layout_label.setBuddy(self.layout_box)
        self.left_box = QComboBox()
        for code in SHIPPED_LANGUAGES:
            self.left_box.addItem("", code)
        self.page_label = QLabel()
        self.zoom_label = QLabel()
        self.smaller = _button()
        self.larger = _button()
        self.fit = _button()
        self.view = PagedView()
        self.empty = EmptyState()
        self.stack = QStackedWidget()

    def _lay_out(self) -> None:
        self.bar = QWidget()
        bar = QHBoxLayout(self.bar)
        bar.setContentsMargins(10, 6, 10, 6)
        bar.setSpacing(8)
        bar.addWidget(self.layout_label)
        bar.addWidget(self.layout_box)
        bar.addWidget(self.left_box)
        bar.addStretch(1)
        bar.addWidget(self.page_label)
        bar.addStretch(1)
        for widget in (self.smaller, self.zoom_label, self.larger, self.fit):
            bar.addWidget(widget)
        self.stack.addWidget(self.view)
        self.stack.addWidget(self.empty)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.bar)
        column.addWidget(self.stack, 1)

    def _connect(self) -> None:
        self._operations.changed.connect(self._on_changed)
        self.layout_box.currentIndexChanged.connect(lambda _index: self.refresh())
        self.left_box.currentIndexChanged.connect(lambda _index: self.refresh())
        self.view.chosen.connect(self.navigate)
        self.view.page_changed.connect(lambda _page: self._show_counts())
        self.view.zoom_changed.connect(lambda _zoom: self._show_counts())
        self.smaller.clicked.connect(self.view.zoom_out)
        self.larger.clicked.connect(self.view.zoom_in)
        self.fit.clicked.connect(self.view.fit_width)

    # --- what is shown

    def show_statement(self, statement_id: str) -> None:
        """Shows another statement, now if the page is visible, else when it becomes so."""
        self._statement_id = statement_id
        self._refresh_or_wait()

    @property
    def chosen_layout(self) -> Layout:
        """The layout that the pages are shown in."""
        return LAYOUTS[self.layout_box.currentIndex()]

    def choose_layout(self, layout: Layout) -> None:
        """Shows the pages in a layout."""
        self.layout_box.setCurrentIndex(LAYOUTS.index(layout))

    @property
    def left(self) -> str:
        """The language that stands left where two stand side by side."""
        return SHIPPED_LANGUAGES[self.left_box.currentIndex()]

    def refresh(self) -> None:
        """Composes the statement again and shows its pages."""
        self._is_stale = False
        self._turns.stop()
        self._wish.drop()
        self.left_box.setVisible(self.chosen_layout is Layout.SIDE_BY_SIDE)
        if not self._statement_id:
            self._show_empty(tr("Choose a statement on the left to see its pages."))
            return
        statement_id, layout = self._statement_id, self.chosen_layout
        options = ExportOptions(left=self.left)

        def compose(desk: Desk, _progress: Progress) -> Composition:
            return shortened(desk.publishing.compose(statement_id, layout, options))

        self._wish.job = self._operations.run_slow(
            tr("Laying out the pages…"), compose, self._lay, on_failed=self._refuse
        )

    def _lay(self, composition: Composition) -> None:
        self._wish.job = None
        steps = self._layouts.steps(composition)
        self._turns.run(steps, lambda: self._show(composition))

    def _show(self, composition: Composition) -> None:
        facing = composition.layout is Layout.BOOKLET
        self.view.show_pages(self._layouts.made, facing=facing)
        self.stack.setCurrentWidget(self.view)
        self._show_counts()

    def _refuse(self, error: Exception) -> None:
        self._wish.job = None
        if isinstance(error, DeskError):
            self._show_empty(sentence(error))
        else:
            self._operations.report(error)

    @property
    def is_preparing(self) -> bool:
        """Whether pages are still being made."""
        return self._wish.job is not None or self._turns.is_busy

    def _show_empty(self, text: str) -> None:
        self.empty.set_text(text)
        self.view.show_pages(())
        self.stack.setCurrentWidget(self.empty)
        self._show_counts()

    def _on_changed(self, _changes: object) -> None:
        self._is_stale = True
        if self.isVisible():
            self._timer.start()

    def _refresh_or_wait(self) -> None:
        self._is_stale = True
        if self.isVisible():
            self.refresh()

    def _show_counts(self) -> None:
        count = self.view.page_count
        page, pages = (in_digits(number, self._digits) for number in (self.view.page, count))
        words = tr("Page {page} of {count}", page=page, count=pages)
        self.page_label.setText(words if count else "")
        self.zoom_label.setText(f"{in_digits(self.view.zoom, current())} %")

    @property
    def _digits(self) -> str:
        """The document's digits, where it has one language; else the window's."""
        languages = self.chosen_layout.languages
        return current() if languages[1:] else languages[0]

    # --- words

    def retranslate(self) -> None:
        """Reads every text again in the window's language."""
        self.layout_label.setText(tr("Languages:"))
        for index, layout in enumerate(LAYOUTS):
            self.layout_box.setItemText(index, word(layout))
        self.layout_box.setAccessibleName(tr("Languages of the document"))
        self.left_box.setAccessibleName(tr("Language on the left"))
        for index, code in enumerate(SHIPPED_LANGUAGES):
            words = tr("{language} on the left", language=language_word(code))
            self.left_box.setItemText(index, words)
        _name(self.smaller, "−", tr("Smaller pages"))
        _name(self.larger, "+", tr("Larger pages"))
        _name(self.fit, tr("Fit width"), tr("Makes the page as wide as the window"))
        self.view.retranslate()
        self._show_counts()
        if not self._statement_id:
            self.empty.set_text(tr("Choose a statement on the left to see its pages."))

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._is_stale:
            QTimer.singleShot(0, self, self.refresh)

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()


def _button() -> QToolButton:
    button = QToolButton()
    button.setAutoRaise(True)
    button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    return button


def _name(button: QToolButton, text: str, name: str) -> None:
    button.setText(text)
    button.setToolTip(name)
    button.setAccessibleName(name)
