"""What can be put into a text by a menu: placeholders, and a footnote."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from PySide6.QtWidgets import QMenu

from advocate_desk.language.catalog import tr
from advocate_desk.model import placeholders
from advocate_desk.model.marked import marked

Insert = Callable[[str], object]
_WORDS: Mapping[str, str] = {
    placeholders.DATE: marked("Date of issue"),
    placeholders.LUNAR_DATE: marked("Lunar date"),
    placeholders.PLACE: marked("Place of issue"),
    placeholders.COUNT_ENDORSERS: marked("Number of endorsers"),
    placeholders.COUNT_SIGNATURES: marked("Number of signatures"),
}


def fill_placeholders(menu: QMenu, own: Iterable[str], insert: Insert) -> None:
    """The program's placeholders and the statement's own."""
    for name, text in _WORDS.items():
        _add(menu, f"{tr(text)}  {_braced(name)}", _braced(name), insert)
    names = [name for name in own if name not in _WORDS]
    if names:
        menu.addSeparator()
    for name in names:
        _add(menu, _braced(name), _braced(name), insert)


def _braced(name: str) -> str:
    return "{{" + name + "}}"


def _add(menu: QMenu, words: str, piece: str, insert: Insert) -> None:
    action = menu.addAction(words)
    action.triggered.connect(lambda _checked=False: insert(piece))
