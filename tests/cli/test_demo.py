"""The demo: sample desk, documents, picture."""

from pathlib import Path

import pytest

from advocate_desk.cli import demo
from advocate_desk.cli.demo import DOCUMENTS, make_demo
from advocate_desk.cli.main import main
from advocate_desk.desk.desk import Desk
from advocate_desk.exporters import pdf_writer
from advocate_desk.model.errors import DeskError, ExportRefused
from advocate_desk.model.kinds import StatementKind
from cli.conftest import Call


def _picture(desk: Path, target: Path) -> None:
    Desk.open(desk).close()  # the window can have the desk: nobody holds it any more
    target.write_bytes(b"picture")


@pytest.fixture(autouse=True)
def no_office(monkeypatch: pytest.MonkeyPatch) -> None:
    """LibreOffice takes seconds, so only the test that is about it may find it."""
    monkeypatch.setattr(demo, "find_office", lambda: None)


@pytest.mark.usefixtures("call")
def test_the_demo_makes_everything_and_says_where(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = tmp_path / "new" / "demo"
    assert main(["demo", "--to", str(folder)], take_picture=_picture) == 0
    printed = [Path(line) for line in capsys.readouterr().out.splitlines()]
    assert all(path.is_file() for path in printed)
    names = [path.name for path in printed]
    assert names == ["sample.desk", *(name for _, name in DOCUMENTS), "window.png"]


def test_a_second_demo_makes_the_files_anew(tmp_path: Path) -> None:
    first = list(make_demo(tmp_path, None, _picture))
    documents = {path: path.read_bytes() for path in first if path.suffix == ".docx"}
    assert list(make_demo(tmp_path, None, _picture)) == first
    assert {path: path.read_bytes() for path in documents} == documents


def test_a_desk_with_own_work_is_never_overwritten(tmp_path: Path) -> None:
    (path, *_) = make_demo(tmp_path, None, None)
    desk = Desk.open(path)
    desk.drafting.new_statement(StatementKind.PETITION, {"en": "Ours"})
    desk.close()
    before = path.read_bytes()
    with pytest.raises(DeskError, match="more than the sample"):
        list(make_demo(tmp_path, None, None))
    assert path.read_bytes() == before


def test_an_empty_desk_of_that_name_is_not_ours(tmp_path: Path) -> None:
    Desk.create(tmp_path / "sample.desk").close()
    with pytest.raises(DeskError, match="more than the sample"):
        list(make_demo(tmp_path, None, None))


def test_a_desk_of_ones_own_is_only_shown(call: Call, desk_path: Path, tmp_path: Path) -> None:
    made = list(make_demo(tmp_path / "out", desk_path, _picture))
    assert [path.name for path in made] == ["window.png"]
    assert call("demo", "--to", tmp_path / "out", desk_path).out == ""


def test_with_an_office_the_demo_makes_a_pdf_too(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(demo, "find_office", lambda: Path("soffice"))
    monkeypatch.setattr(pdf_writer, "pdf", lambda *_, **__: b"%PDF-1.7")
    made = list(make_demo(tmp_path, None, None))
    assert made[-1].read_bytes() == b"%PDF-1.7"
    assert made[-1].name == "statement-km.pdf"


def test_an_office_that_fails_does_not_stop_the_demo(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object, **__: object) -> bytes:
        raise ExportRefused("it took too long")

    monkeypatch.setattr(demo, "find_office", lambda: Path("soffice"))
    monkeypatch.setattr(pdf_writer, "pdf", fail)
    assert not any(path.suffix == ".pdf" for path in make_demo(tmp_path, None, None))
