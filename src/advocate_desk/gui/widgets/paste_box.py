"""A field to paste a list into; what a mail or browser marked up keeps its lists and tables."""

from __future__ import annotations

import re

from PySide6.QtCore import QMimeData
from PySide6.QtWidgets import QPlainTextEdit, QWidget
from typing_extensions import override

_WORTH_IT = re.compile(r"<(?:table|li)\b", re.IGNORECASE)
MOST_PAGE = 20_000_000


class PasteBox(QPlainTextEdit):
    """Shows plain text; `page` is the markup it was pasted from, while nothing was typed since."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.page = ""
        self._is_pasting = False
        self.setTabChangesFocus(True)
        self.textChanged.connect(self._forget_page)

    def _forget_page(self) -> None:
        if not self._is_pasting:
            self.page = ""

    @override
    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        """Files are dropped on the dialog, which reads them."""
        return not source.hasUrls() and super().canInsertFromMimeData(source)

    @override
    def insertFromMimeData(self, source: QMimeData) -> None:
        page = source.html() if source.hasHtml() and not self._has_other_text() else ""
        if not (page and len(page) <= MOST_PAGE and _WORTH_IT.search(page)):
            super().insertFromMimeData(source)
            return
        self._is_pasting = True
        self.setPlainText(source.text())
        self._is_pasting = False
        self.page = page

    def _has_other_text(self) -> bool:
        chosen = self.textCursor().selectedText()
        return len(chosen) < len(self.toPlainText().strip())
