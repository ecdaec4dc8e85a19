"""What is different between two texts of a statement: block by block, language by language."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from enum import StrEnum

from advocate_desk.language.differences import Difference, differences
from advocate_desk.model.kinds import BlockKind
from advocate_desk.model.statement import Block, Statement, walk


class Happened(StrEnum):
    """What became of a block between the earlier text and the later one."""

    SAME = "same"
    CHANGED = "changed"
    ADDED = "added"
    REMOVED = "removed"


@dataclass(frozen=True, slots=True)
class ComparedText:
    """One text, earlier and later."""

    before: str = ""
    after: str = ""

    @property
    def is_changed(self) -> bool:
        """Whether a letter is different."""
        return self.before != self.after

    @property
    def differences(self) -> tuple[Difference, ...]:
        """The later text told as changes of the earlier one, in words."""
        return differences(self.before, self.after)


@dataclass(frozen=True, slots=True)
class ComparedSide:
    """Heading and body of a block in one language."""

    heading: ComparedText = ComparedText()
    body: ComparedText = ComparedText()

    @property
    def is_changed(self) -> bool:
        """Whether a letter is different."""
        return self.heading.is_changed or self.body.is_changed


@dataclass(frozen=True, slots=True)
class ComparedBlock:
    """A block of either text, or of both; `moved` tells that it stands somewhere else now.

    A block can be moved and changed. `kind_before` differs from `kind` where it became another.
    """

    block_id: str
    kind: BlockKind
    kind_before: BlockKind
    happened: Happened
    sides: Mapping[str, ComparedSide]
    moved: bool = False
    items: tuple[ComparedBlock, ...] = ()

    @property
    def is_same(self) -> bool:
        """Whether nothing is different, in its entries neither."""
        is_here = self.happened is Happened.SAME and not self.moved
        return is_here and all(item.is_same for item in self.items)


@dataclass(frozen=True, slots=True)
class ComparedFact:
    """Something a statement says beside its blocks: date, place, issuer, kind and so on.

    `name` is that of the statement's field, `detail` the language or the placeholder's name.
    """

    name: str
    before: str
    after: str
    language: str = ""
    detail: str = ""


@dataclass(frozen=True, slots=True)
class ComparedEndorser:
    """An endorser who is printed in one list only, or otherwise than before."""

    endorser_id: str
    before: Mapping[str, str] = field(default_factory=dict)
    after: Mapping[str, str] = field(default_factory=dict)

    @property
    def happened(self) -> Happened:
        """Whether it came, went, or is printed otherwise."""
        if not self.before:
            return Happened.ADDED
        return Happened.CHANGED if self.after else Happened.REMOVED


@dataclass(frozen=True, slots=True)
class ComparedEnd:
    """One of the two texts: an edition, or what the statement says now (number 0)."""

    number: int = 0
    edition_id: str = ""
    adopted_at: str = ""


@dataclass(frozen=True, slots=True)
class Comparison:
    """All that is different; `withheld` counts those whose names are in neither list."""

    statement_id: str
    first: ComparedEnd
    second: ComparedEnd
    languages: tuple[str, ...]
    blocks: tuple[ComparedBlock, ...]
    facts: tuple[ComparedFact, ...] = ()
    endorsers: tuple[ComparedEndorser, ...] = ()
    withheld: tuple[int, int] = (0, 0)

    @property
    def is_same(self) -> bool:
        """Whether nothing is different."""
        lists = self.endorsers or self.withheld[0] != self.withheld[1]
        return not (self.facts or lists) and all(block.is_same for block in self.blocks)


def compared_blocks(
    before: Sequence[Block], after: Sequence[Block], languages: Sequence[str]
) -> tuple[ComparedBlock, ...]:
    """The blocks of both texts in the order of the later one, removed ones where they stood."""
    return _Blocks(before, after, languages).compared(before, after)


class _Blocks:
    """Blocks are known by their ids, wherever in the statement they stand."""

    def __init__(
        self, before: Sequence[Block], after: Sequence[Block], languages: Sequence[str]
    ) -> None:
        self._old = {block.id: block for block in walk(tuple(before))}
        self._new = {block.id: block for block in walk(tuple(after))}
        self._languages = languages

    def compared(
        self, before: Sequence[Block], after: Sequence[Block]
    ) -> tuple[ComparedBlock, ...]:
        """Siblings compared with siblings."""
        old, new = [block.id for block in before], [block.id for block in after]
        found: list[ComparedBlock] = []
        for tag, a, b, c, d in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
            if tag != "equal":
                found += self._gone(before[a:b])
            found += (self._here(block, moved=tag != "equal") for block in after[c:d])
        return tuple(found)

    def _gone(self, blocks: Iterable[Block]) -> Iterator[ComparedBlock]:
        for block in blocks:
            if block.id not in self._new:
                sides = {code: _side(block, None, code) for code in self._languages}
                items = self.compared(block.items, ())
                yield ComparedBlock(
                    block.id, block.kind, block.kind, Happened.REMOVED, sides, items=items
                )

    def _here(self, block: Block, *, moved: bool) -> ComparedBlock:
        old = self._old.get(block.id)
        sides = {code: _side(old, block, code) for code in self._languages}
        return ComparedBlock(
            block.id,
            block.kind,
            old.kind if old else block.kind,
            _happened(old, block, sides),
            sides,
            moved=moved and old is not None,
            items=self.compared(old.items if old else (), block.items),
        )


def _happened(old: Block | None, new: Block, sides: Mapping[str, ComparedSide]) -> Happened:
    if old is None:
        return Happened.ADDED
    other = (old.kind, old.marker) != (new.kind, new.marker)
    changed = other or any(side.is_changed for side in sides.values())
    return Happened.CHANGED if changed else Happened.SAME


def _side(old: Block | None, new: Block | None, language: str) -> ComparedSide:
    before = old.rendition(language) if old else None
    after = new.rendition(language) if new else None
    pairs = (
        ComparedText(getattr(before, name, ""), getattr(after, name, ""))
        for name in ("heading", "body")
    )
    return ComparedSide(*pairs)


def compared_facts(before: Statement, after: Statement) -> tuple[ComparedFact, ...]:
    """What is different beside the blocks."""
    plain = (
        ComparedFact("kind", before.kind.value, after.kind.value),
        ComparedFact("languages", " ".join(before.languages), " ".join(after.languages)),
        ComparedFact("issue_date", _day(before), _day(after)),
    )
    sided = (
        fact
        for name in ("place", "issuer", "lunar")
        for fact in _sided(name, getattr(before, name), getattr(after, name))
    )
    names = dict.fromkeys((*before.placeholders, *after.placeholders))
    own = (
        fact
        for name in names
        for fact in _sided(
            "placeholder",
            before.placeholders.get(name, {}),
            after.placeholders.get(name, {}),
            detail=name,
        )
    )
    return tuple(fact for fact in (*plain, *sided, *own) if fact.before != fact.after)


def _day(statement: Statement) -> str:
    return statement.issue_date.isoformat() if statement.issue_date else ""


def _sided(
    name: str, before: Mapping[str, str], after: Mapping[str, str], *, detail: str = ""
) -> Iterator[ComparedFact]:
    for code in dict.fromkeys((*before, *after)):
        yield ComparedFact(name, before.get(code, ""), after.get(code, ""), code, detail)


Printed = Mapping[str, Mapping[str, str]]


def compared_endorsers(before: Printed, after: Printed) -> tuple[ComparedEndorser, ...]:
    """Who came, who went, who is printed otherwise: endorser id to printed text per language."""
    here = (ComparedEndorser(one, before.get(one, {}), names) for one, names in after.items())
    gone = (ComparedEndorser(one, names) for one, names in before.items() if one not in after)
    return tuple(one for one in (*here, *gone) if dict(one.before) != dict(one.after))
