"""Acronyms of a statement: found, and put in order."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from advocate_desk.language.acronym_marks import acronym_key, acronym_marks
from advocate_desk.model.abbreviating import defined_at_first_use, shortened, spelled_out
from advocate_desk.model.acronyms import acronym_findings, texts_in_order
from advocate_desk.model.checked import Checked
from advocate_desk.model.endorsement import Endorsement, Endorser, EndorserName
from advocate_desk.model.finding import Finding
from advocate_desk.model.kinds import BlockKind, EndorsementState, ShowAs, StatementKind
from advocate_desk.model.statement import Block, Rendition, Statement
from advocate_desk.model.term import NO_TERMS, Term, Terms, TermText
from advocate_desk.model.withholding import Withheld

TERMS = Terms(
    [
        Term(
            "1",
            {
                "en": TermText("River Peace Agreement", "RPA"),
                "km": TermText("គណៈកម្មាធិការជាតិរៀបចំការបោះឆ្នោត", "គ.ជ.ប."),
            },
        )
    ]
)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("the River Peace Agreement (RPA) of", ("RPA", "River Peace Agreement")),
        ("the River Peace Agreement (the “RPA”)", ("RPA", "River Peace Agreement")),
        (
            "by the Office of the High Commissioner for Human Rights (OHCHR)",
            ("OHCHR", "Office of the High Commissioner for Human Rights"),
        ),
        ("The Lake Journalists’ Alliance (LaJA)", ("LaJA", "Lake Journalists’ Alliance")),
        ("the Old Treaty of Peace (RPA)", ("RPA", "Old Treaty of Peace")),
        ("the ICJ (International Court of Justice)", ("ICJ", "International Court of Justice")),
        (
            "ដល់គណៈកម្មាធិការជាតិរៀបចំការបោះឆ្នោត (គ.ជ.ប.)",
            ("គជប", "គណៈកម្មាធិការជាតិរៀបចំការបោះឆ្នោត"),
        ),
        ("អង្គការសហប្រជាជាតិ (ហៅកាត់ថា អ.ស.ប)", ("អសប", "អង្គការសហប្រជាជាតិ")),
        ("អង្គការសហប្រជាជាតិ (អសប)", ("អសប", "អង្គការសហប្រជាជាតិ")),
        ("ការបោះឆ្នោត (NEC)", ("NEC", "")),
    ],
)
def test_a_definition_is_seen_with_its_full_form(text: str, expected: tuple[str, str]) -> None:
    (found,) = acronym_marks(text).definitions
    assert (found.key, found.full) == expected
    assert text[found.full_start : found.full_end] == found.full


@pytest.mark.parametrize(
    ("text", "keys"),
    [
        ("The RPA, two RPAs, the RPA’s text and the R.P.A.", ["RPA"] * 4),
        ("Write to info@RPA.org or www.RPA.org/RPA, #RPA, {{RPA}}.", []),
        ("JOINT STATEMENT OF CSOs ON THE LAKE", []),
        ("He said (that is) so; I am. A B", []),
        ("របស់គ.ជ.ប. និង អ.ស.ប", ["គជប", "អសប"]),
        ("A lake.", []),
    ],
)
def test_the_uses_of_acronyms_are_seen(text: str, keys: list[str]) -> None:
    assert [use.key for use in acronym_marks(text).uses] == keys


def test_dots_make_no_difference() -> None:
    assert acronym_key("គ.ជ.ប.") == acronym_key("គ.ជ.ប") == "គជប"
    assert acronym_key("U.N.") == "UN"


def _blocks(*bodies: str, title: str = "", language: str = "en") -> tuple[Block, ...]:
    texts = ((BlockKind.TITLE, title), *((BlockKind.PARAGRAPH, body) for body in bodies))
    return tuple(
        Block(f"b{n}", kind, {language: Rendition("", text)})
        for n, (kind, text) in enumerate(texts)
    )


def _findings(
    *bodies: str, title: str = "", terms: Terms = NO_TERMS, language: str = "en"
) -> list[Finding]:
    blocks = _blocks(*bodies, title=title, language=language)
    statement = Statement("s", StatementKind.PETITION, (language,), blocks)
    checked = Checked(statement, languages=(language,), terms=terms)
    return list(acronym_findings(checked))


def _rules(*bodies: str, title: str = "", terms: Terms = NO_TERMS) -> list[str]:
    return [one.rule for one in _findings(*bodies, title=title, terms=terms)]


def test_an_acronym_in_order_is_no_finding() -> None:
    assert not _rules(
        "The River Peace Agreement (RPA) binds.", "The RPA is signed.", title="RPA now"
    )


@pytest.mark.parametrize(
    ("bodies", "rule"),
    [
        (("The RPA binds.", "The RPA is signed."), "acronym_undefined"),
        (("The RPA binds.", "A River Peace Agreement (RPA)."), "acronym_before_definition"),
        (
            ("A River Peace Agreement (RPA), RPA.", "A River Peace Agreement (RPA)."),
            "acronym_defined_twice",
        ),
        (
            ("A River Peace Agreement (RPA), RPA.", "The River Port Authority (RPA)."),
            "acronym_defined_differently",
        ),
        (("A River Peace Agreement (RPA).",), "acronym_unused"),
    ],
)
def test_each_disorder_has_its_finding(bodies: tuple[str, ...], rule: str) -> None:
    assert _rules(*bodies) == [rule]


def test_a_heading_may_use_an_acronym_before_the_text_defines_it() -> None:
    assert not _rules("A River Peace Agreement (RPA).", "The RPA.", title="Keep the RPA")
    assert not _rules("A River Pact (RP), RP.", title="The River Pact (RP)")


def test_the_glossary_says_what_an_acronym_stands_for() -> None:
    (found,) = _findings("The RPA binds.", terms=TERMS)
    assert found.fix is not None
    assert found.fix.corrected == "The River Peace Agreement (RPA) binds."
    (found,) = _findings("The River Port Authority (RPA), RPA.", terms=TERMS)
    assert found.rule == "acronym_defined_differently"
    assert found.fix is not None
    assert found.fix.corrected == "The River Peace Agreement (RPA), RPA."


def test_fixes_shorten_and_remove() -> None:
    twice = _findings("A River Pact (RP), RP.", "The River Pact (RP).")[0].fix
    unused = _findings("The River Pact (RP) binds.")[0].fix
    assert twice is not None
    assert unused is not None
    assert (twice.corrected, unused.corrected) == ("The RP.", "The River Pact binds.")


def test_khmer_acronyms_are_checked_alike() -> None:
    (found,) = _findings("របស់ គ.ជ.ប. ទេ", terms=TERMS, language="km")
    assert found.fix is not None
    assert found.fix.corrected == "របស់ គណៈកម្មាធិការជាតិរៀបចំការបោះឆ្នោត (គ.ជ.ប.) ទេ"


def test_names_of_endorsers_and_well_known_capitals_need_no_definition() -> None:
    statement = Statement(
        "s", StatementKind.PETITION, ("en",), _blocks("LWF and WWF met at 3 PM in part II.")
    )
    endorser = Endorser("o", {"en": EndorserName("Lake Women Forum", "LWF")})
    listed = Endorsement("e", "s", endorser, 0, EndorsementState.CONFIRMED)
    found = list(acronym_findings(Checked(statement, (listed,), ("en",))))
    assert [one.arguments["acronym"] for one in found] == ["WWF"]
    hidden = Endorsement("e", "s", endorser, 0, EndorsementState.CONFIRMED, ShowAs.WITHHELD)
    checked = Checked(statement, (hidden,), ("en",), withheld=Withheld.of((hidden,)))
    assert [one.arguments["acronym"] for one in acronym_findings(checked)] == ["WWF"]


def test_contacts_and_endorser_lists_are_left_alone() -> None:
    block = Block("c", BlockKind.CONTACT, {"en": Rendition("", "Write to LWF.")})
    statement = Statement("s", StatementKind.PETITION, ("en",), (block,))
    assert not list(acronym_findings(Checked(statement, languages=("en",))))


# Putting in order


def _ordered(ordering: str, *bodies: str, terms: Terms = NO_TERMS, title: str = "") -> list[str]:
    verb = {"define": defined_at_first_use, "shorten": shortened, "spell": spelled_out}[ordering]
    places = texts_in_order(_blocks(*bodies, title=title), "en")
    changed = {place.number: text for place, text in verb(places, terms, "en").items()}
    texts = [changed.get(place.number, place.text) for place in places if place.field == "body"]
    return texts if title else texts[1:]


def test_after_a_reordering_the_first_use_is_explained_again() -> None:
    assert _ordered("define", "The RPA binds.", "A River Peace Agreement (RPA).", "RPA.") == [
        "The River Peace Agreement (RPA) binds.",
        "An RPA.",
        "RPA.",
    ]


def test_only_the_first_definition_stays_and_another_meaning_is_left() -> None:
    texts = ("A River Pact (RP).", "The River Pact (RP) and the Rice Plan (RP).", "RP")
    assert _ordered("define", *texts) == [
        "A River Pact (RP).",
        "The RP and the Rice Plan (RP).",
        "RP",
    ]


def test_a_single_use_is_spelled_out() -> None:
    assert _ordered("define", "The RPA binds.", terms=TERMS) == ["The River Peace Agreement binds."]


def test_full_forms_behind_the_definition_become_the_acronym() -> None:
    texts = (
        "River Pact first. The River Pact (RP) binds; the River Pact is old.",
        "The river pact and River Pacts.",
    )
    assert _ordered("shorten", *texts, title="The River Pact") == [
        "The River Pact",
        "River Pact first. The River Pact (RP) binds; the RP is old.",
        "The RP and River Pacts.",
    ]


def test_a_term_written_out_twice_is_introduced() -> None:
    texts = ("The River Peace Agreement.", "A River Peace Agreement.")
    assert _ordered("shorten", *texts, terms=TERMS) == [
        "The River Peace Agreement (RPA).",
        "An RPA.",
    ]
    assert _ordered("shorten", texts[0], terms=TERMS) == [texts[0]]


def test_acronyms_are_spelled_out_everywhere() -> None:
    texts = ("A River Pact (RP).", "RP and two RPs.", "UN (no).")
    assert _ordered("spell", *texts, title="RP") == [
        "River Pact",
        "A River Pact.",
        "River Pact and two River Pacts.",
        "UN (no).",
    ]


_PIECES = st.sampled_from(
    ["The River Pact (RP) binds. ", "The RP. ", "A River Pact. ", "Nothing. ", "RPA and UN. "]
)


@given(st.lists(_PIECES, min_size=1, max_size=5), st.sampled_from(["define", "shorten", "spell"]))
def test_putting_in_order_twice_is_the_same_as_once(texts: list[str], ordering: str) -> None:
    once = _ordered(ordering, *texts, terms=TERMS)
    assert _ordered(ordering, *once, terms=TERMS) == once


@given(st.text(max_size=60))
def test_any_text_can_be_read(text: str) -> None:
    marks = acronym_marks(text)
    assert all(0 <= use.start < use.end <= len(text) for use in marks.uses)
    assert all(text[one.full_start : one.full_end] == one.full for one in marks.definitions)


def test_an_acronym_explained_in_no_language_is_told_once_with_all_corrections() -> None:
    terms = Terms(
        [Term("1", {"en": TermText("Lake Land Fund", "LLF"), "km": TermText("មូលនិធិបឹង", "LLF")})]
    )
    sides = {
        "en": Rendition(body="The LLF pays for it."),
        "km": Rendition(body="អង្គការ LLF បង់ប្រាក់។"),
    }
    block = Block("b", BlockKind.PARAGRAPH, sides)
    statement = Statement("s", StatementKind.PETITION, blocks=(block,))
    (found,) = acronym_findings(Checked(statement, languages=("km", "en"), terms=terms))
    assert found.rule == "acronym_undefined"
    assert {fix.language: fix.replacement for fix in found.fixes} == {
        "en": "Lake Land Fund (LLF)",
        "km": "មូលនិធិបឹង (LLF)",
    }
