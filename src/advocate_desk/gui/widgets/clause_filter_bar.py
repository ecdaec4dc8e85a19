"""Narrows the clause library: by folder, and on demand by tag, target, topic and kind."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QGridLayout, QSizePolicy, QVBoxLayout, QWidget

from advocate_desk.gui.widgets.folder_box import FolderBox
from advocate_desk.gui.widgets.icon_button import IconButton
from advocate_desk.language.catalog import tr
from advocate_desk.model.clause import NO_FOLDER, ClauseFilter, Folder
from advocate_desk.model.kinds import BlockKind, ClauseStatus
from advocate_desk.model.words import target_word, word

KINDS = (
    BlockKind.DEMAND,
    BlockKind.PARAGRAPH,
    BlockKind.HEADING,
    BlockKind.TITLE,
    BlockKind.CONTACT,
    BlockKind.ISSUE_LINE,
)
_NAMES = ("tag", "target", "topic", "kind")


class ClauseFilterBar(QWidget):
    """What the clauses shown have in common; `value()` is the filter."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._folders: tuple[Folder, ...] = ()
        self._words: dict[str, tuple[str, ...]] = {}
        self.folder = FolderBox()
        self.more = IconButton("more")
        self.more.setCheckable(True)
        self.boxes = {name: QComboBox() for name in _NAMES}
        self.others = QWidget()
        self._lay_out()
        self._connect()
        self.others.hide()

    def _lay_out(self) -> None:
        grid = QGridLayout(self.others)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(4)
        for place, box in enumerate(self.boxes.values()):
            grid.addWidget(box, place // 2, place % 2)
        for box in (self.folder, *self.boxes.values()):
            box.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
            box.setSizeAdjustPolicy(
                QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
            )
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 0, 8, 6)
        column.setSpacing(4)
        top = QGridLayout()
        top.setSpacing(4)
        top.addWidget(self.folder, 0, 0)
        top.addWidget(self.more, 0, 1)
        top.setColumnStretch(0, 1)
        column.addLayout(top)
        column.addWidget(self.others)

    def _connect(self) -> None:
        self.more.toggled.connect(self._show_others)
        for box in (self.folder, *self.boxes.values()):
            box.currentIndexChanged.connect(lambda _index: self.changed.emit())

    def _show_others(self, on: bool) -> None:
        self.others.setVisible(on)
        if not on:
            for box in self.boxes.values():
                box.setCurrentIndex(0)

    def show_choices(self, folders: tuple[Folder, ...], words: dict[str, tuple[str, ...]]) -> None:
        """Offers the folders and words of the library; what was chosen stays so."""
        if (folders, words) != (self._folders, self._words):
            self._folders, self._words = folders, words
            self.retranslate()

    def value(self, status: ClauseStatus | None = ClauseStatus.ACTIVE) -> ClauseFilter:
        """The filter, over clauses with a status."""
        kind = self.boxes["kind"].currentData()
        return ClauseFilter(
            self.folder.folder_id,
            self._chosen("tag"),
            self._chosen("topic"),
            self._chosen("target"),
            BlockKind(kind) if kind else None,
            status,
        )

    @property
    def narrows(self) -> bool:
        """Whether anything is filtered out."""
        return self.value() != ClauseFilter()

    def clear(self) -> None:
        """Shows every clause again."""
        for box in (self.folder, *self.boxes.values()):
            box.setCurrentIndex(0)

    def _chosen(self, name: str) -> str:
        return str(self.boxes[name].currentData() or "")

    def retranslate(self) -> None:
        """Reads every text again in the window's language."""
        first = ((tr("All folders"), ""), (tr("In no folder"), NO_FOLDER))
        self.folder.show_folders(self._folders, first, counts=True)
        self.folder.setAccessibleName(tr("Folder"))
        self.more.say(tr("Filter"), tr("Filter by tag, target, topic or kind"))
        known = {"tag": "tags", "target": "targets", "topic": "topics"}
        for name, plural in known.items():
            shown = target_word if name == "target" else str
            self._fill(name, [(shown(one), one) for one in self._words.get(plural, ())])
        self._fill("kind", [(word(kind), kind) for kind in KINDS])

    def _fill(self, name: str, choices: list[tuple[str, str]]) -> None:
        box, chosen = self.boxes[name], self._chosen(name)
        words = {
            "tag": (tr("Any tag"), tr("Tag")),
            "target": (tr("Any target"), tr("Target")),
            "topic": (tr("Any topic"), tr("Topic")),
            "kind": (tr("Any kind"), tr("Kind")),
        }[name]
        box.blockSignals(True)
        box.clear()
        box.addItem(words[0], "")
        for shown, value in choices:
            box.addItem(shown, value)
        box.setCurrentIndex(max(0, box.findData(chosen)))
        box.setAccessibleName(words[1])
        box.blockSignals(False)
