"""Incoming names against the registry: suggestions, never a merge."""

from __future__ import annotations

import random
from collections import Counter

import pytest
from benchmarks.name_pairs import judge, labelled
from hypothesis import given
from hypothesis import strategies as st

from advocate_desk.desk.matching import Matcher, repeats
from advocate_desk.importers.endorser_entry import read_entry
from advocate_desk.importers.endorser_reader import read_endorsers
from advocate_desk.language.khmer import clusters, has_khmer
from advocate_desk.model.draft import DraftEndorser
from advocate_desk.model.registry import Match, MatchClass, NameKind, RegistryName
from seeds import seed_1

SAME, PROBABLE = MatchClass.SAME, MatchClass.PROBABLE
LOOK_ALIKE, NEW = MatchClass.LOOK_ALIKE, MatchClass.NEW
REGISTRY = (
    RegistryName("1", "en", "River Weavers Circle", "RWC"),
    RegistryName("1", "km", "រង្វង់តម្បាញទន្លេ"),
    RegistryName("1", "en", "Weavers by the River", kind=NameKind.ALIAS),
    RegistryName("2", "en", "Forest Voices"),
    RegistryName("2", "en", "Voices of the Old Forest", kind=NameKind.FORMER),
    RegistryName("3", "en", "Lotus Union", "LU"),
    RegistryName("4", "en", "Lotus Union", "LOU"),
)


def matched(entry: str, *names: RegistryName) -> Match:
    return Matcher(names or REGISTRY).match(read_entry(entry, 7))


@pytest.mark.parametrize(
    ("entry", "match_class", "endorser_id"),
    [
        ("River Weavers Circle (RWC)", SAME, "1"),
        ("river weavers circle", SAME, "1"),
        ("Weavers by the River", SAME, "1"),
        ("រង្វង់ តម្បាញទន្លេ", SAME, "1"),
        ("River Weavers Circel", PROBABLE, "1"),
        ("RWC", PROBABLE, "1"),
        ("Voices of the Old Forest", PROBABLE, "2"),
        ("Lake Weavers Circle", LOOK_ALIKE, "1"),
        ("Mango Kitchen", NEW, None),
        ("Lotus Union (LOU)", SAME, "4"),
        ("Lotus Union", PROBABLE, "3"),
        ("", NEW, None),
    ],
)
def test_an_entry_is_same_probable_alike_or_new(
    entry: str, match_class: MatchClass, endorser_id: str | None
) -> None:
    found = matched(entry)
    assert (found.match_class, found.endorser_id, found.row) == (match_class, endorser_id, 7)
    assert bool(found.reason) is (match_class is not NEW)


def test_a_match_shows_the_name_of_today_not_the_old_one() -> None:
    found = matched("Voices of the Old Forest")
    assert (found.endorser, found.arguments) == ("Forest Voices", {"endorser": "Forest Voices"})


def test_names_of_two_endorsers_in_one_entry_are_for_a_person() -> None:
    found = matched("រង្វង់តម្បាញទន្លេ / Forest Voices")
    assert found.match_class is PROBABLE


def test_one_name_known_and_another_beside_it_is_for_a_person() -> None:
    assert matched("រង្វង់តម្បាញទន្លេ / River Weavers Circle").match_class is SAME
    assert matched("សហជីពអ្នកបើកឡាន / River Weavers Circle").match_class is PROBABLE


def test_matching_a_list_can_be_cancelled() -> None:
    drafts = [read_entry("Forest Voices", row) for row in range(1, 9)]
    answers = iter([False, False, True])
    found = Matcher(REGISTRY).match_all(drafts, lambda: next(answers))
    assert [one.row for one in found] == [1, 2]


def test_candidates_while_typing_are_each_endorser_once_the_likeliest_first() -> None:
    found = Matcher(REGISTRY).candidates("Weavers River Circle")
    assert [one.endorser_id for one in found] == ["1"]
    both = Matcher(REGISTRY).candidates("Lotus Union")
    assert {one.endorser_id for one in both} == {"3", "4"}
    assert len(Matcher(REGISTRY).candidates("Lotus Union", limit=1)) == 1


def test_rows_that_repeat_an_earlier_row_are_found_look_alikes_are_left_alone() -> None:
    lines = ("Forest Voices", "Forest Friends", "forest voices", "Forest Voicess", "Sea Voices")
    drafts = [read_entry(line, row) for row, line in enumerate(lines, start=1)]
    found = repeats(drafts)
    assert {row: (one.match_class, one.endorser) for row, one in found.items()} == {
        3: (SAME, "Forest Voices"),
        4: (PROBABLE, "Forest Voices"),
    }


NAMES = st.text(st.one_of(st.sampled_from("ab AB12.-កខរ្ាិីំ៉\u200bаο"), st.characters()), max_size=30)


@given(st.lists(NAMES, max_size=6), NAMES, NAMES)
def test_matching_never_raises_and_finds_a_name_that_is_there(
    known: list[str], name: str, acronym: str
) -> None:
    names = [RegistryName(str(at), "en", text) for at, text in enumerate([*known, name])]
    matcher = Matcher(names)
    found = matcher.match(DraftEndorser({"en": name}, {"en": name}, acronym))
    matcher.candidates(name, acronym)
    if name and known.count(name) == 0:
        assert found.match_class in {SAME, PROBABLE, LOOK_ALIKE}


@given(st.lists(NAMES, max_size=6))
def test_a_list_is_compared_with_itself_whatever_is_in_it(names: list[str]) -> None:
    drafts = [DraftEndorser({"en": name}, {"en": name}, "", row) for row, name in enumerate(names)]
    assert 0 not in repeats(drafts)


def test_labelled_pairs_are_told_apart() -> None:
    pairs = labelled()
    score = judge(pairs)
    told = [(one.pair.incoming, one.match.match_class, one.match.endorser) for one in score.wrong]
    assert len(pairs) >= 320
    assert 0.4 < sum(has_khmer(pair.incoming) for pair in pairs) / len(pairs) < 0.6
    assert score.precision >= 0.95, told
    assert score.recall >= 0.95, told
    held_out = judge(pair for pair in pairs if pair.held_out)
    assert min(held_out.precision, held_out.recall) >= 0.95, told


def test_no_organisation_made_to_be_taken_for_another_is_the_same() -> None:
    score = judge(pair for pair in labelled() if pair.label in "x!")
    assert SAME not in {one.match.match_class for one in score.judged}
    spoofs = judge(pair for pair in labelled() if pair.section.startswith("English: made"))
    assert {one.match.match_class for one in spoofs.judged} == {LOOK_ALIKE}


def test_khmer_names_with_one_wrong_cluster_are_suggested() -> None:
    dice = random.Random(5)  # noqa: S311 - made-up slips
    known = " ".join(dict.fromkeys(pair.known for pair in labelled())).split()
    names = [name for name in dict.fromkeys(known) if has_khmer(name)]
    matcher = Matcher(RegistryName(name, "km", name) for name in names)
    found: Counter[bool] = Counter()
    for name in names * 5:
        match = matcher.match(DraftEndorser({}, {"km": with_slip(name, dice)}))
        found[match.match_class in {SAME, PROBABLE} and match.endorser_id == name] += 1
    assert found[True] / found.total() >= 0.9, found


def with_slip(name: str, dice: random.Random) -> str:
    """A name with one cluster twice, missing, or with another vowel."""
    pieces = clusters(name)
    at = dice.randrange(len(pieces))
    slips = (pieces[at] * 2, "", pieces[at][:1] + dice.choice("ាិីុូេោ"))
    return "".join((*pieces[:at], dice.choice(slips), *pieces[at + 1 :]))


# The near-alike but different organisations of the first document, by their numbers.
ALIKE = ((8, 72), (8, 94), (72, 94), (25, 30), (2, 42), (2, 48), (42, 48), (64, 70), (78, 85))


def test_near_alike_organisations_of_a_real_list_are_never_taken_for_one_another() -> None:
    drafts = read_endorsers(seed_1()).endorsers
    assert len(drafts) == 102
    assert repeats(drafts) == {}
    for one, other in [*ALIKE, *(pair[::-1] for pair in ALIKE)]:
        draft, known = drafts[one - 1], drafts[other - 1]
        names = [RegistryName("x", code, text, known.acronym) for code, text in known.name.items()]
        assert Matcher(names).match(draft).match_class in {LOOK_ALIKE, NEW}, draft.written
