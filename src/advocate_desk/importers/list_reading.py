"""List entries to nested items, and what kind of list they make."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from advocate_desk.importers.markers import as_kind, is_numbered, number, style
from advocate_desk.importers.phrases import names_instrument, starts_with_person
from advocate_desk.importers.pieces import text_block
from advocate_desk.importers.source import SourceParagraph
from advocate_desk.model.draft import DraftBlock
from advocate_desk.model.kinds import BlockKind, Marker

_PROFILE_LENGTH = 90
_DEEPEST = 8
_Test = Callable[[SourceParagraph], bool]


@dataclass(slots=True)
class _Node:
    """An entry while the entries under it are still being read."""

    paragraph: SourceParagraph
    under: list[_Node] = field(default_factory=list)


def nested_items(entries: Sequence[SourceParagraph], language: str) -> tuple[DraftBlock, ...]:
    """Entries as items; another marker or a deeper indent nests."""
    return tuple(_item(node, language) for node in _nodes(entries))


def own_numbers(entries: Sequence[SourceParagraph]) -> tuple[str, ...]:
    """The numbers of the first level as typed where counting from one gives others, else none.

    Markdown lets somebody type 1. before every entry, so that counts as counting.
    """
    first = [node.paragraph for node in _nodes(entries)]
    values = [number(entry.marker) for entry in first]
    if not all(values) or set(values) == {1} or values == list(range(1, len(values) + 1)):
        return ()
    return tuple(entry.typed or f"{entry.marker} " for entry in first)


def _nodes(entries: Sequence[SourceParagraph]) -> list[_Node]:
    """The entries of the first level, those under them inside."""
    roots: list[_Node] = []
    path: list[_Node] = []
    for entry in entries:
        node = _Node(entry)
        depth = _depth(path, entry)
        del path[depth:]
        (path[-1].under if path else roots).append(node)
        path.append(node)
    return roots


def _depth(path: Sequence[_Node], entry: SourceParagraph) -> int:
    """How many of the open entries the new one stands under."""
    for depth in range(len(path) - 1, -1, -1):
        if _same_rank(path[depth].paragraph, entry):
            return depth
    outside = [n for n, node in enumerate(path) if entry.indent < node.paragraph.indent - 1]
    deepest = min(len(path), _DEEPEST)
    return min([*outside, deepest])


def _same_rank(first: SourceParagraph, second: SourceParagraph) -> bool:
    if not (first.marker and second.marker):
        return first.marker == second.marker
    same_style = style(first.marker) == style(second.marker)
    return same_style and abs(first.indent - second.indent) < 2


def _item(node: _Node, language: str) -> DraftBlock:
    inner = tuple(_item(under, language) for under in node.under)
    marker = as_kind(node.under[0].paragraph.marker) if node.under else Marker.NONE
    return text_block(BlockKind.ITEM, language, node.paragraph.text, items=inner, marker=marker)


def list_kind(entries: Sequence[SourceParagraph]) -> BlockKind:
    """Instrument list, profile or plain list, by what most entries are."""
    top = [entry for entry in entries if style_of(entry) == style_of(entries[0])]
    if is_numbered(entries[0].marker):
        return BlockKind.LIST
    if len(top) >= 2 and _share(top, _names_instrument) >= 0.75:
        return BlockKind.INSTRUMENT_LIST
    lengths = sum(len(entry.text) for entry in top) / len(top)
    is_profile = len(top) >= 2 and lengths >= _PROFILE_LENGTH
    if is_profile and _share(top, _starts_with_person) >= 0.75:
        return BlockKind.PROFILE
    return BlockKind.LIST


def style_of(entry: SourceParagraph) -> str:
    """The family of an entry's marker, empty where it has none."""
    return style(entry.marker) if entry.marker else ""


def _names_instrument(entry: SourceParagraph) -> bool:
    return names_instrument(entry.text)


def _starts_with_person(entry: SourceParagraph) -> bool:
    return starts_with_person(entry.text)


def _share(entries: Sequence[SourceParagraph], test: _Test) -> float:
    return sum(test(entry) for entry in entries) / len(entries)


def begins_another(first: SourceParagraph, last: SourceParagraph, new: SourceParagraph) -> bool:
    """Whether an entry begins another list: it counts from one again at the rank of the first."""
    if number(new.marker) != 1 or not _same_rank(first, new):
        return False
    return not _same_rank(first, last) or number(last.marker) > 1
