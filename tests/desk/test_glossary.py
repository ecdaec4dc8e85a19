"""The glossary: terms in both languages, in and out of files."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from advocate_desk.desk.desk import Desk
from advocate_desk.exporters.blocks import ExportOptions
from advocate_desk.language.breaks import ZWSP
from advocate_desk.model.changes import Area
from advocate_desk.model.errors import DeskError, ExportRefused, ImportRefused
from advocate_desk.model.glossary import DraftTerm, DraftTerms, whole_term
from advocate_desk.model.glossary import plan as planned
from advocate_desk.model.kinds import Layout, StatementKind
from advocate_desk.model.term import NO_TERMS, Term, TermText, term_key
from seeds import seed_2

TREATY = Term(
    "",
    {
        "km": TermText("កិច្ចព្រមព្រៀងទន្លេ", "ក.ព.ទ."),
        "en": TermText("River Peace Agreement", "RPA"),
    },
    {"en": ("River Accord", "River Treaty")},
    "Signed in 1994.\nFour parties.",
)
COMMITTEE = Term("", {"km": TermText("គណៈកម្មាធិការទឹក"), "en": TermText("Water Committee", "WC")})


def _forms(desk: Desk) -> list[str]:
    return [one.text("en").text for one in desk.glossary.terms()]


def test_a_term_is_added_changed_and_deleted_and_each_is_one_step(desk: Desk) -> None:
    changes = desk.glossary.add(TREATY)
    assert Area.TERMS in changes.areas
    term = desk.glossary.term(changes.focus)
    assert term.text("km").acronym == "ក.ព.ទ."
    assert term.forbidden["en"] == ("River Accord", "River Treaty")
    desk.glossary.edit(Term(term.id, {"en": TermText("River Pact")}))
    assert _forms(desk) == ["River Pact"]
    desk.glossary.delete([term.id])
    assert len(desk.glossary.terms()) == 0
    for expected in (["River Pact"], ["River Peace Agreement"], []):
        desk.history.undo()
        assert _forms(desk) == expected
    desk.history.redo()
    assert desk.glossary.term(term.id) == term


def _add_and_fail(desk: Desk) -> None:
    with desk.step("taken back"):
        desk.glossary.add(COMMITTEE)
        assert len(desk.glossary.terms()) == 2
        raise DeskError("no")


def test_the_terms_are_read_once_until_one_changes(desk: Desk) -> None:
    desk.glossary.add(TREATY)
    known = desk.glossary.terms()
    assert desk.glossary.terms() is known
    with pytest.raises(DeskError):
        _add_and_fail(desk)
    assert _forms(desk) == ["River Peace Agreement"]
    twin = desk.twin()
    assert len(twin.glossary.terms()) == 1
    desk.glossary.add(COMMITTEE)
    assert len(twin.glossary.terms()) == 2
    twin.close()


@pytest.mark.parametrize(
    ("term", "words"),
    [
        (Term(""), "full form"),
        (Term("", {"en": TermText("", "RPA")}), "full form"),
        (Term("", {"en": TermText("River", "R"), "km": TermText("", "ទ")}), "same language"),
        (Term("", {"en": TermText("x" * 201)}), "longer"),
        (Term("", {"en": TermText("River Pact")}, {"en": ("river  pact",)}), "both"),
        (Term("", {"en": TermText("river peace AGREEMENT")}), "River Peace Agreement"),
        (Term("", {"en": TermText("River Accord")}), "forbidden form of the term “River Peace"),
        (
            Term("", {"en": TermText("Flood")}, {"en": ("River Peace Agreement",)}),
            "is a term already: “River Peace",
        ),
    ],
)
def test_what_contradicts_the_glossary_is_refused(desk: Desk, term: Term, words: str) -> None:
    desk.glossary.add(TREATY)
    with pytest.raises(DeskError) as refused:
        desk.glossary.add(term)
    assert words in str(refused.value)
    assert len(desk.glossary.terms()) == 1


def test_a_term_that_is_not_there_is_refused(desk: Desk) -> None:
    for verb in (desk.glossary.term, lambda one: desk.glossary.delete([one])):
        with pytest.raises(DeskError):
            verb("nothing")
    assert not desk.glossary.delete([])
    term_id = desk.glossary.add(TREATY).focus
    assert not desk.glossary.edit(desk.glossary.term(term_id))


def test_terms_are_found_by_every_word_of_theirs(desk: Desk) -> None:
    desk.glossary.add(TREATY)
    desk.glossary.add(COMMITTEE)
    for query in ("accord", "RPA", "ទន្លេ", "1994", "agreement river"):
        assert [one.text("en").acronym for one in desk.glossary.search(query)] == ["RPA"]
    assert len(desk.glossary.search("")) == 2


@pytest.mark.parametrize("ending", ["csv", "xlsx", "tbx"])
def test_what_was_exported_comes_back_as_it_was(desk: Desk, tmp_path: Path, ending: str) -> None:
    desk.glossary.add(TREATY)
    desk.glossary.add(COMMITTEE)
    target = tmp_path / f"glossary.{ending}"
    assert desk.glossary.export(target) == 2
    again = desk.glossary.plan(desk.glossary.read(target))
    assert (again.rows, again.unchanged, again.accepted) == (2, 2, 2)
    assert not desk.glossary.bring_in(again)
    before = target.read_bytes()
    desk.glossary.export(target)
    assert target.read_bytes() == before
    fresh = planned(NO_TERMS, desk.glossary.read(target))
    assert {_bare(one) for one in fresh.added} == {_bare(one) for one in desk.glossary.terms()}


def _bare(term: Term) -> str:
    return repr(
        (
            sorted((code, one.text, one.acronym) for code, one in term.texts.items()),
            sorted(term.forbidden.items()),
            term.note,
        )
    )


def test_a_changed_row_changes_its_term_and_makes_no_double(desk: Desk, tmp_path: Path) -> None:
    desk.glossary.add(TREATY)
    table = tmp_path / "terms.csv"
    table.write_text(
        "Khmer,English,Acronym English,Forbidden English\n"
        "កិច្ចព្រមព្រៀងទន្លេ,River Peace Agreement,RPAG,River Deal\n"
        ",Water Committee,,\n"
        ",Water committee,,\n",
        encoding="utf-8",
    )
    plan = desk.glossary.plan(desk.glossary.read(table))
    assert (plan.rows, len(plan.added), len(plan.changed), len(plan.listed)) == (3, 1, 1, 1)
    assert (plan.listed[0].row, plan.listed[0].arguments) == (4, {"row": 3})
    desk.glossary.bring_in(plan)
    term = desk.glossary.search("river")[0]
    assert term.text("en") == TermText("River Peace Agreement", "RPAG")
    assert term.text("km").acronym == "ក.ព.ទ."
    assert term.forbidden["en"] == ("River Deal",)
    assert term.note == TREATY.note
    desk.history.undo()
    assert _forms(desk) == ["River Peace Agreement"]


def test_every_row_is_accepted_or_listed_with_a_reason(desk: Desk) -> None:
    desk.glossary.add(TREATY)
    desk.glossary.add(COMMITTEE)
    rows = (
        Term("", {"km": TermText("កិច្ចព្រមព្រៀងទន្លេ"), "en": TermText("Water Committee")}),
        Term("", {"km": TermText("River"), "en": TermText("ទន្លេ")}),
        Term("", {"en": TermText("", "X")}),
        Term("", {"en": TermText("River Accord")}),
        Term("", {"en": TermText("Dam")}, {"en": ("Weir",)}),
        Term("", {"en": TermText("Weir")}),
        Term("", {"en": TermText("River Peace Agreement")}),
        Term("", {"en": TermText("River Peace Agreement")}),
    )
    drafts = tuple(DraftTerm(number, term) for number, term in enumerate(rows, start=2))
    plan = desk.glossary.plan(DraftTerms(len(rows), drafts))
    assert [one.row for one in plan.listed] == [2, 3, 4, 5, 7, 9]
    assert plan.accepted + len(plan.listed) == plan.rows
    assert all(one.reason for one in plan.listed)


def test_an_unknown_ending_is_refused(desk: Desk, tmp_path: Path) -> None:
    with pytest.raises(ExportRefused):
        desk.glossary.export(tmp_path / "glossary.pdf")
    with pytest.raises(ImportRefused):
        desk.glossary.read(tmp_path / "glossary.pdf")


_WORDS = st.text("abcXYZ កខគាិ;'=+-@<&\"\t។០១", min_size=1, max_size=12)
_FORMS = st.lists(_WORDS, max_size=2).map(tuple)
_TERMS = st.builds(
    Term,
    st.just(""),
    st.fixed_dictionaries(
        {}, optional={c: st.builds(TermText, _WORDS, _WORDS) for c in ("km", "en")}
    ),
    st.fixed_dictionaries({}, optional=dict.fromkeys(("km", "en"), _FORMS)),
    st.text("ab កខ\n'=", max_size=12),
)


@pytest.mark.parametrize("ending", ["csv", "xlsx", "tbx"])
@given(found=st.lists(_TERMS, min_size=1, max_size=5))
@settings(max_examples=25)
def test_any_glossary_survives_a_file(tmp_path: Path, ending: str, found: list[Term]) -> None:
    from advocate_desk.exporters.term_writer import write_terms
    from advocate_desk.importers.term_reader import read_terms

    drafts = tuple(DraftTerm(n, one) for n, one in enumerate(found, start=1))
    terms = planned(NO_TERMS, DraftTerms(len(found), drafts)).added
    if not terms:
        return
    target = tmp_path / f"glossary.{ending}"
    write_terms(terms, target)
    again = planned(NO_TERMS, read_terms(target))
    assert sorted(map(_bare, again.added)) == sorted(map(_bare, terms))


def test_a_form_is_one_line_in_canonical_khmer() -> None:
    term = whole_term(Term("", {"en": TermText("  River \n Pact ")}, {"en": ("a; b", "A")}))
    assert term.text("en").text == "River Pact"
    assert term.forbidden == {"en": ("a", "b")}
    assert term_key("River  PACT") == term_key("river pact")


def test_no_soft_break_of_a_document_is_inside_a_term(desk: Desk) -> None:
    statement_id = desk.drafting.new_statement(
        StatementKind.PETITION, {"km": "យើងគោរពកិច្ចព្រមព្រៀងទន្លេជានិច្ច"}
    ).focus
    options = ExportOptions(soft_breaks=True)
    assert _title(desk, statement_id, options).split(ZWSP)[-3:-1] == [
        "កិច្ចព្រមព្រៀង",
        "ទន្លេ",
    ]
    desk.glossary.add(TREATY)
    assert "កិច្ចព្រមព្រៀងទន្លេ" in _title(desk, statement_id, options).split(ZWSP)
    part = next(iter(desk.publishing.compose(statement_id, Layout.KHMER).parts))
    assert part.protected == ("កិច្ចព្រមព្រៀងទន្លេ",)


def _title(desk: Desk, statement_id: str, options: ExportOptions) -> str:
    return next(iter(desk.publishing.compose(statement_id, Layout.KHMER, options).parts)).text


def test_seven_names_of_one_treaty_are_found_in_an_old_document(desk: Desk) -> None:
    names = (
        "Paris Peace Agreements",
        "Paris Peace Accords",
        "Paris Peace Accord",
        "Paris Agreement",
        "Paris Accord",
        "Comprehensive Cambodian Peace Agreement",
    )
    desk.glossary.add(Term("", {"en": TermText("Paris Peace Agreement", "PPA")}, {"en": names}))
    drafts = desk.importing.read_statements(seed_2())
    found = {
        str(one.arguments["found"])
        for statement_id in desk.importing.bring_in(drafts).made
        for one in desk.checking.check(statement_id)
        if one.rule == "forbidden_form"
    }
    assert {"Paris Peace Accords", "Paris Agreement"} <= found
    assert any(one.startswith("Comprehensive") for one in found)
    assert not found & {"Paris Peace Agreement", "PPA"}
