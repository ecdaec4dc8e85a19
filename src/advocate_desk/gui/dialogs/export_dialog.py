"""Which document to write, and what stands in the way of it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from PySide6.QtCore import QEvent, QModelIndex, Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QCheckBox,
    QDialog,
    QHBoxLayout,
    QLabel,
    QRadioButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from advocate_desk.exporters.blocks import ExportOptions
from advocate_desk.gui.dialogs.dialog_buttons import DialogButtons
from advocate_desk.gui.models.findings_list_model import FindingsListModel
from advocate_desk.gui.widgets.empty_state import EmptyState
from advocate_desk.gui.widgets.export_options_panel import ExportOptionsPanel
from advocate_desk.gui.widgets.finding_delegate import FindingDelegate
from advocate_desk.gui.widgets.findings_list import FindingsList
from advocate_desk.gui.widgets.icon_button import IconButton
from advocate_desk.gui.widgets.soft_label import SoftLabel
from advocate_desk.language.catalog import ntr, tr
from advocate_desk.model.finding import Finding
from advocate_desk.model.kinds import Layout, Severity
from advocate_desk.model.looks import KnownStyle
from advocate_desk.model.words import word

DOCX, PDF, TXT, HTML = FORMATS = ("docx", "pdf", "txt", "html")
LAYOUTS = tuple(Layout)
Preflight = Callable[[Layout], tuple[Finding, ...]]


@dataclass(frozen=True, slots=True)
class ExportChoice:
    """The document that is wanted; `allow_findings` is the tick under the warnings.

    `style` names a style for this document alone; empty is the statement's own.
    """

    layout: Layout = Layout.SIDE_BY_SIDE
    format: str = DOCX
    options: ExportOptions = field(default_factory=ExportOptions)
    allow_findings: bool = False
    style: str = ""


class ExportDialog(QDialog):
    """A choice in, a choice out. Blockers stop the export, warnings want one tick.

    `preflight` gives the findings for a layout, `places` the numbers of the blocks. Without an
    `office`, the program draws PDFs itself and says what that means.
    """

    navigate = Signal(str, str)
    endorsement_requested = Signal(str)

    def __init__(
        self,
        preflight: Preflight,
        places: Mapping[str, str],
        choice: ExportChoice | None = None,
        parent: QWidget | None = None,
        *,
        styles: Sequence[KnownStyle] = (),
        office: bool = True,
    ) -> None:
        super().__init__(parent)
        self._office = office
        self.panel = ExportOptionsPanel(styles)
        self._preflight = preflight
        self._places = places
        self.model = FindingsListModel(self)
        self._make_choices()
        self._make_findings()
        self._lay_out()
        self._show_choice(choice or ExportChoice())
        self._connect()
        self.retranslate()
        self._check()

    def _make_choices(self) -> None:
        self.layouts = {layout: QRadioButton() for layout in LAYOUTS}
        self.formats = {name: QRadioButton() for name in FORMATS}
        self._groups = (QButtonGroup(self), QButtonGroup(self))
        for button in self.layouts.values():
            self._groups[0].addButton(button)
        for button in self.formats.values():
            self._groups[1].addButton(button)
        self.titles = [QLabel() for _ in range(3)]
        self.about_pdf = SoftLabel()

    def _make_findings(self) -> None:
        self.found_title = QLabel()
        self.list = FindingsList()
        self.list.setProperty("framed", "true")
        self.list.setModel(self.model)
        self.list.setItemDelegate(FindingDelegate(self.list))
        self.clear = EmptyState()
        self.stack = QStackedWidget()
        self.go = IconButton("link")
        self.verdict = SoftLabel()
        self.tick = QCheckBox()
        self.buttons = DialogButtons(self)

    def _lay_out(self) -> None:
        sides = QHBoxLayout()
        sides.setSpacing(28)
        sides.addLayout(self._choices_column())
        sides.addLayout(self._options_column())
        sides.addLayout(self._findings_column(), 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 18, 20, 16)
        column.setSpacing(14)
        column.addLayout(sides, 1)
        column.addWidget(self.buttons)
        for title in (*self.titles, self.found_title):
            font = title.font()
            font.setBold(True)
            title.setFont(font)
        self.resize(1120, 560)

    def _choices_column(self) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(7)
        column.addWidget(self.titles[0])
        for button in self.layouts.values():
            column.addWidget(button)
        column.addSpacing(12)
        column.addWidget(self.titles[1])
        for button in self.formats.values():
            column.addWidget(button)
        column.addStretch(1)
        return column

    def _options_column(self) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(9)
        column.addWidget(self.titles[2])
        column.addWidget(self.panel)
        column.addSpacing(6)
        column.addWidget(self.about_pdf)
        column.addStretch(1)
        return column

    def _findings_column(self) -> QVBoxLayout:
        self.stack.addWidget(self.list)
        self.stack.addWidget(self.clear)
        head = QHBoxLayout()
        head.addWidget(self.found_title, 1)
        head.addWidget(self.go)
        column = QVBoxLayout()
        column.setSpacing(8)
        column.addLayout(head)
        column.addWidget(self.stack, 1)
        column.addWidget(self.verdict)
        column.addWidget(self.tick)
        return column

    def _connect(self) -> None:
        self._groups[0].buttonToggled.connect(lambda _button, on: self._check() if on else None)
        self._groups[1].buttonToggled.connect(lambda _button, on: self._allow() if on else None)
        self.tick.toggled.connect(lambda _on: self._allow())
        self.go.clicked.connect(lambda: self._go_to(self.list.currentIndex()))
        self.list.entered_row.connect(self._go_to)
        self.list.doubleClicked.connect(self._go_to)
        self.list.selectionModel().currentChanged.connect(lambda *_: self._allow())

    # --- the choice

    def _show_choice(self, choice: ExportChoice) -> None:
        self.layouts[choice.layout].setChecked(True)
        self.layouts[choice.layout].setFocus()
        self.formats[choice.format].setChecked(True)
        self.panel.show_options(choice.options, choice.style)

    def choice(self) -> ExportChoice:
        """What was chosen."""
        return ExportChoice(
            self.layout_chosen,
            self._format(),
            self.panel.options(),
            self.tick.isChecked(),
            self.panel.style_name,
        )

    @property
    def layout_chosen(self) -> Layout:
        """The layout that is ticked."""
        return next(layout for layout, button in self.layouts.items() if button.isChecked())

    def _format(self) -> str:
        return next(name for name, button in self.formats.items() if button.isChecked())

    # --- the preflight

    def _check(self) -> None:
        """Looks for what stands in the way of the layout that is chosen."""
        self.tick.setChecked(False)
        self.model.show(self._preflight(self.layout_chosen), self._places)
        found = bool(self.model.findings)
        self.stack.setCurrentWidget(self.list if found else self.clear)
        self._allow()

    def _allow(self) -> None:
        blockers = self.model.count(Severity.BLOCKER)
        warnings = self.model.count(Severity.WARNING)
        self.tick.setVisible(warnings > 0 and not blockers)
        self.buttons.agree.setEnabled(not blockers and (not warnings or self.tick.isChecked()))
        is_beside = self.layout_chosen is Layout.SIDE_BY_SIDE
        self.panel.allow(self._format(), side_by_side=is_beside)
        self.about_pdf.setVisible(self._format() == PDF and not self._office)
        self.go.setEnabled(self.list.currentIndex().isValid())
        self.verdict.setText(
            ntr("1 blocker stops the export.", "{n} blockers stop the export.", blockers)
        )
        self.verdict.setVisible(blockers > 0)
        self.tick.setText(
            ntr("Export in spite of 1 warning", "Export in spite of {n} warnings", warnings)
        )

    def _go_to(self, index: QModelIndex) -> None:
        if not index.isValid():
            return
        finding = self.model.findings[index.row()]
        self.reject()
        if finding.block_id:
            self.navigate.emit(finding.block_id, finding.language)
        elif finding.endorsement_id:
            self.endorsement_requested.emit(finding.endorsement_id)

    # --- words

    def retranslate(self) -> None:
        """Reads every text again in the window's language."""
        self.setWindowTitle(tr("Export"))
        titles = (tr("Languages"), tr("File"), tr("Options"))
        for label, text in zip(self.titles, titles, strict=True):
            label.setText(text)
        for layout, button in self.layouts.items():
            button.setText(word(layout))
        self.formats[DOCX].setText(tr("Word document (.docx)"))
        self.formats[PDF].setText(tr("PDF for reading and printing (.pdf)"))
        self.formats[TXT].setText(tr("Plain text (.txt)"))
        self.formats[HTML].setText(tr("Text for a web page (.html)"))
        self.about_pdf.setText(
            tr(
                "LibreOffice was not found on this computer, so the program draws the PDF itself."
                " It looks as in the preview, but its Khmer text may not be found by a search or"
                " copied correctly."
            )
        )
        self.panel.retranslate()
        self._say_findings()
        self.buttons.say(tr("Export…"), tr("Cancel"))

    def _say_findings(self) -> None:
        self.found_title.setText(tr("Before it goes out"))
        self.list.setAccessibleName(tr("Findings for this document"))
        self.go.say(tr("Go to"), tr("Closes this and goes to the place"))
        self.clear.set_text(tr("Nothing stands in the way."))
        self._allow()

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()
