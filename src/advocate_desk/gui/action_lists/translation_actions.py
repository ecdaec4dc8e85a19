"""The actions of the translation."""

from __future__ import annotations

from advocate_desk.gui.action_spec import ActionSpec
from advocate_desk.model.marked import marked

_STEPS = (
    ActionSpec(
        "next_unfinished",
        marked("Next unfinished"),
        "translation",
        "F9",
        help=marked(
            "Goes to the next text that is missing or stale, or that the filter looks for."
        ),
    ),
    ActionSpec("previous_unfinished", marked("Previous unfinished"), "translation", "Shift+F9"),
    ActionSpec(
        "filter_text",
        marked("Show only some blocks…"),
        "translation",
        "Ctrl+Shift+L",
        help=marked("Shows only what is missing, stale, in review, not approved or commented."),
        icon="filter",
    ),
)

_STATES = (
    ActionSpec(
        "show_changes",
        marked("What changed"),
        "translation",
        "Ctrl+Shift+W",
        help=marked("Shows how the source changed since this side was translated."),
        break_before=True,
    ),
    ActionSpec(
        "mark_current",
        marked("Mark translation current"),
        "translation",
        "Ctrl+M",
        help=marked("Says that this side says the same as the other one."),
    ),
    ActionSpec(
        "ask_review",
        marked("Ready for review"),
        "translation",
        "Ctrl+R",
        help=marked("Asks a reviewer to read this side."),
    ),
    ActionSpec(
        "sign_off",
        marked("Sign off"),
        "translation",
        "Ctrl+Shift+R",
        help=marked("Approves this side of the block in your name."),
    ),
    ActionSpec(
        "back_to_draft",
        marked("Back to draft"),
        "translation",
        help=marked("Takes a sign-off or the wish for a review back."),
    ),
    ActionSpec(
        "sign_off_statement",
        marked("Sign off a language…"),
        "translation",
        help=marked("Approves everything that is ready in one language of the statement."),
    ),
)

_COMMENTS = (
    ActionSpec(
        "add_comment",
        marked("Comment on this block…"),
        "translation",
        "Ctrl+Shift+C",
        help=marked("Writes a comment for your colleagues; it is in no document."),
        icon="comment",
        break_before=True,
    ),
    ActionSpec(
        "show_comments",
        marked("Comments"),
        "translation",
        help=marked("Shows the comments on the statement."),
    ),
    ActionSpec(
        "your_name",
        marked("Your name…"),
        "translation",
        help=marked("Changes the name beside your comments and sign-offs."),
    ),
)

TRANSLATION: tuple[ActionSpec, ...] = (*_STEPS, *_STATES, *_COMMENTS)
