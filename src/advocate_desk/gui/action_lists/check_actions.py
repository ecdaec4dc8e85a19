"""The actions of the checks."""

from __future__ import annotations

from advocate_desk.gui.action_spec import ActionSpec
from advocate_desk.model.marked import marked

CHECK: tuple[ActionSpec, ...] = (
    ActionSpec(
        "fix_finding",
        marked("Fix"),
        "statement",
        "Ctrl+.",
        help=marked("Makes the correction that the chosen finding proposes."),
        submenu="checks",
    ),
    ActionSpec(
        "fix_all_findings",
        marked("Fix all of this kind"),
        "statement",
        "Ctrl+Shift+.",
        help=marked("Makes every correction of the chosen finding’s rule, as one step."),
        submenu="checks",
    ),
    ActionSpec(
        "dismiss_finding",
        marked("Dismiss…"),
        "statement",
        help=marked("Puts the chosen finding aside with a reason, until its text changes."),
        submenu="checks",
    ),
    ActionSpec(
        "switch_rule_off",
        marked("Switch this rule off here"),
        "statement",
        help=marked("This statement is not checked by the rule any more."),
        submenu="checks",
    ),
    ActionSpec(
        "check_rules",
        marked("Rules and dismissed findings…"),
        "statement",
        help=marked("Shows every rule, and what was dismissed by whom and why."),
        submenu="checks",
    ),
)
