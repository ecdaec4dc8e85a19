"""How the document is to look: what an export may choose beside its languages and its format."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtWidgets import QCheckBox, QComboBox, QGridLayout, QLabel, QWidget

from advocate_desk.exporters.blocks import ExportOptions
from advocate_desk.gui.style_words import style_word
from advocate_desk.language.catalog import current, tr
from advocate_desk.language.numbers import in_digits
from advocate_desk.model.kinds import SHIPPED_LANGUAGES
from advocate_desk.model.looks import KnownStyle
from advocate_desk.model.words import language_word

COLUMNS = (0, 1, 2, 3)
DESK, ALPHABET = ORDERS = ("desk", "alphabet")
_EMBEDDED = frozenset({"docx", "pdf"})
_PAGED = _EMBEDDED
_SOFT = frozenset({"docx", "html"})


class ExportOptionsPanel(QWidget):
    """Options in, options out; `allow` greys out what a format or layout has no use for."""

    def __init__(self, styles: Sequence[KnownStyle] = (), parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._styles = tuple(styles)
        self._options = ExportOptions()
        self.style_box, self.left, self.columns, self.order = (QComboBox() for _ in range(4))
        self.style_box.addItem("", "")
        for style in self._styles:
            self.style_box.addItem("", style.name)
        for box, values in (
            (self.left, SHIPPED_LANGUAGES),
            (self.columns, COLUMNS),
            (self.order, ORDERS),
        ):
            for value in values:
                box.addItem("", value)
        self.group, self.count, self.numbers, self.embed, self.soft = (
            QCheckBox() for _ in range(5)
        )
        self._boxes = (self.style_box, self.left, self.columns, self.order)
        self._labels = [QLabel() for _ in self._boxes]
        self._lay_out()

    def _lay_out(self) -> None:
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(10)
        grid.setVerticalSpacing(8)
        grid.setColumnStretch(1, 1)
        for row, (label, box) in enumerate(zip(self._labels, self._boxes, strict=True)):
            box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
            label.setBuddy(box)
            grid.addWidget(label, row, 0)
            grid.addWidget(box, row, 1)
        start = len(self._boxes)
        checks = (self.group, self.count, self.numbers, self.embed, self.soft)
        for row, check in enumerate(checks, start):
            grid.addWidget(check, row, 0, 1, 2)

    # --- the choice

    def show_options(self, options: ExportOptions, style: str = "") -> None:
        """Shows options; what this panel does not ask for stays as it is."""
        self._options = options
        self.style_box.setCurrentIndex(max(self.style_box.findData(style), 0))
        self.left.setCurrentIndex(max(self.left.findData(options.left), 0))
        self.columns.setCurrentIndex(self.columns.findData(options.endorser_columns))
        self.order.setCurrentIndex(self.order.findData(options.endorser_order))
        self.group.setChecked(options.group_endorsers)
        self.count.setChecked(options.count_line)
        self.numbers.setChecked(options.page_numbers)
        self.embed.setChecked(options.embed_fonts)
        self.soft.setChecked(options.soft_breaks)

    def options(self) -> ExportOptions:
        """What was chosen."""
        return replace(
            self._options,
            left=str(self.left.currentData()),
            endorser_columns=int(self.columns.currentData()),
            endorser_order=str(self.order.currentData()),
            group_endorsers=self.group.isChecked(),
            count_line=self.count.isChecked(),
            page_numbers=self.numbers.isChecked(),
            embed_fonts=self.embed.isChecked(),
            soft_breaks=self.soft.isChecked(),
        )

    @property
    def style_name(self) -> str:
        """The style for this document alone; empty for the statement's own."""
        return str(self.style_box.currentData())

    def allow(self, file_format: str, *, side_by_side: bool) -> None:
        """Lets only those be chosen that make a difference."""
        paged = file_format in _PAGED
        for widget in (self.style_box, self.columns, self.numbers):
            widget.setEnabled(paged)
        self.embed.setEnabled(file_format in _EMBEDDED)
        self.soft.setEnabled(file_format in _SOFT)
        self.left.setEnabled(side_by_side)
        for label, box in zip(self._labels, self._boxes, strict=True):
            label.setEnabled(box.isEnabled())

    # --- words

    def retranslate(self) -> None:
        """Reads every text again in the window's language."""
        words = (tr("Style"), tr("On the left"), tr("Endorsers in"), tr("Order of endorsers"))
        names = (*words[:2], tr("Columns of the endorser list"), words[3])
        for label, box, text, name in zip(self._labels, self._boxes, words, names, strict=True):
            label.setText(text)
            box.setAccessibleName(name)
        self.style_box.setItemText(0, tr("As the statement has it"))
        for index, style in enumerate(self._styles, start=1):
            self.style_box.setItemText(index, style_word(style))
        for index, code in enumerate(SHIPPED_LANGUAGES):
            self.left.setItemText(index, language_word(code))
        for index, count in enumerate(COLUMNS):
            self.columns.setItemText(index, _columns_word(count))
        self.order.setItemText(0, tr("as arranged"))
        self.order.setItemText(1, tr("by the alphabet"))
        self._say_checks()

    def _say_checks(self) -> None:
        self.group.setText(tr("Group endorsers by kind"))
        self.count.setText(tr("Count of endorsers with its date"))
        self.count.setToolTip(
            tr("As in “102 organisations as of 28 July 2025”; withheld ones are counted too.")
        )
        self.numbers.setText(tr("Page numbers"))
        self.embed.setText(tr("Embed the Khmer fonts"))
        self.embed.setToolTip(tr("The document looks the same where the fonts are missing."))
        self.soft.setText(tr("Mark where Khmer words end"))
        self.soft.setToolTip(
            tr("For ONLYOFFICE, Google Docs and web pages; Word and LibreOffice do without.")
        )


def _columns_word(count: int) -> str:
    if count == 0:
        return tr("columns by length")
    number = in_digits(count, current())
    return tr("1 column") if count == 1 else tr("{count} columns", count=number)
