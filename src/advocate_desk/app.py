"""The composition root: the only place where the fronts are chosen and handed what they need."""

from __future__ import annotations

import os
import sys
from pathlib import Path

COMMANDS = frozenset(
    {
        "new",
        "import",
        "list",
        "show",
        "check",
        "export",
        "export-memory",
        "export-glossary",
        "export-library",
        "export-endorsers",
        "export-labels",
        "export-forms",
        "compare",
        "verify",
        "date",
        "demo",
    }
)
DEMO_FOLDER = "demo"
READ_DOCX = "--read-docx"
WITHOUT_SCREEN = frozenset({"offscreen", "minimal"})


def run(arguments: list[str]) -> int:
    """Start the front that the arguments ask for; returns the exit code.

    A command of the command line, or an option, goes there; a path or nothing opens the window.
    Without a screen the window's place is taken by the demo, so that a server shows the program
    at work too.
    """
    if arguments[:1] == [READ_DOCX]:
        return _limited_reader()
    if arguments and (arguments[0] in COMMANDS or arguments[0].startswith("-")):
        return _command_line(arguments)
    if is_headless():
        return _command_line(["demo", "--to", DEMO_FOLDER, *arguments[:1]])
    return _window(Path(arguments[0]) if arguments else None)


def is_headless() -> bool:
    """Whether a window could not be seen."""
    if os.environ.get("QT_QPA_PLATFORM") in WITHOUT_SCREEN:
        return True
    if not sys.platform.startswith("linux"):
        return False
    return not (os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def _limited_reader() -> int:
    """A packaged program starts itself again to read an untrusted Word file."""
    from advocate_desk.importers.docx_child import main

    return main()


def _command_line(arguments: list[str]) -> int:
    from advocate_desk.cli.main import main

    return main(arguments, take_picture=_take_picture)


def _window(desk_path: Path | None) -> int:
    from advocate_desk.gui.application import start

    return start(desk_path)


def _take_picture(desk_path: Path, target: Path) -> None:
    from advocate_desk.gui.picture import picture

    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    picture(desk_path, target)
