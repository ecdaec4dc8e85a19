"""The actions of the checks."""

from __future__ import annotations

from advocate_desk.gui.action_spec import ActionSpec

CHECK: tuple[ActionSpec, ...] = ()
