"""Turns of English that slip into translated statements, and numbers written twice."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from advocate_desk.model.dirt.passages import Spot
from advocate_desk.model.dirt.text_rules import TextRule
from advocate_desk.model.kinds import ENGLISH, Severity
from advocate_desk.model.marked import marked
from advocate_desk.model.rule_info import RuleInfo

_SLIPS: Mapping[str, str] = {
    "party signatures countries": "signatory countries",
    "signatures countries": "signatory countries",
    "signatures states": "signatory states",
    "in details": "in detail",
    "in term of": "in terms of",
    "rule of laws": "rule of law",
    "beside of": "besides",
    "comply by": "comply with",
    "complied by": "complied with",
    "informations": "information",
    "equipments": "equipment",
    "advices": "advice",
    "evidences": "evidence",
    "staffs": "staff",
    "discuss about": "discuss",
    "discussed about": "discussed",
    "emphasize on": "emphasize",
    "request for you to": "ask you to",
    "despite of": "despite",
    "in urgent": "urgently",
    "live in with": "live with",
    "has been passed that": "have passed since",
    "ie.": "i.e.",
    "eg.": "e.g.",
}
_MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
_SLIP = re.compile(
    rf"\b(?:{'|'.join(re.escape(s) for s in sorted(_SLIPS, key=len, reverse=True))})(?!\w)",
    re.IGNORECASE,
)
_IN_DAY = re.compile(rf"\b[Ii]n(?=\s+(?:{_MONTHS})\s+\d{{1,2}}\b(?!\d))")
_THE_ACRONYM = re.compile(r"\([Tt]he +([A-Z]{2,}[a-z]?)\)")
_APPEAL = re.compile(r"\b(?:appeal(?:s|ed)? to|calls? (?:up)?on|called (?:up)?on|urges?|urged)\b")
_BARE = re.compile(
    r"\b[a-z]{3,}s (?=(?:conduct|provide|ensure|release|uphold|investigate|implement|guarantee|"
    r"reaffirm|establish|adopt|reopen|refrain|withdraw|allow|protect)\b)"
)
_WORDS = [
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
    "twenty",
]
_TENS = {"thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80} | {
    "ninety": 90,
    "hundred": 100,
}
_NUMBERS: Mapping[str, int] = {word: n for n, word in enumerate(_WORDS)} | _TENS
_IN_BRACKETS = re.compile(r"[A-Za-z] \(\d")
_TWICE = re.compile(rf"\b((?:{'|'.join(_NUMBERS)})(?:-\w+)?) \((\d{{1,3}})\)", re.IGNORECASE)


def slip(text: str) -> Iterator[Spot]:
    """Turns that English has in another form."""
    for found in _SLIP.finditer(text):
        better = _SLIPS[found[0].lower()]
        yield Spot(
            *found.span(), better[0].upper() + better[1:] if found[0][0].isupper() else better
        )
    yield from (
        Spot(*found.span(), "On" if found[0] == "In" else "on") for found in _IN_DAY.finditer(text)
    )
    yield from (Spot(*found.span(), f"({found[1]})") for found in _THE_ACRONYM.finditer(text))


def missing_to(text: str) -> Iterator[Spot]:
    """An appeal to somebody who is then told what to do without “to”."""
    for start, sentence in _sentences(text) if _BARE.search(text) else ():
        appeal = _APPEAL.search(sentence)
        bare = _BARE.search(sentence, appeal.end()) if appeal else None
        if (
            appeal
            and bare
            and not re.search(r"\b(?:to|that|who|which|and)\b", _between(sentence, appeal, bare))
        ):
            yield Spot(start + bare.end(), start + bare.end(), "to ")


def _between(sentence: str, appeal: re.Match[str], bare: re.Match[str]) -> str:
    """What stands between the appeal and the verb; a list of those appealed to may have “and”."""
    return sentence[appeal.end() : bare.start()].replace(", and ", ", ")


def _sentences(text: str) -> Iterator[tuple[int, str]]:
    start = 0
    for end in re.finditer(r"[.!?](?:\s|$)|\n", text):
        yield start, text[start : end.end()]
        start = end.end()
    if start < len(text):
        yield start, text[start:]


def number_twice(text: str) -> Iterator[Spot]:
    """A number in words and in brackets that are not the same number."""
    for found in _TWICE.finditer(text) if _IN_BRACKETS.search(text) else ():
        if _value(found[1].lower()) not in {int(found[2]), None}:
            yield Spot(*found.span())


def _value(words: str) -> int | None:
    """The number some words say; None where they are not plain."""
    tens, _, ones = words.partition("-")
    if not ones:
        return _NUMBERS.get(words)
    known = tens in _TENS or tens == "twenty"
    return _NUMBERS[tens] + _NUMBERS[ones] if known and ones in _NUMBERS else None


RULES: tuple[TextRule, ...] = (
    TextRule(
        RuleInfo(
            "english_slip",
            marked("Turns that English has in another form"),
            marked("A short list of slips that are often met in translated statements."),
        ),
        Severity.HINT,
        marked("English has this in another form: “{found}”."),
        slip,
        (ENGLISH,),
        names=False,
        each=True,
    ),
    TextRule(
        RuleInfo(
            "missing_to",
            marked("“to” may be missing"),
            marked("Who is called upon is called upon to do something."),
        ),
        Severity.HINT,
        marked("Is “to” missing here: “{found}”?"),
        missing_to,
        (ENGLISH,),
        names=False,
    ),
    TextRule(
        RuleInfo(
            "number_twice",
            marked("A number in words and in figures that differ"),
            marked("“Eighteen (18)” must be the same number twice."),
        ),
        Severity.WARNING,
        marked("The number in words and the one in figures differ: “{found}”."),
        number_twice,
        (ENGLISH,),
        names=False,
    ),
)
