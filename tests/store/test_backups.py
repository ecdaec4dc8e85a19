from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from advocate_desk.model.errors import DeskError
from advocate_desk.store import backups
from advocate_desk.store.desk_file import DeskFile
from store.desks import block, clock, dump, id_maker, insert_clause, insert_statement
from store.test_desk_file import reopened

NOW = datetime(2026, 6, 30, 12, tzinfo=UTC)


def files_of(desk: DeskFile) -> list[str]:
    return sorted(path.name for path in backups.folder_of(desk.path).iterdir())


def test_a_backup_is_a_whole_desk_of_its_own(desk: DeskFile) -> None:
    insert_statement(desk, block(desk, items=(block(desk),)))
    insert_clause(desk, "Save the lake")
    backup = desk.back_up()
    assert backup.parent.name == "office.desk-backups"
    assert dump(backup) == dump(desk.path)
    copy = reopened(backup)
    assert len(copy.clauses.search("lake")) == 1
    copy.close()
    assert files_of(desk) == [backup.name]


def test_a_twin_can_make_a_backup_while_the_desk_is_written_to(desk: DeskFile) -> None:
    twin = desk.twin()
    insert_statement(desk)
    assert dump(twin.back_up()) == dump(desk.path)
    with pytest.raises(DeskError, match="reading only"), twin.step("Write"):
        pass
    twin.close()


def test_two_backups_in_the_same_second_are_two_files(desk: DeskFile) -> None:
    desk.now = lambda: "2026-06-30T12:00:00.250Z"
    desk.back_up()
    desk.back_up()
    assert files_of(desk) == ["20260630T120000Z-2.desk", "20260630T120000Z.desk"]
    newest = backups.newest(desk.path)
    assert newest is not None
    assert newest.name == "20260630T120000Z-2.desk"


def test_a_backup_is_named_in_universal_time(desk: DeskFile) -> None:
    desk.now = lambda: "2026-06-30T19:00:00+07:00"
    assert desk.back_up().name == "20260630T120000Z.desk"
    desk.now = lambda: "2026-06-30T12:00:01"
    assert desk.back_up().name == "20260630T120001Z.desk"


def test_a_backup_that_did_not_come_out_whole_is_refused_and_removed(
    desk: DeskFile, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept = desk.back_up()
    insert_statement(desk)

    def cut(target: Path) -> None:
        target.write_bytes(desk.path.read_bytes()[:8192])

    assert desk._connection is not None
    monkeypatch.setattr(desk._connection, "write_copy", cut)
    with pytest.raises(DeskError, match="No backup of “office"):
        desk.back_up()
    assert files_of(desk) == [kept.name]


def test_a_backup_with_a_row_missing_is_refused(
    desk: DeskFile, monkeypatch: pytest.MonkeyPatch
) -> None:
    older = desk.back_up()
    insert_statement(desk)

    def outdated(target: Path) -> None:
        target.write_bytes(older.read_bytes())

    assert desk._connection is not None
    monkeypatch.setattr(desk._connection, "write_copy", outdated)
    with pytest.raises(DeskError, match="No backup"):
        desk.back_up()


def test_what_is_left_of_an_unfinished_backup_does_no_harm(desk: DeskFile) -> None:
    folder = backups.folder_of(desk.path)
    folder.mkdir()
    (folder / "20260105T080000Z.unfinished").write_text("cut short")
    desk.now = lambda: "2026-01-05T08:00:00+00:00"
    desk.back_up()
    assert files_of(desk) == ["20260105T080000Z.desk"]


def test_old_backups_are_thinned_out_and_strange_files_left_alone(desk: DeskFile) -> None:
    folder = backups.folder_of(desk.path)
    folder.mkdir()
    (folder / "my own copy.desk").write_text("mine")
    for hour in range(50):
        desk.now = (NOW + timedelta(hours=hour)).isoformat
        desk.back_up()
    found = files_of(desk)
    assert "my own copy.desk" in found
    assert len(found) == 1 + 24 + 1  # mine, those of a day, the last one of the day before


def test_without_a_backup_there_is_no_newest(tmp_path: Path) -> None:
    assert backups.newest(tmp_path / "office.desk") is None


def test_days_weeks_and_months_keep_their_newest_backup() -> None:
    hourly = [NOW - timedelta(hours=hours) for hours in range(24 * 365)]
    kept = sorted(backups.kept(hourly, NOW), reverse=True)
    assert kept[:24] == hourly[:24]
    assert len({moment.date() for moment in kept}) >= 14
    assert min(kept) == datetime(2026, 1, 31, 23, tzinfo=UTC)
    assert len(kept) < 24 + 14 + 8 + 6


@settings(max_examples=50)
@given(st.sets(st.integers(-100, 2000), min_size=1))
def test_the_newest_backup_always_stays(hours: set[int]) -> None:
    moments = [NOW - timedelta(hours=number) for number in hours]
    kept = backups.kept(moments, NOW)
    assert max(moments) in kept
    assert kept <= set(moments)
    assert backups.kept(list(kept), NOW) == kept


def test_ids_and_clock_of_the_tests_are_the_same_in_every_run() -> None:
    assert [id_maker()(), clock()()] == [id_maker()(), clock()()]
