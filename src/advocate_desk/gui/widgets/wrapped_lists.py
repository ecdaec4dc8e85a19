"""Lists whose lines wrap instead of running out at the side."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QListView

from advocate_desk.gui.widgets.wrapped_delegate import WrappedDelegate


def keep_width(view: QListView) -> None:
    """A list that is never scrolled sideways; its lines wrap where they have spaces."""
    view.setWordWrap(True)
    view.setResizeMode(QListView.ResizeMode.Adjust)
    view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)


def wrap_lines(view: QListView) -> None:
    """The same for lines that are only read or chosen: Khmer wraps between words, too."""
    keep_width(view)
    view.setItemDelegate(WrappedDelegate(view))
