"""Rules that look at one text at a time, and the one walk over all of them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from advocate_desk.model.checked import Checked
from advocate_desk.model.dirt.passages import (
    MOST_SINGLE,
    Passage,
    Spot,
    about,
    block_passages,
    name_passages,
)
from advocate_desk.model.finding import Finding
from advocate_desk.model.kinds import Severity
from advocate_desk.model.marked import Word, marked
from advocate_desk.model.rule_info import RuleInfo
from advocate_desk.model.statement import Block

Spots = Callable[[str], Iterable[Spot]]


@dataclass(frozen=True, slots=True)
class TextRule:
    """A rule about the letters of one text.

    `message` may show {found}. Places of one text are one finding unless `each` is set; without
    `languages` it holds for all. `names` and `blocks` tell what it looks at.
    """

    info: RuleInfo
    severity: Severity
    message: str
    spots: Spots
    languages: tuple[str, ...] = ()
    names: bool = True
    blocks: bool = True
    each: bool = False

    def findings(self, passage: Passage, spots: Sequence[Spot]) -> Iterator[Finding]:
        """The finding about the places in a text, or one for each of them."""
        groups = [(spot,) for spot in spots] if self.each else [tuple(spots)]
        for group in groups:
            yield about(passage, self.info, self.severity, self.message, group)


class TextRules:
    """All rules of this kind; what they find in a text is remembered, as most texts stay."""

    def __init__(self, rules: Iterable[TextRule]) -> None:
        self.rules = tuple(rules)
        self._found = lru_cache(maxsize=8192)(self._look)

    def of_block(self, checked: Checked, block: Block) -> Iterator[Finding]:
        """What is found in the texts of a block."""
        for passage in block_passages(checked, block):
            for index, spots in self._found(passage.text, passage.language, False):
                yield from self.rules[index].findings(passage, spots)

    def of_names(self, checked: Checked) -> Iterator[Finding]:
        """What is found in the entries of the printed endorsers."""
        for code in checked.languages:
            dirty: dict[int, list[tuple[Passage, Sequence[Spot]]]] = {}
            for passage in name_passages(checked, code):
                for index, spots in self._found(passage.text, code, True):
                    dirty.setdefault(index, []).append((passage, spots))
            for index in sorted(dirty):
                yield from self._together(self.rules[index], dirty[index])

    def of_entry(self, passage: Passage) -> Iterator[Finding]:
        """What is found in one endorser's entry."""
        for index, spots in self._found(passage.text, passage.language, True):
            yield from self.rules[index].findings(passage, spots)

    @staticmethod
    def _together(
        rule: TextRule, dirty: Sequence[tuple[Passage, Sequence[Spot]]]
    ) -> Iterator[Finding]:
        singles = [found for one in dirty for found in rule.findings(*one)]
        if len(dirty) <= MOST_SINGLE:
            yield from singles
            return
        yield together(rule.info, singles)

    def _look(
        self, text: str, language: str, is_name: bool
    ) -> tuple[tuple[int, tuple[Spot, ...]], ...]:
        found = []
        for index, rule in enumerate(self.rules):
            fits = not rule.languages or language in rule.languages
            if fits and (rule.names if is_name else rule.blocks):
                spots = tuple(rule.spots(text))
                if spots:
                    found.append((index, spots))
        return tuple(found)


def together(info: RuleInfo, singles: Sequence[Finding]) -> Finding:
    """Findings about many endorsers as one that lists their numbers and holds all their fixes."""
    first = singles[0]
    fixes = [fix for found in singles for fix in found.fixes]
    positions = dict.fromkeys(str(found.arguments["position"]) for found in singles)
    return Finding(
        first.severity,
        first.rule,
        marked("{title}: endorsers {positions}."),
        language=first.language,
        field=first.field,
        endorsement_id=first.endorsement_id,
        arguments={
            "title": Word(info.title),
            "positions": ", ".join(positions),
            "count": len(positions),
        },
        fix=fixes[0] if fixes else None,
        matched="\n".join(found.matched for found in singles),
        more_fixes=tuple(fixes[1:]),
    )
