"""What a rule of a check is called, and why it looks."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class RuleInfo:
    """A rule as it stands in the list of rules; `title` and `why` are catalogue texts.

    `id` never changes: statements remember it when the rule is switched off.
    """

    id: str
    title: str
    why: str
