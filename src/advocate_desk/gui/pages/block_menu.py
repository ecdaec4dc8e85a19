"""The menu of one block: everything that can be done with it."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from advocate_desk.gui.pages.block_actions import BlockActions
from advocate_desk.language.catalog import tr
from advocate_desk.model.kinds import (
    WITH_ITEMS,
    BlockKind,
    Marker,
    TranslationState,
)
from advocate_desk.model.statement import Block
from advocate_desk.model.words import language_word, word

KINDS = tuple(kind for kind in BlockKind if kind is not BlockKind.ITEM)
Verb = Callable[..., object]


def add_verb(menu: QMenu, words: str, then: Verb) -> QAction:
    """An action of a menu, in the window's words."""
    action = menu.addAction(words)
    action.triggered.connect(lambda _checked=False: then())
    return action


def block_menu(
    parent: QWidget, block: Block, languages: Sequence[str], verbs: BlockActions, *, newer: bool
) -> QMenu:
    """The menu of a block; `newer` tells that the library has a newer revision of its clause."""
    menu = QMenu(parent)
    add_verb(menu, tr("Move up"), lambda: verbs.move(-1))
    add_verb(menu, tr("Move down"), lambda: verbs.move(1))
    add_verb(menu, tr("Duplicate"), verbs.duplicate)
    _add_kinds(menu, block, verbs)
    if block.kind in WITH_ITEMS:
        add_verb(menu, tr("Add entry"), verbs.add_item)
        _add_markers(menu, block, verbs)
    menu.addSeparator()
    add_verb(menu, tr("Split here"), verbs.split)
    add_verb(menu, tr("Merge with next"), verbs.merge)
    menu.addSeparator()
    _add_library(menu, block, verbs, newer=newer)
    _add_stale(menu, block, languages, verbs)
    menu.addSeparator()
    add_verb(menu, tr("Delete"), verbs.delete)
    return menu


def _add_kinds(menu: QMenu, block: Block, verbs: BlockActions) -> None:
    kinds = menu.addMenu(tr("Change kind"))
    for kind in KINDS:
        action = add_verb(kinds, word(kind), lambda kind=kind: verbs.change_kind(kind))
        action.setCheckable(True)
        action.setChecked(kind is block.kind)


def _add_markers(menu: QMenu, block: Block, verbs: BlockActions) -> None:
    markers = menu.addMenu(tr("Markers"))
    for marker in Marker:
        action = add_verb(markers, word(marker), lambda marker=marker: verbs.change_marker(marker))
        action.setCheckable(True)
        action.setChecked(marker is block.marker)


def _add_library(menu: QMenu, block: Block, verbs: BlockActions, *, newer: bool) -> None:
    add_verb(menu, tr("Save as clause"), verbs.save_clause)
    if newer:
        add_verb(menu, tr("Newer text of the library…"), verbs.show_newer)
    compare = add_verb(menu, tr("Compare with the library…"), verbs.compare)
    compare.setEnabled(block.clause_revision_id is not None)
    unlink = add_verb(menu, tr("Unlink from the library"), verbs.unlink)
    unlink.setEnabled(block.clause_revision_id is not None)


def _add_stale(menu: QMenu, block: Block, languages: Sequence[str], verbs: BlockActions) -> None:
    for code in languages:
        if block.rendition(code).state is TranslationState.STALE:
            words = tr("Mark {language} current", language=language_word(code))
            add_verb(menu, words, lambda code=code: verbs.mark_current(code))
