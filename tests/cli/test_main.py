"""The command line: answers, refusals, exit codes."""

import re
from pathlib import Path
from typing import Any

import pytest

from advocate_desk.cli import main as cli_main
from advocate_desk.desk.desk import Desk
from advocate_desk.desk.sample import make_sample
from advocate_desk.language import catalog
from advocate_desk.model.consent import Consent
from advocate_desk.settings import Settings, SettingsFile
from cli.conftest import Call

UUID7 = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}")
CALL = """# A call for clean water

We, the villages, ask:

## 1. Stop the waste

Stop it now.

## 2. Hear us

Hear everyone.

Write it down.

For more information, write to us at river@example.org

**Issued on: 5 May 2026**

**Endorsed by:**

1. Water Union (WU)
2. Fish Network
"""


@pytest.fixture
def document(tmp_path: Path) -> Path:
    path = tmp_path / "call.md"
    path.write_text(CALL, "utf-8")
    return path


@pytest.fixture
def made(call: Call, desk_path: Path, document: Path) -> dict[str, Any]:
    answer: Any = call("import", desk_path, document, "--json").json
    return dict(answer[0])


def _one_sentence(text: str) -> bool:
    return text.startswith("advocate-desk: ") and text.count("\n") == 1


def test_new_makes_a_desk_and_never_overwrites_one(call: Call, desk_path: Path) -> None:
    before = desk_path.read_bytes()
    again = call("new", desk_path)
    assert again.code == 2
    assert _one_sentence(again.err)
    assert desk_path.read_bytes() == before


def test_import_tells_what_it_made(made: dict[str, Any]) -> None:
    assert UUID7.fullmatch(made["statement_id"])
    assert made | {"statement_id": ""} == {
        "statement_id": "",
        "kind": "joint_statement",
        "title": {"km": "", "en": "A call for clean water"},
        "blocks": {
            "title": 1,
            "paragraph": 1,
            "demand": 2,
            "contact": 1,
            "issue_line": 1,
            "endorser_list": 1,
        },
        "endorsers": 2,
        "unplaced": [],
    }


def test_the_kind_can_be_said(call: Call, desk_path: Path, document: Path) -> None:
    answer: Any = call("import", desk_path, document, "--kind", "petition", "--json").json
    assert answer[0]["kind"] == "petition"


def test_show_has_every_language_number_and_entry(
    call: Call, desk_path: Path, made: dict[str, Any]
) -> None:
    shown: Any = call("show", desk_path, made["statement_id"], "--json").json
    assert shown["languages"] == ["km", "en"]
    assert shown["issue_date"] == "2026-05-05"
    title, _, first, second, *_, listed = shown["blocks"]
    assert title["text"] == {"km": "", "en": "A call for clean water"}
    assert title["state"] == {"km": "missing", "en": "draft"}
    assert title["number"] is None
    assert (first["kind"], first["number"], second["number"]) == ("demand", 1, 2)
    assert second["heading"] == {"km": "", "en": "Hear us"}
    assert second["text"]["en"] == "Hear us\n\nHear everyone.\n\nWrite it down."
    assert [(e["position"], e["text"]["en"]) for e in listed["items"]] == [
        (1, "Water Union (WU)"),
        (2, "Fish Network"),
    ]


def test_lists_have_their_shapes(call: Call, desk_path: Path, made: dict[str, Any]) -> None:
    statement_id = made["statement_id"]
    statements: Any = call("list", desk_path, "statements", "--json").json
    assert statements[0]["id"] == statement_id
    assert statements[0]["title"]["en"] == "A call for clean water"
    of_one: Any = call(
        "list", desk_path, "endorsements", "--statement", statement_id, "--json"
    ).json
    assert of_one[0] == {
        "position": 1,
        "name": {"en": "Water Union"},
        "acronym": "WU",
        "state": "confirmed",
        "show_as": "full",
        "edition": None,
        "agreed_to_earlier_text": False,
    }
    registry: Any = call("list", desk_path, "endorsers", "--json").json
    assert {one["name"]["en"] for one in registry} == {"Water Union", "Fish Network"}
    assert call("list", desk_path, "clauses", "--json").json == []


def test_a_list_tells_who_agreed_to_an_earlier_text(
    call: Call, desk_path: Path, made: dict[str, Any]
) -> None:
    desk = Desk.open(desk_path)
    edition = desk.publishing.adopt(made["statement_id"]).focus
    first = desk.endorsing.endorsements(made["statement_id"])[0]
    desk.consenting.agree_again([first.id], Consent(edition_id=edition))
    block = desk.drafting.statement(made["statement_id"]).blocks[1]
    desk.drafting.write(block.id, "en", body="Stop it for good.")
    desk.close(back_up=False)
    told: Any = call(
        "list", desk_path, "endorsements", "--statement", made["statement_id"], "--json"
    ).json
    assert {one["agreed_to_earlier_text"] for one in told} == {True}
    assert [one["edition"] for one in told] == [1, 1]


_OF_A_FINDING = {
    *("severity", "rule", "block_id", "language", "field", "endorser", "message"),
    *("values", "fix"),
}


def test_check_names_the_place(call: Call, desk_path: Path, made: dict[str, Any]) -> None:
    findings: Any = call("check", desk_path, made["statement_id"], "--json").json
    assert all(set(found) == _OF_A_FINDING for found in findings)
    headings = [f for f in findings if f["field"] == "heading"]
    assert [(f["severity"], f["rule"], f["language"]) for f in headings] == [
        ("blocker", "missing_rendition", "km")
    ] * 2
    assert headings[0]["message"] == "The heading is not written in this language yet."


def test_export_writes_or_is_stopped_by_findings(
    call: Call, desk_path: Path, made: dict[str, Any], tmp_path: Path
) -> None:
    statement_id = made["statement_id"]
    english, khmer = tmp_path / "en.docx", tmp_path / "km.txt"
    written = call("export", desk_path, statement_id, "--layout", "en", "--to", english)
    assert (written.code, written.out) == (0, f"{english}\n")
    assert english.read_bytes().startswith(b"PK")
    stopped = call("export", desk_path, statement_id, "--layout", "km", "--to", khmer)
    assert stopped.code == 2
    assert "Blocker: block 1, Khmer: Nothing is written in this language yet." in stopped.err
    assert not khmer.exists()
    options = ("--layout", "km", "--to", khmer, "--allow-findings")
    assert call("export", desk_path, statement_id, *options).code == 0
    assert khmer.exists()


def test_endorsers_are_imported_row_by_row(
    call: Call, desk_path: Path, made: dict[str, Any], tmp_path: Path
) -> None:
    names = tmp_path / "names.txt"
    names.write_text("1. Tree Circle\n2. Water Union (WU)\n3. Bird Club (BC)\n", "utf-8")
    into = ("--kind", "endorsers", "--into", made["statement_id"])
    result: Any = call("import", desk_path, names, *into, "--json").json
    assert (result["rows"], result["accepted"]) == (3, 2)
    assert result["listed"] == [
        {"row": 2, "text": "Water Union (WU)", "reason": "It is on the list already."}
    ]
    again = call("import", desk_path, names, *into)
    assert "Rows read: 3. Accepted: 0. Not accepted: 3." in again.out


def test_a_table_is_an_endorser_list_by_itself(
    call: Call, desk_path: Path, made: dict[str, Any], tmp_path: Path
) -> None:
    table = tmp_path / "names.csv"
    table.write_text("name,acronym\nTree Circle,TC\n", "utf-8")
    into = ("--into", made["statement_id"])
    result: Any = call("import", desk_path, table, *into, "--json").json
    assert (result["accepted"], result["listed"]) == (1, [])
    refused = call("import", desk_path, table)
    assert refused.code == 2
    assert "--into" in refused.err


def test_clauses_are_imported_into_the_library(call: Call, desk_path: Path, document: Path) -> None:
    done: Any = call("import", desk_path, document, "--kind", "clauses", "--json").json
    texts = [clause["text"]["en"].split("\n")[0] for clause in done["clauses"]]
    assert [text for text in texts if text in {"Stop the waste", "Hear us"}] == [
        "Stop the waste",
        "Hear us",
    ]
    assert done["rows"] == done["accepted"] + len(done["listed"])
    assert done["accepted"] == done["new"] == len(done["clauses"])
    listed: Any = call("list", desk_path, "clauses", "--json").json
    assert {clause["id"] for clause in listed} == {clause["id"] for clause in done["clauses"]}


def test_blocks_are_added_to_a_statement(
    call: Call, desk_path: Path, made: dict[str, Any], tmp_path: Path
) -> None:
    more = tmp_path / "more.md"
    more.write_text("## 3. Pay for it\n\nPay now.\n", "utf-8")
    statement_id = made["statement_id"]
    result: Any = call("import", desk_path, more, "--into", statement_id, "--json").json
    assert [one["statement_id"] for one in result] == [statement_id]
    assert sum(result[0]["blocks"].values()) > sum(made["blocks"].values())
    assert call("import", desk_path, more, "--into", "nope").code == 2


def test_people_get_lines(call: Call, desk_path: Path, document: Path) -> None:
    imported = call("import", desk_path, document)
    statement_id = imported.out.split()[0]
    assert "2 endorsers" in imported.out
    assert "Joint statement" in call("list", desk_path, "statements").out
    assert "(WU)" in call("list", desk_path, "endorsers").out
    listed = call("list", desk_path, "endorsements", "--statement", statement_id).out
    assert "   1  Water Union (WU)  confirmed, full name" in listed
    shown = call("show", desk_path, statement_id).out
    assert "[Demand 2]" in shown
    assert "   2  Fish Network" in shown
    assert "English (draft): Stop the waste" in shown
    assert "Blocker: block 1, Khmer" in call("check", desk_path, statement_id).out
    assert call("list", desk_path, "clauses").out == "There are none.\n"


def test_clauses_and_statements_can_be_narrowed_to_a_statement(
    call: Call, desk_path: Path, made: dict[str, Any], document: Path
) -> None:
    call("import", desk_path, document, "--kind", "clauses")
    statement_id = made["statement_id"]
    desk = Desk.open(desk_path)
    clause = desk.library.search("waste")[0]
    desk.library.insert(statement_id, clause.id)
    desk.close()
    used: Any = call("list", desk_path, "clauses", "--statement", statement_id, "--json").json
    assert [one["id"] for one in used] == [clause.id]
    assert "Stop the waste" in call("list", desk_path, "clauses").out
    one: Any = call("list", desk_path, "statements", "--statement", statement_id, "--json").json
    assert len(one) == 1
    of_one: Any = call("list", desk_path, "endorsers", "--statement", statement_id, "--json").json
    assert len(of_one) == 2


@pytest.mark.parametrize(
    "arguments",
    [
        ("show", "{desk}", "nope"),
        ("check", "{desk}", "nope"),
        ("export", "{desk}", "nope", "--layout", "en", "--to", "{folder}/a.docx"),
        ("list", "{desk}", "endorsements"),
        ("list", "{desk}", "endorsements", "--statement", "nope"),
        ("list", "{desk}", "statements", "--statement", "nope"),
        ("list", "{folder}/no.desk", "statements"),
        ("list", "{folder}", "statements"),
        ("import", "{folder}/no.desk", "{folder}/a.md"),
        ("import", "{desk}", "{folder}/missing.md"),
        ("import", "{desk}", "{folder}/bad.docx"),
        ("import", "{desk}", "{folder}"),
        ("import", "{folder}/bad.docx", "{folder}/a.md"),
        ("new", "{folder}/no/such/place/a.desk"),
        ("demo", "--to", "{folder}/bad.docx"),
        ("demo", "--to", "{folder}/demo", "{folder}/no.desk"),
    ],
)
def test_bad_input_is_one_sentence_and_code_2(
    call: Call, desk_path: Path, tmp_path: Path, arguments: tuple[str, ...]
) -> None:
    (tmp_path / "bad.docx").write_bytes(b"not a zip")
    answer = call(*(one.format(desk=desk_path, folder=tmp_path) for one in arguments))
    assert answer.code == 2
    assert answer.out == ""
    assert _one_sentence(answer.err), answer.err


@pytest.mark.parametrize(
    "arguments", [(), ("fly",), ("show",), ("export", "a", "b", "--layout", "fr", "--to", "c")]
)
def test_arguments_without_sense_are_code_2(call: Call, arguments: tuple[str, ...]) -> None:
    answer = call(*arguments)
    assert (answer.code, answer.out) == (2, "")
    assert answer.err


def test_help_is_no_error(call: Call) -> None:
    answer = call("--help")
    assert answer.code == 0
    assert "import" in answer.out


def test_a_locked_desk_can_be_read_but_not_written(
    call: Call, desk_path: Path, made: dict[str, Any], document: Path
) -> None:
    holder = Desk.open(desk_path)
    try:
        assert call("show", desk_path, made["statement_id"]).code == 0
        refused = call("import", desk_path, document)
        assert refused.code == 2
        assert _one_sentence(refused.err)
    finally:
        holder.close()


def test_a_bug_leaves_a_report_without_any_text(
    call: Call, desk_path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object) -> None:
        raise ZeroDivisionError("Hidden Village")

    monkeypatch.setattr("advocate_desk.cli.commands.carry_out", broken)
    answer = call("list", desk_path, "statements")
    (report,) = (tmp_path / "settings").glob("crash-*.txt")
    assert answer.code == 1
    assert str(report) in answer.err
    assert "ZeroDivisionError" in report.read_text("utf-8")
    assert "Hidden" not in answer.err + report.read_text("utf-8")


def test_stopping_with_the_keyboard_is_no_bug(
    call: Call, desk_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def stopped(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("advocate_desk.cli.commands.carry_out", stopped)
    assert call("list", desk_path, "statements").code == cli_main.INTERRUPTED


def test_a_report_that_cannot_be_written_is_no_second_bug(
    call: Call, desk_path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr("advocate_desk.cli.commands.carry_out", broken)
    (tmp_path / "settings").write_text("a file where the folder should be")
    answer = call("list", desk_path, "statements")
    assert (answer.code, "ZeroDivisionError" in answer.err) == (1, True)


def test_what_was_changed_while_reading_is_told_beside_the_answer(
    call: Call, desk_path: Path, tmp_path: Path
) -> None:
    document = tmp_path / "call.md"
    document.write_bytes(b"# A call\n\nWe\x07 ask for water.\n")
    answer = call("import", desk_path, document, "--json")
    assert answer.json
    assert answer.err


def test_lists_with_items_and_rests_are_shown_to_people(
    call: Call, desk_path: Path, tmp_path: Path
) -> None:
    desk = Desk.open(desk_path)
    statement_id = make_sample(desk).statement_id
    desk.close()
    shown = call("show", desk_path, statement_id).out
    assert "    English (draft): the commune councils around the lake" in shown
    assert "        English (draft): at least one woman" in shown
    checked = call("check", desk_path, statement_id).out
    assert checked == "Warning: Endorser 14 has not confirmed and is not printed.\n"


def test_a_file_problem_is_a_sentence(
    call: Call, desk_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def unreadable(*_: object) -> None:
        raise PermissionError(13, "Permission denied", "/secret/list.md")

    monkeypatch.setattr("advocate_desk.cli.commands.carry_out", unreadable)
    answer = call("list", desk_path, "statements")
    assert (answer.code, "“list.md” cannot be used" in answer.err) == (2, True)


def test_the_language_of_the_window_is_spoken(
    call: Call, desk_path: Path, made: dict[str, Any]
) -> None:
    SettingsFile.of_this_user().write(Settings(language="km"))
    try:
        shown: Any = call("show", desk_path, made["statement_id"], "--json").json
        assert catalog.current() == "km"
        assert shown["blocks"][0]["kind"] == "title"
    finally:
        catalog.use("en")
