"""What the clause library can be asked to do: dialogs in front of verbs."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QDialog, QWidget

from advocate_desk.desk.desk import Desk
from advocate_desk.gui.ask import Ask
from advocate_desk.gui.dialogs.clause_dialog import ClauseDialog, ClauseValue
from advocate_desk.gui.models.clause_facts import Alike, ClauseFacts, Texts
from advocate_desk.gui.operations import Operations, Progress
from advocate_desk.language.catalog import tr
from advocate_desk.model.changes import Changes
from advocate_desk.model.clause import Clause, ClauseFilter
from advocate_desk.model.kinds import ClauseStatus, TranslationState

Stop = Callable[[], None]
Found = Callable[[tuple[Clause, ...]], None]
_MOST = 100


class ClauseWork:
    """Dialogs and verbs over clauses and folders, for the dock that shows them."""

    def __init__(self, operations: Operations, ask: Ask, window: QWidget) -> None:
        self._operations = operations
        self._ask = ask
        self._window = window
        self.reviewer: Callable[[], str] = lambda: operations.desk.author  # or asks for the name

    # Clauses

    def new(self, folder_id: str = "") -> Changes | None:
        """Asks for a new clause and keeps it, in the folder that is open."""
        dialog = ClauseDialog(self._window, None, self._facts())
        dialog.about.folder.choose(folder_id)
        value = self._asked(dialog)
        if value is None:
            return None
        library = self._operations.desk.library
        return self._operations.run(
            library.new_clause, value.kind, value.texts, details=value.details
        )

    def edit(self, clause: Clause) -> Changes | None:
        """Asks for texts and details of a clause; other texts make a new revision."""
        before = self._operations.desk.library.clause(clause.id)
        value = self._asked(ClauseDialog(self._window, before, self._facts(before)))
        if value is None:
            return None
        if TranslationState.APPROVED in value.states.values() and not self.reviewer():
            return None
        return self._operations.run(self._save, before, value)

    def _save(self, before: Clause, value: ClauseValue) -> Changes:
        desk = self._operations.desk
        library = desk.library
        with desk.step(tr("Edit clause")):
            changes = Changes(frozenset())
            if before.variant_group and value.variant != before.variant:
                changes = library.name_variant(before.id, value.variant)
            for language, state in value.states.items():
                changes = library.review(before.id, language, state)
            if _is_other(before, value):
                changes = library.edit(before.id, value.texts, value.details, value.note)
        return changes

    def make_variant(self, clause: Clause) -> Changes | None:
        """Asks for a clause that says the same in another way."""
        dialog = ClauseDialog(self._window, None, self._facts(), variant_of=clause)
        value = self._asked(dialog)
        if value is None:
            return None
        library = self._operations.desk.library
        return self._operations.run(library.make_variant, clause.id, value.texts, value.variant)

    def join_variants(self, clause: Clause) -> Changes | None:
        """Asks which clause of the library a clause is a variant of."""
        from advocate_desk.gui.dialogs.variant_dialog import VariantDialog

        before = self._operations.desk.library.clause(clause.id)
        dialog = VariantDialog(self._window, before, self._offer_siblings)
        agreed, (sibling_id, variant) = self._ask.run(dialog), dialog.value()
        dialog.stop_looking()
        _forget(dialog)
        if not agreed:
            return None
        library = self._operations.desk.library
        return self._operations.run(library.join_variants, before.id, sibling_id, variant)

    def _offer_siblings(self, clause: Clause, text: str, show: Found) -> Stop:
        """Looks for clauses of the same kind as a clause, beside the window."""
        wanted = ClauseFilter(kind=clause.kind)

        def search(desk: Desk, _progress: Progress) -> tuple[Clause, ...]:
            found = desk.library.search(text, _MOST, wanted=wanted)
            return tuple(one for one in found if one.id != clause.id)

        return self._operations.run_aside(search, show).cancel

    def leave_variants(self, clause: Clause) -> Changes | None:
        """Takes a clause out of its variants."""
        return self._operations.run(self._operations.desk.library.leave_variants, clause.id)

    def archive_or_restore(self, clause: Clause) -> Changes | None:
        """Stops offering a clause, or offers an archived one again."""
        library = self._operations.desk.library
        archived = clause.status is ClauseStatus.ARCHIVED
        return self._operations.run(library.restore if archived else library.archive, clause.id)

    def delete(self, clause: Clause) -> Changes | None:
        """Deletes a clause; one that is in use is archived."""
        return self._operations.run(self._operations.desk.library.delete, clause.id)

    def file(self, clause: Clause, folder_id: str) -> Changes | None:
        """Puts a clause into a folder."""
        return self._operations.run(
            self._operations.desk.library.file_clauses, [clause.id], folder_id
        )

    # Folders

    def new_folder(self, parent_id: str) -> Changes | None:
        """Asks for the name of a new folder, inside the one that is open."""
        name = self._ask.text(self._window, tr("New folder"), tr("Name of the folder"))
        if not name:
            return None
        return self._operations.run(self._operations.desk.library.new_folder, name, parent_id)

    def rename_folder(self, folder_id: str) -> Changes | None:
        """Asks for another name of a folder."""
        library = self._operations.desk.library
        before = library.folder_path(folder_id)[-1]
        label = tr("Name of the folder")
        name = self._ask.text(self._window, tr("Rename folder"), label, initial=before)
        return self._operations.run(library.rename_folder, folder_id, name) if name else None

    def move_folder(self, folder_id: str, parent_id: str) -> Changes | None:
        """Puts a folder into another one."""
        library = self._operations.desk.library
        return self._operations.run(library.move_folder, folder_id, parent_id)

    def delete_folder(self, folder_id: str) -> Changes | None:
        """Deletes a folder; what lies in it moves up."""
        return self._operations.run(self._operations.desk.library.delete_folder, folder_id)

    # What dialogs are told

    def _facts(self, clause: Clause | None = None) -> ClauseFacts:
        library = self._operations.desk.library
        besides = clause.id if clause else ""

        def alike(texts: Texts, show: Callable[[Alike], None]) -> Stop:
            def look(desk: Desk, _progress: Progress) -> Alike:
                return desk.library.near_duplicates(texts, besides=besides)

            return self._operations.run_aside(look, show).cancel

        folders, words = library.folders(), library.words_in_use()
        if clause is None:
            return ClauseFacts(folders, words, alike=alike)
        return ClauseFacts(
            folders,
            words,
            library.revisions(clause.id),
            library.where_used(clause.id),
            library.variants(clause.id),
            alike,
        )

    def _asked(self, dialog: ClauseDialog) -> ClauseValue | None:
        """What was entered; nothing where somebody thought better of it."""
        agreed = self._ask.run(dialog)
        value = dialog.value() if agreed else None
        dialog.stop_looking()
        _forget(dialog)
        return value


def _is_other(before: Clause, value: ClauseValue) -> bool:
    sides = {code: before.rendition(code) for code in value.texts}
    texts = {code: (side.heading, side.body) for code, side in sides.items()}
    return texts != dict(value.texts) or value.details != before.details


def _forget(dialog: QDialog) -> None:
    dialog.deleteLater()
