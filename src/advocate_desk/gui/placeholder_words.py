"""What placeholders are called where a text is only named, and not written."""

from __future__ import annotations

from collections.abc import Mapping

from advocate_desk.language.catalog import tr
from advocate_desk.model import placeholders
from advocate_desk.model.marked import marked

WORDS: Mapping[str, str] = {
    placeholders.DATE: marked("Date of issue"),
    placeholders.LUNAR_DATE: marked("Lunar date"),
    placeholders.PLACE: marked("Place of issue"),
    placeholders.COUNT_ENDORSERS: marked("Number of endorsers"),
    placeholders.COUNT_SIGNATURES: marked("Number of signatures"),
}


def readable(text: str) -> str:
    """A text with the names of its placeholders in place of their braces, without footnotes."""
    if "{{" not in text:
        return text
    values = {name: f"‹{_name(name)}›" for name in placeholders.placeholders(text)}
    parts = placeholders.pieces(text, values)
    return "".join(part for part in parts if isinstance(part, str))


def _name(name: str) -> str:
    return tr(WORDS[name]) if name in WORDS else name.replace("_", " ")
