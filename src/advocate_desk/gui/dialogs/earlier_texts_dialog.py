"""Who agreed to an earlier text, what changed since, and their confirmation of the text as it is."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFrame,
    QHBoxLayout,
    QPushButton,
    QScrollArea,
    QSplitter,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from advocate_desk.desk.consenting import OutdatedGroup
from advocate_desk.gui.widgets.difference_view import DifferenceView
from advocate_desk.gui.widgets.empty_state import EmptyState
from advocate_desk.gui.widgets.icon_button import IconButton
from advocate_desk.gui.widgets.names_list import ID, NamesList
from advocate_desk.gui.widgets.soft_label import SoftLabel
from advocate_desk.language.catalog import ntr, tr
from advocate_desk.model.consent import ChangedText
from advocate_desk.model.words import language_word


class EarlierTextsDialog(QDialog):
    """Endorsers with a tick each; at the right what changed since the chosen one agreed.

    `labels` are names as they may be shown; `places` say in words where a changed block stands.
    """

    again_wanted = Signal(object)
    messages_wanted = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._groups: Sequence[OutdatedGroup] = ()
        self._places: Mapping[str, str] = {}
        self._changes: dict[str, tuple[ChangedText, ...]] = {}
        self.about = SoftLabel()
        self.people = NamesList()
        self.every = QPushButton()
        self.again = QPushButton()
        self.messages = IconButton("messages")
        self.views: list[DifferenceView] = []
        self.empty = EmptyState()
        self.buttons = QDialogButtonBox()
        self.leave = self.buttons.addButton("", QDialogButtonBox.ButtonRole.RejectRole)
        self._lay_out()
        self._connect()
        self.retranslate()

    def _lay_out(self) -> None:
        self.area = QScrollArea()
        self.area.setWidgetResizable(True)
        self.area.setFrameShape(QFrame.Shape.NoFrame)
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        left = QWidget()
        side = QVBoxLayout(left)
        side.setContentsMargins(0, 0, 0, 0)
        side.addWidget(self.people, 1)
        side.addWidget(self.every, 0, Qt.AlignmentFlag.AlignLeft)
        self.sides = QSplitter()
        self.sides.setChildrenCollapsible(False)
        self.sides.addWidget(left)
        self.sides.addWidget(self.area)
        self.sides.setSizes([300, 520])
        foot = QHBoxLayout()
        foot.addWidget(self.messages)
        foot.addStretch(1)
        foot.addWidget(self.again)
        foot.addWidget(self.buttons)
        self.again.setProperty("main", "true")
        for button in (self.again, self.every, self.leave):
            button.setAutoDefault(False)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 18, 20, 16)
        column.setSpacing(12)
        column.addWidget(self.about)
        column.addWidget(self.sides, 1)
        column.addWidget(self.empty, 1)
        column.addLayout(foot)
        self.resize(860, 580)

    def _connect(self) -> None:
        self.buttons.rejected.connect(self.reject)
        self.people.currentItemChanged.connect(lambda *_: self._show_changes())
        self.people.itemChanged.connect(lambda _item: self._allow())
        self.every.clicked.connect(self._tick_all)
        self.again.clicked.connect(lambda: self.again_wanted.emit(self.ticked()))
        self.messages.clicked.connect(lambda: self.messages_wanted.emit(self.ticked()))

    def show_groups(
        self,
        groups: Sequence[OutdatedGroup],
        labels: Mapping[str, str],
        places: Mapping[str, str],
    ) -> None:
        """Shows who agreed to an earlier text; ticks stay where they were."""
        kept, had_some = set(self.ticked()), self.people.count() > 0
        self._groups, self._places = groups, places
        self._changes = {one: group.changes for group in groups for one in group.endorsement_ids}
        order = [one for one in labels if one in self._changes]
        self.people.blockSignals(True)  # ten thousand ticks are one change
        self.people.clear()
        for endorsement_id in order:
            item = self.people.add(labels[endorsement_id], endorsement_id)
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            is_ticked = endorsement_id in kept or not had_some
            item.setCheckState(Qt.CheckState.Checked if is_ticked else Qt.CheckState.Unchecked)
        self.people.blockSignals(False)
        self.people.setCurrentRow(0)
        self._show_changes()
        self._say_count()
        self._allow()

    def ticked(self) -> tuple[str, ...]:
        """The endorsements that are ticked."""
        items = (self.people.item(row) for row in range(self.people.count()))
        return tuple(
            str(item.data(ID)) for item in items if item.checkState() is Qt.CheckState.Checked
        )

    def _tick_all(self) -> None:
        """Ticks everybody, or nobody where everybody is ticked."""
        every = len(self.ticked()) == self.people.count()
        state = Qt.CheckState.Unchecked if every else Qt.CheckState.Checked
        self.people.blockSignals(True)
        for row in range(self.people.count()):
            self.people.item(row).setCheckState(state)
        self.people.blockSignals(False)
        self.people.viewport().update()
        self._allow()

    def _allow(self) -> None:
        count = len(self.ticked())
        self.again.setEnabled(count > 0)
        self.messages.setEnabled(count > 0)
        self.again.setText(
            ntr("Confirm again for 1…", "Confirm again for {n}…", count)
            if count
            else tr("Confirm again…")
        )
        every = count == self.people.count()
        self.every.setText(tr("Tick nobody") if every and count else tr("Tick everybody"))

    def _show_changes(self) -> None:
        item = self.people.currentItem()
        changes = self._changes.get(str(item.data(ID)), ()) if item else ()
        held = QWidget()
        column = QVBoxLayout(held)
        column.setContentsMargins(8, 0, 10, 8)
        column.setSpacing(6)
        self.views = []
        for change in changes:
            heading = SoftLabel(self._heading(change))
            font = heading.font()
            font.setBold(True)
            heading.setFont(font)
            view = DifferenceView(bold=change.field == "heading")
            view.show_difference(change.before, change.after, change.language)
            self.views.append(view)
            column.addWidget(heading)
            column.addWidget(view)
            column.addSpacing(8)
        column.addStretch(1)
        self.area.setWidget(held)

    def _heading(self, change: ChangedText) -> str:
        place = self._places.get(change.block_id, tr("A text that is gone now"))
        return f"{place} · {language_word(change.language)}"

    def _say_count(self) -> None:
        count = len(self._changes)
        self.about.setText(
            ntr(
                "1 endorser agreed to an earlier text and stays confirmed. Ask whether the change"
                " is fine, then note that it confirms again.",
                "{n} endorsers agreed to an earlier text and stay confirmed. Ask whether the change"
                " is fine, then note that they confirm again.",
                count,
            )
        )
        self.about.setVisible(count > 0)
        self.sides.setVisible(count > 0)
        self.messages.setVisible(count > 0)
        self.again.setVisible(count > 0)
        self.empty.setVisible(count == 0)

    def retranslate(self) -> None:
        """Reads every text again in the window's language."""
        self.setWindowTitle(tr("Agreed to an earlier text"))
        self.people.setAccessibleName(tr("Endorsers who agreed to an earlier text"))
        self.area.setAccessibleName(tr("What changed since"))
        self.empty.set_text(tr("Everybody who is confirmed agreed to the text as it stands."))
        self.messages.say(tr("Messages to copy…"))
        self.leave.setText(tr("Close"))
        self._say_count()
        self._allow()

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()
