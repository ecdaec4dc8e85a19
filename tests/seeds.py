"""The two real documents that acceptance is measured on; they do not ship with the product."""

from pathlib import Path

import pytest

_FOLDER = Path(__file__).resolve().parents[2] / "shared" / "seeds"


def _seed(name: str) -> Path:
    path = _FOLDER / name
    if not path.exists():
        pytest.skip("the two acceptance documents are not beside this checkout")
    return path


def seed_1() -> Path:
    """The joint statement of 102 organisations, English, Markdown."""
    return _seed("000_2fffe3b7469ea95f.txt")


def seed_2() -> Path:
    """The saved archive page with the bilingual petition."""
    return _seed("001_d30f4a19129e57be.txt")
