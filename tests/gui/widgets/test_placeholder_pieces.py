"""Placeholders and footnotes in a text cell: put in by menu, seen as chips, never in the way."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu

from advocate_desk.gui import theme
from advocate_desk.gui.widgets.text_cell import TextCell
from advocate_desk.gui.workplace import Workplace
from advocate_desk.model.kinds import BlockKind

Settle = Callable[[], None]


def cell_of(place: Workplace, number: int = 1, language: str = "en") -> TextCell:
    assert place.text.statement is not None
    block = place.text.statement.blocks[number]
    place.text.go_to(block.id, language)
    cell = place.text.blocks.current_cell()
    assert cell is not None
    return cell


def text_of(place: Workplace, number: int = 1, language: str = "en") -> str:
    block = place.desk.drafting.statement(place.statement_id).blocks[number]
    return block.rendition(language).body


def submenu(menu: QMenu, title: str) -> QMenu:
    found = next(action.menu() for action in menu.actions() if action.text() == title)
    assert isinstance(found, QMenu)
    return found


def test_a_footnote_is_written_where_the_cursor_is(place: Workplace, settle: Settle) -> None:
    cell = cell_of(place)
    cell.go_to_end()
    place.window.table.action("insert_footnote").trigger()
    QTest.keyClicks(cell, "See the report")
    settle()
    assert text_of(place).endswith("{{footnote: See the report}}")


def test_selected_words_become_a_footnote(place: Workplace, settle: Settle) -> None:
    cell = cell_of(place)
    assert cell.find_text("unions")
    QTest.keyClick(
        cell, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    )
    settle()
    assert "{{footnote: unions}}" in text_of(place)


def test_the_menu_of_a_cell_offers_placeholders_and_the_statements_own(
    place: Workplace, settle: Settle
) -> None:
    place.operations.run(
        place.desk.drafting.set_placeholder, place.statement_id, "chair", {"en": "Ms Sok"}
    )
    cell = cell_of(place)
    cell.go_to_end()
    menu = QMenu()
    cell.extend_menu(menu)
    pieces = submenu(menu, "Insert placeholder")
    words = [action.text() for action in pieces.actions() if action.text()]
    assert words[0] == "Date of issue  {{date}}"
    assert words[-1] == "{{chair}}"
    pieces.actions()[-1].trigger()
    settle()
    assert text_of(place).endswith("{{chair}}")
    menu.deleteLater()


def test_the_edit_menu_puts_them_in_as_well(place: Workplace, settle: Settle) -> None:
    cell_of(place).go_to_end()
    menu = QMenu()
    place.window.menus.filling.emit("placeholder", menu)
    next(action for action in menu.actions() if "{{place}}" in action.text()).trigger()
    settle()
    assert text_of(place).endswith("{{place}}")
    menu.deleteLater()


def chips(cell: TextCell) -> list[str]:
    block = cell.document().firstBlock()
    shown = block.text().encode("utf-16-le")
    spans = [(2 * f.start, 2 * (f.start + f.length)) for f in block.layout().formats()]
    return [shown[start:end].decode("utf-16-le") for start, end in spans]


def chip_ground(cell: TextCell) -> QColor:
    ranges = cell.document().firstBlock().layout().formats()  # a range dies with its list
    return QColor(ranges[0].format.background().color())


def test_pieces_are_seen_as_chips_and_the_text_has_no_trace_of_it(
    place: Workplace, settle: Settle, qapp: QApplication
) -> None:
    cell = cell_of(place, language="km")
    assert chips(cell) == []
    cell.go_to_end(start=True)
    cell.insert_piece("😀 ")
    QTest.keyClicks(cell, "{{date}} ")
    qapp.processEvents()
    assert chips(cell) == ["{{date}}"]
    settle()
    assert text_of(place, language="km").startswith("😀 {{date}} ")
    assert "\u200b" not in cell.text()
    light = chip_ground(cell)
    theme.apply(qapp, dark=True)
    qapp.processEvents()
    dark = chip_ground(cell)
    theme.apply(qapp, dark=False)
    assert dark.lightness() < light.lightness()


def test_the_menus_offer_the_new_kinds_of_blocks(place: Workplace) -> None:
    menu = QMenu()
    place.window.menus.filling.emit("add_kind", menu)
    words = [action.text() for action in menu.actions()]
    assert {"Subtitle", "Quotation", "Signature block"} <= set(words)
    next(action for action in menu.actions() if action.text() == "Quotation").trigger()
    assert place.text.statement is not None
    kinds = [block.kind for block in place.text.statement.blocks]
    assert BlockKind.QUOTATION in kinds
    menu.deleteLater()
