"""What can be done about the chosen finding."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QHBoxLayout, QWidget
from typing_extensions import override

from advocate_desk.gui.widgets.icon_button import IconButton, add_to
from advocate_desk.language.catalog import current, tr
from advocate_desk.language.numbers import in_digits
from advocate_desk.model.finding import Finding
from advocate_desk.model.kinds import SHIPPED_LANGUAGES as LANGUAGES
from advocate_desk.model.kinds import Severity
from advocate_desk.model.rule_list import may_be_off
from advocate_desk.model.words import language_word


class FindingsBar(QWidget):
    """*Fix*, and a menu with the rarer verbs; each is there only where it can do something."""

    language_chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._count = 0
        self.fix = IconButton("check")
        self.more = IconButton("more")
        menu = self.more.give_menu()
        self.fix_all_action = add_to(menu, "fix_all")
        self.dismiss_action = add_to(menu, "dismiss")
        self.switch_off_action = add_to(menu, "switch_off")
        menu.addSeparator()
        self.language_actions = {code: self._add_language(code) for code in ("", *LANGUAGES)}
        menu.addSeparator()
        self.rules_action = add_to(menu, "rules")
        row = QHBoxLayout(self)
        row.setContentsMargins(6, 4, 6, 4)
        row.addWidget(self.fix)
        row.addWidget(self.more)
        row.addStretch(1)
        self.retranslate()
        self.show_finding(None, (), has_statement=False)

    def _add_language(self, code: str) -> QAction:
        """A choice of the menu: findings of one language, or of both."""
        menu = self.more.menu()
        action = add_to(menu, f"language_{code or 'both'}")
        if not code:
            self._languages = QActionGroup(self)
        action.setCheckable(True)
        action.setChecked(not code)
        self._languages.addAction(action)
        action.triggered.connect(lambda _on=False: self.language_chosen.emit(code))
        return action

    def show_finding(
        self, finding: Finding | None, every: Sequence[Finding], *, has_statement: bool
    ) -> None:
        """Offers what can be done about a finding among all of them."""
        rule = finding.rule if finding else ""
        self._count = sum(len(one.fixes) for one in every if one.rule == rule)
        can_wait = finding is not None and finding.severity is not Severity.BLOCKER
        self.fix.setEnabled(finding is not None and bool(finding.fixes))
        self.fix_all_action.setEnabled(self._count > 0)
        self.dismiss_action.setEnabled(can_wait)
        self.switch_off_action.setEnabled(can_wait and may_be_off(rule))
        self.setVisible(has_statement)
        self._say_count()

    def _say_count(self) -> None:
        count = in_digits(self._count, current())
        words = tr("Fix all of this kind ({count})", count=count)
        self.fix_all_action.setText(words if self._count else tr("Fix all of this kind"))

    def retranslate(self) -> None:
        """Reads every text again in the window's language."""
        self.fix.say(tr("Fix"), tr("Makes the correction that the chosen finding proposes."))
        self.more.say(tr("More"), tr("Dismiss a finding, switch its rule off, see all rules"))
        self.dismiss_action.setText(tr("Dismiss…"))
        self.switch_off_action.setText(tr("Switch this rule off here"))
        for code, action in self.language_actions.items():
            action.setText(language_word(code) if code else tr("Both languages"))
        self.rules_action.setText(tr("Rules and dismissed findings…"))
        self._say_count()

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()
