"""The actions of the glossary."""

from __future__ import annotations

from advocate_desk.gui.action_spec import ActionSpec
from advocate_desk.model.marked import marked

_TERMS = (
    ActionSpec(
        "glossary",
        marked("Glossary…"),
        "translation",
        "Ctrl+G",
        help=marked("Shows every term: search, add, correct, import and export."),
        break_before=True,
        submenu="glossary",
    ),
    ActionSpec(
        "show_terms",
        marked("Terms of this block"),
        "translation",
        "Ctrl+Shift+T",
        help=marked("Shows what the glossary calls things on this side."),
    ),
    ActionSpec(
        "insert_term",
        marked("Insert next term"),
        "translation",
        "Ctrl+T",
        help=marked("Puts the first term in that the other side has and this one has not."),
    ),
    ActionSpec(
        "add_term",
        marked("Add to the glossary…"),
        "translation",
        "Ctrl+Shift+G",
        help=marked("Makes a term of what is selected."),
        submenu="glossary",
    ),
)

_ACRONYMS = (
    ActionSpec(
        "define_acronyms",
        marked("Explain acronyms at first use"),
        "translation",
        help=marked("Each acronym is explained where it is used first, and only there."),
        break_before=True,
        submenu="glossary",
    ),
    ActionSpec(
        "shorten_acronyms",
        marked("Shorten later uses to acronyms"),
        "translation",
        help=marked("Full forms behind the explanation become the acronym."),
        submenu="glossary",
    ),
    ActionSpec(
        "spell_out_acronyms",
        marked("Spell out acronyms"),
        "translation",
        help=marked("Every acronym gives way to what it stands for."),
        submenu="glossary",
    ),
)

_MARKS = (
    ActionSpec(
        "mark_terms",
        marked("Underline known terms"),
        "view",
        help=marked("A dotted line for a term of the glossary, a wave for a form not to be used."),
        checkable=True,
        break_before=True,
    ),
)

GLOSSARY: tuple[ActionSpec, ...] = (*_TERMS, *_ACRONYMS, *_MARKS)
