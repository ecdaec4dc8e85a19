"""The translation memory: rows to model and back, and the index behind fuzzy look-ups.

The index holds some of the pieces (language/grams.py) of every text, as words of a full text
table without content. It is no content: it is not journalled but follows the pairs at the end of
each step, so undo and redo are seen like any other change. Temporary triggers note the new pairs.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from hashlib import blake2b
from heapq import nlargest
from itertools import count
from struct import pack, unpack
from typing import NamedTuple

from advocate_desk.language.khmer import fold
from advocate_desk.model.kinds import ENGLISH, KHMER
from advocate_desk.model.memory import EXACT, MemoryOrigin, MemoryPair
from advocate_desk.store.connection import Connection, Row, as_list

_FOLLOW = (
    "CREATE TEMP TABLE memory_stale (pair_id)",
    """CREATE TEMP TRIGGER memory_pairs_insert AFTER INSERT ON main.memory_pairs
        BEGIN INSERT INTO memory_stale VALUES (NEW.id); END""",
)
_PAIR = "SELECT id, km, en, origin, author, approved_on FROM memory_pairs"
_BY_KEY = {
    KHMER: f"{_PAIR} WHERE km_key = ? LIMIT ?",
    ENGLISH: f"{_PAIR} WHERE en_key = ? LIMIT ?",
}
_MARKS = {KHMER: "k", ENGLISH: "e"}
_COUNTS = "SELECT term, doc FROM memory_gram_counts WHERE term IN (SELECT value FROM json_each(?))"
_LIKELY = """SELECT doc FROM memory_gram_places
    WHERE term IN (SELECT value FROM json_each(?))
    GROUP BY doc HAVING count(*) >= ? ORDER BY count(*) DESC, doc LIMIT ?"""
_SOME = f"{_PAIR} JOIN memory_keys ON pair_id = id WHERE key IN (SELECT value FROM json_each(?))"  # noqa: S608 - fixed text

_KEPT = {
    KHMER: "SELECT key, km_grams FROM memory_keys WHERE key IN (SELECT value FROM json_each(?))",
    ENGLISH: "SELECT key, en_grams FROM memory_keys WHERE key IN (SELECT value FROM json_each(?))",
}
_STALE = """SELECT id, km, en FROM memory_pairs
    WHERE id IN (SELECT pair_id FROM memory_stale) AND id NOT IN (SELECT pair_id FROM memory_keys)
    ORDER BY id"""

_MOST_PLACES = 20_000  # of the rare pieces; the common ones tell little and cost much
_ENOUGH = 6  # rare pieces, of which a text that is alike shares two at least
_LOOKED_AT = 2_000
_SCORED = 60
_BATCH = 5_000


class MemoryRows:
    """The pairs of the memory, and the ones that are like a text."""

    def __init__(self, connection: Connection, *, follows: bool) -> None:
        self._connection = connection
        self._follows = follows
        if follows:
            connection.script(*_FOLLOW)

    # Rows

    def insert(self, pairs: Iterable[MemoryPair]) -> list[str]:
        """Write the pairs that are not there yet; the ids of those."""
        made: list[str] = []
        for pair in pairs:
            keys = (key_of(pair.texts[KHMER]), key_of(pair.texts[ENGLISH]))
            written = self._connection.write(
                "INSERT INTO memory_pairs (id, km, en, origin, author, approved_on, km_key, en_key)"
                " VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (km_key, en_key) DO NOTHING",
                *(pair.id, pair.texts[KHMER], pair.texts[ENGLISH]),
                *(pair.origin, pair.author, pair.approved_on, *keys),
            )
            if written:
                made.append(pair.id)
        return made

    def get(self, pair_id: str) -> MemoryPair:
        """One pair; KeyError if there is none."""
        row = self._connection.first(f"{_PAIR} WHERE id = ?", pair_id)
        if row is None:
            raise KeyError(pair_id)
        return _pair(row)

    def delete(self, pair_ids: Iterable[str]) -> int:
        """Delete pairs; how many there were."""
        return self._connection.write(
            "DELETE FROM memory_pairs WHERE id IN (SELECT value FROM json_each(?))",
            as_list(pair_ids),
        )

    def delete_of(self, origin: str) -> int:
        """Delete every pair of an origin; how many there were."""
        return self._connection.write("DELETE FROM memory_pairs WHERE origin = ?", origin)

    def origins(self) -> tuple[MemoryOrigin, ...]:
        """Every origin with the number of its pairs."""
        rows = self._connection.all(
            "SELECT origin, count(*) FROM memory_pairs GROUP BY origin ORDER BY origin"
        )
        return tuple(MemoryOrigin(*row) for row in rows)

    def count(self) -> int:
        """How many pairs there are."""
        return int(self._connection.value("SELECT count(*) FROM memory_pairs"))

    def all(self, origin: str | None = None) -> Iterator[MemoryPair]:
        """Every pair in the order in which they came, of one origin or of all."""
        last = ""
        while True:
            rows = self._connection.all(
                f"{_PAIR} WHERE id > ? AND (? IS NULL OR origin = ?) ORDER BY id LIMIT ?",
                *(last, origin, origin, _BATCH),
            )
            yield from map(_pair, rows)
            if len(rows) < _BATCH:
                return
            last = rows[-1][0]

    # Look-ups

    def alike(
        self, text: str, language: str, *, limit: int, least: int
    ) -> list[tuple[int, MemoryPair]]:
        """The pairs whose text in a language is like this one: likeness in percent, best first."""
        folded = comparable(text)
        if not folded:
            return []
        if self._connection.in_transaction:
            self.refresh()
        exact = self._connection.all(_BY_KEY[language], key_of(text), limit)
        known = {row[0] for row in exact}
        found = [(EXACT, _pair(row)) for row in exact]
        if len(found) < limit:
            rows = (row for row in self._candidates(folded, language) if row[0] not in known)
            found += _scored(rows, folded, language, least)
        return found[:limit]

    def _candidates(self, folded: str, language: str) -> list[Row]:
        """The pairs that share the most pieces with a text, out of those that share rare ones."""
        from advocate_desk.language.grams import asked_grams

        asked = asked_grams(folded)
        rare = self._rare_pieces(asked, language)
        fewest = 2 if len(rare) >= _ENOUGH else 1
        likely = self._connection.all(_LIKELY, as_list(rare), fewest, _LOOKED_AT)
        rows = self._connection.all(_KEPT[language], str([row[0] for row in likely]))
        wanted = frozenset(asked)
        counts = {key: len(wanted.intersection(_unpacked(kept))) for key, kept in rows}
        return self._connection.all(_SOME, str(nlargest(_SCORED, counts, key=counts.__getitem__)))

    def _rare_pieces(self, asked: list[int], language: str) -> list[str]:
        """The rarest pieces of a text that the index knows: they tell the most."""
        wanted = as_list(_terms(asked, language))
        rare: list[str] = []
        places = 0
        for term, times in sorted(self._connection.all(_COUNTS, wanted), key=_times):
            places += times
            if rare and places > _MOST_PLACES:
                break
            rare.append(term)
        return rare

    # The index

    def refresh(self) -> None:
        """Index the pairs that the open step brought."""
        if not self._follows or not self._connection.first("SELECT 1 FROM memory_stale"):
            return
        rows = self._connection.all(_STALE)
        self._connection.write("DELETE FROM memory_stale")
        first = int(self._connection.value("SELECT coalesce(max(key), 0) + 1 FROM memory_keys"))
        for start in range(0, len(rows), _BATCH):
            entries = map(_entry, count(first + start), rows[start : start + _BATCH])
            self._write_entries(list(entries))

    def _write_entries(self, entries: list[_Entry]) -> None:
        self._connection.write_many(
            "INSERT INTO memory_keys (key, pair_id, km_grams, en_grams) VALUES (?, ?, ?, ?)",
            [(one.key, one.pair_id, *map(_packed, one.grams.values())) for one in entries],
        )
        self._connection.write_many(
            "INSERT INTO memory_grams (rowid, grams) VALUES (?, ?)",
            [(one.key, one.terms) for one in entries],
        )


class _Entry(NamedTuple):
    """What the index holds of a pair."""

    key: int
    pair_id: str
    grams: Mapping[str, list[int]]

    @property
    def terms(self) -> str:
        """The pieces as words, each language for itself."""
        return " ".join(term for code, some in self.grams.items() for term in _terms(some, code))


def comparable(text: str) -> str:
    """A text as it is compared: what differs only in typing is the same."""
    return " ".join(fold(text).split())


def key_of(text: str) -> str:
    """The same key for texts that are the same to a reader."""
    return blake2b(comparable(text).encode(), digest_size=12).hexdigest()


def _entry(key: int, row: Row) -> _Entry:
    from advocate_desk.language.grams import kept_grams

    pair_id, *texts = row
    pairs = zip(_MARKS, texts, strict=True)
    return _Entry(key, pair_id, {code: kept_grams(comparable(text)) for code, text in pairs})


def _packed(numbers: list[int]) -> bytes:
    return pack(f"<{len(numbers)}I", *numbers)


def _unpacked(numbers: bytes) -> tuple[int, ...]:
    return unpack(f"<{len(numbers) // 4}I", numbers)


def _times(row: Row) -> int:
    return int(row[1])


def _terms(numbers: Iterable[int], language: str) -> list[str]:
    """Pieces as words of the index, each language for itself."""
    mark = _MARKS[language]
    return [f"{mark}{number:x}" for number in numbers]


def _scored(
    rows: Iterable[Row], folded: str, language: str, least: int
) -> list[tuple[int, MemoryPair]]:
    from rapidfuzz.fuzz import ratio

    at = 1 if language == KHMER else 2
    found = ((ratio(folded, comparable(row[at]), score_cutoff=least), row) for row in rows)
    # Only texts that are the same to a reader are exact, however little another one differs.
    scored = [(min(int(score), EXACT - 1), _pair(row)) for score, row in found if score >= least]
    return sorted(scored, key=_best_first)


def _best_first(found: tuple[int, MemoryPair]) -> tuple[int, str]:
    return -found[0], found[1].id


def _pair(row: Row) -> MemoryPair:
    pair_id, khmer, english, *rest = row
    return MemoryPair(pair_id, {KHMER: khmer, ENGLISH: english}, *rest)
