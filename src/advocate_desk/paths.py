"""Where the program's own files lie: frozen folder, installed package, checkout, in that order."""

from __future__ import annotations

import sys
from pathlib import Path


def _roots() -> tuple[Path, ...]:
    here = Path(__file__).resolve().parent
    frozen = (Path(sys._MEIPASS),) if hasattr(sys, "_MEIPASS") else ()  # noqa: SLF001 - PyInstaller's only door
    return (*frozen, here / "_data", here.parents[1])


def data_path(*parts: str) -> Path:
    """The path of a file or folder the program ships, for example `("resources", "fonts")`.

    Raises:
        FileNotFoundError: the installation is incomplete.
    """
    for root in _roots():
        candidate = root.joinpath(*parts)
        if candidate.exists():
            return candidate
    raise FileNotFoundError("/".join(parts))
