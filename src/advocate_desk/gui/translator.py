"""Qt's own few texts, from our catalogue."""

from __future__ import annotations

from PySide6.QtCore import QTranslator
from typing_extensions import override

from advocate_desk.language import catalog


class QtTexts(QTranslator):
    """Answers Qt's questions for its own texts; `None` means: keep the English one."""

    @override
    def isEmpty(self) -> bool:
        return False

    @override
    def translate(
        self,
        context: str,
        sourceText: str,
        disambiguation: str | None = None,
        n: int = -1,
    ) -> str | None:
        return catalog.qt_text(context, sourceText)
