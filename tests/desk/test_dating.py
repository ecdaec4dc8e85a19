"""Dates, lunar dates and placeholders of a statement's own."""

from __future__ import annotations

from datetime import date

import pytest

from advocate_desk.desk.desk import Desk
from advocate_desk.model.errors import DeskError
from advocate_desk.model.kinds import BlockKind, Layout, Severity, ShowAs
from desk_making import endorse, river

DAY = date(2025, 7, 28)
LUNAR = "ថ្ងៃចន្ទ ៣កើត ខែស្រាពណ៍ ឆ្នាំម្សាញ់ សប្តស័ក ព.ស. ២៥៦៩"


@pytest.fixture
def statement_id(desk: Desk) -> str:
    """The river statement with a line that prints everything."""
    made = river(desk)
    line = desk.drafting.add_block(made, BlockKind.ISSUE_LINE).focus
    for code in ("km", "en"):
        desk.drafting.write(line, code, body="{{lunar_date}} | {{date}} | {{village}}")
    return made


def printed(desk: Desk, statement_id: str, layout: Layout) -> str:
    parts = desk.publishing.compose(statement_id, layout).parts
    return next(part.text for part in parts if " | " in part.text)


def about(desk: Desk, statement_id: str, rule: str, language: str = "km") -> list[str]:
    found = desk.checking.check(statement_id, (language,))
    return [str(finding) for finding in found if finding.rule == rule]


def test_the_lunar_date_is_computed_offline_in_both_languages(
    desk: Desk, statement_id: str
) -> None:
    desk.drafting.set_date(statement_id, DAY)
    lunar = desk.drafting.lunar_text(statement_id)
    assert lunar["km"] == LUNAR
    assert lunar["en"].startswith("Monday, 3rd waxing day of Srapoan")
    assert printed(desk, statement_id, Layout.KHMER).startswith(LUNAR)
    (hint,) = [f for f in desk.checking.check(statement_id, ("km",)) if f.rule == "lunar_date"]
    assert hint.severity is Severity.HINT
    assert "official calendar" in str(hint)


def test_a_date_without_a_lunar_date_is_said_in_a_sentence(desk: Desk, statement_id: str) -> None:
    with pytest.raises(DeskError, match="Set the date of the statement first"):
        desk.drafting.lunar_text(statement_id)
    desk.drafting.set_date(statement_id, date(1899, 12, 31))
    with pytest.raises(DeskError, match="1900 to 2100 only"):
        desk.drafting.lunar_text(statement_id)
    assert desk.drafting.lunar_lines(statement_id) == {}
    assert "set the date, or type" in about(desk, statement_id, "unresolved_placeholder")[0]
    desk.drafting.set_lunar(statement_id, "km", "១កើត")
    assert not any("lunar" in s for s in about(desk, statement_id, "unresolved_placeholder"))


def test_a_typed_lunar_date_goes_before_the_computed_one(desk: Desk, statement_id: str) -> None:
    desk.drafting.set_date(statement_id, DAY)
    desk.drafting.set_lunar(statement_id, "km", " ថ្ងៃចន្ទ ៤កើត ")
    lines = desk.drafting.lunar_lines(statement_id)
    assert (lines["km"].text, lines["km"].is_override) == ("ថ្ងៃចន្ទ ៤កើត", True)
    assert not lines["en"].is_override
    assert printed(desk, statement_id, Layout.KHMER).startswith("ថ្ងៃចន្ទ ៤កើត")
    (hint,) = about(desk, statement_id, "lunar_date")
    assert "typed by hand" in hint
    desk.drafting.set_lunar(statement_id, "km", "")
    assert printed(desk, statement_id, Layout.KHMER).startswith(LUNAR)
    assert not desk.drafting.set_lunar(statement_id, "km", "  ")


def test_a_typed_lunar_date_outlives_a_new_date_only_where_the_user_says_so(
    desk: Desk, statement_id: str
) -> None:
    desk.drafting.set_date(statement_id, DAY)
    desk.drafting.set_lunar(statement_id, "km", "ថ្ងៃចន្ទ")
    desk.drafting.set_date(statement_id, DAY)
    desk.drafting.set_place(statement_id, "km", "ភ្នំពេញ")
    assert desk.drafting.lunar_lines(statement_id)["km"].is_override
    desk.drafting.set_date(statement_id, date(2025, 7, 29), keep_lunar=True)
    assert desk.drafting.lunar_lines(statement_id)["km"].text == "ថ្ងៃចន្ទ"
    desk.drafting.set_date(statement_id, date(2025, 7, 30))
    assert not desk.drafting.lunar_lines(statement_id)["km"].is_override
    desk.history.undo()
    assert desk.drafting.lunar_lines(statement_id)["km"].is_override


def test_what_is_not_filled_in_stops_the_document_and_is_named(
    desk: Desk, statement_id: str
) -> None:
    (found,) = [
        f
        for f in desk.checking.check(statement_id, ("en",))
        if f.arguments.get("placeholder") == "{{village}}"
    ]
    assert (found.severity, found.language, found.field) == (Severity.BLOCKER, "en", "body")
    assert "is not filled in" in str(found)
    desk.drafting.set_placeholder(statement_id, "village", {"km": "ព្រែក"})
    assert any(
        "{{village}}" in s for s in about(desk, statement_id, "unresolved_placeholder", "en")
    )
    desk.drafting.set_placeholder(statement_id, "village", {"en": "Prek"})
    assert not any("village" in s for s in about(desk, statement_id, "unresolved_placeholder"))
    assert desk.drafting.placeholders(statement_id)[0].values == {"km": "ព្រែក", "en": "Prek"}
    assert printed(desk, statement_id, Layout.ENGLISH).endswith("| Prek")


def test_own_placeholders_are_listed_used_or_not(desk: Desk, statement_id: str) -> None:
    desk.drafting.set_placeholder(statement_id, "river", {"en": "Mekong"})
    listed = desk.drafting.placeholders(statement_id)
    assert [(one.name, one.is_used) for one in listed] == [("village", True), ("river", False)]
    desk.drafting.set_placeholder(statement_id, "river", {"en": " "})
    assert [one.name for one in desk.drafting.placeholders(statement_id)] == ["village"]
    assert not desk.drafting.set_placeholder(statement_id, "river", {})


@pytest.mark.parametrize("name", ["date", "lunar_date", "place", "count_signatures", "footnote"])
def test_the_programs_own_placeholders_cannot_be_given_a_value(
    desk: Desk, statement_id: str, name: str
) -> None:
    with pytest.raises(DeskError, match="of the program itself"):
        desk.drafting.set_placeholder(statement_id, name, {"en": "x"})


@pytest.mark.parametrize("name", ["", "1st", "Village", "a b", "a-b", "ភូមិ", "{{a}}", "a" * 42])
def test_a_name_that_cannot_stand_in_braces_is_refused(
    desk: Desk, statement_id: str, name: str
) -> None:
    with pytest.raises(DeskError, match="cannot be the name"):
        desk.drafting.set_placeholder(statement_id, name, {"en": "x"})


def test_a_value_is_never_read_again(desk: Desk, statement_id: str) -> None:
    desk.drafting.set_date(statement_id, DAY)
    desk.drafting.set_placeholder(statement_id, "village", {"en": "{{date}} {{footnote: no}}"})
    assert printed(desk, statement_id, Layout.ENGLISH).endswith("{{date}} {{footnote: no}}")


def test_a_withheld_name_in_a_value_is_told_and_taken_out(desk: Desk, statement_id: str) -> None:
    hidden = endorse(desk, statement_id, "Hidden Village")
    desk.endorsing.show_as([hidden], ShowAs.WITHHELD)
    desk.drafting.set_placeholder(statement_id, "village", {"en": "Hidden Village"})
    desk.drafting.set_lunar(statement_id, "en", "On Hidden Village day")
    view = desk.publishing.view(statement_id)
    assert "Hidden" not in f"{view.own_placeholders}{view.lunar}"
    (sentence,) = about(desk, statement_id, "withheld_name", "en")
    assert sentence == "A withheld name stands in the value of {{village}}."


def test_no_signatures_are_counted_yet(desk: Desk, statement_id: str) -> None:
    summary = desk.drafting.add_block(statement_id, BlockKind.SIGNATURE_SUMMARY).focus
    desk.drafting.write(summary, "en", body="Signed by {{count_signatures}} people")
    found = about(desk, statement_id, "unresolved_placeholder", "en")
    assert any("no signatures are counted yet" in sentence for sentence in found)
