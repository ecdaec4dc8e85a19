"""The proof that no withheld name is in a document, however it is written and wherever it hides."""

from __future__ import annotations

from collections.abc import Iterable

from advocate_desk.exporters.verify_faults import Faults, Rule
from advocate_desk.model.marked import marked
from advocate_desk.model.withholding import Withheld

_NAME = marked("A name that is withheld is in this part.")
_ENCODINGS = ("utf-8", "utf-16-le", "utf-16-be")
# Fonts and pictures hold every pair and most triples of letters by chance.
_SHORTEST = 6


def check_texts(name: str, texts: Iterable[str], withheld: Withheld, faults: Faults) -> None:
    """Report a part whose texts, attributes or remarks hold a withheld name; never which one."""
    if any(withheld.spans(text) for text in texts):
        faults.add(Rule.NAMES, name, _NAME)


def check_bytes(name: str, data: bytes, withheld: Withheld, faults: Faults) -> None:
    """Report a part that is no text and yet holds a withheld name."""
    wanted = (each.encode(code) for each in withheld.names for code in _ENCODINGS)
    if any(piece in data for piece in wanted if len(piece) >= _SHORTEST):
        faults.add(Rule.NAMES, name, _NAME)
