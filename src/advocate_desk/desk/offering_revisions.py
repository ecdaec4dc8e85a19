"""Newer revisions of the clauses a statement holds: offered, never imposed."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import replace

from advocate_desk.desk.clause_verbs import ClauseVerbs, both_changed, clauses_changed
from advocate_desk.model.changes import Changes
from advocate_desk.model.clause import ClauseRevision, NewerRevision
from advocate_desk.model.errors import DeskError
from advocate_desk.model.marked import marked
from advocate_desk.model.statement import EMPTY, Block, Rendition
from advocate_desk.model.translation import aligned, same_text, source_of

_UP_TO_DATE = marked("The block is built from the newest revision already.")


class OfferingRevisions(ClauseVerbs):
    """Verbs over blocks whose clause was revised since they were built from it."""

    def newer_revision(self, block_id: str) -> ClauseRevision | None:
        """The clause's newest revision where it is newer than the pinned one, else None."""
        offer = self._offer(block_id)
        return offer.newest if offer else None

    def newer_revisions(
        self, statement_id: str, *, kept_too: bool = False
    ) -> tuple[NewerRevision, ...]:
        """The blocks of a statement whose clause has a newer revision.

        What was declined is left out, unless `kept_too`.
        """
        return self._file.clauses.uses.newer(statement_id, kept_too=kept_too)

    def merged(self, block_id: str) -> Mapping[str, Rendition] | None:
        """What `take_newer` would write: the newer text with the changes made here.

        None where both changed the same words, or there is nothing newer.
        """
        offer = self._offer(block_id)
        return merged_sides(self._block(block_id), offer) if offer else None

    def take_newer(self, block_id: str, *, replace_edits: bool = False) -> Changes:
        """Bring a block up to the newest revision and pin that.

        What was edited here stays, where the library changed other words. `replace_edits` takes
        the library's text as it is.

        Raises:
            DeskError: there is no newer revision, or both changed the same words.
        """
        label = marked("Take newer revision")
        offer = self._offer(block_id)
        if offer is None:
            raise DeskError(_UP_TO_DATE)
        block = self._block(block_id)
        if replace_edits:
            return self._replace(label, block, offer.newest)
        sides = merged_sides(block, offer)
        if sides is None:
            raise _both_changed_it()
        statement_id = self._statement_of(block_id)
        with self._step(label, statement_id):
            self._write_newer(block, offer.newest, sides)
        return both_changed(label, statement_id, block_id)

    def put_newest(self, block_id: str) -> Changes:
        """Give a block exactly the newest text of its clause, whatever was edited here.

        Raises:
            DeskError: the block was not built from a clause.
        """
        label = marked("Take the library's text")
        block = self._pinned(block_id)
        pinned = self.revision(block.clause_revision_id or "")
        return self._replace(label, block, self.clause(pinned.clause_id).latest)

    def keep(self, block_id: str) -> Changes:
        """Keep the text; it is offered again when a still newer revision comes.

        Raises:
            DeskError: there is no newer revision.
        """
        label = marked("Keep the text")
        offer = self._offer(block_id)
        if offer is None:
            raise DeskError(_UP_TO_DATE)
        with self._step(label):
            self._file.clauses.uses.keep(block_id, offer.newest.number)
        return replace(clauses_changed(label, block_id), statement_id=self._statement_of(block_id))

    def take_all_newer(self, statement_id: str, *, replace_edits: bool = False) -> Changes:
        """Take every newer revision offered to a statement, as one step.

        `made` holds the blocks that were brought up to date, `left_out` those where both changed
        the same words.

        Raises:
            DeskError: nothing is offered, or nothing can be taken.
        """
        label = marked("Take all newer revisions")
        offers = {offer.block_id: offer for offer in self._offers(statement_id)}
        blocks = {block_id: self._block(block_id) for block_id in offers}
        wanted = _library_sides if replace_edits else merged_sides
        planned = {one: wanted(blocks[one], offer) for one, offer in offers.items()}
        made = tuple(block_id for block_id, sides in planned.items() if sides is not None)
        if not made:
            raise _both_changed_it()
        with self._step(label, statement_id):
            for block_id, sides in planned.items():
                if sides is not None:
                    self._write_newer(blocks[block_id], offers[block_id].newest, sides)
        left_out = tuple(block_id for block_id in planned if block_id not in made)
        return both_changed(label, statement_id, made[0], made=made).without(left_out)

    def keep_all(self, statement_id: str) -> Changes:
        """Keep the text of every block that is offered a newer revision, as one step.

        Raises:
            DeskError: nothing is offered.
        """
        label = marked("Keep all texts")
        offers = self._offers(statement_id)
        with self._step(label):
            for offer in offers:
                self._file.clauses.uses.keep(offer.block_id, offer.newest.number)
        return replace(clauses_changed(label, offers[0].block_id), statement_id=statement_id)

    def decide(
        self,
        statement_id: str,
        *,
        take: Collection[str] = (),
        replace_edits: Collection[str] = (),
        keep: Collection[str] = (),
    ) -> Changes:
        """Answer several offers of a statement as one step; each is given as its block's id.

        Raises:
            DeskError: nothing is answered, an offer is gone, or one cannot be taken.
        """
        label = marked("Answer newer revisions")
        if not (take or replace_edits or keep):
            raise DeskError(marked("Choose for one clause at least."))
        with self._step(label, statement_id):
            for block_id in take:
                self.take_newer(block_id)
            for block_id in replace_edits:
                self.take_newer(block_id, replace_edits=True)
            for block_id in keep:
                self.keep(block_id)
        made = (*take, *replace_edits)
        return both_changed(label, statement_id, next(iter(made), ""), made=made)

    def _offers(self, statement_id: str) -> tuple[NewerRevision, ...]:
        offers = self.newer_revisions(statement_id)
        if not offers:
            raise DeskError(marked("No clause of this statement has a newer revision."))
        return offers

    def _offer(self, block_id: str) -> NewerRevision | None:
        """What the library has newer for one block, declined or not."""
        block = self._block(block_id)
        if block.clause_revision_id is None:
            return None
        pinned = self.revision(block.clause_revision_id)
        newest = self.clause(pinned.clause_id).latest
        if newest.number <= pinned.number:
            return None
        return NewerRevision(block_id, pinned.clause_id, pinned, newest, block.edited)

    def _replace(self, label: str, block: Block, newest: ClauseRevision) -> Changes:
        """Give a block the text of a revision as it is, and pin that."""
        statement_id = self._statement_of(block.id)
        with self._step(label, statement_id):
            self._write_newer(block, newest, aligned(newest.renditions, block.renditions))
        return both_changed(label, statement_id, block.id)

    def _write_newer(
        self, block: Block, newest: ClauseRevision, sides: Mapping[str, Rendition]
    ) -> None:
        edited = not same_text(sides, newest.renditions)
        source = block.source_language if edited else source_of(sides)
        self._write_sides(replace(block, renditions=sides, source_language=source, edited=edited))
        self._file.blocks.update(block.id, clause_revision_id=newest.id, edited=edited)
        self._file.clauses.uses.forget_kept(block.id)

    def _pinned(self, block_id: str) -> Block:
        block = self._block(block_id)
        if block.clause_revision_id is None:
            raise DeskError(marked("The block was not built from a clause."))
        return block

    def _pin(self, block_id: str, revision_id: str | None) -> None:
        self._file.blocks.update(block_id, clause_revision_id=revision_id, edited=False)
        self._file.clauses.uses.forget_kept(block_id)

    def _is_edited(self, block: Block, pinned: ClauseRevision) -> bool:
        return not same_text(block.renditions, pinned.renditions)


def merged_sides(block: Block, offer: NewerRevision) -> dict[str, Rendition] | None:
    """The newest revision with the changes made in a statement; None where both touch a word."""
    library = _library_sides(block, offer)
    if same_text(block.renditions, offer.pinned.renditions):
        return library
    merged: dict[str, Rendition] = {}
    for code, theirs in library.items():
        base, ours = offer.pinned.rendition(code), block.rendition(code)
        texts = [_three_way(base, ours, theirs, part) for part in (_heading, _body)]
        if None in texts:
            return None
        merged[code] = _side(tuple(text or "" for text in texts), ours, theirs)
    return library if same_text(merged, library) else _told(merged, block)


def _library_sides(block: Block, offer: NewerRevision) -> dict[str, Rendition]:
    return aligned(offer.newest.renditions, block.renditions)


def _heading(side: Rendition) -> str:
    return side.heading


def _body(side: Rendition) -> str:
    return side.body


def _three_way(
    base: Rendition, ours: Rendition, theirs: Rendition, part: Callable[[Rendition], str]
) -> str | None:
    from advocate_desk.language.differences import three_way

    return three_way(part(base), part(ours), part(theirs))


def _side(texts: tuple[str, ...], ours: Rendition, theirs: Rendition) -> Rendition:
    """A merged side: as it stands here, or a draft that nobody has read yet."""
    from advocate_desk.model.translation import drafted, with_state

    if texts == (ours.heading, ours.body):
        return ours
    if texts == (theirs.heading, theirs.body):
        return with_state(theirs, drafted(*texts).state)
    return drafted(texts[0], texts[1])


def _told(merged: dict[str, Rendition], block: Block) -> dict[str, Rendition]:
    """What stayed as it was beside a side whose words changed is behind it, and says so."""
    from advocate_desk.model.translation import behind, same_words

    changed = [c for c, side in merged.items() if not same_words(side, block.rendition(c))]
    source = block.rendition(changed[0]) if changed else EMPTY
    return {
        code: side if code in changed or not changed else behind(side, source)
        for code, side in merged.items()
    }


def _both_changed_it() -> DeskError:
    return DeskError(
        marked("The text was changed here and in the library, in the same words."),
        advice=marked("Take the library's text in its place, or keep yours."),
    )
