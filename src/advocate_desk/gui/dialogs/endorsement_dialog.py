"""One endorsement: what happened to it, the files that show it, and who can be reached."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from advocate_desk.gui.ask import Ask
from advocate_desk.gui.consent_words import event_words, size_words
from advocate_desk.gui.models.endorsements_table_model import mask
from advocate_desk.gui.operations import Operations
from advocate_desk.gui.widgets.evidence_box import file_kinds
from advocate_desk.gui.widgets.icon_button import IconButton
from advocate_desk.gui.widgets.soft_label import SoftLabel
from advocate_desk.gui.widgets.wrapped_lists import wrap_lines
from advocate_desk.language.catalog import tr
from advocate_desk.model.changes import Area, Changes
from advocate_desk.model.consent import EvidenceFile
from advocate_desk.model.endorsement import Endorser
from advocate_desk.model.errors import DeskError
from advocate_desk.model.kinds import SHIPPED_LANGUAGES
from advocate_desk.model.registry import Contact

_HIDDEN = "••••"
_ID = Qt.ItemDataRole.UserRole


class EndorsementDialog(QDialog):
    """Reads the desk itself, because files are attached while it is open.

    Of a withheld endorser everything that could tell who it is stays masked until it is asked for:
    name, people, notes, names of files, contacts.
    """

    def __init__(
        self,
        operations: Operations,
        ask: Ask,
        endorsement_id: str,
        *,
        withheld: bool = False,
        opener: Callable[[Path], None] | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._operations, self._ask, self._id = operations, ask, endorsement_id
        self._withheld, self._opener = withheld, opener
        self._files: Mapping[str, EvidenceFile] = {}
        self.name, self.unmask = SoftLabel(), QCheckBox()
        self.tabs = QTabWidget()
        self.events, self.files, self.contacts = QListWidget(), QListWidget(), QListWidget()
        self.no_files, self.no_contacts, self.fault = SoftLabel(), SoftLabel(), SoftLabel()
        self.fingerprint = QLabel()
        self.attach, self.save, self.remove = (
            IconButton(icon) for icon in ("evidence", "export", "remove")
        )
        self.buttons = QDialogButtonBox()
        self.leave = self.buttons.addButton("", QDialogButtonBox.ButtonRole.RejectRole)
        self.leave.setAutoDefault(False)
        self._lay_out()
        self._connect()
        self.retranslate()

    def _lay_out(self) -> None:
        font = self.name.font()
        font.setBold(True)
        self.name.setFont(font)
        for part in (self.events, self.files, self.contacts):
            part.setProperty("framed", "true")
            part.setProperty("roomy", "true")
            wrap_lines(part)
        self.fingerprint.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.fingerprint.setWordWrap(True)
        row = QHBoxLayout()
        for button in (self.attach, self.save, self.remove):
            row.addWidget(button)
        row.addStretch(1)
        self.tabs.addTab(_page(self.events), "")
        self.tabs.addTab(_page(row, self.no_files, self.files, self.fingerprint), "")
        self.tabs.addTab(_page(self.no_contacts, self.contacts), "")
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 18, 20, 16)
        column.setSpacing(10)
        for above in (self.name, self.unmask, self.fault):
            column.addWidget(above)
        column.addWidget(self.tabs, 1)
        column.addWidget(self.buttons)
        self.unmask.setVisible(self._withheld)
        self.fault.hide()
        self.resize(640, 480)

    def _connect(self) -> None:
        self.buttons.rejected.connect(self.reject)
        self.attach.clicked.connect(self._attach)
        self.save.clicked.connect(self._save)
        self.remove.clicked.connect(self._remove)
        self.files.currentRowChanged.connect(lambda _row: self._show_file())
        self.unmask.toggled.connect(lambda _on: self.read())
        self._operations.changed.connect(self._on_changed)

    def _on_changed(self, changes: Changes) -> None:
        if changes.areas & {Area.ENDORSEMENTS, Area.ENDORSERS}:
            self.read()

    @property
    def _hides(self) -> bool:
        return self._withheld and not self.unmask.isChecked()

    def read(self) -> None:
        """Reads the endorsement again."""
        desk = self._operations.desk
        try:
            endorser = desk.listed.endorser_of(self._id)
            contacts = desk.registry.record(endorser.id).contacts
        except DeskError:
            self.reject()  # it was taken off the list
            return
        self.name.setText(mask() if self._hides else _both_names(endorser))
        self._show_events()
        self._show_files()
        self._show_contacts(contacts)

    def _show_events(self) -> None:
        desk, hidden = self._operations.desk, _HIDDEN if self._hides else ""
        events = desk.consenting.events(self._id)
        statement_id = desk.listed.statement_of(self._id)
        editions = desk.listed.edition_numbers(statement_id)
        self.events.clear()
        self.events.addItems([event_words(event, editions, hidden) for event in events])

    def _show_files(self) -> None:
        chosen = self._file_id()
        self._files = {one.id: one for one in self._operations.desk.consenting.evidence(self._id)}
        self.files.clear()
        for one in self._files.values():
            name = _HIDDEN + Path(one.name).suffix if self._hides else one.name
            item = QListWidgetItem(f"{name}  ·  {size_words(one.size)}")
            item.setData(_ID, one.id)
            self.files.addItem(item)
        place = list(self._files).index(chosen) if chosen in self._files else 0
        self.files.setCurrentRow(place)
        self.no_files.setVisible(not self._files)
        self.files.setVisible(bool(self._files))
        self._show_file()

    def _file_id(self) -> str:
        item = self.files.currentItem()
        return str(item.data(_ID)) if item else ""

    def _show_file(self) -> None:
        file = self._files.get(self._file_id())
        for button in (self.save, self.remove):
            button.setEnabled(file is not None)
        # In groups of eight, so that it wraps and can be read aloud.
        digest = file.sha256 if file else ""
        groups = " ".join(digest[at : at + 8] for at in range(0, len(digest), 8))
        self.fingerprint.setText(f"SHA-256: {groups}" if file else "")

    def _show_contacts(self, contacts: tuple[Contact, ...]) -> None:
        self.contacts.clear()
        for one in contacts:
            parts = (one.name, one.role, one.phone, one.messenger, one.email)
            self.contacts.addItem(_HIDDEN if self._hides else " · ".join(filter(None, parts)))
        self.no_contacts.setVisible(not contacts)
        self.contacts.setVisible(bool(contacts))

    def _attach(self) -> None:
        self._tell("")
        for path in self._ask.open_files(self, tr("Attach evidence"), kinds=file_kinds()):
            self._run(partial(self._operations.desk.consenting.attach, self._id, path))

    def _remove(self) -> None:
        verb, file_id = self._operations.desk.consenting.detach, self._file_id()
        self._run(lambda: verb(self._id, file_id))

    def _run(self, verb: Callable[[], Changes]) -> None:
        """A refusal is told here too: the window's own line lies behind the dialog."""
        told: list[str] = []
        self._operations.refused.connect(told.append)
        self._operations.run(verb)
        self._operations.refused.disconnect(told.append)
        self._tell(" ".join(told))

    def _tell(self, fault: str) -> None:
        self.fault.setText(fault)
        self.fault.setVisible(bool(fault))

    def _save(self) -> None:
        file = self._files.get(self._file_id())
        if file is None:
            return
        folder = self._operations.desk.path.parent
        name = f"evidence{Path(file.name).suffix}" if self._hides else file.name
        target = self._ask.save_file(
            self, tr("Save a copy"), kinds=file_kinds(), suggested=folder / name
        )
        if target is None:
            return
        self._tell("")
        try:
            self._operations.desk.consenting.save_evidence(self._id, file.id, target)
        except DeskError as error:
            from advocate_desk.model.sentences import sentence

            self._tell(sentence(error))
        else:
            if self._opener is not None:
                self._opener(target)

    def retranslate(self) -> None:
        """Reads every text again in the window's language."""
        self.setWindowTitle(tr("History and evidence"))
        self.unmask.setText(tr("Show what is withheld"))
        for index, text in enumerate((tr("History"), tr("Evidence"), tr("Contacts"))):
            self.tabs.setTabText(index, text)
        self.events.setAccessibleName(tr("What happened, the first first"))
        self.files.setAccessibleName(tr("Evidence files"))
        self.contacts.setAccessibleName(tr("Contacts"))
        self.attach.say(tr("Attach file…"), tr("A letter, a photo of a form, a saved message"))
        self.save.say(tr("Open a copy…"), tr("Saves a copy where you choose, and opens it"))
        self.remove.say(tr("Remove"), tr("Takes the file off this endorser"))
        self.no_files.setText(tr("No file shows this answer yet."))
        self.no_contacts.setText(tr("The registry has no contact of this endorser."))
        self.leave.setText(tr("Close"))
        self.read()

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()


def _page(*parts: QWidget | QHBoxLayout) -> QWidget:
    page = QWidget()
    column = QVBoxLayout(page)
    column.setContentsMargins(4, 10, 4, 4)
    for part in parts:
        if isinstance(part, QHBoxLayout):
            column.addLayout(part)
        else:
            column.addWidget(part, 1 if isinstance(part, QListWidget) else 0)
    column.addStretch(0)
    return page


def _both_names(endorser: Endorser) -> str:
    names = (endorser.names.get(code) for code in SHIPPED_LANGUAGES)
    return " — ".join(name.printed for name in names if name is not None)
