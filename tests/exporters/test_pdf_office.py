"""LibreOffice is found where it is installed, leaves nothing behind, and stops when it is told."""

import os
import shutil
import sys
import tempfile
import time
from pathlib import Path

import pytest

from advocate_desk.exporters import office
from advocate_desk.exporters.office import OfficeMissing, OfficeStopped, converted, find_office
from advocate_desk.exporters.pdf_writer import pdf
from advocate_desk.model.errors import ExportRefused

posix = pytest.mark.skipif(sys.platform == "win32", reason="the stand-in is a shell script")


@pytest.fixture
def temporary(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A temporary folder of the test's own, to see what is left in it."""
    folder = tmp_path / "temporary"
    folder.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(folder))
    return folder


def _stand_in(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, script: str) -> None:
    """A program of the same name that does something else."""
    folder = tmp_path / "programs"
    folder.mkdir()
    program = folder / "soffice"
    program.write_text(f"#!/bin/sh\n{script}\n")
    program.chmod(0o755)
    monkeypatch.setenv("PATH", f"{folder}{os.pathsep}{os.environ['PATH']}")


def _is_running(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    status = Path(f"/proc/{pid}/stat")
    return not (status.exists() and status.read_text().rpartition(")")[2].split()[0] == "Z")


def _gone(pid: int) -> bool:
    """Whether a process ends: a killed one may take a moment."""
    until = time.monotonic() + 5
    while _is_running(pid) and time.monotonic() < until:
        pass
    return not _is_running(pid)


def test_it_is_found_on_the_search_path_first(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _stand_in(tmp_path, monkeypatch, "exit 0")
    assert find_office() == tmp_path / "programs" / "soffice"


def test_it_is_found_where_installers_put_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    windows = {"ProgramFiles": str(tmp_path / "Programs"), "ProgramFiles(x86)": ""}
    for place in (
        "Programs/LibreOffice/program",
        "Programs/LibreOffice 24/program",
        "Applications/LibreOffice.app/Contents/MacOS",
        "opt/libreoffice24.8/program",
        "opt/libreoffice7.6/program",
        "usr/lib/libreoffice/program",
    ):
        (tmp_path / place).mkdir(parents=True)
    found = [path.relative_to(tmp_path).as_posix() for path in office._windows_places(windows)]
    assert found[0] == "Programs/LibreOffice 24/program/soffice.com"
    assert found[-1] == "Programs/LibreOffice/program/soffice.exe"
    mac = tmp_path / "Applications/LibreOffice.app/Contents/MacOS/soffice"
    assert mac in list(office._mac_places(tmp_path))
    linux = [path.relative_to(tmp_path).as_posix() for path in office._linux_places(tmp_path)]
    assert linux[0] == "usr/lib/libreoffice/program/soffice"
    assert "opt/libreoffice7.6/program/soffice" in linux
    for platform in ("win32", "darwin", "linux"):
        monkeypatch.setattr(sys, "platform", platform)
        assert all(path.name.startswith("soffice") for path in office._usual_places(windows))


def test_without_it_there_is_a_sentence_and_advice(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(office, "find_office", lambda: None)
    with pytest.raises(OfficeMissing, match=r"not found on this computer\. Install it from"):
        pdf(b"")


def test_nothing_installed_is_nothing_found(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setattr(office, "_usual_places", lambda _environment: iter([tmp_path / "soffice"]))
    assert find_office() is None


@posix
def test_a_failure_is_a_sentence(
    tmp_path: Path, temporary: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _stand_in(tmp_path, monkeypatch, "exit 3")
    with pytest.raises(ExportRefused, match="could not make the file"):
        pdf(b"no document")
    assert list(temporary.iterdir()) == []


@posix
def test_an_end_without_a_file_is_a_failure(
    tmp_path: Path, temporary: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _stand_in(tmp_path, monkeypatch, "exit 0")
    with pytest.raises(ExportRefused, match="could not make the file"):
        pdf(b"no document")
    assert list(temporary.iterdir()) == []


@posix
def test_a_program_that_does_not_start_is_a_failure(
    tmp_path: Path, temporary: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(office, "find_office", lambda: tmp_path)
    with pytest.raises(ExportRefused, match="could not make the file"):
        pdf(b"no document")


_SLOW = "sleep 60 & echo $! > {pid}; wait"


@posix
def test_it_is_stopped_when_it_takes_too_long(
    tmp_path: Path, temporary: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pid = tmp_path / "pid"
    _stand_in(tmp_path, monkeypatch, _SLOW.format(pid=pid))
    with pytest.raises(ExportRefused, match="within 1 minutes"):
        pdf(b"", timeout=0.5)
    assert _gone(int(pid.read_text()))
    assert list(temporary.iterdir()) == []


@posix
def test_cancelling_stops_it_and_all_that_it_started(
    tmp_path: Path, temporary: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pid = tmp_path / "pid"
    _stand_in(tmp_path, monkeypatch, _SLOW.format(pid=pid))
    with pytest.raises(OfficeStopped, match="cancelled"):
        pdf(b"", cancelled=lambda: pid.exists() and bool(pid.read_text()))
    assert _gone(int(pid.read_text()))
    assert list(temporary.iterdir()) == []


@posix
def test_what_the_progress_raises_stops_it_too(
    tmp_path: Path, temporary: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pid = tmp_path / "pid"
    _stand_in(tmp_path, monkeypatch, _SLOW.format(pid=pid))

    def progress(done: int, _total: int) -> None:
        if done and pid.exists() and pid.read_text():
            raise KeyError

    with pytest.raises(KeyError):
        pdf(b"", progress=progress)
    assert _gone(int(pid.read_text()))
    assert list(temporary.iterdir()) == []


@pytest.mark.skipif(not shutil.which("soffice"), reason="LibreOffice is not installed here")
def test_the_real_one_leaves_nothing_behind_when_it_is_stopped(temporary: Path) -> None:
    def pipes() -> list[Path]:
        """Where it listens, once it has a profile; it makes both in its own time."""
        profiles = temporary.glob("*/profile")
        return [pipe for one in profiles for pipe in office._pipes(one.as_uri()) if pipe.exists()]

    seen: list[Path] = []

    def cancelled() -> bool:
        seen.extend(pipes())
        return bool(seen)

    with pytest.raises(OfficeStopped):
        converted(
            b"text",
            suffix=".txt",
            target="pdf",
            cancelled=cancelled,
            progress=lambda _done, _total: None,
        )
    assert list(temporary.iterdir()) == []
    assert not any(pipe.exists() for pipe in seen)
