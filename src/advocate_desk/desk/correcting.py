"""One-click corrections: exactly what a finding proposed, as one step that can be undone."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from advocate_desk.desk.boundary import Incoming
from advocate_desk.desk.checking import Checking
from advocate_desk.desk.endorsing import Endorsing
from advocate_desk.desk.verbs import Verbs
from advocate_desk.model.changes import Area, Changes
from advocate_desk.model.errors import DeskError
from advocate_desk.model.finding import Fix
from advocate_desk.model.marked import marked
from advocate_desk.model.statement import Block
from advocate_desk.model.translation import written

_AREAS = frozenset({Area.BLOCKS, Area.STATEMENTS})
_NAME_AREAS = frozenset({Area.ENDORSERS, Area.ENDORSEMENTS, Area.STATEMENTS})
_Place = tuple[str, str, str, str]


class Correcting(Verbs):
    """Verbs behind the Fix buttons. Nothing is corrected that nobody asked for."""

    def apply(self, *fixes: Fix) -> Changes:
        """Make the corrections of one finding, all or none; focus is the block or endorser.

        The side that is corrected becomes a draft, as if it was typed; the other sides stay what
        they are, because a correction does not change what is said.

        Raises:
            DeskError: a text changed since it was checked, or is gone.
        """
        return self._apply(marked("Correct text"), fixes)

    def apply_all(self, statement_id: str, rule: str) -> Changes:
        """Make every correction that a rule proposes in a statement, as one step.

        Raises:
            DeskError: the rule has nothing to correct there.
        """
        found = Checking(self._file).check(statement_id)
        fixes = [fix for one in found if one.rule == rule for fix in one.fixes]
        if not fixes:
            raise DeskError(marked("There is nothing to correct any more."))
        changes = self._apply(marked("Correct all of one kind"), fixes)
        return replace(changes, statement_id=statement_id)

    def _apply(self, label: str, fixes: Sequence[Fix]) -> Changes:
        by_place: dict[_Place, list[Fix]] = {}
        for fix in fixes:
            place = (fix.block_id, fix.endorser_id, fix.language, fix.field)
            by_place.setdefault(place, []).append(fix)
        areas: set[Area] = set()
        statement_id = ""
        with self._step(label):
            for (block_id, endorser_id, *_), at_place in by_place.items():
                areas |= _AREAS if block_id else _NAME_AREAS
                if block_id:
                    statement_id = self._correct_block(block_id, at_place)
                else:
                    self._correct_entry(endorser_id, at_place)
        first = fixes[0]
        focus = first.block_id or first.endorser_id
        return Changes(frozenset(areas), focus, statement_id, label)

    def _correct_block(self, block_id: str, fixes: Sequence[Fix]) -> str:
        before = self._block(block_id)
        language, field = fixes[0].language, fixes[0].field
        text = _corrected(_field(before, language, field), fixes)
        heading, body = (text, None) if field == "heading" else (None, text)
        after = written(before, language, heading=heading, body=body)
        only_this = {**before.renditions, language: after.rendition(language)}
        self._write_sides(replace(after, renditions=only_this))
        statement_id = self._statement_of(block_id)
        self._file.statements.touch(statement_id)
        return statement_id

    def _correct_entry(self, endorser_id: str, fixes: Sequence[Fix]) -> None:
        try:
            names = self._file.endorsers.get(endorser_id).names
        except KeyError as error:
            raise _changed() from error
        language = fixes[0].language
        entry = names[language].printed if language in names else ""
        Endorsing(self._file).correct_entry(endorser_id, language, _corrected(entry, fixes))


def _field(block: Block, language: str, field: str) -> str:
    side = block.rendition(language)
    return side.heading if field == "heading" else side.body


def _corrected(text: str, fixes: Iterable[Fix]) -> str:
    """The text with all corrections in it; of two that overlap the later one in the text counts.

    Raises:
        DeskError: it is not the text that was checked.
    """
    wanted = sorted(set(fixes), key=lambda one: (one.start, one.end), reverse=True)
    if any(fix.text != text for fix in wanted):
        raise _changed()
    start = len(text)
    for fix in wanted:
        if fix.end <= start:
            text = text[: fix.start] + fix.replacement + text[fix.end :]
            start = fix.start
    return Incoming().text(text)


def _changed() -> DeskError:
    return DeskError(
        marked("The text was changed meanwhile, so nothing was corrected."),
        advice=marked("Check the statement again."),
    )
