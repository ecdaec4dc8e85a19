"""Placeholders in texts: a closed set, read in one pass, so that no filled-in text is read again."""

from __future__ import annotations

import re
from collections.abc import Mapping

from advocate_desk.language.dates import long_date
from advocate_desk.language.numbers import in_digits
from advocate_desk.model.edition import EditionView

_PLACEHOLDER = re.compile(r"\{\{([a-z_]+)\}\}")


def values_of(view: EditionView, language: str) -> Mapping[str, str]:
    """What each placeholder stands for in a language; what is not known yet is left out."""
    values = {
        "date": long_date(view.issue_date, language) if view.issue_date else "",
        "place": view.place.get(language, ""),
        "count_endorsers": in_digits(len(view.endorsers) + view.withheld_count, language),
    }
    return {name: value for name, value in values.items() if value}


def fill(text: str, values: Mapping[str, str]) -> str:
    """The text with its placeholders filled; one that is unknown or without a value stays."""

    def value(found: re.Match[str]) -> str:
        return values.get(found[1], found[0])

    return _PLACEHOLDER.sub(value, text)
