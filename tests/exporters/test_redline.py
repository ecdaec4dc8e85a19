"""A redline: two editions in one Word document, with tracked changes that can be accepted."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from itertools import groupby
from pathlib import Path

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st
from lxml import etree

from advocate_desk.exporters.blocks import Composition, ExportOptions
from advocate_desk.exporters.docx_writer import docx_bytes
from advocate_desk.exporters.redline import Redline, redline
from advocate_desk.exporters.redline_proof import accepted, rejected, verify_redline
from advocate_desk.exporters.verify import verify
from advocate_desk.exporters.verify_faults import Rule
from advocate_desk.model.edition import EditionView
from advocate_desk.model.errors import ExportRefused
from advocate_desk.model.header import Header, HeaderKind, Logo
from advocate_desk.model.kinds import BlockKind, Layout
from advocate_desk.model.statement import Block, Rendition
from exporters.docx_parts import R, W, tree
from exporters.sample import block, endorser, every_kind, item, picture, river_statement

LAYOUTS = [layout for layout in Layout if layout is not Layout.BOOKLET]
SMALL = ExportOptions(embed_fonts=False)
AUTHOR = "Clean River Network"


def _changed(view: EditionView) -> EditionView:
    """The statement with words, blocks, entries and names put in and taken out."""
    blocks = list(view.blocks)
    at = next(n for n, one in enumerate(blocks) if "falling" in one.rendition("en").body)
    first = blocks[at].renditions
    km = replace(first["km"], body=first["km"].body.replace("យើងខ្ញុំ", "ពួកយើង"))
    en = replace(first["en"], body=first["en"].body.replace("falling", "quickly falling"))
    blocks[at] = replace(blocks[at], renditions={"km": km, "en": en})
    blocks.insert(3, block(BlockKind.PARAGRAPH, "កថាខណ្ឌថ្មី។", "New: write to a@b.example."))
    del blocks[5]
    return replace(
        view,
        blocks=tuple(blocks),
        endorsers=(*view.endorsers[1:], endorser("អង្គការថ្មី", "New Organisation")),
        issue_date=date(2025, 8, 2),
        fixed_time="2025-08-02T00:00:00Z",
    )


def _made(layout: Layout, options: ExportOptions = SMALL) -> Redline:
    before = every_kind(names=45)
    return redline(before, _changed(before), layout, options, AUTHOR)


@pytest.mark.parametrize("layout", LAYOUTS)
def test_both_editions_are_proved_in_every_layout(layout: Layout) -> None:
    assert verify_redline(_made(layout)) == ()


@pytest.mark.parametrize("layout", LAYOUTS)
def test_accepting_or_rejecting_all_gives_the_paragraphs_of_each_edition(layout: Layout) -> None:
    _is_each_document(_made(layout))


def test_the_same_edition_twice_has_no_change_in_it() -> None:
    view = every_kind()
    made = redline(view, view, Layout.SIDE_BY_SIDE, SMALL, AUTHOR)
    assert _changes(made.data) == []
    assert verify(made.data, made.after) == ()


def test_the_same_editions_give_the_same_bytes() -> None:
    assert _made(Layout.KHMER_ENGLISH).data == _made(Layout.KHMER_ENGLISH).data


def test_every_change_names_the_issuer_and_the_time_of_the_edition_and_has_its_own_number() -> None:
    changes = _changes(_made(Layout.SIDE_BY_SIDE).data)
    assert {one.get(f"{W}author") for one in changes} == {AUTHOR}
    assert {one.get(f"{W}date") for one in changes} == {"2025-08-02T00:00:00Z"}
    numbers = [one.get(f"{W}id") for one in changes]
    assert len(set(numbers)) == len(numbers) > 20


def test_only_the_changed_words_are_marked() -> None:
    body = tree(_made(Layout.ENGLISH).data, "word/document.xml")
    paragraph = next(p for p in body.iter(f"{W}p") if "quickly" in "".join(p.itertext()))
    marked = ["".join(one.itertext()) for one in paragraph.iter(f"{W}ins", f"{W}del")]
    assert "quickly " in marked
    assert all(len(text) < 20 for text in marked)


def test_taken_out_text_is_deleted_text_with_all_its_properties() -> None:
    body = tree(_made(Layout.KHMER).data, "word/document.xml")
    deleted = list(body.iter(f"{W}delText"))
    assert deleted
    for text in deleted:
        run = text.getparent()
        assert run is not None
        assert run.getparent().tag == f"{W}del"
        assert run.find(f"{W}rPr/{W}rFonts").get(f"{W}cs")
    assert not [t for d in body.iter(f"{W}del") for t in d.iter(f"{W}t")]


def test_rows_of_a_table_are_tracked() -> None:
    body = tree(_made(Layout.SIDE_BY_SIDE).data, "word/document.xml")
    assert body.findall(f".//{W}trPr/{W}ins")
    assert body.findall(f".//{W}trPr/{W}del")


def test_a_footnote_that_changed_is_taken_out_and_put_in() -> None:
    before = every_kind()
    blocks = [_replaced(one, "Measured on 3 June", "Measured on 4 June") for one in before.blocks]
    made = redline(before, replace(before, blocks=tuple(blocks)), Layout.ENGLISH, SMALL, AUTHOR)
    assert verify_redline(made) == ()
    notes = etree.tostring(tree(made.data, "word/footnotes.xml"), encoding="unicode")
    assert "3 June" in notes
    assert "4 June" in notes
    assert len(re.findall("The annex lists", notes)) == 1


def test_a_list_that_is_the_same_keeps_its_numbers_and_a_new_one_gets_its_own() -> None:
    before = river_statement()
    entries = (item("មួយ", "one"), item("ពីរ", "two"))
    more = block(BlockKind.ADDRESSEES, "ចម្លងជូន៖", "Copy to:", items=entries, id_="new")
    after = replace(before, blocks=(more, *before.blocks))
    made = redline(before, after, Layout.ENGLISH, SMALL, AUTHOR)
    assert verify_redline(made) == ()
    own = len(tree(docx_bytes(made.after), "word/numbering.xml").findall(f"{W}num"))
    assert len(tree(made.data, "word/numbering.xml").findall(f"{W}num")) == own


def test_a_picture_that_stays_is_no_change_and_pictures_have_numbers_of_their_own() -> None:
    logo = Logo("Fish", picture(), 40, 24)
    options = replace(SMALL, header=Header(HeaderKind.LOGOS, {}, {}, (logo, logo)))
    made = _made(Layout.ENGLISH, options)
    assert verify_redline(made) == ()
    body = tree(made.data, "word/document.xml")
    drawings = list(body.iter(f"{W}drawing"))
    assert len(drawings) == 2
    assert not [
        d for d in drawings if any(a.tag in {f"{W}ins", f"{W}del"} for a in d.iterancestors())
    ]


def test_lists_in_other_columns_are_set_in_one() -> None:
    before = river_statement(names=45)
    after = replace(before, endorsers=())
    made = redline(before, after, Layout.ENGLISH, ExportOptions(endorser_columns=3), AUTHOR)
    assert made.before.options.endorser_columns == 1
    assert verify_redline(made) == ()
    _is_each_document(made)


def test_a_booklet_is_refused() -> None:
    with pytest.raises(ExportRefused, match="booklet"):
        _made(Layout.BOOKLET)


def test_long_lists_take_no_time_to_speak_of() -> None:
    before = river_statement(names=1500)
    after = replace(before, endorsers=(*before.endorsers[:700], *before.endorsers[710:]))
    made = redline(before, after, Layout.ENGLISH, SMALL, AUTHOR)
    deleted = tree(made.data, "word/document.xml").findall(f".//{W}pPr/{W}rPr/{W}del")
    assert len(deleted) == 10


# Any two statements

_POOL = ("river", "the law of 2006", "ទន្លេ", "សហគមន៍", "a@b.example", "“fish”", "៥ នាក់", "x")
_TEXTS = st.lists(
    st.sampled_from((*_POOL, "\n\n", "\n", "word{{footnote: a note}}")), max_size=5
).map(" ".join)
_EDITS = st.lists(
    st.tuples(
        st.sampled_from(["drop", "copy", "swap", "km", "en", "clear", "item"]),
        st.integers(0, 30),
        _TEXTS,
    ),
    max_size=8,
)


def _edited(view: EditionView, edits: list[tuple[str, int, str]]) -> EditionView:
    blocks = list(view.blocks)
    for name, where, text in edits:
        at = where % len(blocks)
        one = blocks[at]
        if name == "drop" and len(blocks) > 2:
            del blocks[at]
        elif name == "copy":
            blocks.insert(where * 7 % len(blocks), replace(one, id=f"{one.id}+{len(blocks)}"))
        elif name == "swap":
            blocks[at], blocks[at - 1] = blocks[at - 1], blocks[at]
        elif name == "item" and one.items:
            blocks[at] = replace(one, items=(*one.items[1:], item(text, text)))
        elif one.kind is not BlockKind.PAGE_BREAK:
            code = name if name in {"km", "en"} else "en"
            side = Rendition(one.rendition(code).heading, "" if name == "clear" else text)
            blocks[at] = replace(one, renditions={**one.renditions, code: side})
    return replace(view, blocks=_with_one_list(blocks))


def _with_one_list(blocks: list[Block]) -> tuple[Block, ...]:
    """The desk never has two endorser lists in a statement."""
    lists = [one for one in blocks if one.kind is BlockKind.ENDORSER_LIST]
    return tuple(one for one in blocks if one not in lists[1:])


# Without shrinking: each try is a whole document, and any failing one can be read.
@settings(max_examples=12, deadline=None, phases=(Phase.explicit, Phase.reuse, Phase.generate))
@given(
    st.sampled_from(LAYOUTS),
    _EDITS,
    _EDITS,
    st.lists(st.integers(0, 14), max_size=14, unique=True),
)
def test_any_two_editions_come_back_from_their_redline(
    layout: Layout,
    first: list[tuple[str, int, str]],
    second: list[tuple[str, int, str]],
    kept: list[int],
) -> None:
    before = _edited(every_kind(names=14), first)
    after = _edited(before, second)
    after = replace(after, endorsers=tuple(after.endorsers[at % 14] for at in kept))
    made = redline(before, after, layout, SMALL, AUTHOR)
    found = [fault for fault in verify_redline(made) if fault.rule is not Rule.NUMBERING]
    assert found == []
    _is_each_document(made)


# Reading documents


def _replaced(one: Block, old: str, new: str) -> Block:
    sides = {
        code: replace(side, body=side.body.replace(old, new))
        for code, side in one.renditions.items()
    }
    return replace(one, renditions=sides)


def _changes(data: bytes) -> list[etree._Element]:
    body = tree(data, "word/document.xml")
    return [one for one in body.iter() if one.get(f"{W}author") is not None]


def _is_each_document(made: Redline) -> None:
    assert list(_told(accepted(made.data))) == list(_told(_alone(made.after)))
    outcome, alone = _told(rejected(made.data)), _told(_alone(made.before))
    assert [_without_list(one) for one in outcome] == [_without_list(one) for one in alone]


def _alone(composition: Composition) -> bytes:
    return docx_bytes(composition)


Told = tuple[str, tuple[tuple[str, str], ...]]


def _told(data: bytes) -> Iterator[Told]:
    """Properties and runs of each paragraph that says something; runs alike are one."""
    links = {one.get("Id"): one.get("Target") for one in tree(data, "word/_rels/document.xml.rels")}
    for paragraph in tree(data, "word/document.xml").iter(f"{W}p"):
        letters = [pair for run in paragraph.iter(f"{W}r") for pair in _letters(run, links)]
        if letters:
            yield _properties(paragraph), _runs(letters)


def _letters(run: etree._Element, links: dict[object, object]) -> Iterator[tuple[str, str]]:
    parent = run.getparent()
    link = (
        links[parent.get(f"{R}id")] if parent is not None and parent.tag == f"{W}hyperlink" else ""
    )
    properties = run.find(f"{W}rPr")
    look = f"{link} " + _shape(properties)
    for child in run:
        if child is not properties:
            kind = etree.QName(child).localname
            yield look, child.text or f"<{kind}>"


def _runs(letters: list[tuple[str, str]]) -> tuple[tuple[str, str], ...]:
    alike = groupby(letters, lambda pair: pair[0])
    return tuple((look, "".join(text for _, text in some)) for look, some in alike)


def _properties(paragraph: etree._Element) -> str:
    properties = paragraph.find(f"{W}pPr")
    for section in properties.findall(f"{W}sectPr"):
        properties.remove(section)
    return _shape(properties)


def _shape(element: etree._Element) -> str:
    """An element with all that is in it, however it was written."""
    inner = "".join(map(_shape, element))
    attributes = sorted((str(name), str(value)) for name, value in element.attrib.items())
    return f"<{etree.QName(element).localname} {attributes}>{inner}"


def _without_list(told: Told) -> Told:
    """Lists of the earlier edition may have other numbers in the file."""
    return re.sub("<numId [^>]*>", "", told[0]), told[1]


# LibreOffice reads them

TOOLS = ("soffice", "pdftotext")
MISSING = [tool for tool in TOOLS if not shutil.which(tool)]


@pytest.mark.skipif(bool(MISSING), reason=f"not installed here: {', '.join(MISSING)}")
def test_libreoffice_shows_the_tracked_changes(tmp_path: Path) -> None:
    for layout in (Layout.ENGLISH, Layout.SIDE_BY_SIDE):
        made = _made(layout, ExportOptions())
        (tmp_path / f"{layout.value}.docx").write_bytes(made.data)
    _convert(tmp_path, "fodt")
    for file in tmp_path.glob("*.fodt"):
        text = file.read_text("utf-8")
        assert len(re.findall("<text:insertion>", text)) > 2
        assert len(re.findall("<text:deletion>", text)) > 2
        assert set(re.findall("<dc:creator>(.*?)</dc:creator>", text)) == {AUTHOR}
    _convert(tmp_path, "pdf")
    for file in tmp_path.glob("*.pdf"):
        found = subprocess.check_output(["pdftotext", str(file), "-"], text=True, encoding="utf-8")
        assert "quickly falling" in " ".join(found.split())
        assert "New Organisation" in found
        assert "Clean River Network (CRN)" in found


def _convert(folder: Path, format_: str) -> None:
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    files = sorted(map(str, folder.glob("*.docx")))
    command = ["soffice", profile, "--headless", "--convert-to", format_, "--outdir", str(folder)]
    environment = os.environ | {"HOME": str(folder)}
    subprocess.run(
        [*command, *files], env=environment, check=True, capture_output=True, timeout=180
    )
