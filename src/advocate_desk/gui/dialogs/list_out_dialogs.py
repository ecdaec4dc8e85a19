"""What is written of endorsers: a table, address labels, sign-on forms."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtWidgets import QWidget

from advocate_desk.gui.dialogs.out_dialog import Choices, OutDialog, value_of
from advocate_desk.language.catalog import current, ntr, tr
from advocate_desk.model.kinds import SHIPPED_LANGUAGES
from advocate_desk.model.outgoing import (
    FormOptions,
    FormsFor,
    FormText,
    LabelGrid,
    LabelOptions,
    ListOptions,
    WithheldRows,
)
from advocate_desk.model.words import language_word

_HERE, _REGISTRY = "statement", "registry"


def _languages() -> Choices:
    return [(code, language_word(code)) for code in SHIPPED_LANGUAGES]


def _whose(has_statement: bool) -> Choices:
    here = [(_HERE, tr("Endorsers of this statement"))] if has_statement else []
    return [*here, (_REGISTRY, tr("The whole registry"))]


class ListOutDialog(OutDialog):
    """Whose endorsers, in which language, with what; a table is asked for after it."""

    def __init__(self, *, has_statement: bool, parent: QWidget | None = None) -> None:
        about = tr("A table for spreadsheet programs (.xlsx, .csv).")
        super().__init__(tr("Export list"), about, tr("Export…"), parent)
        self.whose = self.choice(tr("List"), _whose(has_statement))
        self.language = self.choice(tr("Language of the titles"), _languages(), current())
        ways = (
            (WithheldRows.LEFT_OUT.value, tr("are not in the table at all")),
            (WithheldRows.MASKED.value, tr("have a row without name, contact and place")),
        )
        self.withheld = self.choice(tr("Withheld endorsers"), ways)
        self.confirmed = self.tick(tr("Only who has confirmed"))
        self.contacts = self.tick(
            tr("With contacts and who answered"),
            tr("Phone numbers and names of people go out with the table."),
        )
        self.whose.currentIndexChanged.connect(lambda _index: self._allow())
        self._allow()

    def _allow(self) -> None:
        self.confirmed.setEnabled(self.of_statement)

    @property
    def of_statement(self) -> bool:
        """Whether the list is that of the open statement."""
        return value_of(self.whose) == _HERE

    def value(self) -> ListOptions:
        """What was chosen."""
        return ListOptions(
            value_of(self.language),
            WithheldRows(value_of(self.withheld)),
            self.contacts.isChecked(),
            self.of_statement and self.confirmed.isChecked(),
        )


class LabelsDialog(OutDialog):
    """Whose labels, in which language, on which sheet."""

    def __init__(self, *, has_statement: bool, parent: QWidget | None = None) -> None:
        about = tr(
            "Labels with name, first contact person and province, for sheets to print on. Withheld"
            " endorsers get none."
        )
        super().__init__(tr("Address labels"), about, tr("Export…"), parent)
        self.whose = self.choice(tr("List"), _whose(has_statement))
        self.language = self.choice(tr("Names in"), _languages(), current())
        grids = (
            (LabelGrid.TWO_BY_SEVEN.value, tr("14 on a sheet, 99 × 38 mm")),
            (LabelGrid.THREE_BY_EIGHT.value, tr("24 on a sheet, 64 × 34 mm")),
        )
        self.grid = self.choice(tr("Labels"), grids)
        self.confirmed = self.tick(tr("Only who has confirmed"))
        self.whose.currentIndexChanged.connect(lambda _index: self._allow())
        self._allow()

    def _allow(self) -> None:
        self.confirmed.setEnabled(self.of_statement)

    @property
    def of_statement(self) -> bool:
        """Whether the labels are for the endorsers of the open statement."""
        return value_of(self.whose) == _HERE

    def value(self) -> LabelOptions:
        """What was chosen."""
        return LabelOptions(
            value_of(self.language),
            LabelGrid(value_of(self.grid)),
            self.of_statement and self.confirmed.isChecked(),
        )


class FormsDialog(OutDialog):
    """For whom, of which edition, with how much text; `counts` say how many each choice makes.

    `editions` are pairs of id and words, the newest first.
    """

    def __init__(
        self,
        editions: Sequence[tuple[str, str]],
        counts: Mapping[FormsFor, int],
        parent: QWidget | None = None,
    ) -> None:
        about = tr(
            "One Word document for each endorser, in every language of the statement. The code in"
            " its name tells whose it is when it comes back."
        )
        super().__init__(tr("Sign-on forms"), about, tr("Choose folder…"), parent)
        self._counts = counts
        who = (
            (FormsFor.OPEN.value, tr("who has not answered yet")),
            (FormsFor.OUTDATED.value, tr("who agreed to an earlier text")),
            (FormsFor.ALL.value, tr("all who have not declined")),
        )
        first = next((one.value for one in FormsFor if counts.get(one)), FormsFor.OPEN.value)
        self.wanted = self.choice(tr("Forms for"), who, first)
        self.edition = self.choice(tr("To agree to"), editions)
        texts = (
            (FormText.DEMANDS.value, tr("title and demands")),
            (FormText.FULL.value, tr("the whole text")),
        )
        self.text = self.choice(tr("Text on the form"), texts)
        self.names = self.tick(
            tr("Names of withheld endorsers on their own forms"),
            tr("Whoever finds such a form knows who endorses. File names never hold a name."),
        )
        self.count = self.note("")
        self.form.addRow(self.count)
        self.wanted.currentIndexChanged.connect(lambda _index: self._count())
        self._count()

    def _count(self) -> None:
        many = self._counts.get(FormsFor(value_of(self.wanted)), 0)
        self.count.setText(ntr("1 form will be written.", "{n} forms will be written.", many))
        self.buttons.agree.setEnabled(many > 0)

    def value(self) -> FormOptions:
        """What was chosen."""
        return FormOptions(
            value_of(self.edition),
            FormText(value_of(self.text)),
            FormsFor(value_of(self.wanted)),
            self.names.isChecked(),
        )
