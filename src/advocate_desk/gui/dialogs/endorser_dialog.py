"""One endorser's names: asked for when it is added, and when it is edited."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QFormLayout,
    QLabel,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from advocate_desk.gui.dialogs.dialog_buttons import DialogButtons
from advocate_desk.gui.endorser_kinds import ENDORSER_KINDS, kind_word
from advocate_desk.gui.widgets.soft_label import SoftLabel
from advocate_desk.language.catalog import tr
from advocate_desk.model.endorsement import Endorser, EndorserName
from advocate_desk.model.kinds import SHIPPED_LANGUAGES, EndorsementState
from advocate_desk.model.words import language_word, word

NO_NAME = EndorserName("")
FIRST_ANSWERS = (
    EndorsementState.INVITED,
    EndorsementState.CONFIRMED,
    EndorsementState.DECLINED,
)


@dataclass(frozen=True, slots=True)
class EndorserValue:
    """What was entered: names by language, the kind, and the answer of a new endorser."""

    names: Mapping[str, EndorserName] = field(default_factory=dict)
    kind: str = "ngo"
    state: EndorsementState = EndorsementState.INVITED


class EndorserDialog(QDialog):
    """Names and acronyms in every language. Without an endorser it asks for a new one.

    `masked` hides the fields like a password until the person ticks that they may be seen.
    """

    def __init__(
        self, parent: QWidget | None, endorser: Endorser | None = None, *, masked: bool = False
    ) -> None:
        super().__init__(parent)
        self._endorser = endorser
        self.names = {code: QLineEdit() for code in SHIPPED_LANGUAGES}
        self.acronyms = {code: QLineEdit() for code in SHIPPED_LANGUAGES}
        self.kind_box = QComboBox()
        self.state_box = QComboBox()
        self.unmask = QCheckBox()
        self.hint = SoftLabel()
        self.buttons = DialogButtons(self)
        self._labels = [QLabel() for _ in (*self.names, *self.acronyms, "kind", "state")]
        self._fill()
        self._lay_out(masked=masked)
        self._connect()
        self.retranslate()
        self._show_masked(masked=masked)
        self._check()

    def _fill(self) -> None:
        known = self._endorser.names if self._endorser else {}
        for code in SHIPPED_LANGUAGES:
            name = known.get(code, NO_NAME)
            self.names[code].setText(name.name or name.printed)
            self.acronyms[code].setText(name.acronym)
        kind = self._endorser.kind if self._endorser else "ngo"
        for known_kind in dict.fromkeys((*ENDORSER_KINDS, kind)):
            self.kind_box.addItem("", known_kind)
        self.kind_box.setCurrentIndex(self.kind_box.findData(kind))
        for state in FIRST_ANSWERS:
            self.state_box.addItem("", state)

    def _lay_out(self, *, masked: bool) -> None:
        form = QFormLayout()
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.ExpandingFieldsGrow)
        form.setLabelAlignment(Qt.AlignmentFlag.AlignLeft)
        form.setVerticalSpacing(10)
        form.setHorizontalSpacing(14)
        fields = (*self.names.values(), *self.acronyms.values(), self.kind_box, self.state_box)
        order = (0, 2, 1, 3, 4, 5)
        for place in order:
            form.addRow(self._labels[place], fields[place])
            self._labels[place].setBuddy(fields[place])
        form.setRowVisible(5, self._endorser is None)
        form.setRowVisible(4, self._endorser is not None)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 18, 20, 16)
        column.setSpacing(14)
        column.addLayout(form)
        column.addWidget(self.unmask)
        column.addWidget(self.hint)
        column.addStretch(1)
        column.addWidget(self.buttons)
        self.unmask.setVisible(masked)
        self.setMinimumWidth(460)

    def _connect(self) -> None:
        for edit in self.names.values():
            edit.textChanged.connect(lambda _text: self._check())
        self.unmask.toggled.connect(lambda shown: self._show_masked(masked=not shown))

    def _show_masked(self, *, masked: bool) -> None:
        mode = QLineEdit.EchoMode.Password if masked else QLineEdit.EchoMode.Normal
        for edit in (*self.names.values(), *self.acronyms.values()):
            edit.setEchoMode(mode)

    def _check(self) -> None:
        has_name = any(edit.text().strip() for edit in self.names.values())
        self.buttons.agree.setEnabled(has_name)

    def value(self) -> EndorserValue:
        """What was entered."""
        names = {code: self._name(code) for code in SHIPPED_LANGUAGES}
        return EndorserValue(
            {code: name for code, name in names.items() if name.name},
            str(self.kind_box.currentData()),
            EndorsementState(self.state_box.currentData()),
        )

    def _name(self, code: str) -> EndorserName:
        name, acronym = self.names[code].text().strip(), self.acronyms[code].text().strip()
        return EndorserName(name, acronym)

    def retranslate(self) -> None:
        """Reads every text again in the window's language."""
        title = tr("Edit endorser") if self._endorser else tr("Add endorser")
        self.setWindowTitle(title)
        words = [tr("Name in {language}", language=language_word(c)) for c in SHIPPED_LANGUAGES]
        words += [tr("Acronym in {language}", language=language_word(c)) for c in SHIPPED_LANGUAGES]
        words += [tr("Kind"), tr("Answer")]
        for label, text in zip(self._labels, words, strict=True):
            label.setText(text)
            label.buddy().setAccessibleName(text)
        for index in range(self.kind_box.count()):
            self.kind_box.setItemText(index, kind_word(str(self.kind_box.itemData(index))))
        for index, state in enumerate(FIRST_ANSWERS):
            self.state_box.setItemText(index, word(state))
        self.unmask.setText(tr("Show the withheld name while I edit it"))
        self.hint.setText(self._hint())
        self.buttons.say(tr("Save") if self._endorser else tr("Add"), tr("Cancel"))

    def _hint(self) -> str:
        if self._endorser:
            return tr("The name changes in every statement that this endorser endorses.")
        return tr("One name is enough. An endorser you already have is taken from the registry.")

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()
