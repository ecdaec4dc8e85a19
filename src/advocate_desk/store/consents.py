"""What was agreed to, what happened, and the evidence: rows to model and back."""

from __future__ import annotations

from advocate_desk.model.consent import EndorsementEvent, EvidenceFile
from advocate_desk.model.kinds import EndorsementState
from advocate_desk.store.connection import Connection

_EVENTS = """SELECT id, endorsement_id, state, happened_on, noted_at, author, agreed_by,
    agreed_role, channel, edition_id, note FROM endorsement_events"""
_FILES = "SELECT id, name, media_type, size, sha256 FROM evidence_files"


class ConsentRows:
    """Texts agreed to, the events of endorsements, and evidence files."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def keep_text(self, sha256: str, content: str) -> None:
        """Keep a text that somebody agrees to, once."""
        if self.text(sha256) is None:
            self._connection.write(
                "INSERT INTO agreed_texts (sha256, content) VALUES (?, ?)", sha256, content
            )

    def text(self, sha256: str) -> str | None:
        """A text that was agreed to."""
        found = self._connection.value("SELECT content FROM agreed_texts WHERE sha256 = ?", sha256)
        return None if found is None else str(found)

    def add_event(self, event: EndorsementEvent) -> None:
        """Note that something happened to an endorsement."""
        self._connection.write(
            "INSERT INTO endorsement_events (id, endorsement_id, state, happened_on, noted_at,"
            " author, agreed_by, agreed_role, channel, edition_id, note)"
            " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            event.id,
            event.endorsement_id,
            event.state,
            event.happened_on,
            event.noted_at,
            event.author,
            event.agreed_by,
            event.agreed_role,
            event.channel,
            event.edition_id,
            event.note,
        )

    def events(self, endorsement_id: str) -> tuple[EndorsementEvent, ...]:
        """What happened to an endorsement, the first first."""
        rows = self._connection.all(
            f"{_EVENTS} WHERE endorsement_id = ? ORDER BY noted_at, id", endorsement_id
        )
        return tuple(
            EndorsementEvent(row[0], row[1], EndorsementState(row[2]), *row[3:]) for row in rows
        )

    def insert_file(self, file: EvidenceFile, data: bytes) -> None:
        """Keep an evidence file."""
        self._connection.write(
            "INSERT INTO evidence_files (id, name, media_type, size, sha256, data)"
            " VALUES (?, ?, ?, ?, ?, ?)",
            file.id,
            file.name,
            file.media_type,
            file.size,
            file.sha256,
            data,
        )

    def file_with(self, sha256: str) -> EvidenceFile | None:
        """The evidence file with these very bytes."""
        row = self._connection.first(f"{_FILES} WHERE sha256 = ?", sha256)
        return EvidenceFile(*row) if row else None

    def data(self, file_id: str) -> bytes:
        """The bytes of an evidence file; KeyError if there is none."""
        row = self._connection.first("SELECT data FROM evidence_files WHERE id = ?", file_id)
        if row is None:
            raise KeyError(file_id)
        return bytes(row[0])

    def attach(self, endorsement_id: str, file_id: str, when: str) -> None:
        """Hang an evidence file on an endorsement, once."""
        self._connection.write(
            "INSERT OR IGNORE INTO endorsement_evidence (endorsement_id, file_id, added_at)"
            " VALUES (?, ?, ?)",
            endorsement_id,
            file_id,
            when,
        )

    def detach(self, endorsement_id: str, file_id: str) -> None:
        """Take an evidence file off an endorsement; a file nobody has any more is deleted."""
        self._connection.write(
            "DELETE FROM endorsement_evidence WHERE endorsement_id = ? AND file_id = ?",
            endorsement_id,
            file_id,
        )
        self._connection.write(
            "DELETE FROM evidence_files WHERE id = ?"
            " AND id NOT IN (SELECT file_id FROM endorsement_evidence)",
            file_id,
        )

    def files(self, endorsement_id: str) -> tuple[EvidenceFile, ...]:
        """The evidence of an endorsement, the first first."""
        rows = self._connection.all(
            f"{_FILES} JOIN endorsement_evidence ON file_id = id WHERE endorsement_id = ?"
            " ORDER BY added_at, id",
            endorsement_id,
        )
        return tuple(EvidenceFile(*row) for row in rows)

    def with_evidence(self, statement_id: str) -> frozenset[str]:
        """The ids of a statement's endorsements that have an evidence file."""
        rows = self._connection.all(
            "SELECT DISTINCT endorsement_id FROM endorsement_evidence"
            " JOIN endorsements ON endorsements.id = endorsement_id WHERE statement_id = ?",
            statement_id,
        )
        return frozenset(row[0] for row in rows)
