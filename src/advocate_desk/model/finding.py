"""Results of checks."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from dataclasses import field as dataclass_field

from typing_extensions import override

from advocate_desk.model.kinds import Severity


@dataclass(frozen=True, slots=True)
class Fix:
    """One exact replacement: `text[start:end]` of a field becomes `replacement`.

    `text` is the field's whole text as the rule saw it: a fix of a text that changed since is
    refused. `block_id` is empty for the name of an endorser, whose id then stands in
    `endorser_id` and whose `field` is `name` or `acronym`. Offsets count code points.
    """

    block_id: str
    language: str
    field: str
    start: int
    end: int
    replacement: str
    text: str = dataclass_field(kw_only=True, repr=False)
    endorser_id: str = dataclass_field(default="", kw_only=True)

    @property
    def found(self) -> str:
        """What is replaced; empty where something is only put in."""
        return self.text[self.start : self.end]

    @property
    def corrected(self) -> str:
        """The field's whole text with the replacement in it."""
        return self.text[: self.start] + self.replacement + self.text[self.end :]


@dataclass(frozen=True, slots=True)
class Finding:
    """One result of a check: the exact place, and what to do about it.

    `message` is an untranslated catalogue text filled from `arguments`. `field` is `heading`,
    `body`, `name` and so on; `block_id` is empty for findings about the whole statement or about
    an endorsement (then `endorsement_id` is set). Two values that differ stand in `arguments`,
    those of the languages under `khmer` and `english`. `fix` is the correction one click makes,
    together with `more_fixes` where the finding is about several places. `matched` is the piece of
    text the finding is about, which its dismissal is bound to.
    """

    severity: Severity
    rule: str
    message: str
    block_id: str = ""
    language: str = ""
    field: str = ""
    endorsement_id: str = ""
    arguments: Mapping[str, object] = dataclass_field(default_factory=dict)
    fix: Fix | None = None
    matched: str = dataclass_field(default="", repr=False)
    more_fixes: tuple[Fix, ...] = ()

    @property
    def fixes(self) -> tuple[Fix, ...]:
        """Every correction that one click makes."""
        return (self.fix, *self.more_fixes) if self.fix else ()

    @override
    def __str__(self) -> str:
        return self.message.format(**self.arguments)
