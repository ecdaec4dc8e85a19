"""Comments on blocks: rows to model and back."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from advocate_desk.model.comment import Comment
from advocate_desk.store.connection import Connection

_COMMENTS = (
    "SELECT comments.id, block_id, text, language, author, created_at, assigned_to, resolved_by,"
    " resolved_at FROM comments"
)
_BRANCH = """WITH RECURSIVE branch(id) AS (
    SELECT ?1 UNION ALL SELECT blocks.id FROM branch JOIN blocks ON blocks.parent_id = branch.id)"""
_BY_TIME = "ORDER BY created_at, comments.id"


class CommentRows:
    """The comments of all statements."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def of_statement(self, statement_id: str) -> tuple[Comment, ...]:
        """The comments on the blocks and entries of a statement, the oldest first."""
        rows = self._connection.all(
            f"{_COMMENTS} JOIN blocks ON blocks.id = block_id WHERE statement_id = ? {_BY_TIME}",
            statement_id,
        )
        return tuple(Comment(*row) for row in rows)

    def of_branch(self, block_id: str) -> tuple[Comment, ...]:
        """The comments on a block and its entries, the oldest first."""
        rows = self._connection.all(
            f"{_BRANCH} {_COMMENTS} WHERE block_id IN branch {_BY_TIME}", block_id
        )
        return tuple(Comment(*row) for row in rows)

    def get(self, comment_id: str) -> Comment:
        """One comment; KeyError if there is none."""
        row = self._connection.first(f"{_COMMENTS} WHERE id = ?", comment_id)
        if row is None:
            raise KeyError(comment_id)
        return Comment(*row)

    def insert(self, comment: Comment) -> None:
        """Write a comment."""
        self._connection.write(
            "INSERT INTO comments (id, block_id, text, language, author, created_at, assigned_to,"
            " resolved_by, resolved_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
            comment.id,
            comment.block_id,
            comment.text,
            comment.language,
            comment.author,
            comment.created_at,
            comment.assigned_to,
            comment.resolved_by,
            comment.resolved_at,
        )

    def insert_again(
        self, comments: Iterable[Comment], moved: Mapping[str, str] | None = None
    ) -> None:
        """Write comments back whose blocks were taken away for a moment or joined to another."""
        for comment in comments:
            block_id = (moved or {}).get(comment.block_id, comment.block_id)
            self.insert(replace(comment, block_id=block_id))

    def update(self, comment: Comment) -> None:
        """Change what can change of a comment; KeyError if there is none."""
        changed = self._connection.write(
            "UPDATE comments SET text = ?, assigned_to = ?, resolved_by = ?, resolved_at = ?"
            " WHERE id = ?",
            comment.text,
            comment.assigned_to,
            comment.resolved_by,
            comment.resolved_at,
            comment.id,
        )
        if not changed:
            raise KeyError(comment.id)

    def delete(self, comment_id: str) -> None:
        """Delete a comment, if there is one."""
        self._connection.write("DELETE FROM comments WHERE id = ?", comment_id)

    def people(self) -> tuple[str, ...]:
        """Everybody who wrote a comment or was asked by one, by name."""
        rows = self._connection.all(
            "SELECT author FROM comments UNION SELECT assigned_to FROM comments ORDER BY 1"
        )
        return tuple(row[0] for row in rows if row[0])
