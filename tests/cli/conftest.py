"""The command line, called in this process, with settings of its own."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from advocate_desk.cli.main import main
from advocate_desk.settings import SettingsFile


@dataclass(frozen=True)
class Answer:
    """What a call printed, and its exit code."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> object:
        """The one JSON value on standard output."""
        return json.loads(self.out)


Call = Callable[..., Answer]


@pytest.fixture
def call(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> Call:
    """Call the command line as a shell would."""
    own = SettingsFile(tmp_path / "settings" / "window.json")
    monkeypatch.setattr(SettingsFile, "of_this_user", classmethod(lambda _: own))

    def run(*arguments: object) -> Answer:
        capsys.readouterr()
        code = main([str(one) for one in arguments])
        printed = capsys.readouterr()
        return Answer(code, printed.out, printed.err)

    return run


@pytest.fixture
def desk_path(call: Call, tmp_path: Path) -> Path:
    """A new empty desk."""
    path = tmp_path / "office.desk"
    assert call("new", path).code == 0
    return path
