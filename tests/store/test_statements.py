from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from advocate_desk.model.edition import Edition
from advocate_desk.model.errors import DeskError
from advocate_desk.model.kinds import BlockKind, StatementKind, TranslationState
from advocate_desk.model.statement import Block, Rendition, Statement, percent_written
from advocate_desk.store.connection import IntegrityError
from advocate_desk.store.desk_file import DeskFile
from store.desks import block, insert_endorsement, insert_statement, text

FULL = Statement(
    id="",
    kind=StatementKind.PETITION,
    languages=("en", "km", "fr"),
    issue_date=date(2025, 7, 28),
    place={"en": "Phnom Penh", "km": "រាជធានីភ្នំពេញ"},
    issuer={"fr": "La coalition"},
    unplaced=("a line", "a line", ""),
    is_sample=True,
    updated_at="2026-01-01T00:00:00+00:00",
)


def test_a_statement_comes_back_as_it_was_written(desk: DeskFile) -> None:
    statement = replace(FULL, id=desk.new_id())
    with desk.step("New"):
        desk.statements.insert(statement)
    assert desk.statements.get(statement.id) == statement


def test_a_statement_that_is_not_there_is_a_key_error(desk: DeskFile) -> None:
    with pytest.raises(KeyError):
        desk.statements.get("nothing")
    for act in (desk.statements.touch, desk.statements.delete):
        with pytest.raises(KeyError), desk.step("Wrong"):
            act("nothing")


def test_every_field_of_a_statement_can_be_changed(desk: DeskFile) -> None:
    statement = insert_statement(desk)
    with desk.step("Change"):
        desk.statements.update(
            statement.id,
            kind=FULL.kind,
            languages=FULL.languages,
            issue_date=FULL.issue_date,
            place=FULL.place,
            issuer=FULL.issuer,
            unplaced=FULL.unplaced,
            is_sample=True,
            updated_at=FULL.updated_at,
        )
    assert desk.statements.get(statement.id) == replace(FULL, id=statement.id)
    with desk.step("Clear"):
        desk.statements.update(statement.id, issue_date=None, place={}, unplaced=())
    cleared = desk.statements.get(statement.id)
    assert (cleared.issue_date, cleared.place, cleared.unplaced) == (None, {}, ())


def test_setting_what_is_already_there_is_no_step(desk: DeskFile) -> None:
    statement = insert_statement(desk)
    there = desk.statements.get(statement.id)
    with desk.step("Same"):
        desk.statements.update(statement.id, kind=there.kind, languages=there.languages, place={})
    assert desk.undo_label == "New statement"


def test_the_statement_touched_last_stands_first(desk: DeskFile) -> None:
    first, second = insert_statement(desk), insert_statement(desk)
    assert [row.id for row in desk.statements.all()] == [second.id, first.id]
    with desk.step("Touch"):
        desk.statements.touch(first.id)
    assert [row.id for row in desk.statements.all()] == [first.id, second.id]


def test_the_title_in_the_list_is_that_of_the_first_title_block(desk: DeskFile) -> None:
    first = block(desk, BlockKind.TITLE, km="បឹង", en="The lake")
    insert_statement(desk, block(desk), first, block(desk, BlockKind.TITLE, en="Another"))
    (summary,) = desk.statements.all()
    assert summary.title == {"km": "បឹង", "en": "The lake"}
    assert summary.block_count == 3


def test_of_an_empty_statement_nothing_is_written(desk: DeskFile) -> None:
    insert_statement(desk)
    (summary,) = desk.statements.all()
    assert (summary.title, summary.percent) == ({}, {"km": 0, "en": 0})


BODIES = st.sampled_from(["", " ", "\u00a0\u2003\n", "\u200b", "ដី", "land"])
RENDITIONS = st.dictionaries(
    st.sampled_from(["km", "en", "fr"]),
    st.builds(Rendition, BODIES, BODIES, st.sampled_from(TranslationState)),
)


def trees(renditions: list[dict[str, Rendition]], desk: DeskFile) -> tuple[Block, ...]:
    """Blocks of these renditions, every second one an item of the one before."""
    pairs = zip(renditions[::2], [*renditions[1::2], {}], strict=False)
    return tuple(
        Block(
            desk.new_id(),
            BlockKind.LIST,
            outer,
            (Block(desk.new_id(), BlockKind.ITEM, inner),),
        )
        for outer, inner in pairs
    )


@settings(max_examples=40)
@given(st.lists(RENDITIONS, max_size=5))
def test_the_percentage_in_the_list_is_that_of_the_model(
    desk: DeskFile, renditions: list[dict[str, Rendition]]
) -> None:
    statement = insert_statement(desk, *trees(renditions, desk))
    summary = next(row for row in desk.statements.all() if row.id == statement.id)
    assert summary.percent == {
        language: percent_written(statement.blocks, language) for language in ("km", "en")
    }
    assert desk.statements.get(statement.id).blocks == statement.blocks


def test_a_third_language_needs_no_migration(desk: DeskFile) -> None:
    title = Block(desk.new_id(), BlockKind.TITLE, {"fr": text("Le lac"), "km": text("បឹង")})
    made = Statement(desk.new_id(), StatementKind.OPEN_LETTER, languages=("km", "en", "fr"))
    with desk.step("New"):
        desk.statements.insert(made)
        desk.blocks.insert(made.id, title)
    (summary,) = desk.statements.all()
    assert summary.percent == {"km": 100, "en": 0, "fr": 100}
    assert summary.title["fr"] == "Le lac"
    assert desk.statements.get(made.id).title("fr") == "Le lac"


def test_deleting_a_statement_takes_what_hangs_on_it_but_not_the_endorsers(
    desk: DeskFile,
) -> None:
    statement = insert_statement(desk, block(desk, items=(block(desk),)))
    endorsement = insert_endorsement(desk, statement.id, "Union")
    with desk.step("Adopt"):
        edition = Edition(desk.new_id(), statement.id, 1, "{}", "ab", desk.now())
        desk.editions.insert(edition)
        desk.endorsements.update(endorsement.id, edition_id=edition.id)
    with desk.step("Delete"):
        desk.statements.delete(statement.id)
    assert desk.statements.all() == ()
    assert desk.endorsements.of(statement.id) == ()
    assert desk.editions.of(statement.id) == ()
    assert desk.endorsers.get(endorsement.endorser.id)


def issued(desk: DeskFile) -> Edition:
    statement = insert_statement(desk)
    with desk.step("Issue"):
        edition = Edition(desk.new_id(), statement.id, 1, '{"a": "ដី"}', "ab", desk.now())
        desk.editions.insert(edition)
        desk.editions.set_issued(edition.id, "2026-01-07")
    return desk.editions.get(edition.id)


def test_a_statement_that_was_issued_stays(desk: DeskFile) -> None:
    edition = issued(desk)
    with pytest.raises(DeskError, match="issued cannot be deleted"), desk.step("Delete"):
        desk.statements.delete(edition.statement_id)
    assert desk.statements.get(edition.statement_id)


def test_an_issued_edition_stays_even_against_sql(desk: DeskFile) -> None:
    edition = issued(desk)
    assert desk._connection is not None
    with pytest.raises(IntegrityError, match="issued edition stays"), desk.step("Delete"):
        desk._connection.write("DELETE FROM editions WHERE id = ?", edition.id)


@pytest.mark.parametrize("column", ["content", "sha256", "adopted_at", "id"])
def test_the_content_of_an_edition_never_changes(desk: DeskFile, column: str) -> None:
    edition = issued(desk)
    assert desk._connection is not None
    with pytest.raises(IntegrityError, match="never changes"), desk.step("Forge"):
        desk._connection.write(
            f"UPDATE editions SET {column} = 'forged' WHERE id = ?",  # noqa: S608 - from this list
            edition.id,
        )
    assert desk.editions.get(edition.id) == edition


def test_editions_come_by_number(desk: DeskFile) -> None:
    statement = insert_statement(desk)
    made = [
        Edition(desk.new_id(), statement.id, number, "{}", "ab", desk.now()) for number in (2, 1)
    ]
    with desk.step("Adopt"):
        for edition in made:
            desk.editions.insert(edition)
    assert desk.editions.of(statement.id) == tuple(reversed(made))


def test_an_edition_that_is_not_there_is_a_key_error(desk: DeskFile) -> None:
    with pytest.raises(KeyError):
        desk.editions.get("nothing")
    with pytest.raises(KeyError), desk.step("Wrong"):
        desk.editions.set_issued("nothing", "2026-01-07")


def test_a_setting_has_a_default_until_it_is_set(desk: DeskFile) -> None:
    assert desk.settings.get("coalition.km") == ""
    assert desk.settings.get("coalition.km", "សម្ព័ន្ធ") == "សម្ព័ន្ធ"
    for name in ("Lake Coalition", "River Coalition"):
        with desk.step("Set"):
            desk.settings.set("coalition.en", name)
    assert desk.settings.get("coalition.en") == "River Coalition"
