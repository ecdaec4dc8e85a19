"""What a page can hold: headers, signatures, quotations, footnotes, groups, scripts of others."""

import struct
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from advocate_desk.exporters.blocks import Composition, ExportOptions, Part, Role
from advocate_desk.exporters.compose import compose
from advocate_desk.exporters.docx_writer import docx_bytes
from advocate_desk.exporters.text_writer import text
from advocate_desk.exporters.verify import verify
from advocate_desk.model.header import Header, HeaderKind
from advocate_desk.model.kinds import BlockKind, Layout, Marker
from advocate_desk.model.other_scripts import foreign_scripts
from advocate_desk.model.pictures import logo
from advocate_desk.model.placeholders import Note, pieces, placeholders
from exporters.docx_parts import R, W, parts_of, text_of, tree, w
from exporters.sample import block, endorser, every_kind, item, picture, png_chunk, view

ORGANISATION = {"km": "បណ្តាញទន្លេស្អាត", "en": "Clean River Network"}
LINES = {"en": "12 Street 371\noffice@cleanriver.example"}
ONE_SIDED = [layout for layout in Layout if layout not in {Layout.SIDE_BY_SIDE, Layout.BOOKLET}]


def _parts(composition: Composition, role: Role, language: str = "en") -> list[Part]:
    return [part for part in composition.side(language) if part.role is role]


def _texts(composition: Composition, role: Role, language: str = "en") -> list[str]:
    return [part.text for part in _parts(composition, role, language)]


@pytest.mark.parametrize("layout", Layout)
def test_every_kind_of_block_stands_in_every_layout(layout: Layout) -> None:
    composition = compose(every_kind(), layout, ExportOptions(group_endorsers=True))
    header = {Role.HEADER_NAME, Role.HEADER_LINE, Role.STATE_NAME, Role.STATE_MOTTO, Role.ORNAMENT}
    unused = header | {Role.PAGE_BREAK, Role.NOTE, Role.FOOTNOTE}
    for language in layout.languages:
        roles = {part.role for part in composition.side(language)}
        assert roles == set(Role) - unused
    document = tree(docx_bytes(composition), "word/document.xml")
    said = "".join(text_of(p) for p in document.iter(W + "p"))
    for part in composition.parts:
        assert part.text.replace("\n", "") in said.replace("\n", "")


@pytest.mark.parametrize("left", ["km", "en"])
def test_either_language_may_stand_left(left: str) -> None:
    composition = compose(every_kind(), Layout.SIDE_BY_SIDE, ExportOptions(left=left))
    other = "en" if left == "km" else "km"
    assert composition.languages == composition.flows[0].languages == (left, other)
    first = next(tree(docx_bytes(composition), "word/document.xml").iter(W + "tr"))
    heads = {"km": "ភាសាខ្មែរ", "en": "English"}
    assert [text_of(c) for c in first.iter(W + "tc")] == [heads[left], heads[other]]


# --- footnotes and placeholders


def test_footnotes_are_real_ones_numbered_over_the_document() -> None:
    composition = compose(every_kind(), Layout.KHMER_ENGLISH)
    numbers = [note.number for part in composition.parts for note in part.notes]
    assert numbers == [1, 2, 3, 4]
    marks = [note.marker for part in composition.parts for note in part.notes]
    assert marks == ["១", "២", "3", "4"]
    notes = tree(docx_bytes(composition), "word/footnotes.xml")
    assert [w(note, "id") for note in notes] == ["-1", "0", "1", "2", "3", "4"]
    assert text_of(notes[5]).strip() == "The annex lists the villages."
    used = tree(docx_bytes(composition), "word/document.xml").iter(W + "footnoteReference")
    assert [w(mark, "id") for mark in used] == ["1", "2", "3", "4"]
    assert "[4] The annex lists the villages." in text(composition)


@pytest.mark.parametrize("layout", Layout)
def test_footnotes_are_numbered_in_the_order_of_the_page(layout: Layout) -> None:
    data = docx_bytes(compose(every_kind(), layout))
    used = tree(data, "word/document.xml").iter(W + "footnoteReference")
    ids = [int(w(mark, "id")) for mark in used]
    assert ids == sorted(ids)
    composition = compose(every_kind(), layout)
    assert ids == [note.number for part in composition.parts for note in part.notes]


def test_a_footnote_stands_where_it_was_written_beside_links_and_breaks() -> None:
    body = "See a@b.org{{footnote: mail}} now {{footnote:one {{place}}}}"
    for soft in (False, True):
        options = ExportOptions(soft_breaks=soft)
        made = compose(view(block(BlockKind.PARAGRAPH, "", body)), Layout.ENGLISH, options)
        (part,) = _parts(made, Role.PARAGRAPH)
        assert part.text == "See a@b.org now"
        assert [(note.at, note.text) for note in part.notes] == [
            (11, "mail"),
            (15, "one Phnom Penh"),
        ]
        assert verify(docx_bytes(made), made) == ()


def test_a_document_without_footnotes_has_no_part_for_them() -> None:
    assert "word/footnotes.xml" not in parts_of(docx_bytes(compose(view(), Layout.ENGLISH)))


def test_own_placeholders_never_take_the_place_of_the_programs() -> None:
    body = "{{river}} {{count_signatures}} {{lunar_date}} {{date}} {{unknown}}"
    statement = replace(
        view(block(BlockKind.PARAGRAPH, "", body)),
        signature_count=12,
        lunar={"en": "full moon"},
        own_placeholders={"river": {"en": "Or Saat"}, "date": {"en": "never"}},
    )
    (said,) = _texts(compose(statement, Layout.ENGLISH), Role.PARAGRAPH)
    assert said == "Or Saat 12 full moon 28 July 2025 {{unknown}}"


_VALUES = st.text(alphabet="{}dateplcfon: ក១", max_size=25) | st.sampled_from(
    ["{{date}}", "{{footnote: x}}", "{{place}}", "{{", "}}", "{{{{date}}}}"]
)


@given(_VALUES, _VALUES)
def test_a_value_is_never_read_again(date: str, place: str) -> None:
    values = {"date": date, "place": place}
    made = list(pieces("a{{date}}b{{footnote: c {{place}} d}}e{{place}}", values))
    assert "".join(each for each in made if isinstance(each, str)) == f"a{date}be{place}"
    assert [each.text for each in made if isinstance(each, Note)] == [f"c {place} d"]


@given(st.text(alphabet="{}:ab footnote\n", max_size=60))
def test_whatever_is_typed_is_printed_or_a_footnote(typed: str) -> None:
    made = list(pieces(typed, {}))
    notes = sum(isinstance(each, Note) for each in made)
    assert notes or "".join(each for each in made if isinstance(each, str)) == typed
    placeholders(typed)


# --- header profiles


def _headed(header: Header, layout: Layout = Layout.ENGLISH) -> Composition:
    statement = view(block(BlockKind.PARAGRAPH, "អត្ថបទ", "Text"))
    return compose(statement, layout, ExportOptions(header=header))


def test_a_leading_organisation_stands_beside_its_logo() -> None:
    shown = logo("Network.png", picture())
    made = _headed(Header(HeaderKind.LEAD, ORGANISATION, LINES, (shown,)))
    assert _texts(made, Role.HEADER_NAME) == ["Clean River Network"]
    assert _texts(made, Role.HEADER_LINE) == ["12 Street 371", "office@cleanriver.example"]
    document = tree(docx_bytes(made), "word/document.xml")
    (drawing,) = document.iter(W + "drawing")
    described = [e.get("descr") for e in drawing.iter() if e.get("descr")]
    assert set(described) == {"Network"}
    assert verify(docx_bytes(made), made) == ()


def test_several_logos_stand_in_a_row_and_each_file_is_there_once() -> None:
    one, two = logo("a.png", picture()), logo("b.png", picture(80, 10))
    made = _headed(Header(HeaderKind.LOGOS, logos=(one, two, one)), Layout.KHMER_ENGLISH)
    data = docx_bytes(made)
    media = [name for name in parts_of(data) if name.startswith("word/media/")]
    assert len(media) == 2
    document = tree(data, "word/document.xml")
    assert len(list(document.iter(W + "drawing"))) == 6
    ids = [e.get("id") for e in document.iter() if e.tag.endswith("docPr")]
    assert len(set(ids)) == 6
    used = {e.get(R + "embed") for e in document.iter() if e.get(R + "embed")}
    relations = {r.get("Id") for r in tree(data, "word/_rels/document.xml.rels")}
    assert used <= relations
    assert docx_bytes(made) == data


@pytest.mark.parametrize("layout", Layout)
def test_the_state_header_says_the_state_and_the_motto(layout: Layout) -> None:
    made = _headed(Header(HeaderKind.STATE), layout)
    if "km" in layout.languages:
        assert _texts(made, Role.STATE_NAME, "km") == ["ព្រះរាជាណាចក្រកម្ពុជា"]
        assert _texts(made, Role.STATE_MOTTO, "km") == ["ជាតិ សាសនា ព្រះមហាក្សត្រ"]
    if "en" in layout.languages:
        assert _texts(made, Role.STATE_MOTTO) == ["Nation  Religion  King"]
    said = text(made)
    assert "Nation  Religion  King" in said or layout is Layout.KHMER


def test_no_header_leaves_no_trace() -> None:
    assert not _headed(Header(organisation=ORGANISATION)).flows[0].head
    assert not _headed(Header(HeaderKind.LOGOS)).flows[0].head


def test_a_logo_with_a_place_in_it_leaks_nothing() -> None:
    place = b"GPSLatitude 11.5564"
    private = png_chunk(b"tEXt", b"Author\0Sok Dara") + png_chunk(b"eXIf", place)
    shown = logo("a.png", picture(extra=private))
    data = docx_bytes(_headed(Header(HeaderKind.LOGOS, logos=(shown,))))
    everything = b"".join(parts_of(data).values())
    assert place not in everything
    assert b"Sok Dara" not in everything
    width, height = struct.unpack_from(">LL", shown.data, 16)
    assert (width, height) == (shown.width, shown.height) == (40, 24)


# --- signatures, groups, orders


def test_signatories_stand_two_to_a_line_with_room_to_sign() -> None:
    document = tree(docx_bytes(compose(every_kind(), Layout.ENGLISH)), "word/document.xml")
    (table,) = document.iter(W + "tbl")
    rows = [[text_of(cell) for cell in row.iter(W + "tc")] for row in table.iter(W + "tr")]
    assert [len(row) for row in rows] == [2, 2]
    assert rows[0][0] == "Signature and stampSok DaraChair, Clean River Network"
    assert rows[1][1] == ""
    assert "____________________\nSignature and stamp\nSok Dara\nChair" in text(
        compose(every_kind(), Layout.ENGLISH)
    )


def test_a_signatory_who_is_not_written_in_a_language_is_a_visible_gap() -> None:
    blank = block(BlockKind.SIGNATURE_BLOCK, items=(item("សុខ ដារ៉ា", ""),))
    (gap,) = _parts(compose(view(blank), Layout.ENGLISH), Role.SIGNATORY)
    assert gap.missing


@pytest.mark.parametrize(
    ("body", "count", "lines"),
    [
        ("", 0, []),
        ("", 1204, ["Signatures: 1204"]),
        ("Signed.", 3, ["Signed.", "Signatures: 3"]),
        ("{{count_signatures}} signed.", 3, ["3 signed."]),
    ],
)
def test_a_signature_summary_tells_the_count_once(body: str, count: int, lines: list[str]) -> None:
    summary = block(BlockKind.SIGNATURE_SUMMARY, "", body)
    statement = replace(view(summary), signature_count=count)
    assert _texts(compose(statement, Layout.ENGLISH), Role.SIGNATURE_SUMMARY) == lines


def test_endorsers_may_be_grouped_by_kind_and_count_on() -> None:
    options = ExportOptions(group_endorsers=True)
    made = compose(every_kind(names=9), Layout.ENGLISH, options)
    labels = _texts(made, Role.GROUP_LABEL)
    assert labels == ["Non-governmental organisations", "Unions", "Communities", "Others"]
    entries = _parts(made, Role.ENDORSER)
    assert [part.number for part in entries] == list(range(1, 10))
    numbering = tree(docx_bytes(made), "word/numbering.xml")
    starts = [w(s) for s in numbering.iter(W + "start")]
    assert starts.count("1") == len(starts)


def test_one_kind_of_endorsers_needs_no_word_above_it() -> None:
    names = tuple(replace(endorser(en=f"N{n}"), kind="ngo") for n in range(3))
    statement = view(block(BlockKind.ENDORSER_LIST, "", "By:"), endorsers=names)
    made = compose(statement, Layout.ENGLISH, ExportOptions(group_endorsers=True))
    assert not _parts(made, Role.GROUP_LABEL)


def test_each_language_has_its_own_alphabet() -> None:
    names = (endorser("ខេមរា", "Alpha"), endorser("កម្ពុជា", "The Beta"), endorser("គោរព", "aaa"))
    statement = view(block(BlockKind.ENDORSER_LIST, "ដោយ៖", "By:"), endorsers=names)
    options = ExportOptions(endorser_order="alphabet")
    after = compose(statement, Layout.KHMER_ENGLISH, options)
    assert _texts(after, Role.ENDORSER, "km") == ["កម្ពុជា", "ខេមរា", "គោរព"]
    assert _texts(after, Role.ENDORSER) == ["aaa", "Alpha", "The Beta"]
    beside = compose(statement, Layout.SIDE_BY_SIDE, options)
    assert _texts(beside, Role.ENDORSER, "km") == ["កម្ពុជា", "ខេមរា", "គោរព"]
    assert _texts(beside, Role.ENDORSER) == ["The Beta", "Alpha", "aaa"]


def test_role_notes_of_addressees_stand_under_their_names() -> None:
    made = compose(every_kind(), Layout.ENGLISH)
    (note,) = _parts(made, Role.ITEM_NOTE)
    assert note.text.startswith("Chair of the Committee")
    assert "1. Ms Keo Malis\n   Chair of the Committee" in text(made)


def test_nested_lists_count_or_bullet_at_any_depth() -> None:
    deep = item("", "a")
    for name in "bcd":
        deep = replace(item("", name, deep), marker=Marker.NUMBER)
    a_list = block(BlockKind.LIST, items=(deep,), marker=Marker.BULLET)
    made = _parts(compose(view(a_list), Layout.ENGLISH), Role.ITEM)
    assert [(p.marker, p.level) for p in made] == [("•", 0), ("1.", 1), ("1.", 2), ("1.", 3)]


# --- other scripts


def test_text_in_a_third_script_names_a_font_and_can_be_told() -> None:
    body = "Hello ภาษาไทย and 中文 and 👩‍👩‍👧 ok"
    statement = view(block(BlockKind.PARAGRAPH, f"ជំរាបសួរ {body}", body, id_="p"))
    statement = replace(statement, endorsers=(endorser(en="中文 Group"),))
    made = compose(statement, Layout.ENGLISH)
    runs = tree(docx_bytes(made), "word/document.xml").iter(W + "r")
    fonts = {text_of(r): w(r.find(f"{W}rPr/{W}rFonts"), "ascii") for r in runs}
    assert fonts["ภาษาไทย"] == "Leelawadee UI"
    assert fonts["中文"] == "Microsoft YaHei"
    assert fonts["👩‍👩‍👧"] == "Segoe UI Emoji"
    found = foreign_scripts(statement, ("km", "en"))
    assert {(f.script, f.language, f.block_id, f.position) for f in found} == {
        *(
            (script, code, "p", 0)
            for script in ("Thai", "Chinese or Japanese", "emoji")
            for code in ("km", "en")
        ),
        ("Chinese or Japanese", "en", "", 1),
    }
    assert [f.sample for f in found if f.position] == [""]


@pytest.mark.parametrize("layout", ONE_SIDED)
def test_our_own_page_passes_the_proof(layout: Layout) -> None:
    shown = logo("a.png", picture())
    options = ExportOptions(
        header=Header(HeaderKind.LOGOS, ORGANISATION, LINES, (shown, shown)),
        group_endorsers=True,
    )
    made = compose(every_kind(names=45), layout, options)
    assert verify(docx_bytes(made), made) == ()
