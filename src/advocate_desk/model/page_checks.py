"""The rules about the printed page: header, logos, lunar date, the place for endorsers."""

from __future__ import annotations

from collections.abc import Iterator

from advocate_desk.model import placeholders
from advocate_desk.model.checked import BlockRule, Checked, Rule, printed_texts
from advocate_desk.model.finding import Finding
from advocate_desk.model.header import HeaderKind
from advocate_desk.model.kinds import BlockKind, Severity
from advocate_desk.model.looks import may_have_state_header
from advocate_desk.model.marked import marked
from advocate_desk.model.statement import Block

_WITH_LOGOS = frozenset({HeaderKind.LEAD, HeaderKind.LOGOS})


def state_header(checked: Checked) -> Iterator[Finding]:
    """The State's name above something that is not sent to authorities."""
    is_state = checked.header.kind is HeaderKind.STATE
    if is_state and not may_have_state_header(checked.statement.kind):
        yield Finding(
            Severity.BLOCKER,
            "state_header",
            marked("The State header is for petitions and letters to authorities only."),
        )


def missing_logo(checked: Checked) -> Iterator[Finding]:
    """A header whose logos are gone, or that was chosen for logos and has none."""
    header = checked.header
    if header.kind not in _WITH_LOGOS:
        return
    if not checked.known_logos.issuperset(header.logo_ids):
        yield Finding(
            Severity.WARNING, "missing_logo", marked("A logo of the header is not in this desk.")
        )
    elif header.kind is HeaderKind.LOGOS and not header.logo_ids:
        yield Finding(Severity.WARNING, "missing_logo", marked("The header has no logos yet."))


def nameless_header(checked: Checked) -> Iterator[Finding]:
    """A leading organisation whose name is not written in a printed language."""
    if checked.header.kind is not HeaderKind.LEAD:
        return
    for code in checked.languages:
        if not checked.header.organisation.get(code, "").strip():
            yield Finding(
                Severity.WARNING,
                "nameless_header",
                marked("The header lacks the organisation’s name in this language."),
                language=code,
            )


def withheld_name_in_header(checked: Checked) -> Iterator[Finding]:
    """A withheld name in the header; the finding does not repeat it."""
    if checked.header.kind is HeaderKind.NONE:
        return
    for code in checked.languages:
        for texts in (checked.header.organisation, checked.header.lines):
            if checked.withheld.spans(texts.get(code, "")):
                yield Finding(
                    Severity.BLOCKER,
                    "withheld_name",
                    marked("A withheld name stands in the header."),
                    language=code,
                )


def withheld_name_in_value(checked: Checked) -> Iterator[Finding]:
    """A withheld name in the value of a placeholder; the finding does not repeat it."""
    for name, texts in checked.statement.placeholders.items():
        for code in checked.languages:
            if checked.withheld.spans(texts.get(code, "")):
                yield Finding(
                    Severity.BLOCKER,
                    "withheld_name",
                    marked("A withheld name stands in the value of {placeholder}."),
                    language=code,
                    arguments={"placeholder": "{{" + name + "}}"},
                )


def unchecked_lunar_date(checked: Checked, block: Block) -> Iterator[Finding]:
    """A printed lunar date: computed ones can differ from the official calendar."""
    for code, field, text in printed_texts(checked, block):
        line = checked.lunar.get(code)
        if line is None or placeholders.LUNAR_DATE not in placeholders.placeholders(text):
            continue
        message = (
            marked("The lunar date was typed by hand: check that it belongs to this date.")
            if line.is_override
            else marked("The lunar date is computed: check it against the official calendar.")
        )
        yield Finding(Severity.HINT, "lunar_date", message, block.id, code, field)


def empty_endorser_list(checked: Checked, block: Block) -> Iterator[Finding]:
    """An endorser list with nobody to print or count in it."""
    confirmed = any(endorsement.is_counted for endorsement in checked.endorsements)
    if block.kind is BlockKind.ENDORSER_LIST and not confirmed:
        yield Finding(
            Severity.HINT,
            "empty_endorser_list",
            marked("Nobody has confirmed yet, so the endorser list is empty."),
            block.id,
        )


PAGE_RULES: tuple[Rule, ...] = (
    state_header,
    missing_logo,
    nameless_header,
    withheld_name_in_header,
    withheld_name_in_value,
)
PAGE_BLOCK_RULES: tuple[BlockRule, ...] = (unchecked_lunar_date, empty_endorser_list)
