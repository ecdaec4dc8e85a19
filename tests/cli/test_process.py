"""The command line as a process of its own."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

SRC = Path(__file__).resolve().parents[2] / "src"


def _run(folder: Path, *arguments: str, **environment: str) -> subprocess.CompletedProcess[bytes]:
    env = {**os.environ, "PYTHONPATH": str(SRC), "XDG_CONFIG_HOME": str(folder), **environment}
    command = [sys.executable, "-W", "error", "-m", "advocate_desk", *arguments]
    return subprocess.run(command, cwd=folder, env=env, capture_output=True, check=False)


def test_answers_are_utf_8_on_any_console(tmp_path: Path) -> None:
    (tmp_path / "សួស្តី.md").write_text("# ថែរក្សាទន្លេ\n\nយើងស្នើ៖\n", "utf-8")
    assert _run(tmp_path, "new", "ការិយាល័យ.desk").returncode == 0
    made = _run(tmp_path, "import", "ការិយាល័យ.desk", "សួស្តី.md", "--json", PYTHONIOENCODING="ascii")
    assert made.returncode == 0, made.stderr
    assert json.loads(made.stdout.decode("utf-8"))[0]["title"]["km"] == "ថែរក្សាទន្លេ"
    assert "ថែរក្សាទន្លេ" in made.stdout.decode("utf-8")


def test_a_refusal_leaves_standard_output_empty(tmp_path: Path) -> None:
    refused = _run(tmp_path, "show", "missing.desk", "x", "--json")
    assert (refused.returncode, refused.stdout) == (2, b"")
    assert refused.stderr.startswith(b"advocate-desk: ")


def test_the_command_line_never_loads_the_window(tmp_path: Path) -> None:
    script = (
        "import sys; from advocate_desk.cli.main import main\n"
        "code = main(['new', 'a.desk']) or main(['list', 'a.desk', 'statements'])\n"
        "sys.exit(code or any(name.startswith('PySide6') for name in sys.modules))"
    )
    env = {**os.environ, "PYTHONPATH": str(SRC), "XDG_CONFIG_HOME": str(tmp_path)}
    done = subprocess.run(
        [sys.executable, "-c", script], cwd=tmp_path, env=env, capture_output=True, check=False
    )
    assert done.returncode == 0, done.stderr


@pytest.mark.parametrize("arguments", [("--help",), ("list", "a.desk", "clauses")])
def test_a_reader_that_has_seen_enough_is_no_error(
    tmp_path: Path, arguments: tuple[str, ...]
) -> None:
    assert _run(tmp_path, "new", "a.desk").returncode == 0
    env = {**os.environ, "PYTHONPATH": str(SRC), "XDG_CONFIG_HOME": str(tmp_path)}
    command = [sys.executable, "-m", "advocate_desk", *arguments]
    reading, writing = os.pipe()
    os.close(reading)
    done = subprocess.run(
        command, cwd=tmp_path, env=env, stdout=writing, stderr=subprocess.PIPE, check=False
    )
    os.close(writing)
    assert (done.returncode, done.stderr) == (0, b"")
