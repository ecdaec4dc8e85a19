"""Text from outside, made safe to keep: no character that a file format or a reader cannot bear."""

from __future__ import annotations

import re
from typing import NamedTuple

LONGEST_NAME = 200

CONTROL = "control"
NONCHARACTER = "noncharacter"
SURROGATE = "surrogate"

TOO_LONG = "too_long"
DIRECTION = "direction"

# Everything that ends a line somewhere: CRLF, CR, Word's VT, FF, NEL, and Unicode's two.
_LINE_ENDS = re.compile("\r\n|[\r\x0b\x0c\x85\u2028\u2029]")
_UNSAFE = {
    CONTROL: re.compile("[\x00-\x08\x0e-\x1f\x7f-\x9f]"),
    SURROGATE: re.compile("[\ud800-\udfff]"),
    NONCHARACTER: re.compile(
        "[\ufdd0-\ufdef"
        + "".join(chr(p * 0x10000 + low) for p in range(17) for low in (0xFFFE, 0xFFFF))
        + "]"
    ),
}
_BYTE_ORDER_MARK = "\ufeff"
# They turn the reading direction: a name could be shown as another one.
_DIRECTION_CONTROLS = re.compile("[\u202a-\u202e\u2066-\u2069]")


class Cleaned(NamedTuple):
    """A safe text, how many characters were taken out of it, and of which kinds."""

    text: str
    removed: int
    kinds: tuple[str, ...]


class NameRefused(ValueError):  # noqa: N818 - a refusal, named as the user meets it
    """A name that must not be kept; `reason` is TOO_LONG or DIRECTION."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


def clean(text: str) -> Cleaned:
    """The text with line feeds as its only line ends and without characters nobody can read.

    Control characters, noncharacters and lone surrogates go and are counted; a byte order mark at
    the start goes uncounted. Tabs, ZWSP and every letter stay.
    """
    text = _LINE_ENDS.sub("\n", text.removeprefix(_BYTE_ORDER_MARK))
    removed, kinds = 0, []
    for kind, unsafe in _UNSAFE.items():
        text, count = unsafe.subn("", text)
        removed += count
        kinds += [kind] if count else []
    return Cleaned(text, removed, tuple(kinds))


def turns_direction(text: str) -> bool:
    """Whether a text holds a control that turns its direction: it may show another text."""
    return bool(_DIRECTION_CONTROLS.search(text))


def check_name(text: str) -> str:
    """The same name, if it may be kept.

    Raises:
        NameRefused: it is longer than any name, or holds a control that turns its direction.
    """
    if len(text) > LONGEST_NAME:
        raise NameRefused(TOO_LONG)
    if turns_direction(text):
        raise NameRefused(DIRECTION)
    return text
