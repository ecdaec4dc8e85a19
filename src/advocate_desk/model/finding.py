"""Results of checks."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from dataclasses import field as dataclass_field

from typing_extensions import override

from advocate_desk.model.kinds import Severity


@dataclass(frozen=True, slots=True)
class Finding:
    """One result of a check: the exact place, and what to do about it.

    `message` is an untranslated catalogue text filled from `arguments`. `field` is `heading`,
    `body`, `name` and so on; `block_id` is empty for findings about the whole statement or about
    an endorsement (then `endorsement_id` is set).
    """

    severity: Severity
    rule: str
    message: str
    block_id: str = ""
    language: str = ""
    field: str = ""
    endorsement_id: str = ""
    arguments: Mapping[str, object] = dataclass_field(default_factory=dict)

    @override
    def __str__(self) -> str:
        return self.message.format(**self.arguments)
