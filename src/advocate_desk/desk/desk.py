"""The desk: what a user can do, one verb each, over one opened desk file."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING  # noqa: TID251 - groups that load late, see docs/decisions/0004

from advocate_desk.desk.clock import Now, utc_now
from advocate_desk.desk.drafting import Drafting
from advocate_desk.desk.history import History
from advocate_desk.model.errors import DeskError
from advocate_desk.model.ids import NewId, new_id
from advocate_desk.store import desk_file
from advocate_desk.store.ballast import is_nearly_full
from advocate_desk.store.desk_file import DeskFile

if TYPE_CHECKING:
    from advocate_desk.desk.checking import Checking
    from advocate_desk.desk.commenting import Commenting
    from advocate_desk.desk.comparing import Comparing
    from advocate_desk.desk.consenting import Consenting
    from advocate_desk.desk.correcting import Correcting
    from advocate_desk.desk.endorsing import Endorsing
    from advocate_desk.desk.exchanging import Exchanging
    from advocate_desk.desk.glossary import Glossary
    from advocate_desk.desk.importing import Importing
    from advocate_desk.desk.library import Library
    from advocate_desk.desk.list_reading import ListReading
    from advocate_desk.desk.listing_out import ListingOut
    from advocate_desk.desk.memory import Memory
    from advocate_desk.desk.messaging import Messaging
    from advocate_desk.desk.presenting import Presenting
    from advocate_desk.desk.publishing import Publishing
    from advocate_desk.desk.registering import Registering
    from advocate_desk.desk.translating import Translating


class Desk:
    """Everything one office works on; the groups of verbs are its attributes."""

    def __init__(self, opened: DeskFile) -> None:
        self._file = opened
        self.drafting = Drafting(opened)
        self.history = History(opened)

    # What writing in an open statement does not need is loaded when it is first asked for.

    @cached_property
    def translating(self) -> Translating:
        """How far each side is, and who signed it off."""
        from advocate_desk.desk.translating import Translating

        return Translating(self._file)

    @cached_property
    def endorsing(self) -> Endorsing:
        """The endorsers and their endorsements."""
        from advocate_desk.desk.endorsing import Endorsing

        return Endorsing(self._file)

    @cached_property
    def importing(self) -> Importing:
        """Documents and lists coming in."""
        from advocate_desk.desk.importing import Importing

        return Importing(self._file)

    @cached_property
    def library(self) -> Library:
        """The clause library."""
        from advocate_desk.desk.library import Library

        return Library(self._file)

    @cached_property
    def checking(self) -> Checking:
        """Findings."""
        from advocate_desk.desk.checking import Checking

        return Checking(self._file)

    @cached_property
    def correcting(self) -> Correcting:
        """One-click corrections of what a check found."""
        from advocate_desk.desk.correcting import Correcting

        return Correcting(self._file)

    @cached_property
    def presenting(self) -> Presenting:
        """What the printed page looks like."""
        from advocate_desk.desk.presenting import Presenting

        return Presenting(self._file)

    @cached_property
    def publishing(self) -> Publishing:
        """Editions and documents going out."""
        from advocate_desk.desk.publishing import Publishing

        return Publishing(self._file)

    @cached_property
    def commenting(self) -> Commenting:
        """Comments on blocks."""
        from advocate_desk.desk.commenting import Commenting

        return Commenting(self._file)

    @cached_property
    def comparing(self) -> Comparing:
        """What is different between two texts."""
        from advocate_desk.desk.comparing import Comparing

        return Comparing(self._file)

    @cached_property
    def exchanging(self) -> Exchanging:
        """The library as files, in and out."""
        from advocate_desk.desk.exchanging import Exchanging

        return Exchanging(self._file)

    @cached_property
    def glossary(self) -> Glossary:
        """Preferred terms."""
        from advocate_desk.desk.glossary import Glossary

        return Glossary(self._file)

    @cached_property
    def memory(self) -> Memory:
        """The translation memory."""
        from advocate_desk.desk.memory import Memory

        return Memory(self._file)

    @cached_property
    def consenting(self) -> Consenting:
        """What the endorsers agreed to, and the evidence."""
        from advocate_desk.desk.consenting import Consenting

        return Consenting(self._file)

    @cached_property
    def registry(self) -> Registering:
        """The registry of endorsers, beyond a single statement."""
        from advocate_desk.desk.registering import Registering

        return Registering(self._file)

    @cached_property
    def listed(self) -> ListReading:
        """Lists of endorsers, read fast and without withheld names."""
        from advocate_desk.desk.list_reading import ListReading

        return ListReading(self._file)

    @cached_property
    def listing_out(self) -> ListingOut:
        """Lists of endorsers, labels and sign-on forms that leave the desk."""
        from advocate_desk.desk.listing_out import ListingOut

        return ListingOut(self._file)

    @cached_property
    def messaging(self) -> Messaging:
        """Messages to endorsers, ready to copy."""
        from advocate_desk.desk.messaging import Messaging

        return Messaging(self._file)

    @property
    def author(self) -> str:
        """The name of who works here, written beside revisions, reviews and comments."""
        return self._file.author

    @author.setter
    def author(self, name: str) -> None:
        self._file.author = name

    @classmethod
    def create(cls, path: Path, *, now: Now = utc_now, new_id: NewId = new_id) -> Desk:
        """Make a new desk file and open it.

        Raises:
            DeskFileRefused: there is a file already, or the folder cannot be written.
        """
        return cls(desk_file.create(path, now=now, new_id=new_id))

    @classmethod
    def open(
        cls,
        path: Path,
        *,
        now: Now = utc_now,
        new_id: NewId = new_id,
        read_only: bool = False,
    ) -> Desk:
        """Open a desk file.

        Raises:
            DeskFileRefused: the file is missing, locked, damaged, from the future or no desk.
        """
        return cls(desk_file.open_desk(path, now=now, new_id=new_id, read_only=read_only))

    @property
    def path(self) -> Path:
        """Where the desk file lies."""
        return self._file.path

    @contextmanager
    def step(self, label: str) -> Iterator[None]:
        """Several verbs as one step of the history; all of them or, after an error, none."""
        with self._file.step(label):
            yield

    def back_up(self) -> Path:
        """Write a verified copy into the backups folder beside the desk; its path.

        Raises:
            DeskError: the copy could not be written.
        """
        return self._file.back_up()

    def twin(self) -> Desk:
        """The same desk, read only, for work on another thread; close it afterwards."""
        return Desk(self._file.twin())

    def keep(self) -> Path | None:
        """What the window does every few minutes: a backup once an hour if something changed.

        It costs next to nothing otherwise. A small reserve is kept beside the desk, which is
        given up when the disk is full. The path of a backup that was made.

        Raises:
            DeskError: a backup is due and could not be written.
        """
        return self._file.keep()

    @property
    def is_disk_nearly_full(self) -> bool:
        """Whether there is little room left where the desk lies: a reason to say so."""
        return is_nearly_full(self.path)

    def close(self, *, back_up: bool = True) -> None:
        """Give the desk file back; the undo history goes with it.

        What was changed since the last backup is backed up first. Where that fails the desk is
        closed all the same: everything is saved in it.
        """
        if back_up and self._file.has_unkept_changes:
            with suppress(DeskError):
                self._file.back_up()
        self._file.close()
