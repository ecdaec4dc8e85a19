"""The alignment assistant: two halves of an old document brought side by side."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from advocate_desk.desk.verbs import Verbs, text_changed
from advocate_desk.importers.align_traits import GENERAL, Traits, confidence, traits_of
from advocate_desk.importers.align_walk import best_pairs
from advocate_desk.model.alignment import Alignment, Cell, Link, Segment, joined_text
from advocate_desk.model.changes import Changes
from advocate_desk.model.errors import DeskError
from advocate_desk.model.kinds import (
    SHIPPED_LANGUAGES,
    WITH_HEADING,
    WITH_ITEMS,
    BlockKind,
    Marker,
)
from advocate_desk.model.marked import marked
from advocate_desk.model.statement import (
    EMPTY,
    PARAGRAPH_BREAK,
    Block,
    Rendition,
    Statement,
    walk,
)
from advocate_desk.model.translation import aligned, drafted

_NOT_ALIGNED = frozenset(
    {BlockKind.PAGE_BREAK, BlockKind.ENDORSER_LIST, BlockKind.SIGNATURE_SUMMARY}
)
_LABEL = marked("Align the two languages")
_NOTHING = marked("There are no two halves: no text stands in one language only on both sides.")
_CHANGED = marked("The statement was changed meanwhile; open the alignment again.")


class Aligning(Verbs):
    """Verbs of the alignment assistant."""

    def align(self, statement_id: str) -> Alignment:
        """What of a statement stands in one language only, as it seems to belong together.

        Nothing is written; `accept_alignment` does that.

        Raises:
            DeskError: there is no statement, or it has no two halves.
        """
        blocks = self._statement(statement_id).blocks
        return _proposed(_half(blocks, "km"), _half(blocks, "en"), ("km", "en"))

    def align_statements(self, first_id: str, second_id: str) -> Alignment:
        """Two statements in one language each, as their texts seem to belong together.

        Raises:
            DeskError: one is missing, or they have no text in one language only on both sides.
        """
        blocks = [self._statement(one).blocks for one in (first_id, second_id)]
        halves = [[_half(some, code) for code in SHIPPED_LANGUAGES] for some in blocks]
        straight = min(len(halves[0][0]), len(halves[1][1]))
        crossed = min(len(halves[0][1]), len(halves[1][0]))
        if crossed > straight:
            return _proposed(halves[1][0], halves[0][1], ("km", "en"))
        return _proposed(halves[0][0], halves[1][1], ("km", "en"))

    def accept_alignment(self, statement_id: str, alignment: Alignment) -> Changes:
        """Make every link one block with both sides; one step.

        A link with one text stays the block it was. `made` are the blocks with both sides.

        Raises:
            DeskError: a text of the alignment is no longer what the statement says.
        """
        with self._step(_LABEL, statement_id):
            made = _Merging(self, statement_id, alignment).done()
        return text_changed(_LABEL, statement_id, made[0] if made else "", made=made)

    def accept_statements(self, first_id: str, second_id: str, alignment: Alignment) -> Changes:
        """Bring the texts of a second statement into the first as aligned; one step.

        The second statement stays as it is.

        Raises:
            DeskError: a text was changed meanwhile, or a withheld name stands in the second.
        """
        wanted = {one.block_id for side in (0, 1) for one in alignment.segments(side)}
        others = [block for block in self._statement(second_id).blocks if block.id in wanted]
        sides = (side for block in walk(tuple(others)) for side in block.renditions.values())
        self._refuse_withheld(second_id, (side.text for side in sides))
        with self._step(_LABEL, first_id):
            copies = self._copied(first_id, others)
            return self.accept_alignment(first_id, _renamed(alignment, copies))

    def _copied(self, statement_id: str, blocks: Iterable[Block]) -> dict[str, str]:
        """Copies of blocks at the end of a statement: old id to new."""
        languages = self._statement(statement_id).languages
        copies: dict[str, str] = {}
        for block in blocks:
            copy = _in_languages(self._with_new_ids(block), languages)
            self._file.blocks.insert(statement_id, copy)
            copies[block.id] = copy.id
        return copies


def _in_languages(block: Block, languages: tuple[str, ...]) -> Block:
    items = tuple(_in_languages(item, languages) for item in block.items)
    return replace(block, renditions=aligned(block.renditions, languages), items=items)


def _renamed(alignment: Alignment, ids: dict[str, str]) -> Alignment:
    def cell(segments: Cell) -> Cell:
        return tuple(replace(s, block_id=ids.get(s.block_id, s.block_id)) for s in segments)

    links = (replace(x, left=cell(x.left), right=cell(x.right)) for x in alignment.links)
    return replace(alignment, links=tuple(links))


# The proposal


def _half(blocks: Iterable[Block], language: str) -> list[Segment]:
    """The blocks that are written in this language only."""
    found = (block for block in blocks if block.kind not in _NOT_ALIGNED)
    return [_segment(block, language) for block in found if _codes(block) == {language}]


def _codes(block: Block) -> set[str]:
    sides = (side for part in walk((block,)) for side in part.renditions.items())
    return {code for code, side in sides if not side.is_empty}


def _segment(block: Block, language: str) -> Segment:
    side = block.rendition(language)
    entries = tuple(item.rendition(language).text for item in walk(block.items))
    return Segment(block.id, language, block.kind, side.heading, side.body, entries)


def _proposed(
    left: Sequence[Segment], right: Sequence[Segment], languages: tuple[str, str]
) -> Alignment:
    if not left or not right:
        raise DeskError(_NOTHING)
    pairs = best_pairs(_traits(left), _traits(right))
    links = (
        Link(
            () if a is None else (left[a],),
            () if b is None else (right[b],),
            0.0 if a is None or b is None else confidence(score),
        )
        for a, b, score in pairs
    )
    return Alignment(languages, tuple(links))


def _traits(segments: Sequence[Segment]) -> list[Traits]:
    return [
        traits_of(one.kind, one.text, one.language, entries=len(one.entries), place=place)
        for place, one in enumerate(segments)
    ]


# The merging


class _Merging:
    """Makes one statement what an alignment says; inside an open step."""

    def __init__(self, verbs: Aligning, statement_id: str, alignment: Alignment) -> None:
        self._file = verbs._file  # noqa: SLF001 - a part of that class
        self._statement_id = statement_id
        self._alignment = alignment
        statement: Statement = self._file.statements.get(statement_id)
        self._languages = statement.languages
        self._blocks = {block.id: block for block in statement.blocks}
        self._taken: set[str] = set()

    def done(self) -> tuple[str, ...]:
        """Write the blocks; the ids of those with both sides."""
        self._refuse_changed()
        order = self._order()
        ids = [self._settled(link) for link in self._alignment.links]
        for block_id, kept in self._given_up(ids).items():
            self._keep_comments(block_id, kept)
            self._file.blocks.delete(block_id)
        self._arrange(order, ids)
        links = zip(ids, self._alignment.links, strict=True)
        return tuple(block_id for block_id, link in links if link.is_whole)

    def _segments(self) -> Iterator[Segment]:
        for link in self._alignment.links:
            yield from (*link.left, *link.right)

    def _segment_blocks(self) -> set[str]:
        return {segment.block_id for segment in self._segments()}

    def _given_up(self, ids: Sequence[str]) -> dict[str, str]:
        """The blocks that are no longer needed, each with the one that has its text now."""
        kept = set(ids)
        links = zip(ids, self._alignment.links, strict=True)
        homes = [(s.block_id, one) for one, link in links for s in (*link.left, *link.right)]
        return {old: new for old, new in reversed(homes) if old not in kept}

    def _keep_comments(self, old: str, new: str) -> None:
        for comment in self._file.comments.of_branch(old):
            kept = replace(comment, id=self._file.new_id(), block_id=new)
            self._file.comments.insert(kept)

    def _refuse_changed(self) -> None:
        """Every block says what its parts say together, and nothing else."""
        parts: dict[str, list[Segment]] = {}
        for segment in self._segments():
            parts.setdefault(segment.block_id, []).append(segment)
        for block_id, some in parts.items():
            block = self._blocks.get(block_id)
            whole = tuple(sorted(some, key=lambda one: one.start))
            if block is None or not _says(block, whole):
                raise DeskError(_CHANGED)

    def _order(self) -> list[str]:
        """The top blocks; an empty text where a link will stand, as many as there are links."""
        concerned = self._segment_blocks()
        places = iter(range(len(self._alignment.links)))
        order: list[str] = []
        for block_id in self._blocks:
            if block_id not in concerned:
                order.append(block_id)
            elif next(places, None) is not None:
                order.append("")
        return order + [""] * len(list(places))

    def _arrange(self, order: Sequence[str], ids: Sequence[str]) -> None:
        waiting = iter(ids)
        wanted = [block_id or next(waiting) for block_id in order]
        for position, block_id in enumerate(wanted):
            self._file.blocks.move(block_id, position)

    def _settled(self, link: Link) -> str:
        """The id of the block that holds a link's texts, written as they belong together."""
        segments = (*link.left, *link.right)
        kept = self._kept(segments)
        if len(segments) > 1 or not _says(self._blocks[kept], segments):
            self._write(kept, link, segments)
        return kept

    def _kept(self, segments: Cell) -> str:
        """A block of the link that no other link has taken; a new one where there is none."""
        free = (one.block_id for one in segments if one.block_id not in self._taken)
        kept = next(free, "") or self._added(segments[0].kind)
        self._taken.add(kept)
        return kept

    def _added(self, kind: BlockKind) -> str:
        block = Block(self._file.new_id(), kind, aligned({}, self._languages))
        self._file.blocks.insert(self._statement_id, block)
        self._blocks[block.id] = block
        return block.id

    def _write(self, kept: str, link: Link, segments: Cell) -> None:
        sources = [self._blocks[one] for one in dict.fromkeys(s.block_id for s in segments)]
        kind = _kind_of(sources)
        for code, cell in zip(self._alignment.languages, (link.left, link.right), strict=True):
            self._file.blocks.write(kept, code, self._side(cell, kind))
        marker = next((b.marker for b in sources if b.marker is not Marker.NONE), Marker.NONE)
        source = "" if link.is_whole else segments[0].language
        self._file.blocks.update(kept, kind=kind, marker=marker, source_language=source)
        self._gather_items(kept, sources)

    def _side(self, cell: Cell, kind: BlockKind) -> Rendition:
        """One language of a block; a text that is taken over whole keeps its state."""
        if not cell:
            return EMPTY
        heading, body = joined_text(cell)
        if heading and kind not in WITH_HEADING:
            heading, body = "", PARAGRAPH_BREAK.join(part for part in (heading, body) if part)
        before = self._blocks[cell[0].block_id].rendition(cell[0].language)
        is_same = (before.heading, before.body) == (heading, body)
        return before if is_same else drafted(heading, body)

    def _gather_items(self, kept: str, sources: Sequence[Block]) -> None:
        """The items of all blocks come under the kept one, those of two languages in pairs."""
        halves: dict[str, list[Block]] = {}
        for block in sources:
            for item in block.items:
                halves.setdefault(next(iter(sorted(_codes(item))), ""), []).append(item)
        if halves:
            empty = halves.pop("", [])
            first, *rest = [halves[code] for code in self._alignment.languages if code in halves]
            self._pair_items(kept, [*first, *empty], rest[0] if rest else [])

    def _pair_items(self, parent: str, left: Sequence[Block], right: Sequence[Block]) -> None:
        for position, (mine, other) in enumerate(_item_pairs(left, right)):
            kept = mine or other
            assert kept is not None  # noqa: S101 - a pair has one side at least
            self._file.blocks.reparent(kept.id, parent, position)
            if mine and other:
                self._merge_item(mine, other)

    def _merge_item(self, mine: Block, other: Block) -> None:
        for code, side in other.renditions.items():
            if not side.is_empty:
                self._file.blocks.write(mine.id, code, side)
        self._file.blocks.update(mine.id, source_language="")
        self._pair_items(mine.id, mine.items, other.items)
        self._keep_comments(other.id, mine.id)
        self._file.blocks.delete(other.id)


def _says(block: Block, segments: Cell) -> bool:
    """Whether a block holds these texts in one language and nothing else."""
    if {one.block_id for one in segments} != {block.id}:
        return False
    whole = _segment(block, segments[0].language)
    return _codes(block) == {whole.language} and (
        joined_text(segments) == (whole.heading, whole.body)
        and segments[0].entries == whole.entries
    )


def _kind_of(blocks: Sequence[Block]) -> BlockKind:
    """The kind for all of them: one that can hold the items, else the most particular one."""
    kinds = [block.kind for block in blocks if block.items] or [block.kind for block in blocks]
    particular = [kind for kind in kinds if kind not in GENERAL]
    kind = (particular or kinds)[0]
    has_items = any(block.items for block in blocks)
    return BlockKind.LIST if has_items and kind not in WITH_ITEMS else kind


def _item_pairs(
    left: Sequence[Block], right: Sequence[Block]
) -> list[tuple[Block | None, Block | None]]:
    if len(left) == len(right):
        return list(zip(left, right, strict=True))
    places = best_pairs(_item_traits(left), _item_traits(right))
    return [(None if a is None else left[a], None if b is None else right[b]) for a, b, _ in places]


def _item_traits(items: Sequence[Block]) -> list[Traits]:
    codes = (next(iter(sorted(_codes(item))), "") for item in items)
    return _traits([_segment(item, code) for item, code in zip(items, codes, strict=True)])
