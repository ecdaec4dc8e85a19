"""Endorsers that are there already and may be the one whose name is being typed."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import (
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QPointF,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFont, QKeyEvent, QPainter, QPalette
from PySide6.QtWidgets import (
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from advocate_desk.gui.known_names import Suggestion
from advocate_desk.gui.match_words import match_chip, match_word
from advocate_desk.gui.widgets.finding_delegate import small
from advocate_desk.gui.widgets.wrapped_text import WrappedText, wrapped
from advocate_desk.language.catalog import tr

Index = QModelIndex | QPersistentModelIndex
_PAD = 7.0
_ID = Qt.ItemDataRole.UserRole + 1
_LINES = 2


class _Painter(QStyledItemDelegate):
    """A chip with the class, the name beside it, the reason below."""

    def __init__(self, view: QListWidget) -> None:
        super().__init__(view)
        self._view = view
        self.suggestions: Sequence[Suggestion] = ()

    def _parts(self, option: QStyleOptionViewItem, at: int) -> tuple[WrappedText, WrappedText]:
        one = self.suggestions[at]
        width = self._view.viewport().width() - 2 * _PAD
        bold = QFont(option.font)
        bold.setBold(True)
        name = wrapped(one.name, bold, width - self._chip_width(option, one) - _PAD, _LINES)
        return name, wrapped(one.reason, small(option.font), width, _LINES)

    @staticmethod
    def _chip_width(option: QStyleOptionViewItem, one: Suggestion) -> float:
        chip = match_chip(one.match_class, option.palette)
        return chip.size(small(option.font)).width()

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        self.initStyleOption(option, index)
        name, reason = self._parts(option, index.row())
        return QSize(60, round(name.height + reason.height + 2 * _PAD))

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        self.initStyleOption(option, index)
        option.text = ""
        one = self.suggestions[index.row()]
        element = QStyle.ControlElement.CE_ItemViewItem
        self._view.style().drawControl(element, option, painter, self._view)
        name, reason = self._parts(option, index.row())
        area = QRectF(option.rect).adjusted(_PAD, _PAD, -_PAD, -_PAD)
        font = small(option.font)
        chip = match_chip(one.match_class, option.palette)
        chip.draw(painter, QRectF(area.left(), area.top(), area.width(), name.height), font)
        painter.setPen(option.palette.color(QPalette.ColorRole.Text))
        after_chip = chip.size(font).width() + _PAD
        name.draw(painter, area.topLeft() + QPointF(after_chip, 0))
        painter.setPen(option.palette.color(QPalette.ColorRole.PlaceholderText))
        reason.draw(painter, area.topLeft() + QPointF(0, name.height))


class NameSuggestions(QWidget):
    """Nothing at all while no name is like the one that is typed."""

    taken = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.lead = QLabel()  # one that wraps would ask for the whole height of the list
        self.list = QListWidget()
        self.list.setProperty("framed", True)
        self.list.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setResizeMode(QListWidget.ResizeMode.Adjust)
        self._painter = _Painter(self.list)
        self.list.setItemDelegate(self._painter)
        self.take = QPushButton()
        self.take.setAutoDefault(False)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(self.lead)
        column.addWidget(self.list, 1)
        column.addWidget(self.take, 0, Qt.AlignmentFlag.AlignLeft)
        self.take.clicked.connect(self._take)
        self.list.doubleClicked.connect(lambda _index: self._take())
        self.list.currentRowChanged.connect(lambda _row: self._allow())
        self.may_take = True
        self.list.installEventFilter(self)
        self.retranslate()
        self.show_them(())

    def show_them(self, suggestions: Sequence[Suggestion]) -> None:
        """Shows these endorsers, the likeliest first."""
        if tuple(suggestions) == tuple(self._painter.suggestions) and self.list.count():
            return
        self.list.clear()
        self._painter.suggestions = tuple(suggestions)
        for one in suggestions:
            words = f"{match_word(one.match_class)}: {one.name}. {one.reason}"
            item = QListWidgetItem(words)
            item.setData(_ID, one.endorser_id)
            item.setToolTip(words)
            self.list.addItem(item)
        self.list.setCurrentRow(0 if suggestions else -1)
        for part in (self.lead, self.list):
            part.setVisible(bool(suggestions))
        self._allow()

    @property
    def shown(self) -> tuple[Suggestion, ...]:
        """What is shown."""
        return tuple(self._painter.suggestions)

    def _allow(self) -> None:
        self.take.setVisible(bool(self.shown) and self.may_take)
        self.take.setEnabled(self.list.currentRow() >= 0)

    def _take(self) -> None:
        item = self.list.currentItem()
        if item is not None and self.may_take:
            self.taken.emit(str(item.data(_ID)))

    @override
    def eventFilter(self, watched: object, event: QEvent) -> bool:
        enter = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        is_key = isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress
        if is_key and isinstance(event, QKeyEvent) and event.key() in enter:
            self._take()
            return True
        return False

    def retranslate(self) -> None:
        """Reads every text again in the window's language."""
        self.lead.setText(tr("In the registry already?"))
        self.list.setAccessibleName(tr("Endorsers with a name like this"))
        self.take.setText(tr("Take this one"))
