"""The composition root: which front the arguments ask for."""

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from advocate_desk import app
from advocate_desk.cli.parser import parse
from advocate_desk.importers.docx_file import CHILD_SWITCH

SOURCE = Path(app.__file__).resolve().parents[1]


def _started(*arguments: str, given: bytes = b"") -> subprocess.CompletedProcess[bytes]:
    environment = {**os.environ, "PYTHONPATH": str(SOURCE), "QT_QPA_PLATFORM": "offscreen"}
    command = [sys.executable, "-m", "advocate_desk", *arguments]
    return subprocess.run(command, input=given, capture_output=True, env=environment, check=False)


def test_every_command_of_the_command_line_is_known_to_the_root(
    capsys: pytest.CaptureFixture[str],
) -> None:
    with pytest.raises(SystemExit):
        parse(["--help"])
    listed = re.findall(r"^    ([\w-]+)(?: |$)", capsys.readouterr().out, re.MULTILINE)
    assert set(listed) == app.COMMANDS


def test_the_packaged_program_reads_word_files_in_a_process_of_its_own() -> None:
    assert app.READ_DOCX == CHILD_SWITCH
    done = _started(app.READ_DOCX, given=b"not a zip")
    assert "refused" in json.loads(done.stdout)


def test_a_desk_that_is_none_is_refused_in_one_sentence(tmp_path: Path) -> None:
    (tmp_path / "letter.desk").write_text("Dear friends")
    done = _started("check", str(tmp_path / "letter.desk"), "x")
    assert done.returncode == 2
    assert done.stderr.decode().count("\n") == 1


@pytest.mark.parametrize("screen", ["offscreen", "minimal"])
def test_without_a_screen_there_is_no_window(monkeypatch: pytest.MonkeyPatch, screen: str) -> None:
    monkeypatch.setenv("QT_QPA_PLATFORM", screen)
    assert app.is_headless()
