"""The memory's rows and its index: what is like a text is found, before and after undo."""

import random
import sqlite3
from pathlib import Path

import pytest
from benchmarks.memory_texts import near, pair_texts

from advocate_desk.model.kinds import ENGLISH, KHMER
from advocate_desk.model.memory import MemoryPair
from advocate_desk.store.desk_file import DeskFile, open_desk
from store.desks import clock, id_maker


def pairs(count: int, seed: int = 1) -> list[MemoryPair]:
    rng = random.Random(seed)  # noqa: S311 - texts by lot, no secrets
    texts = (pair_texts(rng) for _ in range(count))
    return [MemoryPair(f"{n:06}", text, "file.tmx") for n, text in enumerate(texts)]


def fill(desk: DeskFile, wanted: list[MemoryPair]) -> list[str]:
    with desk.step("Fill"):
        return desk.memory.insert(wanted)


def found(desk: DeskFile, text: str, language: str) -> list[tuple[int, str]]:
    return [(n, pair.id) for n, pair in desk.memory.alike(text, language, limit=5, least=60)]


def indexed(desk: DeskFile) -> int:
    """How many texts the index holds."""
    return int(desk.memory._connection.value("SELECT count(*) FROM memory_grams"))


def is_hit(shown: list[tuple[int, str]], pair_id: str, likeness: float) -> bool:
    """Whether the pair is shown, or five that are as much alike."""
    as_good = [score for score, _ in shown if score >= int(likeness)]
    return pair_id in {one for _, one in shown} or len(as_good) == 5


def test_the_same_pair_is_kept_once(desk: DeskFile) -> None:
    first, second = pairs(2)
    again = MemoryPair("z", {KHMER: first.texts[KHMER], ENGLISH: first.texts[ENGLISH].upper()})
    assert fill(desk, [first, second, again]) == [first.id, second.id]
    assert desk.memory.count() == 2


def test_a_text_itself_is_an_exact_match_in_both_languages(desk: DeskFile) -> None:
    some = pairs(50)
    fill(desk, some)
    for code in (KHMER, ENGLISH):
        assert found(desk, some[7].texts[code], code)[0] == (100, some[7].id)


def test_another_number_is_nearly_but_not_exactly_the_same(desk: DeskFile) -> None:
    text = {KHMER: "រដ្ឋភាគីទាំង ១៨ ត្រូវប្រជុំគ្នា", ENGLISH: "The 18 states must meet in August."}
    fill(desk, [*pairs(30), MemoryPair("z", text)])
    (score, pair_id), *_ = found(desk, "The 19 states must meet in August.", ENGLISH)
    assert pair_id == "z"
    assert 90 < score < 100
    assert found(desk, "រដ្ឋភាគីទាំង 18 ត្រូវប្រជុំគ្នា", KHMER)[0] == (100, "z"), "digits are digits"


@pytest.mark.parametrize("language", [KHMER, ENGLISH])
def test_planted_near_matches_are_found(desk: DeskFile, language: str) -> None:
    rng = random.Random(5)  # noqa: S311 - as above
    some = pairs(800)
    fill(desk, some)
    wanted = rng.sample(some, 80)
    changed = [(one, *near(rng, one.texts[language])) for one in wanted]
    planted = [(one.id, text, likeness) for one, text, likeness in changed if likeness >= 70]
    assert len(planted) > 50
    hits = [is_hit(found(desk, text, language), pair, alike) for pair, text, alike in planted]
    assert sum(hits) / len(hits) >= 0.98


def test_a_short_heading_with_a_slip_is_found(desk: DeskFile) -> None:
    fill(
        desk, [*pairs(200), MemoryPair("z", {KHMER: "បញ្ឈប់ការបណ្តេញចេញ", ENGLISH: "Halt evictions"})]
    )
    assert found(desk, "Halt evictons", ENGLISH)[0][1] == "z"
    assert found(desk, "បញ្ឈប់ការបណ្តេញ", KHMER)[0][1] == "z"


def test_nothing_is_found_for_nothing(desk: DeskFile) -> None:
    fill(desk, pairs(5))
    for text in ("", "  \n", "…", "🙂"):
        assert found(desk, text, ENGLISH) == []


def test_the_index_follows_undo_and_redo(desk: DeskFile) -> None:
    some = pairs(20)
    fill(desk, some)
    assert indexed(desk) == 20
    desk.undo()
    assert (desk.memory.count(), indexed(desk)) == (0, 0)
    assert found(desk, some[3].texts[KHMER][:-4], KHMER) == []
    desk.redo()
    assert found(desk, some[3].texts[KHMER][:-4], KHMER)[0][1] == some[3].id


def test_deleted_pairs_leave_the_index_and_come_back(desk: DeskFile) -> None:
    some = pairs(20)
    fill(desk, some)
    with desk.step("Delete"):
        assert desk.memory.delete([some[0].id, some[1].id, "no such"]) == 2
    assert indexed(desk) == 18
    with desk.step("Clear"):
        assert desk.memory.delete_of("file.tmx") == 18
    assert indexed(desk) == 0
    desk.undo()
    desk.undo()
    assert indexed(desk) == 20
    assert found(desk, some[0].texts[ENGLISH], ENGLISH)[0][1] == some[0].id


def test_pairs_of_the_open_step_are_found(desk: DeskFile) -> None:
    some = pairs(3)
    with desk.step("Fill"):
        desk.memory.insert(some)
        assert found(desk, some[0].texts[ENGLISH][:-3], ENGLISH)[0][1] == some[0].id


def test_a_desk_opened_again_and_its_twin_find_the_same(desk: DeskFile, tmp_path: Path) -> None:
    some = pairs(20)
    fill(desk, some)
    text = some[4].texts[KHMER][:-5]
    before = found(desk, text, KHMER)
    twin = desk.twin()
    assert found(twin, text, KHMER) == before
    twin.close()
    desk.close()
    again = open_desk(desk.path, now=clock(), new_id=id_maker())
    assert found(again, text, KHMER) == before
    again.close()


def test_origins_are_counted_and_listed(desk: DeskFile) -> None:
    some = pairs(4)
    more = MemoryPair("x", {KHMER: "ក ខ", ENGLISH: "Other"}, "A letter", "Sok", "2026-02-03")
    fill(desk, [*some, more])
    assert [(one.name, one.count) for one in desk.memory.origins()] == [
        ("A letter", 1),
        ("file.tmx", 4),
    ]
    assert list(desk.memory.all("A letter")) == [more]
    assert len(list(desk.memory.all())) == 5
    assert desk.memory.get("x") == more
    with pytest.raises(KeyError):
        desk.memory.get("y")


def test_no_text_lies_in_the_index(desk: DeskFile) -> None:
    fill(desk, [MemoryPair("x", {KHMER: "អង្គការសម្ងាត់", ENGLISH: "Secretname"})])
    with desk.step("Delete"):
        desk.memory.delete(["x"])
    desk.close()
    data = desk.path.read_bytes().lower()
    assert b"secretname" not in data
    assert "សម្ងាត់".encode() not in data
    with sqlite3.connect(desk.path) as plain:
        assert plain.execute("SELECT count(*) FROM memory_keys").fetchone() == (0,)
    plain.close()
