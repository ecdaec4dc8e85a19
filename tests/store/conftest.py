"""A desk for each test of the store."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from advocate_desk.store.desk_file import DeskFile
from store.desks import make_desk


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[DeskFile]:
    """An empty desk, open for writing."""
    desk = make_desk(tmp_path / "office.desk")
    yield desk
    desk.close()
