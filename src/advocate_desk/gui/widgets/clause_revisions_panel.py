"""The revisions of a clause: who, when, why, and what is different between any two."""

from __future__ import annotations

from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from advocate_desk.gui.models.endorsements_table_model import day_words
from advocate_desk.gui.widgets.clause_differences import ClauseDifferences, scrolled
from advocate_desk.gui.widgets.soft_label import SoftLabel
from advocate_desk.language.catalog import tr
from advocate_desk.model.clause import ClauseRevision


def revision_line(revision: ClauseRevision) -> str:
    """A revision in a line: number, day, who and why."""
    parts = (
        tr("v{number}", number=revision.number),
        day_words(revision.created_at),
        revision.author,
        revision.note,
    )
    return " · ".join(part for part in parts if part)


class ClauseRevisionsPanel(QWidget):
    """Two revisions of a clause, the earlier one beside the later one."""

    def __init__(
        self, revisions: tuple[ClauseRevision, ...], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._revisions = {one.id: one for one in revisions}
        self.earlier, self.later = QComboBox(), QComboBox()
        self.earlier_label, self.later_label = QLabel(), QLabel()
        self.only_one = SoftLabel()
        self.differences = ClauseDifferences()
        self._lay_out()
        self._fill(revisions)
        for box in (self.earlier, self.later):
            box.currentIndexChanged.connect(lambda _index: self._show())
        self._show()

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(8)
        for label, box in ((self.earlier_label, self.earlier), (self.later_label, self.later)):
            label.setBuddy(box)
            box.setSizeAdjustPolicy(
                QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
            )
            row.addWidget(label)
            row.addWidget(box, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 12, 12, 12)
        column.setSpacing(10)
        column.addLayout(row)
        column.addWidget(self.only_one)
        column.addWidget(scrolled(self.differences), 1)

    def _fill(self, revisions: tuple[ClauseRevision, ...]) -> None:
        for box in (self.earlier, self.later):
            for one in revisions:
                box.addItem(revision_line(one), one.id)
        self.earlier.setCurrentIndex(min(1, len(revisions) - 1))
        self.only_one.setVisible(len(revisions) < 2)

    def _show(self) -> None:
        before = self._revisions.get(str(self.earlier.currentData()))
        after = self._revisions.get(str(self.later.currentData()))
        if before is not None and after is not None:
            self.differences.show_sides(before.renditions, after.renditions)

    def retranslate(self) -> None:
        """Reads every text again in the window's language."""
        self.earlier_label.setText(tr("Compare"))
        self.later_label.setText(tr("with"))
        self.earlier.setAccessibleName(tr("Earlier revision"))
        self.later.setAccessibleName(tr("Later revision"))
        self.only_one.setText(tr("This clause was not revised yet."))
