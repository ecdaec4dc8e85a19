"""What stands above the text: the header of a statement, the desk's own, and the logos."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from advocate_desk.desk.boundary import Incoming
from advocate_desk.desk.verbs import NOTHING, Verbs
from advocate_desk.model.changes import Area, Changes
from advocate_desk.model.errors import DeskError
from advocate_desk.model.header import HeaderKind
from advocate_desk.model.looks import (
    NO_CHOICE,
    HeaderChoice,
    StoredImage,
    header_as_text,
    header_from_text,
    may_have_state_header,
)
from advocate_desk.model.marked import marked
from advocate_desk.model.pictures import MOST_BYTES, TOO_LARGE, logo

LOOKS = frozenset({Area.LOOKS, Area.STATEMENTS})
MOST_LOGOS = 8
_DEFAULT = "header"
_JPEG = b"\xff\xd8"


@dataclass(frozen=True, slots=True)
class HeaderEdit:
    """What is different about a header; None leaves a field as it is."""

    kind: HeaderKind | None = None
    organisation: Mapping[str, str] | None = None
    lines: Mapping[str, str] | None = None
    logo_ids: Sequence[str] | None = None


class Heading(Verbs):
    """Verbs about headers and logos."""

    def header(self, statement_id: str) -> HeaderChoice:
        """The header a statement is printed with: its own, else the desk's."""
        own = self._statement(statement_id).header
        return self.default_header() if own is None else own

    def default_header(self) -> HeaderChoice:
        """The header of statements that have none of their own."""
        return header_from_text(self._file.settings.get(_DEFAULT)) or NO_CHOICE

    def set_header(self, statement_id: str, edit: HeaderEdit, *, burst: str = "") -> Changes:
        """Give a statement a header of its own, changed from the one it has.

        Calls with the same non-empty `burst` are one step of the history.

        Raises:
            DeskError: the State's name above a statement that is not sent to authorities, too
                many logos, or an unknown one.
        """
        label = marked("Set header")
        statement = self._statement(statement_id)
        if edit.kind is HeaderKind.STATE and not may_have_state_header(statement.kind):
            raise DeskError(
                marked("The State header is for petitions and letters to authorities only."),
                advice=marked("Choose another header, or change the kind of the statement."),
            )
        incoming = Incoming()
        chosen = self._edited(self.header(statement_id), edit, incoming)
        if chosen == statement.header:
            return NOTHING
        merge = f"header:{statement_id}:{burst}" if burst else ""
        with self._step(label, statement_id, merge=merge):
            self._file.statements.update(statement_id, header=chosen)
        return Changes(LOOKS, statement_id, statement_id, label, removed=incoming.removed)

    def use_default_header(self, statement_id: str) -> Changes:
        """Print a statement with the desk's header again."""
        label = marked("Use the desk’s header")
        if self._statement(statement_id).header is None:
            return NOTHING
        with self._step(label, statement_id):
            self._file.statements.update(statement_id, header=None)
        return Changes(LOOKS, statement_id, statement_id, label)

    def set_default_header(self, edit: HeaderEdit, *, burst: str = "") -> Changes:
        """Change the header of statements that have none of their own.

        Raises:
            DeskError: the State header, which is chosen for single statements only, too many
                logos, or an unknown one.
        """
        label = marked("Set the desk’s header")
        if edit.kind is HeaderKind.STATE:
            raise DeskError(
                marked("The State header is for petitions and letters to authorities only."),
                advice=marked("Choose it for the statement itself."),
            )
        incoming = Incoming()
        before = self.default_header()
        chosen = self._edited(before, edit, incoming)
        if chosen == before:
            return NOTHING
        with self._step(label, merge=f"desk header:{burst}" if burst else ""):
            self._file.settings.set(_DEFAULT, header_as_text(chosen))
        return Changes(LOOKS, label=label, removed=incoming.removed)

    def logos(self) -> tuple[StoredImage, ...]:
        """The pictures of the desk by name, without their data."""
        return self._file.images.all()

    def logo(self, image_id: str) -> StoredImage:
        """One picture with its data.

        Raises:
            DeskError: there is none.
        """
        try:
            return self._file.images.get(image_id)
        except KeyError as error:
            raise DeskError(marked("There is no such logo in this desk.")) from error

    def add_logo(self, path: Path) -> Changes:
        """Keep a PNG or JPEG in the desk, without its metadata; focus and `made` hold its id.

        A picture that is there already is not kept twice: `made` is empty then.

        Raises:
            DeskError: it is no PNG or JPEG, damaged, or too large.
        """
        label = marked("Add logo")
        image = self._read_logo(path)
        known = self._file.images.with_hash(image.sha256)
        if known is not None:
            return Changes(frozenset(), known.id)
        with self._step(label):
            self._file.images.insert(image)
        return Changes(LOOKS, image.id, "", label, (image.id,))

    def remove_logo(self, image_id: str) -> Changes:
        """Take a picture out of the desk and out of every header that shows it."""
        label = marked("Remove logo")
        self.logo(image_id)
        users = self._file.images.statements_with(image_id)
        with self._step(label, *users):
            for statement_id in users:
                header = self.header(statement_id)
                self._file.statements.update(statement_id, header=_without(header, image_id))
            if image_id in self.default_header().logo_ids:
                left = header_as_text(_without(self.default_header(), image_id))
                self._file.settings.set(_DEFAULT, left)
            self._file.images.delete(image_id)
        return Changes(LOOKS, label=label)

    def _edited(self, before: HeaderChoice, edit: HeaderEdit, incoming: Incoming) -> HeaderChoice:
        logo_ids = before.logo_ids if edit.logo_ids is None else tuple(edit.logo_ids)
        if edit.logo_ids is not None:
            self._refuse_logos(logo_ids)
        return HeaderChoice(
            before.kind if edit.kind is None else edit.kind,
            _written(before.organisation, edit.organisation, incoming),
            _written(before.lines, edit.lines, incoming),
            logo_ids,
        )

    def _refuse_logos(self, logo_ids: tuple[str, ...]) -> None:
        if len(logo_ids) > MOST_LOGOS:
            raise DeskError(marked("A header holds {most} logos at most."), most=MOST_LOGOS)
        known = {image.id for image in self.logos()}
        if not known.issuperset(logo_ids):
            raise DeskError(marked("There is no such logo in this desk."))

    def _read_logo(self, path: Path) -> StoredImage:
        picture = logo(path.name, _bytes_of(path))
        return StoredImage(
            self._file.new_id(),
            Incoming().text(picture.name)[:120],
            "image/jpeg" if picture.data.startswith(_JPEG) else "image/png",
            sha256(picture.data).hexdigest(),
            picture.width,
            picture.height,
            picture.data,
        )


def _written(
    before: Mapping[str, str], edit: Mapping[str, str] | None, incoming: Incoming
) -> dict[str, str]:
    """The texts per language after an edit; an empty one is not kept."""
    texts = {**before, **incoming.texts(edit or {})}
    return {code: text for code, text in texts.items() if text.strip()}


def _without(header: HeaderChoice, image_id: str) -> HeaderChoice:
    left = tuple(one for one in header.logo_ids if one != image_id)
    return HeaderChoice(header.kind, header.organisation, header.lines, left)


def _bytes_of(path: Path) -> bytes:
    """A file's bytes; its size is looked at before a byte is read.

    Raises:
        DeskError: it is too large or cannot be read.
    """
    try:
        if path.stat().st_size > MOST_BYTES:
            raise DeskError(TOO_LARGE, name=path.name, megabytes=MOST_BYTES // 1_000_000)
        return path.read_bytes()
    except OSError as problem:
        raise DeskError(marked("“{name}” cannot be read."), name=path.name) from problem
