"""Which icon and tint a severity, an answer or a way of showing a name has."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtGui import QPalette

from advocate_desk.gui.colours import Colours, Tint
from advocate_desk.gui.models.endorsements_table_model import short_word
from advocate_desk.gui.theme import colours
from advocate_desk.gui.widgets.chip import Chip
from advocate_desk.language.catalog import tr
from advocate_desk.model.kinds import EndorsementState, Severity, ShowAs
from advocate_desk.model.words import word

_ANSWERS: Mapping[EndorsementState, str] = {
    EndorsementState.INVITED: "look",
    EndorsementState.REMINDED: "warn",
    EndorsementState.CONFIRMED: "good",
    EndorsementState.DECLINED: "quiet",
    EndorsementState.NO_ANSWER: "quiet",
    EndorsementState.WITHDRAWN: "bad",
}
_SEVERITIES: Mapping[Severity, str] = {
    Severity.BLOCKER: "bad",
    Severity.WARNING: "warn",
    Severity.HINT: "quiet",
}


def severity_chip(severity: Severity, palette: QPalette) -> Chip:
    """How grave a finding is."""
    tint = _tint(colours(palette), _SEVERITIES[severity])
    return Chip(word(severity), f"finding_{severity.value}", tint)


def answer_chip(state: EndorsementState, palette: QPalette) -> Chip:
    """Where an endorser's answer stands."""
    return Chip(word(state), f"answer_{state.value}", _tint(colours(palette), _ANSWERS[state]))


def show_as_chip(show_as: ShowAs, palette: QPalette) -> Chip:
    """Whether a name is printed."""
    is_withheld = show_as is ShowAs.WITHHELD
    icon, kind = ("name_withheld", "warn") if is_withheld else ("name_shown", "quiet")
    return Chip(short_word(show_as), icon, _tint(colours(palette), kind))


def earlier_chip(palette: QPalette) -> Chip:
    """That an endorser agreed to an earlier text."""
    return Chip(tr("earlier text"), "state_stale", _tint(colours(palette), "warn"))


def _tint(known: Colours, kind: str) -> Tint:
    return {
        "look": known.look,
        "warn": known.warn,
        "good": known.good,
        "quiet": known.quiet,
        "bad": known.bad,
    }[kind]
