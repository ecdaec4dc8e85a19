"""Tables of thousands of rows: those of a file to be decided, those of the registry, one statement."""

from __future__ import annotations

import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from advocate_desk.desk.desk import Desk
from advocate_desk.desk.list_preview import ListPreview
from advocate_desk.gui.application import application
from advocate_desk.gui.models.incoming_rows_model import IncomingRowsModel
from advocate_desk.gui.models.registry_table_model import RegistryColumn, RegistryTableModel
from advocate_desk.model.draft import DraftEndorser, DraftEndorsers, DraftText
from advocate_desk.model.kinds import BlockKind
from advocate_desk.model.offered import OfferedClause, OfferedClauses, Origin
from advocate_desk.model.registry import Choice, Match, MatchClass
from advocate_desk.model.registry_overview import Registered, RegistryOverview, Wanted
from benchmarks.editing import large_statement
from benchmarks.rows import Row

INCOMING = 10_000
REGISTRY = 50_000


def rows() -> list[Row]:
    """The rows of the table."""
    application()
    return [*_incoming(), *_registry(), _statement(), *_clauses()]


def _milliseconds(deed: Callable[[], object]) -> float:
    started = time.perf_counter()
    deed()
    return (time.perf_counter() - started) * 1e3


def _incoming() -> list[Row]:
    entries = tuple(
        DraftEndorser({"en": f"Group {n} Union"}, {"en": f"Group {n} Union"}, "", n)
        for n in range(1, INCOMING + 1)
    )
    kinds = (MatchClass.PROBABLE, MatchClass.NEW)
    matches = {n: Match(n, "", kinds[n % 2], f"e{n}", "Union") for n in range(1, INCOMING + 1)}
    draft, model = DraftEndorsers(len(entries), entries), IncomingRowsModel()
    shown = _milliseconds(lambda: model.show(draft, ListPreview(matches)))
    decided = _milliseconds(lambda: model.decide_all(MatchClass.PROBABLE, Choice.SAME))
    narrowed = _milliseconds(lambda: model.narrow("probable"))
    return [
        Row(f"showing {INCOMING:,} rows of a file", shown, "ms", most=300),
        Row("deciding all of a kind", decided, "ms", most=150),
        Row("showing the rows of one kind", narrowed, "ms", most=150),
    ]


def _registry() -> list[Row]:
    found = [
        Registered(f"{n:06}", "", f"Name {n}", "", "ngo", "", 0, False, f"name {n}", n, n)
        for n in range(REGISTRY)
    ]
    model = RegistryTableModel()
    model.show(RegistryOverview(found))
    searched = _milliseconds(lambda: model.look_for(Wanted("499")))
    ordered = _milliseconds(lambda: model.order_by(RegistryColumn.KHMER))
    return [
        Row(f"searching {REGISTRY:,} records in their table", searched, "ms", most=100),
        Row("ordering them", ordered, "ms", most=100),
    ]


def _statement() -> Row:
    with tempfile.TemporaryDirectory() as name:
        desk = Desk.create(Path(name) / "large.desk")
        (statement_id,) = desk.importing.bring_in((large_statement(),)).made
        taken = min(_milliseconds(lambda: desk.drafting.statement(statement_id)) for _ in range(5))
        desk.close()
    return Row("reading a statement of 300 blocks", taken, "ms", most=30)


def _clauses() -> list[Row]:
    """A table of clauses brought in, and taken back."""
    offered = tuple(
        OfferedClause(
            BlockKind.DEMAND,
            {
                "en": DraftText(f"Demand {n}", f"Save the lake, number {n}."),
                "km": DraftText("", f"បឹងទី{n}"),
            },
            Origin("table.xlsx"),
        )
        for n in range(INCOMING)
    )
    with tempfile.TemporaryDirectory() as name:
        desk = Desk.create(Path(name) / "library.desk")
        plan = desk.exchanging.plan(OfferedClauses(offered))
        taken_in = _milliseconds(lambda: desk.exchanging.bring_in(plan)) / 1e3
        taken_back = _milliseconds(desk.history.undo) / 1e3
        desk.close()
    return [
        Row(f"bringing in {INCOMING:,} clauses", taken_in, "s", most=6),
        Row("taking them back", taken_back, "s", most=6),
    ]
