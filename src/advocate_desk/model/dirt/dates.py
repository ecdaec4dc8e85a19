"""Days written in several ways within one statement."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from functools import lru_cache

from advocate_desk.language.dates import ENGLISH_MONTHS, KHMER_MONTHS
from advocate_desk.model.dirt.passages import Look, Passage, Spot, about
from advocate_desk.model.finding import Finding
from advocate_desk.model.kinds import ENGLISH, KHMER, BlockKind, Severity
from advocate_desk.model.marked import marked
from advocate_desk.model.rule_info import RuleInfo

_MONTH = "|".join(ENGLISH_MONTHS)
_ENGLISH = re.compile(
    rf"\b(?P<mdy>(?:{_MONTH}) \d{{1,2}},? \d{{4}})\b"
    rf"|\b(?P<many>\d{{1,2}}(?:[-–/]\d{{1,2}})+ (?:{_MONTH}),? \d{{4}})\b"
    rf"|\b(?P<ordinal>\d{{1,2}}(?:st|nd|rd|th)(?: of)? (?:{_MONTH}),? \d{{4}})\b"
    rf"|\b(?P<dmy>\d{{1,2}} (?:{_MONTH}),? \d{{4}})\b"
    r"|\b(?P<iso>\d{4}-\d{2}-\d{2})\b|\b(?P<figures>\d{1,2}[/.]\d{1,2}[/.](?:19|20)\d{2})\b",
    re.IGNORECASE,
)
_KHMER = re.compile(rf"ថ្ងៃ(ទី)? ?[០-៩\d]{{1,2}} ?(?:ខែ)? ?(?:{'|'.join(KHMER_MONTHS)})")
_DAY = re.compile(r"\d+")

DATE_FORMS = RuleInfo(
    "date_forms",
    marked("Days written in several ways"),
    marked("October 25, 2017 and 23rd of October 2017: one statement keeps to one form."),
)
INFOS = (DATE_FORMS,)


def date_forms(look: Look) -> Iterator[Finding]:
    """Days in another form than most days of the statement."""
    forms = {ENGLISH: _english, KHMER: _khmer}.get(look.language)
    if forms is None:
        return
    passages = [p for p in look.texts if p.kind is not BlockKind.ISSUE_LINE]
    counts = Counter(form for p in passages for form, _ in forms(p.text))
    if len(counts) < 2:
        return
    usual = max(counts, key=lambda form: counts[form])
    for passage in passages:
        spots = [
            _respelt(passage, spot, form, usual)
            for form, spot in forms(passage.text)
            if form != usual
        ]
        if spots:
            message = marked("This day is written unlike the others: “{found}”.")
            yield about(passage, DATE_FORMS, Severity.HINT, message, spots)


@lru_cache(maxsize=4096)
def _english(text: str) -> tuple[tuple[str, Spot], ...]:
    plain = text.replace("\u00a0", " ")
    if not _DAY.search(plain):
        return ()
    return tuple((m.lastgroup or "", Spot(*m.span())) for m in _ENGLISH.finditer(plain))


@lru_cache(maxsize=4096)
def _khmer(text: str) -> tuple[tuple[str, Spot], ...]:
    return tuple(("particle" if m[1] else "plain", Spot(*m.span())) for m in _KHMER.finditer(text))


def _respelt(passage: Passage, spot: Spot, form: str, usual: str) -> Spot:
    """The place with the day in the usual form, where it can be turned safely."""
    text = passage.text[spot.start : spot.end]
    if passage.language == KHMER:
        before, after = ("ថ្ងៃ", "ថ្ងៃទី") if usual == "particle" else ("ថ្ងៃទី", "ថ្ងៃ")
        return spot._replace(replacement=after + text.removeprefix(before))
    if {form, usual} <= {"mdy", "dmy", "ordinal"} and usual != "ordinal":
        day, year = _DAY.findall(text)
        month = next(name for name in ENGLISH_MONTHS if name.lower() in text.lower())
        better = f"{day} {month} {year}" if usual == "dmy" else f"{month} {day}, {year}"
        return spot._replace(replacement=better)
    return spot
