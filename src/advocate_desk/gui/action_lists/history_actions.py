"""The actions of the history."""

from __future__ import annotations

from advocate_desk.gui.action_spec import ActionSpec

HISTORY: tuple[ActionSpec, ...] = ()
