"""The texts of a clause in both languages, with a warning where the library says nearly the same."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QComboBox,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from advocate_desk.gui.models.clauses_list_model import ClausesListModel
from advocate_desk.gui.widgets.clause_filter_bar import KINDS
from advocate_desk.gui.widgets.clause_text_edit import ClauseTextEdit
from advocate_desk.gui.widgets.review_box import ReviewBox
from advocate_desk.gui.widgets.soft_label import SoftLabel
from advocate_desk.language.catalog import tr
from advocate_desk.model.clause import Likeness, Variant
from advocate_desk.model.kinds import (
    SHIPPED_LANGUAGES,
    WITH_HEADING,
    BlockKind,
    TranslationState,
)
from advocate_desk.model.statement import Rendition
from advocate_desk.model.words import language_word, own_name, variant_word, word

_SAME = 100


class ClauseTextsPanel(QWidget):
    """Khmer on the left, English on the right."""

    LANGUAGES = SHIPPED_LANGUAGES
    edited = Signal()

    def __init__(self, *, kind: BlockKind | None, note: bool, variant: bool) -> None:
        super().__init__()
        self._alike: tuple[Likeness, ...] = ()
        self.kind_box, self.variant_box = QComboBox(), QComboBox()
        for offered in KINDS if kind is None else (kind,):
            self.kind_box.addItem("", offered)
        self.kind_box.setEnabled(kind is None)
        self.variant_box.setEditable(True)
        self.kind_label, self.variant_label, self.note_label = QLabel(), QLabel(), QLabel()
        self.sides = {code: QLabel() for code in SHIPPED_LANGUAGES}
        self.reviews = {code: ReviewBox(code) for code in SHIPPED_LANGUAGES}
        self.headings = {code: ClauseTextEdit(one_line=True) for code in SHIPPED_LANGUAGES}
        self.bodies = {code: ClauseTextEdit() for code in SHIPPED_LANGUAGES}
        self.warning, self.hint = SoftLabel(), SoftLabel()
        self.warning.setObjectName("warning")
        self.note = QLineEdit()
        self._lay_out()
        self._show_needed(note=note, variant=variant)
        self._connect()
        self._show_headings()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 12, 12, 8)
        column.setSpacing(10)
        column.addLayout(self._head())
        column.addLayout(self._texts(), 1)
        column.addWidget(self.warning)
        foot = QHBoxLayout()
        foot.setSpacing(8)
        foot.addWidget(self.note_label)
        foot.addWidget(self.note, 1)
        column.addLayout(foot)
        column.addWidget(self.hint)

    def _head(self) -> QHBoxLayout:
        head = QHBoxLayout()
        head.setSpacing(8)
        for label, box in (
            (self.kind_label, self.kind_box),
            (self.variant_label, self.variant_box),
        ):
            label.setBuddy(box)
            head.addWidget(label)
            head.addWidget(box)
            head.addSpacing(16)
        head.addStretch(1)
        return head

    def _texts(self) -> QGridLayout:
        texts = QGridLayout()
        texts.setHorizontalSpacing(16)
        texts.setVerticalSpacing(6)
        for place, code in enumerate(SHIPPED_LANGUAGES):
            head = QHBoxLayout()
            head.addWidget(self.sides[code], 1)
            head.addWidget(self.reviews[code])
            texts.addLayout(head, 0, place)
            texts.addWidget(self.headings[code], 1, place)
            texts.addWidget(self.bodies[code], 2, place)
            texts.setColumnStretch(place, 1)
        texts.setRowStretch(2, 1)
        return texts

    def _show_needed(self, *, note: bool, variant: bool) -> None:
        self.warning.hide()
        for box in self.reviews.values():
            box.setVisible(note)
        self.note_label.setBuddy(self.note)
        self.note_label.setVisible(note)
        self.note.setVisible(note)
        self.variant_label.setVisible(variant)
        self.variant_box.setVisible(variant)

    def _connect(self) -> None:
        self.kind_box.currentIndexChanged.connect(lambda _index: self._show_headings())
        self.variant_box.editTextChanged.connect(lambda _text: self.edited.emit())
        for edit in (*self.headings.values(), *self.bodies.values()):
            edit.edited.connect(self.edited)
        for box in self.reviews.values():
            box.currentIndexChanged.connect(lambda _index: self.edited.emit())

    @property
    def kind(self) -> BlockKind:
        """The kind of block that the clause makes."""
        return BlockKind(self.kind_box.currentData())

    def _show_headings(self) -> None:
        for edit in self.headings.values():
            edit.setVisible(self.kind in WITH_HEADING)

    def show_texts(self, texts: dict[str, tuple[str, str]]) -> None:
        """Shows texts to begin with."""
        for code, (heading, body) in texts.items():
            self.headings[code].show_text(heading)
            self.bodies[code].show_text(body)

    def show_states(self, sides: Mapping[str, Rendition]) -> None:
        """Shows how far the saved sides are."""
        for code, side in sides.items():
            self.reviews[code].show_side(side)

    def allow_review(self, *, allowed: bool) -> None:
        """Only texts that are saved can be reviewed."""
        for box in self.reviews.values():
            box.allow(allowed=allowed)

    def states(self) -> dict[str, TranslationState]:
        """What was said of the sides, by language."""
        chosen = {code: box.chosen() for code, box in self.reviews.items() if not box.isHidden()}
        return {code: state for code, state in chosen.items() if state is not None}

    def show_variant(self, variant: str) -> None:
        """Shows what sets the clause apart."""
        self.variant_box.setCurrentText(variant_word(variant))

    def variant(self) -> str:
        """What sets the clause apart: a word of ours, or one's own."""
        if self.variant_box.isHidden():
            return ""
        typed = self.variant_box.currentText().strip()
        known = {variant_word(one): one.value for one in Variant}
        return known.get(typed, typed)

    def value(self) -> dict[str, tuple[str, str]]:
        """The texts that were entered."""
        return {code: self._side(code) for code in SHIPPED_LANGUAGES}

    def _side(self, code: str) -> tuple[str, str]:
        heading, body = self.headings[code].text().strip(), self.bodies[code].text().strip()
        return (heading if self.kind in WITH_HEADING else "", body)

    def show_alike(self, alike: Sequence[Likeness]) -> None:
        """Warns of clauses that say nearly the same; says nothing where there are none."""
        self._alike = tuple(alike)
        self.warning.setText(self._warning())
        self.warning.setVisible(bool(alike))

    def _warning(self) -> str:
        if not self._alike:
            return ""
        lines = [
            tr(
                "{percent} % like “{name}” ({language})",
                percent=one.percent,
                name=ClausesListModel.lines(one.clause)[0],
                language=language_word(one.language),
            )
            for one in self._alike[:3]
        ]
        first = (
            tr("⚠ The library has this text already:")
            if self._alike[0].percent >= _SAME
            else tr("⚠ The library has nearly this text already:")
        )
        return "\n".join((first, *lines))

    def retranslate(self) -> None:
        """Reads every text again in the window's language."""
        self.kind_label.setText(tr("Kind"))
        self.kind_box.setAccessibleName(tr("Kind"))
        for index in range(self.kind_box.count()):
            self.kind_box.setItemText(index, word(BlockKind(self.kind_box.itemData(index))))
        self._name_variants()
        self.note_label.setText(tr("Why"))
        self.note.setAccessibleName(tr("Why the clause is revised"))
        self.note.setPlaceholderText(tr("Why the clause is revised"))
        for code in SHIPPED_LANGUAGES:
            self.sides[code].setText(own_name(code))
            self._name_side(code, language_word(code))
            self.reviews[code].retranslate()
        self.warning.setText(self._warning())

    def _name_variants(self) -> None:
        self.variant_label.setText(tr("Variant"))
        self.variant_box.setAccessibleName(tr("What sets the variant apart"))
        chosen = self.variant()
        self.variant_box.blockSignals(True)
        self.variant_box.clear()
        self.variant_box.addItems([variant_word(one) for one in Variant])
        self.variant_box.setCurrentText(variant_word(chosen))
        self.variant_box.blockSignals(False)

    def _name_side(self, code: str, language: str) -> None:
        self.headings[code].setPlaceholderText(tr("Heading…"))
        self.headings[code].setAccessibleName(tr("Heading, {language}", language=language))
        self.bodies[code].setPlaceholderText(tr("Text…"))
        self.bodies[code].setAccessibleName(tr("Text, {language}", language=language))
