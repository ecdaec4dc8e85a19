"""The list of endorsers an edition holds, and what became of it since."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from advocate_desk.model.edition import Edition
from advocate_desk.model.endorsement import Endorsement
from advocate_desk.model.kinds import ShowAs


@dataclass(frozen=True, slots=True)
class ListedThen:
    """An entry of an edition's list; one whose name was withheld has nothing printed."""

    endorsement_id: str
    endorser_id: str
    printed: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class SinceEdition:
    """What became of an edition's list.

    `withdrew` are entries whose endorsers do not stand behind the statement any more, `taken_off`
    entries that were removed from its list, `joined` the endorsements that came since. An endorser
    is known by its endorsement or by itself: two records that were merged are still listed.
    """

    then: tuple[ListedThen, ...]
    withdrew: tuple[ListedThen, ...] = ()
    taken_off: tuple[ListedThen, ...] = ()
    joined: tuple[Endorsement, ...] = ()

    @property
    def is_same(self) -> bool:
        """Whether the list still names and counts the same endorsers."""
        return not (self.withdrew or self.taken_off or self.joined)

    @property
    def printed_then(self) -> int:
        """How many names the edition printed."""
        return sum(bool(one.printed) for one in self.then)


@lru_cache(maxsize=4)  # every check asks for the newest issued edition
def list_of(edition: Edition) -> tuple[ListedThen, ...]:
    """The entries of an edition's list in their order."""
    return tuple(
        ListedThen(one["id"], one["endorser_id"], dict(one.get("printed", {})))
        for one in json.loads(edition.content)["endorsements"]
    )


def since(edition: Edition, endorsements: Sequence[Endorsement]) -> SinceEdition:
    """What became of an edition's list, with the endorsements as they stand now."""
    then = list_of(edition)
    counted = [one for one in endorsements if one.is_counted]
    standing = _known(counted)
    gone = [one for one in then if not _among(one, standing)]
    left = _known(endorsements)
    known = {one.endorsement_id for one in then} | {one.endorser_id for one in then}
    return SinceEdition(
        then,
        tuple(one for one in gone if _among(one, left)),
        tuple(one for one in gone if not _among(one, left)),
        tuple(one for one in counted if not {one.id, one.endorser.id} & known),
    )


def withdrawn_but_listed(
    editions: Sequence[Edition], endorsements: Sequence[Endorsement]
) -> tuple[int, frozenset[str]]:
    """The number of the newest issued edition, and who withdrew though it still lists them.

    The edition is only read where somebody is not confirmed any more.
    """
    issued = max((e for e in editions if e.issued_at), key=lambda e: e.number, default=None)
    if issued is None or all(one.is_counted for one in endorsements):
        return 0, frozenset()
    gone = {one.endorsement_id: one.endorser_id for one in since(issued, endorsements).withdrew}
    both = {*gone, *gone.values()}
    found = (one.id for one in endorsements if {one.id, one.endorser.id} & both)
    return issued.number, frozenset(found)


def is_withheld(entry: ListedThen, endorsements: Sequence[Endorsement]) -> bool:
    """Whether an entry's endorser may only be counted by now, though it was printed once."""
    return any(
        one.show_as is ShowAs.WITHHELD
        for one in endorsements
        if entry.endorsement_id == one.id or entry.endorser_id == one.endorser.id
    )


def _known(endorsements: Sequence[Endorsement]) -> set[str]:
    return {one.id for one in endorsements} | {one.endorser.id for one in endorsements}


def _among(entry: ListedThen, known: set[str]) -> bool:
    return entry.endorsement_id in known or entry.endorser_id in known
