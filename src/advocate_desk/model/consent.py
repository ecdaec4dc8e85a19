"""Consent: who said yes to which text, in what role, through which channel, and the evidence."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from advocate_desk.model.errors import DeskError
from advocate_desk.model.kinds import BlockKind, EndorsementState
from advocate_desk.model.marked import marked
from advocate_desk.model.statement import Block, Rendition, walk

# What changes in these says nothing about what was agreed to.
_BESIDE_THE_TEXT = frozenset(
    {
        BlockKind.ENDORSER_LIST,
        BlockKind.ISSUE_LINE,
        BlockKind.CONTACT,
        BlockKind.SIGNATURE_SUMMARY,
        BlockKind.SIGNATURE_BLOCK,
        BlockKind.PAGE_BREAK,
    }
)


class Channel(StrEnum):
    """The way an answer came."""

    FORM = "form"
    EMAIL = "email"
    TELEGRAM = "telegram"
    SIGNAL = "signal"
    PHONE = "phone"
    MEETING = "meeting"
    WEB_FORM = "web_form"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Consent:
    """Who answered for an endorser: name, role, channel and day (ISO 8601, empty for today).

    `edition_id` is the edition that was agreed to, None for the text as it stands.
    """

    who: str = ""
    role: str = ""
    channel: str = ""
    on: str = ""
    edition_id: str | None = None


NO_CONSENT = Consent()


@dataclass(frozen=True, slots=True)
class EndorsementEvent:
    """Something that happened to an endorsement: kept for good, for a withdrawal erases nothing."""

    id: str
    endorsement_id: str
    state: EndorsementState
    happened_on: str
    noted_at: str
    author: str = ""
    agreed_by: str = ""
    agreed_role: str = ""
    channel: str = ""
    edition_id: str | None = None
    note: str = ""


@dataclass(frozen=True, slots=True)
class EvidenceFile:
    """A file that shows an answer, without its bytes; `size` in bytes, `sha256` in hexadecimal."""

    id: str
    name: str
    media_type: str
    size: int
    sha256: str


@dataclass(frozen=True, slots=True)
class ChangedText:
    """A text that is not the one agreed to any more; an empty side is a text that was not there."""

    block_id: str
    language: str
    field: str
    before: str
    after: str


Agreed = Mapping[str, Mapping[str, tuple[str, str]]]


def agreed_sides(blocks: Sequence[Block]) -> dict[str, dict[str, tuple[str, str]]]:
    """What is agreed to in blocks: block id to language to heading and body, what is written."""
    return {
        block.id: _written(block.renditions)
        for top in blocks
        if top.kind not in _BESIDE_THE_TEXT
        for block in walk((top,))
        if _written(block.renditions)
    }


def changed_since(agreed: Agreed, now: Agreed) -> tuple[ChangedText, ...]:
    """What was changed, added and taken out since a text was agreed to, in the order it stands.

    A language in which nothing was written then is a translation made since, and is no change.
    """
    languages = {code for sides in agreed.values() for code in sides}
    order = [*now, *(block_id for block_id in agreed if block_id not in now)]
    return tuple(
        change
        for block_id in order
        for code in sorted(languages)
        for change in _changes(block_id, code, agreed.get(block_id, {}), now.get(block_id, {}))
        if block_id not in agreed or code in agreed[block_id]
    )


def _changes(
    block_id: str,
    language: str,
    before: Mapping[str, tuple[str, str]],
    after: Mapping[str, tuple[str, str]],
) -> list[ChangedText]:
    olds, news = before.get(language, ("", "")), after.get(language, ("", ""))
    fields = zip(("heading", "body"), olds, news, strict=True)
    return [
        ChangedText(block_id, language, name, old, new)
        for name, old, new in fields
        if old != new and old.split() != new.split()
    ]


def _written(sides: Mapping[str, Rendition]) -> dict[str, tuple[str, str]]:
    return {code: (side.heading, side.body) for code, side in sides.items() if not side.is_empty}


def checked_day(day: str, now: str) -> str:
    """The day of an answer, today's for an empty one; days are those of people here.

    Raises:
        DeskError: it is no day, or one that has not begun here yet.
    """
    today = datetime.fromisoformat(now).astimezone().date()
    if not day:
        return today.isoformat()
    try:
        found = date.fromisoformat(day)
    except ValueError as error:
        raise DeskError(marked("“{day}” is no date."), day=day) from error
    if found > today:
        raise DeskError(
            marked("An answer cannot be dated {day}: that day has not come yet."), day=day
        )
    return found.isoformat()
