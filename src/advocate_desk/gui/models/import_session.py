"""The statements of an import while they are corrected; every correction can be taken back."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from advocate_desk.model.draft import DraftBlock, DraftStatement
from advocate_desk.model.kinds import SHIPPED_LANGUAGES, BlockKind, StatementKind


class ImportSession:
    """Drafts in, corrected drafts out. Nothing of it is written anywhere."""

    def __init__(self, drafts: Sequence[DraftStatement]) -> None:
        self._states: list[tuple[DraftStatement, ...]] = [tuple(drafts)]
        self._wanted = [True] * len(drafts)

    @property
    def drafts(self) -> tuple[DraftStatement, ...]:
        """Every statement as corrected so far."""
        return self._states[-1]

    @property
    def can_undo(self) -> bool:
        """Whether a correction can be taken back."""
        return len(self._states) > 1

    def undo(self) -> None:
        """Takes the last correction back."""
        if self.can_undo:
            self._states.pop()

    def correct(self, number: int, draft: DraftStatement) -> None:
        """Puts a corrected statement in the place of the one there was."""
        if draft != self.drafts[number]:
            before, after = self.drafts[:number], self.drafts[number + 1 :]
            self._states.append((*before, draft, *after))

    def change_kind(self, number: int, kind: StatementKind) -> None:
        """Says what a statement is for."""
        self.correct(number, replace(self.drafts[number], kind=kind))

    def want(self, number: int, *, wanted: bool) -> None:
        """Says whether a statement is brought in."""
        self._wanted[number] = wanted

    def is_wanted(self, number: int) -> bool:
        """Whether a statement is brought in."""
        return self._wanted[number]

    def wanted(self) -> tuple[DraftStatement, ...]:
        """The statements that are brought in."""
        pairs = zip(self.drafts, self._wanted, strict=True)
        return tuple(draft for draft, wanted in pairs if wanted)


def title_of(draft: DraftStatement) -> str:
    """The title of a draft in the first language that has one, else how it begins."""
    titles = [block for block in draft.blocks if block.kind is BlockKind.TITLE]
    texts = (_first_line(block, code) for block in (*titles, *draft.blocks) for code in _CODES)
    return next((text for text in texts if text), "")


def _first_line(block: DraftBlock, language: str) -> str:
    text = block.texts.get(language)
    whole = (text.heading or text.body) if text else ""
    return next((line.strip() for line in whole.splitlines() if line.strip()), "")


_CODES = tuple(reversed(SHIPPED_LANGUAGES))
