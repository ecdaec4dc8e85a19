"""Saving: the old file or the new one, whole, and a clear sentence when it cannot be."""

import os
import sys
import time
from pathlib import Path

import pytest

from advocate_desk.exporters.save import save
from advocate_desk.model.errors import ExportRefused


def test_it_writes_a_new_file_and_replaces_an_old_one(tmp_path: Path) -> None:
    target = tmp_path / "សេចក្តីថ្លែងការណ៍.docx"
    save(target, b"first")
    save(target, b"second")
    assert target.read_bytes() == b"second"
    assert list(tmp_path.iterdir()) == [target]


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such rights")
def test_the_rights_of_the_old_file_stay(tmp_path: Path) -> None:
    target = tmp_path / "a.docx"
    target.write_bytes(b"old")
    target.chmod(0o640)
    save(target, b"new")
    assert target.stat().st_mode & 0o777 == 0o640


def test_the_longest_name_can_be_saved(tmp_path: Path) -> None:
    target = tmp_path / ("ក" * 83 + ".docx")
    save(target, b"x")
    assert target.read_bytes() == b"x"


def test_file_and_folder_are_flushed_before_and_after_the_rename(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    calls: list[str] = []
    flush, rename = os.fsync, Path.replace

    def fsync(handle: int) -> None:
        calls.append("fsync")
        flush(handle)

    def replace(self: Path, target: Path) -> Path:
        calls.append("replace")
        return rename(self, target)

    monkeypatch.setattr(os, "fsync", fsync)
    monkeypatch.setattr(Path, "replace", replace)
    save(tmp_path / "a.txt", b"x")
    assert calls == (["fsync", "replace", "fsync"] if sys.platform != "win32" else calls)


@pytest.mark.parametrize("step", ["fsync", "replace"])
def test_a_failure_leaves_the_old_file_and_nothing_else(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, step: str
) -> None:
    target = tmp_path / "a.docx"
    target.write_bytes(b"old")

    def fail(*_args: object) -> None:
        raise OSError(28, "No space left on device")

    if step == "fsync":
        monkeypatch.setattr(os, "fsync", fail)
    else:
        monkeypatch.setattr(Path, "replace", fail)
    with pytest.raises(ExportRefused, match=r"“a\.docx” could not be written: No space left"):
        save(target, b"new")
    monkeypatch.undo()
    assert target.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [target]


def test_a_folder_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(ExportRefused, match="does not exist"):
        save(tmp_path / "nowhere" / "a.docx", b"x")


def test_a_target_that_is_a_folder_is_refused(tmp_path: Path) -> None:
    (tmp_path / "a.docx").mkdir()
    with pytest.raises(ExportRefused, match=r"“a\.docx” cannot be written"):
        save(tmp_path / "a.docx", b"x")
    assert [p.name for p in tmp_path.iterdir()] == ["a.docx"]


@pytest.mark.parametrize(
    ("platform", "locked_for", "saved"), [("win32", 3, True), ("linux", 1, False)]
)
def test_a_locked_file_is_tried_again_on_windows_only(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, platform: str, locked_for: int, *, saved: bool
) -> None:
    attempts: list[int] = []
    rename = Path.replace

    def replace(self: Path, target: Path) -> Path:
        attempts.append(1)
        if len(attempts) <= locked_for:
            raise PermissionError(13, "in use")
        return rename(self, target)

    monkeypatch.setattr(Path, "replace", replace)
    monkeypatch.setattr(sys, "platform", platform)
    monkeypatch.setattr(time, "sleep", lambda _seconds: None)
    if saved:
        save(tmp_path / "a.txt", b"x")
        assert len(attempts) == locked_for + 1
    else:
        with pytest.raises(ExportRefused, match="Close the program"):
            save(tmp_path / "a.txt", b"x")


def test_a_lock_that_lasts_is_given_up(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    clock = iter(range(1000))

    def replace(_self: Path, _target: Path) -> Path:
        raise PermissionError(13, "in use")

    monkeypatch.setattr(Path, "replace", replace)
    monkeypatch.setattr(sys, "platform", "win32")
    monkeypatch.setattr(time, "sleep", lambda _seconds: None)
    monkeypatch.setattr(time, "monotonic", lambda: next(clock))
    with pytest.raises(ExportRefused):
        save(tmp_path / "a.txt", b"x")
    assert list(tmp_path.iterdir()) == []
