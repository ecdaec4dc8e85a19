from __future__ import annotations

from dataclasses import replace

import pytest

from advocate_desk.model.clause import EVERY_CLAUSE, Clause, ClauseRevision
from advocate_desk.model.kinds import BlockKind, ClauseStatus
from advocate_desk.store.connection import IntegrityError
from advocate_desk.store.desk_file import DeskFile
from store.desks import block, clause, insert_clause, insert_statement, text

LIBRARY = {
    "lake": ("en", "Save the lake", "Stop filling Boeung Tamok; café owners agree."),
    "eviction": ("en", "End forced evictions", "Families were evicted from their land in 2023."),
    "land": ("km", "ដីធ្លី", "សូមបញ្ឈប់ការបណ្តេញចេញដោយបង្ខំពីដីរបស់ប្រជាពលរដ្ឋ។"),
    "rights": ("km", "", "សូមគោរពសិទ្ធិមនុស្ស នៅឆ្នាំ២០២៣។"),
    "warrant": ("km", "ដីកា", "សូមដកដីកាចាប់ខ្លួនវិញ។"),
}


@pytest.fixture
def library(desk: DeskFile) -> dict[str, str]:
    """Clauses of our own in both languages: the id of each to its name."""
    return {
        insert_clause(desk, heading, body, language=language).id: name
        for name, (language, heading, body) in LIBRARY.items()
    }


@pytest.mark.parametrize(
    ("query", "names"),
    [
        ("lake", "lake"),
        ("LAKE", "lake"),
        ("evict", "eviction"),
        ("victi", "eviction"),
        ("land evictions", "eviction"),
        ("evictions families", "eviction"),
        ("café", "lake"),
        ("cafe\u0301", "lake"),
        ("ដីធ្លី", "land"),
        ("ការបណ្តេញចេញ", "land"),
        ("ការបណ្ដេញចេញ", "land"),  # COENG DA for COENG TA
        ("ការ\u200bបណ្តេញ", "land"),  # with a zero width space
        ("សិទ្ធិ", "rights"),
        ("សិទ", "rights"),  # half typed
        ("មនុស្ស សូម", "rights"),
        ("2023", "eviction rights"),
        ("២០២៣", "eviction rights"),
        ("ដីកា", "warrant"),
        ("(lake)", "lake"),
        ("the", "eviction lake"),  # the beginning of *their*
        ("nothing of this", ""),
        ("lake ដីធ្លី", ""),
        ("!!", ""),
        ('"', ""),
        ("NEAR(lake)", ""),
        ("words : lake", ""),
        ("lak*", "lake"),
    ],
)
def test_a_reader_finds_what_he_sees(
    desk: DeskFile, library: dict[str, str], query: str, names: str
) -> None:
    found = {library[each.id] for each in desk.clauses.search(query)}
    assert found == set(names.split())


@pytest.mark.usefixtures("library")
def test_a_khmer_letter_does_not_find_every_syllable_that_begins_with_it(desk: DeskFile) -> None:
    found = desk.clauses.search("ដី")
    assert {each.latest.renditions["km"].heading for each in found} == {"ដីធ្លី", "ដីកា"}
    assert desk.clauses.search("ធ") == desk.clauses.search("ធ្លី")


def test_a_whole_word_in_a_heading_ranks_before_a_part_of_one(desk: DeskFile) -> None:
    insert_clause(desk, "ដីកា", "ដីកាចាប់ខ្លួន", language="km")
    whole = insert_clause(desk, "ដី និងផ្ទះ", "សូមសង", language="km")
    insert_clause(desk, "ដីកាកោះ", "ដីកា", language="km")
    assert desk.clauses.search("ដី")[0] == whole


def test_no_query_gives_the_whole_library_by_topic(desk: DeskFile) -> None:
    made = [replace(clause(desk, f"Clause {topic}"), topic=topic) for topic in ("Z", "A", "M")]
    with desk.step("Library"):
        for each in made:
            desk.clauses.insert(each)
    assert [each.topic for each in desk.clauses.search()] == ["A", "M", "Z"]
    assert [each.topic for each in desk.clauses.search(" \u200b ", limit=2)] == ["A", "M"]


def test_an_archived_clause_is_offered_on_demand_only(desk: DeskFile) -> None:
    made = insert_clause(desk, "Save the lake")
    with desk.step("Archive"):
        desk.clauses.set_status(made.id, ClauseStatus.ARCHIVED)
    for query in ("", "lake", "ake"):
        assert desk.clauses.search(query) == ()
        (found,) = desk.clauses.search(query, wanted=EVERY_CLAUSE)
        assert found.status is ClauseStatus.ARCHIVED
    assert (desk.clauses.count(), desk.clauses.count(wanted=EVERY_CLAUSE)) == (0, 1)


def revise(desk: DeskFile, made: Clause, heading: str) -> ClauseRevision:
    number = desk.clauses.get(made.id).latest.number + 1
    newer = ClauseRevision(desk.new_id(), made.id, number, {"en": text("", heading)}, note="why")
    with desk.step("Revise"):
        desk.clauses.add_revision(made.id, newer)
    return newer


def found_by(desk: DeskFile, *queries: str) -> list[int]:
    return [len(desk.clauses.search(query)) for query in queries]


def test_only_the_newest_revision_is_found_through_every_undo_and_redo(desk: DeskFile) -> None:
    made = insert_clause(desk, "Save the lake")
    revise(desk, made, "Save the river")
    assert found_by(desk, "lake", "river") == [0, 1]
    desk.undo()
    assert found_by(desk, "lake", "river") == [1, 0]
    desk.undo()
    assert found_by(desk, "lake", "river", "") == [0, 0, 0]
    desk.redo()
    assert found_by(desk, "lake", "river") == [1, 0]
    desk.redo()
    assert found_by(desk, "lake", "river") == [0, 1]


def test_the_topic_is_found_too_and_follows_its_change(desk: DeskFile) -> None:
    made = insert_clause(desk, "Save the lake")
    with desk.step("File"):
        desk.clauses.set_topic(made.id, "Fisheries")
    assert found_by(desk, "fisheries") == [1]
    desk.undo()
    assert found_by(desk, "fisheries") == [0]


def test_a_search_inside_a_step_sees_what_the_step_wrote(desk: DeskFile) -> None:
    with desk.step("Import"):
        desk.clauses.insert(clause(desk, "Save the lake"))
        assert found_by(desk, "lake") == [1]


def test_a_twin_searches_too(desk: DeskFile) -> None:
    insert_clause(desk, "Save the lake")
    twin = desk.twin()
    assert found_by(twin, "lake", "ake") == [1, 1]
    twin.close()


def test_a_clause_comes_back_as_it_was_written(desk: DeskFile) -> None:
    renditions = {"fr": text("Le lac", "Titre"), "km": text("បឹង")}
    revision = ClauseRevision(desk.new_id(), "", 1, renditions, "2026-01-01", "first")
    made = Clause(desk.new_id(), BlockKind.PARAGRAPH, revision, "Land", ClauseStatus.ARCHIVED)
    with desk.step("New"):
        desk.clauses.insert(made)
    expected = replace(made, latest=replace(revision, clause_id=made.id))
    assert desk.clauses.get(made.id) == expected
    assert desk.clauses.revision(revision.id) == expected.latest


def test_every_revision_can_be_read_again(desk: DeskFile) -> None:
    made = insert_clause(desk, "Save the lake")
    newer = revise(desk, made, "Save the river")
    assert desk.clauses.revision(made.latest.id) == made.latest
    again = desk.clauses.revision(newer.id)
    assert (again.number, again.note, again.clause_id) == (2, "why", made.id)
    assert desk.clauses.get(made.id).latest == again


def test_a_clause_that_is_not_there_is_a_key_error(desk: DeskFile) -> None:
    for read in (desk.clauses.get, desk.clauses.revision):
        with pytest.raises(KeyError):
            read("nothing")
    with pytest.raises(KeyError), desk.step("Wrong"):
        desk.clauses.set_topic("nothing", "Land")


def test_a_clause_counts_the_statements_that_hold_any_revision_of_it(desk: DeskFile) -> None:
    made = insert_clause(desk, "Save the lake")
    newer = revise(desk, made, "Save the river")
    pinned = [
        replace(block(desk), clause_revision_id=revision_id)
        for revision_id in (made.latest.id, newer.id, newer.id)
    ]
    insert_statement(desk, *pinned[:2])
    insert_statement(desk, pinned[2])
    assert desk.clauses.get(made.id).used == 2


@pytest.mark.parametrize(
    "sql",
    [
        "UPDATE clause_renditions SET body = 'forged' WHERE revision_id = ?",
        "UPDATE clause_revisions SET note = 'forged' WHERE id = ?",
    ],
)
def test_a_clause_revision_never_changes(desk: DeskFile, sql: str) -> None:
    made = insert_clause(desk, "Save the lake")
    assert desk._connection is not None
    with pytest.raises(IntegrityError, match="never changes"), desk.step("Forge"):
        desk._connection.write(sql, made.latest.id)
    assert desk.clauses.get(made.id) == made


def test_a_removed_text_is_not_left_in_the_search_index(desk: DeskFile) -> None:
    insert_clause(desk, "Vanishing lake of Kampot")
    desk.undo()
    insert_clause(desk, "Something else")
    desk.close()
    content = desk.path.read_bytes()
    assert b"anishing" not in content


def test_many_texts_that_leave_at_once_leave_nothing_either(desk: DeskFile) -> None:
    kept = insert_clause(desk, "Stop the dredging", "Sand from the river.")
    with desk.step("Import"):
        desk.clauses.insert_many([clause(desk, f"Vanishing lake {n}") for n in range(300)])
    assert len(desk.clauses.search("vanishing", limit=500)) == 300
    desk.undo()
    assert desk.clauses.search("vanishing") == ()
    assert [one.id for one in desk.clauses.search("dredging")] == [kept.id]
    desk.redo()
    assert len(desk.clauses.search("vanishing", limit=500)) == 300
    desk.undo()
    insert_clause(desk, "Something else")
    assert _wipes_at_once(desk)
    desk.close()
    content = desk.path.read_bytes()
    assert b"anishing" not in content
    assert b"redging" in content


def test_a_rewrite_of_many_texts_leaves_nothing_of_the_old_ones(desk: DeskFile) -> None:
    made = [insert_clause(desk, f"Vanishing lake {n}") for n in range(3)]
    with desk.step("Import"), desk._search.forgetting(300):
        for one in made:
            newer = ClauseRevision(desk.new_id(), one.id, 2, {"en": text("", "Dry land")})
            desk.clauses.add_revision(one.id, newer)
    assert desk.clauses.search("vanishing") == ()
    assert len(desk.clauses.search("dry land")) == 3
    assert _wipes_at_once(desk)


def _wipes_at_once(desk: DeskFile) -> bool:
    """Whether a text that leaves the index is wiped out at once again."""
    assert desk._connection is not None
    asked = "SELECT v FROM {}_config WHERE k = 'secure-delete'"
    tables = ("clause_heads", "clause_search", "clause_sketches")
    return all(desk._connection.value(asked.format(table)) == 1 for table in tables)
