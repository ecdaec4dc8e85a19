"""A row of filters with counts, one of which is chosen."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QPushButton, QWidget

from advocate_desk.gui.widgets.flow_layout import FlowLayout
from advocate_desk.language.catalog import current, tr
from advocate_desk.language.numbers import in_digits


class FilterChips(QWidget):
    """Exclusive buttons such as "confirmed 38"; `rare` filters are there only while they have hits."""

    chosen = Signal(str)

    def __init__(
        self,
        keys: Sequence[str],
        *,
        rare: Collection[str] = (),
        narrow: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._rare = rare
        self._narrow = narrow
        self._group = QButtonGroup(self)
        self._group.setExclusive(True)
        self._row = FlowLayout(self)
        self.buttons: dict[str, QPushButton] = {key: self._add(key) for key in keys}
        self.buttons[keys[0]].setChecked(True)

    def _add(self, key: str) -> QPushButton:
        button = QPushButton()
        button.setCheckable(True)
        button.setAutoDefault(False)
        button.setProperty("chip", True)
        button.setProperty("narrow", self._narrow)
        button.clicked.connect(lambda _checked=False: self.chosen.emit(key))
        self._group.addButton(button)
        self._row.addWidget(button)
        return button

    @property
    def key(self) -> str:
        """The filter that is chosen."""
        checked = (key for key, button in self.buttons.items() if button.isChecked())
        return next(checked, next(iter(self.buttons)))

    def choose(self, key: str) -> None:
        """Chooses a filter."""
        self.buttons[key].setChecked(True)
        self.chosen.emit(key)

    def show_counts(self, words: Mapping[str, str], counts: Mapping[str, int]) -> None:
        """Shows each filter's word and how many it would show."""
        for key, button in self.buttons.items():
            number = in_digits(counts.get(key, 0), current())
            text = f"{words[key]}  {number}"
            if button.text() != text:  # each new text lays the row out again
                button.setText(text)
            button.setAccessibleName(tr("Show {filter}: {count}", filter=words[key], count=number))
            if key in self._rare:
                button.setVisible(counts.get(key, 0) > 0 or button.isChecked())
        self.updateGeometry()
