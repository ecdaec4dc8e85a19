"""The actions of the memory."""

from __future__ import annotations

from advocate_desk.gui.action_spec import ActionSpec
from advocate_desk.model.marked import marked

MEMORY: tuple[ActionSpec, ...] = (
    ActionSpec(
        "look_up_memory",
        marked("Look up in the memory"),
        "translation",
        "Ctrl+J",
        help=marked("Shows what was said before about the same, with what is different."),
        break_before=True,
    ),
    ActionSpec(
        "align_halves",
        marked("Align the two languages…"),
        "translation",
        help=marked("Brings two halves of an old document side by side."),
    ),
    ActionSpec(
        "align_statements",
        marked("Align with another statement…"),
        "translation",
        help=marked("Brings a statement in the other language in beside this one."),
    ),
    ActionSpec(
        "take_into_memory",
        marked("Take this statement into the memory"),
        "translation",
        help=marked("Keeps every pair of texts that is signed off."),
        submenu="memory",
    ),
    ActionSpec(
        "show_memory",
        marked("What is in the memory…"),
        "translation",
        help=marked("Shows where the pairs came from, and clears what is not wanted."),
        submenu="memory",
    ),
    ActionSpec(
        "import_memory",
        marked("Import a memory (TMX)…"),
        "translation",
        help=marked("Reads the translation memory of another program."),
        submenu="memory",
    ),
    ActionSpec(
        "export_memory",
        marked("Export the memory (TMX)…"),
        "translation",
        help=marked("Writes the memory for OmegaT and other programs; nobody is named in it."),
        submenu="memory",
    ),
)
