"""The actions of the history."""

from __future__ import annotations

from advocate_desk.gui.action_spec import ActionSpec
from advocate_desk.model.marked import marked

HISTORY: tuple[ActionSpec, ...] = (
    ActionSpec(
        "compare_editions",
        marked("What changed since an edition"),
        "statement",
        "Ctrl+Shift+H",
        help=marked(
            "Shows what is different between two editions, or an edition and the text now."
        ),
        break_before=True,
        submenu="editions",
    ),
    ActionSpec(
        "export_redline",
        marked("Export redline…"),
        "statement",
        help=marked("Writes what changed as a Word document with tracked changes."),
        submenu="editions",
    ),
    ActionSpec(
        "restore_edition",
        marked("Restore the chosen edition"),
        "statement",
        help=marked("Brings the text of the edition chosen on the history page back."),
        submenu="editions",
    ),
)
