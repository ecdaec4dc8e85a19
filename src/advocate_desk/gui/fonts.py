"""Our fonts as Qt knows them: the face of the window before the paint, all others after it."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtGui import QFont, QFontDatabase

from advocate_desk.language import catalog
from advocate_desk.paths import data_path

UI_FAMILIES = ("Noto Sans Khmer",)
TEXT_FAMILIES = ("Noto Serif Khmer",)
UI_SIZE = 11
_SMALLER = 0.86
_UI_FILE = "NotoSansKhmer-Regular.ttf"
_TEXT_FILES = ("NotoSerifKhmer-Regular.ttf", "NotoSerifKhmer-Bold.ttf")


def add_window_face() -> None:
    """Makes the one face known that the first paint needs."""
    QFontDatabase.addApplicationFont(str(data_path("resources", "fonts", _UI_FILE)))


@lru_cache(maxsize=1)
def add_text_faces() -> None:
    """Makes the faces known that statements are written in."""
    for file in _TEXT_FILES:
        QFontDatabase.addApplicationFont(str(data_path("resources", "fonts", file)))


@lru_cache(maxsize=1)
def add_other_faces() -> None:
    """Makes every other face of the program known; once is enough."""
    import json

    add_text_faces()
    folder = data_path("resources", "fonts")
    faces = json.loads((folder / "faces.json").read_text(encoding="utf-8"))["faces"]
    for face in faces:
        if face["file"] not in (_UI_FILE, *_TEXT_FILES):
            QFontDatabase.addApplicationFont(str(folder / face["file"]))


def window_font() -> QFont:
    """The font of menus, buttons and labels: Khmer first, or the tops of its letters clip."""
    return QFont(list(UI_FAMILIES), UI_SIZE)


def small_font(font: QFont) -> QFont:
    """A smaller one for chips and details; in Khmer nothing is smaller, or its signs run together."""
    small = QFont(font)
    if catalog.current() != "km":
        small.setPointSizeF(font.pointSizeF() * _SMALLER)
    return small


def text_font(size: int, *, bold: bool = False) -> QFont:
    """The font of what is written in a statement."""
    font = QFont(list(TEXT_FAMILIES), size)
    font.setBold(bold)
    return font
