"""What became of blocks, facts and endorsers, in the language of the window."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from advocate_desk.language.catalog import current, tr
from advocate_desk.language.dates import long_date
from advocate_desk.model.comparison import ComparedFact, Happened
from advocate_desk.model.kinds import StatementKind
from advocate_desk.model.marked import marked
from advocate_desk.model.words import language_word, word

_HAPPENED: Mapping[Happened, str] = {
    Happened.SAME: marked("unchanged"),
    Happened.CHANGED: marked("changed"),
    Happened.ADDED: marked("added"),
    Happened.REMOVED: marked("removed"),
}
_FACTS: Mapping[str, str] = {
    "kind": marked("Kind of statement"),
    "languages": marked("Languages"),
    "issue_date": marked("Date of issue"),
    "place": marked("Place of issue"),
    "issuer": marked("Issuer"),
    "lunar": marked("Lunar date"),
    "placeholder": marked("Placeholder"),
}


def happened_word(happened: Happened) -> str:
    """What became of something."""
    return tr(_HAPPENED[happened])


def fact_word(fact: ComparedFact) -> str:
    """What a fact is called, with its language or placeholder where it has one."""
    about = [fact.detail, language_word(fact.language) if fact.language else ""]
    told = ", ".join(part for part in about if part)
    return f"{tr(_FACTS[fact.name])} ({told})" if told else tr(_FACTS[fact.name])


def fact_texts(fact: ComparedFact) -> tuple[str, str]:
    """The values of a fact as a reader says them, before and after."""
    return _said(fact.name, fact.before), _said(fact.name, fact.after)


def _said(name: str, value: str) -> str:
    if not value:
        return ""
    if name == "kind":
        return word(StatementKind(value))
    if name == "issue_date":
        return long_date(date.fromisoformat(value), current())
    if name == "languages":
        return ", ".join(map(language_word, value.split()))
    return value
