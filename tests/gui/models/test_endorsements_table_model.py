"""The table of endorsements: what it shows, and what it never gives away."""

from __future__ import annotations

from PySide6.QtCore import Qt

from advocate_desk.gui.models.endorsements_table_model import (
    EARLIER_TEXT,
    MARK,
    Column,
    EndorsementsTableModel,
    mask,
)
from advocate_desk.gui.models.endorser_filter import KEYS, ListFacts, filter_words
from advocate_desk.language import catalog
from advocate_desk.model.endorsement import Endorser, EndorserName
from advocate_desk.model.kinds import EndorsementState, ShowAs
from advocate_desk.model.listed import Listed, ShownName

SECRET = ("Silent Shore Group", "ក្រុមឆ្នេរស្ងាត់", "SSG")
CONFIRMED = EndorsementState.CONFIRMED
Row = tuple[Listed, ShownName | None]


def endorsement(
    number: int,
    en: str = "",
    km: str = "",
    acronym: str = "",
    *,
    state: EndorsementState = CONFIRMED,
    day: str = "2026-01-05",
) -> Row:
    texts = {code: text for code, text in (("en", en), ("km", km)) if text}
    listed = Listed(f"e{number}", f"o{number}", "ngo", state, ShowAs.FULL, day, None, "digest")
    return listed, ShownName(texts, acronym)


def withheld(number: int) -> Row:
    return Listed(f"e{number}", f"o{number}", "ngo", CONFIRMED, ShowAs.WITHHELD.value), None


def secret_of(_endorsement_id: str) -> Endorser:
    en, km, acronym = SECRET
    return Endorser("o", {"en": EndorserName(en, acronym), "km": EndorserName("", "", km)})


def shown(*rows: Row, facts: ListFacts | None = None) -> EndorsementsTableModel:
    model = EndorsementsTableModel()
    model.reveal = secret_of
    names = {listed.endorser_id: name for listed, name in rows if name}
    model.show([listed for listed, _ in rows], names, facts or ListFacts())
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
    revealed = [model.revealed(0, column) for column in (2, 1, 3)]
    assert revealed == list(SECRET)
    assert model.revealed(0, Column.STATE) == ""
    assert model.revealed(5, Column.ENGLISH_NAME) == ""
    assert not any(secret in repr(vars(model)) for secret in SECRET)


def test_chips_narrow_the_list_and_count_what_they_would_show() -> None:
    invited = endorsement(0, "River Group", "ក្រុមទន្លេ", state=EndorsementState.INVITED)
    silent = endorsement(3, "", "ក្រុមភ្នំ", state=EndorsementState.NO_ANSWER)
    facts = ListFacts(evidence=frozenset({"e2"}), outdated=frozenset({"e1"}))
    model = shown(invited, endorsement(1, "Lake Group"), withheld(2), silent, facts=facts)
    expected = {
        "all": ["e0", "e1", "e2", "e3"],
        "invited": ["e0"],
        "reminded": [],
        "confirmed": ["e1", "e2"],
        "declined": [],
        "no_answer": ["e3"],
        "withdrawn": [],
        "withheld": ["e2"],
        "earlier": ["e1"],
        "no_evidence": ["e1"],
        "no_km": ["e1"],
        "no_en": ["e3"],
    }
    assert list(expected) == list(KEYS) == list(filter_words())
    for key, ids in expected.items():
        model.set_filter(key)
        assert [model.listed(row).id for row in range(model.rowCount())] == ids  # type: ignore[union-attr]  # they are there
        assert model.counts[key] == len(ids)


def test_only_the_endorsers_found_are_shown_and_keep_their_places() -> None:
    model = shown(endorsement(0, "A"), endorsement(1, "B"), endorsement(2, "C"))
    model.set_filter("all", frozenset({"o2"}))
    assert model.text(0, Column.POSITION) == "3"
    assert (model.total, model.rowCount(), model.row_of("e0")) == (3, 1, -1)


def test_rows_that_stay_the_same_are_only_painted_anew() -> None:
    first = (endorsement(0, "A"), endorsement(1, "B"))
    model = shown(*first)
    resets: list[object] = []
    model.modelReset.connect(lambda: resets.append(None))
    names = {"o0": ShownName({"en": "Anew"}), "o1": ShownName({"en": "B"})}
    model.show([listed for listed, _ in first], names, ListFacts())
    assert not resets
    assert model.text(0, Column.ENGLISH_NAME) == "Anew"
    model.show([first[1][0]], names, ListFacts())
    assert resets


def test_the_text_agreed_to_is_told_of_those_who_stand_behind_it() -> None:
    bound = endorsement(0, "A")[0]
    rows: list[Row] = [
        (bound, None),
        (bound._replace(id="e1", edition_id="ed"), None),
        (bound._replace(id="e2"), None),
        (bound._replace(id="e3", state=EndorsementState.WITHDRAWN), None),
        (bound._replace(id="e4", agreed_text=None), None),
    ]
    facts = ListFacts(outdated=frozenset({"e2", "e3"}), editions={"ed": 2})
    model = shown(*rows, facts=facts)
    told = [model.text(row, Column.AGREED) for row in range(5)]
    assert told == ["this text", "edition 2", "earlier text", "", ""]
    earlier = [model.index(row, Column.AGREED).data(EARLIER_TEXT) for row in range(5)]
    assert earlier == [False, False, True, False, False]


def test_evidence_and_pins_are_icons_with_words_beside() -> None:
    listed, name = endorsement(0, "A")
    model = shown((listed._replace(pinned=True), name), facts=ListFacts(frozenset({"e0"})))
    for column, icon, words in (
        (Column.EVIDENCE, "evidence", "evidence"),
        (Column.PIN, "pin", "pinned"),
    ):
        index = model.index(0, column)
        assert index.data(MARK) == icon
        assert index.data(Qt.ItemDataRole.AccessibleTextRole) == words
    assert model.index(0, Column.DATE).data(MARK) is None
    bare = shown(endorsement(0, "A"))
    assert bare.index(0, Column.EVIDENCE).data(MARK) is None


def test_letters_find_the_next_shown_name_in_any_language() -> None:
    model = shown(
        endorsement(0, "River", "ទន្លេ"), withheld(1), endorsement(2, "Rice", "", "LG"), withheld(3)
    )
    assert model.starting_with("ri", 0) == 0
    assert model.starting_with("ri", 1) == 2
    assert model.starting_with("ri", 3) == 0
    assert model.starting_with("ទ", 1) == 0
    assert model.starting_with("lg", 0) == 2
    assert model.starting_with("s", 0) == -1


def test_numbers_and_days_are_written_in_the_digits_of_the_window() -> None:
    model = shown(*(endorsement(n, "A") for n in range(12)))
    assert model.text(11, Column.POSITION) == "12"
    assert model.text(0, Column.DATE) == "05/01/2026"
    catalog.use("km")
    assert model.text(11, Column.POSITION) == "១២"
    assert model.text(0, Column.DATE) == "០៥/០១/២០២៦"


def test_a_day_that_is_no_date_is_shown_as_it_was_written() -> None:
    model = shown(endorsement(0, "A", day="soon"))
    assert model.text(0, Column.DATE) == "soon"
    assert model.text(3, Column.DATE) == ""
