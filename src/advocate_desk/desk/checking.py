"""Checking a statement before it goes out, and what it is not checked by."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace

from typing_extensions import override

from advocate_desk.desk.boundary import Incoming
from advocate_desk.desk.dating import lunar_lines
from advocate_desk.desk.edition_list import withdrawn_but_listed
from advocate_desk.desk.outdated import Agreements
from advocate_desk.desk.page_findings import glyph_findings, script_findings
from advocate_desk.desk.presenting import Presenting
from advocate_desk.desk.redaction import redacted_view
from advocate_desk.desk.verbs import NOTHING, Verbs
from advocate_desk.model.changes import Area, Changes
from advocate_desk.model.checked import Checked
from advocate_desk.model.checker import Checker, kept
from advocate_desk.model.dismissal import Dismissal, PutAside, mark_of
from advocate_desk.model.edition import EditionView
from advocate_desk.model.errors import DeskError
from advocate_desk.model.finding import Finding
from advocate_desk.model.kinds import Severity
from advocate_desk.model.marked import marked
from advocate_desk.model.rule_info import RuleInfo
from advocate_desk.model.rule_list import RULE_INFOS, may_be_off
from advocate_desk.model.statement import Statement
from advocate_desk.model.withholding import Withheld
from advocate_desk.store.desk_file import DeskFile

_AREAS = frozenset({Area.CHECKS})


class Checking(Verbs):
    """The rules are in `model/checks.py`; this gathers what they look at."""

    def check(
        self,
        statement_id: str,
        languages: Sequence[str] | None = None,
        *,
        checker: Checker | None = None,
    ) -> tuple[Finding, ...]:
        """All findings, those of blocks in their order; for these languages, else all.

        A `checker` that is kept for the next time looks again only at what changed. Rules that
        are switched off and findings that were dismissed are left out, blockers never.
        """
        statement = self._statement(statement_id)
        page = _Page(self._file, statement)
        checked = self._checked(statement, tuple(languages or statement.languages), page)
        return self._found(checked, page, checker or Checker())

    def rules(self, statement_id: str) -> tuple[tuple[RuleInfo, bool], ...]:
        """Every rule that may be switched off, and whether it is on for a statement."""
        self._statement(statement_id)
        off = self._file.check_choices.rules_off(statement_id)
        return tuple((info, info.id not in off) for info in RULE_INFOS if may_be_off(info.id))

    def switch_off(self, statement_id: str, rule: str) -> Changes:
        """Check a statement without a rule.

        Raises:
            DeskError: there is no such rule, or what it finds must never go out.
        """
        label = marked("Switch a rule off")
        self._statement(statement_id)
        if not may_be_off(rule):
            raise DeskError(marked("This rule stops what must never go out; it stays on."))
        if rule in self._file.check_choices.rules_off(statement_id):
            return NOTHING
        with self._step(label):
            self._file.check_choices.switch_off(statement_id, rule)
        return Changes(_AREAS, statement_id, statement_id, label)

    def switch_on(self, statement_id: str, rule: str) -> Changes:
        """Check a statement by a rule again."""
        label = marked("Switch a rule on")
        self._statement(statement_id)
        if rule not in self._file.check_choices.rules_off(statement_id):
            return NOTHING
        with self._step(label):
            self._file.check_choices.switch_on(statement_id, rule)
        return Changes(_AREAS, statement_id, statement_id, label)

    def choose(
        self, statement_id: str, off: Collection[str], taken_back: Sequence[Dismissal] = ()
    ) -> Changes:
        """Switch exactly these rules off, and take dismissals back, as one step.

        Raises:
            DeskError: one of the rules stays on, or a finding was not dismissed.
        """
        label = marked("Choose rules")
        before = self._file.check_choices.rules_off(statement_id)
        if before == frozenset(off) and not taken_back:
            return NOTHING
        with self._step(label):
            for rule in sorted(set(off) - before):
                self.switch_off(statement_id, rule)
            for rule in sorted(before - set(off)):
                self.switch_on(statement_id, rule)
            for dismissal in taken_back:
                self.take_back(statement_id, dismissal)
        return Changes(_AREAS, statement_id, statement_id, label)

    def dismiss(self, statement_id: str, finding: Finding, reason: str) -> Changes:
        """Put a finding aside for a reason; it comes back when its text changes.

        Raises:
            DeskError: no reason is given, or the finding stops what must never go out.
        """
        label = marked("Dismiss finding")
        self._statement(statement_id)
        incoming = Incoming()
        kept_reason = incoming.text(reason).strip()
        if finding.severity is Severity.BLOCKER:
            raise DeskError(marked("A blocker cannot be dismissed: it has to be put right."))
        if not kept_reason:
            raise DeskError(marked("Say why: others will read it."))
        author, now = self._file.author, self._file.now()
        dismissal = Dismissal(finding.rule, mark_of(finding), kept_reason, author, now)
        with self._step(label):
            self._file.check_choices.dismiss(statement_id, dismissal)
        return Changes(_AREAS, statement_id, statement_id, label, removed=incoming.removed)

    def take_back(self, statement_id: str, dismissal: Dismissal) -> Changes:
        """Have a dismissed finding told again.

        Raises:
            DeskError: it was not dismissed.
        """
        label = marked("Take a dismissal back")
        try:
            with self._step(label):
                self._file.check_choices.take_back(statement_id, dismissal)
        except KeyError as error:
            raise DeskError(marked("This finding was not dismissed.")) from error
        return Changes(_AREAS, statement_id, statement_id, label)

    def dismissed(self, statement_id: str) -> tuple[PutAside, ...]:
        """What was dismissed, the newest first, with the finding where it is still there."""
        statement = self._statement(statement_id)
        dismissals = self._file.check_choices.dismissed(statement_id)
        if not dismissals:
            return ()
        page = _Page(self._file, statement)
        every = replace(
            self._checked(statement, statement.languages, page),
            rules_off=frozenset(),
            dismissed=(),
        )
        rules = {one.rule for one in dismissals}
        found = (f for f in self._found(every, page, Checker()) if f.rule in rules)
        marks = {(f.rule, mark_of(f)): f for f in found}
        return tuple(PutAside(one, marks.get((one.rule, one.mark))) for one in dismissals)

    def _checked(self, statement: Statement, languages: tuple[str, ...], page: _Page) -> Checked:
        endorsements = self._file.endorsements.of(statement.id)
        outdated = Agreements(self._file, statement).outdated(endorsements)
        number, still_listed = withdrawn_but_listed(
            self._file.editions.of(statement.id), endorsements
        )
        return Checked(
            statement,
            endorsements,
            languages,
            frozenset(outdated),
            Withheld.of(endorsements),
            lunar_lines(statement),
            page.header(statement.id),
            frozenset(image.id for image in page.logos()),
            terms=self._file.terms.all(),
            rules_off=self._file.check_choices.rules_off(statement.id),
            dismissed=self._file.check_choices.dismissed(statement.id),
            issued_number=number,
            issued_with=still_listed,
            memberships=self._file.registry.coalitions(one.endorser.id for one in endorsements),
            sensitive=self._file.registry.sensitive_ids(),
            withheld_elsewhere=self._file.endorsements.withheld_outside(statement.id),
        )

    def _found(self, checked: Checked, page: _Page, checker: Checker) -> tuple[Finding, ...]:
        editions = self._file.editions.of(checked.statement.id)
        view = redacted_view(checked.statement, checked.endorsements, editions, {})
        about_page = kept(checked, _about_page(checked, view, page))
        return (*checker.check(checked), *about_page)


class _Page(Presenting):
    """Knows the statement that is checked, which is long to read and asked for again and again."""

    def __init__(self, opened: DeskFile, statement: Statement) -> None:
        super().__init__(opened)
        self._known = statement

    @override
    def _statement(self, statement_id: str) -> Statement:
        known = self._known
        return known if known.id == statement_id else super()._statement(statement_id)


def _about_page(checked: Checked, view: EditionView, page: Presenting) -> Iterator[Finding]:
    yield from page.findings(checked.statement.id)
    yield from script_findings(checked, view)
    yield from glyph_findings(checked, view, page.usable_style(checked.statement.id))
