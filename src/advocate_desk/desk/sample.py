"""The sample statement and library that a first start holds; everything in it is invented."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from datetime import date
from typing import NotRequired, TypedDict, cast

from advocate_desk.desk.block_files import BlockEntry, draft_block, texts_of
from advocate_desk.desk.desk import Desk
from advocate_desk.model.changes import Area, Changes
from advocate_desk.model.draft import DraftStatement
from advocate_desk.model.endorsement import EndorserName
from advocate_desk.model.kinds import (
    SHIPPED_LANGUAGES,
    BlockKind,
    EndorsementState,
    ShowAs,
    StatementKind,
)
from advocate_desk.model.marked import marked
from advocate_desk.paths import data_path


class _EndorserEntry(TypedDict):
    km: str
    en: str
    acronym: NotRequired[str]
    state: NotRequired[str]
    withheld: NotRequired[bool]


class _StatementFile(TypedDict):
    kind: str
    issue_date: date
    place: dict[str, str]
    issuer: dict[str, str]
    blocks: list[BlockEntry]
    endorsers: list[_EndorserEntry]


def make_sample(desk: Desk) -> Changes:
    """Write the sample statement and the clauses in one step; focus is the statement."""
    label = marked("Make the sample")
    entries = cast("_StatementFile", _read("statement.toml"))
    clauses = cast("list[BlockEntry]", _read("clauses.toml")["clauses"])
    with desk.step(label):
        statement_id = _make_statement(desk, entries)
        for entry in clauses:
            desk.library.new_clause(BlockKind(entry["kind"]), _pairs(entry), entry["topic"])
        for endorser in entries["endorsers"]:
            _make_endorsement(desk, statement_id, endorser)
        desk.drafting.mark_sample(statement_id)
    return Changes(frozenset(Area), statement_id, statement_id, label, (statement_id,))


def _read(name: str) -> Mapping[str, object]:
    return tomllib.loads(data_path("resources", "sample", name).read_text("utf-8"))


def _make_statement(desk: Desk, entries: _StatementFile) -> str:
    draft = DraftStatement(
        StatementKind(entries["kind"]),
        tuple(draft_block(entry) for entry in entries["blocks"]),
        issue_date=entries["issue_date"],
    )
    (statement_id,) = desk.importing.bring_in([draft]).made
    for code in SHIPPED_LANGUAGES:
        desk.drafting.set_place(statement_id, code, entries["place"][code])
        desk.drafting.set_issuer(statement_id, code, entries["issuer"][code])
    return statement_id


def _pairs(entry: BlockEntry) -> dict[str, tuple[str, str]]:
    return {code: (side.heading, side.body) for code, side in texts_of(entry).items()}


def _make_endorsement(desk: Desk, statement_id: str, entry: _EndorserEntry) -> None:
    acronym = entry.get("acronym", "")
    names = {"km": EndorserName(entry["km"], acronym), "en": EndorserName(entry["en"], acronym)}
    state = EndorsementState(entry.get("state", EndorsementState.CONFIRMED))
    made = desk.endorsing.add(statement_id, names, state=state).made
    if entry.get("withheld", False):
        desk.endorsing.show_as(made, ShowAs.WITHHELD)
