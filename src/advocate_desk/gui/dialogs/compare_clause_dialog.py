"""A block beside the library: any revision of its clause, and the clause's variants."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QComboBox, QDialog, QHBoxLayout, QLabel, QVBoxLayout, QWidget
from typing_extensions import override

from advocate_desk.gui.dialogs.dialog_buttons import DialogButtons
from advocate_desk.gui.widgets.clause_differences import ClauseDifferences, Sides, scrolled
from advocate_desk.gui.widgets.clause_revisions_panel import revision_line
from advocate_desk.gui.widgets.soft_label import SoftLabel
from advocate_desk.language.catalog import tr
from advocate_desk.model.clause import Clause, ClauseRevision
from advocate_desk.model.translation import same_text
from advocate_desk.model.words import variant_word


@dataclass(frozen=True, slots=True)
class Compared:
    """A block's sides, the revision it was built from, all revisions and variants."""

    now: Sides
    pinned_id: str
    revisions: tuple[ClauseRevision, ...]
    variants: tuple[Clause, ...] = ()


@dataclass(frozen=True, slots=True)
class Choice:
    """The text to put into the block: the newest revision, or that of a variant."""

    variant_id: str = ""


class CompareClauseDialog(QDialog):
    """Shows how the library's text differs from the block's; the newest one can be taken."""

    def __init__(self, parent: QWidget | None, compared: Compared) -> None:
        super().__init__(parent)
        self._compared = compared
        self.label, self.box = QLabel(), QComboBox()
        self.same = SoftLabel()
        self.differences = ClauseDifferences()
        self.buttons = DialogButtons(self)
        self._texts: Sequence[tuple[Sides, Choice | None]] = self._choices()
        self._lay_out()
        self.retranslate()
        self.box.currentIndexChanged.connect(lambda _index: self._show())
        self._show()

    def _choices(self) -> list[tuple[Sides, Choice | None]]:
        revisions: list[tuple[Sides, Choice | None]] = [
            (one.renditions, Choice() if place == 0 else None)
            for place, one in enumerate(self._compared.revisions)
        ]
        variants = [(one.latest.renditions, Choice(one.id)) for one in self._compared.variants]
        return [*revisions, *variants]

    def _lay_out(self) -> None:
        self.label.setBuddy(self.box)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.label)
        row.addWidget(self.box, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 14, 16, 14)
        column.setSpacing(10)
        column.addLayout(row)
        column.addWidget(self.same)
        column.addWidget(scrolled(self.differences), 1)
        column.addWidget(self.buttons)
        self.resize(900, 520)

    def _show(self) -> None:
        sides, choice = self._texts[max(0, self.box.currentIndex())]
        is_same = same_text(self._compared.now, sides)
        self.same.setVisible(is_same)
        self.differences.show_sides(self._compared.now, sides)
        self.buttons.agree.setEnabled(choice is not None and not is_same)

    def value(self) -> Choice | None:
        """What to put into the block."""
        return self._texts[max(0, self.box.currentIndex())][1]

    def retranslate(self) -> None:
        """Reads every text again in the window's language."""
        self.setWindowTitle(tr("Compare with the library"))
        self.label.setText(tr("This block beside"))
        self.same.setText(tr("The block says exactly this."))
        chosen = self.box.currentIndex()
        self.box.blockSignals(True)
        self.box.clear()
        self.box.addItems([*map(self._revision_words, self._compared.revisions)])
        for one in self._compared.variants:
            self.box.addItem(tr("Variant: {name}", name=variant_word(one.variant)))
        self.box.setCurrentIndex(max(0, chosen))
        self.box.blockSignals(False)
        self.box.setAccessibleName(tr("Text of the library"))
        self.buttons.say(tr("Put this text into the block"), tr("Close"))

    def _revision_words(self, revision: ClauseRevision) -> str:
        line = revision_line(revision)
        if revision.id == self._compared.pinned_id:
            return tr("{revision} (the block was built from it)", revision=line)
        return line

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()
