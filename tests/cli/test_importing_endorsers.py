"""Endorser lists on the command line: same and new are recorded, the rest is for a person."""

from __future__ import annotations

import random
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from advocate_desk.desk.desk import Desk
from advocate_desk.exporters.sheet_writer import SheetTable, xlsx_bytes
from advocate_desk.model.endorsement import EndorserName
from advocate_desk.model.kinds import ShowAs
from advocate_desk.model.registry import Alias, NameKind
from cli.conftest import Call
from desk_making import river
from seeds import seed_1

LIST = "1. River Weavers Circle (RWC)\n2. Forest Voices\n3. Zone 4 Residents\n"


@pytest.fixture
def into(call: Call, desk_path: Path, tmp_path: Path) -> str:
    """A statement with three endorsers."""
    statement_id = empty_statement(desk_path)
    done = bring_in(call, desk_path, statement_id, written(tmp_path, "first.txt", LIST))
    assert (done["rows"], done["accepted"], done["listed"]) == (3, 3, [])
    assert {one["class"] for one in done["matches"]} == {"new"}
    return statement_id


def empty_statement(desk_path: Path) -> str:
    desk = Desk.open(desk_path)
    statement_id = river(desk)
    desk.close(back_up=False)
    return statement_id


def written(folder: Path, name: str, text: str) -> Path:
    path = folder / name
    path.write_text(text, "utf-8")
    return path


def bring_in(call: Call, desk_path: Path, into: str, path: Path) -> dict[str, Any]:
    answer = call("import", desk_path, path, "--kind", "endorsers", "--into", into, "--json")
    assert answer.code == 0, answer.err
    found: Any = answer.json
    return dict(found)


def test_the_shape_has_rows_accepted_listed_and_matches(
    call: Call, desk_path: Path, into: str, tmp_path: Path
) -> None:
    again = "RWC\nForest  VOICES\nZone 14 Residents\nForest Voises\nSea Choir\nsea choir\n"
    other = empty_statement(desk_path)
    done = bring_in(call, desk_path, other, written(tmp_path, "second.txt", again))
    assert set(done) == {"rows", "accepted", "listed", "matches"}
    assert done["accepted"] + len(done["listed"]) == done["rows"] == 6
    assert [tuple(one.values()) for one in done["matches"]] == [
        (1, "RWC", "probable", "River Weavers Circle", "It is the acronym of “River Weavers Circle”."),
        (2, "Forest  VOICES", "same", "Forest Voices", "It is written the same as “Forest Voices”."),
        (3, "Zone 14 Residents", "look-alike", "Zone 4 Residents",
         "It differs from “Zone 4 Residents” in a number."),
        (4, "Forest Voises", "probable", "Forest Voices",
         "It differs from “Forest Voices” in spelling or in common words only."),
        (5, "Sea Choir", "new", None, ""),
        (6, "sea choir", "same", "Sea Choir", "It is written the same as “Sea Choir”."),
    ]  # fmt: skip
    assert list(done["matches"][0]) == ["row", "incoming", "class", "endorser", "reason"]
    assert [one["row"] for one in done["listed"]] == [1, 3, 4, 6]
    assert printed(desk_path, other) == ["Forest Voices", "Sea Choir"]


def printed(desk_path: Path, statement_id: str) -> list[str]:
    desk = Desk.open(desk_path)
    found = desk.endorsing.endorsements(statement_id)
    desk.close(back_up=False)
    return [one.endorser.names["en"].printed for one in found]


def test_what_is_on_the_list_already_is_not_added_twice(
    call: Call, desk_path: Path, into: str, tmp_path: Path
) -> None:
    done = bring_in(call, desk_path, into, written(tmp_path, "again.txt", LIST))
    assert done["accepted"] == 0
    assert {one["class"] for one in done["matches"]} == {"same"}
    assert {one["reason"] for one in done["listed"]} == {"It is on the list already."}
    assert len(printed(desk_path, into)) == 3


def test_a_withheld_name_is_printed_nowhere(
    call: Call, desk_path: Path, into: str, tmp_path: Path
) -> None:
    desk = Desk.open(desk_path)
    hidden = desk.endorsing.endorsements(into)[1]
    desk.endorsing.show_as([hidden.id], ShowAs.WITHHELD)
    desk.close(back_up=False)
    again = written(tmp_path, "again.txt", "Forest Voices\nForest Voises\nThe Forest Voices\n")
    arguments = ("import", desk_path, again, "--kind", "endorsers", "--into", into)
    for answer in (call(*arguments, "--json"), call(*arguments)):
        assert answer.code == 0
        assert "Forest" not in answer.out + answer.err
    done: Any = call(*arguments, "--json").json
    assert {one["endorser"] for one in done["matches"]} == {"[name withheld]"}


def test_a_name_that_a_form_wants_withheld_is_printed_nowhere(
    call: Call, desk_path: Path, into: str, tmp_path: Path
) -> None:
    rows = "Organisation,May we print the name?\nSea Choir,No\nsea choir,No\nThe Sea Choir,Yes\nLark,Yes\n"
    path = written(tmp_path, "form.csv", rows)
    arguments = ("import", desk_path, path, "--kind", "endorsers", "--into", into)
    answer = call(*arguments, "--json")
    found: Any = answer.json
    assert found["accepted"] == 2
    assert "Sea" not in answer.out + answer.err
    assert "Lark" in answer.out
    desk = Desk.open(desk_path)
    hidden = [one for one in desk.endorsing.endorsements(into) if one.show_as is ShowAs.WITHHELD]
    assert len(hidden) == 1
    desk.close(back_up=False)


# Twenty rows of the first document as somebody else might write them down, by their number.
VARIANTS = {
    2: "Action for Developement Organization (AFD)",
    7: "Anakot Kumar - AK",
    13: "Buddhism for Social Development Action organization(BSDA)",
    18: "Cambodian Center for Human Rights (CCHR)",
    27: "Cambodian Institute for Democracy- CID",
    32: "CENTRAL",
    34: "CRC Cambodia",
    40: "COMFREL",
    44: "Community Training Organization for Developmnet (CTOD)",
    47: "Dolphin School Support in Cambodia(DSSC)",
    49: "Environmental Protection and Development Organization (EPDO)",
    57: "Help The Old Age and Most Vulnerable Organisation (HOM)",
    60: "International Centre for Children and Family - CIFA",
    73: "ម្លប់បៃតង (MB)",
    77: "ភាពជាដៃគូអប់រំ (NEP)",
    81: "Our Objective Organization (OOO)",
    89: "អង្គការសន្តិសេនា",
    93: "Street Children Assistance and Development Program (SCADP)",
    99: "Old Village Helpers",
    102: "Youth ForPeace (YFP)",
}
KHMER_NAMES = {89: "អង្គការសន្តិសេនា"}
FORMER_NAMES = {99: "Old Village Helpers"}


def test_a_second_import_with_planted_variants_makes_no_duplicate_silently(
    call: Call, desk_path: Path, tmp_path: Path
) -> None:
    source = tmp_path / "first.md"
    source.write_bytes(seed_1().read_bytes())
    first = empty_statement(desk_path)
    done = bring_in(call, desk_path, first, source)
    assert (done["accepted"], {one["class"] for one in done["matches"]}) == (102, {"new"})
    names = known_names(desk_path, first)
    tell_other_names(desk_path, names)
    table, planted = shuffled(tmp_path, desk_path, names)
    second = empty_statement(desk_path)
    found = bring_in(call, desk_path, second, table)
    assert found["rows"] == 102
    assert found["accepted"] + len(found["listed"]) == 102
    matches = {one["row"]: one for one in found["matches"]}
    for row, number in planted.items():
        assert matches[row]["class"] in {"same", "probable"}, matches[row]
        assert matches[row]["endorser"] == names[number][1], matches[row]
    others = [match for row, match in matches.items() if row not in planted]
    assert {one["class"] for one in others} == {"same"}
    assert len(others) == 82
    assert all(one["class"] != "new" for one in found["matches"])
    desk = Desk.open(desk_path)
    assert len(desk.registry.endorsers(limit=1000)) == 102
    desk.close(back_up=False)


def known_names(desk_path: Path, statement_id: str) -> dict[int, tuple[str, str, str]]:
    """Number in the list to endorser id, name and printed entry."""
    desk = Desk.open(desk_path)
    found = {
        one.position + 1: (one.endorser.id, one.endorser.names["en"].name,
                           one.endorser.names["en"].printed)
        for one in desk.endorsing.endorsements(statement_id)
    }  # fmt: skip
    desk.close(back_up=False)
    return found


def tell_other_names(desk_path: Path, names: dict[int, tuple[str, str, str]]) -> None:
    """Add the Khmer names and former names that a person knows of."""
    desk = Desk.open(desk_path)
    for number, khmer in KHMER_NAMES.items():
        record = desk.registry.record(names[number][0])
        both = {**record.endorser.names, "km": EndorserName(khmer)}
        desk.registry.edit(replace(record, endorser=replace(record.endorser, names=both)))
    for number, former in FORMER_NAMES.items():
        record = desk.registry.record(names[number][0])
        desk.registry.edit(replace(record, aliases=(Alias("en", former, NameKind.FORMER),)))
    desk.close(back_up=False)


def shuffled(
    folder: Path, desk_path: Path, names: dict[int, tuple[str, str, str]]
) -> tuple[Path, dict[int, int]]:
    """The list as a spreadsheet in another order, and which of its rows are planted variants."""
    numbers = list(names)
    random.Random(14).shuffle(numbers)  # noqa: S311 - an order
    texts = [VARIANTS.get(number, names[number][2]) for number in numbers]
    table = folder / "second.xlsx"
    rows = [("Name of organisation",), *((text,) for text in texts)]
    table.write_bytes(xlsx_bytes([SheetTable("Answers", rows)]))
    planted = {row: number for row, number in enumerate(numbers, start=2) if number in VARIANTS}
    return table, planted
