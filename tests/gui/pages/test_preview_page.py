"""The preview: compositions laid out in pages, shown, and chosen from."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from advocate_desk.exporters.blocks import (
    Composition,
    ExportOptions,
    Flow,
    Link,
    Part,
    Role,
    Row,
    Start,
)
from advocate_desk.exporters.compose import compose
from advocate_desk.exporters.docx_looks import sheet
from advocate_desk.exporters.styles import default_style
from advocate_desk.gui.operations import Operations
from advocate_desk.gui.pages.preview_page import PreviewPage
from advocate_desk.gui.widgets.page_filling import Page
from advocate_desk.gui.widgets.page_galley import SetPart, fitting, slugs_of
from advocate_desk.gui.widgets.page_layout import PageLayout
from advocate_desk.gui.widgets.page_looks import look_of, paper_of
from advocate_desk.gui.widgets.paged_view import ZOOMS, PagedView
from advocate_desk.gui.widgets.shortened import shortened
from advocate_desk.gui.widgets.turns import Turns
from advocate_desk.language.breaks import ZWSP
from advocate_desk.language.numbers import in_digits
from advocate_desk.model.edition import EditionView
from advocate_desk.model.kinds import BlockKind, Layout
from exporters.sample import endorser, river_statement, view
from gui_answers import Answers

WIDE, NARROW = sheet(default_style()), sheet(default_style(), narrow=True)
WIDTH = paper_of(WIDE).text_width


def laid_out(statement: EditionView, layout: Layout, columns: int = 0) -> tuple[Page, ...]:
    options = ExportOptions(endorser_columns=columns)
    return PageLayout().pages(compose(statement, layout, options))


def texts(pages: tuple[Page, ...]) -> list[str]:
    return [part.text for page in pages for part, _ in page.parts()]


@pytest.mark.parametrize("layout", list(Layout))
def test_every_part_of_every_layout_is_on_a_page(layout: Layout) -> None:
    composition = compose(river_statement(withheld=2, names=70), layout)
    pages = PageLayout().pages(composition)
    wanted = {part.text for part in composition.parts if part.role is not Role.PAGE_BREAK}
    assert wanted <= set(texts(pages))


@pytest.mark.parametrize("layout", list(Layout))
def test_a_statement_with_nothing_in_it_is_laid_out(layout: Layout) -> None:
    pages = laid_out(replace(river_statement(), blocks=()), layout)
    assert len(pages) <= len(layout.value.split("-"))


@pytest.mark.parametrize("layout", [Layout.KHMER, Layout.SIDE_BY_SIDE])
def test_every_line_stands_inside_the_margins_and_over_no_other(layout: Layout) -> None:
    pages = laid_out(river_statement(names=120), layout)
    for page in pages:
        *lines, number = page.lines
        assert number.slug.of.part.text.endswith(f"/ {len(pages)}")
        for placed in lines:
            assert placed.area.top() >= page.paper.top - 1
            assert placed.area.bottom() <= page.paper.bottom + 1
            assert placed.area.right() <= page.paper.right + 1
        by_column: dict[float, list[float]] = {}
        for placed in lines:
            by_column.setdefault(placed.place.x(), []).append(placed.place.y())
        assert all(one < two for tops in by_column.values() for one, two in pairwise(tops))


def test_a_new_language_starts_a_new_page() -> None:
    pages = laid_out(river_statement(), Layout.ENGLISH_KHMER)
    languages = [{part.language for part, _ in page.stops()} for page in pages]
    assert all(len(found) == 1 for found in languages)
    assert {"km"} in languages
    assert {"en"} in languages


def test_both_sides_of_a_row_start_at_the_same_height() -> None:
    pages = laid_out(river_statement(), Layout.SIDE_BY_SIDE)
    tops: dict[tuple[str, int], dict[str, float]] = {}
    for number, page in enumerate(pages):
        for part, area in page.parts():
            if part.block_id and part.role is Role.DEMAND_HEADING:
                tops.setdefault((part.block_id, number), {})[part.language] = area.top()
    assert tops
    assert all(abs(both["km"] - both["en"]) < 1 for both in tops.values())


def test_every_side_by_side_page_names_the_languages_at_its_head() -> None:
    pages = laid_out(river_statement(names=120), Layout.SIDE_BY_SIDE)
    assert len(pages) > 2
    for page in pages:
        assert [placed.slug.of.part.text for placed in page.lines[:2]] == ["ភាសាខ្មែរ", "English"]
        assert len(page.rules) == 2
        assert len(page.shades) == 1


def test_a_long_endorser_list_fills_page_after_page_column_by_column() -> None:
    pages = laid_out(river_statement(names=150), Layout.ENGLISH, columns=3)
    numbers = [part.number for page in pages for part, _ in page.parts() if part.number]
    listed = [
        part.number for page in pages for part, _ in page.parts() if part.role is Role.ENDORSER
    ]
    assert listed == list(range(1, 151))
    assert numbers[-1] == 150
    lefts = {
        placed.place.x() for placed in pages[-1].lines if placed.slug.of.part.role is Role.ENDORSER
    }
    assert len(lefts) == 3


def test_the_label_of_the_endorsers_stays_with_their_names() -> None:
    for names in range(41, 120, 9):
        for page in laid_out(river_statement(names=names), Layout.KHMER):
            last = page.lines[-2].slug.of.part
            assert last.role is not Role.LABEL


def test_no_line_of_a_paragraph_stands_alone_at_the_foot_of_a_page() -> None:
    part = Part(Role.PARAGRAPH, "en", "word " * 400)
    slugs = slugs_of([SetPart(part, look_of(part, WIDE), WIDTH)])
    step = slugs[1].height
    assert fitting(slugs, 0, step * 1.5, at_top=False) == 0
    assert fitting(slugs, 0, step * 2.5, at_top=False) == 2
    assert fitting(slugs, 0, step * (len(slugs) - 0.5), at_top=False) == len(slugs) - 2


def test_a_line_taller_than_the_page_is_still_taken() -> None:
    part = Part(Role.PARAGRAPH, "en", "word")
    slugs = slugs_of([SetPart(part, look_of(part, WIDE), WIDTH)])
    assert fitting(slugs, 0, 1.0, at_top=True) == 1


def test_khmer_wraps_between_words_only_in_the_picture() -> None:
    text = "យើងខ្ញុំជាអង្គការសង្គមស៊ីវិលសហគមន៍និងសហជីពដែលមានរាយនាមខាងក្រោម" * 2
    part = Part(Role.PARAGRAPH, "km", text)
    found = SetPart(part, look_of(part, NARROW), WIDTH / 2)
    assert found.line_count > 1
    assert ZWSP in found.shown_text
    assert found.part.text == text


def test_a_link_stays_on_its_letters_behind_soft_breaks_and_beyond_the_basic_plane() -> None:
    text = "😀ទំនាក់ទំនង a@b.example។"
    start = text.index("a@b")
    part = Part(Role.CONTACT, "km", text, links=(Link(start, start + 11, "mailto:a@b.example"),))
    found = SetPart(part, look_of(part, WIDE), WIDTH)
    assert found.linked_texts() == ["a@b.example"]


def test_an_unchanged_part_is_not_set_again() -> None:
    layout = PageLayout()
    first = layout.pages(compose(river_statement(), Layout.KHMER))
    second = layout.pages(compose(river_statement(withheld=1), Layout.KHMER))
    before = {id(placed.slug.of) for page in first for placed in page.lines}
    after = {id(placed.slug.of) for page in second for placed in page.lines}
    assert len(after - before) <= 2


def test_the_preview_shows_two_hundred_endorsers_and_how_many_more() -> None:
    names = tuple(endorser(en=f"Group {number}") for number in range(230))
    from exporters.sample import block

    statement = view(block(BlockKind.ENDORSER_LIST, "ក", "Endorsed by:"), endorsers=names)
    for layout in (Layout.ENGLISH, Layout.SIDE_BY_SIDE):
        cut = shortened(compose(statement, layout))
        found = [part for part in cut.parts if part.language == "en"]
        assert sum(part.role is Role.ENDORSER for part in found) == 200
        assert [part.text for part in found if part.role is Role.NOTE] == [
            "… and 30 more in the document"
        ]
    whole = compose(river_statement(names=50), Layout.ENGLISH)
    assert shortened(whole) == whole


def test_a_page_break_starts_a_new_page_in_one_and_in_two_languages() -> None:
    def row(text: str, role: Role = Role.PARAGRAPH) -> Row:
        return Row("b", {code: (Part(role, code, text, block_id="b"),) for code in ("km", "en")})

    rows = (row("one"), row("", Role.PAGE_BREAK), row("two"))
    both = Flow(("km", "en"), rows, {"km": "ខ្មែរ", "en": "English"})
    one = Flow(("en",), tuple(Row("b", {"en": r.cells["en"]}) for r in rows))
    for flow, layout in ((both, Layout.SIDE_BY_SIDE), (one, Layout.ENGLISH)):
        composition = Composition(layout, {}, (flow,), "", {}, flow.languages)
        assert len(PageLayout().pages(composition)) == 2


# --- the view


@pytest.fixture
def pages_view(qtbot: QtBot) -> PagedView:
    shown = PagedView()
    qtbot.addWidget(shown)
    shown.resize(700, 500)
    shown.show()
    shown.show_pages(laid_out(river_statement(names=70), Layout.ENGLISH))
    return shown


def test_pages_are_drawn_as_paper_with_ink(pages_view: PagedView) -> None:
    image: QImage = pages_view.viewport().grab().toImage()
    places = ((x, y) for y in range(100, 300, 3) for x in range(0, image.width(), 2))
    colours = {image.pixelColor(x, y).lightness() for x, y in places}
    assert max(colours) == 255
    assert min(colours) < 120


def test_the_page_fits_the_width_until_a_size_is_chosen(pages_view: PagedView) -> None:
    fitted = pages_view.zoom
    pages_view.resize(560, 500)
    assert pages_view.zoom < fitted
    pages_view.set_zoom(100)
    pages_view.resize(700, 500)
    assert pages_view.zoom == 100
    pages_view.zoom_in()
    assert pages_view.zoom == 110
    pages_view.zoom_out()
    pages_view.zoom_out()
    assert pages_view.zoom == 90
    pages_view.set_zoom(1000)
    pages_view.zoom_in()
    assert pages_view.zoom == ZOOMS[-1]


def test_the_arrow_keys_and_enter_choose_a_paragraph(qtbot: QtBot, pages_view: PagedView) -> None:
    chosen: list[tuple[str, str]] = []
    pages_view.chosen.connect(lambda block_id, language: chosen.append((block_id, language)))
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Return):
        QTest.keyClick(pages_view, key)
    assert chosen == [("b2", "en")]
    assert "undersigned" in pages_view.accessibleDescription()
    for key in (Qt.Key.Key_End, Qt.Key.Key_Up, Qt.Key.Key_Home, Qt.Key.Key_Enter):
        QTest.keyClick(pages_view, key)
    assert chosen[-1] == ("b1", "en")
    assert pages_view.verticalScrollBar().value() < 100


def test_a_refresh_stays_at_the_block_in_view(qtbot: QtBot, pages_view: PagedView) -> None:
    bar = pages_view.verticalScrollBar()
    bar.setValue(bar.maximum() // 2)
    before = pages_view.top_block()
    taller = laid_out(river_statement(names=70, withheld=3), Layout.ENGLISH)
    pages_view.show_pages(taller)
    assert pages_view.top_block() == before
    assert bar.value() > 0


def test_ctrl_and_the_wheel_zoom(pages_view: PagedView, qtbot: QtBot) -> None:
    from PySide6.QtCore import QPointF
    from PySide6.QtGui import QWheelEvent

    pages_view.set_zoom(100)
    for up, modifier in (
        (120, Qt.KeyboardModifier.ControlModifier),
        (-120, Qt.KeyboardModifier.NoModifier),
    ):
        event = QWheelEvent(
            QPointF(5, 5),
            QPointF(5, 5),
            QPoint(),
            QPoint(0, up),
            Qt.MouseButton.NoButton,
            modifier,
            Qt.ScrollPhase.NoScrollPhase,
            False,
        )
        pages_view.wheelEvent(event)
    assert pages_view.zoom == 110


# --- the page


@pytest.fixture
def page(qtbot: QtBot, operations: Operations, statement_id: str) -> PreviewPage:
    made = PreviewPage(operations, Answers())
    qtbot.addWidget(made)
    made.resize(830, 620)
    made.show_statement(statement_id)
    return made


def test_pages_are_made_only_when_the_page_is_visible(qtbot: QtBot, page: PreviewPage) -> None:
    assert page.view.page_count == 0
    page.show()
    qtbot.waitUntil(lambda: page.view.page_count > 0)
    assert page.page_label.text() == f"Page 1 of {page.view.page_count}"


def test_a_change_is_shown_after_a_pause(
    qtbot: QtBot, page: PreviewPage, operations: Operations, statement_id: str
) -> None:
    page.show()
    qtbot.waitUntil(lambda: page.view.page_count > 0)
    title = operations.desk.drafting.statement(statement_id).blocks[0]
    operations.run(operations.desk.drafting.write, title.id, "en", body="A quite new title")
    assert not page.view.holds("A quite new title")
    qtbot.waitUntil(lambda: page.view.holds("A quite new title"))


def test_a_click_on_a_paragraph_goes_to_its_block(
    qtbot: QtBot, page: PreviewPage, operations: Operations, statement_id: str
) -> None:
    page.show()
    qtbot.waitUntil(lambda: page.view.page_count > 0)
    place = page.view.place_of(operations.desk.drafting.statement(statement_id).blocks[0].id, "en")
    with qtbot.waitSignal(page.navigate) as asked:
        QTest.mouseClick(page.view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    title = operations.desk.drafting.statement(statement_id).blocks[0].id
    assert asked.args == [title, "en"]
    QTest.mouseMove(page.view.viewport(), place)


def test_another_layout_is_shown_at_once(qtbot: QtBot, page: PreviewPage) -> None:
    page.show()
    qtbot.waitUntil(lambda: page.view.page_count > 0)
    page.choose_layout(Layout.KHMER)
    assert page.chosen_layout is Layout.KHMER
    qtbot.waitUntil(lambda: not page.view.holds("English"))
    assert page.page_label.text() == f"Page ១ of {in_digits(page.view.page_count, 'km')}"
    QTest.mouseClick(page.larger, Qt.MouseButton.LeftButton)
    assert page.zoom_label.text() == f"{page.view.zoom} %"


def test_without_a_statement_the_page_says_what_to_do(qtbot: QtBot, page: PreviewPage) -> None:
    page.show()
    page.show_statement("")
    assert page.stack.currentWidget() is page.empty
    assert "Choose a statement" in page.empty.label.text()
    page.show_statement("no such statement")
    qtbot.waitUntil(lambda: "no such statement" in page.empty.label.text())
    assert page.stack.currentWidget() is page.empty


def test_a_long_text_is_laid_out_in_turns_and_the_window_answers_meanwhile(
    qtbot: QtBot, qapp: QApplication
) -> None:
    said: list[str] = []
    turns = Turns(qapp)
    layout = PageLayout()
    composition = compose(river_statement(names=190), Layout.SIDE_BY_SIDE)
    turns.run(layout.steps(composition), lambda: said.append("first"))
    assert turns.is_busy
    qtbot.waitUntil(lambda: said == ["first"])
    assert len(layout.made) > 2
    turns.run(layout.steps(compose(river_statement(names=180), Layout.KHMER)), lambda: None)
    turns.stop()
    assert not turns.is_busy
    turns.run(layout.steps(composition), lambda: said.append("second"))
    qtbot.waitUntil(lambda: said == ["first", "second"])


def test_a_head_stands_over_the_whole_width_and_a_flow_may_go_on_where_another_ended() -> None:
    def row(text: str, code: str) -> Row:
        return Row("b", {code: (Part(Role.PARAGRAPH, code, text, block_id="b"),)})

    head = (Row("", {"en": (Part(Role.PARAGRAPH, "en", "Our name"),)}),)
    flows = (
        Flow(("en",), (row("one", "en"),), head=head),
        Flow(("km",), (row("ពីរ", "km"),), start=Start.HERE),
        Flow(("en",), (row("three", "en"),), start=Start.ODD),
    )
    pages = PageLayout().pages(Composition(Layout.ENGLISH, {}, flows, "", {}, ("en", "km")))
    found = [[part.text for part, _ in page.parts()] for page in pages]
    numbers = [["1 / 3"], ["2 / 3"], ["3 / 3"]]
    texts_of = [["Our name", "one", "ពីរ"], [], ["three"]]
    assert found == [text + number for text, number in zip(texts_of, numbers, strict=True)]
