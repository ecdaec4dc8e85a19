"""LibreOffice where it is installed: found, run without a window or a trace, stopped when asked.

Each run has a profile of its own in a temporary folder, so the user's settings, extensions, recent
files and running windows are neither read nor touched, and nothing stays behind.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import suppress
from pathlib import Path

from advocate_desk.model.errors import DeskError, ExportRefused
from advocate_desk.model.marked import marked

Progress = Callable[[int, int], None]
TIMEOUT = 240.0
_POLL = 0.05
_STEPS = 3
_PIPE_FOLDERS = (Path("/tmp"), Path("/var/tmp"))  # noqa: S108 - LibreOffice's own choice
_MADE = "made"
_NAMES = ("soffice", "libreoffice")
_OPTIONS = (
    "--headless",
    "--norestore",
    "--nologo",
    "--nodefault",
    "--nolockcheck",
    "--nofirststartwizard",
)

_MISSING = marked("LibreOffice, which makes the PDF, was not found on this computer.")
_MISSING_ADVICE = marked("Install it from libreoffice.org, or print the document to a PDF.")
_FAILED = marked("LibreOffice could not make the file.")
_FAILED_ADVICE = marked("Try again; if it fails again, save a Word document and convert it.")
_TOO_LONG = marked("LibreOffice did not finish within {minutes} minutes, so it was stopped.")
_STOPPED = marked("The file was not made, because it was cancelled.")


class OfficeMissing(DeskError):  # noqa: N818 - a refusal, named as the user meets it
    """LibreOffice is not installed where it usually is."""


class OfficeStopped(DeskError):  # noqa: N818 - a refusal, named as the user meets it
    """A conversion that the user cancelled."""


def find_office() -> Path | None:
    """The program that converts documents: on the search path, else where it is installed."""
    on_path = (shutil.which(name) for name in _NAMES)
    candidates = (*(Path(found) for found in on_path if found), *_usual_places(os.environ))
    return next((place for place in candidates if place.is_file()), None)


def _usual_places(environment: Mapping[str, str]) -> Iterator[Path]:
    """Where installers put it, newer versions before older ones."""
    if sys.platform == "win32":
        yield from _windows_places(environment)
    elif sys.platform == "darwin":
        yield from _mac_places(Path.home())
    else:
        yield from _linux_places(Path("/"))


def _windows_places(environment: Mapping[str, str]) -> Iterator[Path]:
    roots = ("ProgramW6432", "ProgramFiles", "ProgramFiles(x86)", "LOCALAPPDATA")
    for root in dict.fromkeys(environment.get(name, "") for name in roots):
        for folder in _newest_first(Path(root), "LibreOffice*") if root else ():
            # The console program waits until the work is done.
            yield folder / "program" / "soffice.com"
            yield folder / "program" / "soffice.exe"


def _mac_places(home: Path) -> Iterator[Path]:
    for folder in (Path("/Applications"), home / "Applications"):
        for program in _newest_first(folder, "LibreOffice*.app"):
            yield program / "Contents" / "MacOS" / "soffice"


def _linux_places(root: Path) -> Iterator[Path]:
    for folder in (root / "usr" / "lib", root / "usr" / "lib64", root / "opt"):
        for program in _newest_first(folder, "libreoffice*"):
            yield program / "program" / "soffice"


def _newest_first(folder: Path, pattern: str) -> Sequence[Path]:
    return sorted(folder.glob(pattern), reverse=True)


def converted(
    data: bytes,
    *,
    suffix: str,
    target: str,
    cancelled: Callable[[], bool],
    progress: Progress,
    timeout: float = TIMEOUT,
) -> bytes:
    """A document in another format; `target` is LibreOffice's name of the format and its options.

    Raises:
        OfficeMissing: LibreOffice was not found.
        OfficeStopped: `cancelled` said so.
        ExportRefused: LibreOffice failed, or took too long.
    """
    program = find_office()
    if program is None:
        raise OfficeMissing(_MISSING, advice=_MISSING_ADVICE)
    progress(0, _STEPS)
    with tempfile.TemporaryDirectory(prefix="advocate-", ignore_cleanup_errors=True) as name:
        folder = Path(name)
        source = folder / f"document{suffix}"
        source.write_bytes(data)
        _run(_command(program, folder, source, target), folder, cancelled, progress, timeout)
        result = _result(folder / _MADE / f"document.{target.partition(':')[0]}")
    progress(_STEPS, _STEPS)
    return result


def _command(program: Path, folder: Path, source: Path, target: str) -> list[str]:
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    conversion = ["--convert-to", target, "--outdir", str(folder / _MADE), str(source)]
    return [str(program), profile, *_OPTIONS, *conversion]


def _result(file: Path) -> bytes:
    try:
        return file.read_bytes()
    except OSError as fault:
        raise ExportRefused(_FAILED, advice=_FAILED_ADVICE) from fault


def _run(
    command: list[str],
    folder: Path,
    cancelled: Callable[[], bool],
    progress: Progress,
    timeout: float,
) -> None:
    try:
        process = _started(command, folder)
    except OSError as fault:
        raise ExportRefused(_FAILED, advice=_FAILED_ADVICE) from fault
    try:
        _wait(process, cancelled, progress, time.monotonic() + timeout, timeout)
    finally:
        # Also when `progress` raises: nothing goes on behind the user's back.
        _end(process)
        _remove_pipe((folder / "profile").as_uri())
    if process.returncode != 0:
        raise ExportRefused(_FAILED, advice=_FAILED_ADVICE)


def _started(command: list[str], folder: Path) -> subprocess.Popen[bytes]:
    """LibreOffice in a process group of its own: it starts a second process that does the work."""
    temporary = dict.fromkeys(("TMPDIR", "TMP", "TEMP"), str(folder))
    environment = os.environ | temporary | {"TZ": "UTC", "SAL_USE_VCLPLUGIN": "svp"}
    flags = 0
    if sys.platform == "win32":
        flags = subprocess.CREATE_NEW_PROCESS_GROUP | subprocess.CREATE_NO_WINDOW
    return subprocess.Popen(  # noqa: S603 - a found program, with arguments of our own
        command,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        cwd=folder,
        env=environment,
        start_new_session=sys.platform != "win32",
        creationflags=flags,
    )


def _wait(
    process: subprocess.Popen[bytes],
    cancelled: Callable[[], bool],
    progress: Progress,
    until: float,
    timeout: float,
) -> None:
    while process.poll() is None:
        if cancelled():
            raise OfficeStopped(_STOPPED)
        if time.monotonic() > until:
            raise ExportRefused(_TOO_LONG, advice="", minutes=max(1, round(timeout / 60)))
        progress(1, _STEPS)
        time.sleep(_POLL)


def _end(process: subprocess.Popen[bytes]) -> None:
    """Stop the whole group and wait for it, so that its folder can be removed."""
    if sys.platform == "win32":
        if process.poll() is None:
            subprocess.run(  # noqa: S603 - Windows' own program, by its own process number
                ["taskkill", "/T", "/F", "/PID", str(process.pid)],  # noqa: S607 - Windows finds it
                check=False,
                capture_output=True,
            )
    else:
        with suppress(ProcessLookupError, PermissionError):
            os.killpg(process.pid, signal.SIGKILL)
    process.wait()


def _remove_pipe(profile: str) -> None:
    """LibreOffice listens at a place named after its profile, and leaves it there when stopped."""
    for pipe in _pipes(profile) if sys.platform != "win32" else ():
        with suppress(OSError):
            pipe.unlink()


def _pipes(profile: str) -> Iterator[Path]:
    digest = hashlib.md5(profile.encode("utf-16-le"), usedforsecurity=False).digest()
    name = "".join(f"{byte:x}" for byte in digest)
    if sys.platform != "win32":
        for folder in _PIPE_FOLDERS:
            yield folder / f"OSL_PIPE_{os.getuid()}_SingleOfficeIPC_{name}"
