"""Endorsers going out on the command line."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from advocate_desk.desk.desk import Desk
from advocate_desk.model.kinds import ShowAs
from cli.conftest import Call
from desk_making import endorse, make_desk, name, river

HIDDEN = "Hidden Village"


@pytest.fixture
def made(tmp_path: Path) -> tuple[Path, str]:
    """A desk with an edition of a statement, three endorsers and one who was asked."""
    desk = make_desk(tmp_path / "lists.desk")
    statement_id = river(desk)
    endorse(desk, statement_id, "Water Union", "សហជីពទឹក")
    endorse(desk, statement_id, "Fish Network", "បណ្តាញត្រី")
    hidden = endorse(desk, statement_id, HIDDEN)
    desk.endorsing.show_as([hidden], ShowAs.WITHHELD)
    desk.endorsing.add(statement_id, name("Rice Association"))
    desk.publishing.adopt(statement_id)
    desk.close(back_up=False)
    return desk.path, statement_id


@pytest.mark.parametrize("ending", ["xlsx", "csv"])
def test_endorsers_are_written_as_a_table(
    call: Call, made: tuple[Path, str], tmp_path: Path, ending: str
) -> None:
    path, statement_id = made
    target = tmp_path / f"list.{ending}"
    written = call("export-endorsers", path, statement_id, "--to", target, "--json")
    assert written.json == {"file": str(target), "rows": 3, "withheld": 1}
    masked = call("export-endorsers", path, "--to", target, "--withheld", "masked", "--contacts")
    assert masked.out == f"{target}\n"
    assert HIDDEN.encode() not in target.read_bytes()
    refused = call("export-endorsers", path, statement_id, "--to", tmp_path / "list.ods")
    assert refused.code == 2
    assert "use .xlsx, .csv" in refused.err


def test_labels_are_written(call: Call, made: tuple[Path, str], tmp_path: Path) -> None:
    path, statement_id = made
    target = tmp_path / "labels.docx"
    asked = ("export-labels", path, statement_id, "--to", target, "--grid", "3x8", "--language")
    written = call(*asked, "km", "--confirmed", "--json")
    assert written.json == {"file": str(target), "labels": 2, "withheld": 1}


def test_forms_are_written_for_who_has_not_answered(
    call: Call, made: tuple[Path, str], tmp_path: Path
) -> None:
    path, statement_id = made
    folder = tmp_path / "forms"
    folder.mkdir()
    written = call("export-forms", path, statement_id, "--to", folder, "--json")
    assert written.json == {"file": str(folder), "forms": 1, "withheld": 0}
    assert [one.suffix for one in folder.iterdir()] == [".docx"]
    again = call("export-forms", path, statement_id, "--to", folder)
    assert again.code == 2
    assert "Choose an empty folder." in again.err
    missing = call("export-forms", path, statement_id, "--to", folder, "--edition", "7")
    assert "no edition 7" in missing.err


def test_an_export_counts_and_an_addendum_goes_on(
    call: Call, made: tuple[Path, str], tmp_path: Path
) -> None:
    path, statement_id = made
    target = tmp_path / "list.txt"
    asked = ("export", path, statement_id, "--layout", "en", "--to", target, "--allow-findings")
    assert call(*asked, "--as-of", "2025-07-28").code == 0
    assert "3 organisations as of 28 July 2025" in target.read_text("utf-8")
    nobody = call(*asked, "--since", "1")
    assert "Nobody came since edition 1" in nobody.err
    desk = Desk.open(path)
    endorse(desk, statement_id, "Late School")
    desk.close(back_up=False)
    assert call(*asked, "--since", "1").code == 0
    assert "3. Late School" in target.read_text("utf-8")


def test_endorsers_are_counted(call: Call, made: tuple[Path, str]) -> None:
    path, statement_id = made
    found: Any = call(
        "list", path, "endorsers", "--statistics", "--statement", statement_id, "--json"
    ).json
    assert (found["total"], found["confirmed"], found["withheld"]) == (4, 3, 1)
    assert found["by_state"] == [
        {"name": "invited", "count": 1, "confirmed": 0},
        {"name": "confirmed", "count": 3, "confirmed": 3},
    ]
    told = call("list", path, "endorsers", "--statistics").out
    assert told.startswith("4 endorsers\nBy kind\n")
    assert "not known" in told
    assert call("list", path, "terms", "--statistics").code == 2
