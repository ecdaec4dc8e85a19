"""Writing the sides of blocks, and placing texts an import could not place."""

from __future__ import annotations

from advocate_desk.desk.verbs import Verbs
from advocate_desk.model.changes import Changes


class Writing(Verbs):
    """Every text of a statement comes in through here."""

    def write(
        self,
        block_id: str,
        language: str,
        *,
        heading: str | None = None,
        body: str | None = None,
        burst: str = "",
    ) -> Changes:
        """Write one side of a block; None leaves heading or body as it is.

        The written side becomes a draft (missing where nothing is left). Where it is the block's
        source language, the other written sides become stale. Calls with the same non-empty
        `burst` in one cell are one step of the history; without it each call is one.

        Raises:
            DeskError: the block has no text, or no heading, or there is no such block.
        """
        raise NotImplementedError

    def place_text(self, statement_id: str, index: int) -> Changes:
        """Make an unplaced text a paragraph at the end; focus is the new block.

        Raises:
            DeskError: there is no such text.
        """
        raise NotImplementedError

    def dismiss_unplaced(self, statement_id: str, index: int) -> Changes:
        """Drop an unplaced text (undo brings it back).

        Raises:
            DeskError: there is no such text.
        """
        raise NotImplementedError
