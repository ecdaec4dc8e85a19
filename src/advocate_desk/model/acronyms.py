"""Acronyms of a statement: told once what they stand for, at their first use, in each language."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from functools import lru_cache

from advocate_desk.language.acronym_marks import (
    WELL_KNOWN,
    AcronymUse,
    Definition,
    acronym_key,
    acronym_marks,
)
from advocate_desk.model.checked import Checked, Rule
from advocate_desk.model.finding import Finding, Fix
from advocate_desk.model.kinds import BlockKind, Severity
from advocate_desk.model.marked import marked
from advocate_desk.model.statement import Block
from advocate_desk.model.term import Terms, term_key
from advocate_desk.model.withholding import Withheld

# Names and addresses stand there for themselves.
_LEFT_ALONE = frozenset(
    {
        BlockKind.ENDORSER_LIST,
        BlockKind.SIGNATURE_SUMMARY,
        BlockKind.SIGNATURE_BLOCK,
        BlockKind.ISSUE_LINE,
        BlockKind.CONTACT,
        BlockKind.PAGE_BREAK,
    }
)
_UNDEFINED = "acronym_undefined"
_HEADINGS = frozenset({BlockKind.TITLE, BlockKind.SUBTITLE, BlockKind.HEADING})


@dataclass(frozen=True, slots=True)
class TextPlace:
    """One text of a statement in one language, in reading order."""

    block_id: str
    language: str
    field: str
    text: str
    is_heading: bool
    number: int


@dataclass(slots=True)
class Account:
    """Everything a statement says with one acronym, in reading order."""

    key: str
    definitions: list[tuple[TextPlace, Definition]] = field(default_factory=list)
    uses: list[tuple[TextPlace, AcronymUse]] = field(default_factory=list)

    @property
    def full(self) -> str:
        """What it stands for by the first definition that says so."""
        return next((one.full for _, one in self.definitions if one.full), "")

    @property
    def written(self) -> str:
        """The acronym as it is written where it is defined, else where it is used first."""
        if self.definitions:
            return self.definitions[0][1].written
        place, use = self.uses[0]
        return place.text[use.start : use.end]

    @property
    def uses_in_text(self) -> list[tuple[TextPlace, AcronymUse]]:
        """The uses outside of headings, which may go before the definition."""
        return [one for one in self.uses if not one[0].is_heading]


def texts_in_order(blocks: tuple[Block, ...], language: str) -> tuple[TextPlace, ...]:
    """The texts in which acronyms are minded, as they are read."""
    return tuple(
        TextPlace(block.id, language, name, text, is_heading, number)
        for number, (block, name, text, is_heading) in enumerate(_texts(blocks, language))
    )


def _texts(blocks: tuple[Block, ...], language: str) -> Iterator[tuple[Block, str, str, bool]]:
    for block in blocks:
        if block.kind in _LEFT_ALONE:
            continue
        side = block.rendition(language)
        yield block, "heading", side.heading, True
        yield block, "body", side.body, block.kind in _HEADINGS
        yield from _texts(block.items, language)


def accounts(places: tuple[TextPlace, ...]) -> dict[str, Account]:
    """Acronym to what is said with it; words in mixed case count where they are defined."""
    found: dict[str, Account] = {}
    for place in places:
        marks = acronym_marks(place.text)
        for definition in marks.definitions:
            account = found.setdefault(definition.key, Account(definition.key))
            account.definitions.append((place, definition))
        for use in marks.uses:
            found.setdefault(use.key, Account(use.key)).uses.append((place, use))
    return {key: one for key, one in found.items() if one.definitions or one.uses[0][1].is_sure}


def full_form(account: Account, terms: Terms, language: str) -> str:
    """What an acronym stands for: by the glossary, else by the statement; empty if nobody says."""
    term = terms.abbreviated(account.key, language)
    return term.text(language).text if term is not None else account.full


# Rules


def acronym_findings(checked: Checked) -> Iterator[Finding]:
    """What is wrong with the acronyms, language by language.

    One that is explained in no language is told once, with the corrections for all of them.
    """
    unexplained: dict[str, Finding] = {}
    for found in _by_language(checked):
        if found.rule != _UNDEFINED:
            yield found
        else:
            key = acronym_key(found.matched)
            unexplained[key] = _joined(unexplained[key], found) if key in unexplained else found
    yield from unexplained.values()


def _joined(first: Finding, other: Finding) -> Finding:
    fixes = (*first.fixes, *other.fixes)
    return replace(first, fix=fixes[0], more_fixes=fixes[1:]) if fixes else first


def _by_language(checked: Checked) -> Iterator[Finding]:
    known = frozenset(acronym_key(one.endorser.acronym) for one in checked.listed)
    for code in checked.languages:
        places = texts_in_order(checked.statement.blocks, code)
        yield from _in_texts(places, known, checked.terms, checked.withheld)


@lru_cache(maxsize=16)
def _in_texts(
    places: tuple[TextPlace, ...], known: frozenset[str], terms: Terms, withheld: Withheld
) -> tuple[Finding, ...]:
    """Remembered, because a keystroke changes the texts of one language only."""
    return tuple(
        finding
        for account in accounts(places).values()
        if not _tells(account, withheld)
        for finding in _about(account, terms, places[0].language, is_known=account.key in known)
    )


def _tells(account: Account, withheld: Withheld) -> bool:
    """Whether an acronym is a withheld name, or stands in one that is shouted."""
    if withheld.spans(account.written):
        return True
    return any(
        start < use.end and use.start < end
        for place, use in account.uses
        for start, end in withheld.spans(place.text)
    )


def _about(account: Account, terms: Terms, code: str, *, is_known: bool) -> Iterator[Finding]:
    if not account.definitions:
        if not is_known and account.key not in WELL_KNOWN:
            yield _undefined(account, terms, code)
        return
    yield from _before_definition(account, terms, code)
    yield from _defined_again(account)
    yield from _unlike_glossary(account, terms, code)
    if not account.uses and len(account.definitions) == 1:
        yield from _unused(account)


def _undefined(account: Account, terms: Terms, code: str) -> Finding:
    place, use = (account.uses_in_text or account.uses)[0]
    full = full_form(account, terms, code)
    return _finding(
        Severity.HINT,
        _UNDEFINED,
        marked("“{acronym}” is used, but the text never says what it stands for."),
        place,
        account.written,
        _defining(place, use, full) if full else None,
    )


def _before_definition(account: Account, terms: Terms, code: str) -> Iterator[Finding]:
    defined, definition = account.definitions[0]
    if not account.uses_in_text:
        return
    place, use = account.uses_in_text[0]
    if (place.number, use.start) < (defined.number, definition.start):
        full = full_form(account, terms, code)
        yield _finding(
            Severity.WARNING,
            "acronym_before_definition",
            marked("“{acronym}” is used before the text says what it stands for."),
            place,
            account.written,
            _defining(place, use, full) if full else None,
        )


def _defining(place: TextPlace, use: AcronymUse, full: str) -> Fix:
    written = place.text[use.start : use.end]
    return _fix(place, use.start, use.end, f"{full} ({written})")


def _defined_again(account: Account) -> Iterator[Finding]:
    """A heading may define for itself; the text defines once."""
    in_text = [one for one in account.definitions if not one[0].is_heading]
    for place, definition in in_text[1:]:
        if _is_other(definition.full, account.full):
            yield _defined_differently(place, definition, account.full)
        else:
            yield _finding(
                Severity.HINT,
                "acronym_defined_twice",
                marked("What “{acronym}” stands for is said a second time."),
                place,
                definition.written,
                _fix(place, definition.start, definition.end, definition.written),
            )


def _unlike_glossary(account: Account, terms: Terms, code: str) -> Iterator[Finding]:
    term = terms.abbreviated(account.key, code)
    place, definition = account.definitions[0]
    if term is not None and _is_other(definition.full, term.text(code).text):
        yield _defined_differently(place, definition, term.text(code).text)


def _defined_differently(place: TextPlace, definition: Definition, other: str) -> Finding:
    return _finding(
        Severity.WARNING,
        "acronym_defined_differently",
        marked("“{acronym}” stands for “{full}” here, and for “{other}” elsewhere."),
        place,
        definition.written,
        _fix(place, definition.full_start, definition.full_end, other),
        full=definition.full,
        other=other,
    )


def _is_other(full: str, other: str) -> bool:
    return bool(full and other) and term_key(full) != term_key(other)


def _unused(account: Account) -> Iterator[Finding]:
    place, definition = account.definitions[0]
    fix = None
    if not definition.is_reversed and definition.full:
        fix = _fix(place, definition.full_end, definition.end, "")
    yield _finding(
        Severity.HINT,
        "acronym_unused",
        marked("“{acronym}” is explained but never used."),
        place,
        definition.written,
        fix,
    )


def _fix(place: TextPlace, start: int, end: int, replacement: str) -> Fix:
    return Fix(
        place.block_id, place.language, place.field, start, end, replacement, text=place.text
    )


def _finding(
    severity: Severity,
    rule: str,
    message: str,
    place: TextPlace,
    acronym: str,
    fix: Fix | None,
    **more: object,
) -> Finding:
    return Finding(
        severity,
        rule,
        message,
        place.block_id,
        place.language,
        place.field,
        arguments={"acronym": acronym, **more},
        fix=fix,
        matched=acronym,
    )


ACRONYM_RULES: tuple[Rule, ...] = (acronym_findings,)
