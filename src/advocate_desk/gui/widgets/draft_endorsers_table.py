"""The endorsers that were read from a document: number, names, acronym."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtWidgets import QHeaderView, QTableView, QWidget

from advocate_desk.gui.models.endorser_rows_model import EndorserRowsModel, RowColumn, read_rows
from advocate_desk.language.catalog import tr
from advocate_desk.model.draft import DraftEndorser, DraftEndorsers


class DraftEndorsersTable(QTableView):
    """A look only; the list is edited on the endorsers' page."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows = EndorserRowsModel(self)
        self.setModel(self.rows)
        self.setColumnHidden(RowColumn.RESULT, True)
        self.setSelectionBehavior(QTableView.SelectionBehavior.SelectRows)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setDefaultSectionSize(self.fontMetrics().height() + 12)
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        for column in (RowColumn.KHMER, RowColumn.ENGLISH):
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.Stretch)
        metrics = self.fontMetrics()
        header.resizeSection(RowColumn.ROW, metrics.horizontalAdvance("00000") + 16)
        header.resizeSection(RowColumn.ACRONYM, metrics.horizontalAdvance("MMMMMMMM") + 16)

    def show_endorsers(self, endorsers: Sequence[DraftEndorser]) -> None:
        """Shows endorsers, numbered as they will stand on the list."""
        numbered = tuple(
            replace(endorser, row=number) for number, endorser in enumerate(endorsers, start=1)
        )
        draft = DraftEndorsers(len(numbered), numbered)
        self.rows.show(read_rows(draft, frozenset()))

    def retranslate(self) -> None:
        """Reads every text again in the window's language."""
        self.setAccessibleName(tr("Endorsers that were read"))
