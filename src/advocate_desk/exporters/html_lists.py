"""The entries of lists as HTML.

English numbers are those of a real `ol`. Khmer markers are text: browsers have Khmer numerals only
as a style, which is not ours to set and is lost when somebody copies the list. A list whose markers
are text says that it is one by its role.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from itertools import groupby

from advocate_desk.exporters.blocks import Part, Role
from advocate_desk.exporters.html_text import escaped, part_text

_ROLES = frozenset({Role.ITEM, Role.ITEM_NOTE, Role.ENDORSER})


class _Kind(StrEnum):
    """Who writes the markers: the browser numbers or bullets, or they are text."""

    NUMBERS = "ol"
    SIGNS = "ul"
    TEXT = "div"


@dataclass(slots=True)
class _Entry:
    """One entry: its paragraphs, and the entries below it."""

    first: Part
    parts: list[Part] = field(default_factory=list)
    inner: list[Part] = field(default_factory=list)

    @property
    def kind(self) -> _Kind:
        """How it is marked."""
        if self.first.number and self.first.marker == f"{self.first.number}.":
            return _Kind.NUMBERS
        is_sign = bool(self.first.marker) and not self.first.number
        return _Kind.SIGNS if is_sign else _Kind.TEXT


def is_entry(part: Part) -> bool:
    """Whether a part stands in a list."""
    return part.role in _ROLES


def lists(parts: Sequence[Part]) -> str:
    """The lists that some entries make, one after the other."""
    groups = groupby(_entries(parts), lambda entry: (entry.kind, entry.first.list_id))
    return "".join(_list(kind, list(entries)) for (kind, _), entries in groups)


def _entries(parts: Sequence[Part]) -> Iterator[_Entry]:
    entry: _Entry | None = None
    for part in parts:
        if entry is not None and part.level > entry.first.level:
            entry.inner.append(part)
        elif entry is not None and _goes_on(entry, part):
            entry.parts.append(part)
        else:
            if entry is not None:
                yield entry
            entry = _Entry(part, [part])
    if entry is not None:
        yield entry


def _goes_on(entry: _Entry, part: Part) -> bool:
    is_same = part.block_id == entry.first.block_id
    return part.role is Role.ITEM_NOTE or (is_same and not part.marker)


def _list(kind: _Kind, entries: list[_Entry]) -> str:
    if kind is _Kind.TEXT:
        return f'<div role="list">\n{"".join(map(_text_entry, entries))}</div>\n'
    first = entries[0].first.number
    start = f' start="{first}"' if kind is _Kind.NUMBERS and first != 1 else ""
    items = "".join(
        _item(entry, entry.first.number - number)
        for number, entry in enumerate(entries, start=first)
    )
    return f"<{kind}{start}>\n{items}</{kind}>\n"


def _item(entry: _Entry, jump: int) -> str:
    """An entry that the browser marks; one that does not follow the one before says its number."""
    value = f' value="{entry.first.number}"' if jump and entry.first.number else ""
    return f"<li{value}>{_content(entry, '')}</li>\n"


def _text_entry(entry: _Entry) -> str:
    marker = f"{escaped(entry.first.marker)} " if entry.first.marker else ""
    return f'<div role="listitem">{_content(entry, marker)}</div>\n'


def _content(entry: _Entry, marker: str) -> str:
    texts = [part_text(part) for part in entry.parts]
    texts[0] = marker + texts[0]
    own = texts[0] if len(texts) == 1 else "".join(f"<p>{text}</p>" for text in texts)
    return own + (f"\n{lists(entry.inner)}" if entry.inner else "")
