"""What a dialog of the library is told, so that it never asks the desk itself."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field

from advocate_desk.model.clause import Clause, ClauseRevision, ClauseUse, Folder, Likeness

Texts = Mapping[str, tuple[str, str]]


Alike = tuple[Likeness, ...]


def _nothing_alike(_texts: Texts, show: Callable[[Alike], None]) -> Callable[[], None]:
    show(())
    return lambda: None


@dataclass(frozen=True, slots=True)
class ClauseFacts:
    """The folders and words of the library; the revisions, uses and variants of one clause.

    `alike` looks for the clauses that say nearly the same as some texts, beside the window: it
    hands over what it found, and returns what stops it.
    """

    folders: tuple[Folder, ...] = ()
    words: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    revisions: tuple[ClauseRevision, ...] = ()
    uses: tuple[ClauseUse, ...] = ()
    variants: tuple[Clause, ...] = ()
    alike: Callable[[Texts, Callable[[Alike], None]], Callable[[], None]] = _nothing_alike


def in_order(
    folders: tuple[Folder, ...], parent_id: str = "", depth: int = 0
) -> Iterator[tuple[Folder, int]]:
    """Folders as a tree is read: each with its depth, followed by those in it."""
    for folder in folders:
        if folder.parent_id == parent_id:
            yield folder, depth
            yield from in_order(folders, folder.id, depth + 1)
