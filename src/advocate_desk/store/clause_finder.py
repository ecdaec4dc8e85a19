"""What is found in the library: by words, by filter, by likeness.

While somebody types, nothing may sort all hits: each pass below stops at its limit, and the passes
go from what is most likely meant (whole words of a heading) to what is left (a part of a word
anywhere). Only the few hits of a pass are put in order.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import islice

from advocate_desk.language.khmer import has_khmer
from advocate_desk.model.clause import NO_FOLDER, ClauseFilter
from advocate_desk.store.clause_entries import BAR, exact_mark, mark, pairs, parts, sketch
from advocate_desk.store.connection import Connection, as_list
from advocate_desk.store.search import ClauseSearch, comparable

_LONGEST_QUERY = 200
_RANKED = 300  # hits of one pass that are put in order
_LIKELY = 60  # clauses that are compared letter by letter with a new text
_PER_MARK = 400
_COMMON_WORDS = 50
_LOOSE = 1000  # hits looked through for a word that is half typed
_ENOUGH_LETTERS = 3  # that begin a word, outside of headings

_HITS = """SELECT keys.clause_id, found.text FROM {table} AS found
    CROSS JOIN clause_search_keys AS keys ON keys.key = found.rowid
    CROSS JOIN clauses ON clauses.id = keys.clause_id
    WHERE found.{table} MATCH ? AND (? IS NULL OR clauses.status = ?) LIMIT ?"""
_INSIDE = """WITH RECURSIVE inside(id) AS (SELECT ? UNION
    SELECT clause_folders.id FROM inside JOIN clause_folders ON parent_id = inside.id)
    SELECT id FROM inside"""
_FOLDERS = f"folder_id IN ({_INSIDE})"


class ClauseFinder:
    """Searches over the index of the library."""

    def __init__(self, connection: Connection, search: ClauseSearch) -> None:
        self._connection = connection
        self._search = search

    def ids(self, query: str, wanted: ClauseFilter, limit: int) -> list[str]:
        """The ids of the clauses found, the best first; all by topic for an empty query."""
        self._bring_up_to_date()
        if not comparable(query):
            return self._all(wanted, limit)
        terms = [_Term(term) for term in comparable(query)[:_LONGEST_QUERY].split()]
        terms = [term for term in terms if term.is_indexed]
        found: dict[str, None] = {}
        for table, match in self._passes(terms):
            found |= dict.fromkeys(self._hits(table, match, terms, wanted, limit))
            if len(found) >= limit:
                break
        return (list(found) or self._loose_ids(terms, wanted, limit))[:limit]

    def _passes(self, terms: list[_Term]) -> Iterator[tuple[str, str]]:
        """The indexes to ask and the FTS5 expressions to ask them with, in order."""
        if not terms:
            return
        asked = [
            ("clause_heads", " AND ".join(term.whole for term in terms)),
            ("clause_heads", " AND ".join(term.begun for term in terms)),
            ("clause_search", " AND ".join(term.whole_anywhere for term in terms)),
            ("clause_search", " AND ".join(term.begun_anywhere for term in terms)),
        ]
        yield from dict.fromkeys(asked)

    def _hits(
        self, table: str, match: str, terms: list[_Term], wanted: ClauseFilter, limit: int
    ) -> list[str]:
        """The hits of one pass, those first that hold the terms as whole words early on."""
        rows = self._rows(table, match, wanted, max(limit, _RANKED))
        if table == "clause_heads":
            rows.sort(key=lambda row: _rank(row[1], terms))
        return [clause_id for clause_id, _ in rows]

    def _rows(
        self, table: str, match: str, wanted: ClauseFilter, limit: int
    ) -> list[tuple[str, str]]:
        asked = " AND ".join((f"({match})", *self._marks(wanted)))
        sql = _HITS.format(table=table)
        hits = self._connection.all(sql, asked, wanted.status, wanted.status, limit)
        return [(clause_id, text) for clause_id, text in hits]

    def _marks(self, wanted: ClauseFilter) -> list[str]:
        """The filter as FTS5 expressions: the index knows tags and folders as words."""
        asked = {"t": wanted.tag, "g": wanted.target, "o": wanted.topic, "k": wanted.kind or ""}
        found = [f"marks : {mark(field, value)}" for field, value in asked.items() if value]
        if wanted.folder_id:
            folders = self._inside(wanted.folder_id)
            found.append(f"marks : ({' OR '.join(mark('f', one) for one in folders)})")
        return found

    def _inside(self, folder_id: str) -> list[str]:
        """The folder and all folders in it; an empty id for clauses in no folder."""
        if folder_id == NO_FOLDER:
            return [""]
        return [one for (one,) in self._connection.all(_INSIDE, folder_id)]

    def _all(self, wanted: ClauseFilter, limit: int) -> list[str]:
        conditions, values = _conditions(wanted)
        sql = f"SELECT id FROM clauses WHERE {conditions} ORDER BY topic, id LIMIT ?"  # noqa: S608 - fixed texts
        return [row[0] for row in self._connection.all(sql, *values, limit)]

    def count(self, wanted: ClauseFilter) -> int:
        """How many clauses a filter leaves in."""
        conditions, values = _conditions(wanted)
        sql = f"SELECT count(*) FROM clauses WHERE {conditions}"  # noqa: S608 - fixed texts
        return int(self._connection.value(sql, *values))

    def _loose_ids(self, terms: list[_Term], wanted: ClauseFilter, limit: int) -> list[str]:
        """What holds each term in part: its last cluster half typed, or the middle of a word."""
        matches = [self._loose(term) for term in terms]
        if not matches or not all(matches):
            return []
        rows = self._rows("clause_search", " AND ".join(matches), wanted, _LOOSE)
        return [one for one, text in rows if all(term.is_begun_in(text) for term in terms)][:limit]

    def _loose(self, term: _Term) -> str:
        if len(term.parts) > 1:
            return _anywhere(term.parts[:-1])  # what begins a common cluster is slow to look up
        if has_khmer(term.parts[0]):
            return term.open
        inner = " OR ".join(_phrase([word]) for word in self._words_with(term.parts[0]))
        return f"text : ({inner})" if inner else ""

    def _words_with(self, inner: str) -> list[str]:
        """Words of the index that hold some letters; all words are kept until it changes."""
        words = self._search.words.read(self._connection)
        return list(islice(_lines_with(inner, words), _COMMON_WORDS))

    def get_ready(self) -> None:
        """Read now what the first search for the middle of a word would wait for."""
        self._search.words.read(self._connection)

    def same(self, text: str) -> list[str]:
        """The ids of the clauses with exactly this text in a language, signs included."""
        self._bring_up_to_date()
        found = parts(text)
        if not "".join(found).strip(BAR):
            return []
        return self._marked(exact_mark(found), 10)

    def likely(self, text: str) -> list[str]:
        """The ids of the clauses that share most with a text, rare things first."""
        self._bring_up_to_date()
        shared: defaultdict[str, float] = defaultdict(float)
        for word, count in self._by_rarity(sketch(parts(text))):
            for clause_id in self._marked(word, _PER_MARK):
                shared[clause_id] += 1 / count
        return sorted(shared, key=lambda one: -shared[one])[:_LIKELY]

    def _by_rarity(self, marks: Iterable[str]) -> list[tuple[str, int]]:
        """The words of a sketch the library knows, and in how many clauses; rare ones first."""
        counts = self._connection.all(
            "SELECT term, doc FROM clause_sketch_terms"
            " WHERE term IN (SELECT value FROM json_each(?)) ORDER BY doc",
            as_list(marks),
        )
        return [(term, count) for term, count in counts]

    def _marked(self, word: str, limit: int) -> list[str]:
        rows = self._connection.all(
            "SELECT clause_id FROM clause_sketches JOIN clause_search_keys"
            " ON key = clause_sketches.rowid WHERE clause_sketches MATCH ? LIMIT ?",
            word,
            limit,
        )
        return [clause_id for (clause_id,) in rows]

    def _bring_up_to_date(self) -> None:
        if self._connection.in_transaction:
            self._search.refresh()


class _Term:
    """One word of a query, as clusters, and how the index is asked for it."""

    def __init__(self, text: str) -> None:
        self.parts = _without_signs_around([part for part in parts(text) if part != BAR])
        self.is_indexed = bool(self.parts)
        self.whole = f"text : {_phrase(self.parts)}"
        self.whole_anywhere = _anywhere(self.parts)
        self.open = f"{self.whole} *"

    @property
    def begun(self) -> str:
        """A word of another script may be half typed; a Khmer cluster may not.

        ក is not to find every syllable that begins with it.
        """
        return self.whole if has_khmer(self.parts[-1]) else self.open

    @property
    def begun_anywhere(self) -> str:
        """A few letters begin too many words to look for them outside of headings."""
        last = self.parts[-1]
        half_typed = len(last) >= _ENOUGH_LETTERS and not has_khmer(last)
        return self.open if half_typed else self.whole_anywhere

    def is_begun_in(self, text: str) -> bool:
        """Whether all clusters stand in a text side by side, the last one perhaps half typed."""
        return " ".join(self.parts) in text

    def rank(self, text: str) -> int:
        """0 for a whole word of the text (with the bars), 1 for the beginning of one, else 2."""
        inner = " ".join(self.parts)
        if f"{BAR} {inner} {BAR}" in text:
            return 0
        return 1 if f"{BAR} {inner}" in text else 2


def _lines_with(inner: str, text: str) -> Iterator[str]:
    at = text.find(inner)
    while at >= 0:
        end = text.index("\n", at)
        yield text[text.rindex("\n", 0, at) + 1 : end]
        at = text.find(inner, end)


def _rank(text: str, terms: list[_Term]) -> tuple[int, int]:
    return sum(term.rank(text) for term in terms), len(text)


def _without_signs_around(found: list[str]) -> list[str]:
    """The clusters from the first letter or figure to the last one."""
    written = [place for place, part in enumerate(found) if part[0].isalnum()]
    return found[written[0] : written[-1] + 1] if written else []


def _anywhere(found: list[str]) -> str:
    """The FTS5 expression for clusters side by side in a whole text."""
    two_by_two = pairs(found)
    if len(two_by_two) == len(found) - 1 > 0:
        return f"pairs : {_phrase(two_by_two)}"
    return f"text : {_phrase(found)}"


def _phrase(found: Iterable[str]) -> str:
    quoted = " ".join(found).replace('"', '""')
    return f'"{quoted}"'


def _conditions(wanted: ClauseFilter) -> tuple[str, list[object]]:
    """A filter as SQL over `clauses`, and its values."""
    asked: dict[str, object] = {
        "clauses.status = ?": wanted.status,
        "clauses.kind = ?": wanted.kind,
        "clauses.topic = ?": wanted.topic,
        "clauses.id IN (SELECT clause_id FROM clause_tags WHERE tag = ?)": wanted.tag,
        "clauses.id IN (SELECT clause_id FROM clause_targets WHERE target = ?)": wanted.target,
    }
    if wanted.folder_id != NO_FOLDER:
        asked[_FOLDERS] = wanted.folder_id
    found = {sql: value for sql, value in asked.items() if value}
    nowhere = ["folder_id IS NULL"] if wanted.folder_id == NO_FOLDER else []
    return " AND ".join(["TRUE", *nowhere, *found]), list(found.values())
