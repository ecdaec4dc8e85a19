"""The tab of endorsers with ten thousand of them: filtering, scrolling, reading again."""

from __future__ import annotations

import statistics
import tempfile
import time
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QApplication

from advocate_desk.desk.desk import Desk
from advocate_desk.gui import fonts, theme
from advocate_desk.gui.application import application, dress
from advocate_desk.gui.ask import Ask
from advocate_desk.gui.operations import Operations
from advocate_desk.gui.pages.endorsers_page import EndorsersPage
from advocate_desk.model.changes import Changes
from advocate_desk.model.draft import DraftEndorser, DraftEndorsers
from advocate_desk.model.kinds import EndorsementState, ShowAs, StatementKind
from benchmarks.rows import Row

ENDORSERS = 10_000
SCROLLS = 150
SETTLE = 1.5  # seconds
TURNS = 5


def rows() -> list[Row]:
    """The rows of the table."""
    with tempfile.TemporaryDirectory() as name:
        path = Path(name) / "large.desk"
        desk = Desk.create(path)
        made = desk.drafting.new_statement(StatementKind.PETITION, {"en": "Large"}).focus
        desk.endorsing.add_list(made, DraftEndorsers(ENDORSERS, tuple(_drafts())))
        operations = Operations(desk, reports=Path(name))
        found = _measure(operations, made)
        operations.close()
        return found


def _drafts() -> Iterator[DraftEndorser]:
    """Ten thousand names in both languages, each with an acronym."""
    for number in range(ENDORSERS):
        names = {
            "en": f"Village {number} Community Network of Lake Dwellers",
            "km": f"បណ្តាញសហគមន៍ភូមិទី {number} បឹងទន្លេ",
        }
        yield DraftEndorser({}, names, f"VC{number}", number)


def _measure(operations: Operations, statement_id: str) -> list[Row]:
    app = application()
    dress(app)
    fonts.add_text_faces()
    theme.apply(app, dark=False)
    page = EndorsersPage(operations, Ask())
    page.resize(840, 600)
    page.show()
    page.show_statement(statement_id)
    _settle(app)
    filters = _filters(app, page)
    words = _searches(app, page)
    scrolls = sorted(_scrolls(app, page))
    refreshes = _refreshes(app, page, operations)
    page.close()
    slow = scrolls[int(len(scrolls) * 0.99)]
    return [
        Row("a chip pressed over 10,000 endorsers", statistics.median(filters), "ms", most=50),
        Row("words searched in 10,000 endorsers", statistics.median(words), "ms", most=50),
        Row("scrolling them a page, p99", slow, "ms", most=16),
        Row("the list read again after a step", statistics.median(refreshes), "ms", most=50),
    ]


def _settle(app: QApplication, seconds: float = SETTLE) -> None:
    end = time.perf_counter() + seconds
    while time.perf_counter() < end:
        app.processEvents()


def _timed(app: QApplication, deed: Callable[[], object]) -> float:
    """Milliseconds until it is done and painted."""
    started = time.perf_counter()
    deed()
    app.processEvents()
    return (time.perf_counter() - started) * 1e3


def _filters(app: QApplication, page: EndorsersPage) -> list[float]:
    keys = ("withheld", "confirmed", "no_evidence", "all")
    return [_timed(app, page.filters.buttons[key].click) for key in keys * TURNS]


def _searches(app: QApplication, page: EndorsersPage) -> list[float]:
    taken = []
    for text in ("l", "la", "lake", "lake 7", "lake 77", "ទន្លេ", "vc12", ""):
        page.search.setText(text)
        taken.append(_timed(app, page._apply_filter))  # noqa: SLF001 - without the typist's pause
    return taken


def _scrolls(app: QApplication, page: EndorsersPage) -> list[float]:
    bar = page.table.verticalScrollBar()
    bar.setValue(0)
    app.processEvents()
    step = page.table.viewport().height()
    return [_timed(app, lambda: bar.setValue(bar.value() + step)) for _ in range(SCROLLS)]


def _refreshes(app: QApplication, page: EndorsersPage, operations: Operations) -> list[float]:
    """What a step costs beside the verb itself."""
    page.table.selectRow(3)
    endorsing = operations.desk.endorsing
    verbs: tuple[Callable[[tuple[str, ...]], Changes], ...] = (
        lambda ids: endorsing.set_state(ids, EndorsementState.WITHDRAWN),
        lambda ids: endorsing.show_as(ids, ShowAs.WITHHELD),
        lambda ids: endorsing.show_as(ids, ShowAs.FULL),
        lambda ids: endorsing.set_state(ids, EndorsementState.CONFIRMED),
    )
    taken = []
    for verb in verbs * 2:
        changes = verb(page.table.selected_ids())
        taken.append(_timed(app, partial(operations.changed.emit, changes)))
        _settle(app, 0.4)
    return taken
