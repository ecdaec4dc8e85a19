"""The glossary's terms: rows to model and back."""

from __future__ import annotations

from collections import defaultdict
from functools import lru_cache

from advocate_desk.model.term import Term, Terms, TermText, term_key
from advocate_desk.store.connection import Connection, Row

_EVERY = (
    "SELECT id, note FROM terms ORDER BY id",
    "SELECT term_id, language, text, acronym FROM term_texts",
    "SELECT term_id, language, text FROM forbidden_forms ORDER BY term_id, language, position",
)
_ONE = (
    "SELECT id, note FROM terms WHERE id = ?",
    "SELECT term_id, language, text, acronym FROM term_texts WHERE term_id = ?",
    "SELECT term_id, language, text FROM forbidden_forms WHERE term_id = ? ORDER BY position",
)
_Rows = tuple[Row, ...]


class TermRows:
    """The terms of a desk; they are read once and kept until one of them changes."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._known: Terms | None = None
        self._version = -1

    def all(self) -> Terms:
        """Every term, the one made first first."""
        # What another connection committed shows in the version, what this one did in `forget`.
        version = int(self._connection.value("PRAGMA data_version"))
        if self._known is not None and version == self._version:
            return self._known
        found = self._read()
        if not self._connection.in_transaction:  # a step may still be taken back
            self._known, self._version = found, version
        return found

    def forget(self) -> None:
        """The terms may be others now: the next one who asks has them read again."""
        self._known = None

    def get(self, term_id: str) -> Term:
        """One term; KeyError if there is none."""
        found = self._read(term_id).all
        if not found:
            raise KeyError(term_id)
        return found[0]

    def count(self) -> int:
        """How many terms there are."""
        return int(self._connection.value("SELECT count(*) FROM terms"))

    def insert(self, term: Term) -> None:
        """Write a new term."""
        self.forget()
        self._connection.write("INSERT INTO terms (id, note) VALUES (?, ?)", term.id, term.note)
        self._insert_forms(term)

    def update(self, term: Term) -> None:
        """Write a term in the place of the one with its id; KeyError if there is none."""
        self.forget()
        if not self._connection.write("UPDATE terms SET note = ? WHERE id = ?", term.note, term.id):
            raise KeyError(term.id)
        self._connection.write("DELETE FROM term_texts WHERE term_id = ?", term.id)
        self._connection.write("DELETE FROM forbidden_forms WHERE term_id = ?", term.id)
        self._insert_forms(term)

    def delete(self, term_id: str) -> None:
        """Delete a term with all its forms; KeyError if there is none."""
        self.forget()
        self._connection.write("DELETE FROM term_texts WHERE term_id = ?", term_id)
        self._connection.write("DELETE FROM forbidden_forms WHERE term_id = ?", term_id)
        if not self._connection.write("DELETE FROM terms WHERE id = ?", term_id):
            raise KeyError(term_id)

    def _insert_forms(self, term: Term) -> None:
        self._connection.write_many(
            "INSERT INTO term_texts (term_id, language, text, acronym, key) VALUES (?, ?, ?, ?, ?)",
            [
                (term.id, code, one.text, one.acronym, term_key(one.text))
                for code, one in sorted(term.texts.items())
            ],
        )
        self._connection.write_many(
            "INSERT INTO forbidden_forms (term_id, language, position, text) VALUES (?, ?, ?, ?)",
            [
                (term.id, code, position, form)
                for code, forms in sorted(term.forbidden.items())
                for position, form in enumerate(forms)
            ],
        )

    def _read(self, term_id: str = "") -> Terms:
        """Every term, or the one with this id."""
        only = (term_id,) if term_id else ()
        queries = _ONE if term_id else _EVERY
        return _made(*(tuple(self._connection.all(query, *only)) for query in queries))


@lru_cache(maxsize=4)
def _made(rows: _Rows, texts: _Rows, forbidden: _Rows) -> Terms:
    """The terms of these rows; the same for every connection that reads the same ones.

    A check on another thread has a connection of its own, and terms are long to prepare.
    """
    texts_of: defaultdict[str, dict[str, TermText]] = defaultdict(dict)
    for owner, code, text, acronym in texts:
        texts_of[owner][code] = TermText(text, acronym)
    forms_of: defaultdict[str, dict[str, tuple[str, ...]]] = defaultdict(dict)
    for owner, code, form in forbidden:
        forms_of[owner][code] = (*forms_of[owner].get(code, ()), form)
    return Terms(Term(one, texts_of[one], forms_of[one], note) for one, note in rows)
