"""The preview after a pause in typing, in a statement of twenty pages."""

from __future__ import annotations

import tempfile
import time
from pathlib import Path
from statistics import median

from PySide6.QtWidgets import QApplication

from advocate_desk.desk.desk import Desk
from advocate_desk.gui.application import application, dress
from advocate_desk.gui.ask import Ask
from advocate_desk.gui.fonts import add_other_faces
from advocate_desk.gui.operations import Operations
from advocate_desk.gui.pages.preview_page import PreviewPage
from advocate_desk.model.draft import DraftStatement
from advocate_desk.model.kinds import BlockKind, StatementKind
from benchmarks.editing import large_statement
from benchmarks.rows import Row

BLOCKS = 80
ROUNDS = 7


def rows() -> list[Row]:
    """The rows of the table."""
    app = application()
    dress(app)
    add_other_faces()
    with tempfile.TemporaryDirectory() as name:
        desk = Desk.create(Path(name) / "pages.desk")
        whole = DraftStatement(StatementKind.PETITION, large_statement().blocks[:BLOCKS])
        made = desk.importing.bring_in((whole,)).made[0]
        operations = Operations(desk, reports=Path(name))
        page = PreviewPage(operations, Ask())
        page.resize(900, 700)
        page.show()
        page.show_statement(made)
        _wait(app, page)
        times = [_changed(app, page, operations, made, turn) for turn in range(ROUNDS)]
        count = page.view.page_count
        page.deleteLater()
        operations.close()
    return [Row(f"preview of {count} pages after a pause", median(times), "ms", most=150)]


def _changed(
    app: QApplication, page: PreviewPage, operations: Operations, made: str, turn: int
) -> float:
    desk = operations.desk
    demands = [b for b in desk.drafting.statement(made).blocks if b.kind is BlockKind.DEMAND]
    word = f"changed{turn}"
    started = time.perf_counter()
    operations.run(desk.drafting.write, demands[0].id, "en", body=word)
    while not page.view.holds(word):
        app.processEvents()
    return (time.perf_counter() - started) * 1e3


def _wait(app: QApplication, page: PreviewPage) -> None:
    while not page.view.page_count or page.is_preparing:
        app.processEvents()
