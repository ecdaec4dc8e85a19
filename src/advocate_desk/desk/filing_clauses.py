"""Folders of the library, and what is known about clauses beside their texts."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from advocate_desk.desk.boundary import Incoming
from advocate_desk.desk.clause_verbs import ClauseVerbs, clauses_changed
from advocate_desk.model.changes import Changes
from advocate_desk.model.clause import ClauseDetails, Folder
from advocate_desk.model.errors import DeskError
from advocate_desk.model.marked import marked

LONGEST_NAME = 80
SEPARATOR = "/"


class FilingClauses(ClauseVerbs):
    """Verbs of the one who keeps the library in order."""

    def folders(self) -> tuple[Folder, ...]:
        """Every folder of the library by name; `parent_id` makes them a tree."""
        return self._file.clauses.folders.all()

    def folder_path(self, folder_id: str) -> tuple[str, ...]:
        """The names of the folders around a folder and its own, from the outside in."""
        known = {folder.id: folder for folder in self.folders()}
        names: list[str] = []
        while folder_id in known:
            names.insert(0, known[folder_id].name)
            folder_id = known[folder_id].parent_id
        return tuple(names)

    def new_folder(self, name: str, parent_id: str = "") -> Changes:
        """Make a folder, inside another one or at the top; focus is its id.

        Raises:
            DeskError: the name is empty, too long, holds a slash, or stands there already.
        """
        label = marked("New folder")
        folder = Folder(self._file.new_id(), self._folder_name(name, parent_id), parent_id)
        with self._step(label):
            self._file.clauses.folders.insert(folder)
        return clauses_changed(label, folder.id, made=(folder.id,))

    def folder_for(self, path: Sequence[str]) -> str:
        """The id of the folder with this path; what is missing of it is made. Empty for no path.

        To be called inside a step, by an import.
        """
        parent = ""
        for name in path:
            inside = {f.name.casefold(): f.id for f in self.folders() if f.parent_id == parent}
            parent = inside.get(name.strip().casefold()) or self.new_folder(name, parent).focus
        return parent

    def rename_folder(self, folder_id: str, name: str) -> Changes:
        """Give a folder another name.

        Raises:
            DeskError: what `new_folder` refuses, or there is no such folder.
        """
        label = marked("Rename folder")
        folder = self._known_folder(folder_id)
        checked = self._folder_name(name, folder.parent_id, besides=folder_id)
        with self._step(label):
            self._file.clauses.folders.rename(folder_id, checked)
        return clauses_changed(label, folder_id)

    def move_folder(self, folder_id: str, parent_id: str = "") -> Changes:
        """Put a folder with all it holds into another one, or to the top.

        Raises:
            DeskError: it would lie inside itself, or beside one of the same name.
        """
        label = marked("Move folder")
        folder = self._known_folder(folder_id)
        if parent_id and folder_id in self._around(parent_id):
            raise DeskError(marked("A folder cannot lie inside itself."))
        self._folder_name(folder.name, parent_id, besides=folder_id)
        with self._step(label):
            self._file.clauses.folders.move(folder_id, parent_id)
        return clauses_changed(label, folder_id)

    def delete_folder(self, folder_id: str) -> Changes:
        """Delete a folder; its clauses and folders move up to the one around it.

        Raises:
            DeskError: a folder in it has the name of one beside it.
        """
        label = marked("Delete folder")
        folder = self._known_folder(folder_id)
        for inner in self.folders():
            if inner.parent_id == folder_id:
                self._folder_name(inner.name, folder.parent_id, besides=folder_id)
        with self._step(label):
            self._file.clauses.folders.dissolve(folder)
        return clauses_changed(label, folder.parent_id)

    def file_clauses(self, clause_ids: Sequence[str], folder_id: str = "") -> Changes:
        """Put clauses into a folder, or into none.

        Raises:
            DeskError: there is no such folder or clause.
        """
        label = marked("Move to folder")
        if folder_id:
            self._known_folder(folder_id)
        clauses = [self.clause(clause_id) for clause_id in clause_ids]
        with self._step(label):
            for clause in clauses:
                self._file.clauses.set_folder(clause.id, folder_id)
        return clauses_changed(label, clause_ids[0] if clause_ids else "")

    def describe(self, clause_id: str, details: ClauseDetails) -> Changes:
        """Write what is known about a clause; it makes no revision.

        Raises:
            DeskError: there is no such clause or folder.
        """
        label = marked("Describe clause")
        incoming = Incoming()
        self.clause(clause_id)
        known = self._checked_details(details, incoming)
        with self._step(label):
            self._file.clauses.set_details(clause_id, known)
        return clauses_changed(label, clause_id, removed=incoming.removed)

    def tag(self, clause_ids: Sequence[str], tags: Sequence[str]) -> Changes:
        """Add tags to clauses."""
        label = marked("Tag clauses")
        clauses = [self.clause(clause_id) for clause_id in clause_ids]
        with self._step(label):
            for clause in clauses:
                more = replace(clause.details, tags=(*clause.tags, *tags))
                known = self._checked_details(more, Incoming())
                self._file.clauses.set_details(clause.id, known)
        return clauses_changed(label, clause_ids[0] if clause_ids else "")

    def words_in_use(self) -> Mapping[str, tuple[str, ...]]:
        """The topics, tags and targets that clauses have: for filters and completion."""
        names = ("topics", "tags", "targets")
        return {name: self._file.clauses.words(name) for name in names}

    def _known_folder(self, folder_id: str) -> Folder:
        self._folder(folder_id)
        return next(folder for folder in self.folders() if folder.id == folder_id)

    def _around(self, folder_id: str) -> list[str]:
        """The folder and those around it, from the inside out."""
        parents = {folder.id: folder.parent_id for folder in self.folders()}
        found: list[str] = []
        while folder_id:
            found.append(folder_id)
            folder_id = parents.get(folder_id, "")
        return found

    def _folder_name(self, name: str, parent_id: str, *, besides: str = "") -> str:
        """The name as it is kept."""
        if parent_id:
            self._folder(parent_id)
        tidy = " ".join(Incoming().text(name).split())
        if not tidy or len(tidy) > LONGEST_NAME or SEPARATOR in tidy:
            raise DeskError(
                marked("A folder needs a name of at most {most} characters, without “/”."),
                most=LONGEST_NAME,
            )
        beside = [f for f in self.folders() if f.parent_id == parent_id and f.id != besides]
        if tidy.casefold() in {folder.name.casefold() for folder in beside}:
            raise DeskError(marked("There is a folder “{name}” there already."), name=tidy)
        return tidy
