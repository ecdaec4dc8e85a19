"""The colours of the window, light and dark: palettes of our own over the Fusion style."""

from __future__ import annotations

from PySide6.QtGui import QColor, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication

from advocate_desk.gui.colours import DARK_COLOURS, LIGHT_COLOURS, Colours
from advocate_desk.gui.theme_sheet import sheet

SYSTEM, LIGHT, DARK = "system", "light", "dark"


def colours(palette: QPalette) -> Colours:
    """The colours that go with a palette of ours; widgets ask again when theirs changes."""
    dark = palette.color(QPalette.ColorRole.Window).lightness() < 128
    return DARK_COLOURS if dark else LIGHT_COLOURS


def is_dark(wish: str) -> bool:
    """Whether a wish of the settings means dark now; `system` asks the system."""
    if wish != SYSTEM:
        return wish == DARK
    from PySide6.QtCore import Qt  # takes 20 ms: not before the first paint

    return QGuiApplication.styleHints().colorScheme() == Qt.ColorScheme.Dark


def was_dark(wish: str, given: QPalette) -> bool:
    """The same before the first paint, read from the palette the system gave."""
    return wish == DARK or (wish == SYSTEM and colours(given) is DARK_COLOURS)


def apply(application: QApplication, *, dark: bool) -> None:
    """Gives every window these colours, at once."""
    chosen = DARK_COLOURS if dark else LIGHT_COLOURS
    application.setPalette(palette(chosen))
    wanted = sheet(chosen)
    if application.styleSheet() != wanted:  # setting it polishes every widget anew
        application.setStyleSheet(wanted)


def palette(chosen: Colours) -> QPalette:
    """The palette of a set of colours."""
    role = QPalette.ColorRole
    made = QPalette()
    for which, colour in {
        role.Window: chosen.window,
        role.WindowText: chosen.text,
        role.Base: chosen.base,
        role.AlternateBase: chosen.raised,
        role.Text: chosen.text,
        role.Button: chosen.raised,
        role.ButtonText: chosen.text,
        role.BrightText: chosen.bad.text,
        role.ToolTipBase: chosen.raised,
        role.ToolTipText: chosen.text,
        role.PlaceholderText: chosen.muted,
        role.Highlight: chosen.accent,
        role.HighlightedText: chosen.on_accent,
        role.Accent: chosen.accent,
        role.Link: chosen.accent,
        role.LinkVisited: chosen.accent,
        role.Light: chosen.raised,
        role.Midlight: chosen.hover,
        role.Mid: chosen.border,
        role.Dark: chosen.strong_border,
        role.Shadow: chosen.border,
    }.items():
        made.setColor(which, QColor(colour))
    for which in (role.Text, role.WindowText, role.ButtonText):
        made.setColor(QPalette.ColorGroup.Disabled, which, QColor(chosen.strong_border))
    return made
