"""The order of a list of endorsers: by a name, by kind, by date, or by hand."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from enum import StrEnum

from advocate_desk.language.collation import sort_key
from advocate_desk.model.endorsement import Endorsement
from advocate_desk.model.kinds import ENGLISH, KHMER
from advocate_desk.model.registry import EndorserKind

# Lists by kind name the large bodies first and people last.
KINDS_IN_ORDER = (
    EndorserKind.NETWORK,
    EndorserKind.COALITION,
    EndorserKind.NGO,
    EndorserKind.FEDERATION,
    EndorserKind.UNION,
    EndorserKind.ASSOCIATION,
    EndorserKind.COMMUNITY,
    EndorserKind.MEDIA,
    EndorserKind.SCHOOL,
    EndorserKind.OTHER,
    EndorserKind.PERSON,
)


class EndorserOrder(StrEnum):
    """How a list is kept in order; by hand, nothing moves by itself."""

    BY_HAND = ""
    ENGLISH = "english"
    KHMER = "khmer"
    KIND = "kind"
    DATE = "date"


_Key = Callable[[Endorsement], tuple[object, ...]]


def arranged(endorsements: Sequence[Endorsement], order: EndorserOrder) -> tuple[Endorsement, ...]:
    """The endorsements in an order; pinned ones keep their places, the others flow around them.

    Names are collated in their own language, an English *The* is passed over; an endorser without
    a name in the language comes last.
    """
    if order is EndorserOrder.BY_HAND:
        return tuple(endorsements)
    pinned = {place: one for place, one in enumerate(endorsements) if one.pinned}
    others = sorted((one for one in endorsements if not one.pinned), key=_KEYS[order])
    flow = iter(others)
    return tuple(pinned[at] if at in pinned else next(flow) for at in range(len(endorsements)))


def name_key(endorsement: Endorsement, language: str) -> tuple[object, ...]:
    """What names are ordered by in a language; nameless ones come last."""
    name = endorsement.endorser.names.get(language)
    text = (name.name or name.printed) if name else ""
    return (not text, sort_key(text, language), endorsement.position)


def _by_kind(endorsement: Endorsement) -> tuple[object, ...]:
    kind = endorsement.endorser.kind
    place = next(
        (at for at, known in enumerate(KINDS_IN_ORDER) if known == kind), len(KINDS_IN_ORDER)
    )
    return (place, *name_key(endorsement, ENGLISH))


_KEYS: Mapping[EndorserOrder, _Key] = {
    EndorserOrder.ENGLISH: lambda one: name_key(one, ENGLISH),
    EndorserOrder.KHMER: lambda one: name_key(one, KHMER),
    EndorserOrder.KIND: _by_kind,
    EndorserOrder.DATE: lambda one: (not one.answered_on, one.answered_on, one.position),
}
