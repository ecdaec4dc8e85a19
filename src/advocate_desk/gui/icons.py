"""Our own line icons, drawn in the colour they are wanted in."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import QBuffer, QByteArray, QSize
from PySide6.QtGui import QColor, QGuiApplication, QIcon, QImageReader, QPixmap

from advocate_desk.paths import data_path

SIZE = 18


@lru_cache(maxsize=256)
def _drawn(name: str, colour: str, size: int) -> QPixmap:
    source = data_path("resources", "icons", f"{name}.svg").read_text(encoding="utf-8")
    buffer = QBuffer()
    buffer.setData(QByteArray(source.replace("currentColor", colour).encode()))
    reader = QImageReader(buffer, QByteArray(b"svg"))
    reader.setScaledSize(QSize(size, size))
    return QPixmap.fromImage(reader.read())


def pixmap(name: str, colour: str, size: int, ratio: float = 1.0) -> QPixmap:
    """One icon as a picture of `size` logical pixels."""
    drawn = QPixmap(_drawn(name, colour, round(size * ratio)))
    drawn.setDevicePixelRatio(ratio)
    return drawn


def icon(name: str, colour: str, faint: str = "") -> QIcon:
    """One icon; `faint` is its colour where it is switched off."""
    ratio = QGuiApplication.primaryScreen().devicePixelRatio()
    made = QIcon(pixmap(name, colour, SIZE, ratio))
    if faint:
        made.addPixmap(pixmap(name, faint, SIZE, ratio), QIcon.Mode.Disabled)
    return made


@lru_cache(maxsize=1)
def room() -> QIcon:
    """Nothing to be seen, in the size of an icon."""
    empty = QPixmap(SIZE, SIZE)
    empty.fill(QColor(0, 0, 0, 0))
    return QIcon(empty)


def forget() -> None:
    """Lets go of the drawn icons, while there is still an application to let go of them."""
    _drawn.cache_clear()
    room.cache_clear()
