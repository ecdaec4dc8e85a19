"""Two texts of a clause beside each other's language, as changes of an earlier one."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QScrollArea, QWidget

from advocate_desk.gui.widgets.difference_view import DifferenceView
from advocate_desk.model.kinds import SHIPPED_LANGUAGES
from advocate_desk.model.statement import EMPTY, Rendition
from advocate_desk.model.words import own_name

Sides = Mapping[str, Rendition]
_INDENT = 4  # as far in as the texts below


class ClauseDifferences(QWidget):
    """Heading and body in every language: Khmer on the left, English on the right."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.headings = {code: DifferenceView(bold=True) for code in SHIPPED_LANGUAGES}
        self.bodies = {code: DifferenceView() for code in SHIPPED_LANGUAGES}
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(0)
        for place, code in enumerate(SHIPPED_LANGUAGES):
            label = QLabel(own_name(code))
            label.setProperty("muted", "true")
            label.setIndent(_INDENT)
            grid.addWidget(label, 0, place)
            grid.addWidget(self.headings[code], 1, place, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(self.bodies[code], 2, place, Qt.AlignmentFlag.AlignTop)
            grid.setColumnStretch(place, 1)
        grid.setRowStretch(3, 1)

    def show_sides(self, before: Sides, after: Sides) -> None:
        """Shows how the later texts differ from the earlier ones."""
        for code in SHIPPED_LANGUAGES:
            old, new = before.get(code, EMPTY), after.get(code, EMPTY)
            self.headings[code].setVisible(bool(old.heading or new.heading))
            self.headings[code].show_difference(old.heading, new.heading, code)
            self.bodies[code].show_difference(old.body, new.body, code)


def scrolled(inner: QWidget) -> QScrollArea:
    """A page that scrolls down when it does not fit."""
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setWidget(inner)
    return area
