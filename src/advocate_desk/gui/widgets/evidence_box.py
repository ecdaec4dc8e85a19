"""Files that are to be attached as evidence: chosen, listed, taken off again."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from advocate_desk.gui.ask import Ask
from advocate_desk.gui.widgets.icon_button import IconButton
from advocate_desk.language.catalog import tr

_ROWS = 2


class EvidenceBox(QWidget):
    """A short list of paths."""

    def __init__(self, ask: Ask, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ask = ask
        self.files = QListWidget()
        self.files.setProperty("framed", "true")
        self.attach = IconButton("evidence")
        self.remove = IconButton("remove")
        row = QHBoxLayout()
        row.setSpacing(4)
        row.addWidget(self.attach)
        row.addWidget(self.remove)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(row)
        column.addWidget(self.files)
        self.attach.clicked.connect(self._choose)
        self.remove.clicked.connect(self._take_off)
        self._show()

    def paths(self) -> tuple[Path, ...]:
        """The files that were chosen."""
        role = Qt.ItemDataRole.UserRole
        items = (self.files.item(row) for row in range(self.files.count()))
        return tuple(Path(item.data(role)) for item in items)

    def _choose(self) -> None:
        for path in self._ask.open_files(self, tr("Attach evidence"), kinds=file_kinds()):
            if path not in self.paths():
                item = QListWidgetItem(path.name)
                item.setToolTip(str(path))
                item.setData(Qt.ItemDataRole.UserRole, str(path))
                self.files.addItem(item)
                self.files.setCurrentItem(item)
        self._show()

    def _take_off(self) -> None:
        self.files.takeItem(self.files.currentRow())
        self._show()

    def _show(self) -> None:
        some = self.files.count() > 0
        self.files.setVisible(some)
        self.files.setFixedHeight((self.fontMetrics().height() + 8) * _ROWS + 6)
        self.remove.setVisible(some)

    def retranslate(self) -> None:
        """Reads every text again in the window's language."""
        self.attach.say(tr("Attach file…"), tr("A letter, a photo of a form, a saved message"))
        self.remove.say(tr("Take off"))
        self.files.setAccessibleName(tr("Files to attach"))


def file_kinds() -> str:
    """What may be evidence, as Qt writes filters."""
    known = "*.pdf *.png *.jpg *.jpeg *.docx *.txt *.eml *.ogg *.m4a"
    return tr("Evidence") + f" ({known});;" + tr("All files") + " (*)"
