"""The rules of a check, one by one."""

from dataclasses import replace
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from advocate_desk.model.checked import Checked
from advocate_desk.model.checker import check
from advocate_desk.model.endorsement import Endorsement, Endorser, EndorserName
from advocate_desk.model.finding import Finding
from advocate_desk.model.kinds import (
    BlockKind,
    EndorsementState,
    Severity,
    StatementKind,
    TranslationState,
)
from advocate_desk.model.statement import EMPTY, Block, Rendition, Statement
from advocate_desk.model.withholding import Withheld

DRAFT, STALE = TranslationState.DRAFT, TranslationState.STALE
TITLE = Block("t", BlockKind.TITLE, {"en": Rendition("", "Title", DRAFT)})
LIST = Block("l", BlockKind.ENDORSER_LIST, {"en": EMPTY})


def _block(
    kind: BlockKind = BlockKind.PARAGRAPH,
    body: str = "",
    heading: str = "",
    state: TranslationState = DRAFT,
    **others: Rendition,
) -> Block:
    return Block("b", kind, {"en": Rendition(heading, body, state), **others})


def _endorsement(
    *, state: EndorsementState = EndorsementState.CONFIRMED, **names: str
) -> Endorsement:
    found = {code: EndorserName(name) for code, name in names.items()}
    return Endorsement("e", "s", Endorser("o", found), 0, state)


def _findings(
    *blocks: Block,
    languages: tuple[str, ...] = ("en",),
    endorsements: tuple[Endorsement, ...] = (),
    day: date | None = None,
    place: str = "",
    unplaced: tuple[str, ...] = (),
    outdated: frozenset[str] = frozenset(),
) -> tuple[Finding, ...]:
    statement = Statement(
        "s",
        StatementKind.PETITION,
        blocks=blocks,
        issue_date=day,
        place={"en": place},
        unplaced=unplaced,
    )
    withheld = Withheld.of(endorsements)
    return check(Checked(statement, endorsements, languages, outdated, withheld))


def _rules(*blocks: Block, **more: object) -> list[tuple[str, str, str]]:
    found = _findings(TITLE, *blocks, **more)  # type: ignore[arg-type]  # passed through
    return [(f.rule, f.language, f.field) for f in found]


def test_a_finished_statement_has_no_findings() -> None:
    assert _rules(_block(body="Text.")) == []


def test_a_missing_side_names_its_field() -> None:
    demand = _block(BlockKind.DEMAND, "Body", "Head", km=Rendition("", "តួ", DRAFT))
    assert _rules(demand, languages=("km",))[1:] == [("missing_rendition", "km", "heading")]
    body_only = _block(BlockKind.DEMAND, "Body", km=EMPTY)
    assert _rules(body_only, languages=("km",))[1:] == [("missing_rendition", "km", "body")]


def test_an_empty_demand_lacks_both_fields() -> None:
    assert _rules(_block(BlockKind.DEMAND, state=TranslationState.MISSING)) == [
        ("missing_rendition", "en", "heading"),
        ("missing_rendition", "en", "body"),
    ]


def test_a_block_empty_everywhere_is_only_hinted_at() -> None:
    (found,) = _findings(TITLE, _block(state=TranslationState.MISSING))
    assert (found.rule, found.severity) == ("empty_block", Severity.HINT)
    assert _rules(Block("p", BlockKind.PAGE_BREAK)) == []
    assert _rules(LIST) == [("empty_endorser_list", "", "")]


def test_items_are_checked_too() -> None:
    item = Block("i", BlockKind.ITEM, {"en": Rendition("", "one", DRAFT)})
    held = Block("l", BlockKind.LIST, {"km": Rendition("", "មួយ", DRAFT)}, (item,))
    found = _findings(held, languages=("km",))
    assert [f.block_id for f in found if f.rule == "missing_rendition"] == ["i"]


def test_a_stale_side_is_a_warning() -> None:
    (found,) = _findings(TITLE, _block(body="x", state=STALE))
    assert (found.rule, found.severity) == ("stale_rendition", Severity.WARNING)


def test_placeholders_need_a_value_and_a_known_name() -> None:
    body = "{{date}} {{place}} {{count_endorsers}} {{name}} {{name}} {{ date }}"
    assert len(_rules(_block(body=body))) == 4
    found = _findings(TITLE, _block(body=body), day=date(2026, 1, 1), place="X")
    assert [f.arguments["placeholder"] for f in found] == ["{{name}}", "{{ date }}"]
    assert {f.severity for f in found} == {Severity.BLOCKER}


def test_a_statement_without_a_title_is_told() -> None:
    assert [f.rule for f in _findings(_block(body="x"))] == ["no_title"]


def test_unplaced_texts_are_counted() -> None:
    (found,) = _findings(TITLE, unplaced=("a", "b"))
    assert str(found) == "Texts of the import have no place yet: 2. Place or dismiss them."


def test_typed_numbers_in_headings_are_seen() -> None:
    for heading in ("1. Stop", "១. Stop", "12) Stop", "3 - Stop"):
        assert _rules(_block(BlockKind.DEMAND, "x", heading)) == [("typed_number", "en", "heading")]
    for heading in ("1,000 families", "2025 budget", "No. 1"):
        assert _rules(_block(BlockKind.DEMAND, "x", heading)) == []


def test_an_issue_line_with_another_day_is_seen() -> None:
    line = _block(BlockKind.ISSUE_LINE, "Issued on: 28 July 2025")
    assert _rules(line, day=date(2025, 7, 28)) == []
    assert _rules(line) == []
    assert _rules(line, day=date(2025, 7, 29)) == [("other_date", "en", "body")]


def test_endorsers_are_found_by_position_never_by_name() -> None:
    invited = _endorsement(state=EndorsementState.INVITED, en="Water Union")
    empty, found = _findings(TITLE, LIST, endorsements=(invited,))
    assert (empty.rule, empty.severity) == ("empty_endorser_list", Severity.HINT)
    assert found.rule == "unconfirmed_endorser"
    assert str(found) == "Endorser 1 has not confirmed and is not printed."
    assert found.endorsement_id == "e"


def test_a_printed_endorser_needs_a_name_in_each_language() -> None:
    confirmed = _endorsement(en="Water Union")
    rules = _rules(LIST, languages=("km",), endorsements=(confirmed,))
    assert ("nameless_endorser", "km", "name") in rules


def test_many_endorsers_without_a_name_in_a_language_are_one_finding() -> None:
    listed = tuple(
        replace(_endorsement(en=f"Union {n}"), id=f"e{n}", position=n) for n in range(102)
    )
    found = [
        finding
        for finding in _findings(TITLE, LIST, languages=("km",), endorsements=listed)
        if finding.rule == "nameless_endorser"
    ]
    assert [str(finding) for finding in found] == [
        "102 endorsers have no Khmer name, from endorser 1 on; their English names are printed."
    ]
    assert found[0].endorsement_id == "e0"


def test_endorsers_need_a_list_to_stand_in() -> None:
    confirmed = _endorsement(en="Water Union")
    assert _rules(endorsements=(confirmed,)) == [("no_endorser_list", "", "")]


def test_an_agreement_to_an_older_text_is_seen() -> None:
    confirmed = _endorsement(en="Water Union")
    older = frozenset({confirmed.id})
    found = _rules(LIST, endorsements=(confirmed,), outdated=older)
    assert found == [("changed_after_consent", "", "name")]
    assert _rules(LIST, endorsements=(confirmed,)) == []


def test_many_agreements_to_an_older_text_are_one_finding() -> None:
    listed = tuple(
        replace(_endorsement(en=f"Union {n}"), id=f"e{n}", position=n) for n in range(102)
    )
    older = frozenset(one.id for one in listed[2:])
    found = [
        finding
        for finding in _findings(TITLE, LIST, endorsements=listed, outdated=older)
        if finding.rule == "changed_after_consent"
    ]
    told = "100 endorsers agreed to a previous text, from endorser 3 on."
    assert [str(finding) for finding in found] == [told]
    assert found[0].endorsement_id == "e2"


@given(st.text(max_size=40), st.text(max_size=40))
def test_any_text_can_be_checked(heading: str, body: str) -> None:
    for found in _findings(_block(BlockKind.DEMAND, body, heading), languages=("en", "km")):
        assert str(found)
