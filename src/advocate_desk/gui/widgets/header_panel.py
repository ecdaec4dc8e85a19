"""What stands above the text: no header, one organisation, several logos, or the State's name."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QIcon, QPixmap
from PySide6.QtWidgets import (
    QButtonGroup,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from advocate_desk.desk.heading import HeaderEdit
from advocate_desk.gui.ask import Ask
from advocate_desk.gui.operations import Operations
from advocate_desk.gui.widgets.flow_layout import FlowLayout
from advocate_desk.gui.widgets.icon_button import IconButton
from advocate_desk.gui.widgets.soft_label import SoftLabel
from advocate_desk.language.catalog import tr
from advocate_desk.model.changes import Changes
from advocate_desk.model.header import HeaderKind
from advocate_desk.model.kinds import SHIPPED_LANGUAGES
from advocate_desk.model.looks import HeaderChoice, may_have_state_header
from advocate_desk.model.words import language_word, word

KINDS = tuple(HeaderKind)
_WITH_NAME = frozenset({HeaderKind.LEAD, HeaderKind.LOGOS})
_ICON = QSize(56, 32)
_BETWEEN_LINES = " / "


class HeaderPanel(QWidget):
    """Shows and sets the header of one statement, or the desk's.

    `as_desk` is a button for the dialog to place: it forgets the statement's own header.
    """

    def __init__(
        self, operations: Operations, ask: Ask, statement_id: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._operations = operations
        self._presenting = operations.desk.presenting
        self._ask = ask
        self._statement_id = statement_id
        self._for_all = False
        self._showing = False
        self._make_widgets()
        self._lay_out()
        self._connect()

    def _make_widgets(self) -> None:
        self.kinds = {kind: QRadioButton() for kind in KINDS}
        self._group = QButtonGroup(self)
        for button in self.kinds.values():
            self._group.addButton(button)
        self.rule = SoftLabel()
        self.as_desk = IconButton("undo")
        self.names = {code: QLineEdit() for code in SHIPPED_LANGUAGES}
        self.lines = {code: QLineEdit() for code in SHIPPED_LANGUAGES}
        self.heads = {code: QLabel() for code in SHIPPED_LANGUAGES}
        self.labels = (QLabel(), QLabel())
        self.logos = QListWidget()
        self.logos.setProperty("framed", "true")
        self.logos.setIconSize(_ICON)
        self.logos.setFixedHeight(82)
        self.add, self.remove = IconButton("add"), IconButton("remove")
        self.up, self.down = IconButton("up"), IconButton("down")

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(7)
        kinds = FlowLayout(spacing=16)
        for button in self.kinds.values():
            kinds.addWidget(button)
        column.addLayout(kinds)
        column.addWidget(self.rule)
        column.addLayout(self._texts())
        column.addLayout(self._pictures())

    def _texts(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(10)
        grid.setVerticalSpacing(6)
        for row, label in enumerate(self.labels, start=1):
            grid.addWidget(label, row, 0)
        for place, code in enumerate(SHIPPED_LANGUAGES, start=1):
            grid.addWidget(self.heads[code], 0, place)
            grid.addWidget(self.names[code], 1, place)
            grid.addWidget(self.lines[code], 2, place)
            grid.setColumnStretch(place, 1)
        return grid

    def _pictures(self) -> QHBoxLayout:
        buttons = QVBoxLayout()
        buttons.setSpacing(2)
        pairs = ((self.add, self.remove), (self.up, self.down))
        for pair in pairs:
            row = QHBoxLayout()
            for button in pair:
                row.addWidget(button)
            row.addStretch(1)
            buttons.addLayout(row)
        buttons.addStretch(1)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.logos, 1)
        row.addLayout(buttons)
        return row

    def _connect(self) -> None:
        for kind, button in self.kinds.items():
            button.toggled.connect(lambda on, kind=kind: self._set_kind(kind) if on else None)
        for edits in (self.names, self.lines):
            for edit in edits.values():
                edit.editingFinished.connect(self._set_texts)
        self.as_desk.clicked.connect(self._use_desk)
        self.add.clicked.connect(self._add_logo)
        self.remove.clicked.connect(self._remove_logo)
        self.up.clicked.connect(lambda: self._move(-1))
        self.down.clicked.connect(lambda: self._move(1))
        self.logos.currentRowChanged.connect(lambda _row: self._allow())

    # --- what is shown

    def show_now(self, *, for_all: bool) -> None:
        """Shows the header of the statement, or the desk's."""
        self._for_all = for_all
        self._showing = True
        choice = self._choice()
        self.kinds[choice.kind].setChecked(True)
        for code in SHIPPED_LANGUAGES:
            _show(self.names[code], choice.organisation.get(code, ""))
            _show(self.lines[code], choice.lines.get(code, "").replace("\n", _BETWEEN_LINES))
        self._show_logos(choice)
        self._showing = False
        self._allow()

    def _choice(self) -> HeaderChoice:
        if self._for_all:
            return self._presenting.default_header()
        return self._presenting.header(self._statement_id)

    def _show_logos(self, choice: HeaderChoice) -> None:
        row = self.logos.currentRow()
        self.logos.clear()
        for image_id in choice.logo_ids:
            image = self._presenting.logo(image_id)
            pixmap = QPixmap()
            pixmap.loadFromData(image.data)
            item = QListWidgetItem(QIcon(pixmap), image.name)
            item.setData(Qt.ItemDataRole.UserRole, image.id)
            self.logos.addItem(item)
        self.logos.setCurrentRow(min(max(row, 0), self.logos.count() - 1))

    def _allow(self) -> None:
        """The State's name is for petitions and letters; only some headers have names or logos."""
        statement = self._operations.desk.drafting.statement(self._statement_id)
        may = not self._for_all and may_have_state_header(statement.kind)
        self.kinds[HeaderKind.STATE].setEnabled(may)
        kind = self._choice().kind
        for widget in (*self.names.values(), *self.lines.values(), *self.labels):
            widget.setEnabled(kind in _WITH_NAME)
        with_logos = kind in _WITH_NAME
        for widget in (self.logos, self.add):
            widget.setEnabled(with_logos)
        row, count = self.logos.currentRow(), self.logos.count()
        self.remove.setEnabled(with_logos and row >= 0)
        self.up.setEnabled(with_logos and row > 0)
        self.down.setEnabled(with_logos and -1 < row < count - 1)
        self.as_desk.setVisible(not self._for_all)
        self.as_desk.setEnabled(statement.header is not None)

    # --- what is chosen

    def _run(self, verb: Callable[..., Changes], *arguments: object) -> Changes | None:
        return self._operations.run(verb, *arguments)

    def _edit(self, edit: HeaderEdit) -> None:
        if self._showing:
            return
        if self._for_all:
            self._run(self._presenting.set_default_header, edit)
        else:
            self._run(self._presenting.set_header, self._statement_id, edit)

    def _set_kind(self, kind: HeaderKind) -> None:
        self._edit(HeaderEdit(kind=kind))

    def _set_texts(self) -> None:
        choice = self._choice()
        names = {code: edit.text().strip() for code, edit in self.names.items()}
        lines = {code: _unfolded(edit.text()) for code, edit in self.lines.items()}
        if names != _whole(choice.organisation) or lines != _whole(choice.lines):
            self._edit(HeaderEdit(organisation=names, lines=lines))

    def _use_desk(self) -> None:
        self._run(self._presenting.use_default_header, self._statement_id)

    def _add_logo(self) -> None:
        kinds = tr("Pictures") + " (*.png *.jpg *.jpeg)"
        path = self._ask.open_file(self, tr("Add logo"), kinds=kinds)
        made = self._run(self._presenting.add_logo, path) if path else None
        if made:
            shown = tuple(one for one in self._choice().logo_ids if one != made.focus)
            self._edit(HeaderEdit(logo_ids=(*shown, made.focus)))

    def _remove_logo(self) -> None:
        ids = list(self._choice().logo_ids)
        del ids[self.logos.currentRow()]
        self._edit(HeaderEdit(logo_ids=ids))

    def _move(self, by: int) -> None:
        ids, row = list(self._choice().logo_ids), self.logos.currentRow()
        ids.insert(row + by, ids.pop(row))
        self.logos.setCurrentRow(row + by)
        self._edit(HeaderEdit(logo_ids=ids))

    # --- words

    def retranslate(self) -> None:
        """Reads every text again in the window's language."""
        for kind, button in self.kinds.items():
            button.setText(word(kind))
        self.rule.setText(
            tr(
                "The State header (the Kingdom’s name and motto) belongs to the State. Others may"
                " set it only on papers sent to authorities, so it is offered for petitions and"
                " letters."
            )
        )
        self.labels[0].setText(tr("Organisation"))
        self.labels[1].setText(tr("Address"))
        for code in SHIPPED_LANGUAGES:
            language = language_word(code)
            self.heads[code].setText(language)
            for what, edits in ((tr("Organisation"), self.names), (tr("Address"), self.lines)):
                name = tr("{what}, {language}", what=what, language=language)
                edits[code].setAccessibleName(name)
            self.lines[code].setPlaceholderText(tr("lines parted by /"))
        self.logos.setAccessibleName(tr("Logos"))
        self._say_buttons()

    def _say_buttons(self) -> None:
        self.as_desk.say(tr("As the desk has it"), tr("Forgets the statement’s own header"))
        self.add.say(tr("Add logo…"), tr("A PNG or JPEG file; its hidden data are left out"))
        self.remove.say(tr("Remove"), tr("Takes the logo out of this header"))
        self.up.say(tr("Up"), tr("Moves the logo to the left"))
        self.down.say(tr("Down"), tr("Moves the logo to the right"))


def _show(edit: QLineEdit, text: str) -> None:
    if edit.text().strip() != text:
        edit.setText(text)


def _unfolded(text: str) -> str:
    """The lines of an address from one line; a slash without spaces around it is part of one."""
    return "\n".join(part.strip() for part in text.split(_BETWEEN_LINES) if part.strip())


def _whole(texts: Mapping[str, str]) -> dict[str, str]:
    return {code: texts.get(code, "") for code in SHIPPED_LANGUAGES}
