"""The lower edge of the window: how the statement stands, and long work with its Cancel."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEvent, QTimer, Signal
from PySide6.QtWidgets import QLabel, QProgressBar, QPushButton, QStatusBar, QWidget

from advocate_desk.gui.overrides import override
from advocate_desk.language.catalog import tr

PATIENCE = 400
_BAR_WIDTH = 140


class StatusLine(QStatusBar):
    """One line of facts; a progress bar only for work that takes longer than a blink."""

    cancelled = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizeGripEnabled(False)
        self.facts = QLabel()
        self.facts.setContentsMargins(10, 3, 10, 3)
        self.addWidget(self.facts, 1)

    def complete(self) -> None:
        """Makes what is only needed for long work."""
        self.work = QLabel()
        self.bar = QProgressBar()
        self.bar.setFixedWidth(_BAR_WIDTH)
        self.bar.setTextVisible(False)
        self.cancel = QPushButton()
        self.cancel.clicked.connect(self.cancelled)
        for part in (self.work, self.bar, self.cancel):
            self.addPermanentWidget(part)
        self._patience = QTimer(self, singleShot=True, interval=PATIENCE)
        self._patience.timeout.connect(lambda: self._show_work(shown=True))
        self._show_work(shown=False)
        self.retranslate()

    def show_facts(self, facts: str) -> None:
        """Shows how the statement stands."""
        self.facts.setText(facts)

    def begin(self, label: str) -> None:
        """Long work begins; it is shown when it does not end at once."""
        self.work.setText(label)
        self.bar.setRange(0, 0)
        self._patience.start()

    def advance(self, done: int, total: int) -> None:
        """Long work got this far.

        Work in the thread of the window lets no timer ring: then it is shown from here.
        """
        self.bar.setRange(0, max(total, 1))
        self.bar.setValue(done)
        if self._patience.isActive() and self._patience.remainingTime() == 0:
            self._patience.stop()
            self._show_work(shown=True)
            QCoreApplication.sendPostedEvents(self, QEvent.Type.LayoutRequest.value)
        if self.bar.isVisible():
            self.repaint()

    def end(self) -> None:
        """Long work is done or cancelled."""
        self._patience.stop()
        self._show_work(shown=False)

    def _show_work(self, *, shown: bool) -> None:
        for part in (self.work, self.bar, self.cancel):
            part.setVisible(shown)

    def retranslate(self) -> None:
        """Reads every text again in the window's language."""
        self.cancel.setText(tr("Cancel"))
        self.bar.setAccessibleName(tr("Progress"))

    @override
    def changeEvent(self, event: QEvent) -> None:
        """Follows a change of language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange and hasattr(self, "cancel"):
            self.retranslate()
