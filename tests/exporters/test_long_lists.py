"""Lists of names that are made when asked for: the same page, in the same memory."""

import tracemalloc
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from advocate_desk.exporters import docx_body
from advocate_desk.exporters.blocks import Composition, ExportOptions, Role
from advocate_desk.exporters.booklet import spreads
from advocate_desk.exporters.compose import compose
from advocate_desk.exporters.docx_writer import docx_bytes
from advocate_desk.exporters.entries import Entries
from advocate_desk.model.edition import EditionView
from advocate_desk.model.kinds import BlockKind, Layout
from exporters.docx_parts import W, local, parts_of, text_of, tree, w
from exporters.sample import block, endorser, every_kind, river_statement, view

_NAMES = st.text(alphabet="aZ 1&<>\"'é–“中ไ👩កខ្ចា\u200b១.,\n", max_size=12) | st.sampled_from(
    ["Union of Workers", "សហជីពកម្មករ", "សហជីព (UN)", " x ", ""]
)


def _listed(*names: tuple[str, str], options: ExportOptions | None = None) -> EditionView:
    del options
    label = block(BlockKind.ENDORSER_LIST, "ដោយ៖", "By:", id_="list")
    return view(label, endorsers=tuple(endorser(km, en) for km, en in names))


@settings(max_examples=40)
@given(st.lists(st.tuples(_NAMES, _NAMES), min_size=2, max_size=30), st.sampled_from(["km", "en"]))
def test_names_written_at_once_are_the_names_written_one_by_one(
    names: list[tuple[str, str]], language: str
) -> None:
    statement = _listed(*names)
    made = compose(statement, Layout(language), ExportOptions(embed_fonts=False))
    usual = docx_body.LONG
    try:
        docx_body.LONG = 2
        quick = parts_of(docx_bytes(made))
        docx_body.LONG = 1000
        slow = parts_of(docx_bytes(made))
    finally:
        docx_body.LONG = usual
    texts = [_said(parts["word/document.xml"]) for parts in (quick, slow)]
    assert texts[0] == texts[1]
    assert quick["word/numbering.xml"] == slow["word/numbering.xml"]


def _said(document: bytes) -> list[tuple[list[str], list[tuple[str, str]]]]:
    from lxml import etree

    paragraphs = etree.fromstring(document).iter(W + "p")
    return [
        (
            [w(number) for number in p.iter(W + "numId")],
            [
                (w(r.find(f"{W}rPr/{W}rFonts"), "ascii"), text_of(r))
                for r in p.iter(W + "r")
                if text_of(r)
            ],
        )
        for p in paragraphs
    ]


def test_a_list_in_the_middle_of_a_statement_counts_on_and_starts_once() -> None:
    data = docx_bytes(compose(river_statement(names=900), Layout.ENGLISH))
    entries = [
        p
        for p in tree(data, "word/document.xml").iter(W + "p")
        if w(p.find(f"{W}pPr/{W}pStyle")) == "Endorser"
    ]
    assert len(entries) == 900
    assert len({w(p.find(f"{W}pPr/{W}numPr/{W}numId")) for p in entries}) == 1
    assert text_of(entries[-1]) == "Fishing Community of Village 900"


def test_entries_are_a_sequence_of_parts() -> None:
    made = compose(river_statement(names=50), Layout.KHMER)
    (entries,) = (
        parts
        for row in made.flows[0].rows
        for parts in row.cells.values()
        if isinstance(parts, Entries)
    )
    assert len(entries) == 50
    assert entries[-1].marker == "៥០."
    assert [part.number for part in entries[3:6]] == [4, 5, 6]
    assert entries[3:6][0] == entries[3]
    assert entries[:2] == tuple(entries)[:2]
    with pytest.raises(IndexError):
        entries[50]


def test_a_composition_equals_one_made_again() -> None:
    for layout in Layout:
        one, two = (compose(river_statement(names=50), layout) for _ in range(2))
        assert one == two
        assert one != compose(river_statement(names=51), layout)


@pytest.mark.parametrize("layout", [Layout.ENGLISH, Layout.KHMER, Layout.SIDE_BY_SIDE])
def test_more_names_take_the_same_memory(layout: Layout) -> None:
    few, many = (_peak(names, layout) for names in (700, 2_500))
    assert many - few < 1_500_000


def _peak(names: int, layout: Layout) -> int:
    statement = _listed(*((f"សហគមន៍ទី{n}", f"Community {n}") for n in range(names)))
    options = ExportOptions(embed_fonts=False)
    docx_bytes(compose(replace(statement, endorsers=statement.endorsers[:50]), layout, options))
    tracemalloc.start()
    docx_bytes(compose(statement, layout, options))
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    return peak


# --- booklets


def _sides(made: Composition) -> list[tuple[str, str]]:
    return [(flow.languages[0], flow.start.value) for flow in made.flows]


def test_a_booklet_has_a_cover_and_then_khmer_left_and_english_right() -> None:
    sides = _sides(compose(every_kind(names=150), Layout.BOOKLET))
    assert sides[:2] == [("km", "page"), ("en", "here")]
    spread = [("km", "even"), ("en", "odd")]
    assert len(sides) > 6
    assert sides[2:] == spread * ((len(sides) - 2) // 2)


def test_both_sides_of_a_spread_say_the_same() -> None:
    made = compose(every_kind(names=150), Layout.BOOKLET)
    for khmer, english in zip(made.flows[2::2], made.flows[3::2], strict=True):
        numbers = [
            [part.number for part in flow.parts if part.role is Role.ENDORSER]
            for flow in (khmer, english)
        ]
        assert numbers[0] == numbers[1]
        assert [row.block_id for row in khmer.rows] == [row.block_id for row in english.rows]


@pytest.mark.parametrize("names", [0, 7, 150, 900])
def test_a_booklet_loses_nothing_and_repeats_nothing(names: int) -> None:
    statement = every_kind(names=names)
    booklet, plain = (compose(statement, each) for each in (Layout.BOOKLET, Layout.KHMER_ENGLISH))
    for language in ("km", "en"):
        said, wanted = ([p.text for p in made.side(language)] for made in (booklet, plain))
        assert said == wanted


def test_no_spread_ends_with_what_announces_the_next() -> None:
    made = compose(every_kind(names=150), Layout.BOOKLET)
    for flow in made.flows[2:-2]:
        assert not flow.rows[-1].keep


def test_pages_of_a_booklet_have_mirrored_margins_and_begin_left_and_right() -> None:
    data = docx_bytes(compose(every_kind(names=60), Layout.BOOKLET))
    assert b"<w:mirrorMargins/>" in parts_of(data)["word/settings.xml"]
    starts = [w(s.find(W + "type")) for s in tree(data, "word/document.xml").iter(W + "sectPr")]
    assert starts[:2] == ["nextPage", "continuous"]
    assert set(starts[2:]) == {"evenPage", "oddPage"}
    columns = {w(c, "num") for c in tree(data, "word/document.xml").iter(W + "cols")}
    assert columns == {"1"}


def test_a_page_break_turns_the_page_of_a_booklet() -> None:
    blocks = (
        block(BlockKind.PARAGRAPH, "មួយ", "one"),
        block(BlockKind.PAGE_BREAK),
        block(BlockKind.PARAGRAPH, "ពីរ", "two"),
    )
    made = compose(view(*blocks), Layout.BOOKLET)
    assert [[p.text for p in flow.parts] for flow in made.flows] == [
        ["មួយ"],
        ["one"],
        ["ពីរ"],
        ["two"],
    ]


def test_a_text_longer_than_a_page_is_not_lost_and_ends_the_cutting() -> None:
    long = "word " * 3000
    made = compose(view(block(BlockKind.PARAGRAPH, "ខ្លី", long)), Layout.BOOKLET)
    assert [p.text for p in made.side("en")] == [long.strip()]
    assert spreads({"km": (), "en": ()}, {"km": (), "en": ()}, ExportOptions()) == ()


def test_lists_go_on_from_spread_to_spread() -> None:
    data = docx_bytes(compose(every_kind(names=150), Layout.BOOKLET))
    lists = {
        w(p.find(f"{W}pPr/{W}numPr/{W}numId"))
        for p in tree(data, "word/document.xml").iter(W + "p")
        if w(p.find(f"{W}pPr/{W}pStyle")) == "Endorser"
    }
    assert len(lists) == 1
    body = tree(data, "word/document.xml")[0]
    assert local(body[-1]) == "sectPr"
