"""What a desk's pages are made of beside the shipped styles: pictures, own styles, letterheads."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from advocate_desk.model.looks import StoredImage
from advocate_desk.store.connection import Connection, Row

_IMAGES = "SELECT id, name, media_type, sha256, width, height"


class ImageRows:
    """The pictures of a desk; the same picture is there once."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def all(self) -> tuple[StoredImage, ...]:
        """Every picture by name, without its data."""
        rows = self._connection.all(f"{_IMAGES} FROM images ORDER BY name, id")
        return tuple(_image(row) for row in rows)

    def get(self, image_id: str) -> StoredImage:
        """One picture with its data; KeyError if there is none."""
        row = self._connection.first(f"{_IMAGES}, data FROM images WHERE id = ?", image_id)
        if row is None:
            raise KeyError(image_id)
        return _image(row)

    def with_hash(self, sha256: str) -> StoredImage | None:
        """The picture with these bytes, if it is there already."""
        row = self._connection.first(f"{_IMAGES} FROM images WHERE sha256 = ?", sha256)
        return _image(row) if row else None

    def insert(self, image: StoredImage) -> None:
        """Write a picture."""
        self._connection.write(
            "INSERT INTO images (id, name, media_type, sha256, width, height, data)"
            " VALUES (?, ?, ?, ?, ?, ?, ?)",
            image.id,
            image.name,
            image.media_type,
            image.sha256,
            image.width,
            image.height,
            image.data,
        )

    def delete(self, image_id: str) -> None:
        """Delete a picture; KeyError if there is none."""
        if not self._connection.write("DELETE FROM images WHERE id = ?", image_id):
            raise KeyError(image_id)

    def statements_with(self, image_id: str) -> tuple[str, ...]:
        """The ids of the statements whose own header names a picture."""
        rows = self._connection.all(
            "SELECT id FROM statements WHERE header <> '' AND EXISTS (SELECT 1"
            " FROM json_each(header, '$.logos') WHERE value = ?) ORDER BY id",
            image_id,
        )
        return tuple(row[0] for row in rows)


class OwnFiles:
    """Texts by name, and the statements that use them: own styles, or letterheads."""

    def __init__(self, connection: Connection, table: Literal["styles", "letterheads"]) -> None:
        column = table.removesuffix("s")
        self._connection = connection
        self._names = f"SELECT name FROM {table} ORDER BY name"  # noqa: S608 - names from code
        self._content = f"SELECT content FROM {table} WHERE name = ?"  # noqa: S608 - as above
        self._put = (
            f"INSERT INTO {table} (name, content) VALUES (?, ?)"  # noqa: S608 - as above
            " ON CONFLICT (name) DO UPDATE SET content = excluded.content"
        )
        self._delete = f"DELETE FROM {table} WHERE name = ?"  # noqa: S608 - as above
        self._users = f"SELECT id FROM statements WHERE {column} = ? ORDER BY id"  # noqa: S608 - a column of ours

    def names(self) -> tuple[str, ...]:
        """The names in order."""
        return tuple(row[0] for row in self._connection.all(self._names))

    def get(self, name: str) -> str | None:
        """The content under a name, None where there is none."""
        row = self._connection.first(self._content, name)
        return str(row[0]) if row else None

    def put(self, name: str, content: str) -> None:
        """Write a content, in the place of an older one of the same name."""
        self._connection.write(self._put, name, content)

    def delete(self, name: str) -> None:
        """Delete what has a name; KeyError if there is none."""
        if not self._connection.write(self._delete, name):
            raise KeyError(name)

    def statements_with(self, name: str) -> Sequence[str]:
        """The ids of the statements that chose it."""
        return [row[0] for row in self._connection.all(self._users, name)]


def _image(row: Row) -> StoredImage:
    return StoredImage(*row)
