"""Texts and lengths as Qt counts them: a character beyond the basic plane is two units.

A text in units is a string with one character a unit, so that Qt's offsets are its offsets.
"""

from __future__ import annotations


def units(text: str) -> int:
    """How many of Qt's characters a text has."""
    return len(text) + sum(character > "\uffff" for character in text)


def in_units(text: str) -> str:
    """The text with two halves for each character beyond the basic plane."""
    if text.isascii() or max(text) <= "\uffff":
        return text
    return "".join(
        character if character <= "\uffff" else "".join(_halves(ord(character)))
        for character in text
    )


def from_units(text: str) -> str:
    """The text that was taken apart by `in_units`."""
    return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "surrogatepass")


def _halves(code: int) -> tuple[str, str]:
    rest = code - 0x10000
    return chr(0xD800 + (rest >> 10)), chr(0xDC00 + (rest & 0x3FF))
