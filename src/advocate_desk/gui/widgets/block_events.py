"""What happens in the frames of a statement, told to its page in one place."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from PySide6.QtCore import QObject, QPoint, Signal

from advocate_desk.gui.widgets.text_cell import TextCell


class BlockEvents(QObject):
    """One set of signals for all frames, whichever of them exist at the moment."""

    made = Signal(object)
    edited = Signal(object)
    focused = Signal(object)
    unfocused = Signal(object)
    left_at = Signal(object, int)
    tabbed = Signal(object, int)
    entered = Signal(object)
    emptied = Signal(object)
    clicked = Signal(str)
    menu_wanted = Signal(str, QPoint)
    state_wanted = Signal(str, str, QPoint)
    comments_wanted = Signal(str)
    drag_wanted = Signal(str)
    frame_resized = Signal(str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        # The statement's own placeholders, for the menus of the cells.
        self.own_names: Callable[[], Iterable[str]] = tuple

    def listen_to(self, cell: TextCell) -> None:
        """Passes on what happens in a cell, and which cell it was."""
        cell.own_names = self.own_names
        cell.edited.connect(lambda: self.edited.emit(cell))
        cell.focused.connect(lambda: self.focused.emit(cell))
        cell.unfocused.connect(lambda: self.unfocused.emit(cell))
        cell.left_at.connect(lambda edge: self.left_at.emit(cell, edge))
        cell.tabbed.connect(lambda step: self.tabbed.emit(cell, step))
        cell.entered.connect(lambda: self.entered.emit(cell))
        cell.emptied.connect(lambda: self.emptied.emit(cell))
        self.made.emit(cell)
