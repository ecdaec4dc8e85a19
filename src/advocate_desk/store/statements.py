"""Statements: rows to model and back."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from typing import TypedDict, cast

from typing_extensions import Unpack

from advocate_desk.model.errors import DeskError
from advocate_desk.model.kinds import StatementKind
from advocate_desk.model.looks import (
    HeaderChoice,
    Skeleton,
    header_as_text,
    header_from_text,
)
from advocate_desk.model.marked import marked
from advocate_desk.model.statement import Statement, StatementSummary
from advocate_desk.store import block_trees, summaries
from advocate_desk.store.connection import Connection


class StatementColumns(TypedDict, total=False):
    """What `update` may change."""

    kind: StatementKind
    languages: tuple[str, ...]
    issue_date: date | None
    place: Mapping[str, str]
    issuer: Mapping[str, str]
    unplaced: tuple[str, ...]
    is_sample: bool
    updated_at: str
    style: str
    letterhead: str | None
    header: HeaderChoice | None
    lunar: Mapping[str, str]
    placeholders: Mapping[str, Mapping[str, str]]
    endorser_order: str
    withheld_line: Mapping[str, str]


_UPDATES = {
    "kind": "UPDATE statements SET kind = ? WHERE id = ?",
    "issue_date": "UPDATE statements SET issue_date = ? WHERE id = ?",
    "is_sample": "UPDATE statements SET is_sample = ? WHERE id = ?",
    "updated_at": "UPDATE statements SET updated_at = ? WHERE id = ?",
    "style": "UPDATE statements SET style = ? WHERE id = ?",
    "letterhead": "UPDATE statements SET letterhead = ? WHERE id = ?",
    "header": "UPDATE statements SET header = ? WHERE id = ?",
    "endorser_order": "UPDATE statements SET endorser_order = ? WHERE id = ?",
}
_TEXT_FIELDS = ("place", "issuer", "lunar", "withheld_line")


class StatementRows:
    """The statements of a desk."""

    def __init__(self, connection: Connection, now: Callable[[], str]) -> None:
        self._connection = connection
        self._now = now

    def all(self) -> tuple[StatementSummary, ...]:
        """A row for every statement, the one changed last first."""
        return summaries.all_summaries(self._connection)

    def skeletons(self) -> tuple[Skeleton, ...]:
        """The statements that others start from, by name."""
        return summaries.all_skeletons(self._connection)

    def get(self, statement_id: str) -> Statement:
        """The statement with its whole block tree; KeyError if there is none."""
        row = self._connection.first(
            "SELECT kind, issue_date, is_sample, updated_at, style, letterhead, header,"
            " skeleton_name, endorser_order FROM statements WHERE id = ?",
            statement_id,
        )
        if row is None:
            raise KeyError(statement_id)
        kind, issue_date, is_sample, updated_at, style, letterhead, header, *others = row
        texts = self._texts(statement_id)
        return Statement(
            id=statement_id,
            kind=StatementKind(kind),
            languages=self._languages(statement_id),
            blocks=block_trees.of_statement(self._connection, statement_id),
            issue_date=date.fromisoformat(issue_date) if issue_date else None,
            place=texts["place"],
            issuer=texts["issuer"],
            unplaced=self._unplaced(statement_id),
            is_sample=bool(is_sample),
            updated_at=updated_at,
            style=style,
            letterhead=letterhead,
            header=header_from_text(header),
            lunar=texts["lunar"],
            placeholders=self._placeholders(statement_id),
            skeleton_name=others[0],
            endorser_order=others[1],
            withheld_line=texts["withheld_line"],
        )

    def insert(self, statement: Statement) -> None:
        """Write a statement without its blocks; an empty `updated_at` becomes now."""
        now = self._now()
        self._connection.write(
            "INSERT INTO statements (id, kind, issue_date, is_sample, created_at, updated_at,"
            " style, letterhead, header, skeleton_name, endorser_order)"
            " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            statement.id,
            statement.kind,
            _day(statement.issue_date),
            statement.is_sample,
            now,
            statement.updated_at or now,
            statement.style,
            statement.letterhead,
            header_as_text(statement.header),
            statement.skeleton_name,
            statement.endorser_order,
        )
        self._write_languages(statement.id, statement.languages)
        for field in _TEXT_FIELDS:
            self._write_texts(statement.id, field, getattr(statement, field))
        self._write_placeholders(statement.id, statement.placeholders)
        self._write_unplaced(statement.id, statement.unplaced)

    def update(self, statement_id: str, **columns: Unpack[StatementColumns]) -> None:
        """Change some fields of a statement; KeyError if there is none."""
        self._insist_on(statement_id)
        for name, value in columns.items():
            if name in _UPDATES:
                self._connection.write(_UPDATES[name], _stored(name, value), statement_id)
        self._update_side_tables(statement_id, columns)

    def _update_side_tables(self, statement_id: str, columns: StatementColumns) -> None:
        """Write rows anew only where they differ, so that setting the same again is no step."""
        texts, languages = self._texts(statement_id), self._languages(statement_id)
        unplaced = self._unplaced(statement_id)
        if columns.get("languages", languages) != languages:
            self._write_languages(statement_id, columns["languages"])
        for field in _TEXT_FIELDS:
            wanted = cast("Mapping[str, str]", columns.get(field, texts[field]))
            if wanted != texts[field]:
                self._write_texts(statement_id, field, wanted)
        own = self._placeholders(statement_id)
        if columns.get("placeholders", own) != own:
            self._write_placeholders(statement_id, columns["placeholders"])
        if columns.get("unplaced", unplaced) != unplaced:
            self._write_unplaced(statement_id, columns["unplaced"])

    def touch(self, statement_id: str) -> None:
        """Note that the statement was changed now; KeyError if there is none."""
        self.update(statement_id, updated_at=self._now())

    def delete(self, statement_id: str) -> None:
        """Delete a statement with its blocks, endorsements and adopted editions.

        Raises:
            DeskError: an edition of it was issued.
        """
        self._insist_on(statement_id)
        if self._connection.first(
            "SELECT 1 FROM editions WHERE statement_id = ? AND issued_at <> ''", statement_id
        ):
            raise DeskError(
                marked("A statement that was issued cannot be deleted."),
                advice=marked("Its issued editions are kept so that a correction can name them."),
            )
        # Before the cascade, which would meet the editions these rows point to in any order.
        self._connection.write("DELETE FROM endorsements WHERE statement_id = ?", statement_id)
        self._connection.write("DELETE FROM statements WHERE id = ?", statement_id)

    def _languages(self, statement_id: str) -> tuple[str, ...]:
        rows = self._connection.all(
            "SELECT language FROM statement_languages WHERE statement_id = ? ORDER BY position",
            statement_id,
        )
        return tuple(row[0] for row in rows)

    def _texts(self, statement_id: str) -> dict[str, dict[str, str]]:
        rows = self._connection.all(
            "SELECT field, language, text FROM statement_texts WHERE statement_id = ?"
            " ORDER BY field, language",
            statement_id,
        )
        texts: dict[str, dict[str, str]] = {field: {} for field in _TEXT_FIELDS}
        for field, language, text in rows:
            texts[field][language] = text
        return texts

    def _placeholders(self, statement_id: str) -> dict[str, dict[str, str]]:
        rows = self._connection.all(
            "SELECT name, language, text FROM statement_placeholders WHERE statement_id = ?"
            " ORDER BY name, language",
            statement_id,
        )
        own: dict[str, dict[str, str]] = {}
        for name, language, text in rows:
            own.setdefault(name, {})[language] = text
        return own

    def _unplaced(self, statement_id: str) -> tuple[str, ...]:
        rows = self._connection.all(
            "SELECT text FROM unplaced_texts WHERE statement_id = ? ORDER BY position",
            statement_id,
        )
        return tuple(row[0] for row in rows)

    def _write_languages(self, statement_id: str, languages: tuple[str, ...]) -> None:
        self._connection.write(
            "DELETE FROM statement_languages WHERE statement_id = ?", statement_id
        )
        self._connection.write_many(
            "INSERT INTO statement_languages (statement_id, language, position) VALUES (?, ?, ?)",
            [(statement_id, language, place) for place, language in enumerate(languages)],
        )

    def _write_texts(self, statement_id: str, field: str, texts: Mapping[str, str]) -> None:
        self._connection.write(
            "DELETE FROM statement_texts WHERE statement_id = ? AND field = ?", statement_id, field
        )
        self._connection.write_many(
            "INSERT INTO statement_texts (statement_id, field, language, text) VALUES (?, ?, ?, ?)",
            [(statement_id, field, language, text) for language, text in texts.items()],
        )

    def _write_placeholders(self, statement_id: str, own: Mapping[str, Mapping[str, str]]) -> None:
        self._connection.write(
            "DELETE FROM statement_placeholders WHERE statement_id = ?", statement_id
        )
        self._connection.write_many(
            "INSERT INTO statement_placeholders (statement_id, name, language, text)"
            " VALUES (?, ?, ?, ?)",
            [(statement_id, name, *pair) for name, texts in own.items() for pair in texts.items()],
        )

    def _write_unplaced(self, statement_id: str, texts: tuple[str, ...]) -> None:
        self._connection.write("DELETE FROM unplaced_texts WHERE statement_id = ?", statement_id)
        self._connection.write_many(
            "INSERT INTO unplaced_texts (statement_id, position, text) VALUES (?, ?, ?)",
            [(statement_id, place, text) for place, text in enumerate(texts)],
        )

    def _insist_on(self, statement_id: str) -> None:
        if not self._connection.first("SELECT 1 FROM statements WHERE id = ?", statement_id):
            raise KeyError(statement_id)


def _stored(name: str, value: object) -> object:
    if name == "header":
        return header_as_text(cast("HeaderChoice | None", value))
    return value.isoformat() if isinstance(value, date) else value


def _day(day: date | None) -> str | None:
    return day.isoformat() if day else None
