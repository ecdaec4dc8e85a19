"""Above a list that is coming in: filters with counts, and decisions for many rows at once."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from advocate_desk.gui.match_words import match_word
from advocate_desk.gui.models.incoming_rows_model import (
    ALL,
    LISTED,
    UNDECIDED,
    IncomingRowsModel,
    choice_word,
)
from advocate_desk.gui.widgets.filter_chips import FilterChips
from advocate_desk.gui.widgets.flow_layout import FlowLayout
from advocate_desk.gui.widgets.icon_button import IconButton, add_to
from advocate_desk.language.catalog import tr
from advocate_desk.model.registry import Choice, MatchClass

_ICONS = {Choice.SAME: "link", Choice.NEW: "add", Choice.SKIP: "remove"}
_BULK = (
    (MatchClass.PROBABLE, Choice.SAME),
    (MatchClass.PROBABLE, Choice.NEW),
    (MatchClass.LOOK_ALIKE, Choice.NEW),
    (MatchClass.LOOK_ALIKE, Choice.SKIP),
    (MatchClass.NEW, Choice.SKIP),
    (MatchClass.NEW, Choice.NEW),
)


class DecisionBar(QWidget):
    """`decided` carries a decision for the rows that are chosen in the table."""

    decided = Signal(object)

    def __init__(self, model: IncomingRowsModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = model
        classes = [one.value for one in MatchClass]
        self.filters = FilterChips([ALL, UNDECIDED, *classes, LISTED], rare={UNDECIDED})
        self.buttons = {choice: IconButton(name) for choice, name in _ICONS.items()}
        self.many = IconButton("more")
        menu = self.many.give_menu()
        self.bulk = {pair: add_to(menu, f"{pair[0].value} {pair[1].value}") for pair in _BULK}
        menu.addSeparator()
        self.take_offers = add_to(menu, "take corrections")
        self.leave_offers = add_to(menu, "leave corrections")
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        row = QWidget()
        flow = FlowLayout(row, spacing=4)
        for button in (*self.buttons.values(), self.many):
            flow.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.filters)
        column.addWidget(row)

    def _connect(self) -> None:
        self.filters.chosen.connect(self._model.narrow)
        for choice, button in self.buttons.items():
            button.clicked.connect(partial(self.decided.emit, choice))
        for (match_class, choice), action in self.bulk.items():
            action.triggered.connect(partial(self._model.decide_all, match_class, choice))
        self.take_offers.triggered.connect(partial(self._model.take_all_offers, taken=True))
        self.leave_offers.triggered.connect(partial(self._model.take_all_offers, taken=False))

    def reset(self) -> None:
        """Shows all rows again: another list was read."""
        self.filters.choose(ALL)

    def show_counts(self) -> None:
        """Shows how many rows each filter has, and which bulk decisions concern any."""
        counts = self._model.counts()
        words = {one.value: match_word(one) for one in MatchClass}
        words |= {ALL: tr("all"), LISTED: tr("not added"), UNDECIDED: tr("to decide")}
        self.filters.show_counts(words, counts)
        for (match_class, _choice), action in self.bulk.items():
            action.setEnabled(counts.get(match_class.value, 0) > 0)
        for action in (self.take_offers, self.leave_offers):
            action.setEnabled(self._model.has_offers())

    def retranslate(self) -> None:
        """Reads every text again in the window's language."""
        for number, (choice, button) in enumerate(self.buttons.items(), start=1):
            button.say(
                choice_word(choice).capitalize(),
                tr("For the selected rows; key {key}", key=number),
            )
        self.many.say(tr("Decide many"))
        for (match_class, choice), action in self.bulk.items():
            action.setText(
                tr(
                    "All “{class_word}”: {decision}",
                    class_word=match_word(match_class),
                    decision=choice_word(choice),
                )
            )
        self.take_offers.setText(tr("Take all offered corrections"))
        self.leave_offers.setText(tr("Leave everything as it was handed in"))
        self.show_counts()
