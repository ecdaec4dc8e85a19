"""The actions of the translation."""

from __future__ import annotations

from advocate_desk.gui.action_spec import ActionSpec

TRANSLATION: tuple[ActionSpec, ...] = ()
