"""The menu of one side's state: what a translator or a reviewer can say of it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

from PySide6.QtWidgets import QMenu, QWidget

from advocate_desk.gui.models.block_states import side_state, sign_off_words
from advocate_desk.gui.pages.block_menu import add_verb
from advocate_desk.language.catalog import tr
from advocate_desk.model.kinds import TranslationState
from advocate_desk.model.statement import Block


class StateVerbs(Protocol):
    """What the menu can ask for, for one side."""

    def mark_current(self, language: str) -> None:
        """The side says again what its source says."""
        ...

    def ask_review(self, language: str) -> None:
        """The side is ready to be read by a reviewer."""
        ...

    def sign_off(self, language: str) -> None:
        """The person at the window approves the side."""
        ...

    def back_to_draft(self, language: str) -> None:
        """Neither approved nor to be read by a reviewer any more."""
        ...


def state_menu(
    parent: QWidget,
    block: Block,
    language: str,
    verbs: StateVerbs,
    show_changes: Callable[[], None],
) -> QMenu:
    """What can be said of one side, from where it is now."""
    menu = QMenu(parent)
    state = side_state(block, language)
    states = TranslationState
    if words := sign_off_words(block, language):
        menu.addAction(tr("Approved: {who}", who=words)).setEnabled(False)
    if state is states.STALE:
        add_verb(menu, tr("Show what changed"), show_changes)
        add_verb(menu, tr("Mark translation current"), lambda: verbs.mark_current(language))
        menu.addSeparator()
    written = state not in {states.MISSING, states.STALE}
    for words, verb, offered in (
        (tr("Ready for review"), verbs.ask_review, written and state is not states.IN_REVIEW),
        (tr("Sign off…"), verbs.sign_off, written and state is not states.APPROVED),
        (tr("Back to draft"), verbs.back_to_draft, written and state is not states.DRAFT),
    ):
        action = add_verb(menu, words, lambda verb=verb: verb(language))
        action.setEnabled(offered)
    return menu
