"""One block of a statement: a quiet frame with a header and two aligned columns of text."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QToolButton, QWidget
from typing_extensions import override

from advocate_desk.gui import icons
from advocate_desk.gui.fonts import text_font
from advocate_desk.gui.models.block_rows import CellRow, cell_rows
from advocate_desk.gui.models.block_states import side_state, sign_off_words
from advocate_desk.gui.theme import colours
from advocate_desk.gui.widgets.block_events import BlockEvents
from advocate_desk.gui.widgets.break_queue import BreakQueue
from advocate_desk.gui.widgets.state_chip import StateChip
from advocate_desk.gui.widgets.text_cell import TextCell
from advocate_desk.language.catalog import current, tr
from advocate_desk.language.numbers import in_digits
from advocate_desk.model.kinds import WITHOUT_TEXT
from advocate_desk.model.statement import Block
from advocate_desk.model.words import word

HEADER = 32
PADDING = 10
GUTTER = 30
INDENT = 22
FOOT = 6
_MENU = 26

CellKey = tuple[str, str, str]


@dataclass(frozen=True, slots=True)
class Shown:
    """What a frame shows: a block, where it stands, a note beneath its text, open comments."""

    block: Block
    position: int
    number: int
    note: str = ""
    comments: int = 0


class BlockFrame(QWidget):
    """Header, cells and markers of one block. `arrange` alone decides about geometry."""

    def __init__(
        self, parent: QWidget, languages: tuple[str, ...], events: BlockEvents, queue: BreakQueue
    ) -> None:
        super().__init__(parent)
        self._languages = languages
        self._events = events
        self._queue = queue
        self.rows: tuple[CellRow, ...] = ()
        self._tops: list[int] = []
        self._size = 12
        self.cells: dict[CellKey, TextCell] = {}
        self.is_current = False
        self.chips = {code: StateChip(code, self) for code in languages}
        self.badge: QAbstractButton | None = None
        self.menu_button = self._make_menu_button()
        self._pressed_at: QPoint | None = None
        for chip in self.chips.values():
            chip.clicked.connect(lambda _checked=False, chip=chip: self._ask_state(chip))

    def _make_menu_button(self) -> QToolButton:
        button = QToolButton(self)
        button.setAutoRaise(True)
        button.setFixedSize(_MENU, _MENU)
        button.setStyleSheet("padding: 2px;")
        button.clicked.connect(self._ask_menu)
        return button

    def _ask_menu(self) -> None:
        below = self.menu_button.mapToGlobal(QPoint(0, self.menu_button.height()))
        self._events.menu_wanted.emit(self.shown.block.id, below)

    def _ask_state(self, chip: StateChip) -> None:
        below = chip.mapToGlobal(QPoint(0, chip.height()))
        self._events.state_wanted.emit(self.shown.block.id, chip.language, below)

    # What is shown

    def show_block(self, shown: Shown, size: int) -> None:
        """Shows a block; cells of texts that stay are kept with their cursor."""
        self._arranging = True  # cells that come and go ask for height before all are there
        self.shown = shown
        self._size = size
        self.rows = cell_rows(shown.block, shown.number, self._languages)
        wanted = {(*row.key, code) for row in self.rows for code in self._languages}
        for key in [key for key in self.cells if key not in wanted]:
            self._drop(key)
        for row in self.rows:
            self._show_row(row)
        for chip in self.chips.values():
            chip.setVisible(shown.block.kind not in WITHOUT_TEXT)
        self._show_badge(shown.comments)
        self.retranslate()
        self._arranging = False
        self.update()

    def _show_badge(self, count: int) -> None:
        if count and self.badge is None:
            from advocate_desk.gui.widgets.comment_badge import CommentBadge

            self.badge = CommentBadge(self)
            asked = self._events.comments_wanted
            self.badge.clicked.connect(lambda _on=False: asked.emit(self.shown.block.id))
        if self.badge is not None:
            self.badge.setProperty("count", count)
            self.badge.setVisible(count > 0)

    def _show_row(self, row: CellRow) -> None:
        for code in self._languages:
            key = (*row.key, code)
            if key not in self.cells:
                self.cells[key] = self._made_cell(row, code)
            self.cells[key].show_row(row, self._size)

    def _made_cell(self, row: CellRow, language: str) -> TextCell:
        cell = TextCell(row, language, self, self._queue)
        cell.show_row(row, self._size)
        self._events.listen_to(cell)
        cell.resized.connect(self._note_resized)
        cell.show()
        return cell

    def _drop(self, key: CellKey) -> None:
        cell = self.cells.pop(key)
        cell.hide()
        cell.deleteLater()

    def cell(self, block_id: str, language: str, field: str = "") -> TextCell | None:
        """The cell of a text of this block or of an entry; its first one without `field`."""
        for row in self.rows:
            if row.block_id == block_id and field in ("", row.field):
                return self.cells.get((*row.key, language))
        return None

    def ordered(self, language: str) -> list[TextCell]:
        """The cells of one side from top to bottom."""
        return [self.cells[(*row.key, language)] for row in self.rows]

    def block_ids(self) -> set[str]:
        """The block and its entries."""
        return {self.shown.block.id, *(row.block_id for row in self.rows)}

    def retranslate(self) -> None:
        """Reads every text again in the window's language."""
        kind = word(self.shown.block.kind)
        number = in_digits(self.shown.position, current())
        self.setAccessibleName(tr("Block {number}, {kind}", number=number, kind=kind))
        self.menu_button.setAccessibleName(tr("Menu of block {number}", number=number))
        self.menu_button.setToolTip(tr("What can be done with this block"))
        for cell in self.cells.values():
            cell.retranslate()
        for code, chip in self.chips.items():
            state = side_state(self.shown.block, code)
            chip.show_state(state, sign_off_words(self.shown.block, code))
        self._colour_icons()

    def _colour_icons(self) -> None:
        self.menu_button.setIcon(icons.icon("more", colours(self.palette()).muted))

    def mark_current(self, current_now: bool) -> None:
        """Shows whether the cursor is in this block."""
        if self.is_current != current_now:
            self.is_current = current_now
            self.update()

    # Geometry

    def _note_resized(self) -> None:
        if not self._arranging:
            self._events.frame_resized.emit(self.shown.block.id)

    _arranging = False

    def arrange(self, width: int) -> int:
        """Puts everything in its place for a width; the height that is needed."""
        self._arranging = True
        try:
            self._arrange_header(width)
            bottom = self._arrange_rows(width)
        finally:
            self._arranging = False
        if self.shown.note:
            bottom += self.fontMetrics().height() + 6
        return bottom + FOOT

    def _column_width(self, width: int) -> int:
        return (width - PADDING) // len(self._languages)

    def _arrange_header(self, width: int) -> None:
        column = self._column_width(width)
        for index, chip in enumerate(self.chips.values()):
            last = index == len(self.chips) - 1
            right = width - _MENU - 12 if last else (index + 1) * column
            chip.resize(chip.sizeHint())
            chip.move(right - chip.width(), (HEADER - chip.height()) // 2 + 2)
        if self.badge is not None:
            self.badge.resize(self.badge.sizeHint())
            beside = list(self.chips.values())[-1].x() - 6
            self.badge.move(beside - self.badge.width(), (HEADER - self.badge.height()) // 2 + 2)
        self.menu_button.move(width - _MENU - 6, (HEADER - _MENU) // 2 + 2)

    def _gutter(self) -> int:
        return GUTTER if any(any(row.markers.values()) for row in self.rows) else 0

    def _arrange_rows(self, width: int) -> int:
        column, gutter, top = self._column_width(width), self._gutter(), HEADER
        self._tops = []
        for row in self.rows:
            self._tops.append(top)
            left = gutter + row.level * INDENT
            wide = column - left - PADDING
            pair = [self.cells[(*row.key, code)] for code in self._languages]
            height = max(cell.text_height(wide) for cell in pair)
            for index, cell in enumerate(pair):
                cell.setGeometry(PADDING + index * column + left, top, wide, height)
            top += height
        return top

    # Looks

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        chosen = colours(self.palette())
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QColor(chosen.accent if self.is_current else chosen.border))
        painter.setBrush(QColor(chosen.base))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6)
        self._paint_header(painter)
        self._paint_rows(painter)

    def _paint_header(self, painter: QPainter) -> None:
        chosen = colours(self.palette())
        number = in_digits(self.shown.position, current())
        left = QRect(PADDING + 5, 2, self._column_width(self.width()), HEADER)
        painter.setPen(QColor(chosen.muted))
        text = f"{number}   {word(self.shown.block.kind)}"
        painter.drawText(left, Qt.AlignmentFlag.AlignVCenter, text)
        if self.shown.block.clause_revision_id:
            wide = painter.fontMetrics().horizontalAdvance(text)
            sign = icons.pixmap("link", chosen.muted, 14, self.devicePixelRatioF())
            painter.drawPixmap(left.left() + wide + 10, (HEADER - 14) // 2 + 2, sign)

    def _paint_rows(self, painter: QPainter) -> None:
        chosen = colours(self.palette())
        column = self._column_width(self.width())
        painter.setPen(QColor(chosen.border))
        if self.rows:
            middle = PADDING // 2 + column + 0
            painter.drawLine(middle, HEADER + 4, middle, self.height() - FOOT - 2)
        for row, top in zip(self.rows, self._tops, strict=False):
            for index, code in enumerate(self._languages):
                self._paint_marker(painter, row, code, QPoint(PADDING + index * column, top))
        if self.shown.note:
            foot = QRect(PADDING + 5, self.height() - 30, self.width() - 2 * PADDING, 24)
            painter.setFont(self.font())
            painter.setPen(QColor(chosen.muted))
            painter.drawText(foot, Qt.AlignmentFlag.AlignVCenter, self.shown.note)

    def _paint_marker(self, painter: QPainter, row: CellRow, code: str, at: QPoint) -> None:
        marker = row.markers.get(code, "")
        if not marker:
            return
        cell = self.cells[(*row.key, code)]
        font = QFont(cell.font()) if cell.font().bold() else text_font(self._size)
        painter.setFont(font)
        painter.setPen(QColor(colours(self.palette()).muted))
        first = cell.first_line()
        area = QRectF(at.x() + row.level * INDENT, at.y() + first.top(), GUTTER, first.height())
        painter.drawText(area, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignBottom, marker)

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        in_header = event.position().y() < HEADER
        self._pressed_at = event.position().toPoint() if in_header else None
        self._events.clicked.emit(self.shown.block.id)

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._pressed_at is None:
            return
        if (event.position().toPoint() - self._pressed_at).manhattanLength() > 8:
            self._pressed_at = None
            self._events.drag_wanted.emit(self.shown.block.id)
