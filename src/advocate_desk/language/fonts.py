"""The faces the program ships, known without opening a font file.

`resources/fonts/build_fonts.py` makes the files and `faces.json`. Moul has no bold, and a bold that
does not exist must never be asked for: Word and Qt would smear the regular one.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

from advocate_desk.paths import data_path

BODY_KHMER = "Noto Serif Khmer"
BODY_LATIN = "Noto Serif"
UI_KHMER = "Noto Sans Khmer"
UI_LATIN = "Noto Sans"
HEADING_KHMER = "Moul"
TEXT_KHMER = "Battambang"
# On most Cambodian machines, under the LGPL: named after ours where a format lists fallbacks.
KHMER_FALLBACKS = ("Khmer OS", "Khmer OS Battambang", "Khmer UI", "DaunPenh")

REGULAR = "Regular"
BOLD = "Bold"


class Face(NamedTuple):
    """One shipped font file; `panose`, `usb` and `csb` are hexadecimal, as documents write them."""

    family: str
    style: str
    file: Path
    licence: Path
    sha256: str
    fs_type: int
    panose: str
    usb: tuple[str, ...]
    csb: tuple[str, ...]
    characters: str

    @property
    def is_bold(self) -> bool:
        """Whether this is the bold of its family."""
        return self.style == BOLD


@cache
def faces() -> tuple[Face, ...]:
    """Every shipped face, regular before bold; read from `faces.json` when first asked for."""
    import json  # not with the module: the window imports this before it paints

    folder = data_path("resources", "fonts")
    read = json.loads((folder / "faces.json").read_text(encoding="utf-8"))
    return tuple(_face(folder, values) for values in read["faces"])


def _face(folder: Path, values: dict[str, Any]) -> Face:
    located = {key: folder / values[key] for key in ("file", "licence")}
    listed = {key: tuple(values[key]) for key in ("usb", "csb")}
    return Face(**(values | located | listed))


FACES: tuple[Face, ...]  # the same as `faces()`, given by the function below


def __getattr__(name: str) -> tuple[Face, ...]:
    """Let `FACES` be read when it is first used."""
    if name != "FACES":
        raise AttributeError(name)
    return faces()


def face(family: str, *, bold: bool = False) -> Face | None:
    """The face of a family, or None where we ship none; a missing bold is None, not the regular."""
    style = BOLD if bold else REGULAR
    return next((f for f in faces() if f.family == family and f.style == style), None)


def has_bold(family: str) -> bool:
    """Whether a bold of the family exists."""
    return face(family, bold=True) is not None


def body_family(language: str) -> str:
    """The family that sets the body of a text in a language."""
    return BODY_KHMER if language == "km" else BODY_LATIN


def lacks(family: str, text: str) -> str:
    """The characters of a text that the family has no glyph for, each once, in order."""
    covered = _covered(family)
    return "".join(c for c in dict.fromkeys(text) if ord(c) not in covered and not c.isspace())


@cache
def _covered(family: str) -> frozenset[int]:
    found: set[int] = set()
    known = face(family)
    for run in known.characters.split() if known else ():
        first, _, last = run.partition("-")
        found.update(range(int(first, 16), int(last or first, 16) + 1))
    return frozenset(found)
