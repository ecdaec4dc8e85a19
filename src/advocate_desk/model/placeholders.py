"""The closed set of placeholders that any text may hold."""

from __future__ import annotations

import re

DATE = "date"
PLACE = "place"
COUNT_ENDORSERS = "count_endorsers"
KNOWN = frozenset({DATE, PLACE, COUNT_ENDORSERS})

_BRACED = re.compile(r"\{\{([^{}]*)\}\}")


def placeholders(text: str) -> tuple[str, ...]:
    """What stands between double braces, in order and as typed, known or not."""
    return tuple(found.group(1) for found in _BRACED.finditer(text))
