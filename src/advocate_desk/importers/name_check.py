"""Whether a text may be kept as a name, and if not, why."""

from __future__ import annotations

from advocate_desk.language.safe_text import TOO_LONG, NameRefused, check_name
from advocate_desk.model.marked import marked

_TOO_LONG = marked("It is longer than 200 characters.")
_DIRECTION = marked("It holds hidden signs that turn the direction of writing.")
_EMPTY = marked("It holds no letters.")


def name_fault(text: str) -> str:
    """Why a text cannot be a name (an untranslated catalogue text), empty where it can."""
    try:
        check_name(text)
    except NameRefused as refusal:
        return _TOO_LONG if refusal.reason == TOO_LONG else _DIRECTION
    return "" if any(character.isalpha() for character in text) else _EMPTY
