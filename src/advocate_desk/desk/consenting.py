"""Consent bound to a text: evidence, what happened, and who agreed to an earlier text."""

from __future__ import annotations

import mimetypes
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from hashlib import sha256
from pathlib import Path

from advocate_desk.desk.answering import Answering
from advocate_desk.desk.boundary import Incoming
from advocate_desk.desk.outdated import Agreements
from advocate_desk.desk.verbs import NOTHING, rows_changed
from advocate_desk.language.safe_text import clean
from advocate_desk.model.changes import Changes
from advocate_desk.model.consent import (
    NO_CONSENT,
    ChangedText,
    Consent,
    EndorsementEvent,
    EvidenceFile,
)
from advocate_desk.model.endorsement import Endorsement, move
from advocate_desk.model.errors import DeskError
from advocate_desk.model.kinds import EndorsementState, ShowAs
from advocate_desk.model.marked import marked
from advocate_desk.model.returned_form import ReturnedForm

MOST_EVIDENCE = 25 * 1024 * 1024  # bytes: a long scan, not a film; the desk must stay easy to copy


@dataclass(frozen=True, slots=True)
class OutdatedConsent:
    """An endorsement that agreed to another text than the one that stands, and the difference."""

    endorsement: Endorsement
    changes: tuple[ChangedText, ...]


@dataclass(frozen=True, slots=True)
class OutdatedGroup:
    """The endorsements that agreed to the same earlier text, and what changed since."""

    changes: tuple[ChangedText, ...]
    endorsement_ids: tuple[str, ...]


class Consenting(Answering):
    """Verbs about what endorsers agreed to; their answers are set by `Endorsing`."""

    def outdated(self, statement_id: str) -> tuple[OutdatedConsent, ...]:
        """The confirmed endorsements that agreed to an earlier text, in the order of the list.

        Consent to an earlier text stays consent: nothing is taken back by itself.
        """
        agreements = Agreements(self._file, self._statement(statement_id))
        found = (
            OutdatedConsent(one, agreements.changes(one.agreed_text, one.edition_id))
            for one in self._file.endorsements.of(statement_id)
            if one.is_counted and (one.agreed_text or one.edition_id)
        )
        return tuple(one for one in found if one.changes)

    def outdated_ids(self, statement_id: str) -> frozenset[str]:
        """The ids of the same, without reading any name: fast for ten thousand."""
        agreements = Agreements(self._file, self._statement(statement_id))
        return frozenset(agreements.outdated(self._file.listed.rows(statement_id)))

    def outdated_groups(self, statement_id: str) -> tuple[OutdatedGroup, ...]:
        """The same by what changed since, without reading any name."""
        agreements = Agreements(self._file, self._statement(statement_id))
        groups: dict[tuple[ChangedText, ...], list[str]] = {}
        for one in self._file.listed.rows(statement_id):
            changes = agreements.changes(one.agreed_text, one.edition_id) if one.is_bound else ()
            if changes:
                groups.setdefault(changes, []).append(one.id)
        return tuple(OutdatedGroup(changes, tuple(ids)) for changes, ids in groups.items())

    def answer(
        self,
        endorsement_ids: Sequence[str],
        state: EndorsementState,
        *,
        consent: Consent = NO_CONSENT,
        note: str = "",
        evidence: Sequence[Path] = (),
    ) -> Changes:
        """Note an answer of one endorser or of many, with the files that show it, as one step.

        Who is confirmed already and confirms again is bound to the text agreed to now.

        Raises:
            DeskError: the move is not lawful for one of them, the day has not come yet, or a file
                is gone, empty or too large; then nothing is noted at all.
        """
        label = marked("Note answers")
        incoming = Incoming()
        chosen = self._chosen(endorsement_ids)
        again = state is EndorsementState.CONFIRMED
        moving = [one for one in chosen if again or one.state is not state]
        for one in moving:
            if one.state is not state:
                move(one, state)
        answer = self._answer(consent, "", incoming)
        files = [(path, _read(path)) for path in evidence]
        if not moving and not (chosen and files):
            return NOTHING
        with self._step(label, *(one.statement_id for one in chosen)):
            self._answer_all(moving, state, answer, incoming.text(note))
            for path, data in files:
                self._attach_to([one.id for one in chosen], path, data)
        return replace(self._some_changed(label, chosen), removed=incoming.removed)

    def agree_again(
        self, endorsement_ids: Sequence[str], consent: Consent = NO_CONSENT, note: str = ""
    ) -> Changes:
        """Bind confirmed endorsements to the text as it stands, or to an edition, as one step.

        Raises:
            DeskError: one of them is not confirmed, or the day has not come yet.
        """
        label = marked("Confirm again")
        chosen = self._chosen(endorsement_ids)
        if any(not one.is_counted for one in chosen):
            raise DeskError(marked("Only who is confirmed can confirm again."))
        if not chosen:
            return NOTHING
        incoming = Incoming()
        answer = self._answer(consent, "", incoming)
        with self._step(label, *(one.statement_id for one in chosen)):
            self._answer_all(chosen, EndorsementState.CONFIRMED, answer, incoming.text(note))
        return replace(self._some_changed(label, chosen), removed=incoming.removed)

    # Sign-on forms that come back

    def read_form(self, path: Path, *, code: str = "") -> ReturnedForm:
        """What a returned form says and whose it is; nothing is written.

        The code is the one given, else that of the file's name or of its text.

        Raises:
            DeskError: there is no code, more than one, or one that is of no endorsement here.
        """
        from advocate_desk.desk.reading_forms import FormReading

        return FormReading(self._file).read(path, code)

    def accept_form(self, form: ReturnedForm, consent: Consent, *, withhold: bool) -> Changes:
        """Note the answer of a returned form, with the file as evidence, as one step.

        `withhold` is the tick of the form: a name that is withheld already stays so without it.

        Raises:
            DeskError: the file is gone or too large, or the answer cannot be noted.
        """
        label = marked("Accept a sign-on form")
        endorsement = self._endorsement(form.endorsement_id)
        with self._step(label, endorsement.statement_id):
            changes = self.answer(
                [endorsement.id], EndorsementState.CONFIRMED, consent=consent, evidence=[form.path]
            )
            if withhold and endorsement.show_as is not ShowAs.WITHHELD:
                self._file.endorsements.update(endorsement.id, show_as=ShowAs.WITHHELD)
        return replace(changes, label=label, made=(endorsement.id,))

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
        with self._step(label, endorsement.statement_id):
            file_id = self._attach_to([endorsement_id], path, data)
        return rows_changed(label, endorsement.statement_id, endorsement_id, made=(file_id,))

    def _attach_to(self, endorsement_ids: Sequence[str], path: Path, data: bytes) -> str:
        """Keep a file once and hang it on endorsements, inside a step; its id."""
        digest = sha256(data).hexdigest()
        file = self._file.consents.file_with(digest) or self._new_file(path, data, digest)
        for endorsement_id in endorsement_ids:
            self._file.consents.attach(endorsement_id, file.id, self._file.now())
        return file.id

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
        return rows_changed(label, endorsement.statement_id, endorsement_id)

    def save_evidence(self, endorsement_id: str, file_id: str, target: Path) -> Path:
        """Write a copy of an evidence file where somebody wants it.

        Raises:
            DeskError: the file is gone, is not what was attached, or cannot be written there.
        """
        from advocate_desk.exporters.save import save

        save(target, self.evidence_data(endorsement_id, file_id))
        return target

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
