"""What the classes of a match are called, and which icon and tint they have."""

from __future__ import annotations

from PySide6.QtGui import QPalette

from advocate_desk.gui.theme import colours
from advocate_desk.gui.widgets.chip import Chip
from advocate_desk.language.catalog import tr
from advocate_desk.model.registry import MatchClass

_ICONS = {
    MatchClass.SAME: "answer_confirmed",
    MatchClass.PROBABLE: "link",
    MatchClass.LOOK_ALIKE: "finding_warning",
    MatchClass.NEW: "add",
}


def match_word(match_class: MatchClass) -> str:
    """A class in the language of the window."""
    return {
        MatchClass.SAME: tr("The same"),
        MatchClass.PROBABLE: tr("Probably the same"),
        MatchClass.LOOK_ALIKE: tr("Only looks alike"),
        MatchClass.NEW: tr("New"),
    }[match_class]


def match_chip(match_class: MatchClass, palette: QPalette) -> Chip:
    """A class as icon and word."""
    known = colours(palette)
    tint = {
        MatchClass.SAME: known.good,
        MatchClass.PROBABLE: known.look,
        MatchClass.LOOK_ALIKE: known.warn,
        MatchClass.NEW: known.quiet,
    }[match_class]
    return Chip(match_word(match_class), _ICONS[match_class], tint)
