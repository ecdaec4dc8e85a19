"""A clause of the library in both languages; saving other texts makes a new revision."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import partial

from PySide6.QtCore import QEvent, QTimer
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QLineEdit,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from advocate_desk.gui.dialogs.dialog_buttons import DialogButtons
from advocate_desk.gui.models.clause_facts import Alike, ClauseFacts, Texts
from advocate_desk.gui.widgets.clause_about_panel import ClauseAboutPanel
from advocate_desk.gui.widgets.clause_differences import scrolled
from advocate_desk.gui.widgets.clause_revisions_panel import ClauseRevisionsPanel
from advocate_desk.gui.widgets.clause_text_edit import ClauseTextEdit
from advocate_desk.gui.widgets.clause_texts_panel import ClauseTextsPanel
from advocate_desk.gui.widgets.clause_uses_panel import ClauseUsesPanel
from advocate_desk.language.catalog import tr
from advocate_desk.model.clause import Clause, ClauseDetails
from advocate_desk.model.kinds import BlockKind, TranslationState

PAUSE_MS = 500


@dataclass(frozen=True, slots=True)
class ClauseValue:
    """What was entered; `texts` maps a language to heading and body, `variant` is a word.

    `states` is what a reviewer said of saved sides, by language.
    """

    kind: BlockKind
    texts: Mapping[str, tuple[str, str]]
    details: ClauseDetails
    note: str = ""
    variant: str = ""
    states: Mapping[str, TranslationState] = field(default_factory=dict)


class ClauseDialog(QDialog):
    """Texts side by side, what is known, revisions and use. Without a clause it asks for a new one.

    `variant_of` asks for a new sibling of a clause, beginning with its texts.
    """

    def __init__(
        self,
        parent: QWidget | None,
        clause: Clause | None = None,
        facts: ClauseFacts | None = None,
        *,
        variant_of: Clause | None = None,
    ) -> None:
        super().__init__(parent)
        self._clause = clause
        self._sibling = variant_of
        self._facts = facts or ClauseFacts()
        self._stop: Callable[[], None] = _nothing_to_stop
        self._make_parts()
        self._lay_out()
        self._connect()
        self.retranslate()
        self._fill()
        self._check()

    def _make_parts(self) -> None:
        shown = self._clause or self._sibling
        has_variant = bool(self._sibling or (self._clause and self._clause.variant_group))
        self.texts = ClauseTextsPanel(
            kind=shown.kind if shown else None, note=self._clause is not None, variant=has_variant
        )
        self.about = ClauseAboutPanel(self._facts)
        self.revisions = ClauseRevisionsPanel(self._facts.revisions)
        self.uses = ClauseUsesPanel(self._facts.uses, self._facts.variants)
        self.tabs = QTabWidget()
        self.buttons = DialogButtons(self)
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MS)

    def _lay_out(self) -> None:
        self.tabs.addTab(self.texts, "")
        self.tabs.addTab(scrolled(self.about), "")
        if self._clause is not None:
            self.tabs.addTab(self.revisions, "")
            self.tabs.addTab(self.uses, "")
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 14, 16, 14)
        column.setSpacing(10)
        column.addWidget(self.tabs, 1)
        column.addWidget(self.buttons)
        self.resize(940, 600)

    def _connect(self) -> None:
        self.texts.edited.connect(self._check)
        self.texts.edited.connect(self._pause.start)
        self.about.changed.connect(self._check)
        self._pause.timeout.connect(self.look_for_doubles)
        for key in ("Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(key), self).activated.connect(self._save)

    def _fill(self) -> None:
        shown = self._clause or self._sibling
        self.about.show_details(shown.details if shown else ClauseDetails())
        if shown is not None:
            self.texts.show_texts(_texts_of(shown))
        if self._clause is not None:
            self.texts.show_variant(self._clause.variant)
            codes = ClauseTextsPanel.LANGUAGES
            self.texts.show_states({code: self._clause.rendition(code) for code in codes})
        self._known = self.about.value()

    # The fields, by the names they are known under

    @property
    def kind_box(self) -> QComboBox:
        """The choice of what kind of block the clause makes."""
        return self.texts.kind_box

    @property
    def topic(self) -> QLineEdit:
        """The topic the clause is filed under."""
        return self.about.topic

    @property
    def headings(self) -> Mapping[str, ClauseTextEdit]:
        """The heading in each language."""
        return self.texts.headings

    @property
    def bodies(self) -> Mapping[str, ClauseTextEdit]:
        """The text in each language."""
        return self.texts.bodies

    # Saving

    def _save(self) -> None:
        if self.buttons.agree.isEnabled():
            self.accept()

    def _check(self) -> None:
        texts = self.texts.value()
        if self._clause is not None:
            self.texts.allow_review(allowed=texts == _texts_of(self._clause))
        is_written = any(any(side) for side in texts.values())
        self.buttons.agree.setEnabled(is_written and self._is_different(texts))
        self.buttons.agree.setText(self._agree_word(texts))

    def _is_different(self, texts: Texts) -> bool:
        if self._sibling is not None:
            return texts != _texts_of(self._sibling) and bool(self.texts.variant())
        if self._clause is None:
            return True
        return (
            texts != _texts_of(self._clause)
            or self.about.value() != self._known
            or self.texts.variant() != self._clause.variant
            or bool(self.texts.states())
        )

    def look_for_doubles(self) -> None:
        """Names the clauses that say nearly what is being written."""
        self.stop_looking()
        texts = self.texts.value()
        shown = self._clause or self._sibling
        if shown is None or texts != _texts_of(shown):
            self._stop = self._facts.alike(texts, partial(self._show_alike, texts))
        else:
            self.texts.show_alike(())

    def _show_alike(self, texts: Texts, alike: Alike) -> None:
        """What was found for texts that have changed meanwhile says nothing any more."""
        if texts == self.texts.value():
            self.texts.show_alike(alike)

    def stop_looking(self) -> None:
        """Looks for nothing any more: what is still found is thrown away."""
        self._pause.stop()
        self._stop()
        self._stop = _nothing_to_stop

    def value(self) -> ClauseValue:
        """What was entered."""
        return ClauseValue(
            self.texts.kind,
            self.texts.value(),
            self.about.value(),
            self.texts.note.text().strip(),
            self.texts.variant(),
            self.texts.states(),
        )

    # Words

    def retranslate(self) -> None:
        """Reads every text again in the window's language."""
        self.setWindowTitle(self._title())
        names = (tr("Text"), tr("About the clause"), tr("Revisions"), tr("Use and variants"))
        for index in range(self.tabs.count()):
            self.tabs.setTabText(index, names[index])
        for panel in (self.texts, self.about, self.revisions, self.uses):
            panel.retranslate()
        self.texts.hint.setText(self._hint())
        self.buttons.say(self._agree_word(self.texts.value()), tr("Cancel"))

    def _title(self) -> str:
        if self._sibling is not None:
            return tr("New variant")
        return tr("Edit clause") if self._clause else tr("New clause")

    def _agree_word(self, texts: Texts) -> str:
        if self._clause is None:
            return tr("Save in the library")
        if texts == _texts_of(self._clause) and self._is_different(texts):
            return tr("Save")
        return tr("Save as v{number}", number=self._clause.latest.number + 1)

    def _hint(self) -> str:
        if self._sibling is not None:
            return tr("A variant asks for the same in another way; a block can be swapped for it.")
        if self._clause is None:
            return tr("One language is enough to begin with; the other can follow later.")
        return tr("Statements keep the revision they use. The new one is offered to them.")

    _known = ClauseDetails()

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()


def _texts_of(clause: Clause) -> dict[str, tuple[str, str]]:
    codes = ClauseTextsPanel.LANGUAGES
    sides = {code: clause.rendition(code) for code in codes}
    return {code: (side.heading, side.body) for code, side in sides.items()}


def _nothing_to_stop() -> None: ...
