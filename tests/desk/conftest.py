"""A desk for each test."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from advocate_desk.desk.desk import Desk
from desk_making import make_desk


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    """An empty desk, open for writing."""
    opened = make_desk(tmp_path / "office.desk")
    yield opened
    opened.close(back_up=False)  # the files of a test are gone at once
