"""Findings that somebody put aside, and why."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass

from advocate_desk.model.finding import Finding


@dataclass(frozen=True, slots=True)
class Dismissal:
    """One finding put aside: the rule, the mark of the place and text, who, when and why.

    `mark` is bound to the matched text: when the text changes the finding comes back.
    """

    rule: str
    mark: str
    reason: str
    author: str = ""
    dismissed_at: str = ""


@dataclass(frozen=True, slots=True)
class PutAside:
    """A dismissal and the finding it is about; None where the text changed since."""

    dismissal: Dismissal
    finding: Finding | None = None


def mark_of(finding: Finding) -> str:
    """What a dismissal is bound to: rule, place, language, field and the matched text."""
    place = (finding.rule, finding.block_id, finding.endorsement_id)
    values = sorted((name, str(value)) for name, value in finding.arguments.items())
    text = (finding.language, finding.field, finding.matched or repr(values))
    return hashlib.sha256("\x1f".join((*place, *text)).encode()).hexdigest()
