"""The actions of the memory."""

from __future__ import annotations

from advocate_desk.gui.action_spec import ActionSpec

MEMORY: tuple[ActionSpec, ...] = ()
