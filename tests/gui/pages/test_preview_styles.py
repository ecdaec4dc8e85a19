"""The preview's pages look as the style, the header and the letterhead say."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage, QPainter
from pytestqt.qtbot import QtBot

from advocate_desk.exporters.blocks import Composition, ExportOptions, Role
from advocate_desk.exporters.compose import compose
from advocate_desk.exporters.styles import Style, load_style, shipped_styles
from advocate_desk.gui.widgets.page_filling import Page
from advocate_desk.gui.widgets.page_layout import PageLayout
from advocate_desk.gui.widgets.page_looks import TWIPS, UNITS
from advocate_desk.gui.widgets.page_painter import draw_page
from advocate_desk.gui.widgets.paged_view import PagedView
from advocate_desk.model.header import Header, HeaderKind
from advocate_desk.model.kinds import Layout
from advocate_desk.model.letterhead import Letterhead, LetterheadPage
from advocate_desk.model.pictures import logo
from exporters.sample import every_kind, picture

STYLES: dict[str, Style] = {name: load_style(path) for name, path in shipped_styles().items()}
W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def laid(options: ExportOptions, layout: Layout = Layout.ENGLISH) -> tuple[Page, ...]:
    return PageLayout().pages(compose(every_kind(), layout, options))


def places(page: Page) -> dict[str, QRectF]:
    return {part.text.strip(): area for part, area in page.parts()}


def holding(pages: tuple[Page, ...], text: str) -> Page:
    return next(page for page in pages if any(text in known for known in places(page)))


@pytest.mark.parametrize("name", list(STYLES))
@pytest.mark.parametrize("layout", list(Layout))
def test_every_part_of_every_kind_is_on_a_page_in_every_style(name: str, layout: Layout) -> None:
    options = ExportOptions(style=STYLES[name])
    composition = compose(every_kind(), layout, options)
    pages = PageLayout().pages(composition)
    shown = {part.text for page in pages for part, _ in page.parts()}
    assert {p.text for p in composition.parts if p.role is not Role.PAGE_BREAK} <= shown
    for page in pages:
        assert all(placed.area.right() <= page.paper.width for placed in page.lines)


def test_paper_fonts_and_colours_are_the_styles() -> None:
    letter = laid(ExportOptions(style=STYLES["formal_letter"]))[0]
    release = laid(ExportOptions(style=STYLES["press_release"]))[0]
    assert letter.paper.left == pytest.approx(30 / 25.4 * 72 * UNITS, abs=1)
    assert release.paper.left == pytest.approx(25 / 25.4 * 72 * UNITS, abs=1)
    looks = {placed.slug.of.part.role: placed.slug.of.look for placed in release.lines}
    assert looks[Role.TITLE].font("en").family() == "Noto Sans"
    assert looks[Role.TITLE].ink.name() == "#0b3b3a"
    assert looks[Role.TITLE].align == "left"
    title = places(letter)["To the provincial authorities and the public"]
    assert title.left() == pytest.approx(letter.paper.left)


def test_footnotes_stand_at_the_foot_of_the_page_of_their_mark() -> None:
    page = holding(laid(ExportOptions()), "The Or Saat River runs")
    found = places(page)
    note = found["The annex lists the villages."]
    line = found["The Or Saat River runs through seven villages."]
    assert note.top() > max(line.bottom(), page.paper.bottom * 0.8)
    assert note.bottom() <= page.paper.bottom + 1
    below = {Role.FOOTNOTE, Role.NOTE}
    text = [placed for placed in page.lines if placed.slug.of.part.role not in below]
    rule = min(rule.start.y() for rule in page.rules if rule.start.y() > page.paper.bottom * 0.6)
    assert max(placed.area.bottom() for placed in text) < rule


def test_places_to_sign_stand_two_to_a_line_with_room_above_them() -> None:
    pages = laid(ExportOptions(style=STYLES["petition"]), Layout.KHMER)
    page = next(p for p in pages if any(part.role is Role.SIGNATORY for part, _ in p.parts()))
    spaces = [placed for placed in page.lines if placed.slug.of.part.role is Role.SIGNATURE_SPACE]
    assert spaces[0].place.y() == spaces[1].place.y()
    assert spaces[0].place.x() < spaces[1].place.x()
    assert spaces[0].slug.height > 60 * UNITS
    assert any(part.role is Role.LABEL for part, _ in page.parts()), "with what announces them"


def test_a_leading_organisation_stands_beside_its_logo_and_several_logos_in_a_row() -> None:
    one = logo("one.png", picture(120, 60))
    names = {"en": "Clean River Network"}
    lead = laid(ExportOptions(header=Header(HeaderKind.LEAD, names, {}, (one,))))[0]
    assert len(lead.pictures) == 1
    assert places(lead)["Clean River Network"].left() > lead.pictures[0].area.right()
    assert not lead.pictures[0].image.isNull()
    row = laid(ExportOptions(header=Header(HeaderKind.LOGOS, {}, {}, (one, one, one))))[0]
    lefts = [each.area.left() for each in row.pictures]
    assert lefts == sorted(lefts)
    assert len({each.area.top() for each in row.pictures}) == 1


def test_the_state_header_is_centred_above_the_title() -> None:
    page = laid(ExportOptions(header=Header(HeaderKind.STATE)), Layout.KHMER)[0]
    roles = [placed.slug.of.part.role for placed in page.lines]
    assert roles[:3] == [Role.STATE_NAME, Role.STATE_MOTTO, Role.ORNAMENT]


def letterhead() -> Letterhead:
    def part(root: str, *paragraphs: str) -> bytes:
        return f'<w:{root} xmlns:w="{W}">{"".join(paragraphs)}</w:{root}>'.encode()

    text = (
        '<w:p><w:pPr><w:jc w:val="center"/></w:pPr>'
        '<w:r><w:rPr><w:b w:val="1"/></w:rPr>{}</w:r></w:p>'
    )
    head = text.format("<w:t>River House</w:t><w:tab/><w:t>Since 1999</w:t>")
    shown = '<w:p><w:r><picture file="a.png" words="" wide="1270000" high="635000"/></w:r></w:p>'
    field = (
        '<w:fldChar w:fldCharType="begin"/><w:instrText> PAGE </w:instrText>'
        '<w:fldChar w:fldCharType="separate"/><w:t>1</w:t><w:fldChar w:fldCharType="end"/>'
    )
    cell = "<w:tc><w:p><w:r><w:t>{}</w:t></w:r></w:p></w:tc>"
    table = f"<w:tbl><w:tr>{cell.format('Left cell')}{cell.format('Right cell')}</w:tr></w:tbl>"
    return Letterhead(
        "ours",
        LetterheadPage(left=2268),
        part("hdr", shown, head, *("<w:p/>" for _ in range(8))),
        part("ftr", table, text.format(f"<w:t>Leaf </w:t>{field}")),
        images={"a.png": picture(40, 20)},
    )


def test_a_letterhead_brings_its_page_head_and_foot() -> None:
    pages = laid(ExportOptions(letterhead=letterhead()))
    first, second = pages[0], pages[1]
    assert first.paper.left == pytest.approx(2268 * TWIPS)
    assert first.pictures[0].area.width() == pytest.approx(2000 * TWIPS)
    found = places(first)
    assert found["River House"].bottom() < first.paper.top
    assert first.paper.top > 1304 * TWIPS, "a tall head pushes the text down"
    assert found["Left cell"].left() < found["Right cell"].left()
    assert "Leaf 1" in found
    assert "Leaf 2" in places(second)
    assert not any(text.endswith(f"/ {len(pages)}") for text in found), "it numbers pages itself"


def test_either_language_stands_left() -> None:
    page = laid(ExportOptions(left="en"), Layout.SIDE_BY_SIDE)[0]
    english = next(p for p in page.lines if p.slug.of.part.language == "en")
    khmer = next(p for p in page.lines if p.slug.of.part.language == "km")
    assert english.place.x() < khmer.place.x()


def test_a_booklet_is_shown_as_facing_pages(qtbot: QtBot) -> None:
    pages = laid(ExportOptions(), Layout.BOOKLET)
    languages = [{part.language for part, _ in page.stops()} for page in pages]
    assert languages[1:3] == [{"km"}, {"en"}]
    view = PagedView()
    qtbot.addWidget(view)
    view.resize(900, 500)
    view.show_pages(pages, facing=True)
    areas = [view._page_area(index) for index in range(3)]
    assert areas[0].left() == areas[2].left() > areas[1].left()
    assert areas[1].top() == areas[2].top() > areas[0].top()
    assert 2 * areas[0].width() < 900
    view.verticalScrollBar().setValue(view.verticalScrollBar().maximum())
    assert view.page >= len(pages) - 1


def test_pages_without_anything_draw_nothing_and_full_ones_ink() -> None:
    def darkest(page: Page) -> int:
        image = QImage(200, 280, QImage.Format.Format_RGB32)
        image.fill(0xFFFFFFFF)
        painter = QPainter(image)
        painter.scale(200 / page.paper.width, 200 / page.paper.width)
        draw_page(painter, page)
        painter.end()
        return min(image.pixelColor(x, y).lightness() for x in range(200) for y in range(280))

    full = laid(ExportOptions())[0]
    assert darkest(full) < 160
    assert darkest(Page(full.paper)) == 255


def test_a_document_without_text_has_no_pages() -> None:
    empty = Composition(Layout.ENGLISH, {}, (), "", {}, ("en",))
    assert PageLayout().pages(empty) == ()
