"""What the actions of the checks do."""

from __future__ import annotations

from collections.abc import Mapping

from advocate_desk.gui.flows.flow import Slot
from advocate_desk.gui.workplace import Workplace


class CheckFlows:
    """Connects the actions of the checks to one open desk."""

    def __init__(self, place: Workplace) -> None:
        self._place = place

    def slots(self) -> Mapping[str, Slot]:
        """Action id to what it does."""
        return {}
