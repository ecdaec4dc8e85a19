"""Desks, statements and clauses for the tests of the store."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from advocate_desk.model.clause import Clause, ClauseRevision
from advocate_desk.model.endorsement import Endorsement, Endorser, EndorserName
from advocate_desk.model.ids import uuid7
from advocate_desk.model.kinds import BlockKind, StatementKind, TranslationState
from advocate_desk.model.statement import Block, Rendition, Statement
from advocate_desk.store.connection import Access, Connection, connect
from advocate_desk.store.desk_file import DeskFile, create
from advocate_desk.store.journal import JOURNALLED

START = datetime(2026, 1, 5, 8, 0, tzinfo=UTC)


def clock() -> Callable[[], str]:
    """A clock that moves on by a second whenever it is read."""
    ticks: Iterator[int] = iter(range(10**9))

    def now() -> str:
        return (START + timedelta(seconds=next(ticks))).isoformat()

    return now


def id_maker() -> Callable[[], str]:
    """Ids that are UUIDv7 and the same in every run."""
    numbers: Iterator[int] = iter(range(10**9))

    def new_id() -> str:
        number = next(numbers)
        return uuid7(1_700_000_000_000 + number, number.to_bytes(10, "big"))

    return new_id


def make_desk(path: Path) -> DeskFile:
    return create(path, now=clock(), new_id=id_maker())


def text(body: str = "", heading: str = "") -> Rendition:
    state = TranslationState.DRAFT if heading or body else TranslationState.MISSING
    return Rendition(heading, body, state)


def block(
    desk: DeskFile,
    kind: BlockKind = BlockKind.PARAGRAPH,
    *,
    km: str = "ដី",
    en: str = "land",
    items: tuple[Block, ...] = (),
) -> Block:
    return Block(desk.new_id(), kind, {"km": text(km), "en": text(en)}, items)


def insert_statement(desk: DeskFile, *blocks: Block) -> Statement:
    """A statement with these blocks, in one step."""
    statement = Statement(desk.new_id(), StatementKind.JOINT_STATEMENT, blocks=blocks)
    with desk.step("New statement"):
        desk.statements.insert(statement)
        for each in blocks:
            desk.blocks.insert(statement.id, each)
    return statement


def clause(desk: DeskFile, heading: str, body: str = "", *, language: str = "en") -> Clause:
    revision = ClauseRevision(desk.new_id(), "", 1, {language: text(body, heading)})
    return Clause(desk.new_id(), BlockKind.DEMAND, revision)


def insert_clause(desk: DeskFile, heading: str, body: str = "", *, language: str = "en") -> Clause:
    made = clause(desk, heading, body, language=language)
    with desk.step("New clause"):
        desk.clauses.insert(made)
    return desk.clauses.get(made.id)


def endorser(desk: DeskFile, name: str, acronym: str = "", *, km: str = "") -> Endorser:
    names = {"en": EndorserName(name, acronym)}
    if km:
        names["km"] = EndorserName(km)
    return Endorser(desk.new_id(), names)


def insert_endorsement(desk: DeskFile, statement_id: str, name: str) -> Endorsement:
    """A new endorser and its endorsement, in one step."""
    made = Endorsement(desk.new_id(), statement_id, endorser(desk, name), 0)
    with desk.step("Add endorser"):
        desk.endorsers.insert(made.endorser)
        desk.endorsements.insert(made)
    return desk.endorsements.get(made.id)


Dump = dict[str, list[tuple[Any, ...]]]


def dump(path: Path) -> Dump:
    """Every row of every table as the last commit left it, and what the search index holds."""
    connection = connect(path, Access.READ)
    try:
        found = {table: _rows(connection, table) for table in JOURNALLED}
        found["search"] = connection.all(
            "SELECT clause_id, heads.text, clause_search.text, sketch FROM clause_search_keys"
            " JOIN clause_heads AS heads ON heads.rowid = key"
            " JOIN clause_search ON clause_search.rowid = key"
            " JOIN clause_sketches ON clause_sketches.rowid = key ORDER BY clause_id"
        )
        assert connection.all("PRAGMA foreign_key_check") == []
        return found
    finally:
        connection.close()


def _rows(connection: Connection, table: str) -> list[tuple[Any, ...]]:
    return sorted(connection.all(f"SELECT * FROM {table}"), key=repr)  # noqa: S608 - own tables
