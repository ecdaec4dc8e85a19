"""How far each side of a block is translated, and who signed it off.

Missing, draft and stale are found by the desk while people write. Here is what people say about a
side: that it is current again, that it waits for a reviewer, that a reviewer signed it off.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import replace

from advocate_desk.desk.boundary import Incoming
from advocate_desk.desk.clock import local_day
from advocate_desk.desk.verbs import NOTHING, Verbs, text_changed
from advocate_desk.model.changes import Area, Changes
from advocate_desk.model.endorsement import EndorserName
from advocate_desk.model.errors import DeskError
from advocate_desk.model.kinds import TranslationState
from advocate_desk.model.marked import marked
from advocate_desk.model.progress import (
    UNFINISHED,
    ApprovedPair,
    Behind,
    Progress,
    Side,
    approved_pairs,
    behind,
    from_behind,
    is_whole,
    progress,
    sides_in,
)
from advocate_desk.model.statement import Block, Rendition, walk, with_text
from advocate_desk.model.translation import signed_off, with_state
from advocate_desk.model.withholding import Withheld

_OWN_WORDS = frozenset(
    {TranslationState.DRAFT, TranslationState.IN_REVIEW, TranslationState.APPROVED}
)
_Judge = Callable[[Block, Rendition], Rendition | None]


class Translating(Verbs):
    """Verbs of translator and reviewer; writing itself is drafting's.

    A block is meant with all its entries, an entry with its own.
    """

    def mark_current(self, block_id: str, language: str) -> Changes:
        """Say that a stale side says again what its source says: stale becomes draft.

        Raises:
            DeskError: the side is not stale, or there is no such block.
        """
        label = marked("Mark translation current")
        stale = TranslationState.STALE
        if not self._any(block_id, language, stale):
            raise DeskError(marked("This side is not behind the other one."))
        return self._judge(label, [block_id], language, _from(stale, TranslationState.DRAFT))

    def ask_review(self, block_ids: Sequence[str], language: str) -> Changes:
        """Say that sides are ready to be read by a reviewer; a sign-off is taken back for it.

        Sides that are missing or stale stay as they are and are listed in `left_out`.

        Raises:
            DeskError: none of the sides is ready.
        """
        label = marked("Ask for review")
        return self._judge(label, block_ids, language, _ready_for_review)

    def sign_off(self, block_ids: Sequence[str], language: str, reviewer: str) -> Changes:
        """Approve sides in the name of a reviewer.

        Sides that are missing, stale or lack a part the other side has stay as they are and are
        listed in `left_out`.

        Raises:
            DeskError: no reviewer is named, or none of the sides can be approved.
        """
        label = marked("Sign off")
        name = _checked_reviewer(reviewer)
        day = local_day(self._file.now())
        return self._judge(label, block_ids, language, _approval(name, day, language))

    def sign_off_statement(self, statement_id: str, language: str, reviewer: str) -> Changes:
        """Approve one language of a whole statement; what could not be is in `left_out`.

        Raises:
            DeskError: no reviewer is named, or nothing can be approved.
        """
        blocks = self._statement(statement_id).blocks
        return self.sign_off([block.id for block in blocks], language, reviewer)

    def withdraw_sign_off(self, block_ids: Sequence[str], language: str) -> Changes:
        """Take sides that are approved or in review back to draft."""
        label = marked("Back to draft")
        return self._judge(label, block_ids, language, _back_to_draft)

    # Reading

    def progress(self, statement_id: str) -> Mapping[str, Progress]:
        """How far each language of a statement is."""
        statement = self._statement(statement_id)
        return {code: progress(statement.blocks, code) for code in statement.languages}

    def library_progress(self) -> Mapping[str, Progress]:
        """How far each language of the clauses in use is, by their newest revisions."""
        return self._file.progress.of_library()

    def unfinished(
        self,
        statement_id: str,
        language: str | None = None,
        after: str = "",
        *,
        states: Collection[TranslationState] | None = None,
    ) -> tuple[Side, ...]:
        """The sides that are missing or stale, beginning behind a block and once around.

        `states` looks for others instead. The first is the next one; the last is the one before,
        where it is not the block itself.
        """
        statement = self._statement(statement_id)
        codes = (language,) if language else statement.languages
        found = sides_in(statement.blocks, codes, UNFINISHED if states is None else states)
        return from_behind(found, statement.blocks, after)

    def behind(self, block_id: str) -> tuple[Behind, ...]:
        """The stale sides of a block and its entries, with what changed in their source."""
        return tuple(behind(self._block(block_id)))

    def approved_pairs(self, statement_id: str) -> tuple[ApprovedPair, ...]:
        """The blocks and entries written in several languages whose translation is approved.

        Pairs in which a withheld name stands are left out: what asks for them may leave the
        statement.
        """
        statement = self._statement(statement_id)
        withheld = Withheld.of(self._file.endorsements.of(statement_id))
        return tuple(
            pair
            for pair in approved_pairs(statement.blocks)
            if not any(withheld.spans(text) for texts in pair.sides.values() for text in texts)
        )

    # Writing

    def _any(self, block_id: str, language: str, state: TranslationState) -> bool:
        parts = walk((self._block(block_id),))
        return any(part.rendition(language).state is state for part in parts)

    def _judge(self, label: str, block_ids: Sequence[str], language: str, judge: _Judge) -> Changes:
        """Give every side the state it can have, in one step; the others are left out.

        Raises:
            DeskError: nothing can be done with any of the sides.
        """
        parts = self._parts(block_ids)
        judged = [(part, judge(part, part.rendition(language))) for part in parts]
        left_out = tuple(part.id for part, side in judged if side is None)
        if len(left_out) == len(judged):
            raise _nothing_possible([part.rendition(language) for part in parts])
        changed = [
            (part.id, side) for part, side in judged if side and side != part.rendition(language)
        ]
        if not changed:
            return NOTHING
        return self._written(label, language, changed, left_out)

    def _parts(self, block_ids: Iterable[str]) -> list[Block]:
        """The blocks and their entries that have text in any language, each once."""
        found = with_text(tuple(self._block(block_id) for block_id in block_ids))
        return list({part.id: part for part in found}.values())

    def _written(
        self,
        label: str,
        language: str,
        changed: Sequence[tuple[str, Rendition]],
        left_out: tuple[str, ...],
    ) -> Changes:
        statements = [self._statement_of(block_id) for block_id, _side in changed]
        with self._step(label, *statements):
            for block_id, side in changed:
                self._file.blocks.write(block_id, language, side)
            self._feed_memory(changed)
        changes = text_changed(label, statements[0], changed[0][0])
        return replace(changes, areas=changes.areas | {Area.MEMORY}).without(left_out)

    def _feed_memory(self, changed: Sequence[tuple[str, Rendition]]) -> None:
        """What was signed off is offered again from now on."""
        from advocate_desk.desk.remembering import remember_blocks

        approved = TranslationState.APPROVED
        remember_blocks(self._file, (one for one, side in changed if side.state is approved))


def _from(before: TranslationState, after: TranslationState) -> _Judge:
    """Sides in one state come into another, whatever the rest is."""
    return lambda _block, side: with_state(side, after) if side.state is before else side


def _ready_for_review(_block: Block, side: Rendition) -> Rendition | None:
    return with_state(side, TranslationState.IN_REVIEW) if side.state in _OWN_WORDS else None


def _back_to_draft(_block: Block, side: Rendition) -> Rendition:
    return with_state(side, TranslationState.DRAFT) if side.state in _OWN_WORDS else side


def _approval(reviewer: str, day: str, language: str) -> _Judge:
    """What is approved already keeps its first reviewer."""

    def judge(block: Block, side: Rendition) -> Rendition | None:
        if side.state is TranslationState.APPROVED and side.reviewed_by:
            return side
        possible = side.state in _OWN_WORDS and is_whole(block, language)
        return signed_off(side, reviewer, day) if possible else None

    return judge


def _checked_reviewer(reviewer: str) -> str:
    """The reviewer's name as it is kept.

    Raises:
        DeskError: there is none, or it cannot be a name.
    """
    name = Incoming().name(EndorserName(" ".join(reviewer.split()))).name
    if not name:
        raise DeskError(
            marked("A sign-off needs the name of who reviewed the text."),
            advice=marked("Enter your name and sign off again."),
        )
    return name


def _nothing_possible(sides: Sequence[Rendition]) -> DeskError:
    """Why none of some sides can be reviewed: in the words of the one reason, where it is one."""
    states = {side.state for side in sides}
    if states <= {TranslationState.MISSING}:
        return DeskError(marked("Nothing is written in this language yet."))
    if states == {TranslationState.STALE}:
        return DeskError(
            marked("The other side changed since this one was translated."),
            advice=marked("Look at what changed and mark the translation current first."),
        )
    return DeskError(marked("None of this can be reviewed yet: it is missing or not up to date."))
