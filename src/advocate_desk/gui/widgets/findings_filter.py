"""Which findings are shown: how grave they are, and in which language."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QSize, Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QPushButton, QWidget
from typing_extensions import override

from advocate_desk.gui.icons import icon
from advocate_desk.gui.theme import colours
from advocate_desk.language.catalog import current, tr
from advocate_desk.language.numbers import in_digits
from advocate_desk.model.finding import Finding
from advocate_desk.model.kinds import Severity
from advocate_desk.model.words import language_word

ALL = "all"
_ICON = 14


class FindingsFilter(QWidget):
    """A chip for all findings and one per severity, in a single line of a narrow dock.

    Each has its icon, its count and, for the tooltip and the screen reader, its word.
    """

    chosen = Signal(object, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._findings: Sequence[Finding] = ()
        self._language = ""
        self._group = QButtonGroup(self)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(6, 6, 6, 4)
        self._row.setSpacing(4)
        self.buttons = {key: self._add() for key in (ALL, *map(str, Severity))}
        self._row.addStretch(1)
        self.buttons[ALL].setChecked(True)
        self._tint()
        self.show_findings(())

    def _add(self) -> QPushButton:
        button = QPushButton()
        button.setCheckable(True)
        button.setAutoDefault(False)
        button.setProperty("chip", "true")
        button.setProperty("narrow", "true")
        button.setIconSize(QSize(_ICON, _ICON))
        button.clicked.connect(lambda _on=False: self._tell())
        self._group.addButton(button)
        self._row.addWidget(button)
        return button

    @property
    def severity(self) -> Severity | None:
        """The severity that is chosen; None for all."""
        key = next(key for key, button in self.buttons.items() if button.isChecked())
        return None if key == ALL else Severity(key)

    @property
    def language(self) -> str:
        """The language that is chosen; empty for all."""
        return self._language

    def choose_language(self, language: str) -> None:
        """Shows only what is about one language, or everything for an empty text."""
        self._language = language
        self._tell()

    def _tell(self) -> None:
        self.show_findings(self._findings)
        self.chosen.emit(self.severity, self._language)

    def show_findings(self, findings: Sequence[Finding]) -> None:
        """Counts findings; without any there is nothing to filter."""
        self._findings = findings
        shown = [one for one in findings if one.language in ("", self._language or one.language)]
        words = {
            ALL: language_word(self._language) if self._language else tr("All"),
            Severity.BLOCKER: tr("Blockers"),
            Severity.WARNING: tr("Warnings"),
            Severity.HINT: tr("Hints"),
        }
        for key, button in self.buttons.items():
            count = sum(key in (ALL, one.severity) for one in shown)
            number = in_digits(count, current())
            button.setText(f"{words[key]} {number}" if key == ALL else number)
            button.setToolTip(f"{words[key]} {number}")
            button.setAccessibleName(tr("Show {filter}: {count}", filter=words[key], count=number))
            button.setVisible(key == ALL or count > 0 or button.isChecked())
        self.setVisible(bool(findings))

    def _tint(self) -> None:
        known = colours(self.palette())
        tints = {"blocker": known.bad, "warning": known.warn, "hint": known.quiet}
        for key, tint in tints.items():
            self.buttons[key].setIcon(icon(f"finding_{key}", tint.text))

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.LanguageChange:
            self.show_findings(self._findings)
        elif event.type() is QEvent.Type.PaletteChange:
            self._tint()
