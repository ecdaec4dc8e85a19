"""Acronyms put in order across a whole statement, in each of its languages, as one step."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable

from advocate_desk.desk.verbs import NOTHING, Verbs, text_changed
from advocate_desk.model.abbreviating import Texts, defined_at_first_use, shortened, spelled_out
from advocate_desk.model.acronyms import TextPlace, texts_in_order
from advocate_desk.model.changes import Changes
from advocate_desk.model.marked import marked
from advocate_desk.model.term import Terms
from advocate_desk.model.translation import written

_Ordering = Callable[[tuple[TextPlace, ...], Terms, str], Texts]


class Abbreviating(Verbs):
    """What is not different afterwards is no step."""

    def define_acronyms(self, statement_id: str) -> Changes:
        """Explain each acronym at its first use and only there, wherever its blocks are now.

        What it stands for is what the glossary says, else what the statement says somewhere.
        """
        return self._order(marked("Explain acronyms"), statement_id, defined_at_first_use)

    def shorten_to_acronyms(self, statement_id: str) -> Changes:
        """Write the acronym for every full form behind the place that explains it."""
        return self._order(marked("Shorten to acronyms"), statement_id, shortened)

    def spell_out_acronyms(self, statement_id: str) -> Changes:
        """Write the full form for every acronym whose full form is known."""
        return self._order(marked("Spell out acronyms"), statement_id, spelled_out)

    def _order(self, label: str, statement_id: str, ordering: _Ordering) -> Changes:
        statement = self._statement(statement_id)
        terms = self._file.terms.all()
        sides: defaultdict[tuple[str, str], dict[str, str]] = defaultdict(dict)
        for code in statement.languages:
            places = texts_in_order(statement.blocks, code)
            for place, text in ordering(places, terms, code).items():
                if text != place.text:
                    sides[place.block_id, code][place.field] = text
        if not sides:
            return NOTHING
        with self._step(label, statement_id):
            for (block_id, code), texts in sides.items():
                after = written(
                    self._block(block_id),
                    code,
                    heading=texts.get("heading"),
                    body=texts.get("body"),
                )
                self._write_sides(after)
        return text_changed(label, statement_id, next(iter(sides))[0])
