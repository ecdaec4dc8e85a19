"""The panels at both sides of the window."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDockWidget, QTabWidget, QWidget

from advocate_desk.gui.main_window import DOCKS, MainWindow, hollow

LEFT_WIDTH, RIGHT_WIDTH = 262, 268
_LEFT = frozenset({"statements"})


def make_docks(window: MainWindow) -> dict[str, QDockWidget]:
    """Empty panels: statements at the left, the others at the right."""
    docks = {name: _dock(window, name) for name in DOCKS}
    sides = [docks["statements"], docks["clauses"]]
    # Library and translation are tabs of one place: a small screen has no room for three panels.
    window.setTabPosition(Qt.DockWidgetArea.RightDockWidgetArea, QTabWidget.TabPosition.North)
    window.tabifyDockWidget(docks["clauses"], docks["translation"])
    for name in ("clauses", "translation"):
        docks[name].setTitleBarWidget(QWidget())  # the tab says it
    docks["clauses"].raise_()
    window.resizeDocks(sides, [LEFT_WIDTH, RIGHT_WIDTH], Qt.Orientation.Horizontal)
    return docks


def _dock(window: MainWindow, name: str) -> QDockWidget:
    dock = QDockWidget(window)
    dock.setObjectName(name)
    dock.setFeatures(QDockWidget.DockWidgetFeature.NoDockWidgetFeatures)
    host = QWidget()
    hollow(host)
    dock.setWidget(host)
    left, right = Qt.DockWidgetArea.LeftDockWidgetArea, Qt.DockWidgetArea.RightDockWidgetArea
    window.addDockWidget(left if name in _LEFT else right, dock)
    return dock
