"""Whether a text may be kept as a name, and if not, why."""

from __future__ import annotations

import re

from advocate_desk.language.safe_text import TOO_LONG, NameRefused, check_name
from advocate_desk.model.marked import marked

_TOO_LONG = marked("It is longer than 200 characters.")
_DIRECTION = marked("It holds hidden signs that turn the direction of writing.")
_EMPTY = marked("It holds no letters.")
_IS_FORMULA = marked("It is a formula, not a name.")
_FORMULA = re.compile(r"[=＝]\s*[-+@]?[A-Za-z$'].*[(!|&+*/]", re.DOTALL)


def name_fault(text: str) -> str:
    """Why a text cannot be a name (an untranslated catalogue text), empty where it can."""
    try:
        check_name(text)
    except NameRefused as refusal:
        return _TOO_LONG if refusal.reason == TOO_LONG else _DIRECTION
    if _FORMULA.match(text):
        return _IS_FORMULA
    return "" if any(character.isalpha() for character in text) else _EMPTY
