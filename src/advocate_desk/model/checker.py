"""Checking the same statement again and again, without looking again at what did not change."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from threading import Lock

from advocate_desk.model.checked import Checked
from advocate_desk.model.checks import BLOCK_RULES, ENDORSER_RULES, STATEMENT_RULES
from advocate_desk.model.dismissal import mark_of
from advocate_desk.model.finding import Finding
from advocate_desk.model.kinds import Severity
from advocate_desk.model.statement import Block, walk
from advocate_desk.model.term import NO_TERMS, Terms
from advocate_desk.model.told_once import told_once

_REDACTED = "…"
_Known = tuple[Block, tuple[Finding, ...]]


class Checker:
    """Remembers what it found block by block; a change of one block has only that one read.

    A rule about a block sees nothing of the other blocks, so its findings stay while block and
    surroundings (date, languages, withheld names, terms …) are the same. Rules about the statement
    and the endorsers look each time, and remember single texts instead. Any thread may use it.
    """

    def __init__(self) -> None:
        self._lock = Lock()
        self._around: Checked | None = None
        self._terms = NO_TERMS
        self._blocks: dict[str, _Known] = {}

    def check(self, checked: Checked) -> tuple[Finding, ...]:
        """Every finding: about the statement, then block by block, then about the endorsers."""
        with self._lock:
            checked = replace(checked, terms=self._known_terms(checked.terms))
            found = [finding for rule in STATEMENT_RULES for finding in rule(checked)]
            found.extend(self._about_blocks(checked))
            found.extend(finding for rule in ENDORSER_RULES for finding in rule(checked))
        return kept(checked, found)

    def _known_terms(self, terms: Terms) -> Terms:
        """The terms of the last time if they are the same: these are ready to be looked for."""
        if self._terms.all != terms.all:
            self._terms = terms
        return self._terms

    def _about_blocks(self, checked: Checked) -> list[Finding]:
        around = _around(checked)
        known = self._blocks if around == self._around else {}
        self._around, self._blocks = around, {}
        found: list[Finding] = []
        for block in walk(checked.statement.blocks):
            before = known.get(block.id)
            entry = before if before and before[0] == block else (block, _look(checked, block))
            self._blocks[block.id] = entry
            found.extend(entry[1])
        return found


def check(checked: Checked) -> tuple[Finding, ...]:
    """Every finding of a statement that is checked once."""
    return Checker().check(checked)


def kept(checked: Checked, findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """The findings that are told: no rule switched off, none dismissed; blockers always.

    Values that hold a withheld name are told without it.
    """
    if not (checked.dismissed or checked.rules_off or checked.withheld.names):
        return tuple(findings)
    marks = {(one.rule, one.mark) for one in checked.dismissed}
    rules = {one.rule for one in checked.dismissed}
    return tuple(
        _discreet(checked, found)
        for found in findings
        if found.severity is Severity.BLOCKER
        or (
            found.rule not in checked.rules_off
            and not (found.rule in rules and (found.rule, mark_of(found)) in marks)
        )
    )


def _look(checked: Checked, block: Block) -> tuple[Finding, ...]:
    return told_once([finding for rule in BLOCK_RULES for finding in rule(checked, block)])


def _around(checked: Checked) -> Checked:
    """What findings about a block depend on beside the block."""
    statement = replace(checked.statement, blocks=(), unplaced=(), updated_at="")
    # Names of endorsers are looked for in both languages, so the listed ones belong to it.
    return replace(
        checked,
        statement=statement,
        endorsements=checked.listed,
        outdated=frozenset(),
        issued_number=0,
        issued_with=frozenset(),
        memberships=(),
        sensitive=frozenset(),
        withheld_elsewhere=frozenset(),
        rules_off=frozenset(),
        dismissed=(),
    )


def _discreet(checked: Checked, finding: Finding) -> Finding:
    if not checked.withheld.names or not _names_somebody(checked, finding):
        return finding
    arguments = {
        name: checked.withheld.redacted(value, _REDACTED) if isinstance(value, str) else value
        for name, value in finding.arguments.items()
    }
    return replace(finding, arguments=arguments, fix=None, more_fixes=(), matched="")


def _names_somebody(checked: Checked, finding: Finding) -> bool:
    return any(checked.withheld.spans(text) for text in _quoted(finding))


def _quoted(finding: Finding) -> Iterator[str]:
    """Every text that a finding shows."""
    yield from (value for value in finding.arguments.values() if isinstance(value, str))
    for fix in finding.fixes:
        yield from (fix.found, fix.replacement)
