"""Compositions: what stands on the page, in the document's language only."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from advocate_desk.exporters.blocks import Composition, ExportOptions, Part, Role, Row
from advocate_desk.exporters.compose import compose
from advocate_desk.language import catalog
from advocate_desk.language.breaks import ZWSP
from advocate_desk.model.edition import EditionView
from advocate_desk.model.kinds import BlockKind, Layout, Marker
from exporters.sample import block, endorser, item, numbered, river_statement, view


def _parts(composition: Composition, role: Role, language: str = "en") -> list[Part]:
    return [p for p in composition.parts if p.role is role and p.language == language]


def _texts(composition: Composition, role: Role, language: str = "en") -> list[str]:
    return [part.text for part in _parts(composition, role, language)]


def _page(*blocks: object, layout: Layout = Layout.ENGLISH, **of_view: object) -> Composition:
    return compose(view(*blocks, **of_view), layout)  # type: ignore[arg-type]  # passed through


@pytest.mark.parametrize("layout", Layout)
def test_every_layout_prints_every_text_of_its_languages(layout: Layout) -> None:
    composition = compose(river_statement(), layout)
    for language in layout.languages:
        for role in (Role.TITLE, Role.PARAGRAPH, Role.DEMAND_HEADING, Role.ENDORSER):
            assert _parts(composition, role, language)
    assert {part.language for part in composition.parts} == set(layout.languages)


def test_side_by_side_is_one_flow_and_one_language_after_the_other_is_two() -> None:
    side_by_side = compose(river_statement(), Layout.SIDE_BY_SIDE)
    assert [flow.languages for flow in side_by_side.flows] == [("km", "en")]
    assert side_by_side.flows[0].header == {"km": "ភាសាខ្មែរ", "en": "English"}
    after = compose(river_statement(), Layout.ENGLISH_KHMER)
    assert [flow.languages for flow in after.flows] == [("en",), ("km",)]


def test_demands_are_numbered_over_the_statement_in_the_digits_of_the_language() -> None:
    composition = compose(river_statement(), Layout.SIDE_BY_SIDE)
    assert [p.marker for p in _parts(composition, Role.DEMAND_HEADING, "km")] == ["១.", "២."]
    assert [p.marker for p in _parts(composition, Role.DEMAND_HEADING, "en")] == ["1.", "2."]


def test_a_demand_without_headings_carries_its_number_before_the_first_paragraph() -> None:
    composition = _page(block(BlockKind.DEMAND, "", "First.\n\nSecond."))
    assert [(p.marker, p.text) for p in _parts(composition, Role.DEMAND_BODY)] == [
        ("1.", "First."),
        ("", "Second."),
    ]


def test_blanks_around_a_paragraph_do_not_push_it_out_of_line() -> None:
    composition = _page(block(BlockKind.DEMAND, "", "\u00a0 To urge.\n\n Twice. "))
    assert _texts(composition, Role.DEMAND_BODY) == ["To urge.", "Twice."]


def test_paragraphs_of_a_body_are_parts_and_line_breaks_stay() -> None:
    composition = _page(block(BlockKind.PARAGRAPH, "", "One\ntwo\n\nthree"))
    assert _texts(composition, Role.PARAGRAPH) == ["One\ntwo", "three"]


def test_addressees_are_numbered_and_their_entries_hang_on_a_dash() -> None:
    composition = compose(river_statement(), Layout.ENGLISH)
    addressees = [p for p in _parts(composition, Role.ITEM) if p.marker != "•"]
    assert [(p.marker, p.level) for p in addressees] == [("1.", 0), ("–", 1), ("–", 1), ("2.", 0)]
    assert addressees[0].text == "H.E. Sok Vanna,\nGovernor of Or Saat Province"


def test_side_by_side_an_entry_of_a_list_is_a_row_of_its_own() -> None:
    (flow,) = compose(river_statement(), Layout.SIDE_BY_SIDE).flows
    rows = [row for row in flow.rows if any(p.role is Role.ITEM for p in row.parts)]
    assert [len(row.cells["km"]) for row in rows] == [3, 1, 1, 1]
    assert all(len(row.cells["km"]) == len(row.cells["en"]) for row in rows)


@pytest.mark.parametrize(
    ("marker", "expected"),
    [
        (Marker.NUMBER, ["១.", "២."]),
        (Marker.BULLET, ["•", "•"]),
        (Marker.DASH, ["–", "–"]),
        (Marker.NONE, ["", ""]),
    ],
)
def test_a_list_is_marked_as_its_block_says(marker: Marker, expected: list[str]) -> None:
    a_list = block(BlockKind.LIST, items=(item("មួយ", ""), item("ពីរ", "")), marker=marker)
    composition = _page(a_list, layout=Layout.KHMER)
    assert [p.marker for p in _parts(composition, Role.ITEM, "km")] == expected


def test_dates_places_and_counts_are_filled_in_the_documents_language() -> None:
    line = block(
        BlockKind.ISSUE_LINE, "{{place}} {{date}} {{count_endorsers}}", "{{date}}, {{place}}"
    )
    composition = _page(line, layout=Layout.SIDE_BY_SIDE, endorsers=(endorser("ក"),), withheld=11)
    assert _texts(composition, Role.ISSUE_LINE, "km") == ["រាជធានីភ្នំពេញ ថ្ងៃទី២៨ ខែកក្កដា ឆ្នាំ២០២៥ ១២"]
    assert _texts(composition, Role.ISSUE_LINE) == ["28 July 2025, Phnom Penh"]


def test_an_unknown_or_empty_placeholder_stays_visible() -> None:
    line = block(
        BlockKind.ISSUE_LINE, "", "{{date}} {{ date }} {{issuer.name}} {{nobody}} {{place}}"
    )
    composition = _page(line, issue_date=None, place={"km": "ភ្នំពេញ"})
    assert _texts(composition, Role.ISSUE_LINE) == [
        "{{date}} {{ date }} {{issuer.name}} {{nobody}} {{place}}"
    ]


def test_a_filled_in_value_is_not_read_again() -> None:
    line = block(BlockKind.ISSUE_LINE, "", "{{place}}")
    composition = _page(line, place={"en": "{{date}} {0.__class__}"})
    assert _texts(composition, Role.ISSUE_LINE) == ["{{date}} {0.__class__}"]


def test_a_text_that_is_missing_on_one_side_leaves_a_visible_note() -> None:
    composition = _page(block(BlockKind.PARAGRAPH, "អត្ថបទ", ""), layout=Layout.SIDE_BY_SIDE)
    (note,) = _parts(composition, Role.PARAGRAPH)
    assert note.missing
    assert note.text == "[This text is not written yet.]"
    (written,) = _parts(composition, Role.PARAGRAPH, "km")
    assert not written.missing


def test_a_demand_with_a_heading_on_one_side_only_says_so_and_keeps_its_number() -> None:
    demand = block(BlockKind.DEMAND, "ខ្លឹមសារ", "Text", headings=("", "Heading"))
    composition = _page(demand, layout=Layout.KHMER)
    (heading,) = _parts(composition, Role.DEMAND_HEADING, "km")
    assert (heading.missing, heading.marker) == (True, "១.")


def test_a_block_that_is_empty_on_every_side_is_left_out() -> None:
    blank = (block(BlockKind.PARAGRAPH), block(BlockKind.LIST, items=(item("", ""),)))
    assert not list(_page(*blank).parts)


def test_endorsers_without_a_name_in_the_language_are_printed_in_another() -> None:
    composition = compose(river_statement(), Layout.KHMER)
    names = _texts(composition, Role.ENDORSER, "km")
    assert names[3] == "Friends of the Wetlands – FoW"
    assert [p.marker for p in _parts(composition, Role.ENDORSER, "km")][:3] == ["១.", "២.", "៣."]


def test_nothing_is_filled_in_or_linked_inside_a_name() -> None:
    names = (endorser(en="{{date}} Office, office@example.org"),)
    composition = _page(block(BlockKind.ENDORSER_LIST, "", "By:"), endorsers=names)
    (entry,) = _parts(composition, Role.ENDORSER)
    assert (entry.text, entry.links) == ("{{date}} Office, office@example.org", ())


@pytest.mark.parametrize(
    ("names", "withheld", "line"),
    [
        (99, 3, "and 3 organisations whose names are withheld for their safety (102 in all)"),
        (1, 1, "and 1 organisation whose name is withheld for its safety (2 in all)"),
        (0, 2, "2 organisations whose names are withheld for their safety"),
        (0, 1, "1 organisation whose name is withheld for its safety"),
    ],
)
def test_withheld_endorsers_are_counted(names: int, withheld: int, line: str) -> None:
    listed = tuple(endorser(en=f"Union {number}") for number in range(names))
    composition = _page(
        block(BlockKind.ENDORSER_LIST, "", "By:"), endorsers=listed, withheld=withheld
    )
    assert len(_parts(composition, Role.ENDORSER)) == names
    assert _texts(composition, Role.COUNT_LINE) == [line]


def test_without_withheld_endorsers_there_is_no_count_line() -> None:
    assert not _parts(compose(river_statement(), Layout.ENGLISH), Role.COUNT_LINE)


def test_the_khmer_count_line_counts_in_khmer_digits() -> None:
    (line,) = _texts(compose(river_statement(withheld=3), Layout.KHMER), Role.COUNT_LINE, "km")
    assert "៣" in line
    assert "៩" in line
    assert not any(digit in line for digit in "0123456789")


@pytest.mark.parametrize(("asked", "names", "columns"), [(0, 40, 1), (0, 41, 2), (3, 6, 3), (9, 6, 3), (1, 102, 1)])  # fmt: skip
def test_a_long_list_is_set_in_columns(asked: int, names: int, columns: int) -> None:
    options = ExportOptions(endorser_columns=asked)
    composition = compose(river_statement(names=names), Layout.ENGLISH, options)
    assert _endorser_row(composition).columns == columns


def _endorser_row(composition: Composition) -> Row:
    rows = composition.flows[0].rows
    return next(r for r in rows if any(p.role is Role.ENDORSER for p in r.parts))


def test_side_by_side_each_endorser_is_one_row() -> None:
    composition = compose(river_statement(names=50), Layout.SIDE_BY_SIDE)
    rows = [r for r in composition.flows[0].rows if any(p.role is Role.ENDORSER for p in r.parts)]
    assert len(rows) == 50
    assert all(row.columns == 1 and len(list(row.parts)) == 2 for row in rows)


def test_labels_headings_and_lead_ins_stay_with_what_follows() -> None:
    composition = compose(river_statement(), Layout.KHMER)
    kept = [next(iter(row.parts)).text for row in composition.flows[0].rows if row.keep]
    assert kept == [
        "សំណើរបស់យើង",
        "ក្នុងស្មារតីនៃកិច្ចសហប្រតិបត្តិការ យើងខ្ញុំសូមស្នើដូចខាងក្រោម៖",
        "គោរពជូន៖",
        "ឯកសារយោង៖",
        "គាំទ្រដោយ៖",
    ]


def test_the_language_of_the_window_has_no_say() -> None:
    before = compose(river_statement(withheld=2), Layout.SIDE_BY_SIDE)
    catalog.use("km")
    try:
        assert compose(river_statement(withheld=2), Layout.SIDE_BY_SIDE) == before
    finally:
        catalog.use("en")


def test_soft_breaks_are_written_only_when_asked_for() -> None:
    plain = compose(river_statement(), Layout.KHMER)
    assert not any(ZWSP in part.text for part in plain.parts)
    broken = compose(river_statement(), Layout.KHMER, ExportOptions(soft_breaks=True))
    assert any(ZWSP in part.text for part in broken.parts)
    assert not any(ZWSP in title for title in broken.title.values())
    for part in broken.parts:
        shown = [part.text[link.start : link.end] for link in part.links]
        assert all(address.isascii() for address in shown)


def test_the_title_of_the_document_is_one_line_with_its_placeholders_filled() -> None:
    title = block(BlockKind.TITLE, "", "A statement\nof {{count_endorsers}}")
    composition = _page(title, endorsers=(endorser(en="X"),))
    assert composition.title == {"en": "A statement of 1"}


@given(st.text(), st.text(), st.sampled_from(sorted(set(BlockKind))))
def test_no_text_is_lost_whatever_it_is(km: str, en: str, kind: BlockKind) -> None:
    statement: EditionView = view(block(kind, km, en))
    composition = compose(replace(statement, issue_date=None, place={}), Layout.SIDE_BY_SIDE)
    for language, body in (("km", km), ("en", en)):
        printed = "".join(
            p.text for p in composition.parts if p.language == language and not p.missing
        )
        kept = body.replace("{{count_endorsers}}", "0").strip() and kind is not BlockKind.PAGE_BREAK
        assert "".join(printed.split()) == ("".join(body.split()) if kept else "")


def test_the_sample_has_stable_ids() -> None:
    assert numbered(river_statement()) == river_statement()


def test_a_demand_may_be_a_heading_only() -> None:
    composition = _page(block(BlockKind.DEMAND, headings=("ឈប់", "Stop")))
    assert [(p.role, p.marker, p.text) for p in composition.parts] == [
        (Role.DEMAND_HEADING, "1.", "Stop")
    ]
