"""Comments: what is asked of the person at the window before one is written or settled."""

from __future__ import annotations

from collections.abc import Mapping

from advocate_desk.gui.dialogs.comment_dialog import CommentDialog, CommentWords
from advocate_desk.gui.flows.flow import Slot
from advocate_desk.gui.own_name import OwnName
from advocate_desk.gui.widgets.comments_panel import HERE, OPEN, CommentsPanel
from advocate_desk.gui.workplace import Workplace
from advocate_desk.language.catalog import tr
from advocate_desk.model.changes import Changes
from advocate_desk.model.marked import marked

_EDIT = marked("Edit comment")


class CommentFlows:
    """Connects the comments panel to the window."""

    def __init__(self, place: Workplace, own_name: OwnName) -> None:
        self._place = place
        self._name = own_name
        self._commenting = place.desk.commenting
        panel = place.translation.panel("comments")
        assert isinstance(panel, CommentsPanel)  # noqa: S101 - the dock knows panels by name only
        self._panel = panel
        self._listen()

    def _listen(self) -> None:
        self._panel.add_wanted.connect(self.add)
        self._panel.edit_wanted.connect(self.edit)
        self._panel.resolve_wanted.connect(self.resolve)
        self._panel.navigate.connect(self._place.go_to)
        self._place.text.column.events.comments_wanted.connect(self.show_block)

    def slots(self) -> Mapping[str, Slot]:
        """Action id to what it does."""
        return {"add_comment": self.add, "show_comments": self.show}

    def show(self) -> None:
        """Brings the panel to the front."""
        self._place.show_translation("comments")

    def show_block(self, block_id: str) -> None:
        """Shows the comments on one block."""
        self._place.go_to(block_id, "")
        self.show()
        self._panel.show_key(HERE)

    def add(self) -> None:
        """Asks for a comment on the block with the cursor, and keeps it."""
        here = self._place.text.place
        if not here.block_id or not self._name.known():
            return
        words = self._asked(CommentWords(), is_new=True)
        if words is None:
            return
        changes = self._place.operations.run(
            self._commenting.add,
            here.block_id,
            words.text,
            language=words.language,
            assigned_to=words.assigned_to,
        )
        if changes:
            self.show()
            self._panel.show_key(OPEN)

    def edit(self, comment_id: str) -> None:
        """Shows a comment to be changed."""
        found = self._commenting.comment(comment_id)
        words = CommentWords(found.text, found.language, found.assigned_to)
        changed = self._asked(words, is_new=False)
        if changed is not None and changed != words:
            self._place.operations.run(self._write, comment_id, changed)

    def _write(self, comment_id: str, words: CommentWords) -> Changes:
        """Text and assignee are one step of the history."""
        with self._place.desk.step(_EDIT):
            text = self._commenting.edit(comment_id, words.text)
            assigned = self._commenting.assign(comment_id, words.assigned_to)
        return text or assigned

    def _asked(self, words: CommentWords, *, is_new: bool) -> CommentWords | None:
        self._place.operations.settle()
        statement = self._place.text.statement
        dialog = CommentDialog(
            words,
            statement.languages if statement else (),
            self._commenting.people(),
            self._place.window,
            is_new=is_new,
        )
        agreed = self._place.ask.run(dialog)
        value = dialog.value()
        dialog.deleteLater()
        return value if agreed else None

    def resolve(self, comment_id: str) -> None:
        """Settles a comment in the name of the person at the window."""
        if self._name.known() and self._place.operations.run(self._commenting.resolve, comment_id):
            self._place.toast.tell(tr("Comment resolved."))
