"""The actions of the registry of endorsers."""

from __future__ import annotations

from advocate_desk.gui.action_spec import ActionSpec
from advocate_desk.model.marked import marked

REGISTRY: tuple[ActionSpec, ...] = (
    ActionSpec(
        "registry",
        marked("Registry…"),
        "endorsers",
        "Ctrl+Shift+D",
        help=marked("Shows every endorser of the desk: search, add, correct, merge."),
        submenu="registry",
    ),
    ActionSpec(
        "endorser_record",
        marked("Whole record…"),
        "endorsers",
        help=marked("Shows contacts, other names and coalitions of the selected endorser."),
        submenu="registry",
    ),
    ActionSpec(
        "merge_endorsers",
        marked("Merge two records…"),
        "endorsers",
        help=marked("Makes two records of one endorser one, with all names and answers."),
        submenu="registry",
    ),
    ActionSpec(
        "possible_doubles",
        marked("Possible doubles…"),
        "endorsers",
        help=marked("Looks for records that may be one endorser."),
        submenu="registry",
    ),
    ActionSpec(
        "endorser_statistics",
        marked("Statistics…"),
        "endorsers",
        help=marked("Counts endorsers by kind, province and answer."),
        submenu="registry",
    ),
)
