"""Dirt that shows only when texts, or entries, are laid beside each other."""

from dataclasses import replace
from datetime import date

from advocate_desk.model.checked import Checked
from advocate_desk.model.checker import check
from advocate_desk.model.kinds import BlockKind, StatementKind
from advocate_desk.model.statement import Block, Statement
from model.dirt.dirty import block, corrected, found, with_names, with_texts

USUAL = ("A Organization", "B Organization", "C Organization")
LIST = tuple(f"{letter}x Lake Union ({letter}LU)" for letter in "ABCDEFGHIJKL")


def addressees(*entries: str, issued: date | None = None) -> Checked:
    items = tuple(block(n, text, "en", BlockKind.ITEM) for n, text in enumerate(entries))
    top = Block("top", BlockKind.ADDRESSEES, {}, items)
    statement = Statement("s", StatementKind.PETITION, ("en",), (top,), issue_date=issued)
    return Checked(statement, languages=("en",))


def test_a_doubled_or_lost_letter_is_found_against_the_other_names() -> None:
    first, second = found(with_names(*USUAL, "D organizationn", "E Organizaton"), "mistyped_word")
    assert corrected([first]) == "D organization"
    assert corrected([second]) == "E Organization"
    assert (first.arguments["position"], second.arguments["position"]) == (4, 5)


def test_a_plural_and_a_word_of_its_own_are_no_slips() -> None:
    assert not found(with_names(*USUAL, "D Organizations"), "mistyped_word")
    texts = ("contract", "contract", "contract", "contact", "country country country county")
    assert not found(with_texts(*texts), "mistyped_word")


def test_shapes_of_entries_are_told() -> None:
    dirty = with_names(
        "Home Organisation(HOM)",
        "Legal Aid.",
        "Two  spaces",
        "Workers - ADW",
        "Fine (F.F.)",
        "Last,",
    )
    rules = {finding.rule for finding in check(dirty)}
    wanted = {"missing_space", "name_full_stop", "needless_space", "dash_acronym"}
    assert wanted | {"dotted_acronym", "name_comma"} <= rules
    assert corrected(found(dirty, "dash_acronym")) == "Workers (ADW)"


def test_endings_of_companies_are_left_alone() -> None:
    assert not found(with_names("Union S.A.", "River Co. Ltd."), "name_full_stop")


def test_many_entries_with_the_same_fault_are_one_finding_with_all_corrections() -> None:
    (finding,) = found(with_names(*(f"Union of {n}a(U)" for n in "abcde")), "missing_space")
    assert finding.arguments["positions"] == "1, 2, 3, 4, 5"
    assert len(finding.fixes) == 5
    assert len({fix.endorser_id for fix in finding.fixes}) == 5


def test_lists_of_names_are_compared() -> None:
    names = (*LIST[:5], "Zebra House", *LIST[5:10], "KHEMARA Group For All (KGFA)")
    told = {finding.rule: finding for finding in check(with_names(*names))}
    assert told["no_acronym"].arguments["positions"] == "6"
    assert told["unsorted_names"].arguments["positions"] == "6/7"
    assert told["capital_name"].arguments["positions"] == "12"


def test_names_that_share_all_words_but_one_are_told_and_never_joined() -> None:
    alike = with_names("Asian Hope Lake Union", "Lutheran Hope Lake Union", "Sunrise House")
    (finding,) = found(alike, "alike_names")
    assert finding.arguments["positions"] == "1, 2"
    assert finding.fix is None


def test_spellings_are_compared_among_names_and_among_texts_by_themselves() -> None:
    mixed = found(with_texts("the center and labor", "a programme and a center"), "spelling_mix")
    assert corrected(mixed) == "a program and a center"
    assert not found(with_texts("civil society organizations of the Centre"), "spelling_mix")
    names = found(with_names("A Center", "B Center", "C Centre"), "spelling_mix")
    assert [one.arguments["positions"] for one in names] == ["3"]


def test_one_treaty_under_several_names_is_told_once_for_each_rarer_name() -> None:
    dirty = with_texts(
        "The Paris Peace Agreement and the Paris Peace Agreement.",
        "The Paris Peace Accords.",
        "The Paris Agreement.",
        "The Ministry of Health and the Ministry of Labor.",
    )
    told = found(dirty, "name_variants")
    assert [one.arguments["found"] for one in told] == ["Paris Peace Accords", "Paris Agreement"]


def test_a_word_glued_to_the_next_small_one_is_parted() -> None:
    dirty = with_texts("Minister of Health", "Ministerof Trade", "within the demand")
    (told,) = found(dirty, "lost_space")
    assert corrected([told]) == "Minister of Trade"


def test_days_in_another_form_are_turned_into_the_usual_one() -> None:
    dirty = with_texts(
        "On October 25, 2017 and July 1, 2017.", "On 3 May 2016.", "On 2nd of May 2016."
    )
    assert [corrected([one]) for one in found(dirty, "date_forms")] == [
        "On May 3, 2016.",
        "On May 2, 2016.",
    ]
    khmer = with_texts("ថ្ងៃទី១ ខែតុលា និងថ្ងៃទី២ ខែតុលា", "ថ្ងៃ២៣ ខែតុលា", language="km")
    assert corrected(found(khmer, "date_forms")) == "ថ្ងៃទី២៣ ខែតុលា"


def test_those_addressed_are_honoured_alike() -> None:
    dirty = addressees("Mr. A One, Minister", "B Two, Minister", "Ms. C Three,\nMinister")
    (told,) = found(dirty, "honorifics")
    assert (told.arguments["some"], told.arguments["all"]) == (2, 3)
    assert corrected(found(dirty, "line_comma")) == "Ms. C Three\nMinister"


def test_one_person_has_one_honorific_and_a_whole_name() -> None:
    dirty = with_texts("Samdech Hun Sen and Ms Nay Vanda came.", "Mr. Hun Sen met Vanda.")
    (honorific,) = found(dirty, "two_honorifics")
    assert (honorific.arguments["first"], honorific.arguments["second"]) == ("Samdech", "Mr")
    assert corrected(found(dirty, "half_name")) == "Mr. Hun Sen met Nay Vanda."


def test_a_term_of_office_that_was_over_is_told() -> None:
    entries = ("A One, Minister (until 2017-08-03)", "B Two, Minister (2016–2019)")
    (told,) = found(addressees(*entries, issued=date(2017, 10, 23)), "term_ended")
    assert told.block_id == "b0"
    assert not found(addressees(*entries), "term_ended")


def test_texts_that_stand_twice_or_nearly_are_told() -> None:
    long = "This slide is clear enough for the failure to comply with the treaty of peace"
    told = check(with_texts(long, long, long.replace("with", "by")))
    rules = [one.rule for one in told if "repeated" in one.rule]
    assert rules == ["repeated_text", "nearly_repeated_text"]


def test_a_missing_full_stop_is_told_where_the_neighbours_have_one() -> None:
    told = found(with_texts("ទីមួយ។", "ទីពីរ។", "ទីបី", language="km"), "no_full_stop")
    assert corrected(told) == "ទីបី។"
    assert not found(with_texts("one", "two", "three."), "no_full_stop")


def test_leftovers_of_a_page_without_a_place_are_told() -> None:
    checked = with_texts("The headline")
    unplaced = ("Read More …", "Posted by: | Posted on: 2017", "A thought", "The headline")
    statement = replace(checked.statement, unplaced=unplaced)
    told = found(replace(checked, statement=statement), "left_behind")
    assert len(told) == 3
