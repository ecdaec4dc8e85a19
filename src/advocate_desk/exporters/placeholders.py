"""What the placeholders of a text stand for, in the language of the text."""

from __future__ import annotations

from collections.abc import Mapping

from advocate_desk.language.dates import long_date
from advocate_desk.language.numbers import in_digits
from advocate_desk.model import placeholders as known
from advocate_desk.model.edition import EditionView


def values_of(view: EditionView, language: str) -> Mapping[str, str]:
    """What each placeholder stands for in a language; what is not known yet is left out.

    A placeholder of the user's own never takes the place of one of the program's.
    """
    own = {name: sides.get(language, "") for name, sides in view.own_placeholders.items()}
    values = own | {
        known.DATE: long_date(view.issue_date, language) if view.issue_date else "",
        known.LUNAR_DATE: view.lunar.get(language, ""),
        known.PLACE: view.place.get(language, ""),
        known.COUNT_ENDORSERS: in_digits(len(view.endorsers) + view.withheld_count, language),
        known.COUNT_SIGNATURES: in_digits(view.signature_count, language),
    }
    return {name: value for name, value in values.items() if value}
