"""What the actions of the checks do."""

from __future__ import annotations

from collections.abc import Mapping

from advocate_desk.gui.flows.flow import Slot
from advocate_desk.gui.workplace import Workplace
from advocate_desk.language.catalog import current, ntr, tr
from advocate_desk.language.numbers import in_digits
from advocate_desk.model.finding import Finding
from advocate_desk.model.kinds import Severity
from advocate_desk.model.rule_list import may_be_off, rule_info
from advocate_desk.model.sentences import finding_sentence


class CheckFlows:
    """Connects the actions of the checks to one open desk."""

    def __init__(self, place: Workplace) -> None:
        self._place = place
        place.checks.fix_wanted.connect(self.fix)
        place.checks.fix_all_wanted.connect(self.fix_all)
        place.checks.dismiss_wanted.connect(self.dismiss)
        place.checks.switch_off_wanted.connect(self.switch_off)
        place.checks.rules_wanted.connect(self.choose_rules)

    def slots(self) -> Mapping[str, Slot]:
        """Action id to what it does."""
        return {
            "fix_finding": self.fix,
            "fix_all_findings": self.fix_all,
            "dismiss_finding": self.dismiss,
            "switch_rule_off": self.switch_off,
            "check_rules": self.choose_rules,
        }

    def fix(self) -> None:
        """Makes the correction of the chosen finding, and says so."""
        finding = self._chosen()
        if finding is None:
            return
        if not finding.fixes:
            self._place.notice.tell(tr("This finding is for the eye: it has no correction."))
            return
        if self._place.operations.run(self._place.desk.correcting.apply, *finding.fixes):
            self._tell(len(finding.fixes))

    def fix_all(self) -> None:
        """Makes every correction of the chosen finding's rule, and says how many."""
        finding = self._chosen()
        if finding is None:
            return
        checks = self._place.checks.model.every
        count = sum(len(one.fixes) for one in checks if one.rule == finding.rule)
        verb = self._place.desk.correcting.apply_all
        if self._place.operations.run(verb, self._place.statement_id, finding.rule):
            self._tell(count)

    def _tell(self, count: int) -> None:
        number = in_digits(count, current())
        text = ntr("{count} place corrected.", "{count} places corrected.", count, count=number)
        self._place.toast.tell(text)

    def dismiss(self) -> None:
        """Asks for a reason and puts the chosen finding aside."""
        from advocate_desk.gui.dialogs.dismiss_dialog import DismissDialog

        finding = self._chosen()
        if finding is None:
            return
        if finding.severity is Severity.BLOCKER:
            self._place.notice.tell(tr("A blocker cannot be dismissed: it has to be put right."))
            return
        dialog = DismissDialog(finding_sentence(finding), self._place.window)
        if self._place.ask.run(dialog):
            verb = self._place.desk.checking.dismiss
            if self._place.operations.run(verb, self._place.statement_id, finding, dialog.reason):
                self._place.toast.tell(tr("Finding dismissed."))

    def switch_off(self) -> None:
        """Switches the rule of the chosen finding off in this statement."""
        finding = self._chosen()
        if finding is None:
            return
        if not may_be_off(finding.rule):
            self._place.notice.tell(tr("This rule stops what must never go out; it stays on."))
            return
        verb = self._place.desk.checking.switch_off
        if self._place.operations.run(verb, self._place.statement_id, finding.rule):
            title = tr(rule_info(finding.rule).title)
            self._place.toast.tell(tr("Rule switched off: {title}.", title=title))

    def choose_rules(self) -> None:
        """Shows the rules and what was dismissed, and keeps what was chosen."""
        from advocate_desk.gui.dialogs.rules_dialog import RulesDialog

        statement_id = self._place.statement_id
        if not statement_id:
            return
        checking = self._place.desk.checking
        rules, aside = checking.rules(statement_id), checking.dismissed(statement_id)
        dialog = RulesDialog(rules, aside, self._place.window)
        if self._place.ask.run(dialog):
            value = dialog.value()
            self._place.operations.run(checking.choose, statement_id, value.off, value.taken_back)

    def _chosen(self) -> Finding | None:
        finding = self._place.checks.current()
        if finding is None:
            self._place.notice.tell(tr("Choose a finding first: F7 goes to the next one."))
        return finding
