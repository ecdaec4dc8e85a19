"""What kinds of endorsers the registry knows, in the language of the window."""

from __future__ import annotations

from collections.abc import Mapping

from advocate_desk.language.catalog import tr
from advocate_desk.model.marked import marked

ENDORSER_KINDS: Mapping[str, str] = {
    "ngo": marked("Organisation"),
    "network": marked("Network"),
    "coalition": marked("Coalition"),
    "federation": marked("Federation"),
    "union": marked("Union"),
    "association": marked("Association"),
    "community": marked("Community"),
    "media": marked("Media"),
    "school": marked("School or university"),
    "person": marked("Person"),
    "other": marked("Other"),
}


def kind_word(kind: str) -> str:
    """What a kind of endorser is called; a kind we do not know shows as it is written."""
    return tr(ENDORSER_KINDS[kind]) if kind in ENDORSER_KINDS else kind
