"""A large memory coming in by parts, and cancelling it."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from advocate_desk.gui.memory_intake import PART, MemoryIntake
from advocate_desk.gui.workplace import Workplace
from advocate_desk.model.memory import DraftMemory, DraftPair


def begun(qtbot: QtBot, place: Workplace) -> MemoryIntake:
    """An intake that has taken its first part and waits for its next turn."""
    texts = ({"en": f"Village {n} is ours.", "km": f"ភូមិទី{n} ជារបស់យើង។"} for n in range(2 * PART))
    pairs = tuple(DraftPair(text, row) for row, text in enumerate(texts, start=1))
    draft = DraftMemory(len(pairs), pairs, origin="lake.tmx")
    intake = MemoryIntake(place.operations, place.window.status, draft)
    intake.start()
    with qtbot.waitSignal(place.operations.changed):
        pass
    intake._turn.stop()
    return intake


def test_cancelling_takes_back_what_was_brought_in(qtbot: QtBot, place: Workplace) -> None:
    begun(qtbot, place)
    assert place.desk.memory.count() == PART
    place.window.status.cancelled.emit()
    assert place.desk.memory.count() == 0


def test_cancelling_never_takes_back_what_somebody_typed(qtbot: QtBot, place: Workplace) -> None:
    begun(qtbot, place)
    block = place.desk.drafting.statement(place.statement_id).blocks[0]
    place.operations.run(place.desk.drafting.write, block.id, "en", body="Typed meanwhile")
    place.window.status.cancelled.emit()
    assert place.desk.drafting.statement(place.statement_id).title("en") == "Typed meanwhile"
    assert place.desk.memory.count() == PART
