"""The panels of the dock beside the text."""

from __future__ import annotations

from advocate_desk.gui.operations import Operations
from advocate_desk.gui.widgets.changes_panel import ChangesPanel
from advocate_desk.gui.widgets.comments_panel import CommentsPanel
from advocate_desk.gui.widgets.memory_panel import MemoryPanel
from advocate_desk.gui.widgets.terms_panel import TermsPanel
from advocate_desk.gui.widgets.translation_dock import PlacePanel


def panels(operations: Operations) -> dict[str, PlacePanel]:
    """Name to panel, in the order of their tabs."""
    return {
        "changes": ChangesPanel(operations),
        "memory": MemoryPanel(operations),
        "terms": TermsPanel(operations),
        "comments": CommentsPanel(operations),
    }
