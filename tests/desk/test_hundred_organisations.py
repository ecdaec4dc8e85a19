"""A hundred organisations, every name right: from a real list to its second edition."""

from __future__ import annotations

import json
import random
import zipfile
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from openpyxl import Workbook

from advocate_desk.cli.shapes import endorsements
from advocate_desk.desk.desk import Desk
from advocate_desk.desk.matching import Matcher
from advocate_desk.exporters.blocks import ExportOptions
from advocate_desk.exporters.sheet_writer import SheetTable, xlsx_bytes
from advocate_desk.exporters.text_writer import text
from advocate_desk.importers.endorser_entry import read_entry
from advocate_desk.model.comparison import Happened
from advocate_desk.model.consent import Consent
from advocate_desk.model.draft import DraftEndorser, DraftEndorsers
from advocate_desk.model.endorsement import Endorsement, EndorserName
from advocate_desk.model.endorser_message import MessageKind
from advocate_desk.model.errors import DeskError
from advocate_desk.model.kinds import BlockKind, EndorsementState, Layout, ShowAs, StatementKind
from advocate_desk.model.registry import (
    Alias,
    Choice,
    Decision,
    Match,
    MatchClass,
    NameKind,
    RegistryName,
)
from advocate_desk.model.sentences import filled, note_sentence, sentence
from desk_making import endorser, river
from seeds import seed_1

SAME, PROBABLE = MatchClass.SAME, MatchClass.PROBABLE
UNKNOWN = MatchClass.NEW
# Other spellings of entries, by their number in the document: slips, dashes, missing blanks,
# the acronym alone, British spelling, a dotted acronym, the Khmer name, a former name.
VARIANTS = {
    1: "3S Rivers Protection Network - 3SPN",
    3: "Action for Health Developement (AHEAD)",
    5: "Aliance for Conflict Transformation (ACT)",
    7: "Anakot  Kumar – AK",
    9: "Association of Domestic Workers (ADW)",
    13: "Buddhism for Social Development Action organization (BSDA)",
    18: "Cambodian Centre for Human Rights (CCHR)",
    27: "Cambodian Institute for Democracy- CID",
    32: "CENTRAL",
    40: "COMFREL",
    44: "Community Training Organization for Developmnet (CTOD)",
    47: "Dolphin School Support in Cambodia(DSSC)",
    49: "Environmental Protection and Development Organization (EPDO)",
    57: "Help The Old Age and Most Vulnerable Organisation (HOM)",
    60: "International Center for Children and Family (CIFA)",
    81: "Our Objective Organization (OOO)",
    93: "Street Children Assistance and Development Program (SCADP)",
    89: "អង្គការសន្តិសេនា",
    99: "Old Village Helpers",
    102: "Youth ForPeace (YFP)",
}
# Organisations that are alike and are not the same, by their numbers.
NOT_THE_SAME = ((8, 72, 94), (25, 30), (2, 42, 48), (64, 70), (78, 85))
COUNTED = ExportOptions(count_line=True, embed_fonts=False)
HIDDEN = (20, 50, 80)
WITHDRAWN = EndorsementState.WITHDRAWN


@pytest.fixture
def hundred(desk: Desk) -> str:
    """The statement of the document, whose endorsers are confirmed."""
    (statement_id,) = desk.importing.bring_in(desk.importing.read_statements(seed_1())).made
    assert len(listed(desk, statement_id)) == 102
    return statement_id


def listed(desk: Desk, statement_id: str) -> tuple[Endorsement, ...]:
    return desk.endorsing.endorsements(statement_id)


def ids(desk: Desk, statement_id: str) -> list[str]:
    return [one.id for one in listed(desk, statement_id)]


def entries(desk: Desk, statement_id: str) -> list[str]:
    return [one.endorser.names["en"].printed for one in listed(desk, statement_id)]


def withhold(desk: Desk, statement_id: str) -> list[str]:
    """Withhold three names; the names."""
    chosen = [listed(desk, statement_id)[number] for number in HIDDEN]
    desk.endorsing.show_as([one.id for one in chosen], ShowAs.WITHHELD)
    return [one.endorser.names["en"].name for one in chosen]


def change_fourth_demand(desk: Desk, statement_id: str) -> None:
    blocks = desk.drafting.statement(statement_id).blocks
    demands = [block.id for block in blocks if block.kind is BlockKind.DEMAND]
    desk.drafting.write(demands[3], "en", body="Both sides keep the rules of war.")


def message(desk: Desk, statement_id: str, number: int) -> str:
    chosen = ids(desk, statement_id)[number]
    return desk.messaging.message(chosen, MessageKind.CONFIRM_AGAIN, "en")


def issued(desk: Desk, statement_id: str) -> str:
    edition_id = desk.publishing.adopt(statement_id).focus
    desk.publishing.issue(edition_id)
    return edition_id


# The same list twice


def decided(matches: Sequence[Match]) -> dict[int, Decision]:
    """What a person does who agrees to what is surely the same and to what is new."""
    return {
        match.row: Decision.same_as(match.endorser_id)
        if match.match_class is SAME and match.endorser_id
        else Decision(Choice.NEW if match.match_class is UNKNOWN else Choice.SKIP)
        for match in matches
    }


def test_the_list_comes_again_with_twenty_variants_and_nothing_is_made_twice(
    desk: Desk, hundred: str, tmp_path: Path
) -> None:
    names = entries(desk, hundred)
    tell_other_names(desk, hundred)
    by_number = {at: one.endorser.id for at, one in enumerate(listed(desk, hundred), start=1)}
    numbers = list(by_number)
    random.Random(102).shuffle(numbers)  # noqa: S311 - an order
    table = tmp_path / "again.xlsx"
    rows = [("Organisation",), *((VARIANTS.get(one, names[one - 1]),) for one in numbers)]
    table.write_bytes(xlsx_bytes([SheetTable("Form answers 1", rows)]))
    draft = desk.importing.read_endorsers(table)
    assert (draft.rows, len(draft.endorsers), draft.listed) == (102, 102, ())
    matches = desk.registry.matcher().match_all(draft.endorsers)
    for match, number in zip(matches, numbers, strict=True):
        assert match.endorser_id == by_number[number], match
        assert match.match_class in ({SAME, PROBABLE} if number in VARIANTS else {SAME}), match
    (second,) = desk.importing.bring_in(desk.importing.read_statements(seed_1())).made
    desk.endorsing.remove(ids(desk, second))
    added = desk.endorsing.add_matched(second, draft, decided(matches))
    assert len(added.made) + len(added.listed) == 102
    assert len(added.made) >= 82
    assert len(desk.registry.endorsers()) == 102


def tell_other_names(desk: Desk, statement_id: str) -> None:
    """What a person knows of two endorsers: a Khmer name, and a former name."""
    khmer, renamed = (listed(desk, statement_id)[one - 1].endorser for one in (89, 99))
    record = desk.registry.record(khmer.id)
    both = {**khmer.names, "km": EndorserName(VARIANTS[89])}
    desk.registry.edit(replace(record, endorser=replace(record.endorser, names=both)))
    former = (Alias("en", VARIANTS[99], NameKind.FORMER),)
    desk.registry.edit(replace(desk.registry.record(renamed.id), aliases=former))


def test_organisations_that_are_alike_are_never_the_same(desk: Desk, hundred: str) -> None:
    printed = entries(desk, hundred)
    for group in NOT_THE_SAME:
        for number in group:
            others = [one for one in group if one != number]
            names = [registry_name(printed[one - 1], str(one)) for one in others]
            match = Matcher(names).match(read_entry(printed[number - 1], number))
            assert match.match_class is not SAME, match


def registry_name(entry: str, endorser_id: str) -> RegistryName:
    draft: DraftEndorser = read_entry(entry, 0)
    return RegistryName(endorser_id, "en", draft.name["en"], draft.acronym)


# Three names withheld


def test_three_withheld_names_leave_ninety_nine_and_the_line(
    desk: Desk, hundred: str, tmp_path: Path
) -> None:
    hidden = withhold(desk, hundred)
    printed = text(desk.publishing.compose(hundred, Layout.ENGLISH, COUNTED))
    assert "102 organisations as of" in printed
    assert "and 3 organisations whose names are withheld for their safety" in printed
    assert "\n99. " in printed
    assert "\n100. " not in printed
    desk.publishing.adopt(hundred)
    target = tmp_path / "statement.docx"
    assert desk.publishing.export(hundred, Layout.ENGLISH, target, COUNTED).faults == ()
    with zipfile.ZipFile(target) as parts:
        whole = "\n".join(parts.read(name).decode("utf-8", "replace") for name in parts.namelist())
    (edition,) = (one.content for one in desk.publishing.editions(hundred))
    rows = json.dumps(endorsements(desk, hundred), ensure_ascii=False)
    for name in hidden:
        assert all(name not in one for one in (printed, whole, edition, rows))
    desk.endorsing.write_withheld_line(hundred, {"en": "and {count} others who stay unnamed"})
    again = text(desk.publishing.compose(hundred, Layout.ENGLISH, COUNTED))
    assert "and 3 others who stay unnamed" in again
    for _ in range(3):  # the wording, the edition, the names
        desk.history.undo()
    assert "\n102. " in text(desk.publishing.compose(hundred, Layout.ENGLISH, COUNTED))


# The text changes, sixty agree again, one withdraws after issue


def test_a_changed_demand_shows_in_a_hundred_and_two_consents(desk: Desk, hundred: str) -> None:
    assert desk.consenting.outdated(hundred) == ()
    change_fourth_demand(desk, hundred)
    outdated = desk.consenting.outdated(hundred)
    assert len(outdated) == len(desk.consenting.outdated_ids(hundred)) == 102
    (change,) = outdated[0].changes
    assert change.before.startswith("We urge all parties")
    assert change.after == "Both sides keep the rules of war."
    shown = [row["agreed_to_earlier_text"] for row in endorsements(desk, hundred)]
    assert shown == [True] * 102
    found = [one for one in desk.checking.check(hundred) if one.rule == "changed_after_consent"]
    assert [one.arguments["count"] for one in found] == [102]
    again = ids(desk, hundred)[:60]
    desk.consenting.agree_again(again, Consent("Sok Dara", "Director", "telegram"))
    assert len(desk.consenting.outdated_ids(hundred)) == 42
    desk.history.undo()
    assert len(desk.consenting.outdated_ids(hundred)) == 102
    desk.history.redo()
    assert not desk.consenting.outdated_ids(hundred) & set(again)
    assert "Now: Both sides keep" in message(desk, hundred, 70)


def test_a_withdrawal_after_issue_makes_an_edition_and_an_erratum(desk: Desk, hundred: str) -> None:
    hidden = withhold(desk, hundred)
    change_fourth_demand(desk, hundred)
    desk.consenting.agree_again(ids(desk, hundred)[:60])
    first = issued(desk, hundred)
    before = desk.publishing.editions(hundred)[0]
    gone = listed(desk, hundred)[10]
    consent = Consent("Chan Mony", "Chair", "phone")
    desk.endorsing.set_state([gone.id], WITHDRAWN, consent=consent, note="asked to be taken off")
    rules = [one.rule for one in desk.checking.check(hundred)]
    assert rules.count("withdrawn_after_issue") == 1
    second, erratum = desk.publishing.make_erratum(first).made
    newer, old = desk.publishing.editions(hundred)
    assert (newer.id, old) == (second, before)
    assert old.content.encode() == before.content.encode()
    (told,) = desk.comparing.compare_editions(first, second).endorsers
    assert (told.happened, told.before["en"]) == (
        Happened.REMOVED,
        gone.endorser.names["en"].printed,
    )
    statement = desk.drafting.statement(erratum)
    assert statement.kind is StatementKind.ERRATUM
    words = text(desk.publishing.compose(erratum, Layout.ENGLISH, ExportOptions(embed_fonts=False)))
    assert "1 organisation withdrew its endorsement." in words
    assert "101 organisations endorse the statement" in words
    assert not any(name in words for name in (*hidden, gone.endorser.names["en"].name))
    states = [one.state for one in desk.consenting.events(gone.id)]
    assert states == [EndorsementState.CONFIRMED, EndorsementState.CONFIRMED, WITHDRAWN]
    desk.history.undo()
    assert desk.publishing.editions(hundred) == (before,)


# What is wrong with what comes in


def book(path: Path, *rows: Sequence[str], merged: str = "") -> Path:
    workbook = Workbook()
    sheet = workbook.active
    assert sheet is not None
    sheet.title = "Answers"
    for cells in rows:
        sheet.append(list(cells))
    if merged:
        sheet.merge_cells(merged)
    workbook.save(path)
    return path


def told(draft: DraftEndorsers) -> str:
    """Every sentence about rows and columns that were not taken as they are."""
    rows = [filled(row.reason, row.arguments) for row in draft.listed]
    return "\n".join([*rows, *(note_sentence(note) for note in draft.notes)])


HEAD = ("Organisation", "Acronym", "Date of consent")
SHEETS: dict[str, tuple[tuple[Sequence[str], ...], str, str]] = {
    "columns of the same title": (
        (("Organisation", "Organisation"), ("Alpha Group", "Beta Group")),
        "",
        "the columns A and B seem to hold the same; A was read",
    ),
    "merged cells": (
        (HEAD, ("Alpha Group", "AG"), ("", "BG")),
        "A2:A3",
        "Sheet “Answers”, row 3, column A: There is no name in it.",
    ),
    "a very long name": (
        (HEAD, ("A" * 32_000,), ("Alpha Group",)),
        "",
        "Sheet “Answers”, row 2, column A: It is longer than 200 characters.",
    ),
    "a direction mark": (
        (HEAD, ("Alpha \u202eGroup",), ("Beta Group",)),
        "",
        "Sheet “Answers”, row 2, column A: It holds hidden signs that turn the direction",
    ),
    "a formula": (
        (HEAD, ("Alpha Group",), ('=HYPERLINK("http://a.example","Beta")',)),
        "",
        "Sheet “Answers”, row 3, column A: It is a formula, not a name.",
    ),
}


@pytest.mark.parametrize("case", SHEETS)
def test_a_bad_cell_is_told_with_sheet_row_and_column_and_the_rest_is_kept(
    desk: Desk, tmp_path: Path, case: str
) -> None:
    rows, merged, words = SHEETS[case]
    draft = desk.importing.read_endorsers(book(tmp_path / "bad.xlsx", *rows, merged=merged))
    assert words in told(draft)
    assert "Sheet “Answers”" in told(draft)
    assert len(draft.endorsers) == 1
    assert draft.rows == len(draft.endorsers) + len(draft.listed)


FILES: dict[str, tuple[str, bytes, str]] = {
    "a name of a megabyte": ("a.csv", b"Organisation\nOne\n" + b"A" * 2**20, "line 3"),
    "a line of a megabyte": ("a.txt", b"One\n" + b"A" * 2**20 + b"\n", "line 2"),
    "another encoding": (
        "a.csv",
        "Organisation\n\u00e9t\u00e9\n".encode("latin-1"),
        "not in UTF-8",
    ),
    "another encoding of a text": ("a.txt", "\u00e9t\u00e9\n".encode("latin-1"), "not in UTF-8"),
    "zeros": ("a.csv", b"Organisation\nAl\x00pha\n", "not a text file"),
    "an open quotation mark": ("a.csv", b'Organisation,Acronym\n"Alpha,AG\nB,B\n', "line 3"),
    "no spreadsheet": ("a.xlsx", b"hello", "is not a spreadsheet"),
    "nothing": ("a.xlsx", b"", "is empty"),
}


@pytest.mark.parametrize("case", FILES)
def test_a_file_that_cannot_be_read_is_refused_whole(desk: Desk, tmp_path: Path, case: str) -> None:
    name, data, words = FILES[case]
    path = tmp_path / name
    path.write_bytes(data)
    with pytest.raises(DeskError) as refused:
        desk.importing.read_endorsers(path)
    assert words in sentence(refused.value)
    assert name in sentence(refused.value)
    assert desk.registry.endorsers() == ()


def test_control_characters_never_come_into_a_name(desk: Desk, tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("Al\x07pha\x1b Group\nBeta\x7f Group\n", encoding="utf-8")
    statement_id = river(desk)
    desk.endorsing.add_list(statement_id, desk.importing.read_endorsers(path))
    assert entries(desk, statement_id) == ["Alpha Group", "Beta Group"]


def test_an_answer_of_tomorrow_is_left_out_with_its_place(desk: Desk, tmp_path: Path) -> None:
    rows = (HEAD, ("Alpha Group", "AG", "2026-01-06"), ("Beta Group", "BG", "2026-01-05"))
    draft = desk.importing.read_endorsers(book(tmp_path / "late.xlsx", *rows))
    statement_id = river(desk)
    matches = desk.registry.matcher().match_all(draft.endorsers)
    added = desk.endorsing.add_matched(statement_id, draft, decided(matches))
    (left,) = added.listed
    assert filled(left.reason, left.arguments).startswith("Sheet “Answers”, row 2")
    assert "has not come yet" in filled(left.reason, left.arguments)
    assert entries(desk, statement_id) == ["Beta Group (BG)"]


def sparse(path: Path) -> Path:
    with path.open("wb") as file:
        file.truncate(2 * 2**30)
    return path


def test_evidence_that_is_gone_or_too_large_notes_nothing(desk: Desk, tmp_path: Path) -> None:
    statement_id = river(desk, endorser("Alpha Group", row=1))
    (first,) = ids(desk, statement_id)
    before = desk.endorsing.endorsements(statement_id)
    answer = desk.consenting.answer
    attempts: dict[str, Callable[[], object]] = {
        "cannot be read": lambda: answer([first], WITHDRAWN, evidence=[tmp_path / "gone.pdf"]),
        "larger than 25 MB": lambda: answer(
            [first], WITHDRAWN, evidence=[sparse(tmp_path / "film.mp4")]
        ),
        "is empty": lambda: answer([first], WITHDRAWN, evidence=[sparse_empty(tmp_path)]),
        "has not come yet": lambda: answer([first], WITHDRAWN, consent=Consent(on="2026-01-06")),
        "no such endorsement": lambda: desk.endorsing.set_state(["nobody"], WITHDRAWN),
        "never invited": lambda: desk.endorsing.add(
            statement_id, {"en": EndorserName("Beta Group")}, state=WITHDRAWN
        ),
    }
    for words, attempt in attempts.items():
        with pytest.raises(DeskError, match=words):
            attempt()
    assert desk.endorsing.endorsements(statement_id) == before
    assert len(desk.consenting.events(first)) == 1
    assert desk.consenting.evidence(first) == ()


def sparse_empty(folder: Path) -> Path:
    path = folder / "empty.pdf"
    path.touch()
    return path
