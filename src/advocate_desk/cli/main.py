"""The command line: one verb, one answer on standard output, refusals in one sentence."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from io import TextIOWrapper
from pathlib import Path

from advocate_desk.cli.parser import PROGRAM, parse
from advocate_desk.language import catalog
from advocate_desk.language.catalog import tr
from advocate_desk.settings import SettingsFile

TakePicture = Callable[[Path, Path], None]

DONE, BUG, REFUSED, INTERRUPTED = 0, 1, 2, 130


def main(argv: list[str], *, take_picture: TakePicture | None = None) -> int:
    """Do what the arguments say.

    The exit code is 0 when it was done, 2 when it was refused (with a sentence on standard
    error), 1 for a bug of the program; `verify` ends with 1 where a document has faults.
    """
    _speak_utf8()
    settings = SettingsFile.of_this_user()
    catalog.use(settings.read().language or catalog.SOURCE_LANGUAGE)
    try:
        code = _answered(argv, take_picture)
        sys.stdout.flush()
    except KeyboardInterrupt:
        return INTERRUPTED
    except BrokenPipeError:
        return _unheard()
    except Exception as error:  # noqa: BLE001 - the last door: a bug becomes a report and a code
        return _apologised(error, settings.folder)
    return code


def _answered(argv: list[str], take_picture: TakePicture | None) -> int:
    try:
        arguments = parse(argv)
    except SystemExit as leaving:  # argparse has said what was wrong, or printed the help
        return leaving.code if isinstance(leaving.code, int) else REFUSED
    # Late, so that a mistyped option costs no import of the store.
    from advocate_desk.cli.commands import carry_out
    from advocate_desk.model.errors import DeskError
    from advocate_desk.model.sentences import sentence

    try:
        return carry_out(arguments, take_picture)
    except DeskError as refusal:
        return _refused(sentence(refusal))
    except BrokenPipeError:
        raise
    except OSError as problem:
        return _refused(_file_sentence(problem))


def _refused(text: str) -> int:
    _say(text)
    return REFUSED


def _unheard() -> int:
    """The reader of a pipe has seen enough; nothing more may be written to it at exit."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return DONE


def _file_sentence(problem: OSError) -> str:
    name = Path(str(problem.filename)).name if problem.filename else ""
    reason = problem.strerror or type(problem).__name__
    return tr("“{name}” cannot be used: {reason}.", name=name, reason=reason)


def _apologised(error: Exception, folder: Path) -> int:
    from advocate_desk.desk.crash_reports import write_crash_report

    try:
        report = str(write_crash_report(error, folder))
    except OSError:
        report = type(error).__name__
    _say(tr("Sorry, this is a fault of the program. A report is in {report}.", report=report))
    return BUG


def _say(text: str) -> None:
    print(f"{PROGRAM}: {text}", file=sys.stderr)


def _speak_utf8() -> None:
    """Whatever the console is set to: Khmer must not stop at a code page."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
