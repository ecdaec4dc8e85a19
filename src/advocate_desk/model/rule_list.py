"""Every rule of a check by its id: what it is called, why it looks, and whether it may be off."""

from __future__ import annotations

from collections.abc import Mapping

from advocate_desk.model.dirt.rules import INFOS as DIRT
from advocate_desk.model.list_checks import INFOS as LISTS
from advocate_desk.model.marked import marked
from advocate_desk.model.rule_info import RuleInfo
from advocate_desk.model.rules_of_languages import INFOS as LANGUAGES

# What must never go out: these rules are never off, and their findings are never put aside.
NEVER_OFF = frozenset(
    {
        "missing_rendition",
        "unresolved_placeholder",
        "withheld_name",
        "withheld_name_in_entry",
        "state_header",
    }
)

_STATEMENT = (
    RuleInfo(
        "missing_rendition",
        marked("A language that is not written"),
        marked("A statement goes out in every language it is printed in, or not at all."),
    ),
    RuleInfo(
        "unresolved_placeholder",
        marked("Placeholders without a value"),
        marked("Double braces must not reach the reader."),
    ),
    RuleInfo(
        "withheld_name",
        marked("Withheld names in texts"),
        marked("Whoever asked not to be named is named nowhere."),
    ),
    RuleInfo(
        "near_withheld_name",
        marked("Words that may tell a withheld name"),
        marked("A part of a name, or the place it is named after, may tell who it is."),
    ),
    RuleInfo(
        "withheld_name_in_entry",
        marked("Withheld names in other entries"),
        marked("Whoever asked not to be named is named nowhere."),
    ),
    RuleInfo(
        "state_header",
        marked("The State header on other papers"),
        marked("It is for petitions and letters to authorities only."),
    ),
    RuleInfo(
        "stale_rendition",
        marked("Translations behind their source"),
        marked("The other side changed after this one was written."),
    ),
    RuleInfo(
        "no_title",
        marked("A statement without a title"),
        marked("Readers and files know a statement by its title."),
    ),
    RuleInfo(
        "unplaced_text",
        marked("Imported texts without a place"),
        marked("What an import could not place is not printed."),
    ),
    RuleInfo(
        "typed_number",
        marked("Numbers typed before a demand"),
        marked("Demands are numbered by the program, in both languages."),
    ),
    RuleInfo(
        "other_date",
        marked("Another day in the issue line"),
        marked("The issue line and the date of the statement are the same day."),
    ),
    RuleInfo(
        "empty_block",
        marked("Empty blocks"),
        marked("They are left out of documents."),
    ),
)
_ENDORSERS = (
    RuleInfo(
        "no_endorser_list",
        marked("Endorsers without a list"),
        marked("Endorsers are printed where the statement has an endorser list."),
    ),
    RuleInfo(
        "empty_endorser_list",
        marked("An endorser list without endorsers"),
        marked("Its heading would stand above nothing."),
    ),
    RuleInfo(
        "unconfirmed_endorser",
        marked("Endorsers who have not answered"),
        marked("Only those who confirmed are printed."),
    ),
    RuleInfo(
        "nameless_endorser",
        marked("Endorsers without a name in a language"),
        marked("The list of that language would lack them."),
    ),
    RuleInfo(
        "sensitive_endorser_printed",
        marked("Names printed that need care"),
        marked("The registry notes why; ask before the name is printed."),
    ),
    RuleInfo(
        "withheld_elsewhere_printed",
        marked("Names withheld in another statement"),
        marked("Whoever was withheld once may have to be withheld again."),
    ),
    RuleInfo(
        "changed_after_consent",
        marked("Endorsers who agreed to a previous text"),
        marked("The text changed after they agreed to it."),
    ),
)
_PAGE = (
    RuleInfo(
        "missing_logo",
        marked("Logos that are missing"),
        marked("The header was chosen with logos that are not there."),
    ),
    RuleInfo(
        "nameless_header",
        marked("A header without a name"),
        marked("The leading organisation has no name in a printed language."),
    ),
    RuleInfo(
        "unusable_style",
        marked("A style that cannot be used"),
        marked("The usual style takes its place."),
    ),
    RuleInfo(
        "unusable_letterhead",
        marked("A letterhead that cannot be used"),
        marked("The page is written without it."),
    ),
    RuleInfo(
        "third_script",
        marked("Text in another script"),
        marked("No font that comes along draws it."),
    ),
    RuleInfo(
        "missing_glyph",
        marked("Letters a style’s font lacks"),
        marked("Another font takes their place and may look different."),
    ),
)
RULE_INFOS: tuple[RuleInfo, ...] = (*_STATEMENT, *_ENDORSERS, *LISTS, *_PAGE, *LANGUAGES, *DIRT)
_BY_ID: Mapping[str, RuleInfo] = {info.id: info for info in RULE_INFOS}


def rule_info(rule: str) -> RuleInfo:
    """What a rule is called; a rule nobody knows any more is called by its id."""
    return _BY_ID.get(rule) or RuleInfo(rule, rule, "")


def may_be_off(rule: str) -> bool:
    """Whether a statement may do without a rule."""
    return rule in _BY_ID and rule not in NEVER_OFF
