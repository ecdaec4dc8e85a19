"""All that the registry keeps of an endorser: asked for when it is added, and when it is edited."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QStackedWidget,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from advocate_desk.gui.dialogs.dialog_buttons import DialogButtons
from advocate_desk.gui.endorser_kinds import ENDORSER_KINDS, kind_word
from advocate_desk.gui.known_names import KnownNames
from advocate_desk.gui.theme import colours
from advocate_desk.gui.widgets.coalitions_panel import CoalitionsPanel
from advocate_desk.gui.widgets.editable_rows import EditableRows
from advocate_desk.gui.widgets.name_fields import NameFields
from advocate_desk.gui.widgets.name_suggestions import NameSuggestions
from advocate_desk.gui.widgets.province_box import ProvinceBox
from advocate_desk.gui.widgets.soft_label import SoftLabel
from advocate_desk.language.catalog import tr
from advocate_desk.model.kinds import SHIPPED_LANGUAGES
from advocate_desk.model.registry import Alias, Contact, EndorserRecord, MatchClass, NameKind
from advocate_desk.model.words import language_word

_PAUSE = 90
_SIZE = (1160, 610)
_CONTACT_PARTS = 5


class EndorserRecordDialog(QDialog):
    """A record in, a record out; `taken` is the endorser that was taken instead of a new one.

    A record that is `masked` shows nothing before the person asks to see it.
    """

    def __init__(
        self,
        parent: QWidget | None,
        record: EndorserRecord,
        known: KnownNames,
        *,
        masked: bool = False,
        refusal: str = "",
    ) -> None:
        super().__init__(parent)
        self.record = record
        self.taken = ""
        self._known = known
        self._is_new = not record.endorser.id
        self._typed_in = SHIPPED_LANGUAGES[0]
        self._make_widgets(refusal)
        self._lay_out()
        self._connect()
        self.retranslate()
        if masked:
            self.pages.setCurrentWidget(self.cover)
        else:
            self._fill()
        self._check()

    @property
    def is_masked(self) -> bool:
        """Whether nothing is shown yet."""
        return self.pages.currentWidget() is self.cover

    def _make_widgets(self, refusal: str) -> None:
        self.refusal = SoftLabel(refusal)
        self.refusal.setVisible(bool(refusal))
        self.names = NameFields()
        self.suggestions = NameSuggestions()
        self.suggestions.may_take = self._is_new
        self.kind_box, self.province_box = QComboBox(), ProvinceBox()
        self.care = QLineEdit()
        self.aliases = EditableRows(3, (0, 2), wide=(1,))
        self.contacts = EditableRows(_CONTACT_PARTS, wide=(0, 1, 4))
        self.coalitions = CoalitionsPanel(self._known, self.record.endorser.id)
        self.notes = QPlainTextEdit()
        self.notes.setTabChangesFocus(True)
        self.tabs = QTabWidget()
        self.tabs.setDocumentMode(True)
        self.cover, self.cover_text, self.reveal = QWidget(), SoftLabel(), QPushButton()
        self.reveal.setAutoDefault(False)
        self.pages = QStackedWidget()
        self.buttons = DialogButtons(self)
        self._labels = [QLabel() for _ in range(3)]
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE)
        for kind in dict.fromkeys((*ENDORSER_KINDS, self.record.endorser.kind)):
            self.kind_box.addItem("", kind)

    # Room

    def _lay_out(self) -> None:
        for part in (self.aliases, self.contacts, self.coalitions, self._notes_page()):
            self.tabs.addTab(part, "")
        both = QWidget()
        sides = QHBoxLayout(both)
        sides.setContentsMargins(0, 0, 0, 0)
        sides.setSpacing(22)
        sides.addLayout(self._left(), 4)
        sides.addWidget(self.tabs, 6)
        self._lay_out_cover()
        self.pages.addWidget(both)
        self.pages.addWidget(self.cover)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 18, 20, 16)
        column.setSpacing(14)
        column.addWidget(self.refusal)
        column.addWidget(self.pages, 1)
        column.addWidget(self.buttons)
        self._colour()
        self.resize(*_SIZE)

    def _notes_page(self) -> QWidget:
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 8, 0, 0)
        column.addWidget(self.notes)
        return page

    def _left(self) -> QVBoxLayout:
        fields = (self.kind_box, self.province_box, self.care)
        for label, part in zip(self._labels, fields, strict=True):
            self.names.add_line(label, part)
        left = QVBoxLayout()
        left.setSpacing(14)
        left.addWidget(self.names)
        left.addWidget(self.suggestions, 1)
        left.addStretch(0)
        return left

    def _lay_out_cover(self) -> None:
        column = QVBoxLayout(self.cover)
        column.addStretch(2)
        self.cover_text.setAlignment(Qt.AlignmentFlag.AlignCenter)
        column.addWidget(self.cover_text)
        column.addWidget(self.reveal, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(3)

    def _colour(self) -> None:
        tint = colours(self.palette()).bad
        look = f"color: {tint.text}; background: {tint.ground}; padding: 7px; border-radius: 5px;"
        if self.refusal.styleSheet() != look:
            self.refusal.setStyleSheet(look)

    # What is known and what is typed

    def _connect(self) -> None:
        self.names.typed.connect(self._note_typing)
        self._pause.timeout.connect(self.suggest)
        self._known.ready.connect(self.suggest)
        self._known.changed.connect(self.suggest)
        self.suggestions.taken.connect(self._take)
        self.reveal.clicked.connect(self._reveal)

    def _fill(self) -> None:
        record, endorser = self.record, self.record.endorser
        self.names.show_names(endorser.names)
        self.kind_box.setCurrentIndex(self.kind_box.findData(endorser.kind))
        self.province_box.show_province(endorser.province)
        self.care.setText(record.sensitivity)
        self.aliases.show_rows([(one.language, one.name, one.kind) for one in record.aliases])
        self.contacts.show_rows([_contact_parts(one) for one in record.contacts])
        self.coalitions.coalitions.show_ids(record.coalition_ids)
        self.coalitions.members.show_ids(record.member_ids)
        self.notes.setPlainText(endorser.notes)

    def _reveal(self) -> None:
        self._fill()
        self.pages.setCurrentIndex(0)
        self.names.names[SHIPPED_LANGUAGES[0]].setFocus()
        self._check()

    def _note_typing(self, language: str) -> None:
        self._typed_in = language
        self._check()
        self._pause.start()

    def _check(self) -> None:
        self.buttons.agree.setEnabled(not self.is_masked and not self.names.is_empty)

    def suggest(self) -> None:
        """Shows the endorsers that may be the one whose name is typed."""
        self._pause.stop()
        code = self._typed_in
        if self.is_masked or not self._is_typed(code):
            self.suggestions.show_them(())
            return
        name, acronym = self.names.names[code].text(), self.names.acronyms[code].text()
        own = self.record.endorser.id
        self.suggestions.show_them(self._known.suggestions(name, acronym, but=own))

    def _is_typed(self, code: str) -> bool:
        """Whether the name is another one than the record had."""
        before = self.record.endorser.names.get(code)
        now = self.names.value().get(code)
        if before is None or now is None:
            return now is not None or bool(self.names.acronyms[code].text().strip())
        return (now.name, now.acronym) != (before.name or before.printed, before.acronym)

    def _take(self, endorser_id: str) -> None:
        self.taken = endorser_id
        self.accept()

    def propose_alias(self, language: str, name: str) -> None:
        """Writes another name into the list of names, to be kept or not."""
        if name and not self.is_masked:
            self.aliases.add_row((language, name, NameKind.ALIAS.value))
            self.tabs.setCurrentWidget(self.aliases)

    @property
    def proposed(self) -> tuple[str, str]:
        """What was typed, as another name of the one that was taken; a spoof is none."""
        chosen = [one for one in self.suggestions.shown if one.endorser_id == self.taken]
        if chosen and chosen[0].match_class is MatchClass.PROBABLE:
            return self._typed_in, self.names.names[self._typed_in].text().strip()
        return "", ""

    def value(self) -> EndorserRecord:
        """The record as it was entered."""
        if self.is_masked:
            return self.record
        endorser = replace(
            self.record.endorser,
            names=self.names.value(),
            kind=str(self.kind_box.currentData()),
            province=self.province_box.value(),
            notes=self.notes.toPlainText().strip(),
        )
        return replace(
            self.record,
            endorser=endorser,
            aliases=tuple(
                Alias(language, name, NameKind(kind))
                for language, name, kind in self.aliases.rows()
                if name
            ),
            contacts=tuple(Contact(*parts) for parts in self.contacts.rows() if any(parts)),
            coalition_ids=self.coalitions.coalitions.ids(),
            member_ids=self.coalitions.members.ids(),
            sensitivity=self.care.text().strip(),
        )

    # Words

    def retranslate(self) -> None:
        """Reads every text again in the window's language."""
        self.setWindowTitle(tr("Add to the registry") if self._is_new else tr("Edit endorser"))
        words = (tr("Kind"), tr("Province"), tr("Care"))
        for label, text in zip(self._labels, words, strict=True):
            label.setText(text)
            label.buddy().setAccessibleName(text)
        self.care.setPlaceholderText(tr("Why care is needed with this endorser"))
        for at in range(self.kind_box.count()):
            self.kind_box.setItemText(at, kind_word(str(self.kind_box.itemData(at))))
        self._name_tabs()
        for part in (self.names, self.province_box, self.coalitions, self.suggestions):
            part.retranslate()
        self.cover_text.setText(tr("The name of this endorser is withheld in a statement."))
        self.reveal.setText(tr("Show it while I edit it"))
        self.buttons.say(tr("Add") if self._is_new else tr("Save"), tr("Cancel"))

    def _name_tabs(self) -> None:
        titles = (tr("Other names"), tr("Contacts"), tr("Coalitions"), tr("Notes"))
        for at, title in enumerate(titles):
            self.tabs.setTabText(at, title)
        for part in (self.tabs, self.tabs.tabBar()):
            part.setAccessibleName(tr("More about the endorser"))
        self.aliases.say(
            (tr("Language"), tr("Name"), tr("Kind")),
            {
                0: {code: language_word(code) for code in SHIPPED_LANGUAGES},
                2: {
                    NameKind.ALIAS.value: tr("also called so"),
                    NameKind.FORMER.value: tr("called so formerly"),
                },
            },
            add=tr("Add name"),
            remove=tr("Remove"),
        )
        self.aliases.table.setAccessibleName(titles[0])
        heads = (tr("Name"), tr("Role"), tr("Phone"), tr("Signal, Telegram"), tr("E-mail"))
        self.contacts.say(heads, {}, add=tr("Add person"), remove=tr("Remove"))
        self.contacts.table.setAccessibleName(titles[1])
        self.notes.setAccessibleName(titles[3])

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()
        elif event.type() is QEvent.Type.PaletteChange and hasattr(self, "refusal"):
            self._colour()


def _contact_parts(contact: Contact) -> tuple[str, ...]:
    return contact.name, contact.role, contact.phone, contact.messenger, contact.email
