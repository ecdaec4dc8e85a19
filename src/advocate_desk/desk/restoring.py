"""Going back to the text of an edition, block by block, in one step."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from advocate_desk.desk.adopted import adopted
from advocate_desk.desk.snapshot import text_of
from advocate_desk.desk.verbs import Verbs, text_changed
from advocate_desk.model.changes import Changes
from advocate_desk.model.edition import Edition
from advocate_desk.model.errors import DeskError
from advocate_desk.model.kinds import TranslationState
from advocate_desk.model.marked import marked
from advocate_desk.model.statement import EMPTY, Block, Rendition, Statement, walk
from advocate_desk.model.translation import same_text, with_state


class Restoring(Verbs):
    """Blocks are known by their ids: what hangs on a block that is still there stays with it."""

    def restore(self, edition_id: str) -> Changes:
        """Bring the text of an edition back into its statement; endorsements stay as they are.

        Date, place, issuer and placeholders come back with it. Sides whose text is the same keep
        their translation state, others are drafts. A clause stays pinned where its revision is
        still there. Languages the statement got since stay, missing where a block comes back.

        Raises:
            DeskError: the statement says the same already, or there is no such edition.
        """
        label = marked("Restore edition")
        edition = self._edition(edition_id)
        now = self._statement(edition.statement_id)
        then = self._as_restored(edition, now)
        if text_of(then) == text_of(now):
            raise DeskError(
                marked("The statement says what edition {number} says already."),
                number=edition.number,
            )
        with self._step(label, now.id):
            self._write_facts(then)
            self._place_blocks(then.id, None, then.blocks)
            self._delete_others(now.blocks, {block.id for block in walk(then.blocks)})
        return text_changed(label, now.id, next((b.id for b in then.blocks), ""))

    def _edition(self, edition_id: str) -> Edition:
        try:
            return self._file.editions.get(edition_id)
        except KeyError as error:
            raise DeskError(marked("There is no such edition.")) from error

    def _as_restored(self, edition: Edition, now: Statement) -> Statement:
        """The statement as it will be; a block whose id another statement took gets a new one."""
        then = adopted(edition, now, ()).statement
        known = {block.id: block for block in walk(now.blocks)}
        languages = tuple(dict.fromkeys((*then.languages, *now.languages)))
        blocks = tuple(self._restored(block, known, languages) for block in then.blocks)
        return replace(then, blocks=blocks, languages=languages)

    def _restored(
        self, block: Block, known: Mapping[str, Block], languages: Sequence[str]
    ) -> Block:
        before = known.get(block.id)
        sides = dict.fromkeys(languages, EMPTY) | {
            code: side for code, side in block.renditions.items() if code in languages
        }
        pin, edited = self._pin(block, sides)
        return replace(
            block,
            id=block.id if before or self._is_free(block.id) else self._file.new_id(),
            renditions=_with_states(sides, before) if before else sides,
            items=tuple(self._restored(item, known, languages) for item in block.items),
            source_language=before.source_language if before else block.source_language,
            clause_revision_id=pin,
            edited=edited,
        )

    def _is_free(self, block_id: str) -> bool:
        try:
            self._file.blocks.statement_of(block_id)
        except KeyError:
            return True
        return False

    def _pin(self, block: Block, sides: Mapping[str, Rendition]) -> tuple[str | None, bool]:
        """The revision the block was built from, if it is still there, and whether it is edited."""
        if block.clause_revision_id is None:
            return None, False
        try:
            revision = self._file.clauses.revision(block.clause_revision_id)
        except KeyError:
            return None, False
        return revision.id, not same_text(sides, revision.renditions)

    def _write_facts(self, then: Statement) -> None:
        self._file.statements.update(
            then.id,
            kind=then.kind,
            languages=then.languages,
            issue_date=then.issue_date,
            place=then.place,
            issuer=then.issuer,
            lunar=then.lunar,
            placeholders=then.placeholders,
        )

    def _place_blocks(
        self, statement_id: str, parent_id: str | None, blocks: Sequence[Block]
    ) -> None:
        """Put blocks first among their siblings, in order; parents before their items."""
        for position, block in enumerate(blocks):
            if self._is_free(block.id):
                bare = replace(block, items=())
                self._file.blocks.insert(statement_id, bare, position=position, parent_id=parent_id)
            else:
                self._file.blocks.reparent(block.id, parent_id, position)
                self._rewrite(block)
            self._place_blocks(statement_id, block.id, block.items)

    def _rewrite(self, after: Block) -> None:
        before = self._file.blocks.get(after.id)
        for code, side in after.renditions.items():
            if side != before.renditions.get(code):
                self._file.blocks.write(after.id, code, side)
        self._file.blocks.update(
            after.id,
            kind=after.kind,
            marker=after.marker,
            source_language=after.source_language,
            clause_revision_id=after.clause_revision_id,
            edited=after.edited,
        )

    def _delete_others(self, before: Sequence[Block], kept: set[str]) -> None:
        for block in walk(tuple(before)):
            if block.id not in kept and not self._is_free(block.id):
                self._file.blocks.delete(block.id)


def _with_states(sides: Mapping[str, Rendition], before: Block) -> dict[str, Rendition]:
    """The sides in the states they have now where the text is the same."""
    kept = {
        code: now if _says(now) == _says(side) else side
        for code, side in sides.items()
        for now in (before.rendition(code),)
    }
    return {code: _caught_up(side, kept.values()) for code, side in kept.items()}


def _caught_up(side: Rendition, sides: Iterable[Rendition]) -> Rendition:
    """A stale side whose source is again what it was translated from is behind no more."""
    if side.state is not TranslationState.STALE:
        return side
    back = any(side.translated_from == _says(other) for other in sides)
    return with_state(side, TranslationState.DRAFT) if back else side


def _says(side: Rendition) -> tuple[str, str]:
    return side.heading, side.body
