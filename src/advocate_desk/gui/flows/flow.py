"""What every group of flows offers to the window."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Protocol

Slot = Callable[[], object]


class Flow(Protocol):
    """Dialogs and verbs behind some actions of the table."""

    def slots(self) -> Mapping[str, Slot]:
        """Action id to what it does."""
        ...
