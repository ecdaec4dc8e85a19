"""What is known about a clause beside its texts: folder, topic, tags, targets, legal basis."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QCompleter,
    QFormLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from advocate_desk.gui.models.clause_facts import ClauseFacts
from advocate_desk.gui.widgets.flow_layout import FlowLayout
from advocate_desk.gui.widgets.folder_box import FolderBox
from advocate_desk.gui.widgets.legal_bases_table import LegalBasesTable
from advocate_desk.language.catalog import tr
from advocate_desk.model.clause import ClauseDetails, Target
from advocate_desk.model.words import word

COMMA = ", "


class ClauseAboutPanel(QWidget):
    """Details in, details out."""

    changed = Signal()

    def __init__(self, facts: ClauseFacts, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._facts = facts
        self.folder = FolderBox()
        self.topic, self.tags, self.own_targets = QLineEdit(), QLineEdit(), QLineEdit()
        self.targets = {target: QCheckBox() for target in Target}
        self.description = QPlainTextEdit()
        self.description.setTabChangesFocus(True)
        self.description.setFixedHeight(3 * self.fontMetrics().lineSpacing() + 14)
        self.legal_bases = LegalBasesTable()
        self.labels = [QLabel() for _ in range(6)]
        self._lay_out()
        self._complete()
        self._connect()

    def _lay_out(self) -> None:
        chosen = QWidget()
        flow = FlowLayout(chosen, spacing=10)
        for box in self.targets.values():
            flow.addWidget(box)
        whom = QWidget()
        column = QVBoxLayout(whom)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(chosen)
        column.addWidget(self.own_targets)
        form = QFormLayout(self)
        form.setContentsMargins(12, 12, 12, 12)
        form.setSpacing(8)
        form.setLabelAlignment(Qt.AlignmentFlag.AlignLeft)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        parts = (self.folder, self.topic, self.tags, whom, self.description, self.legal_bases)
        for label, part in zip(self.labels, parts, strict=True):
            form.addRow(label, part)

    def _complete(self) -> None:
        completer = QCompleter(self._facts.words.get("topics", ()), self)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.topic.setCompleter(completer)

    def _connect(self) -> None:
        self.folder.currentIndexChanged.connect(lambda _index: self.changed.emit())
        for line in (self.topic, self.tags, self.own_targets):
            line.textChanged.connect(lambda _text: self.changed.emit())
        for box in self.targets.values():
            box.toggled.connect(lambda _on: self.changed.emit())
        self.description.textChanged.connect(self.changed)
        self.legal_bases.table.cellChanged.connect(lambda _row, _column: self.changed.emit())
        self.legal_bases.remove_button.clicked.connect(self.changed)

    def show_details(self, details: ClauseDetails) -> None:
        """Shows what is known."""
        self.retranslate()
        self.folder.choose(details.folder_id)
        self.topic.setText(details.topic)
        self.tags.setText(COMMA.join(details.tags))
        for target, box in self.targets.items():
            box.setChecked(target in details.targets)
        own = [target for target in details.targets if target not in {*Target}]
        self.own_targets.setText(COMMA.join(own))
        self.description.setPlainText(details.description)
        self.legal_bases.show_bases(details.legal_bases)

    def value(self) -> ClauseDetails:
        """What was entered."""
        chosen = [target.value for target, box in self.targets.items() if box.isChecked()]
        return ClauseDetails(
            self.topic.text().strip(),
            self.folder.folder_id,
            self.description.toPlainText().strip(),
            _words(self.tags.text()),
            tuple(sorted({*chosen, *_words(self.own_targets.text())})),
            self.legal_bases.value(),
        )

    def retranslate(self) -> None:
        """Reads every text again in the window's language."""
        texts = (
            tr("Folder"),
            tr("Topic"),
            tr("Tags"),
            tr("Who is asked"),
            tr("For colleagues"),
            tr("Legal basis"),
        )
        for label, text in zip(self.labels, texts, strict=True):
            label.setText(text)
        named = (self.folder, self.topic, self.tags, self.own_targets, self.description)
        for part, text in zip(named, texts[:5], strict=True):
            part.setAccessibleName(text)
        self.own_targets.setAccessibleName(tr("Others who are asked"))
        self.tags.setPlaceholderText(tr("Words parted by commas"))
        self.own_targets.setPlaceholderText(tr("Others, parted by commas"))
        for target, box in self.targets.items():
            box.setText(word(target))
        self.folder.show_folders(self._facts.folders, ((tr("No folder"), ""),), counts=False)
        self.legal_bases.retranslate()


def _words(text: str) -> tuple[str, ...]:
    """Words that are parted by commas, of either script."""
    parts = (
        " ".join(part.split()) for part in text.replace("،", ",").replace("、", ",").split(",")
    )
    return tuple(sorted({part for part in parts if part}))
