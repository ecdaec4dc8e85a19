"""What the actions about answers and consent do."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtWidgets import QDialog

from advocate_desk.gui.dialogs.answer_dialog import AnswerDialog, AnswerValue
from advocate_desk.gui.export_flows import open_path
from advocate_desk.gui.flows.flow import Slot
from advocate_desk.gui.models.endorsements_table_model import mask
from advocate_desk.gui.pages.endorser_actions import DETAILS, EARLIER, LINE, MESSAGES
from advocate_desk.gui.workplace import Workplace
from advocate_desk.language.catalog import current, ntr, tr
from advocate_desk.model.changes import Changes
from advocate_desk.model.statement import demand_numbers, walk


class ConsentFlows:
    """Connects the endorsers' page and its menu to the dialogs of one open desk."""

    def __init__(self, place: Workplace) -> None:
        self._place = place
        page = place.endorsers
        page.actions_row.answer_wanted.connect(self.answer)
        page.actions_row.more_chosen.connect(self._choose)
        page.table.details_asked.connect(self.show_details)
        columns, preferences = page.table.columns, place.preferences
        columns.bring_back(preferences.settings.endorser_columns)
        columns.chosen_changed.connect(lambda: preferences.use_endorser_columns(columns.kept))

    def slots(self) -> Mapping[str, Slot]:
        """Action id to what it does."""
        return {
            "answer_endorsers": self.answer,
            "endorsement_details": self.show_details,
            "endorser_messages": self.show_messages,
            "earlier_texts": self.show_earlier,
            "withheld_line": self.word_line,
        }

    def _choose(self, name: str) -> None:
        slots: Mapping[str, Callable[[], object]] = {
            DETAILS: self.show_details,
            MESSAGES: self.show_messages,
            EARLIER: self.show_earlier,
            LINE: self.word_line,
        }
        slots[name]()

    def _selected(self) -> tuple[str, ...]:
        """The selected endorsements; where there are none, a sentence asks for some."""
        place = self._place
        place.window.show_page("endorsers")
        ids = place.endorsers.table.selected_ids()
        if not ids and place.statement_id:
            place.notice.tell(tr("Choose one or more endorsers in the table first."))
        return ids

    def _run(self, dialog: QDialog) -> bool:
        agreed = self._place.ask.run(dialog)
        dialog.deleteLater()
        return agreed

    def _attempt(self, verb: Callable[[], Changes]) -> str:
        """Runs a verb; the sentence that refuses it, which the dialog shows."""
        told: list[str] = []
        operations = self._place.operations
        operations.refused.connect(told.append)
        operations.run(verb)
        operations.refused.disconnect(told.append)
        return " ".join(told)

    # Answers

    def answer(self) -> None:
        """Asks for the answer of the selected endorsers and notes it as one step."""
        ids = self._selected()
        if ids:
            self._ask_answer(ids, again=False)

    def _ask_answer(self, ids: Sequence[str], *, again: bool) -> None:
        verb = self._place.desk.consenting.answer

        def attempt(value: AnswerValue) -> str:
            return self._attempt(
                lambda: verb(
                    ids,
                    value.state,
                    consent=value.consent,
                    note=value.note,
                    evidence=value.evidence,
                )
            )

        numbers = self._place.desk.listed.edition_numbers(self._place.statement_id)
        editions = sorted(numbers.items(), key=lambda pair: -pair[1])
        window, ask = self._place.window, self._place.ask
        dialog = AnswerDialog(len(ids), editions, attempt, ask, window, again=again)
        if self._run(dialog):
            words = ntr("1 answer noted", "{n} answers noted", len(ids))
            self._place.toast.tell(words)

    # One endorsement

    def show_details(self) -> None:
        """Shows what happened to the selected endorsement, its evidence and contacts."""
        from advocate_desk.gui.dialogs.endorsement_dialog import EndorsementDialog

        ids = self._selected()
        model = self._place.endorsers.model
        listed = model.listed(model.row_of(ids[0])) if ids else None
        if listed is None:
            return
        dialog = EndorsementDialog(
            self._place.operations,
            self._place.ask,
            listed.id,
            withheld=listed.is_withheld,
            opener=open_path,
            parent=self._place.window,
        )
        self._run(dialog)

    # Earlier texts

    def show_earlier(self) -> None:
        """Shows who agreed to an earlier text, and has them confirm again."""
        from advocate_desk.gui.dialogs.earlier_texts_dialog import EarlierTextsDialog

        statement = self._place.text.statement
        if statement is None:
            return
        self._place.window.show_page("endorsers")
        dialog = EarlierTextsDialog(self._place.window)
        self._fill_earlier(dialog)

        def again(ids: Sequence[str]) -> None:
            self._ask_answer(ids, again=True)
            self._fill_earlier(dialog)

        dialog.again_wanted.connect(again)
        dialog.messages_wanted.connect(self._show_messages_to)
        self._run(dialog)

    def _fill_earlier(self, dialog: QDialog) -> None:
        from advocate_desk.gui.dialogs.earlier_texts_dialog import EarlierTextsDialog

        assert isinstance(dialog, EarlierTextsDialog)  # noqa: S101 - loaded late, typed late
        groups = self._place.desk.consenting.outdated_groups(self._place.statement_id)
        dialog.show_groups(groups, self._labels(), self._places())

    def _labels(self) -> dict[str, str]:
        """Endorsement id to a name that may be shown, in the order of the list."""
        listed, statement_id = self._place.desk.listed, self._place.statement_id
        names = listed.names(statement_id)
        labels: dict[str, str] = {}
        for row in listed.rows(statement_id):
            texts = names[row.endorser_id].texts if row.endorser_id in names else {}
            any_name = next(iter(texts.values()), mask())
            labels[row.id] = texts.get(current(), any_name)
        return labels

    def _places(self) -> dict[str, str]:
        """Block id to its place in words."""
        from advocate_desk.desk.messaging import place_words

        statement = self._place.desk.drafting.statement(self._place.statement_id)
        numbers = demand_numbers(statement.blocks)
        return {
            block.id: place_words(block.kind, numbers.get(block.id), current())
            for block in walk(statement.blocks)
        }

    # Messages

    def show_messages(self) -> None:
        """Shows messages to the selected endorsers, ready to copy."""
        ids = self._selected()
        if ids:
            self._show_messages_to(ids)

    def _show_messages_to(self, ids: Sequence[str]) -> None:
        from advocate_desk.gui.dialogs.endorser_messages_dialog import EndorserMessagesDialog

        statement = self._place.text.statement
        if statement is None:
            return
        labels, messaging = self._labels(), self._place.desk.messaging
        people = [(one, labels[one]) for one in ids if one in labels]
        kind = messaging.fitting(people[0][0])
        dialog = EndorserMessagesDialog(
            messaging.message, people, statement.languages, kind, self._place.window
        )
        self._run(dialog)

    # The line of withheld names

    def word_line(self) -> None:
        """Asks for the words of the line that counts withheld names."""
        from advocate_desk.gui.dialogs.withheld_line_dialog import WithheldLineDialog

        statement = self._place.text.statement
        if statement is None:
            return
        verb = self._place.desk.endorsing.write_withheld_line

        def attempt(texts: Mapping[str, str]) -> str:
            return self._attempt(lambda: verb(statement.id, texts))

        now = self._place.desk.drafting.statement(statement.id)
        window = self._place.window
        self._run(WithheldLineDialog(now.withheld_line, now.languages, attempt, window))
