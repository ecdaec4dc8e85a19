"""Clauses that say the same, or nearly the same: named before a second one is made."""

from __future__ import annotations

from collections.abc import Mapping

from advocate_desk.desk.clause_verbs import ClauseVerbs, Texts
from advocate_desk.model.clause import Clause, Likeness
from advocate_desk.model.statement import Rendition

NEARLY = 75  # percent of likeness from which a clause is named
_MOST = 5


class FindingDoubles(ClauseVerbs):
    """Questions to the library about texts that may be in it already."""

    def same_text(self, texts: Texts, *, besides: str = "") -> tuple[Clause, ...]:
        """The clauses that say exactly this in one of the languages."""
        found = [
            clause
            for heading, body in texts.values()
            for clause in self._file.clauses.same_text(Rendition(heading, body).text)
            if clause.id != besides
        ]
        return tuple({clause.id: clause for clause in found}.values())

    def near_duplicates(
        self, texts: Texts, *, besides: str = "", nearly: int = NEARLY
    ) -> tuple[Likeness, ...]:
        """The clauses that say nearly this in a language, the likest first.

        `besides` is the clause the texts belong to; its variants are meant to be alike and are
        left out with it.
        """
        group = self.clause(besides).variant_group if besides else ""
        found = [
            likeness
            for language, (heading, body) in texts.items()
            for likeness in self._alike(language, Rendition(heading, body).text, nearly)
            if likeness.clause.id != besides
            and not (group and likeness.clause.variant_group == group)
        ]
        best: dict[str, Likeness] = {}
        for likeness in sorted(found, key=lambda one: -one.percent):
            best.setdefault(likeness.clause.id, likeness)
        return tuple(best.values())[:_MOST]

    def _alike(self, language: str, text: str, nearly: int) -> list[Likeness]:
        from rapidfuzz.fuzz import ratio

        from advocate_desk.store.search import comparable

        wanted = comparable(text)
        if not wanted:
            return []
        known: Mapping[str, Clause] = {c.id: c for c in self._file.clauses.likely(text)}
        scores = {
            clause.id: ratio(
                wanted, comparable(clause.rendition(language).text), score_cutoff=nearly
            )
            for clause in known.values()
        }
        return [
            Likeness(known[one], language, int(score)) for one, score in scores.items() if score
        ]
