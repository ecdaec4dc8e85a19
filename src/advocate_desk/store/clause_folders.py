"""The folders of the library: rows to model and back."""

from __future__ import annotations

from advocate_desk.model.clause import Folder
from advocate_desk.store.connection import Connection

_FOLDERS = """SELECT id, name, coalesce(parent_id, ''),
        (SELECT count(*) FROM clauses WHERE folder_id = clause_folders.id AND status = 'active')
    FROM clause_folders ORDER BY name, id"""


class FolderRows:
    """The folders of a desk."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def all(self) -> tuple[Folder, ...]:
        """Every folder by name, in no tree."""
        return tuple(Folder(*row) for row in self._connection.all(_FOLDERS))

    def insert(self, folder: Folder) -> None:
        """Write a folder."""
        self._connection.write(
            "INSERT INTO clause_folders (id, name, parent_id) VALUES (?, ?, ?)",
            folder.id,
            folder.name,
            folder.parent_id or None,
        )

    def rename(self, folder_id: str, name: str) -> None:
        """Give a folder another name; KeyError if there is none."""
        self._update("UPDATE clause_folders SET name = ? WHERE id = ?", name, folder_id)

    def move(self, folder_id: str, parent_id: str) -> None:
        """Put a folder into another one, to the top for an empty id; KeyError if there is none."""
        self._update(
            "UPDATE clause_folders SET parent_id = ? WHERE id = ?", parent_id or None, folder_id
        )

    def dissolve(self, folder: Folder) -> None:
        """Delete a folder; what lies in it moves up to the folder around it."""
        for table, column in (("clauses", "folder_id"), ("clause_folders", "parent_id")):
            self._connection.write(
                f"UPDATE {table} SET {column} = ? WHERE {column} = ?",  # noqa: S608 - names from above
                folder.parent_id or None,
                folder.id,
            )
        self._update("DELETE FROM clause_folders WHERE id = ?", folder.id)

    def _update(self, sql: str, *values: object) -> None:
        if not self._connection.write(sql, *values):
            raise KeyError(values[-1])
