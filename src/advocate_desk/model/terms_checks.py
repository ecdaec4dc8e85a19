"""Forms that the glossary forbids: “seven names for one treaty” become one."""

from __future__ import annotations

import re
from collections.abc import Iterator

from advocate_desk.model.checked import BlockRule, Checked, printed_texts
from advocate_desk.model.finding import Finding, Fix
from advocate_desk.model.kinds import Severity
from advocate_desk.model.marked import marked
from advocate_desk.model.statement import Block
from advocate_desk.model.term import FormKind, TermPlace

_ARTICLE = re.compile(r"\ban?\s+\Z", re.IGNORECASE)
_VOWELS = frozenset("aeiouAEIOU")


def forbidden_form(checked: Checked, block: Block) -> Iterator[Finding]:
    """A form that the glossary says is not to be used, with the preferred one beside it."""
    for code, field, text in printed_texts(checked, block):
        for place in checked.terms.find(text, code):
            if place.kind is FormKind.FORBIDDEN and not _is_withheld(checked, text, place):
                yield _forbidden(block, code, field, text, place)


def _is_withheld(checked: Checked, text: str, place: TermPlace) -> bool:
    """A withheld name is another rule's, which does not repeat it."""
    return bool(checked.withheld.spans(text[place.start : place.end]))


def _forbidden(block: Block, code: str, field: str, text: str, place: TermPlace) -> Finding:
    found, preferred = text[place.start : place.end], place.term.text(code).text
    message = (
        marked("“{found}” is not to be used; the glossary prefers “{preferred}”.")
        if preferred
        else marked("“{found}” is not to be used, says the glossary.")
    )
    return Finding(
        Severity.WARNING,
        "forbidden_form",
        message,
        block.id,
        code,
        field,
        arguments={"found": found, "preferred": preferred},
        fix=_fix(block, code, field, text, place) if preferred else None,
        matched=found,
    )


def _fix(block: Block, code: str, field: str, text: str, place: TermPlace) -> Fix | None:
    """The preferred form in its place, where nothing around it would have to change too."""
    found, preferred = text[place.start : place.end], place.term.text(code).text
    if not place.is_exact or _changes_article(text[: place.start], found, preferred):
        return None
    if found[:1].isupper() and preferred[:1].islower():
        preferred = preferred[:1].upper() + preferred[1:]
    return Fix(block.id, code, field, place.start, place.end, preferred, text=text)


def _changes_article(before: str, found: str, preferred: str) -> bool:
    """Whether an “a” would have to become “an”, or the other way round."""
    is_vowel = [form[0] in _VOWELS for form in (found, preferred)]
    return is_vowel[0] != is_vowel[1] and _ARTICLE.search(before) is not None


TERM_RULES: tuple[BlockRule, ...] = (forbidden_form,)
