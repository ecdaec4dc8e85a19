"""The small list models: clauses, findings, actions, rows of a list that was read."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QObject, Qt

from advocate_desk.gui.actions import Actions
from advocate_desk.gui.models.actions_list_model import KEY, WHERE, ActionsListModel
from advocate_desk.gui.models.clauses_list_model import (
    CLAUSE_MIME,
    DETAILS,
    SECOND_LINE,
    ClausesListModel,
    beginning,
)
from advocate_desk.gui.models.endorser_rows_model import (
    IS_TAKEN,
    EndorserRowsModel,
    RowColumn,
    read_rows,
)
from advocate_desk.gui.models.findings_list_model import PLACE, FindingsListModel
from advocate_desk.gui.models.outline_list_model import OutlineListModel
from advocate_desk.language import catalog
from advocate_desk.model.clause import Clause, ClauseRevision
from advocate_desk.model.draft import DraftEndorser, DraftEndorsers, ListedRow
from advocate_desk.model.finding import Finding
from advocate_desk.model.kinds import BlockKind, ClauseStatus, Severity
from advocate_desk.model.statement import Block, Rendition, block_places

TEXT, NAME = Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole


def clause(*, used: int = 0, status: ClauseStatus = ClauseStatus.ACTIVE) -> Clause:
    sides = {
        "km": Rendition("ឈប់បណ្តេញចេញ", "អត្ថបទ"),
        "en": Rendition("Halt evictions", "All of them.\nNow."),
    }
    revision = ClauseRevision("r3", "c", 3, sides)
    return Clause("c", BlockKind.DEMAND, revision, "land", status, used)


def test_a_clause_begins_in_the_language_of_the_window() -> None:
    model = ClausesListModel()
    model.show([clause(used=12)])
    index = model.index(0, 0)
    assert (index.data(), index.data(SECOND_LINE)) == ("Halt evictions", "ឈប់បណ្តេញចេញ")
    assert index.data(DETAILS) == "v3 · used 12× · land"
    assert index.data(NAME) == "Halt evictions, ឈប់បណ្តេញចេញ, v3 · used 12× · land"
    catalog.use("km")
    assert (index.data(), index.data(SECOND_LINE)) == ("ឈប់បណ្តេញចេញ", "Halt evictions")


def test_a_dragged_clause_carries_its_id() -> None:
    model = ClausesListModel()
    model.show([clause()])
    data = model.mimeData([model.index(0, 0)])
    assert data.data(CLAUSE_MIME).data() == b"c"
    assert model.flags(model.index(0, 0)) & Qt.ItemFlag.ItemIsDragEnabled
    assert model.supportedDragActions() == Qt.DropAction.CopyAction
    assert not model.mimeData([]).formats()


def test_an_archived_and_an_unused_clause_say_so() -> None:
    archived = ClausesListModel.details(clause(status=ClauseStatus.ARCHIVED))
    assert archived == "v3 · not used yet · land · archived"
    assert "used once" in ClausesListModel.details(clause(used=1))


def test_a_clause_without_a_text_is_called_after_its_kind() -> None:
    bare = Clause("c", BlockKind.DEMAND, ClauseRevision("r", "c", 1))
    assert ClausesListModel.lines(bare) == ("Demand", "")


def test_findings_come_gravest_first_with_their_place() -> None:
    item = Block("i", BlockKind.ITEM)
    blocks = (Block("a", BlockKind.TITLE), Block("b", BlockKind.LIST, items=(item,)))
    places = block_places(blocks)
    assert places == {"a": "1", "b": "2", "i": "2.1"}
    model = FindingsListModel()
    model.show(
        [
            Finding(Severity.HINT, "h", "A hint.", "a"),
            Finding(
                Severity.BLOCKER, "b", "It lacks {thing}.", "i", "km", arguments={"thing": "x"}
            ),
            Finding(Severity.WARNING, "w", "Who?", endorsement_id="e", language="en"),
        ],
        places,
    )
    told = [(model.index(row, 0).data(PLACE), model.index(row, 0).data()) for row in range(3)]
    assert told == [
        ("2.1 · Khmer", "It lacks x."),
        ("Endorsers · English", "Who?"),
        ("1", "A hint."),
    ]
    assert model.index(0, 0).data(NAME) == "Blocker, 2.1 · Khmer, It lacks x."
    assert model.count(Severity.BLOCKER) == 1


@pytest.fixture
def actions(qapp: QObject) -> Actions:
    made = Actions(qapp)
    for spec in made.specs:
        made.connect_to(spec.id, lambda: None)
    return made


def names(model: ActionsListModel) -> list[str]:
    return [str(model.index(row, 0).data()) for row in range(model.rowCount())]


def test_actions_are_found_by_name_menu_and_help_names_first(actions: Actions) -> None:
    model = ActionsListModel(actions)
    assert "All actions…" not in names(model)
    model.narrow("clause")
    assert names(model)[:2] == ["Insert clause", "Save as clause"]
    assert (model.index(0, 0).data(WHERE), model.index(0, 0).data(KEY)) == ("Clauses", "Ctrl+L")
    model.narrow("colours dark")
    assert names(model) == ["Dark"]
    model.narrow("zzz")
    assert names(model) == []


def test_actions_that_cannot_run_now_come_last_and_are_switched_off(actions: Actions) -> None:
    actions.disconnect_from("insert_clause")
    model = ActionsListModel(actions)
    assert names(model)[-1] == "Insert clause"
    model.narrow("insert")
    row = names(model).index("Insert clause")
    assert not model.flags(model.index(row, 0)) & Qt.ItemFlag.ItemIsEnabled


def test_every_row_of_a_list_is_accounted_for() -> None:
    taken = DraftEndorser({"en": "A (B)"}, {"en": "A"}, "B", 1)
    again = DraftEndorser({"km": "ក"}, {"km": "ក"}, "", 3)
    draft = DraftEndorsers(3, (taken, again), (ListedRow(2, "???", "It is no name."),))
    model = EndorserRowsModel()
    model.show(read_rows(draft, {3}))
    cells = [[model.index(row, column).data() for column in RowColumn] for row in range(3)]
    assert cells == [
        ["1", "", "A", "B", "will be added"],
        ["2", "", "???", "", "It is no name."],
        ["3", "ក", "", "", "is on the list already"],
    ]
    assert [model.index(row, 0).data(IS_TAKEN) for row in range(3)] == [True, False, False]
    assert model.taken == 1


def test_placeholders_are_named_where_a_text_is_only_told() -> None:
    issue = Rendition(body="Issued in {{place}} on {{date}}{{footnote: by post}}, {{case_number}}.")
    model = OutlineListModel()
    model.show_blocks((Block("1", BlockKind.ISSUE_LINE, {"en": issue}),), ("en",))
    shown = str(model.data(model.index(0)))
    assert shown == "Issued in ‹Place of issue› on ‹Date of issue›, ‹case number›"
    assert beginning(issue).endswith("‹case number›.")
