"""Whatever the desk can do, an issued edition stays as it is, byte for byte."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from advocate_desk.desk.desk import Desk
from advocate_desk.model.clause import ClauseDetails
from advocate_desk.model.endorsement import EndorserName
from advocate_desk.model.kinds import (
    BlockKind,
    EndorsementState,
    Marker,
    ShowAs,
    StatementKind,
    TranslationState,
)
from desk_making import endorse, make_desk, river, river_draft

GROUPS = (
    "drafting",
    "translating",
    "library",
    "endorsing",
    "importing",
    "checking",
    "presenting",
    "publishing",
    "commenting",
    "comparing",
    "exchanging",
    "glossary",
    "memory",
)
READS_FILES = {"path", "target", "folder"}


@dataclass(frozen=True)
class Issued:
    """A desk with an issued edition, and the ids a verb may be called with."""

    desk: Desk
    edition_id: str
    values: dict[str, Any]

    def row(self) -> list[tuple[Any, ...]]:
        connection = self.desk._file._connection
        assert connection is not None
        return connection.all(
            "SELECT * FROM editions JOIN edition_revisions ON edition_id = id WHERE id = ?",
            self.edition_id,
        )

    def steps(self) -> int:
        """How many steps could be undone."""
        journal = self.desk._file._journal
        assert journal is not None
        return len(journal._done)


@pytest.fixture
def issued(tmp_path: Path) -> Iterator[Issued]:
    desk = make_desk(tmp_path / "office.desk")
    desk.author = "Dara"
    statement_id = river(desk)
    texts = {"km": ("បញ្ឈប់", "ឈប់ភ្លាម។"), "en": ("Halt", "Halt it at once.")}
    clause_id = desk.library.new_clause(BlockKind.DEMAND, texts, "land").focus
    block_id = desk.library.insert(statement_id, clause_id).focus
    endorsement_id = endorse(desk, statement_id, "Lake Network")
    edition_id = desk.publishing.adopt(statement_id).focus
    desk.publishing.issue(edition_id)
    desk.library.revise(clause_id, {"en": ("Halt", "Halt it today.")})
    values = _values(desk, statement_id, clause_id, block_id, endorsement_id) | {
        "edition_id": edition_id
    }
    yield Issued(desk, edition_id, values)
    desk.close(back_up=False)


def _values(
    desk: Desk, statement_id: str, clause_id: str, block_id: str, endorsement_id: str
) -> dict[str, Any]:
    """A value for every name of an argument that means something to the desk."""
    folder_id = desk.library.new_folder("Land").focus
    texts = {"km": ("ថ្មី", "អត្ថបទថ្មី"), "en": ("New", "A text of its own.")}
    return {
        "statement_id": statement_id,
        "clause_id": clause_id,
        "clause_ids": [clause_id],
        "block_id": block_id,
        "block_ids": [block_id],
        "after": None,
        "endorsement_id": endorsement_id,
        "endorsement_ids": [endorsement_id],
        "endorser_id": desk.endorsing.endorsers()[0].id,
        "folder_id": folder_id,
        "parent_id": "",
        "revision_id": desk.library.clause(clause_id).latest.id,
        "language": "en",
        "texts": texts,
        "title": {"en": "Another one"},
        "names": {"en": EndorserName("River Union")},
        "kind": BlockKind.PARAGRAPH,
        "marker": Marker.BULLET,
        "state": TranslationState.DRAFT,
        "show_as": ShowAs.WITHHELD,
        "details": ClauseDetails("Water"),
        "draft": river_draft(),
        "drafts": [river_draft()],
        "heading": "Another heading",
        "body": "Another body.",
        "reviewer": "Sokha",
        "issue_date": date(2026, 5, 1),
        "by": 1,
        "position": 0,
        "paragraph": 1,
        "index": 0,
    }


def verbs(group: object) -> list[tuple[str, Callable[..., object]]]:
    """The verbs of a group that change something, by what they return."""
    found = inspect.getmembers(group, inspect.ismethod)
    return [
        (name, verb)
        for name, verb in found
        if not name.startswith("_") and str(verb.__annotations__.get("return")) == "Changes"
    ]


def arguments(name: str, verb: Callable[..., object], known: dict[str, Any]) -> dict[str, Any]:
    """Values for the arguments of a verb, by their names and what they are said to be."""
    special: dict[str, dict[str, Any]] = {
        "new_statement": {"kind": StatementKind.PETITION},
        "set_kind": {"kind": StatementKind.PETITION},
        "set_state": {"state": EndorsementState.WITHDRAWN},
    }
    found: dict[str, Any] = {}
    for argument in inspect.signature(verb).parameters.values():
        if argument.kind in (argument.VAR_POSITIONAL, argument.VAR_KEYWORD):
            continue
        if argument.name in known:
            found[argument.name] = known[argument.name]
        elif argument.default is argument.empty:
            found[argument.name] = () if "Sequence" in str(argument.annotation) else "other"
    fitting = {key: value for key, value in special.get(name, {}).items() if key in found}
    return found | fitting


@pytest.mark.parametrize("group", GROUPS)
def test_no_verb_of_the_desk_changes_an_issued_edition(issued: Issued, group: str) -> None:
    before = issued.row()
    assert before
    for name, verb in verbs(getattr(issued.desk, group)):
        given = arguments(name, verb, issued.values)
        if READS_FILES & set(given):
            continue
        steps = issued.steps()
        with suppress(Exception):  # a refusal, or an argument that means nothing to the verb
            verb(**given)
        assert issued.row() == before, f"{group}.{name}"
        if issued.steps() > steps:
            issued.desk.history.undo()
        assert issued.row() == before, f"{group}.{name}, undone"


def test_many_verbs_are_tried_in_earnest(issued: Issued) -> None:
    done = []
    for group in ("drafting", "library", "endorsing"):
        for name, verb in verbs(getattr(issued.desk, group)):
            with suppress(Exception):
                steps = issued.steps()
                verb(**arguments(name, verb, issued.values))
                if issued.steps() > steps:
                    done.append(name)
                    issued.desk.history.undo()
    assert {"write", "delete_block", "revise", "take_newer", "archive", "delete", "set_state"} <= {
        *done
    }
    assert len(done) > 30


def test_a_clause_taken_newer_leaves_the_edition_and_its_hash(issued: Issued) -> None:
    desk, before = issued.desk, issued.row()
    statement_id = issued.values["statement_id"]
    (offer,) = desk.library.newer_revisions(statement_id)
    desk.library.take_newer(offer.block_id)
    desk.library.delete(issued.values["clause_id"])
    desk.publishing.adopt(statement_id)
    assert issued.row() == before
    assert [each.number for each in desk.publishing.editions(statement_id)] == [2, 1]
