"""The actions of the glossary."""

from __future__ import annotations

from advocate_desk.gui.action_spec import ActionSpec

GLOSSARY: tuple[ActionSpec, ...] = ()
