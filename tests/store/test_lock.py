from __future__ import annotations

import os
import signal
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from advocate_desk.model.errors import DeskFileRefused
from advocate_desk.store import lock
from advocate_desk.store.desk_file import DeskFile
from store.desks import block, dump, insert_statement, make_desk
from store.test_desk_file import reopened

HERE = Path(__file__).resolve()

WRITER = """
import sys
sys.path[:0] = sys.argv[2:]
from pathlib import Path
from store.test_desk_file import reopened
desk = reopened(Path(sys.argv[1]))
print("open", flush=True)
number = 0
while True:
    number += 1
    with desk.step("Pair"):
        desk.settings.set("left", str(number))
        desk.settings.set(f"row {number}", "x" * 2000)
        desk.settings.set("right", str(number))
    print(number, flush=True)
"""


def writing_child(path: Path) -> subprocess.Popen[str]:
    """Another process that writes step after step and says each one that was committed."""
    roots = [str(HERE.parents[2] / "src"), str(HERE.parents[1])]
    return subprocess.Popen(
        [sys.executable, "-c", WRITER, str(path), *roots],
        stdout=subprocess.PIPE,
        text=True,
        env={**os.environ, "PYTHONDONTWRITEBYTECODE": "1"},
    )


def lines_until_killed(child: subprocess.Popen[str], after: int) -> list[str]:
    assert child.stdout is not None
    lines = [child.stdout.readline().strip() for _ in range(after)]
    child.send_signal(getattr(signal, "SIGKILL", signal.SIGTERM))
    lines += [line.strip() for line in child.stdout if line.endswith("\n")]
    child.stdout.close()
    child.wait()
    return lines


def test_a_second_writer_is_refused_and_a_reader_is_not(desk: DeskFile) -> None:
    with pytest.raises(DeskFileRefused, match=r"“office\.desk” is already open"):
        reopened(desk.path)
    reader = reopened(desk.path, read_only=True)
    assert reader.statements.all() == ()
    reader.close()
    insert_statement(desk)


def test_a_second_desk_cannot_be_made_where_one_is_open(desk: DeskFile) -> None:
    with pytest.raises(DeskFileRefused, match="already open"):
        make_desk(desk.path)


def test_a_desk_is_free_again_after_it_was_closed(desk: DeskFile) -> None:
    desk.close()
    again = reopened(desk.path)
    again.close()
    assert not desk.path.with_name("office.desk-lock").exists()


@pytest.mark.skipif(sys.platform == "win32", reason="a link needs rights there")
def test_a_desk_under_another_name_is_the_same_desk(desk: DeskFile, tmp_path: Path) -> None:
    folder = tmp_path / "elsewhere"
    folder.mkdir()
    link = folder / "link.desk"
    link.symlink_to(desk.path)
    with pytest.raises(DeskFileRefused, match="already open"):
        reopened(link)


def test_a_lock_file_left_behind_locks_nobody_out(desk: DeskFile) -> None:
    desk.close()
    desk.path.with_name("office.desk-lock").write_text("left behind")
    reopened(desk.path).close()


def test_a_lock_is_given_up_once(tmp_path: Path) -> None:
    first = lock.take(tmp_path / "office.desk")
    first.release()
    first.release()
    lock.take(tmp_path / "office.desk").release()


def test_a_lock_file_deleted_meanwhile_is_made_anew(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Its owner deletes the file when it ends; whoever had opened it by then must not trust it."""
    path = tmp_path / "office.desk-lock"
    truly = lock._opened
    opened: list[int] = []

    def opened_then_deleted(at: Path, desk: Path) -> int:
        handle = truly(at, desk)
        if not opened:
            at.unlink()
        opened.append(handle)
        return handle

    monkeypatch.setattr(lock, "_opened", opened_then_deleted)
    taken = lock.take(tmp_path / "office.desk")
    assert len(opened) == 2
    assert path.exists()
    taken.release()


def test_another_process_is_locked_out_until_it_is_killed(desk: DeskFile) -> None:
    desk.close()
    child = writing_child(desk.path)
    assert child.stdout is not None
    assert child.stdout.readline().strip() == "open"
    with pytest.raises(DeskFileRefused, match="already open"):
        reopened(desk.path)
    lines_until_killed(child, after=1)
    reopened(desk.path).close()


@pytest.mark.parametrize("after", [1, 7, 60])
def test_a_killed_writer_loses_no_acknowledged_step_and_leaves_no_half_one(
    desk: DeskFile, after: int
) -> None:
    kept = insert_statement(desk, block(desk))
    desk.close()
    acknowledged = [int(line) for line in lines_until_killed(writing_child(desk.path), after)[1:]]
    again = reopened(desk.path)
    left, right = int(again.settings.get("left", "0")), int(again.settings.get("right", "0"))
    assert left == right
    assert left >= max(acknowledged, default=0)
    assert all(again.settings.get(f"row {number}") for number in range(1, left + 1))
    assert again.statements.get(kept.id).blocks == kept.blocks
    assert again.undo_label == ""
    again.close()
    dump(desk.path)
    assert [path.name for path in desk.path.parent.iterdir()] == ["office.desk"]


class Nobody:
    """For a while, this process may do no more than anybody."""

    def __enter__(self) -> None:
        self._was = os.geteuid()
        if self._was == 0:
            os.seteuid(65534)

    def __exit__(self, *_error: object) -> None:
        os.seteuid(self._was)


@pytest.fixture
def locked_folder() -> Iterator[Path]:
    """A folder with a desk in it that may be read and not written to.

    It lies outside pytest's own folders, which are closed to the stranger who opens the desk.
    """
    if sys.platform == "win32":
        pytest.skip("rights work otherwise there")
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        yield read_only_desk_in(folder)
        folder.chmod(0o755)


def read_only_desk_in(folder: Path) -> Path:
    desk = make_desk(folder / "office.desk")
    insert_statement(desk)
    desk.close()
    desk.path.chmod(0o444)
    folder.chmod(0o555)
    return folder


def test_a_desk_on_a_medium_that_cannot_be_written_to_can_be_read(locked_folder: Path) -> None:
    with Nobody():
        reader = reopened(locked_folder / "office.desk", read_only=True)
        assert len(reader.statements.all()) == 1
        reader.close()
    assert [path.name for path in locked_folder.iterdir()] == ["office.desk"]


def test_a_desk_on_a_medium_that_cannot_be_written_to_is_refused_for_writing(
    locked_folder: Path,
) -> None:
    with Nobody(), pytest.raises(DeskFileRefused, match=r"^“office\.desk” cannot be written to"):
        reopened(locked_folder / "office.desk")
    (locked_folder / "office.desk").chmod(0o666)
    with Nobody(), pytest.raises(DeskFileRefused, match="folder of “office"):
        reopened(locked_folder / "office.desk")


def test_no_desk_is_made_in_a_folder_that_cannot_be_written_to(locked_folder: Path) -> None:
    with Nobody(), pytest.raises(DeskFileRefused, match="cannot be written to"):
        make_desk(locked_folder / "another.desk")


ANY_PROGRAM = """
import sqlite3, sys
connection = sqlite3.connect(sys.argv[1])
print(connection.execute("SELECT count(*) FROM statements").fetchone()[0])
connection.close()
"""


def test_looking_at_an_open_desk_does_not_drop_the_locks_of_its_writer(desk: DeskFile) -> None:
    """Closing any handle on a file drops all of a process's POSIX locks on it.

    Had this process lost SQLite's, another program that reads the desk and closes it would take
    itself for the last one and delete the write-ahead log under the writer.
    """
    insert_statement(desk)
    desk.twin().close()
    with pytest.raises(DeskFileRefused):
        reopened(desk.path)
    seen = subprocess.run(
        [sys.executable, "-c", ANY_PROGRAM, str(desk.path)],
        capture_output=True,
        text=True,
        check=True,
    )
    assert seen.stdout.strip() == "1"
    assert desk.path.with_name("office.desk-wal").exists()
