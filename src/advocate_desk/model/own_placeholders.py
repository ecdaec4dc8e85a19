"""Names of placeholders that a statement has for itself."""

from __future__ import annotations

import re

from advocate_desk.model.placeholders import KNOWN

FOOTNOTE = "footnote"
_NAME = re.compile(r"[a-z][a-z0-9_]{0,40}")


def is_taken(name: str) -> bool:
    """Whether the program itself gives the name a meaning."""
    return name in KNOWN or name == FOOTNOTE


def is_own(name: str) -> bool:
    """Whether a name can be one of a statement's own placeholders."""
    return _NAME.fullmatch(name) is not None and not is_taken(name)
