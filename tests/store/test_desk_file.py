from __future__ import annotations

from pathlib import Path

import pytest
import sqlcipher3

from advocate_desk.model.errors import DeskError, DeskFileRefused
from advocate_desk.model.kinds import StatementKind
from advocate_desk.model.statement import Statement
from advocate_desk.store import migrations, opening
from advocate_desk.store.connection import (
    Access,
    DatabaseError,
    IntegrityError,
    OperationalError,
    OutsideStepError,
    connect,
    refusals_of_the_disk,
)
from advocate_desk.store.desk_file import DeskFile, open_desk
from store.desks import block, clock, dump, id_maker, insert_statement, make_desk


def reopened(path: Path, *, read_only: bool = False) -> DeskFile:
    return open_desk(path, now=clock(), new_id=id_maker(), read_only=read_only)


def test_what_was_written_is_there_after_closing_and_opening(desk: DeskFile) -> None:
    statement = insert_statement(desk, block(desk, km="ដីធ្លី", en="our land"))
    desk.close()
    again = reopened(desk.path)
    assert again.statements.get(statement.id).blocks == statement.blocks
    again.close()


def test_a_closed_desk_is_one_file(desk: DeskFile) -> None:
    insert_statement(desk)
    desk.close()
    assert [path.name for path in desk.path.parent.iterdir()] == ["office.desk"]


def test_closing_twice_does_no_harm(desk: DeskFile) -> None:
    desk.close()
    desk.close()
    with pytest.raises(RuntimeError, match="closed"), desk.step("Too late"):
        pass


def test_a_twin_reads_what_was_committed_and_writes_nothing(desk: DeskFile) -> None:
    statement = insert_statement(desk)
    twin = desk.twin()
    assert [row.id for row in twin.statements.all()] == [statement.id]
    with pytest.raises(DeskFileRefused, match="reading only"), twin.step("Write"):
        pass
    with pytest.raises(DeskFileRefused, match="reading only"):
        twin.undo()
    with pytest.raises(OutsideStepError):
        twin.settings.set("a", "b")
    assert (twin.undo_label, twin.redo_label) == ("", "")
    twin.close()


def test_a_twin_can_be_used_in_another_thread(desk: DeskFile) -> None:
    from concurrent.futures import ThreadPoolExecutor

    insert_statement(desk)
    twin = desk.twin()
    with ThreadPoolExecutor(1) as pool:
        assert len(pool.submit(twin.statements.all).result()) == 1
        pool.submit(twin.close).result()


def test_a_twin_does_not_see_an_unfinished_step(desk: DeskFile) -> None:
    twin = desk.twin()
    with desk.step("Half"):
        desk.settings.set("coalition", "half")
        assert twin.settings.get("coalition") == ""
    assert twin.settings.get("coalition") == "half"
    twin.close()


def test_a_desk_closed_while_a_twin_reads_loses_nothing(desk: DeskFile) -> None:
    twin = desk.twin()
    insert_statement(desk)
    desk.close()
    assert len(twin.statements.all()) == 1
    twin.close()
    assert [path.name for path in desk.path.parent.iterdir()] == ["office.desk"]


def test_writing_outside_a_step_is_a_fault_of_the_program(desk: DeskFile) -> None:
    with pytest.raises(OutsideStepError):
        desk.statements.insert(Statement(desk.new_id(), StatementKind.PETITION))


def test_the_triggers_too_refuse_a_write_outside_a_step(desk: DeskFile) -> None:
    assert desk._connection is not None
    with (
        pytest.raises(IntegrityError, match="inside a step"),
        desk._connection.transaction(),
    ):
        desk.settings.set("a", "b")


def test_a_step_that_raises_leaves_nothing(desk: DeskFile) -> None:
    def broken() -> None:
        with desk.step("Broken"):
            desk.statements.insert(Statement(desk.new_id(), StatementKind.PETITION))
            desk.statements.touch("no such statement")

    before = dump(desk.path)
    with pytest.raises(KeyError):
        broken()
    assert dump(desk.path) == before
    assert desk.undo_label == ""


def test_a_step_inside_a_step_joins_it(desk: DeskFile) -> None:
    with desk.step("Outer"):
        desk.settings.set("a", "1")
        with desk.step("Inner"):
            desk.settings.set("b", "2")
    assert desk.undo_label == "Outer"
    desk.undo()
    assert (desk.settings.get("a"), desk.settings.get("b")) == ("", "")
    assert desk.undo_label == ""


def broken_step(desk: DeskFile) -> None:
    with desk.step("Inner"):
        desk.settings.set("b", "2")
        raise KeyError


def test_an_inner_step_that_raises_takes_the_outer_one_along(desk: DeskFile) -> None:
    def broken() -> None:
        with desk.step("Outer"):
            desk.settings.set("a", "1")
            broken_step(desk)

    with pytest.raises(KeyError):
        broken()
    assert desk.settings.get("a") == ""


def test_an_inner_step_whose_failure_is_caught_takes_back_its_own_part_only(
    desk: DeskFile,
) -> None:
    with desk.step("Outer"):
        desk.settings.set("a", "1")
        with pytest.raises(KeyError):
            broken_step(desk)
    assert (desk.settings.get("a"), desk.settings.get("b")) == ("1", "")
    desk.undo()
    assert desk.settings.get("a") == ""


def test_a_desk_tells_whether_a_step_is_open(desk: DeskFile) -> None:
    assert not desk.in_step
    with desk.step("Open"):
        assert desk.in_step
    assert not desk.in_step


def test_a_transaction_that_sqlite_ended_itself_is_not_ended_twice(desk: DeskFile) -> None:
    """As SQLite does on some errors of the disk."""
    connection = desk._connection
    assert connection is not None

    def broken() -> None:
        with desk.step("Broken"):
            connection.script("ROLLBACK")
            raise KeyError

    with pytest.raises(KeyError):
        broken()
    assert not connection.in_transaction


def test_nothing_is_undone_closed_or_backed_up_inside_a_step(desk: DeskFile) -> None:
    with desk.step("Open"):
        for verb in (desk.undo, desk.redo, desk.close, desk.back_up):
            with pytest.raises(RuntimeError, match="inside a step"):
                verb()


def test_a_reference_to_nothing_is_refused_when_the_step_ends(desk: DeskFile) -> None:
    with pytest.raises(IntegrityError), desk.step("Orphan"):
        desk.blocks.insert("no such statement", block(desk))


def test_creating_refuses_a_file_that_is_there(tmp_path: Path) -> None:
    path = tmp_path / "office.desk"
    path.write_text("precious")
    with pytest.raises(DeskFileRefused, match=r"already a file “office\.desk”"):
        make_desk(path)
    assert path.read_text() == "precious"
    assert list(tmp_path.iterdir()) == [path]


def test_creating_refuses_a_folder_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(DeskFileRefused, match=r"folder for “office\.desk” does not exist"):
        make_desk(tmp_path / "nowhere" / "office.desk")


def test_creating_refuses_a_folder_that_cannot_be_written_to(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_args: object, **_kwargs: object) -> int:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr("advocate_desk.store.lock.os.open", refuse)
    with pytest.raises(DeskFileRefused, match="cannot be written to"):
        make_desk(tmp_path / "office.desk")
    assert list(tmp_path.iterdir()) == []


def test_a_desk_that_could_not_be_made_leaves_no_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_connection: object) -> None:
        raise sqlite_full()

    monkeypatch.setattr(migrations, "apply", full)
    with pytest.raises(DeskFileRefused, match="could not be made"):
        make_desk(tmp_path / "office.desk")
    assert list(tmp_path.iterdir()) == []


def sqlite_full(name: str = "SQLITE_FULL") -> Exception:
    error = OperationalError("database or disk is full")
    error.__dict__["sqlite_errorname"] = name  # as SQLite's binding sets it
    return error


def test_opening_refuses_a_desk_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(DeskFileRefused, match=r"no desk at “office\.desk”"):
        reopened(tmp_path / "office.desk")
    assert list(tmp_path.iterdir()) == []


def test_opening_refuses_a_folder(tmp_path: Path) -> None:
    with pytest.raises(DeskFileRefused, match="cannot be read"):
        reopened(tmp_path)
    with pytest.raises(DeskFileRefused, match=r"“\.” cannot be read"):
        reopened(Path())


def foreign_database(path: Path) -> bytes:
    connection = sqlcipher3.connect(str(path))
    connection.execute("CREATE TABLE accounts (name TEXT)")
    connection.commit()
    connection.close()
    return path.read_bytes()


@pytest.mark.parametrize("read_only", [False, True])
@pytest.mark.parametrize(
    "content", [b"", b"a text\n", b"PK\x03\x04 a document", b"SQLite format 3\0", None]
)
def test_opening_refuses_what_is_not_a_desk_and_leaves_it_as_it_is(
    tmp_path: Path, content: bytes | None, read_only: bool
) -> None:
    path = tmp_path / "office.desk"
    if content is None:
        content = foreign_database(path)
    path.write_bytes(content)
    with pytest.raises(DeskFileRefused, match="not a desk"):
        reopened(path, read_only=read_only)
    assert path.read_bytes() == content
    assert list(tmp_path.iterdir()) == [path]


def filled(desk: DeskFile) -> bytes:
    for _ in range(20):
        insert_statement(desk, *(block(desk, km="ដី" * 200) for _ in range(10)))
    desk.close()
    return desk.path.read_bytes()


@pytest.mark.parametrize("read_only", [False, True])
def test_opening_refuses_a_desk_that_was_cut_short(desk: DeskFile, read_only: bool) -> None:
    content = filled(desk)
    desk.path.write_bytes(content[: len(content) // 2])
    with pytest.raises(DeskFileRefused, match="damaged"):
        reopened(desk.path, read_only=read_only)


@pytest.mark.parametrize("read_only", [False, True])
@pytest.mark.parametrize(("start", "end"), [(4096, 4096 * 20), (100, 4096), (18, 60)])
def test_opening_refuses_a_desk_that_was_scribbled_over(
    desk: DeskFile, start: int, end: int, read_only: bool
) -> None:
    content = bytearray(filled(desk))
    content[start:end] = b"\xa5" * (end - start)
    desk.path.write_bytes(bytes(content))
    with pytest.raises(DeskFileRefused, match="damaged"):
        reopened(desk.path, read_only=read_only)
    assert desk.path.read_bytes() == bytes(content)


def test_a_damaged_desk_is_refused_with_the_name_of_its_newest_backup(desk: DeskFile) -> None:
    desk.back_up()
    newest = desk.back_up()
    content = filled(desk)
    desk.path.write_bytes(content[: len(content) // 2])
    with pytest.raises(DeskFileRefused, match="damaged") as refusal:
        reopened(desk.path)
    assert newest.name in str(refusal.value)
    assert "office.desk-backups" in str(refusal.value)


def spoil(path: Path, sql: str) -> None:
    connection = sqlcipher3.connect(str(path))
    connection.execute(sql)
    connection.commit()
    connection.close()


@pytest.mark.parametrize(
    "sql",
    [
        "DROP TABLE settings",
        "DELETE FROM _sqlite_migrations",
        "DROP TABLE _sqlite_migrations",
        "ALTER TABLE _sqlite_migrations RENAME COLUMN migration_set TO other",
    ],
)
def test_a_desk_without_one_of_its_tables_is_damaged(desk: DeskFile, sql: str) -> None:
    desk.close()
    spoil(desk.path, sql)
    with pytest.raises(DeskFileRefused, match="damaged"):
        reopened(desk.path)
    with pytest.raises(DeskFileRefused, match="damaged"):
        reopened(desk.path)  # the lock was given up


def test_a_large_desk_is_opened_without_being_read_from_end_to_end(
    desk: DeskFile, monkeypatch: pytest.MonkeyPatch
) -> None:
    statement = insert_statement(desk, block(desk, en="Our land"))
    desk.close()
    monkeypatch.setattr(opening, "_QUICKLY_READ", 1)
    again = reopened(desk.path)
    assert again.statements.get(statement.id).blocks == statement.blocks
    again.close()
    spoil(desk.path, "DROP TABLE renditions")
    with pytest.raises(DeskFileRefused, match="damaged"):
        reopened(desk.path)


def test_a_twin_does_not_look_through_the_desk_again(
    desk: DeskFile, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(opening, "_is_sound", lambda *_: pytest.fail("looked through again"))
    twin = desk.twin()
    assert twin.statements.all() == ()
    twin.close()


FUTURE = (
    "INSERT INTO _sqlite_migrations (migration_set, name, applied_at)"
    " VALUES ('advocate_desk', 'm9999_moon_base', '2036-01-01')"
)


@pytest.mark.parametrize("read_only", [False, True])
def test_opening_refuses_a_desk_from_the_future(desk: DeskFile, read_only: bool) -> None:
    desk.close()
    spoil(desk.path, FUTURE)
    content = desk.path.read_bytes()
    with pytest.raises(DeskFileRefused, match="newer version of the program"):
        reopened(desk.path, read_only=read_only)
    assert desk.path.read_bytes() == content


def test_a_full_disk_is_a_refusal_and_leaves_what_was_there(desk: DeskFile) -> None:
    insert_statement(desk)
    before = dump(desk.path)
    assert desk._connection is not None
    pages = desk._connection.value("PRAGMA page_count")
    desk._connection.script(f"PRAGMA max_page_count={pages}")
    with pytest.raises(DeskError, match="disk is full"):
        insert_statement(desk, block(desk, km="ដី" * 100_000))
    assert dump(desk.path) == before
    desk._connection.script("PRAGMA max_page_count=1000000")
    insert_statement(desk)


@pytest.mark.parametrize(
    ("name", "sentence"),
    [
        ("SQLITE_FULL", "disk is full"),
        ("SQLITE_IOERR_WRITE", "could not be written to"),
        ("SQLITE_BUSY", "Another program"),
    ],
)
def test_a_fault_of_the_disk_is_a_refusal(name: str, sentence: str) -> None:
    with pytest.raises(DeskError, match=sentence), refusals_of_the_disk(lambda: False):
        raise sqlite_full(name)


def test_a_fault_of_the_program_is_no_refusal() -> None:
    with pytest.raises(DatabaseError, match="disk is full"), refusals_of_the_disk(lambda: False):
        raise sqlite_full("SQLITE_ERROR")


def test_another_program_that_writes_to_the_desk_is_told_of(desk: DeskFile) -> None:
    other = connect(desk.path, Access.WRITE)
    assert desk._connection is not None
    desk._connection.script("PRAGMA busy_timeout=1")
    with (
        other.transaction(),
        pytest.raises(DeskError, match="Another program"),
        desk.step("Blocked"),
    ):
        pass
    other.close()
    insert_statement(desk)
