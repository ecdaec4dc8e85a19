"""Qt's own few texts, from our catalogue."""

from __future__ import annotations

from PySide6.QtCore import QTranslator

from advocate_desk.gui.overrides import override
from advocate_desk.language import catalog


class QtTexts(QTranslator):
    """Answers Qt's questions for its own texts; `None` means: keep the English one."""

    @override
    def isEmpty(self) -> bool:
        """Never, or Qt would tell nobody that the language changed."""
        return False

    @override
    def translate(
        self,
        context: str,
        source_text: str,
        _disambiguation: str | None = None,
        _n: int = -1,
    ) -> str | None:
        """The translation of one text."""
        return catalog.qt_text(context, source_text)
