"""The glossary's terms: rows to model and back."""

from __future__ import annotations

from collections import defaultdict

from advocate_desk.model.term import Term, Terms, TermText, term_key
from advocate_desk.store.connection import Connection

_TEXTS = "SELECT term_id, language, text, acronym FROM term_texts"
_FORBIDDEN = "SELECT term_id, language, text FROM forbidden_forms"
_BY_PLACE = "ORDER BY term_id, language, position"


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
        found = Terms(self._read())
        if not self._connection.in_transaction:  # a step may still be taken back
            self._known, self._version = found, version
        return found

    def forget(self) -> None:
        """The terms may be others now: the next one who asks has them read again."""
        self._known = None

    def get(self, term_id: str) -> Term:
        """One term; KeyError if there is none."""
        found = self._read(term_id)
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

    def _read(self, term_id: str = "") -> tuple[Term, ...]:
        """Every term, or the one with this id."""
        only = (term_id,) if term_id else ()
        mine = " WHERE term_id = ? " if term_id else " "
        texts: defaultdict[str, dict[str, TermText]] = defaultdict(dict)
        for owner, code, text, acronym in self._connection.all(_TEXTS + mine, *only):
            texts[owner][code] = TermText(text, acronym)
        forbidden: defaultdict[str, dict[str, tuple[str, ...]]] = defaultdict(dict)
        for owner, code, form in self._connection.all(_FORBIDDEN + mine + _BY_PLACE, *only):
            forbidden[owner][code] = (*forbidden[owner].get(code, ()), form)
        rows = self._connection.all(
            f"SELECT id, note FROM terms{' WHERE id = ?' if term_id else ''} ORDER BY id",  # noqa: S608 - fixed text
            *only,
        )
        return tuple(Term(one, texts[one], forbidden[one], note) for one, note in rows)
