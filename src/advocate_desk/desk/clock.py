"""The time, handed in so that tests are exact."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime

Now = Callable[[], str]


def utc_now() -> str:
    """The time as ISO 8601 in UTC, to the millisecond."""
    return datetime.now(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")


def local_day(when: str) -> str:
    """The day of a time as people here call it, as ISO 8601."""
    return datetime.fromisoformat(when).astimezone().date().isoformat()
