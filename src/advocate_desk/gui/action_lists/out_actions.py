"""The actions of what goes out about endorsers, and of what comes back."""

from __future__ import annotations

from advocate_desk.gui.action_spec import ActionSpec
from advocate_desk.model.marked import marked

OUT: tuple[ActionSpec, ...] = (
    ActionSpec(
        "sign_on_forms",
        marked("Sign-on forms…"),
        "endorsers",
        help=marked("Writes a form to sign for each endorser, with a code that comes back."),
        submenu="send_and_print",
    ),
    ActionSpec(
        "read_forms",
        marked("Read returned forms…"),
        "endorsers",
        help=marked("Finds whose form it is, shows what was filled in, and keeps the file."),
        submenu="send_and_print",
    ),
    ActionSpec(
        "export_endorsers",
        marked("Export list…"),
        "endorsers",
        help=marked("Writes the endorsers of this statement or of the registry as a table."),
        break_before=True,
        submenu="send_and_print",
    ),
    ActionSpec(
        "address_labels",
        marked("Address labels…"),
        "endorsers",
        help=marked("Writes labels with names, contact persons and provinces on A4 sheets."),
        submenu="send_and_print",
    ),
    ActionSpec(
        "addendum",
        marked("Addendum…"),
        "endorsers",
        help=marked("Writes a document with those who joined since an edition."),
        break_before=True,
        submenu="send_and_print",
    ),
    ActionSpec(
        "make_erratum",
        marked("Make erratum…"),
        "endorsers",
        help=marked(
            "Adopts the list as it stands and drafts a statement that corrects an edition."
        ),
        submenu="send_and_print",
    ),
)
