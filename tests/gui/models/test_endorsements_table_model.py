"""The table of endorsements: what it shows, and what it never gives away."""

from __future__ import annotations

from PySide6.QtCore import Qt

from advocate_desk.gui.models.endorsements_table_model import (
    Column,
    EndorsementsTableModel,
    Filter,
    mask,
)
from advocate_desk.language import catalog
from advocate_desk.model.endorsement import Endorsement, Endorser, EndorserName
from advocate_desk.model.kinds import EndorsementState, ShowAs

SECRET = ("Silent Shore Group", "ក្រុមឆ្នេរស្ងាត់", "SSG")


def endorsement(
    number: int,
    en: str = "",
    km: str = "",
    acronym: str = "",
    *,
    state: EndorsementState = EndorsementState.CONFIRMED,
    show_as: ShowAs = ShowAs.FULL,
) -> Endorsement:
    names = {"en": EndorserName(en, acronym), "km": EndorserName(km)}
    kept = {code: name for code, name in names.items() if name.name}
    endorser = Endorser(f"endorser-{number}", kept)
    return Endorsement(
        f"e{number}", "s", endorser, number, state, show_as, answered_on="2026-01-05"
    )


def withheld(number: int) -> Endorsement:
    en, km, acronym = SECRET
    return endorsement(number, en, km, acronym, show_as=ShowAs.WITHHELD)


def shown(*endorsements: Endorsement) -> EndorsementsTableModel:
    model = EndorsementsTableModel()
    model.show(endorsements)
    return model


def everything(model: EndorsementsTableModel) -> str:
    """Every answer of the model for every cell, header and role."""
    roles = [*Qt.ItemDataRole, *range(256, 300)]
    indexes = [
        model.index(row, column)
        for row in range(model.rowCount())
        for column in range(model.columnCount())
    ]
    answers = [model.data(index, role) for index in indexes for role in roles]
    answers += [
        model.headerData(column, Qt.Orientation.Horizontal, role)
        for column in Column
        for role in roles
    ]
    answers += [model.mimeData(indexes).formats(), model.mimeData(indexes).text()]
    return repr(answers)


def test_a_withheld_name_is_in_no_answer_for_any_role() -> None:
    model = shown(endorsement(0, "Open Group"), withheld(1))
    told = everything(model)
    assert "Open Group" in told
    assert not any(secret in told for secret in SECRET)
    assert mask() in told


def test_copied_rows_are_tab_separated_and_mask_withheld_names() -> None:
    model = shown(endorsement(0, "Open\tGroup", "ក្រុមបើក", "OG"), withheld(1))
    first, second = model.as_text([0, 1]).split("\n")
    assert first.split("\t")[:4] == ["1", "ក្រុមបើក", "Open Group", "OG"]
    assert len(second.split("\t")) == len(Column)
    assert not any(secret in second for secret in SECRET)


def test_only_revealing_gives_a_withheld_name() -> None:
    model = shown(withheld(0))
    assert model.revealed(0, Column.ENGLISH_NAME) == SECRET[0]
    assert model.revealed(0, Column.STATE) == ""
    assert model.revealed(5, Column.ENGLISH_NAME) == ""


def test_filters_narrow_by_answer_by_withholding_and_by_words_of_both_languages() -> None:
    invited = endorsement(0, "River Group", "ក្រុមទន្លេ", "RG", state=EndorsementState.INVITED)
    model = shown(invited, endorsement(1, "Lake Group"), withheld(2))
    for wanted, rows in (
        (Filter(frozenset({EndorsementState.INVITED})), ["e0"]),
        (Filter(withheld_only=True), ["e2"]),
        (Filter(words="group lake"), ["e1"]),
        (Filter(words="ទន្លេ"), ["e0"]),
        (Filter(words="rg"), ["e0"]),
        (Filter(words="nobody"), []),
        (Filter(), ["e0", "e1", "e2"]),
    ):
        model.set_filter(wanted)
        found = [model.endorsement(row) for row in range(model.rowCount())]
        assert [one.id for one in found if one] == rows


def test_counts_are_of_the_whole_statement_whatever_the_filter_shows() -> None:
    model = shown(endorsement(0, "A"), withheld(1))
    model.set_filter(Filter(words="nobody"))
    assert (model.total, model.withheld_count) == (2, 1)
    assert model.count({EndorsementState.CONFIRMED}) == 2
    assert model.row_of("e0") == -1


def test_numbers_and_days_are_written_in_the_digits_of_the_window() -> None:
    model = shown(endorsement(11, "A"))
    assert model.text(0, Column.POSITION) == "12"
    assert model.text(0, Column.DATE) == "05/01/2026"
    catalog.use("km")
    assert model.text(0, Column.POSITION) == "១២"
    assert model.text(0, Column.DATE) == "០៥/០១/២០២៦"


def test_a_day_that_is_no_date_is_shown_as_it_was_written() -> None:
    odd = Endorsement("e", "s", Endorser("o", {}), 0, answered_on="soon")
    assert shown(odd).text(0, Column.DATE) == "soon"
    assert shown(odd).text(3, Column.DATE) == ""
