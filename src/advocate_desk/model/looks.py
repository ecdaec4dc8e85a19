"""What a statement says of its page: header, pictures, the names of its style and letterhead."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field

from advocate_desk.model.header import HeaderKind
from advocate_desk.model.kinds import StatementKind

STATE_HEADER_KINDS = frozenset(
    {StatementKind.PETITION, StatementKind.OPEN_LETTER, StatementKind.COVER_LETTER}
)
# The style of a statement for which nobody chose one.
USUAL_STYLES: Mapping[StatementKind, str] = {
    StatementKind.PETITION: "petition",
    StatementKind.OPEN_LETTER: "formal_letter",
    StatementKind.COVER_LETTER: "formal_letter",
    StatementKind.INVITATION: "formal_letter",
    StatementKind.FOLLOW_UP: "formal_letter",
    StatementKind.MEDIA_NOTICE: "press_release",
}


@dataclass(frozen=True, slots=True)
class HeaderChoice:
    """A header as it is stored: logos by the ids of the desk's images."""

    kind: HeaderKind = HeaderKind.NONE
    organisation: Mapping[str, str] = field(default_factory=dict, hash=False)
    lines: Mapping[str, str] = field(default_factory=dict, hash=False)
    logo_ids: tuple[str, ...] = ()


NO_CHOICE = HeaderChoice()


@dataclass(frozen=True, slots=True)
class StoredImage:
    """A picture of the desk, without metadata; `data` is empty in lists."""

    id: str
    name: str
    media_type: str
    sha256: str
    width: int
    height: int
    data: bytes = field(default=b"", repr=False)


@dataclass(frozen=True, slots=True)
class KnownStyle:
    """A style that can be chosen; `title` per language, empty where its file cannot be read."""

    name: str
    title: Mapping[str, str] = field(hash=False)
    is_own: bool = False


@dataclass(frozen=True, slots=True)
class LunarLine:
    """The lunar date of a statement in one language, and whether somebody typed it."""

    text: str
    is_override: bool = False


@dataclass(frozen=True, slots=True)
class OwnPlaceholder:
    """A placeholder of a statement's own: its values, and whether a text of it holds it."""

    name: str
    values: Mapping[str, str] = field(hash=False)
    is_used: bool = True


@dataclass(frozen=True, slots=True)
class Skeleton:
    """What a new statement can start from; the id of a shipped one is its kind."""

    id: str
    kind: StatementKind
    title: Mapping[str, str] = field(hash=False)
    is_own: bool = False


def may_have_state_header(kind: StatementKind) -> bool:
    """Whether the State's name may stand above such a statement: those sent to authorities."""
    return kind in STATE_HEADER_KINDS


def header_as_text(choice: HeaderChoice | None) -> str:
    """The header as JSON, an empty text for None (as the desk has it)."""
    if choice is None:
        return ""
    return json.dumps(
        {
            "kind": choice.kind.value,
            "organisation": dict(choice.organisation),
            "lines": dict(choice.lines),
            "logos": list(choice.logo_ids),
        },
        ensure_ascii=False,
        sort_keys=True,
    )


def header_from_text(text: str) -> HeaderChoice | None:
    """What `header_as_text` wrote."""
    if not text:
        return None
    kept = json.loads(text)
    return HeaderChoice(
        HeaderKind(kept["kind"]), kept["organisation"], kept["lines"], tuple(kept["logos"])
    )
