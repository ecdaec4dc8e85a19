"""The order of a list: names in their own language, kinds, dates, and places kept by hand."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from advocate_desk.language.collation import sort_key
from advocate_desk.model.endorsement import Endorsement, Endorser, EndorserName
from advocate_desk.model.endorser_order import KINDS_IN_ORDER, EndorserOrder, arranged
from advocate_desk.model.registry import EndorserKind

NAMES = (
    ("The Water Union", "សហជីពទឹក", "union", "2025-07-03"),
    ("Angkor Network", "បណ្តាញអង្គរ", "network", "2025-07-02"),
    ("water watch", "", "ngo", ""),
    ("", "កសិករ", "association", "2025-07-01"),
    ("Banteay Group", "ក្រុមបន្ទាយ", "ngo", "2025-07-02"),
)


def _endorsement(
    at: int, english: str, khmer: str, kind: str, day: str, *, pinned: bool = False
) -> Endorsement:
    names = {"en": EndorserName(english), "km": EndorserName(khmer)}
    kept = {code: name for code, name in names.items() if name.name}
    endorser = Endorser(f"o{at}", kept, kind)
    return Endorsement(f"e{at}", "s", endorser, at, answered_on=day, pinned=pinned)


def _list(*pinned: int) -> list[Endorsement]:
    return [_endorsement(at, *row, pinned=at in pinned) for at, row in enumerate(NAMES)]


def _order(order: EndorserOrder, *pinned: int) -> list[int]:
    return [int(one.id[1:]) for one in arranged(_list(*pinned), order)]


def test_english_names_pass_over_the_article_and_the_case() -> None:
    assert _order(EndorserOrder.ENGLISH) == [1, 4, 0, 2, 3]


def test_khmer_names_follow_khmer_collation_and_nameless_ones_come_last() -> None:
    order = _order(EndorserOrder.KHMER)
    assert order[-1] == 2
    khmer = [NAMES[at][1] for at in order[:-1]]
    assert khmer == sorted(khmer, key=lambda name: sort_key(name, "km"))
    assert khmer[0] == "កសិករ"


def test_kinds_come_before_names_and_dates_before_places() -> None:
    assert _order(EndorserOrder.KIND) == [1, 4, 2, 0, 3]
    assert _order(EndorserOrder.DATE) == [3, 1, 4, 0, 2]
    assert set(KINDS_IN_ORDER) == set(EndorserKind)


def test_by_hand_nothing_moves() -> None:
    assert _order(EndorserOrder.BY_HAND, 1) == [0, 1, 2, 3, 4]


def test_pinned_ones_keep_their_places_and_the_others_flow_around_them() -> None:
    assert _order(EndorserOrder.ENGLISH, 0, 2) == [0, 1, 2, 4, 3]


@given(
    st.permutations(range(len(NAMES))), st.sets(st.integers(0, 4)), st.sampled_from(EndorserOrder)
)
def test_every_order_keeps_everybody_once_and_pins_in_place(
    places: list[int], pinned: set[int], order: EndorserOrder
) -> None:
    before = [_endorsement(at, *NAMES[row], pinned=at in pinned) for at, row in enumerate(places)]
    after = arranged(before, order)
    assert sorted(one.id for one in after) == sorted(one.id for one in before)
    assert all(after[at] is before[at] for at in pinned)
    if not pinned:
        assert arranged(after, order) == after
