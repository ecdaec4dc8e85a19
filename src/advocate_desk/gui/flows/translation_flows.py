"""What the actions of the translation do."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QVBoxLayout

from advocate_desk.gui.dialogs.sign_off_dialog import SignOffDialog
from advocate_desk.gui.flows.comment_flows import CommentFlows
from advocate_desk.gui.flows.flow import Slot
from advocate_desk.gui.own_name import OwnName
from advocate_desk.gui.pages.state_menu import state_menu
from advocate_desk.gui.pages.text_filtering import TextFiltering
from advocate_desk.gui.widgets.changes_panel import ChangesPanel
from advocate_desk.gui.workplace import Workplace
from advocate_desk.language.catalog import ntr, tr
from advocate_desk.model.changes import Changes


class TranslationFlows:
    """Connects the actions of the translation to one open desk."""

    def __init__(self, place: Workplace) -> None:
        self._place = place
        self._name = OwnName(place)
        self._comments = CommentFlows(place, self._name)
        self._filtering = self._filter_text()
        changes = place.translation.panel("changes")
        assert isinstance(changes, ChangesPanel)  # noqa: S101 - the dock knows panels by name only
        changes.next_wanted.connect(lambda: self.step(1))
        place.text.states_wanted.connect(self._show_states)

    def slots(self) -> Mapping[str, Slot]:
        """Action id to what it does."""
        return {
            "next_unfinished": lambda: self.step(1),
            "previous_unfinished": lambda: self.step(-1),
            "filter_text": self.filter,
            "show_changes": self.show_changes,
            "mark_current": self.mark_current,
            "ask_review": self.ask_review,
            "sign_off": self.sign_off,
            "back_to_draft": self.back_to_draft,
            "sign_off_statement": self.sign_off_statement,
            "your_name": self._name.change,
            **self._comments.slots(),
        }

    # Which blocks are shown

    def _filter_text(self) -> TextFiltering:
        text = self._place.text
        filtering = TextFiltering(self._place.operations, text.show_again, text)
        filtering.bar.stepped.connect(self.step)
        layout = text.layout()
        assert isinstance(layout, QVBoxLayout)  # noqa: S101 - the page's own
        layout.insertWidget(0, filtering.bar)
        if text.statement is not None:
            filtering.begin(text.statement.blocks)
        text.reads_comments = True
        text.filtering = filtering
        text.header.colour()
        text.header.filter_wanted.connect(self.filter)
        text.show_again()
        return filtering

    def filter(self) -> None:
        """Shows the choice of blocks, or puts it away and shows all of them."""
        self._place.window.show_page("text")
        if self._filtering.bar.isHidden():
            self._filtering.open()
        else:
            self._filtering.close()
            self._place.text.focus_text()

    def step(self, by: int) -> None:
        """Goes to the next text that waits for somebody, or to the one before."""
        place = self._place
        place.operations.settle()
        if not place.statement_id:
            return
        block_id, language = self._filtering.step(place.statement_id, place.text.place.block_id, by)
        if block_id:
            place.go_to(block_id, language)
        else:
            place.notice.tell(tr("Nothing in this statement waits for you."))

    # What is said of one side

    def show_changes(self) -> None:
        """Brings the panel to the front."""
        self._place.show_translation("changes")

    def _judge(self, verb: Callable[..., Changes], language: str, *more: str) -> None:
        here = self._place.text.place
        if here.block_id:
            side = language or here.language
            changes = self._place.operations.run(verb, [here.block_id], side, *more)
            self._tell_left_out(changes)

    def mark_current(self, language: str = "") -> None:
        """Says that one side says the same as its source."""
        here = self._place.text.place
        if here.block_id:
            verb = self._place.desk.translating.mark_current
            self._place.operations.run(verb, here.block_id, language or here.language)

    def ask_review(self, language: str = "") -> None:
        """Says that one side is ready to be read by a reviewer."""
        self._judge(self._place.desk.translating.ask_review, language)

    def back_to_draft(self, language: str = "") -> None:
        """Takes a sign-off, or the wish for one, back."""
        self._judge(self._place.desk.translating.withdraw_sign_off, language)

    def sign_off(self, language: str = "") -> None:
        """Approves one side in the name of the person at the window."""
        if self._place.text.place.block_id and (name := self._name.known()):
            self._judge(self._place.desk.translating.sign_off, language, name)

    def sign_off_statement(self) -> None:
        """Asks which language, and who reviewed it; approves what is ready."""
        place = self._place
        place.operations.settle()
        if not place.statement_id or not (name := self._name.known()):
            return
        translating = place.desk.translating
        progress = translating.progress(place.statement_id)
        dialog = SignOffDialog(progress, place.text.place.language, name, place.window)
        if place.ask.run(dialog):
            verb = translating.sign_off_statement
            changes = place.operations.run(verb, place.statement_id, *dialog.value())
            self._tell_left_out(changes)
        dialog.deleteLater()

    def _tell_left_out(self, changes: Changes | None) -> None:
        if changes and changes.left_out:
            self._place.notice.tell(
                ntr(
                    "{n} text was left as it is: it is missing or not up to date.",
                    "{n} texts were left as they are: they are missing or not up to date.",
                    len(changes.left_out),
                )
            )

    def _show_states(self, block_id: str, language: str, at: QPoint) -> None:
        text = self._place.text
        block = next(block for block in text.column.blocks if block.id == block_id)
        menu = state_menu(text, block, language, self, self.show_changes)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(at)
