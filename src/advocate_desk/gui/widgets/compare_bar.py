"""Which two texts are compared, how much is different, and what can be done with it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from advocate_desk.gui.widgets.soft_label import SoftLabel
from advocate_desk.language.catalog import current, ntr, tr
from advocate_desk.language.numbers import in_digits
from advocate_desk.model.comparison import Comparison, Happened
from advocate_desk.model.edition import Edition

NOW = ""


class CompareBar(QWidget):
    """Two choices and two buttons; an empty id means the text as it stands now."""

    chosen = Signal()
    redline_wanted = Signal()
    restore_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._editions: tuple[Edition, ...] = ()
        self._found: Comparison | None = None
        self.from_label, self.to_label = QLabel(), QLabel()
        self.first, self.second = QComboBox(), QComboBox()
        for choice in (self.first, self.second):
            choice.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
            choice.activated.connect(lambda _index: self._note_choice())
        self.redline = QPushButton()
        self.redline.clicked.connect(self.redline_wanted)
        self.restore = QPushButton()
        self.restore.clicked.connect(self.restore_wanted)
        self.summary = SoftLabel()
        self._lay_out()

    def _lay_out(self) -> None:
        """Two lines, so that long Khmer words have room."""
        choices, told = QHBoxLayout(), QHBoxLayout()
        for part in (self.from_label, self.first, self.to_label, self.second):
            choices.addWidget(part)
        choices.addStretch()
        told.addWidget(self.summary, 1)
        told.addWidget(self.redline)
        told.addWidget(self.restore)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 6, 0, 4)
        column.setSpacing(6)
        for line in (choices, told):
            line.setSpacing(8)
            column.addLayout(line)

    @property
    def first_id(self) -> str:
        """The earlier edition's id."""
        return str(self.first.currentData() or "")

    @property
    def second_id(self) -> str:
        """The later edition's id; empty for the text as it stands now."""
        return str(self.second.currentData() or NOW)

    def show_editions(self, editions: tuple[Edition, ...]) -> None:
        """Offers these editions, the newest first; what was chosen stays where it can."""
        first, second = self.first_id, self.second_id
        self._editions = editions
        self._fill()
        self.choose(first or (editions[0].id if editions else ""), second)

    def _fill(self) -> None:
        for choice, has_now in ((self.first, False), (self.second, True)):
            choice.clear()
            if has_now:
                choice.addItem(tr("the text now"), NOW)
            for edition in self._editions:
                number = in_digits(edition.number, current())
                choice.addItem(tr("edition {number}", number=number), edition.id)

    def choose(self, first_id: str, second_id: str) -> None:
        """Chooses two texts without telling of it."""
        for choice, wanted in ((self.first, first_id), (self.second, second_id)):
            choice.setCurrentIndex(max(choice.findData(wanted), 0))
        self._name_restore()

    def _note_choice(self) -> None:
        self._name_restore()
        self.chosen.emit()

    def _name_restore(self) -> None:
        name = self.first.currentText()
        self.restore.setText(tr("Restore {edition}", edition=name))
        self.restore.setToolTip(tr("Brings the text of this edition back; Undo takes it away."))

    def show_found(self, found: Comparison | None) -> None:
        """Says in one line how much is different."""
        self._found = found
        self.summary.setText(" · ".join(_summary(found)) if found else "")

    def retranslate(self) -> None:
        """Says everything again in the window's language."""
        first, second = self.first_id, self.second_id
        self._fill()
        self.from_label.setText(tr("What changed from"))
        self.to_label.setText(tr("to"))
        self.first.setAccessibleName(tr("The earlier text"))
        self.second.setAccessibleName(tr("The later text"))
        self.redline.setText(tr("Export redline…"))
        self.redline.setToolTip(tr("Writes a Word document with tracked changes."))
        self.choose(first, second)
        self.show_found(self._found)


def _summary(found: Comparison) -> Iterator[str]:
    """How many blocks came, went, changed and moved, and how many endorsers."""
    if found.is_same:
        yield tr("Nothing is different.")
        return
    blocks = Counter(
        Happened.CHANGED if block.happened is Happened.SAME else block.happened
        for block in found.blocks
        if not block.is_same
    )
    if blocks[Happened.CHANGED]:
        yield ntr("{n} block changed", "{n} blocks changed", blocks[Happened.CHANGED])
    if blocks[Happened.ADDED]:
        yield ntr("{n} block added", "{n} blocks added", blocks[Happened.ADDED])
    if blocks[Happened.REMOVED]:
        yield ntr("{n} block removed", "{n} blocks removed", blocks[Happened.REMOVED])
    endorsers = Counter(one.happened for one in found.endorsers)
    if endorsers[Happened.ADDED]:
        yield ntr("{n} endorser more", "{n} endorsers more", endorsers[Happened.ADDED])
    if endorsers[Happened.REMOVED]:
        yield ntr("{n} endorser less", "{n} endorsers less", endorsers[Happened.REMOVED])
