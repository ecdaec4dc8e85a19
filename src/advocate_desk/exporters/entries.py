"""Long lists of names whose parts and rows are made when they are asked for, and then let go.

A list of 100,000 names takes no more memory than the edition's view of it.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import overload

from typing_extensions import override

from advocate_desk.exporters.blocks import Part, Role, Row
from advocate_desk.language.numbers import list_marker
from advocate_desk.model.edition import PrintedEndorser

ENDORSERS = "endorsers"


def printed_name(endorser: PrintedEndorser, language: str) -> str:
    """The name in a language, in another where this one has none."""
    own = endorser.printed.get(language, "")
    if own and not own.isspace():
        return own
    return next((name for name in endorser.printed.values() if name.strip()), "")


@dataclass(frozen=True, slots=True, eq=False)
class Entries(Sequence[Part]):
    """Some of the endorsers of a list, in an order: `places` are their positions in `endorsers`.

    `first` is the number of the first, `digits` the language whose digits number them.
    """

    endorsers: Sequence[PrintedEndorser]
    places: Sequence[int]
    language: str
    digits: str
    block_id: str
    first: int = 1

    @override
    def __len__(self) -> int:
        return len(self.places)

    @overload
    def __getitem__(self, index: int) -> Part: ...
    @overload
    def __getitem__(self, index: slice) -> Entries: ...
    @override
    def __getitem__(self, index: int | slice) -> Part | Entries:
        if isinstance(index, slice):
            start = index.indices(len(self))[0]
            return replace(self, places=self.places[index], first=self.first + start)
        at = range(len(self))[index]
        # Names are data of others: no placeholder is filled in them, no link is made.
        return Part(
            Role.ENDORSER,
            self.language,
            printed_name(self.endorsers[self.places[at]], self.language),
            marker=self.marker(at),
            block_id=self.block_id,
            number=self.first + at,
            list_id=ENDORSERS,
        )

    def marker(self, at: int) -> str:
        """The number before an entry, as it is printed."""
        return list_marker(self.first + at, self.digits)

    @property
    def names(self) -> Iterator[str]:
        """The names alone, for writers that write many at once."""
        for place in self.places:
            yield printed_name(self.endorsers[place], self.language)

    @override
    def __eq__(self, other: object) -> bool:
        return (
            isinstance(other, Sequence)
            and len(self) == len(other)
            and all(one == two for one, two in zip(self, other, strict=True))
        )

    @override
    def __hash__(self) -> int:
        return hash((self.language, self.block_id, self.first, len(self)))


@dataclass(frozen=True, slots=True, eq=False)
class EntryRows(Sequence[Row]):
    """A row for each name, the languages side by side."""

    lists: Mapping[str, Entries]
    block_id: str

    @override
    def __len__(self) -> int:
        return len(next(iter(self.lists.values())))

    @overload
    def __getitem__(self, index: int) -> Row: ...
    @overload
    def __getitem__(self, index: slice) -> EntryRows: ...
    @override
    def __getitem__(self, index: int | slice) -> Row | EntryRows:
        if isinstance(index, slice):
            return EntryRows({c: each[index] for c, each in self.lists.items()}, self.block_id)
        return Row(self.block_id, {code: (each[index],) for code, each in self.lists.items()})


@dataclass(frozen=True, slots=True, eq=False)
class Joined(Sequence[Row]):
    """Rows of a flow: some at hand, some made when asked for."""

    pieces: tuple[Sequence[Row], ...]

    @override
    def __len__(self) -> int:
        return sum(map(len, self.pieces))

    @overload
    def __getitem__(self, index: int) -> Row: ...
    @overload
    def __getitem__(self, index: slice) -> tuple[Row, ...]: ...
    @override
    def __getitem__(self, index: int | slice) -> Row | tuple[Row, ...]:
        if isinstance(index, slice):
            return tuple(self[at] for at in range(len(self))[index])
        at = range(len(self))[index]
        for piece in self.pieces:
            if at < len(piece):
                return piece[at]
            at -= len(piece)
        raise IndexError(index)

    @override
    def __iter__(self) -> Iterator[Row]:
        for piece in self.pieces:
            yield from piece

    @override
    def __eq__(self, other: object) -> bool:
        return (
            isinstance(other, Sequence)
            and len(self) == len(other)
            and all(one == two for one, two in zip(self, other, strict=True))
        )

    @override
    def __hash__(self) -> int:
        return hash(len(self))


def places_of(order: Sequence[int]) -> Sequence[int]:
    """Positions in four bytes each."""
    return order if isinstance(order, range) else array("I", order)
