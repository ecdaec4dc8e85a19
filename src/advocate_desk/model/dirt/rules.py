"""All rules about dirt."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache

from advocate_desk.model.checked import Checked
from advocate_desk.model.dirt import (
    dates,
    english,
    khmer,
    leftovers,
    mistyped,
    name_lists,
    name_shapes,
    people,
    quotes,
    repeats,
    typing,
    variants,
)
from advocate_desk.model.dirt.passages import Look, Passage, looks
from advocate_desk.model.dirt.text_rules import TextRules
from advocate_desk.model.finding import Finding
from advocate_desk.model.kinds import ENGLISH, StatementKind
from advocate_desk.model.rule_info import RuleInfo
from advocate_desk.model.statement import Block, Statement

_TEXT_RULES = TextRules(
    (
        *typing.RULES,
        *quotes.RULES,
        *leftovers.RULES,
        *khmer.RULES,
        *english.RULES,
        *name_shapes.RULES,
    )
)
_ACROSS: tuple[Callable[[Look], Iterator[Finding]], ...] = (
    mistyped.mistyped,
    mistyped.lost_space,
    quotes.straight_quotes,
    khmer.latin_digits,
    variants.spelling_mix,
    variants.name_variants,
    dates.date_forms,
    people.honorifics,
    people.two_honorifics,
    people.half_name,
    people.line_comma,
    people.term_ended,
    repeats.repeated,
    repeats.no_full_stop,
)
_OF_NAMES = (
    name_lists.acronyms,
    name_lists.letters,
    name_lists.order,
    name_lists.alike,
    name_lists.kinds,
)
_NO_TEXTS = Checked(Statement("", StatementKind.JOINT_STATEMENT))
INFOS: tuple[RuleInfo, ...] = (
    *(rule.info for rule in _TEXT_RULES.rules),
    *mistyped.INFOS,
    quotes.STRAIGHT,
    leftovers.LEFT_BEHIND,
    khmer.LATIN_DIGITS,
    *variants.INFOS,
    *dates.INFOS,
    *people.INFOS,
    *repeats.INFOS,
    *name_lists.INFOS,
)


def dirty_block(checked: Checked, block: Block) -> Iterator[Finding]:
    """What is wrong with the letters of a block's texts, each taken by itself."""
    yield from _TEXT_RULES.of_block(checked, block)


def dirty_names(checked: Checked) -> Iterator[Finding]:
    """What is wrong with the letters of the endorsers' entries."""
    yield from _TEXT_RULES.of_names(checked)


@lru_cache(maxsize=32)  # a list stays as it is while its statement is written
def _among_names(language: str, names: tuple[Passage, ...]) -> tuple[Finding, ...]:
    look = Look(_NO_TEXTS, language, (), names)
    return tuple(finding for rule in _OF_NAMES for finding in rule(look))


def dirty_entries(entries: Sequence[Passage]) -> Iterator[Finding]:
    """What is wrong with the letters of entries that are not in a statement yet."""
    for entry in entries:
        yield from _TEXT_RULES.of_entry(entry)
    yield from mistyped.mistyped_names([entry for entry in entries if entry.language == ENGLISH])


def dirty_across(checked: Checked) -> Iterator[Finding]:
    """What shows only when texts, or entries, are laid beside each other."""
    for look in looks(checked):
        for rule in _ACROSS:
            yield from rule(look)
        yield from _among_names(look.language, look.names)
    yield from leftovers.left_behind(checked)
