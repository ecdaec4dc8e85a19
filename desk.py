#!/usr/bin/env python3
"""Start or test Advocate Desk from a checkout: `run [ARGS]`, `test [ARGS]`, `bench`, `catalogue`.

Standard library only. The first start prepares `.venv` (and, as root on Debian, the system
libraries); later starts need no network.
"""

from __future__ import annotations

import ctypes
import hashlib
import importlib.util
import os
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
BENCH = ROOT / ".venv-bench"
WINDOWS = os.name == "nt"
LIBRARIES = {
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libfontconfig.so.1": "libfontconfig1",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libdbus-1.so.3": "libdbus-1-3",
}
WINDOW_LIBRARIES = {
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-shape.so.0": "libxcb-shape0",
}
TEST_PROGRAMS = {"soffice": "libreoffice-writer-nogui", "pdffonts": "poppler-utils"}


def has_display() -> bool:
    """Whether a window could be seen."""
    if not sys.platform.startswith("linux"):
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def loads(library: str) -> bool:
    """Whether the system has a shared library."""
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def missing_packages(for_tests: bool) -> list[str]:
    """The Debian packages that are still needed."""
    if not sys.platform.startswith("linux"):
        return []
    wanted = {**LIBRARIES, **(WINDOW_LIBRARIES if has_display() else {})}
    missing = [package for library, package in wanted.items() if not loads(library)]
    if importlib.util.find_spec("ensurepip") is None and not VENV.exists():
        missing.append("python3-venv")
    if for_tests:
        missing += [package for name, package in TEST_PROGRAMS.items() if not shutil.which(name)]
    return missing


def administrator() -> list[str] | None:
    """The prefix that makes apt-get work without a question, or None."""
    if not shutil.which("apt-get"):
        return None
    if os.geteuid() == 0:
        return []
    if not shutil.which("sudo"):
        return None
    quiet = subprocess.run(["sudo", "-n", "true"], capture_output=True, check=False)
    return ["sudo", "-n"] if quiet.returncode == 0 else None


def install_packages(packages: list[str]) -> None:
    """Install Debian packages, or say how to."""
    command = ["apt-get", "install", "-y", "--no-install-recommends", *packages]
    prefix = administrator()
    if prefix is None:
        sys.exit(f"Please install these first, then start again:\n  sudo {' '.join(command)}")
    quiet = ["env", "DEBIAN_FRONTEND=noninteractive"]
    subprocess.run([*prefix, *quiet, "apt-get", "update", "-q"], check=True)
    subprocess.run([*prefix, *quiet, *command], check=True)


def python() -> str:
    """The interpreter of the environment."""
    return str(VENV / ("Scripts/python.exe" if WINDOWS else "bin/python"))


def stamp_text(lock: Path) -> str:
    """What the environment was made from: the lock and the Python that runs it."""
    digest = hashlib.sha256(lock.read_bytes()).hexdigest()
    return f"{digest} {sys.version_info.major}.{sys.version_info.minor}"


def is_current(stamp: Path, lock: Path) -> bool:
    """Whether the environment was finished for this very lock."""
    return stamp.exists() and stamp.read_text(encoding="utf-8") == stamp_text(lock)


def pip_install(lock: Path, *options: str) -> None:
    """Install exactly what a lock names."""
    command = [python(), "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
    command += ["--require-hashes", "--no-deps", "--only-binary", ":all:", *options]
    subprocess.run([*command, "-r", str(lock)], check=True)


def prepare(kind: str) -> None:
    """Make `.venv` hold what `requirements/KIND.txt` names; the stamp is written last."""
    lock = ROOT / "requirements" / f"{kind}.txt"
    stamp = VENV / f"ready-{kind}"
    packages = missing_packages(for_tests=kind == "dev")
    if packages:
        install_packages(packages)
    if is_current(stamp, lock) or (kind == "run" and holds_development()):
        return
    print(f"Preparing {VENV.name} (once)…", file=sys.stderr)
    if not Path(python()).exists() or is_foreign():
        shutil.rmtree(VENV, ignore_errors=True)
        subprocess.run([sys.executable, "-m", "venv", str(VENV)], check=True)
    pip_install(lock)
    subprocess.run([python(), "-m", "compileall", "-q", str(ROOT / "src")], check=True)
    stamp.write_text(stamp_text(lock), encoding="utf-8")


def holds_development() -> bool:
    """Whether everything for development is there, which includes what a start needs."""
    lock = ROOT / "requirements" / "dev.txt"
    return is_current(VENV / "ready-dev", lock)


def is_foreign() -> bool:
    """Whether `.venv` belongs to another Python than the one that runs this."""
    wanted = f"{sys.version_info.major}.{sys.version_info.minor}"
    show = "import sys; print(f'{sys.version_info.major}.{sys.version_info.minor}')"
    try:
        seen = subprocess.run([python(), "-c", show], capture_output=True, text=True, check=False)
    except OSError:
        return True
    return seen.stdout.strip() != wanted


def environment(*, offscreen: bool, extra: tuple[Path, ...] = ()) -> dict[str, str]:
    """The environment of a child: our source on the path, no window without a display."""
    paths = [str(ROOT / "src"), *map(str, extra)]
    result = {**os.environ, "PYTHONPATH": os.pathsep.join(paths), "PYTHONUTF8": "1"}
    if offscreen:
        result["QT_QPA_PLATFORM"] = "offscreen"
    return result


def run(arguments: list[str]) -> int:
    """Start the program."""
    prepare("run")
    command = [python(), "-m", "advocate_desk", *arguments]
    return subprocess.call(command, env=environment(offscreen=not has_display()))


def test(arguments: list[str]) -> int:
    """Lint, type-check and test; with arguments, pytest alone with these."""
    prepare("dev")
    steps = [] if arguments else lint_steps()
    for step in steps:
        print("$ " + " ".join(step), flush=True)
        code = subprocess.run([python(), "-m", *step], cwd=ROOT, check=False).returncode
        if code:
            return code
    command = [python(), "-m", "pytest", *(arguments or ["-n", "2", "-q"])]
    return subprocess.call(command, cwd=ROOT, env=environment(offscreen=True))


def lint_steps() -> list[list[str]]:
    """The checks that run before pytest; the import contracts are tests themselves."""
    return [["ruff", "check", "."], ["ruff", "format", "--check", "."], ["mypy"]]


def bench(arguments: list[str]) -> int:
    """Print the table of measured speeds; the peers live in a folder of their own."""
    prepare("dev")
    lock = ROOT / "requirements" / "bench.txt"
    stamp = BENCH / "ready"
    if not is_current(stamp, lock):
        shutil.rmtree(BENCH, ignore_errors=True)
        pip_install(lock, "--target", str(BENCH))
        stamp.write_text(stamp_text(lock), encoding="utf-8")
    command = [python(), "-m", "benchmarks.table", *arguments]
    return subprocess.call(command, cwd=ROOT, env=environment(offscreen=True, extra=(ROOT, BENCH)))


def catalogue(arguments: list[str]) -> int:
    """Collect the texts of the program into the catalogues and compile them."""
    prepare("dev")
    command = [python(), str(ROOT / "translations" / "catalogue.py"), *arguments]
    return subprocess.call(command, cwd=ROOT, env=environment(offscreen=True))


COMMANDS = {"run": run, "test": test, "bench": bench, "catalogue": catalogue}


def main() -> int:
    """Do what the first argument says."""
    if sys.version_info < (3, 11):  # noqa: UP036 - this file is what tells an older Python
        sys.exit("Advocate Desk needs Python 3.11 or newer.")
    if len(sys.argv) < 2 or sys.argv[1] not in COMMANDS:
        sys.exit(f"usage: {Path(sys.argv[0]).name} {'|'.join(COMMANDS)} [arguments]")
    try:
        return COMMANDS[sys.argv[1]](sys.argv[2:])
    except subprocess.CalledProcessError as failure:
        sys.exit(f"This step failed: {' '.join(map(str, failure.cmd[:6]))} …")
    except KeyboardInterrupt:
        return 130


if __name__ == "__main__":
    sys.exit(main())
