"""Full text search over the library, and the keys by which texts are compared.

Khmer is written without spaces between words, so the index holds orthographic clusters, and a
query is a phrase of clusters: what a reader sees as a part of the text is found, and nothing else.
A second column holds words, for rank alone: those of the topic and of the heading or, without a
heading, of the opening. (The segmenter reads 45,000 characters a second; whole bodies would make
the import of a large library take a minute, for rank only.)

The index is filled by the store at the end of each step, and not by triggers that call a Python
function: such triggers would stand in the file, where no other program could change a clause any
more, and would index a clause anew for every rendition. Temporary triggers only note which
clauses changed, and so undo, redo and cascades are seen too.
"""

from __future__ import annotations

import unicodedata
from itertools import pairwise

from advocate_desk.language.breaks import soft_breaks
from advocate_desk.language.khmer import clusters, fold, has_khmer
from advocate_desk.store.connection import Connection, Row

_OPENING = 120  # characters of a body whose words count for rank where there is no heading
_LONGEST_QUERY = 200

_STALE = (
    "CREATE TEMP TABLE search_stale (clause_id)",
    """CREATE TEMP TRIGGER search_clauses_insert AFTER INSERT ON main.clauses
        BEGIN INSERT INTO search_stale VALUES (NEW.id); END""",
    """CREATE TEMP TRIGGER search_clauses_update AFTER UPDATE OF topic ON main.clauses
        BEGIN INSERT INTO search_stale VALUES (NEW.id); END""",
    """CREATE TEMP TRIGGER search_revisions_insert AFTER INSERT ON main.clause_revisions
        BEGIN INSERT INTO search_stale VALUES (NEW.clause_id); END""",
    """CREATE TEMP TRIGGER search_revisions_delete AFTER DELETE ON main.clause_revisions
        BEGIN INSERT INTO search_stale VALUES (OLD.clause_id); END""",
    """CREATE TEMP TRIGGER search_renditions_insert AFTER INSERT ON main.clause_renditions
        BEGIN INSERT INTO search_stale
            SELECT clause_id FROM clause_revisions WHERE id = NEW.revision_id; END""",
    """CREATE TEMP TRIGGER search_renditions_delete AFTER DELETE ON main.clause_renditions
        BEGIN INSERT INTO search_stale
            SELECT clause_id FROM clause_revisions WHERE id = OLD.revision_id; END""",
)
_STALE_TEXTS = """SELECT key, topic, heading, body
    FROM clause_search_keys AS keys JOIN clauses ON clauses.id = keys.clause_id
    LEFT JOIN clause_revisions AS newest ON newest.clause_id = clauses.id AND number =
        (SELECT max(number) FROM clause_revisions WHERE clause_id = clauses.id)
    LEFT JOIN clause_renditions ON revision_id = newest.id
    WHERE keys.clause_id IN (SELECT search_stale.clause_id FROM search_stale)
    ORDER BY key, language"""
_ALL = "SELECT id FROM clauses WHERE status = 'active' OR ? ORDER BY topic, id LIMIT ?"
_BEST = """SELECT clause_id FROM clause_search
    JOIN clause_search_keys ON key = clause_search.rowid JOIN clauses ON clauses.id = clause_id
    WHERE clause_search MATCH ? AND (status = 'active' OR ?)
    ORDER BY bm25(clause_search, 4.0, 1.0), clause_id LIMIT ?"""
_TERMS = "SELECT term FROM clause_search_terms WHERE instr(term, ?) LIMIT 50"


def comparable(text: str) -> str:
    """What two texts must have in common to be the same to a reader: no case, no extra spaces."""
    return " ".join(fold(text).split())


class ClauseSearch:
    """The search index over the newest texts of all clauses."""

    def __init__(self, connection: Connection, *, follows: bool) -> None:
        self._connection = connection
        self._follows = follows
        if follows:
            connection.script(*_STALE)

    def refresh(self) -> None:
        """Index the clauses anew that the open step changed."""
        if not self._follows or not self._connection.first("SELECT 1 FROM search_stale"):
            return
        self._connection.write(
            "INSERT INTO clause_search_keys (clause_id) SELECT id FROM clauses"
            " WHERE id IN (SELECT clause_id FROM search_stale)"
            " AND id NOT IN (SELECT clause_id FROM clause_search_keys)"
        )
        entries = _entries(self._connection.all(_STALE_TEXTS))
        self._connection.write("DELETE FROM search_stale")
        self._connection.write_many(
            "DELETE FROM clause_search WHERE rowid = ?", [(entry[0],) for entry in entries]
        )
        self._connection.write_many(
            "INSERT INTO clause_search (rowid, words, clusters) VALUES (?, ?, ?)", entries
        )

    def ids(self, query: str, *, limit: int, include_archived: bool) -> list[str]:
        """The ids of the clauses found, the best first."""
        if self._connection.in_transaction:
            self.refresh()
        if not comparable(query):
            return self._column(_ALL, include_archived, limit)
        terms = [_clusters(term) for term in comparable(query)[:_LONGEST_QUERY].split()]
        for match in (_exact, self._loose):
            matched = [match(term) for term in terms if any(map(_is_indexed, term))]
            if matched and all(matched):
                found = self._column(_BEST, " AND ".join(matched), include_archived, limit)
                if found:
                    return found
        return []

    def _loose(self, term: list[str]) -> str:
        """What holds a term in part: its last cluster half typed, or the middle of a word."""
        if len(term) > 1 or has_khmer(term[0]):
            return f"clusters : {_phrase(term)} *"
        words = " OR ".join(_phrase([word]) for word in self._column(_TERMS, term[0]))
        return f"clusters : ({words})" if words else ""

    def _column(self, sql: str, *parameters: object) -> list[str]:
        return [row[0] for row in self._connection.all(sql, *parameters)]


def _entries(rows: list[Row]) -> list[Row]:
    """One index row for each clause: its key, its words, its clusters in all languages."""
    texts: dict[int, list[str]] = {}
    openings: dict[int, list[str]] = {}
    for key, topic, heading, body in rows:
        if key not in texts:
            texts[key], openings[key] = [topic], [topic]
        texts[key] += [heading or "", body or ""]
        openings[key].append(heading or (body or "")[:_OPENING])
    return [
        (key, " ".join(_words("\n".join(openings[key]))), " ".join(_clusters("\n".join(text))))
        for key, text in texts.items()
    ]


def _exact(term: list[str]) -> str:
    """The FTS5 expression for a term as it stands, given as its clusters.

    A word of another script may be half typed already; a Khmer cluster may not, because ក is not
    to find every syllable that begins with it.
    """
    by_clusters = f"clusters : {_phrase(term)}"
    if not has_khmer(term[-1]):
        by_clusters += " *"
    return f"(words : {_phrase(_words(''.join(term)))} OR {by_clusters})"


def _phrase(parts: list[str]) -> str:
    quoted = " ".join(parts).replace('"', '""')
    return f'"{quoted}"'


def _clusters(text: str) -> list[str]:
    return [part for part in clusters(fold(text)) if not part.isspace()]


def _words(text: str) -> list[str]:
    folded = fold(text)
    bounds = (0, *soft_breaks(folded), len(folded))
    return [word for start, end in pairwise(bounds) for word in folded[start:end].split()]


def _is_indexed(part: str) -> bool:
    return any(unicodedata.category(char)[0] in "LNM" for char in part)
