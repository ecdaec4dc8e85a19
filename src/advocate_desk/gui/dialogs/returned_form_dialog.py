"""A sign-on form that came back: looked at before the answer is noted."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtWidgets import QWidget
from typing_extensions import override

from advocate_desk.gui.dialogs.out_dialog import OutDialog
from advocate_desk.gui.widgets.soft_label import SoftLabel
from advocate_desk.language.catalog import tr
from advocate_desk.model.consent import Consent
from advocate_desk.model.form_codes import shown_code
from advocate_desk.model.returned_form import ReturnedForm
from advocate_desk.model.sentences import note_sentence

# Notes the answer: the sentence that says why it cannot be, empty where it could.
Attempt = Callable[[Consent, bool], str]


class ReturnedFormDialog(OutDialog):
    """What was read in; stays open until the answer could be noted.

    `endorser` and `names`, those that stand on the form, are as the window may show them.
    """

    def __init__(
        self,
        form: ReturnedForm,
        endorser: str,
        attempt: Attempt,
        parent: QWidget | None = None,
        *,
        names: str = "",
    ) -> None:
        about = tr(
            "{code} is the form of {endorser}.", code=shown_code(form.code), endorser=endorser
        )
        super().__init__(tr("Returned form"), about, tr("Confirm"), parent)
        self._form, self._attempt = form, attempt
        for text in self._facts(names):
            self.form.addRow(self.note(text))
        self.who = self.line(tr("Answered by"), form.filled.who)
        self.role = self.line(tr("Position"), form.filled.role)
        self.day = self.line(tr("Date"), form.filled.on)
        self.day.setPlaceholderText(tr("YYYY-MM-DD, empty for today"))
        self.withhold = self.tick(
            tr("Withhold the name"),
            tr("Counted, never printed. It was ticked on the form.")
            if form.filled.withhold
            else tr("Counted, never printed. It was not ticked, or could not be read."),
        )
        self.withhold.setChecked(form.filled.withhold)
        self.form.addRow(self.note(tr("The file is kept in the desk as evidence.")))
        self.fault = SoftLabel()
        self.fault.hide()
        self.form.addRow(self.fault)
        self.who.setFocus()

    def _facts(self, names: str) -> list[str]:
        number = self._form.edition_number
        facts = [tr("Agreed to edition {number}.", number=number)] if number else []
        facts += [note_sentence(note) for note in self._form.notes]
        return [*facts, *([tr("On the form: {names}", names=names)] if names else [])]

    @override
    def accept(self) -> None:
        """Closes when the answer was noted, else says why it was not."""
        fault = self._attempt(*self.value())
        self.fault.setText(fault)
        self.fault.setVisible(bool(fault))
        if not fault:
            super().accept()

    def value(self) -> tuple[Consent, bool]:
        """The answer to be noted, and whether the name is withheld."""
        consent = replace(
            self._form.consent,
            who=self.who.text().strip(),
            role=self.role.text().strip(),
            on=self.day.text().strip(),
        )
        return consent, self.withhold.isChecked()
