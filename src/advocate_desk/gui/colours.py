"""Every colour of the program, light and dark."""

from __future__ import annotations

from typing import NamedTuple


class Tint(NamedTuple):
    """Writing and ground of a chip or a notice; their contrast is at least 4.5 to 1."""

    text: str
    ground: str


class Colours(NamedTuple):
    """Every colour the program uses."""

    window: str
    base: str
    raised: str
    text: str
    muted: str
    border: str
    strong_border: str
    accent: str
    on_accent: str
    selected: str
    hover: str
    quiet: Tint
    good: Tint
    look: Tint
    warn: Tint
    bad: Tint


LIGHT_COLOURS = Colours(
    window="#f3f4f6",
    base="#ffffff",
    raised="#fafbfc",
    text="#1c2127",
    muted="#57606a",
    border="#d9dee4",
    strong_border="#8a94a0",
    accent="#1c5d99",
    on_accent="#ffffff",
    selected="#dce9f6",
    hover="#e9edf1",
    quiet=Tint("#4b5560", "#e9ecef"),
    good=Tint("#14602f", "#dcf1e2"),
    look=Tint("#1d4f86", "#dfebf8"),
    warn=Tint("#7a4a00", "#fdecc8"),
    bad=Tint("#9b1c1c", "#fbe1e0"),
)

DARK_COLOURS = Colours(
    window="#1d2024",
    base="#25292e",
    raised="#2a2f35",
    text="#e7eaed",
    muted="#a9b2bc",
    border="#3a4048",
    strong_border="#7c8794",
    accent="#7db8f0",
    on_accent="#10202f",
    selected="#2c4158",
    hover="#31363d",
    quiet=Tint("#c3cad2", "#373d45"),
    good=Tint("#9fdcb2", "#1f3b2a"),
    look=Tint("#a8cdf5", "#223a54"),
    warn=Tint("#f3cd84", "#443516"),
    bad=Tint("#f5aeab", "#4c2526"),
)
