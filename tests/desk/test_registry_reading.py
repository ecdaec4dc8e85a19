"""What the window of the registry reads: the table, doubles, a merge before it is done."""

from __future__ import annotations

from advocate_desk.desk.desk import Desk
from advocate_desk.model.endorsement import Endorser, EndorserName
from advocate_desk.model.kinds import EndorsementState, ShowAs
from advocate_desk.model.registry import Alias, EndorserRecord, MatchClass
from advocate_desk.model.registry_overview import Wanted
from desk_making import endorse, name, river


def added(
    desk: Desk,
    english: str,
    khmer: str = "",
    acronym: str = "",
    *,
    kind: str = "ngo",
    province: str = "",
    alias: str = "",
) -> str:
    aliases = (Alias("en", alias),) if alias else ()
    endorser = Endorser("", name(english, khmer, acronym), kind, province)
    return desk.registry.add(EndorserRecord(endorser, aliases)).focus


def test_the_table_has_names_counts_and_what_is_withheld(desk: Desk) -> None:
    first, second = river(desk), river(desk)
    endorse(desk, first, "Lake Union", "សហជីពបឹង", "LU")
    hidden = endorse(desk, second, "Lake Union", "សហជីពបឹង", "LU")
    desk.endorsing.show_as([hidden], ShowAs.WITHHELD)
    added(desk, "The Forest Network", province="ខេត្តកំពត")
    forest, lake = desk.registry.overview().rows
    assert (forest.english, forest.statements, forest.province) == (
        "The Forest Network",
        0,
        "Kampot",
    )
    assert (lake.khmer, lake.acronym, lake.statements) == ("សហជីពបឹង", "LU", 2)
    assert (forest.is_withheld, lake.is_withheld) == (False, True)
    assert desk.registry.withheld_ids() == {lake.id}


def test_the_places_are_those_of_each_language_and_nameless_sides_come_last(desk: Desk) -> None:
    for english, khmer in (("Zebra", "កង្ហារ"), ("apple", "ឱសថ"), ("The Moon", "")):
        added(desk, english, khmer)
    rows = desk.registry.overview().rows
    assert [row.english for row in rows] == ["apple", "The Moon", "Zebra"]
    by_khmer = sorted(rows, key=lambda row: row.khmer_place)
    assert [row.english for row in by_khmer] == ["Zebra", "apple", "The Moon"]


def test_endorsers_are_found_by_words_kind_and_province(desk: Desk) -> None:
    added(desk, "Lake Union", "សហជីពបឹង", "LU", kind="union", province="Kep", alias="Pond Union")
    added(desk, "Lake Network", "បណ្តាញបឹង", province="Kampot")
    table = desk.registry.overview()

    def found(words: str = "", kind: str = "", province: str = "") -> list[str]:
        return [row.english for row in table.found(Wanted(words, kind, province))]

    assert found("lake un") == found("pond") == found("lu") == ["Lake Union"]
    assert found("បឹង") == ["Lake Network", "Lake Union"]
    assert found(kind="union") == found(province="Kep") == ["Lake Union"]
    assert found("lake", "union", "Kampot") == []
    assert table.provinces == ("Kampot", "Kep")


def test_probable_doubles_and_spoofs_are_told_and_near_names_are_not(desk: Desk) -> None:
    union = added(desk, "Coalition of Lake Fishers", acronym="CLF")
    typo = added(desk, "Coalition of Lake Fishrs", acronym="CLF")
    added(desk, "Equitable Cambodia")
    added(desk, "Equіtable Cambodia")  # with a Cyrillic letter
    added(desk, "Banteay Srei")
    added(desk, "Banteay Srey Women Group")
    found = {one.match_class: one for one in desk.registry.doubles()}
    assert set(found) == {MatchClass.PROBABLE, MatchClass.LOOK_ALIKE}
    assert {found[MatchClass.PROBABLE].one_id, found[MatchClass.PROBABLE].other_id} == {union, typo}


def test_what_is_not_the_same_is_no_double_any_more_until_that_is_undone(desk: Desk) -> None:
    one = added(desk, "Coalition of Lake Fishers")
    other = added(desk, "Coalition of Lake Fishrs")
    assert len(desk.registry.doubles()) == 1
    assert desk.registry.distinguish(other, one)
    assert not desk.registry.distinguish(one, other)
    assert desk.registry.doubles() == ()
    desk.history.undo()
    assert len(desk.registry.doubles()) == 1


def test_the_search_for_doubles_ends_when_it_is_cancelled(desk: Desk) -> None:
    added(desk, "Coalition of Lake Fishers")
    added(desk, "Coalition of Lake Fishrs")
    assert desk.registry.doubles(cancelled=lambda: True) == ()


def test_a_merge_is_shown_before_it_is_done(desk: Desk) -> None:
    both, one = river(desk), river(desk)
    endorse(desk, both, "Lake Union")
    endorse(desk, one, "Lake Union")
    invited = desk.endorsing.add(both, name("Union of the Lake")).focus
    desk.endorsing.show_as([invited], ShowAs.WITHHELD)
    ids = {row.english: row.id for row in desk.registry.overview().rows}
    plan = desk.registry.merge_plan(ids["Lake Union"], ids["Union of the Lake"])
    answers = {answer.statement_id: answer for answer in plan.answers}
    assert answers[both].is_conflict
    assert not answers[one].is_conflict
    assert answers[both].state is EndorsementState.CONFIRMED
    assert answers[both].show_as is ShowAs.WITHHELD
    assert plan.is_withheld
    desk.registry.merge(ids["Lake Union"], ids["Union of the Lake"])
    assert desk.registry.record(ids["Lake Union"]) == plan.merged
    for statement_id, answer in answers.items():
        (left,) = desk.endorsing.endorsements(statement_id)
        assert (left.state, left.show_as) == (answer.state, answer.show_as)


def test_one_spelling_of_a_province_is_kept(desk: Desk) -> None:
    endorser_id = added(desk, "Lake Union", province=" រតនគិរី ")
    assert desk.registry.record(endorser_id).endorser.province == "Ratanakiri"
    changed = EndorserRecord(
        Endorser(endorser_id, {"en": EndorserName("Lake Union")}, province="Rattanakiri province")
    )
    assert not desk.registry.edit(changed)
