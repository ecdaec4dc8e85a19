"""What the search index holds of a clause: its heads, its whole text, and a sketch of each text.

Khmer is written without spaces between words, so the index holds orthographic clusters, and a
query is a phrase of clusters: what a reader sees as a part of the text is found, and nothing else.
A bar stands where there was a space or a sign, for the rank of whole words; the index skips it.

A sketch is the smallest hashes of the pairs of words (of the threes of Khmer clusters) of a text.
Two texts that are nearly the same share some of them, and so the few texts to compare a new one
with are looked up instead of compared with the whole library.
"""

from __future__ import annotations

import json
from functools import lru_cache
from hashlib import blake2b
from itertools import pairwise
from zlib import crc32

from advocate_desk.language.khmer import clusters, fold, has_khmer
from advocate_desk.store.connection import Connection, Row

BAR = "|"
_OPENING = 120  # characters of a body that stand for a heading where there is none
_HASHES = 16
_PAIRS, _THREES = 2, 3
_ONE, _OTHER, _MASK = 0x9E3779B1, 0x85EBCA6B, 0xFFFFFFFF
_TEXTS = """SELECT key, heading, body, topic, description, kind, coalesce(folder_id, ''),
        (SELECT json_group_array(tag) FROM clause_tags WHERE clause_id = keys.clause_id),
        (SELECT json_group_array(target) FROM clause_targets WHERE clause_id = keys.clause_id)
    FROM clause_search_keys AS keys JOIN clauses ON clauses.id = keys.clause_id
    LEFT JOIN clause_revisions AS newest ON newest.clause_id = clauses.id AND number =
        (SELECT max(number) FROM clause_revisions WHERE clause_id = clauses.id)
    LEFT JOIN clause_renditions ON revision_id = newest.id
    WHERE key IN (SELECT value FROM json_each(?)) ORDER BY key, language"""
_TABLES = {
    "clause_heads": "INSERT INTO clause_heads (text, marks, rowid) VALUES (?, ?, ?)",
    "clause_search": "INSERT INTO clause_search (text, pairs, marks, rowid) VALUES (?, ?, ?, ?)",
    "clause_sketches": "INSERT INTO clause_sketches (sketch, rowid) VALUES (?, ?)",
}


def write(connection: Connection, keys: list[int]) -> None:
    """Index the clauses with these keys anew, inside the open transaction."""
    entries = _entries(connection.all(_TEXTS, str(keys)))
    for table, insert in _TABLES.items():
        connection.write_many(
            f"DELETE FROM {table} WHERE rowid = ?",  # noqa: S608 - names from above
            [(key,) for key in keys],
        )
        rows = [(*entry.columns(table), key) for key, entry in entries.items()]
        connection.write_many(insert, rows)


def mark(field: str, value: str) -> str:
    """The word by which the index finds clauses with a value, such as a tag."""
    return field + blake2b(value.encode(), digest_size=6).hexdigest()


def parts(text: str) -> list[str]:
    """The clusters of a text as they are compared, a bar where there was a space."""
    return [BAR if part.isspace() else part for part in clusters(fold(text))]


def pairs(found: list[str]) -> list[str]:
    """Khmer clusters that stand side by side, two by two: far rarer than each of them alone."""
    kept = [part if "\u1780" <= part < "\u17b4" or "0" <= part < ":" else "" for part in found]
    return [a + b for a, b in pairwise(kept) if a and b]


def exact_mark(found: list[str]) -> str:
    """What stands in a sketch for a text as a whole: the same to a reader, the same mark."""
    same = "".join(found).strip(BAR)
    return "e" + blake2b(same.encode(), digest_size=8).hexdigest()


def sketch(found: list[str]) -> tuple[str, ...]:
    """The smallest hashes of what stands side by side in a text; nothing for an empty one."""
    tokens = [part for part in found if part[0].isalnum()]
    return _sketch(tokens, _THREES if any(map(has_khmer, tokens[:20])) else _PAIRS)


def _sketch(tokens: list[str], width: int) -> tuple[str, ...]:
    hashes = [_hash(token) for token in tokens]
    if len(hashes) < width:
        return tuple(f"k{one:08x}" for one in hashes)
    grams = _mixed(hashes, hashes[1:])
    if width == _THREES:
        grams = _mixed(grams, hashes[2:])
    return tuple(f"k{one:08x}" for one in sorted(set(grams))[:_HASHES])


def _mixed(some: list[int], others: list[int]) -> list[int]:
    """A hash for each pair, in which the order matters."""
    pairs_of = zip(some, others, strict=False)
    return [((a * _ONE) ^ (b * _OTHER) ^ (a >> 15)) & _MASK for a, b in pairs_of]


@lru_cache(maxsize=65_536)
def _hash(token: str) -> int:
    return crc32(token.encode())


def _entries(rows: list[Row]) -> dict[int, _Entry]:
    """What the index holds of each clause, by its key."""
    gathered: dict[int, _Entry] = {}
    for key, heading, body, *details in rows:
        if key not in gathered:
            gathered[key] = _Entry(*details)
        gathered[key].add(heading or "", body or "")
    return gathered


class _Entry:
    """What is gathered of one clause, as parts."""

    def __init__(
        self, topic: str, description: str, kind: str, folder_id: str, tags: str, targets: str
    ) -> None:
        known = [("t", tag) for tag in json.loads(tags)]
        known += [("g", target) for target in json.loads(targets)]
        known += [("o", topic), ("k", kind), ("f", folder_id)]
        self._marks = " ".join(mark(field, value) for field, value in known)
        words = [part for tag in json.loads(tags) for part in (*parts(tag), BAR)]
        self._heads = [BAR, *parts(topic), BAR, *words]
        self._whole = [*self._heads, *parts(description), BAR]
        self._sketch: list[str] = []

    def add(self, heading: str, body: str) -> None:
        """Take the texts of one language in."""
        head, text = parts(heading), parts(body)
        self._heads += [*(head or parts(body[:_OPENING])), BAR]
        found = [*head, BAR, *text]
        self._whole += [*found, BAR]
        if head or text:
            self._sketch += [exact_mark(found), *sketch(found)]

    def columns(self, table: str) -> tuple[str, ...]:
        """The values of a table of the index."""
        if table == "clause_sketches":
            return (" ".join(self._sketch),)
        if table == "clause_heads":
            return " ".join(self._heads), self._marks
        return " ".join(self._whole), " ".join(pairs(self._whole)), self._marks
