"""The actions about answers and consent."""

from __future__ import annotations

from advocate_desk.gui.action_spec import ActionSpec
from advocate_desk.model.marked import marked

CONSENT: tuple[ActionSpec, ...] = (
    ActionSpec(
        "answer_endorsers",
        marked("Answer with details…"),
        "endorsers",
        help=marked("Notes who answered for the selected endorsers, how, when and to which text."),
        break_before=True,
        submenu="answers",
    ),
    ActionSpec(
        "endorsement_details",
        marked("History and evidence…"),
        "endorsers",
        help=marked("Shows what happened to an endorsement, its evidence files and contacts."),
        submenu="answers",
    ),
    ActionSpec(
        "endorser_messages",
        marked("Messages to copy…"),
        "endorsers",
        help=marked("Invitations, reminders and requests to confirm, in Khmer and English."),
        submenu="answers",
    ),
    ActionSpec(
        "earlier_texts",
        marked("Agreed to an earlier text…"),
        "endorsers",
        help=marked("Shows who agreed to another text than the one that stands, and what changed."),
        submenu="answers",
    ),
    ActionSpec(
        "withheld_line",
        marked("Line of withheld names…"),
        "endorsers",
        help=marked("Words the line that counts the endorsers whose names are withheld."),
        submenu="answers",
    ),
)
