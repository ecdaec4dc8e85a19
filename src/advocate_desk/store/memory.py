"""The translation memory: rows to model and back, and the index behind fuzzy look-ups.

The index holds some of the pieces (language/grams.py) of every text, as words of a full text
table without content. It is no content: it is not journalled but follows the pairs at the end of
each step, so undo and redo are seen like any other change. Temporary triggers note the new pairs.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from hashlib import blake2b
from math import log

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
_PLACES = "SELECT term, doc FROM memory_gram_places WHERE term IN (SELECT value FROM json_each(?))"
_SOME = (
    f"{_PAIR} JOIN memory_keys ON pair_id = id"
    " WHERE key IN (SELECT value FROM json_each(?))"  # noqa: S608 - fixed text
)

_MOST_PLACES = 40_000  # of the rare pieces; the common ones tell little and cost much
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
        """The pairs that share the most rare pieces with a text."""
        weights = self._rare_pieces(folded, language)
        shared: Counter[int] = Counter()
        for term, key in self._connection.all(_PLACES, as_list(weights)):
            shared[key] += weights[term]
        keys = [key for key, _ in shared.most_common(_SCORED)]
        return self._connection.all(_SOME, str(keys))

    def _rare_pieces(self, folded: str, language: str) -> dict[str, int]:
        """The rarest pieces of a text that the index knows, and how much each of them tells."""
        from advocate_desk.language.grams import asked_grams

        wanted = as_list(_terms(asked_grams(folded), language))
        counts = sorted(self._connection.all(_COUNTS, wanted), key=lambda row: row[1])
        total = max(self.count(), 1)
        weights: dict[str, int] = {}
        places = 0
        for term, count in counts:
            places += count
            if weights and places > _MOST_PLACES:
                break
            weights[term] = round(100 * log(1 + total / count))
        return weights

    # The index

    def refresh(self) -> None:
        """Index the pairs that the open step brought."""
        if not self._follows or not self._connection.first("SELECT 1 FROM memory_stale"):
            return
        self._connection.write(
            "INSERT INTO memory_keys (pair_id) SELECT id FROM memory_pairs"
            " WHERE id IN (SELECT pair_id FROM memory_stale)"
            " AND id NOT IN (SELECT pair_id FROM memory_keys)"
        )
        rows = self._connection.all(
            "SELECT key, km, en FROM memory_keys JOIN memory_pairs ON id = memory_keys.pair_id"
            " WHERE memory_keys.pair_id IN (SELECT memory_stale.pair_id FROM memory_stale)"
            " ORDER BY key"
        )
        self._connection.write("DELETE FROM memory_stale")
        self._connection.write_many(
            "INSERT INTO memory_grams (rowid, grams) VALUES (?, ?)", map(_entry, rows)
        )


def comparable(text: str) -> str:
    """A text as it is compared: what differs only in typing is the same."""
    return " ".join(fold(text).split())


def key_of(text: str) -> str:
    """The same key for texts that are the same to a reader."""
    return blake2b(comparable(text).encode(), digest_size=12).hexdigest()


def _entry(row: Row) -> Row:
    from advocate_desk.language.grams import kept_grams

    key, *texts = row
    pairs = zip(_MARKS, texts, strict=True)
    terms = [term for code, text in pairs for term in _terms(kept_grams(comparable(text)), code)]
    return key, " ".join(terms)


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
