"""A button with an icon and its word beside it; the icon follows the palette."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QAction, QPalette
from PySide6.QtWidgets import QMenu, QToolButton, QWidget
from typing_extensions import override

from advocate_desk.gui.icons import icon

AROUND = 26


class IconButton(QToolButton):
    """Icon and word, also by keyboard; with a menu it opens the menu at once."""

    def __init__(self, icon_name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icon_name = icon_name
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setIconSize(QSize(16, 16))
        self._tint()

    def give_menu(self) -> QMenu:
        """A menu that opens with the button."""
        menu = QMenu(self)
        self.setMenu(menu)
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        return menu

    def say(self, text: str, tip: str = "") -> None:
        """Gives the button its word and what it does."""
        self.setText(f"{text} ▾" if self.menu() else text)
        self.setToolTip(tip or text)
        self.setAccessibleName(text)

    @override
    def sizeHint(self) -> QSize:
        """Icon and word with little around them: the style's own hint is far wider."""
        word = self.fontMetrics().horizontalAdvance(self.text())
        return QSize(self.iconSize().width() + word + AROUND, super().sizeHint().height())

    def _tint(self) -> None:
        role, group = QPalette.ColorRole.ButtonText, QPalette.ColorGroup
        colour = self.palette().color(role).name()
        faint = self.palette().color(group.Disabled, role).name()
        self.setIcon(icon(self._icon_name, colour, faint))

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.PaletteChange:
            self._tint()


def add_to(menu: QMenu, name: str) -> QAction:
    """An action of a menu, found by name in tests and by screen readers."""
    action = menu.addAction("")
    action.setObjectName(name)
    return action
