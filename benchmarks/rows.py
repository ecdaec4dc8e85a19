"""One row of the table of speeds."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Row:
    """What was measured, beside a named peer or a fixed bound.

    `most` is the largest allowed ratio to the peer or, without a peer, the largest value; `least`
    instead is the smallest value, for what should be high.
    """

    what: str
    value: float
    unit: str
    peer: str = ""
    peer_value: float = 0.0
    most: float = 0.0
    least: float | None = None

    @property
    def ratio(self) -> float:
        """The value as a multiple of the peer's."""
        return self.value / self.peer_value if self.peer_value else 0.0

    @property
    def kept(self) -> bool:
        """Whether the bound holds."""
        if self.least is not None:
            return self.value >= self.least
        return (self.ratio if self.peer else self.value) <= self.most

    def text(self) -> str:
        """The row as it is printed."""
        beside = f"{self.peer} {self.peer_value:.1f} {self.unit}" if self.peer else ""
        shown = f"{self.ratio:.2f} ×" if self.peer else ""
        bound = f"≤ {self.most:g} ×" if self.peer else f"≤ {self.most:g} {self.unit}"
        if self.least is not None:
            bound = f"≥ {self.least:g} {self.unit}"
        mark = "yes" if self.kept else "NO"
        return (
            f"{self.what:<56}{self.value:>9.2f} {self.unit:<4}{beside:<34}{shown:>8}  "
            f"{bound:<12}{mark}"
        )
