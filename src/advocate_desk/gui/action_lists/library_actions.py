"""The actions of the library."""

from __future__ import annotations

from advocate_desk.gui.action_spec import ActionSpec

LIBRARY: tuple[ActionSpec, ...] = ()
