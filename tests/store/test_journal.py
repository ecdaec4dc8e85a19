from __future__ import annotations

import tempfile
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule
from typing_extensions import override

from advocate_desk.model.clause import ClauseRevision
from advocate_desk.model.edition import Edition
from advocate_desk.model.endorsement import Endorsement, Endorser, EndorserName
from advocate_desk.model.kinds import BlockKind, ClauseStatus, EndorsementState, StatementKind
from advocate_desk.model.statement import Block, Statement
from advocate_desk.store import journal
from advocate_desk.store.desk_file import DeskFile
from store.desks import (
    Dump,
    block,
    clause,
    dump,
    insert_clause,
    insert_endorsement,
    insert_statement,
    make_desk,
    text,
)

NASTY = "a'b\"c;--\x00\U0001f600 ដី\u200b\r\n%_?1"


def both_ways(desk: DeskFile, act: Callable[[], object]) -> None:
    """An act, undone, redone and undone: each time the desk is exactly as it was."""
    before = dump(desk.path)
    act()
    after = dump(desk.path)
    assert after != before
    for _ in range(2):
        assert desk.undo() is not None
        assert dump(desk.path) == before
        assert desk.redo() is not None
        assert dump(desk.path) == after


def test_an_inserted_statement_is_undone_and_redone(desk: DeskFile) -> None:
    both_ways(desk, lambda: insert_statement(desk, block(desk, items=(block(desk),))))


def test_a_deleted_statement_comes_back_with_all_that_hung_on_it(desk: DeskFile) -> None:
    statement = insert_statement(desk, block(desk, items=(block(desk),)), block(desk))
    insert_endorsement(desk, statement.id, "Union")

    def delete() -> None:
        with desk.step("Delete statement"):
            desk.statements.delete(statement.id)

    both_ways(desk, delete)


def test_quotes_nulls_and_every_odd_character_come_back_exactly(desk: DeskFile) -> None:
    statement = insert_statement(desk, block(desk, km=NASTY, en=""))
    block_id = statement.blocks[0].id

    def write() -> None:
        with desk.step("Type"):
            desk.blocks.write(block_id, "km", text("plain"))
            desk.blocks.update(block_id, clause_revision_id=None, source_language=NASTY)
            desk.blocks.erase(block_id, "en")

    both_ways(desk, write)
    desk.undo()
    assert desk.blocks.get(block_id).rendition("km").body == NASTY


def test_a_clause_revision_never_changes_but_its_making_is_undone(desk: DeskFile) -> None:
    made = insert_clause(desk, "Save the lake")

    def revise() -> None:
        with desk.step("Revise"):
            newer = ClauseRevision(desk.new_id(), made.id, 2, {"en": text("", "Save the river")})
            desk.clauses.add_revision(made.id, newer)

    both_ways(desk, revise)
    assert desk.clauses.search("river")
    desk.undo()
    assert not desk.clauses.search("river")
    assert desk.clauses.search("lake")


def test_issuing_an_edition_is_undone_although_issued_editions_stay(desk: DeskFile) -> None:
    statement = insert_statement(desk)

    def adopt_and_issue() -> None:
        with desk.step("Issue"):
            edition = Edition(desk.new_id(), statement.id, 1, "{}", "ab", "2026-01-05")
            desk.editions.insert(edition)
            desk.editions.set_issued(edition.id, "2026-01-06")

    both_ways(desk, adopt_and_issue)


def test_a_step_that_changes_nothing_leaves_no_entry_and_keeps_the_redo(desk: DeskFile) -> None:
    insert_statement(desk)
    desk.undo()
    with desk.step("Look"):
        desk.settings.get("a")
    assert (desk.undo_label, desk.redo_label) == ("", "New statement")


def test_writing_the_same_text_again_is_no_step(desk: DeskFile) -> None:
    statement = insert_statement(desk, block(desk, km="ដី"))
    with desk.step("Type"):
        desk.blocks.write(statement.blocks[0].id, "km", text("ដី"))
    assert desk.undo_label == "New statement"


def test_with_nothing_to_undo_or_redo_nothing_happens(desk: DeskFile) -> None:
    assert desk.undo() is None
    assert desk.redo() is None


def test_a_new_step_forgets_what_was_undone(desk: DeskFile) -> None:
    insert_statement(desk)
    desk.undo()
    insert_clause(desk, "Save the lake")
    assert desk.redo_label == ""
    assert desk.redo() is None


def typed(desk: DeskFile, body: str, merge: str = "typing") -> None:
    with desk.step("Type", merge=merge):
        desk.settings.set("a", body)


def test_steps_with_the_same_merge_are_one_entry(desk: DeskFile) -> None:
    for body in ("l", "la", "lan", "land"):
        typed(desk, body)
    desk.undo()
    assert desk.settings.get("a") == ""
    assert desk.undo_label == ""
    desk.redo()
    assert desk.settings.get("a") == "land"


def test_another_merge_or_none_is_another_entry(desk: DeskFile) -> None:
    typed(desk, "one", merge="first")
    typed(desk, "two", merge="second")
    typed(desk, "three", merge="")
    typed(desk, "four", merge="")
    found = []
    while desk.undo():
        found.append(desk.settings.get("a"))
    assert found == ["three", "two", "one", ""]


def test_typing_after_an_undo_does_not_extend_an_older_entry(desk: DeskFile) -> None:
    typed(desk, "one", merge="first")
    typed(desk, "two", merge="second")
    desk.undo()
    typed(desk, "three", merge="first")
    desk.undo()
    assert desk.settings.get("a") == "one"


def test_typing_after_a_redo_does_not_extend_the_redone_entry(desk: DeskFile) -> None:
    typed(desk, "one")
    desk.undo()
    desk.redo()
    typed(desk, "two")
    desk.undo()
    assert desk.settings.get("a") == "one"


def test_a_merged_step_that_raises_keeps_the_entry_it_would_have_extended(desk: DeskFile) -> None:
    typed(desk, "one")

    def broken() -> None:
        with desk.step("Type", merge="typing"):
            desk.settings.set("a", "two")
            raise KeyError

    with pytest.raises(KeyError):
        broken()
    assert desk.settings.get("a") == "one"
    desk.undo()
    assert desk.settings.get("a") == ""


def test_the_history_has_an_end(desk: DeskFile, monkeypatch: pytest.MonkeyPatch) -> None:
    assert desk._journal is not None
    monkeypatch.setattr(desk._journal, "_limit", 5)
    for number in range(12):
        typed(desk, str(number), merge="")
    undone = 0
    while desk.undo():
        undone += 1
    assert undone == 5
    assert desk.settings.get("a") == "6"
    assert desk._connection is not None
    assert desk._connection.value("SELECT count(*) FROM journal") == 5


def test_the_history_holds_a_thousand_steps() -> None:
    assert journal.LIMIT == 1000


def test_the_history_ends_with_the_session(desk: DeskFile) -> None:
    insert_statement(desk)
    desk.close()
    from store.test_desk_file import reopened

    again = reopened(desk.path)
    assert again.undo_label == ""
    again.close()


def test_touched_names_the_rows_of_a_step_an_undo_and_a_redo(desk: DeskFile) -> None:
    statement = insert_statement(desk, block(desk))
    block_id = statement.blocks[0].id
    assert desk.touched.ids("statements") == (statement.id,)
    with desk.step("Type"):
        desk.blocks.write(block_id, "km", text("ដីថ្មី"))
    assert desk.touched.tables == {"renditions"}
    assert desk.touched.ids("blocks", "renditions") == (block_id,)
    desk.undo()
    assert desk.touched.ids("renditions") == (block_id,)
    desk.undo()
    assert desk.touched.ids("statements") == (statement.id,)
    assert desk.touched.ids("settings") == ()


@settings(max_examples=15, stateful_step_count=25)
class AnyHistory(RuleBasedStateMachine):
    """Random steps: undoing everything gives back every earlier desk, redoing every later one."""

    def __init__(self) -> None:
        super().__init__()
        self._folder = tempfile.TemporaryDirectory()
        self.desk = make_desk(Path(self._folder.name) / "office.desk")
        self.past: list[Dump] = []
        self.future: list[Dump] = []
        self.present = dump(self.desk.path)

    @override
    def teardown(self) -> None:
        try:
            while self.past:
                self.undo()
            while self.future:
                self.redo()
        finally:
            self.desk.close()
            self._folder.cleanup()

    def _step(self, act: Callable[[], object], merge: str = "") -> None:
        label = self.desk.undo_label
        with self.desk.step("Step", merge=merge):
            act()
        now = dump(self.desk.path)
        if now == self.present:
            assert self.desk.undo_label == label
            return
        self.past.append(self.present)
        self.present = now
        self.future.clear()

    def _ids(self, table: str) -> list[str]:
        return [row[0] for row in self.present[table]]

    def _one(self, table: str, number: int) -> str:
        ids = self._ids(table)
        return ids[number % len(ids)]

    @initialize()
    def begin(self) -> None:
        made = Statement(self.desk.new_id(), StatementKind.PETITION, unplaced=("a", "b"))
        self._step(lambda: self.desk.statements.insert(made))

    @rule(place=st.integers(0, 5), body=st.sampled_from(["", "ដី", "land", NASTY]))
    def insert_block(self, place: int, body: str) -> None:
        statement_id = self._ids("statements")
        if statement_id:
            item = block(self.desk, BlockKind.ITEM, km=body)
            made = block(self.desk, BlockKind.LIST, en=body, items=(item, block(self.desk)))
            self._step(lambda: self.desk.blocks.insert(statement_id[0], made, position=place))

    @precondition(lambda self: self.present["blocks"])
    @rule(number=st.integers(0, 99), place=st.integers(-1, 6))
    def move_block(self, number: int, place: int) -> None:
        self._step(lambda: self.desk.blocks.move(self._one("blocks", number), place))

    @precondition(lambda self: self.present["blocks"])
    @rule(number=st.integers(0, 99))
    def delete_block(self, number: int) -> None:
        self._step(lambda: self.desk.blocks.delete(self._one("blocks", number)))

    @precondition(lambda self: self.present["blocks"])
    @rule(number=st.integers(0, 99), language=st.sampled_from(["km", "en", "fr"]), body=st.text())
    def write(self, number: int, language: str, body: str) -> None:
        body = body.encode("utf-8", "ignore").decode()
        block_id = self._one("blocks", number)
        self._step(lambda: self.desk.blocks.write(block_id, language, text(body)))

    @precondition(lambda self: self.present["statements"])
    @rule(languages=st.sampled_from([("km",), ("en", "km"), ("km", "en", "fr")]))
    def change_statement(self, languages: tuple[str, ...]) -> None:
        places = dict.fromkeys(languages, NASTY)
        self._step(
            lambda: self.desk.statements.update(
                self._ids("statements")[0], languages=languages, place=places, unplaced=languages
            )
        )

    @precondition(lambda self: self.present["statements"])
    @rule(number=st.integers(0, 99))
    def add_endorsement(self, number: int) -> None:
        who = Endorser(self.desk.new_id(), {"en": EndorserName(f"Union {number}", "U", NASTY)})
        answer = Endorsement(self.desk.new_id(), self._ids("statements")[0], who, 0)

        def add() -> None:
            self.desk.endorsers.insert(who)
            self.desk.endorsements.insert(answer, position=number % 3)

        self._step(add)

    @precondition(lambda self: self.present["endorsements"])
    @rule(number=st.integers(0, 99), state=st.sampled_from(EndorsementState))
    def answer(self, number: int, state: EndorsementState) -> None:
        found = self._one("endorsements", number)
        self._step(lambda: self.desk.endorsements.update(found, state=state, evidence=NASTY))

    @rule(heading=st.sampled_from(["Save the lake", "សង្គ្រោះបឹង"]))
    def add_clause(self, heading: str) -> None:
        made = clause(self.desk, heading, NASTY)
        self._step(lambda: self.desk.clauses.insert(made))

    @precondition(lambda self: self.present["clauses"])
    @rule(number=st.integers(0, 99), status=st.sampled_from(ClauseStatus))
    def revise_clause(self, number: int, status: ClauseStatus) -> None:
        clause_id = self._one("clauses", number)
        latest = self.desk.clauses.get(clause_id).latest.number
        newer = ClauseRevision(self.desk.new_id(), clause_id, latest + 1, {"fr": text("le lac")})

        def revise() -> None:
            self.desk.clauses.add_revision(clause_id, newer)
            self.desk.clauses.set_status(clause_id, status)
            self.desk.clauses.set_topic(clause_id, f"Topic {number}")

        self._step(revise)

    @precondition(lambda self: self.present["statements"])
    @rule()
    def delete_statement(self) -> None:
        self._step(lambda: self.desk.statements.delete(self._ids("statements")[0]))

    @rule()
    def fail(self) -> None:
        def broken() -> None:
            with self.desk.step("Broken"):
                self.desk.settings.set("a", "b")
                raise KeyError

        with pytest.raises(KeyError):
            broken()
        assert dump(self.desk.path) == self.present

    @precondition(lambda self: self.past)
    @rule()
    def undo(self) -> None:
        assert self.desk.undo()
        self.future.append(self.present)
        self.present = self.past.pop()
        assert dump(self.desk.path) == self.present

    @precondition(lambda self: self.future)
    @rule()
    def redo(self) -> None:
        assert self.desk.redo()
        self.past.append(self.present)
        self.present = self.future.pop()
        assert dump(self.desk.path) == self.present

    @invariant()
    def positions_are_dense(self) -> None:
        groups: dict[tuple[str, str | None], list[int]] = {}
        for row in self.present["blocks"]:
            groups.setdefault((row[1], row[2]), []).append(row[3])
        assert all(sorted(found) == list(range(len(found))) for found in groups.values())

    @invariant()
    def labels_tell_what_can_be_done(self) -> None:
        assert bool(self.desk.undo_label) == bool(self.past)
        assert bool(self.desk.redo_label) == bool(self.future)


TestAnyHistory = AnyHistory.TestCase


def test_items_of_a_branch_survive_the_round(desk: DeskFile) -> None:
    branch = block(desk, BlockKind.LIST, items=(block(desk, BlockKind.ITEM), block(desk)))
    statement = insert_statement(desk, branch)
    with desk.step("Delete"):
        desk.blocks.delete(branch.id)
    desk.undo()
    found: Block = desk.blocks.get(branch.id)
    assert found == branch
    assert desk.statements.get(statement.id).blocks == (branch,)
