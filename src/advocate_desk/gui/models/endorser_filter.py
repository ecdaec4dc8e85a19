"""Which endorsers of a list are shown: the filters of the chips, and how many each would show."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from advocate_desk.language.catalog import tr
from advocate_desk.model.kinds import ENGLISH, KHMER, EndorsementState, ShowAs
from advocate_desk.model.listed import NO_NAME, Listed, ShownName
from advocate_desk.model.words import language_word, word

ALL, WITHHELD, EARLIER, BARE = "all", "withheld", "earlier", "no_evidence"
NAMELESS: Mapping[str, str] = {"no_km": KHMER, "no_en": ENGLISH}
STATES = {state.value: state for state in EndorsementState}
KEYS: tuple[str, ...] = (ALL, *STATES, WITHHELD, EARLIER, BARE, *NAMELESS)
# Chips that are there only while they would show somebody.
RARE = frozenset(KEYS) - {ALL, EndorsementState.CONFIRMED.value}


@dataclass(frozen=True, slots=True)
class ListFacts:
    """What is known of a list beside its rows: who has evidence, who agreed to an earlier text."""

    evidence: frozenset[str] = frozenset()
    outdated: frozenset[str] = frozenset()
    editions: Mapping[str, int] = field(default_factory=dict)


@dataclass(slots=True)
class Roll:
    """A statement's list as it was read: rows in their order, names apart, facts beside."""

    rows: Sequence[Listed] = ()
    names: Mapping[str, ShownName] = field(default_factory=dict)
    facts: ListFacts = field(default_factory=ListFacts)

    def test(self, key: str) -> Callable[[Listed], bool]:
        """What a chip lets through."""
        facts = self.facts
        if key in STATES:
            return lambda row: row.state == key
        if key in NAMELESS:
            return self._lacks(NAMELESS[key])
        tests: dict[str, Callable[[Listed], bool]] = {
            WITHHELD: lambda row: row.is_withheld,
            EARLIER: lambda row: row.id in facts.outdated,
            BARE: lambda row: (
                row.state == EndorsementState.CONFIRMED and row.id not in facts.evidence
            ),
        }
        return tests.get(key, lambda _row: True)

    def _lacks(self, language: str) -> Callable[[Listed], bool]:
        """Whoever is printed without a name in a language; a withheld one is not printed."""
        names = self.names
        return lambda row: (
            not row.is_withheld and not names.get(row.endorser_id, NO_NAME).texts.get(language)
        )

    def shown(self, key: str, found: frozenset[str] | None) -> list[int]:
        """The places in the list that a chip and the endorsers found let through."""
        passes = self.test(key)
        return [
            place
            for place, row in enumerate(self.rows)
            if (found is None or row.endorser_id in found) and passes(row)
        ]

    def counts(self) -> dict[str, int]:
        """Chip to how many it would show; each row is looked at as few times as can be."""
        states = Counter([row.state for row in self.rows])
        withheld = [row.show_as for row in self.rows].count(ShowAs.WITHHELD)
        return {
            ALL: len(self.rows),
            **{key: states[key] for key in STATES},
            WITHHELD: withheld,
            EARLIER: self._count(EARLIER) if self.facts.outdated else 0,
            BARE: self._count(BARE),
            **{key: self._nameless(code, withheld) for key, code in NAMELESS.items()},
        }

    def _count(self, key: str) -> int:
        return sum(map(self.test(key), self.rows))

    def _nameless(self, language: str, withheld: int) -> int:
        """Only those who are listed and shown have their names in the roll."""
        named = [language in name.texts for name in self.names.values()].count(True)
        return len(self.rows) - withheld - named


def filter_words() -> dict[str, str]:
    """What each chip is called."""
    return {
        ALL: tr("all"),
        **{key: word(state) for key, state in STATES.items()},
        WITHHELD: tr("withheld"),
        EARLIER: tr("earlier text"),
        BARE: tr("without evidence"),
        **{
            key: tr("without {language} name", language=language_word(code))
            for key, code in NAMELESS.items()
        },
    }
