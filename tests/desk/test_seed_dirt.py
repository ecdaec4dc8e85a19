"""The dirt of the two real documents, fault by fault, with the numbers of the endorsers."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from advocate_desk.desk.desk import Desk
from advocate_desk.model.finding import Finding
from desk_making import make_desk
from seeds import seed_1, seed_2

Found = dict[str, list[Finding]]

# What is known of the list of 102: rule, and the numbers of the endorsers it is about.
OF_SEED_1 = [
    ("X1", "mistyped_word", "13"),
    ("X2", "mistyped_word", "49"),
    ("X3", "missing_space", "57"),
    ("X4", "dash_acronym", "9"),
    ("X5", "name_full_stop", "82"),
    ("X6", "dotted_acronym", "81"),
    ("X7", "odd_acronym", "28 34 50 64 83 91 96"),
    ("X8", "no_acronym", "6 8 9 11 12 21 23 33 36 45 46 53 61 62 65 68 71 74 75 82 84 92 94 98"),
    ("X9", "capital_name", "6 54 65 92 98"),
    ("X10", "spelling_mix", "18 75 88 93"),
    ("X11", "name_case", "12 40 41 48 52 66 82 102"),
    ("X12", "unsorted_names", "18 19 20 21 25 26 58 59 77 78"),
    ("X12", "filed_oddly", "1 95"),
    ("X13", "unlike_acronym", "2 32"),
    ("X14", "alike_names", "8 72"),
    ("X15", "joined_name", "61"),
    ("X16", "country_names", "15 21 26"),
    ("X17", "foreign_name", "11 80"),
    ("X18", "coalition", "24 33 34"),
    ("X20", "straight_quotes", "22 30 63 69 84 87 91"),
]
# Posts by their kind: rule, and words of the text it is about.
OF_SEED_2 = [
    ("X22", "briefing", "quote_direction", "ACU"),
    ("X23", "petition", "no_break_space", "To urge"),
    ("X24", "briefing", "odd_hyphen", "politically"),
    ("X26", "cover_letter", "lost_space", "Ministerof"),
    ("X27", "cover_letter", "glued_words", "signaturesOne"),
    ("X27", "briefing", "glued_words", "FreeThe5KhNy"),
    ("X27", "invitation", "glued_words", "PPAReading"),
    ("X27", "media_notice", "glued_words", "PPAWhat"),
    ("X28", "cover_letter", "left_behind", "Read More"),
    ("X28", "briefing", "left_behind", "Read More"),
    ("X28", "invitation", "dangling_link", "This link"),
    ("X29", "cover_letter", "honorifics", "24"),
    ("X29", "cover_letter", "two_honorifics", "Hun Sen"),
    ("X30", "cover_letter", "line_comma", "Guterres"),
    ("X32", "cover_letter", "name_variants", "Paris Peace Accords"),
    ("X33", "cover_letter", "english_slip", "party signatures countries"),
    ("X34", "cover_letter", "date_forms", "23rd Of October 2017"),
    ("X34", "petition", "date_forms", "ថ្ងៃ២៣"),
    ("X34", "petition", "parity_date_wording", "in January 14"),
    ("X35", "petition", "english_slip", "The CEROC"),
    ("X36", "briefing", "half_name", "Vanda"),
    ("X38", "invitation", "nearly_repeated_text", "This slide"),
    ("X39", "petition", "left_behind", "One million signatures"),
    ("X39", "commentary", "left_behind", "cropped-Janet-and-LP-1.jpg"),
    ("X39", "petition", "left_behind", "Posted by: |"),
    ("X41", "petition", "old_spelling", "អោយ"),
    ("X41", "petition", "old_spelling", "សំរាប់"),
    ("X41", "petition", "old_spelling", "គំរាម"),
    ("X41", "commentary", "old_spelling", "សំរួល"),
    ("X41", "commentary", "old_spelling", "លំអៀង"),
    ("X42", "commentary", "khmer_sign", "អ៑ុនតាក់"),
    ("X46", "petition", "joined_number", "១៨"),
    ("X47", "petition", "no_break_space", "ឆ្នាំ២០១៨"),
]


def _checked(desk: Desk, path: Path) -> dict[str, Found]:
    """Kind of the statement to rule to findings."""
    made = desk.importing.bring_in(desk.importing.read_statements(path, "auto")).made
    kinds: dict[str, Found] = {}
    for statement_id in made:
        rules = kinds.setdefault(desk.drafting.statement(statement_id).kind.value, {})
        for found in desk.checking.check(statement_id):
            rules.setdefault(found.rule, []).append(found)
    return kinds


@pytest.fixture(scope="module")
def joint_statement(tmp_path_factory: pytest.TempPathFactory) -> Found:
    desk = make_desk(tmp_path_factory.mktemp("seed") / "one.desk")
    found = _checked(desk, seed_1())["joint_statement"]
    desk.close(back_up=False)
    return found


@pytest.fixture(scope="module")
def posts(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Found]:
    desk = make_desk(tmp_path_factory.mktemp("seed") / "two.desk")
    found = _checked(desk, seed_2())
    desk.close(back_up=False)
    return found


def _numbers(findings: list[Finding]) -> set[str]:
    """The endorsers some findings are about."""
    told = (str(f.arguments.get("positions", f.arguments.get("position", ""))) for f in findings)
    return {number for text in told for number in re.findall(r"\d+", text)}


@pytest.mark.parametrize(("fault", "rule", "numbers"), OF_SEED_1)
def test_the_dirt_of_the_list_is_told_with_its_numbers(
    joint_statement: Found, fault: str, rule: str, numbers: str
) -> None:
    assert set(numbers.split()) <= _numbers(joint_statement.get(rule, [])), fault


def test_the_slip_of_grammar_and_the_quotation_are_told(joint_statement: Found) -> None:
    (grammar,) = joint_statement["missing_to"]  # X19
    assert grammar.arguments["found"] == "procedures conduct"
    straight = [f for f in joint_statement["straight_quotes"] if f.block_id]  # X20
    assert sum(len(f.fixes) for f in straight) == 4


def test_rules_about_single_entries_stay_with_them(joint_statement: Found) -> None:
    singles = ("mistyped_word", "missing_space", "dash_acronym", "name_full_stop")
    assert {_one for rule in singles for _one in _numbers(joint_statement[rule])} == {
        *("13", "49", "57", "9", "82")
    }


@pytest.mark.parametrize(("fault", "kind", "rule", "words"), OF_SEED_2)
def test_the_dirt_of_the_page_is_told_where_it_is(
    posts: dict[str, Found], fault: str, kind: str, rule: str, words: str
) -> None:
    findings = posts[kind].get(rule, [])
    shown = " | ".join(" ".join((str(f), *map(str, f.arguments.values()))) for f in findings)
    assert words in shown, fault


def test_every_quotation_mark_that_looks_the_wrong_way_is_turned(posts: dict[str, Found]) -> None:
    (found,) = posts["briefing"]["quote_direction"]
    assert [fix.replacement for fix in found.fixes] == ["”", "”"]


def test_all_no_break_spaces_are_found(posts: dict[str, Found]) -> None:
    every = [f for rules in posts.values() for f in rules.get("no_break_space", [])]
    assert sum(len(f.fixes) for f in every) == 10  # two more went with a byline and a number


def test_a_day_after_in_is_told_once_and_corrected_by_a_click(posts: dict[str, Found]) -> None:
    wordings = posts["petition"]["parity_date_wording"]
    assert [fix.found for found in wordings for fix in found.fixes] == ["in", "in"]
    assert [fix.replacement for found in wordings for fix in found.fixes] == ["on", "on"]
    slips = posts["petition"]["english_slip"]
    assert not [found for found in slips if "January" in str(found.arguments)]
