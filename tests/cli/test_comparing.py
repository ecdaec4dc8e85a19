"""The command line says what changed between two editions."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from advocate_desk.desk.desk import Desk
from advocate_desk.exporters.verify import verify
from advocate_desk.exporters.verify_faults import Rule
from advocate_desk.model.kinds import ShowAs
from cli.conftest import Call
from desk_making import block_ids, endorse, endorser, river


@pytest.fixture
def statement_id(desk_path: Path) -> str:
    """A statement with two editions, changed since."""
    desk = Desk.open(desk_path)
    made = river(desk, endorser("Water Union"), endorser("Hidden Village"))
    desk.publishing.adopt(made)
    ids = block_ids(desk, made)
    desk.drafting.write(ids[1], "en", body="We live by the great river.\n\nWe ask:")
    desk.drafting.write(ids[0], "km", body="ការពារទន្លេ")
    endorse(desk, made, "Late Circle")
    desk.publishing.adopt(made)
    desk.drafting.delete_block(ids[4])
    desk.endorsing.show_as([desk.endorsing.endorsements(made)[1].id], ShowAs.WITHHELD)
    desk.close(back_up=False)
    return made


def test_it_tells_the_changed_words_as_json(call: Call, desk_path: Path, statement_id: str) -> None:
    answer = call("compare", desk_path, statement_id, "--from", 1, "--to", 2, "--json")
    found: Any = answer.json
    assert (found["from"], found["to"], found["same"]) == (1, 2, False)
    texts = [block["text"] for block in found["blocks"]]
    assert {"kind": "added", "text": "great "} in texts[1]["en"]["body"]
    assert set(texts[0]) == {"km"}
    assert [one["happened"] for one in found["endorsers"]] == ["added"]
    assert (found["withheld"], found["file"]) == ([1, 1], None)
    assert "Hidden" not in answer.out


def test_it_tells_them_to_people_and_now_is_the_usual_end(
    call: Call, desk_path: Path, statement_id: str
) -> None:
    answer = call("compare", desk_path, statement_id, "--from", 1)
    assert "English: We live by the {+great +}river." in answer.out
    assert "removed" in answer.out
    assert "Endorser, added: Late Circle" in answer.out
    assert "Hidden" not in answer.out
    now = call("compare", desk_path, statement_id, "--from", 1, "--to", "now")
    assert now.out == answer.out


def test_it_writes_a_document_with_tracked_changes(
    call: Call, desk_path: Path, statement_id: str, tmp_path: Path
) -> None:
    target = tmp_path / "redline.docx"
    asked = ("compare", desk_path, statement_id, "--from", 1, "--to", 2, "--to-file", target)
    answer = call(*asked, "--layout", "en", "--json")
    assert answer.json["file"] == str(target)  # type: ignore[index]  # an object
    assert {fault.rule for fault in verify(target)} == {Rule.CHANGES}


@pytest.mark.parametrize(
    ("asked", "reason"),
    [
        (("--from", 7), "no edition 7"),
        (("--from", 1, "--to", 9), "no edition 9"),
        (("--from", 1, "--to-file", "changes.pdf"), "Word documents only"),
    ],
)
def test_what_is_not_there_is_refused_in_one_sentence(
    call: Call, desk_path: Path, statement_id: str, asked: tuple[object, ...], reason: str
) -> None:
    answer = call("compare", desk_path, statement_id, *asked)
    assert answer.code == 2
    assert reason in answer.err
    assert not answer.out


@pytest.mark.parametrize("number", ["0", "x", "-1", "១"])
def test_a_number_that_is_none_is_refused(
    call: Call, desk_path: Path, statement_id: str, number: str
) -> None:
    assert call("compare", desk_path, statement_id, f"--from={number}").code == 2


def test_the_same_text_has_no_differences(call: Call, desk_path: Path, statement_id: str) -> None:
    answer = call("compare", desk_path, statement_id, "--from", 1, "--to", 1)
    assert answer.out == "Nothing is different.\n"
