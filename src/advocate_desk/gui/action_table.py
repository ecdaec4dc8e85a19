"""Every action of the window in one table: id, words, key, help, menu, icon."""

from __future__ import annotations

from advocate_desk.gui.action_lists.check_actions import CHECK
from advocate_desk.gui.action_lists.consent_actions import CONSENT
from advocate_desk.gui.action_lists.glossary_actions import GLOSSARY
from advocate_desk.gui.action_lists.history_actions import HISTORY
from advocate_desk.gui.action_lists.library_actions import LIBRARY
from advocate_desk.gui.action_lists.memory_actions import MEMORY
from advocate_desk.gui.action_lists.out_actions import OUT
from advocate_desk.gui.action_lists.registry_actions import REGISTRY
from advocate_desk.gui.action_lists.translation_actions import TRANSLATION
from advocate_desk.gui.action_spec import ActionSpec
from advocate_desk.model.marked import marked

MENUS: tuple[tuple[str, str], ...] = (
    ("file", marked("File")),
    ("edit", marked("Edit")),
    ("statement", marked("Statement")),
    ("clauses", marked("Clauses")),
    ("translation", marked("Translation")),
    ("endorsers", marked("Endorsers")),
    ("view", marked("View")),
    ("help", marked("Help")),
)

SUBMENUS: dict[str, str] = {
    "recent": marked("Recent desks"),
    "statement_kind": marked("Kind of statement"),
    "add_kind": marked("Add block of kind"),
    "change_kind": marked("Change kind of block"),
    "marker": marked("Markers of the list"),
    "placeholder": marked("Insert placeholder"),
    "theme": marked("Colours"),
    "language": marked("Language"),
    "memory": marked("Memory"),
    "glossary": marked("Glossary"),
    "editions": marked("Editions"),
    "checks": marked("Checks"),
    "answers": marked("Answers"),
    "registry": marked("Registry"),
    "send_and_print": marked("Send and print"),
}

_FILE = (
    ActionSpec(
        "new_desk", marked("New desk…"), "file", help=marked("Starts an empty desk in a new file.")
    ),
    ActionSpec(
        "open_desk",
        marked("Open desk…"),
        "file",
        "Ctrl+O",
        help=marked("Opens another desk."),
        icon="open",
    ),
    ActionSpec(
        "import",
        marked("Import…"),
        "file",
        "Ctrl+I",
        help=marked("Reads a statement or a petition from a document."),
        icon="import",
        break_before=True,
    ),
    ActionSpec(
        "export",
        marked("Export…"),
        "file",
        "Ctrl+E",
        help=marked("Checks the statement and writes it as a document."),
        icon="export",
    ),
    ActionSpec(
        "messages",
        marked("Messages…"),
        "file",
        "Ctrl+Shift+E",
        help=marked("Shows the statement as messages for Telegram and Facebook, to copy."),
        icon="messages",
    ),
    ActionSpec(
        "print",
        marked("Print…"),
        "file",
        "Ctrl+P",
        help=marked("Prints the pages as the preview shows them."),
        icon="print",
    ),
    ActionSpec(
        "open_sample",
        marked("Open sample"),
        "file",
        help=marked("Adds the sample statement to this desk and opens it."),
    ),
    ActionSpec(
        "quit",
        marked("Quit"),
        "file",
        "Ctrl+Q",
        help=marked("Closes the window. Everything is already saved."),
        break_before=True,
    ),
)

_EDIT = (
    ActionSpec(
        "undo",
        marked("Undo"),
        "edit",
        "Ctrl+Z",
        help=marked("Takes the last step back."),
        icon="undo",
    ),
    ActionSpec(
        "redo",
        marked("Redo"),
        "edit",
        "Ctrl+Shift+Z",
        help=marked("Does again what was taken back."),
        icon="redo",
    ),
    ActionSpec(
        "find",
        marked("Find in the text…"),
        "edit",
        "Ctrl+F",
        help=marked("Looks for words in both languages."),
        break_before=True,
    ),
    ActionSpec(
        "insert_footnote",
        marked("Insert footnote"),
        "edit",
        "Ctrl+Shift+F",
        help=marked("Makes a footnote of the selected words, or an empty one."),
        break_before=True,
    ),
    ActionSpec(
        "palette",
        marked("All actions…"),
        "edit",
        "Ctrl+K",
        help=marked("Finds any action by its name."),
    ),
)

_STATEMENT = (
    ActionSpec(
        "new_statement",
        marked("New statement"),
        "statement",
        "Ctrl+N",
        help=marked("Starts a statement of any kind, with its usual parts or empty."),
        icon="new",
    ),
    ActionSpec("duplicate_statement", marked("Duplicate statement"), "statement"),
    ActionSpec(
        "save_skeleton",
        marked("Save as skeleton…"),
        "statement",
        help=marked("Keeps the texts of the statement for new ones to start from."),
    ),
    ActionSpec(
        "delete_statement",
        marked("Delete statement"),
        "statement",
        help=marked("Deletes the open statement; Undo brings it back."),
    ),
    ActionSpec(
        "statement_date",
        marked("Date and place…"),
        "statement",
        help=marked("Sets when and where the statement is issued."),
    ),
    ActionSpec(
        "statement_look",
        marked("Page and letterhead…"),
        "statement",
        help=marked("Chooses the style, the header with logos and the letterhead."),
    ),
    ActionSpec(
        "add_block",
        marked("Add block"),
        "statement",
        "Ctrl+Return",
        help=marked("Adds a block after the current one."),
        icon="add",
        break_before=True,
    ),
    ActionSpec("move_up", marked("Move block up"), "statement", "Alt+Up"),
    ActionSpec("move_down", marked("Move block down"), "statement", "Alt+Down"),
    ActionSpec("duplicate_block", marked("Duplicate block"), "statement", "Ctrl+D"),
    ActionSpec(
        "split_block",
        marked("Split here"),
        "statement",
        "Ctrl+Shift+Return",
        help=marked(
            "The paragraph with the cursor and those after it become a block of their own."
        ),
    ),
    ActionSpec("merge_block", marked("Merge with next"), "statement", "Ctrl+Shift+M"),
    ActionSpec(
        "delete_block",
        marked("Delete block"),
        "statement",
        "Ctrl+Shift+Backspace",
        help=marked("Deletes the current block; Undo brings it back."),
    ),
    ActionSpec(
        "indent_item",
        marked("Indent entry"),
        "statement",
        "Ctrl+]",
        help=marked("Makes the entry a part of the one above."),
        break_before=True,
    ),
    ActionSpec("outdent_item", marked("Outdent entry"), "statement", "Ctrl+["),
    ActionSpec(
        "adopt",
        marked("Adopt edition"),
        "statement",
        help=marked("Keeps the text, as it is now, as a numbered edition."),
        break_before=True,
        submenu="editions",
    ),
    ActionSpec(
        "issue",
        marked("Issue edition"),
        "statement",
        help=marked("Marks the newest edition as published."),
        submenu="editions",
    ),
)

_CLAUSES = (
    ActionSpec(
        "insert_clause",
        marked("Insert clause"),
        "clauses",
        "Ctrl+L",
        help=marked("Goes to the clause library; Enter inserts the clause found."),
        icon="clause",
    ),
    ActionSpec(
        "save_clause",
        marked("Save as clause"),
        "clauses",
        help=marked("Keeps the current block in the library, in both languages."),
    ),
    ActionSpec(
        "unlink_clause",
        marked("Unlink from the library"),
        "clauses",
        help=marked("The block keeps its text and no longer follows a clause."),
    ),
)

_ENDORSERS = (
    ActionSpec(
        "show_endorsers",
        marked("Endorsers"),
        "endorsers",
        "Ctrl+2",
        help=marked("Shows who endorses the statement."),
        icon="endorsers",
    ),
    ActionSpec("add_endorser", marked("Add endorser"), "endorsers"),
    ActionSpec("import_endorsers", marked("Import endorsers…"), "endorsers"),
)

_VIEW = (
    ActionSpec("show_text", marked("Text"), "view", "Ctrl+1"),
    ActionSpec("show_preview", marked("Preview"), "view", "Ctrl+3"),
    ActionSpec("show_history", marked("History"), "view", "Ctrl+4"),
    ActionSpec(
        "check",
        marked("Check"),
        "view",
        "F8",
        help=marked("Looks for what is missing or out of date."),
        icon="check",
        break_before=True,
    ),
    ActionSpec("next_problem", marked("Next problem"), "view", "F7"),
    ActionSpec("previous_problem", marked("Previous problem"), "view", "Shift+F7"),
    ActionSpec(
        "next_pane",
        marked("Next pane"),
        "view",
        "F6",
        help=marked("Statements, text, library and checks, one after the other."),
        break_before=True,
    ),
    ActionSpec("previous_pane", marked("Previous pane"), "view", "Shift+F6"),
    ActionSpec("other_language", marked("Other language"), "view", "Ctrl+Tab"),
    ActionSpec(
        "focus_mode",
        marked("Only the text"),
        "view",
        "F11",
        help=marked("Hides everything but the text."),
        checkable=True,
        break_before=True,
    ),
    ActionSpec("bigger", marked("Bigger text"), "view", "Ctrl++"),
    ActionSpec("smaller", marked("Smaller text"), "view", "Ctrl+-"),
    ActionSpec(
        "theme_system",
        marked("Follow the system"),
        "view",
        group="theme",
        submenu="theme",
        break_before=True,
    ),
    ActionSpec("theme_light", marked("Light"), "view", group="theme", submenu="theme"),
    ActionSpec("theme_dark", marked("Dark"), "view", group="theme", submenu="theme"),
    ActionSpec("language_km", "ខ្មែរ", "view", group="language", submenu="language"),
    ActionSpec("language_en", "English", "view", group="language", submenu="language"),
)

_HELP = (
    ActionSpec("shortcuts", marked("Keyboard"), "help", "F1", help=marked("Lists every key.")),
    ActionSpec("about", marked("About Advocate Desk"), "help"),
)

TABLE: tuple[ActionSpec, ...] = (
    *_FILE,
    *_EDIT,
    *_STATEMENT,
    *CHECK,
    *HISTORY,
    *_CLAUSES,
    *LIBRARY,
    *TRANSLATION,
    *MEMORY,
    *GLOSSARY,
    *_ENDORSERS,
    *CONSENT,
    *REGISTRY,
    *OUT,
    *_VIEW,
    *_HELP,
)
