"""The code on a sign-on form: eight characters that come back in a file name or a text.

Crockford's base 32 leaves out I, L, O and U, so that nobody mistakes a letter for a digit; the
last character proves the others: any one that is wrong is found, and any two that changed places.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from hashlib import sha256

PREFIX = "AD"
LENGTH = 8
_LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_TAKEN_FOR = str.maketrans({"I": "1", "L": "1", "O": "0"})
_FIELD = 0b100101  # x^5 + x^2 + 1: with it the 32 characters are a field
_CODE = re.compile(
    r"(?<![0-9A-Za-z])(?:(?P<prefix>[Aa][Dd])[-_ \u2010-\u2013]?)?"
    r"(?P<first>[0-9A-Za-z]{4})[-_ \u2010-\u2013]?(?P<second>[0-9A-Za-z]{4})(?![0-9A-Za-z])"
)


def code_of(endorsement_id: str, attempt: int = 0) -> str:
    """The code of an endorsement: always the same, so that a code taken back comes again.

    Another `attempt` gives another code, for the rare case that one is taken.
    """
    number = int.from_bytes(sha256(f"{endorsement_id}/{attempt}".encode()).digest()[:5], "big")
    letters = "".join(_LETTERS[number >> shift & 31] for shift in range(30, -1, -5))
    return letters + _LETTERS[_check(letters)]


def shown_code(code: str) -> str:
    """A code as it is printed: with its prefix, in two groups of four."""
    return f"{PREFIX}-{code[:4]}-{code[4:]}"


def is_code(code: str) -> bool:
    """Whether the last character proves the others."""
    known = len(code) == LENGTH and not set(code) - set(_LETTERS)
    return known and _LETTERS[_check(code[:-1])] == code[-1]


def plain_code(typed: str) -> str:
    """A code as somebody typed it, without prefix and signs; letters taken for digits put right."""
    bare = re.sub(r"[^0-9A-Z]", "", typed.upper())
    if len(bare) > LENGTH and bare.startswith(PREFIX):
        bare = bare.removeprefix(PREFIX)
    return bare.translate(_TAKEN_FOR)


def codes_in(text: str) -> Iterator[tuple[str, bool]]:
    """What may be a code in a text, and whether it says so by its prefix; some may be mistyped.

    A word of eight letters looks like one: without the prefix only proved ones are told.
    """
    for found in _CODE.finditer(text):
        code = plain_code(found["first"] + found["second"])
        if found["prefix"] or is_code(code):
            yield code, bool(found["prefix"])


def _check(letters: str) -> int:
    """The sum of the characters, each weighed by another power of the field's generator."""
    total = 0
    for letter in letters:
        total = (total ^ _LETTERS.index(letter)) << 1
        total ^= _FIELD if total & 32 else 0
    return total
