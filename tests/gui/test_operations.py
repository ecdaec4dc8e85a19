"""The door from the widgets to the desk."""

from __future__ import annotations

import threading
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from advocate_desk.desk.desk import Desk
from advocate_desk.gui.operations import Operations, Progress
from advocate_desk.language.catalog import tr
from advocate_desk.model.changes import Area, Changes
from advocate_desk.model.draft import DraftEndorser, DraftEndorsers
from advocate_desk.model.errors import DeskError
from advocate_desk.model.kinds import EndorsementState, StatementKind
from advocate_desk.model.registry import Choice, Decision


@pytest.fixture
def operations(desk_path: Path, tmp_path: Path) -> Operations:
    return Operations(Desk.open(desk_path), reports=tmp_path / "reports")


def test_a_verb_tells_what_it_touched(operations: Operations, qtbot: QtBot) -> None:
    with qtbot.waitSignal(operations.changed) as changed:
        made = operations.run(
            operations.desk.drafting.new_statement, StatementKind.PETITION, {"en": "Trees"}
        )
    assert made is not None
    assert Area.STATEMENTS in changed.args[0].areas
    operations.close()


def test_a_refusal_is_one_sentence_in_the_windows_words(
    operations: Operations, qtbot: QtBot
) -> None:
    def refuse() -> Changes:
        raise DeskError("It cannot become “{new}”.", new=EndorsementState.INVITED)

    with qtbot.waitSignal(operations.refused) as refused:
        assert operations.run(refuse) is None
    assert refused.args == ["It cannot become “invited”."]
    operations.close()


def test_a_bug_leaves_a_report_without_a_word_of_text(operations: Operations, qtbot: QtBot) -> None:
    def fail() -> Changes:
        name = "Sok Dara"
        raise ValueError(name)

    with qtbot.waitSignal(operations.crashed) as crashed:
        operations.run(fail)
    report = Path(crashed.args[0]).read_text(encoding="utf-8")
    assert "ValueError" in report
    assert "in fail" in report
    assert "Sok Dara" not in report
    operations.close()


def test_much_that_is_written_at_once_is_told_meanwhile(operations: Operations) -> None:
    heard: list[object] = []
    operations.busy.connect(heard.append)
    operations.progressed.connect(lambda *far: heard.append(far))
    operations.idle.connect(lambda: heard.append("idle"))
    statement_id = operations.desk.drafting.statements()[0].id
    entries = [DraftEndorser({}, {"en": f"Union {n}"}, "", n) for n in range(1, 151)]
    draft = DraftEndorsers(len(entries), tuple(entries))
    decisions = {one.row: Decision(Choice.NEW) for one in entries}
    verb = operations.desk.endorsing.add_matched
    made = operations.run_whole("Adding…", verb, statement_id, draft, decisions)
    assert made is not None
    assert len(made.made) == 150
    assert heard == ["Adding…", (0, 150), (100, 150), "idle"]
    assert QGuiApplication.overrideCursor() is None
    operations.close()


def test_editors_hand_over_before_a_verb_runs(operations: Operations) -> None:
    order: list[str] = []

    def verb() -> Changes:
        order.append("verb")
        return Changes(frozenset())

    operations.requested.connect(lambda: order.append("handed over"))
    operations.run(verb)
    assert order == ["handed over", "verb"]
    operations.close()


def test_slow_work_reads_on_another_thread_with_its_own_desk(
    operations: Operations, qtbot: QtBot
) -> None:
    seen: list[tuple[bool, int]] = []
    here = threading.get_ident()

    def work(desk: Desk, progress: Progress) -> int:
        progress(1, 2)
        seen.append((desk is operations.desk, threading.get_ident()))
        return len(desk.drafting.statements())

    results: list[int] = []
    with qtbot.waitSignals([operations.busy, operations.progressed, operations.idle]):
        operations.run_slow(tr("Work"), work, results.append)
    assert results == [1]
    assert seen[0][0] is False
    assert seen[0][1] != here
    operations.close()


def test_a_job_stays_until_its_worker_has_left_it(operations: Operations, qtbot: QtBot) -> None:
    heard: list[int] = []

    def count(desk: Desk, _progress: Progress) -> int:
        return len(desk.drafting.statements())

    first = operations.run_slow("Counting…", count, heard.append)
    qtbot.waitUntil(lambda: len(heard) == 1 and first.is_left)
    assert isValid(first)
    operations.run_slow("Counting…", count, heard.append)
    qtbot.waitUntil(lambda: len(heard) == 2 and not isValid(first))
    operations.close()


def test_cancelled_work_brings_nothing(operations: Operations, qtbot: QtBot) -> None:
    go_on = threading.Event()
    results: list[int] = []

    def work(_desk: Desk, progress: Progress) -> int:
        go_on.wait(10)
        progress(1, 2)
        return 1

    with qtbot.waitSignal(operations.idle):
        operations.run_slow(tr("Work"), work, results.append)
        operations.cancel()
        go_on.set()
    assert results == []
    operations.close()


def test_slow_work_that_fails_says_so(operations: Operations, qtbot: QtBot) -> None:
    def work(_desk: Desk, _progress: Progress) -> int:
        raise DeskError("This is no document.")

    with qtbot.waitSignal(operations.refused) as refused:
        operations.run_slow(tr("Work"), work, lambda _result: None)
    assert refused.args == ["This is no document."]
    assert not operations.is_busy
    operations.close()
