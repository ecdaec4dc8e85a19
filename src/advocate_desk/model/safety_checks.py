"""What a check says of names that may have to be withheld, and are not."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from advocate_desk.model.checked import BlockRule, Checked, Rule, printed_texts
from advocate_desk.model.endorsement import Endorsement
from advocate_desk.model.finding import Finding
from advocate_desk.model.kinds import Severity
from advocate_desk.model.marked import marked
from advocate_desk.model.statement import Block

_MOST_ALONE = 3  # more would hide every other finding


def near_withheld_name(checked: Checked, block: Block) -> Iterator[Finding]:
    """Words of a withheld name that may be a place or anything; the finding does not repeat them."""
    for code, field, text in printed_texts(checked, block):
        if checked.withheld.hints(text):
            yield Finding(
                Severity.WARNING,
                "near_withheld_name",
                marked("Words that tell a withheld name may stand in this text."),
                block.id,
                code,
                field,
            )


def sensitive_endorser_printed(checked: Checked) -> Iterator[Finding]:
    """Endorsers of whom the registry says that care is needed, printed by name."""
    yield from _printed_all_the_same(
        checked,
        "sensitive_endorser_printed",
        lambda one: one.endorser.id in checked.sensitive,
        marked("The registry says to be careful with endorser {position}, whose name is printed."),
        marked(
            "The registry says to be careful with {count} endorsers whose names are printed, from"
            " endorser {position} on."
        ),
    )


def withheld_elsewhere_printed(checked: Checked) -> Iterator[Finding]:
    """Endorsers whose name is withheld in another statement, printed in this one."""
    yield from _printed_all_the_same(
        checked,
        "withheld_elsewhere_printed",
        lambda one: one.endorser.id in checked.withheld_elsewhere,
        marked("Endorser {position} is withheld in another statement, and printed in this one."),
        marked(
            "{count} endorsers are withheld in another statement and printed in this one, from"
            " endorser {position} on."
        ),
    )


def _printed_all_the_same(
    checked: Checked,
    rule: str,
    concerns: Callable[[Endorsement], bool],
    about_one: str,
    about_many: str,
) -> Iterator[Finding]:
    found = [one for one in checked.listed if concerns(one)]
    if len(found) > _MOST_ALONE:
        yield _about(found[0], rule, about_many, len(found))
        return
    for endorsement in found:
        yield _about(endorsement, rule, about_one, 1)


def _about(endorsement: Endorsement, rule: str, message: str, count: int) -> Finding:
    """A finding names the position, never the name; its argument count is for many only."""
    arguments = {"position": endorsement.position + 1} | ({"count": count} if count > 1 else {})
    return Finding(
        Severity.WARNING,
        rule,
        message,
        field="name",
        endorsement_id=endorsement.id,
        arguments=arguments,
    )


SAFETY_BLOCK_RULES: tuple[BlockRule, ...] = (near_withheld_name,)
SAFETY_RULES: tuple[Rule, ...] = (sensitive_endorser_printed, withheld_elsewhere_printed)
