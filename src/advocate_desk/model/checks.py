"""The rules a statement is checked by before it goes out; `model/checker.py` applies them.

Rules about a block look at nothing of other blocks; rules about the statement may.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace

from advocate_desk.language.dates import find_date
from advocate_desk.model import placeholders
from advocate_desk.model.acronyms import ACRONYM_RULES
from advocate_desk.model.checked import BlockRule, Checked, Rule, printed_texts
from advocate_desk.model.dirt.rules import dirty_across, dirty_block, dirty_names
from advocate_desk.model.endorsement import Endorsement
from advocate_desk.model.finding import Finding
from advocate_desk.model.kinds import (
    ENGLISH,
    KHMER,
    WITH_HEADING,
    WITHOUT_TEXT,
    BlockKind,
    EndorsementState,
    Severity,
    TranslationState,
)
from advocate_desk.model.list_checks import LIST_RULES
from advocate_desk.model.marked import marked
from advocate_desk.model.own_placeholders import is_own
from advocate_desk.model.page_checks import (
    PAGE_BLOCK_RULES,
    PAGE_RULES,
)
from advocate_desk.model.parity.rules import parity
from advocate_desk.model.safety_checks import SAFETY_BLOCK_RULES, SAFETY_RULES
from advocate_desk.model.statement import Block
from advocate_desk.model.terms_checks import TERM_RULES

TYPED_NUMBER = re.compile(r"^\s*(?:[0-9]{1,3}|[០-៩]{1,3})\s*[.)។៖:\-–]")
_OPEN_STATES = frozenset({EndorsementState.INVITED, EndorsementState.REMINDED})


def no_title(checked: Checked) -> Iterator[Finding]:
    """A statement without a title block."""
    if not any(block.kind is BlockKind.TITLE for block in checked.statement.blocks):
        yield Finding(Severity.WARNING, "no_title", marked("The statement has no title."))


def unplaced_text(checked: Checked) -> Iterator[Finding]:
    """Imported text that no block took."""
    if checked.statement.unplaced:
        yield Finding(
            Severity.WARNING,
            "unplaced_text",
            marked("Texts of the import have no place yet: {count}. Place or dismiss them."),
            arguments={"count": len(checked.statement.unplaced)},
        )


def no_endorser_list(checked: Checked) -> Iterator[Finding]:
    """Endorsers who will not be printed because the statement has no list for them."""
    listed = any(b.kind is BlockKind.ENDORSER_LIST for b in checked.statement.blocks)
    if checked.listed and not listed:
        yield Finding(
            Severity.WARNING,
            "no_endorser_list",
            marked("Endorsers confirmed, but the statement has no endorser list to print them in."),
        )


def missing_rendition(checked: Checked, block: Block) -> Iterator[Finding]:
    """A side that is not written in a language that will be printed, field by field."""
    if block.kind in WITHOUT_TEXT:
        return
    for code in checked.languages:
        side = block.rendition(code)
        for field in _wanted_fields(block):
            if not getattr(side, field).strip():
                yield _missing(block, code, field)


def _wanted_fields(block: Block) -> tuple[str, ...]:
    """The fields that some language has; an empty demand lacks its body."""
    sides = tuple(block.renditions.values())
    heading = any(side.heading.strip() for side in sides)
    body = any(side.body.strip() for side in sides)
    if block.kind in WITH_HEADING and not heading and not body:
        return ("heading", "body")
    return (*(("heading",) if heading else ()), *(("body",) if body else ()))


def _missing(block: Block, language: str, field: str) -> Finding:
    message = (
        marked("The heading is not written in this language yet.")
        if field == "heading"
        else marked("Nothing is written in this language yet.")
    )
    return Finding(Severity.BLOCKER, "missing_rendition", message, block.id, language, field)


def stale_rendition(checked: Checked, block: Block) -> Iterator[Finding]:
    """A side whose source changed after it was translated."""
    for code in checked.languages:
        if block.rendition(code).state is TranslationState.STALE:
            yield Finding(
                Severity.WARNING,
                "stale_rendition",
                marked("The other side changed since. Correct this one or mark it current."),
                block.id,
                code,
                "body",
            )


def unresolved_placeholder(checked: Checked, block: Block) -> Iterator[Finding]:
    """Double braces that nothing can fill: unknown words, or no date or place set."""
    for code, field, text in printed_texts(checked, block):
        for name in dict.fromkeys(placeholders.placeholders(text)):
            message = _why_unresolved(checked, code, name)
            if message:
                yield Finding(
                    Severity.BLOCKER,
                    "unresolved_placeholder",
                    message,
                    block.id,
                    code,
                    field,
                    arguments={"placeholder": "{{" + name + "}}"},
                )


def _why_unresolved(checked: Checked, language: str, name: str) -> str:
    if name in placeholders.KNOWN:
        return _why_empty(checked, language, name)
    if not is_own(name):
        return marked("{placeholder} is not a placeholder of this program.")
    if checked.statement.placeholders.get(name, {}).get(language, "").strip():
        return ""
    return marked("{placeholder} is not filled in: give it a value in this language.")


def _why_empty(checked: Checked, language: str, name: str) -> str:
    """Why a placeholder of the program has nothing to stand for; an empty text where it has."""
    statement = checked.statement
    if name == placeholders.DATE and statement.issue_date is None:
        return marked("{placeholder} has no value: set the date of the statement.")
    if name == placeholders.PLACE and not statement.place.get(language, "").strip():
        return marked("{placeholder} has no value: set the place in this language.")
    if name == placeholders.LUNAR_DATE and language not in checked.lunar:
        return marked("{placeholder} has no value: set the date, or type the lunar date.")
    if name == placeholders.COUNT_SIGNATURES and not checked.signature_count:
        return marked("{placeholder} has no value: no signatures are counted yet.")
    return ""


def withheld_name(checked: Checked, block: Block) -> Iterator[Finding]:
    """A withheld name in a text; the finding does not repeat it."""
    for code, field, text in printed_texts(checked, block):
        if checked.withheld.spans(text):
            yield Finding(
                Severity.BLOCKER,
                "withheld_name",
                marked("A withheld name stands in this text."),
                block.id,
                code,
                field,
            )


def other_date(checked: Checked, block: Block) -> Iterator[Finding]:
    """An issue line that names another day than the statement's date of issue."""
    if block.kind is not BlockKind.ISSUE_LINE or checked.statement.issue_date is None:
        return
    for code, field, text in printed_texts(checked, block):
        day = find_date(text)
        if day is not None and day != checked.statement.issue_date:
            yield Finding(
                Severity.WARNING,
                "other_date",
                marked("The date in this line is not the date of the statement."),
                block.id,
                code,
                field,
            )


def typed_number(checked: Checked, block: Block) -> Iterator[Finding]:
    """A heading that starts with a typed number; demands are numbered by the program."""
    for code in checked.languages:
        if block.kind in WITH_HEADING and TYPED_NUMBER.match(block.rendition(code).heading):
            yield Finding(
                Severity.WARNING,
                "typed_number",
                marked("The heading starts with a typed number; demands are numbered anyway."),
                block.id,
                code,
                "heading",
            )


def empty_block(_checked: Checked, block: Block) -> Iterator[Finding]:
    """A block that is empty in every language and is left out of documents."""
    silent = block.kind in (WITHOUT_TEXT | WITH_HEADING | {BlockKind.ENDORSER_LIST})
    if silent or block.items or not is_blank(block):
        return
    yield Finding(
        Severity.HINT,
        "empty_block",
        marked("This block is empty and is left out of documents."),
        block.id,
    )


def is_blank(block: Block) -> bool:
    """Whether neither the block nor an item in it holds any text."""
    sides = block.renditions.values()
    return all(side.is_empty for side in sides) and all(is_blank(item) for item in block.items)


def unconfirmed_endorser(checked: Checked) -> Iterator[Finding]:
    """An endorser who was asked and did not answer yet."""
    for endorsement in checked.endorsements:
        if endorsement.state in _OPEN_STATES:
            yield _about(
                endorsement,
                Severity.WARNING,
                "unconfirmed_endorser",
                marked("Endorser {position} has not confirmed and is not printed."),
            )


def nameless_endorser(checked: Checked) -> Iterator[Finding]:
    """Printed endorsers without a name in a printed language: each, or all in one if many."""
    for code in checked.languages:
        nameless = [one for one in checked.listed if not _is_named(one, code)]
        if len(nameless) > _MOST_ALONE:
            yield _many_nameless(nameless[0], code, len(nameless))
            continue
        for endorsement in nameless:
            yield _about(
                endorsement,
                Severity.WARNING,
                "nameless_endorser",
                _NAMELESS.get(code, _NAMELESS_ELSEWHERE),
                code,
            )


def _is_named(endorsement: Endorsement, language: str) -> bool:
    name = endorsement.endorser.names.get(language)
    return name is not None and bool(name.printed.strip())


def _many_nameless(first: Endorsement, language: str, count: int) -> Finding:
    message = _MANY_NAMELESS.get(language, _MANY_NAMELESS_ELSEWHERE)
    return _about_many(first, "nameless_endorser", message, count, language)


# What is printed instead is part of the finding: nobody may be surprised by it on paper.
_NAMELESS: Mapping[str, str] = {
    KHMER: marked("Endorser {position} has no Khmer name; the English one is printed."),
    ENGLISH: marked("Endorser {position} has no English name; the Khmer one is printed."),
}
_NAMELESS_ELSEWHERE = marked(
    "Endorser {position} has no name in this language; that of another is printed."
)
_MANY_NAMELESS: Mapping[str, str] = {
    KHMER: marked(
        "{count} endorsers have no Khmer name, from endorser {position} on; their English names"
        " are printed."
    ),
    ENGLISH: marked(
        "{count} endorsers have no English name, from endorser {position} on; their Khmer names"
        " are printed."
    ),
}
_MANY_NAMELESS_ELSEWHERE = marked(
    "{count} endorsers have no name in this language, from endorser {position} on; those of"
    " another are printed."
)


def changed_after_consent(checked: Checked) -> Iterator[Finding]:
    """Endorsers who agreed to another text than the one that stands: each, or all in one if many."""
    older = [one for one in checked.endorsements if one.id in checked.outdated]
    rule = "changed_after_consent"
    if len(older) > _MOST_ALONE:
        message = marked(
            "{count} endorsers agreed to a previous text, from endorser {position} on."
        )
        yield _about_many(older[0], rule, message, len(older))
        return
    for endorsement in older:
        message = marked("Endorser {position} agreed to a previous text.")
        yield _about(endorsement, Severity.WARNING, rule, message)


def withheld_name_in_entry(checked: Checked) -> Iterator[Finding]:
    """A withheld name inside another endorser's printed entry."""
    for endorsement in checked.listed:
        for code, name in endorsement.endorser.names.items():
            if checked.withheld.spans(name.printed):
                yield _about(
                    endorsement,
                    Severity.BLOCKER,
                    "withheld_name_in_entry",
                    marked("The entry of endorser {position} holds a withheld name."),
                    code,
                )


def _about(
    endorsement: Endorsement, severity: Severity, rule: str, message: str, language: str = ""
) -> Finding:
    """A finding about an endorsement names its position, never its name."""
    return Finding(
        severity,
        rule,
        message,
        language=language,
        field="name",
        endorsement_id=endorsement.id,
        arguments={"position": endorsement.position + 1},
    )


def _about_many(
    first: Endorsement, rule: str, message: str, count: int, language: str = ""
) -> Finding:
    """One finding about many endorsements leads to the first of them."""
    found = _about(first, Severity.WARNING, rule, message, language)
    return replace(found, arguments={"count": count, "position": first.position + 1})


_MOST_ALONE = 3  # more would hide every other finding

STATEMENT_RULES: tuple[Rule, ...] = (
    no_title,
    unplaced_text,
    no_endorser_list,
    *PAGE_RULES,
    *ACRONYM_RULES,
    dirty_across,
)
BLOCK_RULES: tuple[BlockRule, ...] = (
    missing_rendition,
    stale_rendition,
    unresolved_placeholder,
    withheld_name,
    *SAFETY_BLOCK_RULES,
    other_date,
    typed_number,
    empty_block,
    *PAGE_BLOCK_RULES,
    *TERM_RULES,
    dirty_block,
    parity,
)
ENDORSER_RULES: tuple[Rule, ...] = (
    withheld_name_in_entry,
    unconfirmed_endorser,
    nameless_endorser,
    changed_after_consent,
    *LIST_RULES,
    *SAFETY_RULES,
    dirty_names,
)
