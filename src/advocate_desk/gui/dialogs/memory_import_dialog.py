"""What was understood of a translation memory, before it is taken in."""

from __future__ import annotations

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget
from typing_extensions import override

from advocate_desk.gui.dialogs.dialog_buttons import DialogButtons
from advocate_desk.gui.widgets.clause_text_edit import ClauseTextEdit
from advocate_desk.gui.widgets.soft_label import SoftLabel
from advocate_desk.language.catalog import current, ntr, tr
from advocate_desk.language.numbers import in_digits
from advocate_desk.model.draft import ListedRow
from advocate_desk.model.memory import DraftMemory
from advocate_desk.model.sentences import note_sentence

_MOST_SHOWN = 300


class MemoryImportDialog(QDialog):
    """Counts, notes and the units that cannot be taken in, each with its line."""

    def __init__(self, draft: DraftMemory, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._draft = draft
        self.about = SoftLabel()
        self.rows = ClauseTextEdit()
        self.rows.setReadOnly(True)
        self.buttons = DialogButtons(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 18, 20, 16)
        column.setSpacing(12)
        for part in (self.about, self.rows):
            column.addWidget(part)
        self.rows.setVisible(bool(draft.listed or draft.notes))
        column.addStretch(0 if self.rows.isVisibleTo(self) else 1)
        column.addWidget(self.buttons)
        self.resize(640, 440 if self.rows.isVisibleTo(self) else 160)
        self.retranslate()

    def retranslate(self) -> None:
        """Reads every text again in the window's language."""
        draft = self._draft
        self.setWindowTitle(tr("Import a memory"))
        words = tr(
            "“{name}”: units read {rows}, pairs {pairs}, repeated {repeated}, not taken in {listed}.",
            name=draft.origin,
            rows=_number(draft.rows),
            pairs=_number(len(draft.pairs)),
            repeated=_number(draft.repeated),
            listed=_number(len(draft.listed)),
        )
        self.about.setText(words)
        self.rows.show_text("\n".join((*map(note_sentence, draft.notes), *self._listed())))
        self.rows.setAccessibleName(tr("What cannot be taken in"))
        count = len(draft.pairs)
        self.buttons.say(ntr("Take in {n} pair", "Take in {n} pairs", count), tr("Cancel"))
        self.buttons.agree.setEnabled(count > 0)

    def _listed(self) -> list[str]:
        shown = [listed_sentence(row) for row in self._draft.listed[:_MOST_SHOWN]]
        more = len(self._draft.listed) - len(shown)
        return [*shown, ntr("… and {n} more.", "… and {n} more.", more)] if more else shown

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()


def listed_sentence(row: ListedRow) -> str:
    """A unit that was not taken in, and why."""
    place = tr("Line {line}", line=_number(row.row))
    text = f" ({row.text})" if row.text else ""
    return f"{place}: {tr(row.reason)}{text}"


def _number(count: int) -> str:
    return in_digits(count, current())
