"""The parity check of a block: what its Khmer and its English side do not share."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from advocate_desk.model.checked import BlockRule, Checked
from advocate_desk.model.endorsement import Endorsement
from advocate_desk.model.finding import Finding
from advocate_desk.model.kinds import ENGLISH, KHMER, Severity
from advocate_desk.model.marked import Word, marked
from advocate_desk.model.parity.comparing import gaps
from advocate_desk.model.parity.fact import FactKind, Gap
from advocate_desk.model.parity.known import Known
from advocate_desk.model.statement import Block
from advocate_desk.model.term import Term
from advocate_desk.model.withholding import Withheld

RULE = "parity_"
_WORDS: Mapping[FactKind, str] = {
    FactKind.NUMBER: marked("Number"),
    FactKind.ORDINAL: marked("Ordinal number"),
    FactKind.YEAR: marked("Year"),
    FactKind.PERCENT: marked("Percentage"),
    FactKind.MONEY: marked("Sum of money"),
    FactKind.DATE: marked("Date"),
    FactKind.LUNAR: marked("Lunar date"),
    FactKind.TIME: marked("Time of day"),
    FactKind.PHONE: marked("Telephone number"),
    FactKind.EMAIL: marked("E-mail address"),
    FactKind.ADDRESS: marked("Web address"),
    FactKind.PLACEHOLDER: marked("Placeholder"),
    FactKind.ACRONYM: marked("Acronym"),
    FactKind.NAME: marked("Name"),
    FactKind.TERM: marked("Term of the glossary"),
}
_BOTH = marked("{what}: Khmer has “{khmer}”, English has “{english}”.")
_ONLY_KHMER = marked("{what}: only Khmer has “{khmer}”.")
_ONLY_ENGLISH = marked("{what}: only English has “{english}”.")
_SENTENCES: Mapping[FactKind, str] = {
    FactKind.DATE_WORDING: marked(
        "English says “{english}” for a day; Khmer says “{khmer}”. A day stands with “on”."
    ),
    FactKind.FOOTNOTE: marked("Footnotes: {khmer} in Khmer, {english} in English."),
    FactKind.QUOTATION: marked("Quoted passages: {khmer} in Khmer, {english} in English."),
    FactKind.ITEMS: marked("Entries of the list: {khmer} in Khmer, {english} in English."),
    FactKind.COPIED: marked("The same text stands in both languages; one side is not translated."),
    FactKind.LENGTH: marked(
        "One side is much longer than the other. Khmer: “{khmer}”. English: “{english}”."
    ),
}
_NO_KHMER = marked("The Khmer side is not written in Khmer: “{khmer}”.")
_NO_ENGLISH = marked("The English side is written in Khmer: “{english}”.")
_HINTS = frozenset(
    {FactKind.DATE_WORDING, FactKind.LUNAR, FactKind.ACRONYM, FactKind.LENGTH, FactKind.TERM}
)
_MARK = "…"
_BETWEEN = ", "


def parity(checked: Checked, block: Block) -> Iterator[Finding]:
    """What the two sides of a block do not share: one rule name per kind of difference.

    No part of a withheld name is quoted.
    """
    known = _known(checked)
    for field in ("heading", "body"):
        khmer, english = (getattr(block.rendition(code), field) for code in (KHMER, ENGLISH))
        hidden = _hidden(checked.withheld, (khmer, english))
        for gap in gaps(khmer, english, known):
            yield _finding(block, field, gap, hidden)
    yield from _items(block)


BLOCK_RULES: tuple[BlockRule, ...] = (parity,)


def _items(block: Block) -> Iterator[Finding]:
    """Entries of a list that one side has and the other does not, where both have some."""
    counts = [
        sum(not item.rendition(code).is_empty for item in block.items) for code in (KHMER, ENGLISH)
    ]
    if all(counts) and counts[0] != counts[1]:
        gap = Gap(FactKind.ITEMS, str(counts[0]), str(counts[1]))
        language = KHMER if counts[0] < counts[1] else ENGLISH
        yield _made(gap, block, "body", language, gap.khmer, gap.english)


def _finding(block: Block, field: str, gap: Gap, hidden: tuple[str, ...]) -> Finding:
    """The finding stands at the side that lacks something, else at the translation."""
    khmer, english = (_discreet(text, hidden) for text in (gap.khmer, gap.english))
    return _made(gap, block, field, _language(block, gap), khmer, english)


def _hidden(withheld: Withheld, texts: tuple[str, ...]) -> tuple[str, ...]:
    """The withheld names as they stand in texts."""
    return tuple(text[start:end] for text in texts for start, end in withheld.spans(text))


def _discreet(values: str, hidden: tuple[str, ...]) -> str:
    """Values without those that are a withheld name, part of one, or hold one."""
    if not hidden:
        return values
    told = (
        _MARK if any(value in name or name in value for name in hidden) else value
        for value in values.split(_BETWEEN)
        if value
    )
    return _BETWEEN.join(told)


def _made(gap: Gap, block: Block, field: str, language: str, khmer: str, english: str) -> Finding:
    arguments: dict[str, object] = {"khmer": khmer, "english": english}
    if gap.kind in _WORDS:
        arguments["what"] = Word(_WORDS[gap.kind])
    return Finding(
        _severity(gap),
        RULE + gap.kind,
        _message(gap),
        block.id,
        language,
        field,
        arguments=arguments,
    )


def _severity(gap: Gap) -> Severity:
    is_pair = bool(gap.khmer and gap.english)
    if gap.kind is FactKind.ACRONYM:
        return Severity.WARNING if is_pair else Severity.HINT
    if gap.kind is FactKind.QUOTATION:
        return Severity.WARNING if "0" in {gap.khmer, gap.english} else Severity.HINT
    return Severity.HINT if gap.kind in _HINTS else Severity.WARNING


def _language(block: Block, gap: Gap) -> str:
    if gap.kind is FactKind.SCRIPT:
        return KHMER if gap.khmer else ENGLISH
    if gap.kind is FactKind.DATE_WORDING:
        return ENGLISH
    if not gap.khmer or not gap.english:
        return KHMER if gap.english else ENGLISH
    return ENGLISH if block.source_language == KHMER else KHMER


def _message(gap: Gap) -> str:
    if gap.kind is FactKind.SCRIPT:
        return _NO_KHMER if gap.khmer else _NO_ENGLISH
    if gap.kind in _SENTENCES:
        return _SENTENCES[gap.kind]
    if gap.khmer and gap.english:
        return _BOTH
    return _ONLY_KHMER if gap.khmer else _ONLY_ENGLISH


class _LastKnown:
    """The names and terms of the statement that was checked last, made once for all its blocks."""

    def __init__(self) -> None:
        self._made: tuple[tuple[Endorsement, ...], tuple[Term, ...], Known] = ((), (), Known())

    def of(self, checked: Checked) -> Known:
        """The same object as long as endorsers and glossary say the same."""
        listed, terms = checked.listed, checked.terms
        endorsements, known_terms, known = self._made
        if endorsements is listed and known_terms is terms.all:
            return known
        if endorsements != listed or known_terms != terms.all:
            known = Known.of(listed, terms)
        self._made = (listed, terms.all, known)
        return known


_LAST = _LastKnown()


def _known(checked: Checked) -> Known:
    return _LAST.of(checked)
