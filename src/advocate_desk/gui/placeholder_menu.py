"""What can be put into a text by a menu: placeholders, and a footnote."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from PySide6.QtWidgets import QMenu

from advocate_desk.gui.placeholder_words import WORDS
from advocate_desk.language.catalog import tr

Insert = Callable[[str], object]


def fill_placeholders(menu: QMenu, own: Iterable[str], insert: Insert) -> None:
    """The program's placeholders and the statement's own."""
    for name, text in WORDS.items():
        _add(menu, f"{tr(text)}  {_braced(name)}", _braced(name), insert)
    names = [name for name in own if name not in WORDS]
    if names:
        menu.addSeparator()
    for name in names:
        _add(menu, _braced(name), _braced(name), insert)


def _braced(name: str) -> str:
    return "{{" + name + "}}"


def _add(menu: QMenu, words: str, piece: str, insert: Insert) -> None:
    action = menu.addAction(words)
    action.triggered.connect(lambda _checked=False: insert(piece))
