"""Rules about the list of endorsers as a whole: who is still in print, who is counted twice."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from advocate_desk.model.checked import Checked, Rule
from advocate_desk.model.endorsement import Endorsement
from advocate_desk.model.finding import Finding
from advocate_desk.model.kinds import Severity
from advocate_desk.model.marked import marked
from advocate_desk.model.rule_info import RuleInfo

_MOST_NAMED = 12  # positions in one sentence
INFOS = (
    RuleInfo(
        "withdrawn_after_issue",
        marked("Issued editions that list who withdrew"),
        marked("An edition that went out still says that they endorse it."),
    ),
    RuleInfo(
        "counted_with_coalition",
        marked("Members listed beside their coalition"),
        marked("Readers may say that the same organisation was counted twice."),
    ),
)


def withdrawn_after_issue(checked: Checked) -> Iterator[Finding]:
    """Endorsers who do not stand behind the statement, though an issued edition lists them."""
    found = [one for one in checked.endorsements if one.id in checked.issued_with]
    if not found:
        return
    message = (
        marked(
            "Endorser {position} withdrew, but edition {number}, which was issued, lists it. Make"
            " an erratum."
        )
        if len(found) == 1
        else marked(
            "{count} endorsers withdrew, from endorser {position} on, but edition {number}, which"
            " was issued, lists them. Make an erratum."
        )
    )
    yield _about(
        found[0],
        Severity.WARNING,
        "withdrawn_after_issue",
        message,
        number=checked.issued_number,
        count=len(found),
    )


def counted_with_coalition(checked: Checked) -> Iterator[Finding]:
    """Coalitions whose members are on the list themselves; named by their positions alone."""
    counted = {one.endorser.id: one for one in checked.endorsements if one.is_counted}
    members: dict[str, list[Endorsement]] = defaultdict(list)
    for coalition_id, member_id in checked.memberships:
        if coalition_id in counted and member_id in counted:
            members[coalition_id].append(counted[member_id])
    for coalition_id in sorted(members, key=lambda one: counted[one].position):
        yield _counted_twice(counted[coalition_id], members[coalition_id])


def _counted_twice(coalition: Endorsement, members: list[Endorsement]) -> Finding:
    places = sorted(one.position + 1 for one in members)
    more = ", …" if len(places) > _MOST_NAMED else ""
    message = (
        marked(
            "Endorser {position} is a coalition, and its member {members} is listed too: 1 is"
            " counted twice."
        )
        if len(places) == 1
        else marked(
            "Endorser {position} is a coalition, and its members {members} are listed too: {count}"
            " are counted twice."
        )
    )
    return _about(
        coalition,
        Severity.HINT,
        "counted_with_coalition",
        message,
        members=", ".join(map(str, places[:_MOST_NAMED])) + more,
        count=len(places),
    )


def _about(
    endorsement: Endorsement, severity: Severity, rule: str, message: str, **arguments: object
) -> Finding:
    """A finding about an endorsement names its position, never its name."""
    return Finding(
        severity,
        rule,
        message,
        field="name",
        endorsement_id=endorsement.id,
        arguments={"position": endorsement.position + 1, **arguments},
    )


LIST_RULES: tuple[Rule, ...] = (withdrawn_after_issue, counted_with_coalition)
