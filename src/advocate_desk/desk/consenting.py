"""Consent bound to a text: evidence, what happened, and who agreed to an earlier text."""

from __future__ import annotations

import mimetypes
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from advocate_desk.desk.snapshot import agreed_content, agreed_of, agreed_of_edition
from advocate_desk.desk.verbs import NOTHING, Verbs, list_changed
from advocate_desk.language.safe_text import clean
from advocate_desk.model.changes import Changes
from advocate_desk.model.consent import (
    Agreed,
    ChangedText,
    EndorsementEvent,
    EvidenceFile,
    changed_since,
)
from advocate_desk.model.endorsement import Endorsement
from advocate_desk.model.errors import DeskError
from advocate_desk.model.marked import marked

MOST_EVIDENCE = 25 * 1024 * 1024  # bytes: a long scan, not a film; the desk must stay easy to copy


@dataclass(frozen=True, slots=True)
class OutdatedConsent:
    """An endorsement that agreed to another text than the one that stands, and the difference."""

    endorsement: Endorsement
    changes: tuple[ChangedText, ...]


class Consenting(Verbs):
    """Verbs about what endorsers agreed to; their answers are set by `Endorsing`."""

    def outdated(self, statement_id: str) -> tuple[OutdatedConsent, ...]:
        """The confirmed endorsements that agreed to an earlier text, in the order of the list.

        Consent to an earlier text stays consent: nothing is taken back by itself.
        """
        now = agreed_of(agreed_content(self._statement(statement_id)))
        differences = _Remembered(lambda key: changed_since(self._agreed_to(*key), now))
        found = (
            OutdatedConsent(one, differences[one.agreed_text, one.edition_id])
            for one in self._file.endorsements.of(statement_id)
            if one.is_counted and (one.agreed_text or one.edition_id)
        )
        return tuple(one for one in found if one.changes)

    def _agreed_to(self, text: str | None, edition_id: str | None) -> Agreed:
        content = self._file.consents.text(text) if text else None
        if content is not None:
            return agreed_of(content)
        # Desks of earlier schemas kept the edition only.
        return agreed_of_edition(self._file.editions.get(edition_id)) if edition_id else {}

    def events(self, endorsement_id: str) -> tuple[EndorsementEvent, ...]:
        """What happened to an endorsement, the first first; a withdrawal erases nothing."""
        return self._file.consents.events(endorsement_id)

    # Evidence

    def evidence(self, endorsement_id: str) -> tuple[EvidenceFile, ...]:
        """The files that show an endorser's answer."""
        return self._file.consents.files(endorsement_id)

    def with_evidence(self, statement_id: str) -> frozenset[str]:
        """The ids of a statement's endorsements that have an evidence file."""
        return self._file.consents.with_evidence(statement_id)

    def attach(self, endorsement_id: str, path: Path) -> Changes:
        """Keep a copy of a file in the desk as evidence; `made` holds the file's id.

        The same file for several endorsements is kept once.

        Raises:
            DeskError: the file is gone, empty, too large or cannot be read.
        """
        label = marked("Attach evidence")
        endorsement = self._endorsement(endorsement_id)
        data = _read(path)
        digest = sha256(data).hexdigest()
        file = self._file.consents.file_with(digest)
        with self._step(label, endorsement.statement_id):
            if file is None:
                file = self._new_file(path, data, digest)
            self._file.consents.attach(endorsement_id, file.id, self._file.now())
        return list_changed(label, endorsement.statement_id, endorsement_id, made=(file.id,))

    def _new_file(self, path: Path, data: bytes, digest: str) -> EvidenceFile:
        kind = mimetypes.guess_type(path.name)[0] or "application/octet-stream"
        name = clean(path.name).text[:200]
        file = EvidenceFile(self._file.new_id(), name, kind, len(data), digest)
        self._file.consents.insert_file(file, data)
        return file

    def detach(self, endorsement_id: str, file_id: str) -> Changes:
        """Take an evidence file off an endorsement."""
        label = marked("Remove evidence")
        endorsement = self._endorsement(endorsement_id)
        if file_id not in {file.id for file in self.evidence(endorsement_id)}:
            return NOTHING
        with self._step(label, endorsement.statement_id):
            self._file.consents.detach(endorsement_id, file_id)
        return list_changed(label, endorsement.statement_id, endorsement_id)

    def evidence_data(self, endorsement_id: str, file_id: str) -> bytes:
        """The bytes of an evidence file, proved by its SHA-256.

        Raises:
            DeskError: the file is gone, or is not what was attached.
        """
        files = {file.id: file for file in self.evidence(endorsement_id)}
        if file_id not in files:
            raise DeskError(marked("There is no such evidence; it may have been removed."))
        data = self._file.consents.data(file_id)
        if sha256(data).hexdigest() != files[file_id].sha256:
            raise DeskError(marked("The evidence is not what was attached: the desk is damaged."))
        return data

    def _endorsement(self, endorsement_id: str) -> Endorsement:
        try:
            return self._file.endorsements.get(endorsement_id)
        except KeyError as error:
            raise DeskError(marked("There is no such endorsement; it may be gone.")) from error


_Key = tuple[str | None, str | None]


class _Remembered(dict[_Key, tuple[ChangedText, ...]]):
    """A hundred endorsers agreed to the same few texts: each is compared once."""

    def __init__(self, compare: Callable[[_Key], tuple[ChangedText, ...]]) -> None:
        super().__init__()
        self._compare = compare

    def __missing__(self, key: _Key) -> tuple[ChangedText, ...]:
        self[key] = self._compare(key)
        return self[key]


def _read(path: Path) -> bytes:
    """A file's bytes, never more than may be kept."""
    arguments: Mapping[str, object] = {"name": path.name, "most": MOST_EVIDENCE // 2**20}
    try:
        if path.stat().st_size > MOST_EVIDENCE:
            raise DeskError(
                marked("“{name}” is larger than {most} MB and cannot be kept as evidence."),
                advice=marked("Scan it in black and white, or keep a photo of it."),
                **arguments,
            )
        with path.open("rb") as source:
            data = source.read(MOST_EVIDENCE + 1)
    except OSError as error:
        raise DeskError(
            marked("“{name}” cannot be read; it may have been moved or deleted."), name=path.name
        ) from error
    if not data:
        raise DeskError(marked("“{name}” is empty."), name=path.name)
    return data
