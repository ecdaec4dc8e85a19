"""Backups every hour and at closing, and the reserve for a full disk."""

from __future__ import annotations

import shutil
from datetime import timedelta
from pathlib import Path

import pytest

from advocate_desk.desk.desk import Desk
from advocate_desk.model.errors import DeskError, DiskFull
from advocate_desk.store import backups as store_backups
from advocate_desk.store import ballast
from advocate_desk.store.backups import folder_of
from desk_making import START, block_ids, ids, river, texts


class Clock:
    """A clock that a test sets."""

    def __init__(self) -> None:
        self.hours = 0.0

    def __call__(self) -> str:
        return (START + timedelta(hours=self.hours)).isoformat()


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def office(tmp_path: Path, clock: Clock, monkeypatch: pytest.MonkeyPatch) -> Desk:
    monkeypatch.setattr(ballast, "SIZE", 64 * 1024)
    monkeypatch.setattr(ballast, "_PIECE", 16 * 1024)
    return Desk.create(tmp_path / "office.desk", now=clock, new_id=ids())


def backups(desk: Desk) -> list[str]:
    return sorted(path.name for path in folder_of(desk.path).glob("*.desk"))


def test_an_hour_of_work_is_backed_up_once(office: Desk, clock: Clock) -> None:
    assert office.keep() is None
    statement_id = river(office)
    assert office.keep() is None
    clock.hours = 0.9
    assert office.keep() is None
    clock.hours = 1.1
    made = office.keep()
    assert made is not None
    assert backups(office) == [made.name]
    clock.hours = 9
    assert office.keep() is None
    office.drafting.set_place(statement_id, "en", "Prek")
    assert office.keep() is not None
    office.close()


def test_undo_counts_as_a_change(office: Desk, clock: Clock) -> None:
    river(office)
    office.back_up()
    assert not office._file.has_unkept_changes
    office.history.undo()
    clock.hours = 2
    assert office.keep() is not None
    office.close()


def test_closing_backs_up_what_was_changed_and_nothing_else(office: Desk) -> None:
    statement_id = river(office)
    office.close()
    assert len(backups(office)) == 1
    again = Desk.open(office.path)
    assert texts(again, statement_id)
    again.close()
    assert len(backups(office)) == 1


def test_closing_without_a_backup_is_possible_and_closing_never_fails_for_one(
    office: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    river(office)

    def fail(*_: object) -> Path:
        raise DeskError("no backup")

    monkeypatch.setattr(store_backups, "back_up", fail)
    office.close()
    again = Desk.open(office.path)
    again.drafting.delete_statement(again.drafting.statements()[0].id)
    again.close(back_up=False)
    assert backups(office) == []


def test_a_twin_and_a_step_keep_nothing(office: Desk, clock: Clock) -> None:
    river(office)
    clock.hours = 2
    twin = office.twin()
    assert twin.keep() is None
    twin.close()
    with office.step("Several"):
        assert office.keep() is None
    office.close()


def test_a_reserve_lies_beside_the_desk_and_is_given_up_when_the_disk_is_full(
    office: Desk,
) -> None:
    statement_id = river(office)
    reserve = ballast.path_of(office.path)
    office.keep()
    assert reserve.stat().st_size == 64 * 1024
    fill_up(office)
    block_id = block_ids(office, statement_id)[1]
    with pytest.raises(DiskFull, match="A reserve was freed: do it again now") as full:
        office.drafting.write(block_id, "en", body="word " * 12_000)
    assert full.value.freed
    assert not reserve.exists()
    with pytest.raises(DiskFull, match="Delete something you do not need") as full:
        office.drafting.write(block_id, "en", body="word " * 12_000)
    assert not full.value.freed
    assert texts(office, statement_id)[1].startswith("We live")
    fill_up(office, pages=100_000)
    office.drafting.write(block_id, "en", body="word " * 12_000)
    office.keep()
    assert reserve.exists()
    office.close(back_up=False)


def fill_up(desk: Desk, pages: int = 1) -> None:
    """Let the desk file grow no further, as on a full disk."""
    connection = desk._file._connection
    assert connection is not None
    connection.script(f"PRAGMA max_page_count={pages}")


def test_on_a_disk_that_is_nearly_full_no_reserve_is_laid(
    office: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(ballast, "_LITTLE", 10**18)
    assert office.is_disk_nearly_full
    office.keep()
    assert not ballast.path_of(office.path).exists()
    office.close()


def test_a_reserve_that_cannot_be_laid_is_no_fault(
    office: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    ballast.path_of(office.path).with_name("office.desk-ballast.unfinished").mkdir()
    assert not ballast.lay(office.path)
    assert not ballast.spend(office.path)
    monkeypatch.setattr(shutil, "disk_usage", _no_disk)
    assert not office.is_disk_nearly_full
    office.close()


def _no_disk(_: Path) -> None:
    raise OSError("no disk")
