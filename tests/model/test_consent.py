"""The day of an answer is one that has begun where people are."""

from __future__ import annotations

from collections.abc import Iterator
from os import environ
from time import tzset

import pytest

from advocate_desk.model.consent import checked_day
from advocate_desk.model.errors import DeskError

LATE = "2026-01-05T20:00:00Z"


@pytest.fixture(params=["UTC", "Asia/Phnom_Penh", "America/New_York"])
def zone(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """A computer that stands somewhere."""
    before = environ.get("TZ")
    monkeypatch.setenv("TZ", request.param)
    tzset()
    yield str(request.param)
    monkeypatch.undo()
    assert environ.get("TZ") == before
    tzset()


def test_today_is_the_day_of_people_here(zone: str) -> None:
    today = "2026-01-06" if zone == "Asia/Phnom_Penh" else "2026-01-05"
    assert checked_day("", LATE) == today
    assert checked_day(today, LATE) == today


def test_tomorrow_is_refused_at_any_hour(zone: str) -> None:
    tomorrow = "2026-01-07" if zone == "Asia/Phnom_Penh" else "2026-01-06"
    with pytest.raises(DeskError, match="has not come yet"):
        checked_day(tomorrow, LATE)


def test_what_is_no_day_is_refused() -> None:
    for text in ("soon", "2026-02-30", "05/01/2026"):
        with pytest.raises(DeskError, match="is no date"):
            checked_day(text, LATE)
