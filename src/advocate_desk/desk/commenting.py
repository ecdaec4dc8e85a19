"""Comments on the blocks of a statement: asked, assigned, resolved.

Comments stay with their block inside the desk: no export, no edition and no copy of a statement
takes them along, and so what is withheld may be spoken of in them.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from advocate_desk.desk.boundary import Incoming
from advocate_desk.desk.verbs import NOTHING, Verbs
from advocate_desk.model.changes import Area, Changes
from advocate_desk.model.comment import Comment
from advocate_desk.model.endorsement import EndorserName
from advocate_desk.model.errors import DeskError
from advocate_desk.model.marked import marked

_AREAS = frozenset({Area.COMMENTS})


class Commenting(Verbs):
    """Verbs of everybody who has something to say about a text. Focus is the comment's id."""

    def comment(self, comment_id: str) -> Comment:
        """One comment.

        Raises:
            DeskError: there is no such comment.
        """
        try:
            return self._file.comments.get(comment_id)
        except KeyError as error:
            raise DeskError(marked("There is no such comment; it may be deleted.")) from error

    def comments(self, statement_id: str) -> tuple[Comment, ...]:
        """The comments on a statement, the oldest first."""
        return self._file.comments.of_statement(statement_id)

    def comments_on(self, block_id: str) -> tuple[Comment, ...]:
        """The comments on a block and its entries, the oldest first."""
        return self._file.comments.of_branch(block_id)

    def open_counts(self, statement_id: str) -> Mapping[str, int]:
        """How many comments wait, per block or entry that has some."""
        counts: dict[str, int] = {}
        for comment in self.comments(statement_id):
            if not comment.is_resolved:
                counts[comment.block_id] = counts.get(comment.block_id, 0) + 1
        return counts

    def people(self) -> tuple[str, ...]:
        """Everybody who wrote a comment or was asked by one."""
        return self._file.comments.people()

    def add(
        self, block_id: str, text: str, *, language: str = "", assigned_to: str = ""
    ) -> Changes:
        """Comment on a block, or on one side of it; `made` holds the comment's id.

        Raises:
            DeskError: the text is empty, nobody is known to work here, or there is no such block.
        """
        label = marked("Add comment")
        statement_id = self._statement_of(block_id)
        incoming = Incoming()
        made = Comment(
            id=self._file.new_id(),
            block_id=block_id,
            text=_checked_text(text, incoming),
            language=language,
            author=self._me(),
            created_at=self._file.now(),
            assigned_to=_checked_name(assigned_to, incoming),
        )
        with self._step(label):
            self._file.comments.insert(made)
        return Changes(_AREAS, made.id, statement_id, label, (made.id,), incoming.removed)

    def edit(self, comment_id: str, text: str) -> Changes:
        """Change what a comment says.

        Raises:
            DeskError: the text is empty, or there is no such comment.
        """
        incoming = Incoming()
        changed = replace(self.comment(comment_id), text=_checked_text(text, incoming))
        return self._changed(marked("Edit comment"), changed, incoming.removed)

    def assign(self, comment_id: str, name: str) -> Changes:
        """Ask somebody to see to a comment; nobody for an empty name."""
        assigned_to = _checked_name(name, Incoming())
        changed = replace(self.comment(comment_id), assigned_to=assigned_to)
        return self._changed(marked("Assign comment"), changed)

    def resolve(self, comment_id: str) -> Changes:
        """Say that a comment is settled; who said it first stays.

        Raises:
            DeskError: nobody is known to work here, or there is no such comment.
        """
        found = self.comment(comment_id)
        if found.is_resolved:
            return NOTHING
        settled = replace(found, resolved_by=self._me(), resolved_at=self._file.now())
        return self._changed(marked("Resolve comment"), settled)

    def reopen(self, comment_id: str) -> Changes:
        """Say that a comment is not settled after all."""
        again = replace(self.comment(comment_id), resolved_by="", resolved_at="")
        return self._changed(marked("Reopen comment"), again)

    def delete(self, comment_id: str) -> Changes:
        """Delete a comment (undo brings it back)."""
        label = marked("Delete comment")
        found = self.comment(comment_id)
        with self._step(label):
            self._file.comments.delete(comment_id)
        return Changes(_AREAS, "", self._statement_of(found.block_id), label)

    def _changed(self, label: str, comment: Comment, removed: int = 0) -> Changes:
        if comment == self.comment(comment.id):
            return NOTHING
        with self._step(label):
            self._file.comments.update(comment)
        statement_id = self._statement_of(comment.block_id)
        return Changes(_AREAS, comment.id, statement_id, label, removed=removed)

    def _me(self) -> str:
        if not self._file.author:
            raise DeskError(
                marked("A comment needs the name of who wrote it."),
                advice=marked("Enter your name and try again."),
            )
        return self._file.author


def _checked_text(text: str, incoming: Incoming) -> str:
    checked = incoming.text(text).strip()
    if not checked:
        raise DeskError(marked("A comment needs a text."))
    return checked


def _checked_name(name: str, incoming: Incoming) -> str:
    return incoming.name(EndorserName(" ".join(name.split()))).name
