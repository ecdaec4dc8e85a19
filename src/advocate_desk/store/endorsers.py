"""The registry of endorsers: rows to model and back."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from advocate_desk.model.endorsement import Endorser, EndorserName
from advocate_desk.model.errors import DeskError
from advocate_desk.model.marked import marked
from advocate_desk.store.connection import Connection, Row, as_list
from advocate_desk.store.search import comparable

_FOUND = """SELECT endorser_id FROM endorser_names
    WHERE instr(name_key, ?1) OR instr(printed_key, ?1) OR instr(acronym_key, ?1)
    GROUP BY endorser_id ORDER BY min(name_key), endorser_id LIMIT ?2"""
_IDS = "(SELECT value FROM json_each(?))"


class EndorserRows:
    """The endorsers of a desk."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def search(self, query: str = "", *, limit: int = 100) -> tuple[Endorser, ...]:
        """Endorsers with the query in a name or acronym; all for no query; ordered by name."""
        rows = self._connection.all(_FOUND, comparable(query), limit)
        return self.some(row[0] for row in rows)

    def get(self, endorser_id: str) -> Endorser:
        """One endorser; KeyError if there is none."""
        (endorser,) = self.some([endorser_id])
        return endorser

    def some(self, endorser_ids: Iterable[str]) -> tuple[Endorser, ...]:
        """These endorsers in this order, in three queries; KeyError if one is missing."""
        ids = list(endorser_ids)
        rows = self._connection.all(
            f"SELECT id, kind, province, notes FROM endorsers WHERE id IN {_IDS}",  # noqa: S608 - fixed text
            as_list(ids),
        )
        names, also = self._names(ids), self._also(ids)
        found = {
            row[0]: Endorser(row[0], names[row[0]], row[1], row[2], row[3], tuple(also[row[0]]))
            for row in rows
        }
        return tuple(found[endorser_id] for endorser_id in ids)

    def find_by_name(self, folded: str, language: str) -> Endorser | None:
        """The endorser with that name in that language, compared folded (case, spaces, ZWSP)."""
        return self._first(
            "SELECT min(endorser_id) FROM endorser_names WHERE name_key = ? AND language = ?",
            folded,
            language,
        )

    def find_by_printed(self, folded: str, language: str) -> Endorser | None:
        """The endorser whose printed entry is that text, compared folded."""
        return self._first(
            "SELECT min(endorser_id) FROM endorser_names WHERE printed_key = ? AND language = ?",
            folded,
            language,
        )

    def insert(self, endorser: Endorser) -> None:
        """Write an endorser with its names."""
        self._connection.write(
            "INSERT INTO endorsers (id, kind, province, notes) VALUES (?, ?, ?, ?)",
            endorser.id,
            endorser.kind,
            endorser.province,
            endorser.notes,
        )
        self._write_names(endorser)

    def update(self, endorser: Endorser) -> None:
        """Write an endorser's fields and names anew; KeyError if there is none."""
        if not self._connection.write(
            "UPDATE endorsers SET kind = ?, province = ?, notes = ? WHERE id = ?",
            endorser.kind,
            endorser.province,
            endorser.notes,
            endorser.id,
        ):
            raise KeyError(endorser.id)
        there = self._names([endorser.id])[endorser.id]
        if list(there.items()) != list(endorser.names.items()):
            self._connection.write("DELETE FROM endorser_names WHERE endorser_id = ?", endorser.id)
            self._write_names(endorser)

    def delete(self, endorser_id: str) -> None:
        """Delete an endorser; KeyError if there is none.

        Raises:
            DeskError: a statement still has an endorsement of this endorser.
        """
        if self._connection.first("SELECT 1 FROM endorsements WHERE endorser_id = ?", endorser_id):
            raise DeskError(
                marked("This endorser stands on a statement and cannot be deleted."),
                advice=marked("Remove it from its statements first."),
            )
        if not self._connection.write("DELETE FROM endorsers WHERE id = ?", endorser_id):
            raise KeyError(endorser_id)

    def count(self) -> int:
        """How many endorsers there are."""
        return int(self._connection.value("SELECT count(*) FROM endorsers"))

    def _first(self, sql: str, text: str, language: str) -> Endorser | None:
        endorser_id = self._connection.value(sql, comparable(text), language)
        return self.get(endorser_id) if endorser_id else None

    def _names(self, ids: list[str]) -> defaultdict[str, dict[str, EndorserName]]:
        rows = self._connection.all(
            "SELECT endorser_id, language, name, acronym, written FROM endorser_names"  # noqa: S608 - fixed text
            f" WHERE endorser_id IN {_IDS} ORDER BY endorser_id, position",
            as_list(ids),
        )
        names: defaultdict[str, dict[str, EndorserName]] = defaultdict(dict)
        for endorser_id, language, *parts in rows:
            names[endorser_id][language] = EndorserName(*parts)
        return names

    def _also(self, ids: list[str]) -> defaultdict[str, list[str]]:
        rows = self._connection.all(
            f"SELECT endorser_id, name FROM endorser_aliases WHERE endorser_id IN {_IDS}"  # noqa: S608 - fixed text
            " ORDER BY endorser_id, position",
            as_list(ids),
        )
        also: defaultdict[str, list[str]] = defaultdict(list)
        for endorser_id, name in rows:
            also[endorser_id].append(name)
        return also

    def _write_names(self, endorser: Endorser) -> None:
        self._connection.write_many(
            "INSERT INTO endorser_names (endorser_id, language, position, name, acronym, written,"
            " name_key, printed_key, acronym_key) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
            [
                _name_row(endorser.id, place, *pair)
                for place, pair in enumerate(endorser.names.items())
            ],
        )


def _name_row(endorser_id: str, place: int, language: str, name: EndorserName) -> Row:
    keys = map(comparable, (name.name, name.printed, name.acronym))
    return endorser_id, language, place, name.name, name.acronym, name.written, *keys
