"""One line of the table of actions."""

from __future__ import annotations

from typing import NamedTuple


class ActionSpec(NamedTuple):
    """One action. `text` and `help` are catalogue texts; keys are written as Qt reads them.

    A spec with `group` is one choice of an exclusive group. `break_before` draws a line above it
    in its menu; `submenu` names the submenu it stands in.
    """

    id: str
    text: str
    menu: str
    shortcut: str = ""
    help: str = ""
    icon: str = ""
    group: str = ""
    checkable: bool = False
    break_before: bool = False
    submenu: str = ""
