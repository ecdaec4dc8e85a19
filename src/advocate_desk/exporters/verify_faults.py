"""What the proof of a document reports: one fault per thing that is wrong, with its place."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from typing_extensions import override

from advocate_desk.model.errors import DeskError
from advocate_desk.model.marked import marked

MOST_OF_A_RULE = 100
_MANY = marked("There are more faults of this kind than are listed.")


class Rule(StrEnum):
    """What a document is held to."""

    PARTS = "parts"
    RELATIONS = "relations"
    CONTENT_TYPES = "content_types"
    MARKUP = "markup"
    ORDER = "order"
    FONTS = "fonts"
    METADATA = "metadata"
    CHANGES = "changes"
    PICTURES = "pictures"
    SCRIPT = "script"
    NUMBERING = "numbering"
    TEXT = "text"
    NAMES = "names"


class DocumentUnreadable(DeskError):  # noqa: N818 - a refusal, named as the user meets it
    """A file that is no Word document, or that nobody should open."""


@dataclass(frozen=True, slots=True)
class Fault:
    """One fault: `place` is the part and, where it is in a text, the paragraph counted from 1.

    `message` is an untranslated catalogue text that `arguments` fills.
    """

    rule: Rule
    place: str
    message: str
    arguments: Mapping[str, object] = field(default_factory=dict)

    @override
    def __str__(self) -> str:
        return self.message.format(**self.arguments)


def place(part: str, paragraph: int = 0) -> str:
    """A part and a paragraph in it, readable in every language."""
    return f"{part} ¶ {paragraph}" if paragraph else part


@dataclass(slots=True)
class Faults:
    """Collects faults; a document that is wrong throughout does not fill the memory."""

    found: list[Fault] = field(default_factory=list)
    _counts: Counter[Rule] = field(default_factory=Counter)
    _last: Fault | None = None

    def add(self, rule: Rule, where: str, message: str, **arguments: object) -> None:
        """Report one fault, or that there are more of its kind; the same one again says nothing."""
        fault = Fault(rule, where, message, arguments)
        if fault == self._last:
            return
        self._last = fault
        self._counts[rule] += 1
        if self._counts[rule] <= MOST_OF_A_RULE:
            self.found.append(fault)
        elif self._counts[rule] == MOST_OF_A_RULE + 1:
            self.found.append(Fault(rule, where, _MANY))
