"""Terms found in texts, and what the glossary forbids."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from advocate_desk.language.khmer import clusters
from advocate_desk.language.term_matching import FormIndex, stem
from advocate_desk.model.checked import Checked
from advocate_desk.model.finding import Finding
from advocate_desk.model.kinds import BlockKind, StatementKind
from advocate_desk.model.statement import Block, Rendition, Statement
from advocate_desk.model.term import FormKind, Term, Terms, TermText
from advocate_desk.model.terms_checks import forbidden_form

TREATY = Term(
    "treaty",
    {
        "en": TermText("Paris Peace Agreement", "PPA"),
        "km": TermText("កិច្ចព្រមព្រៀងសន្តិភាពទីក្រុងប៉ារីស", "ក.ព.ស.ប."),
    },
    {
        "en": ("Paris Accord", "Paris Peace Agreements", "Peace Accords", "accord of Paris"),
        "km": ("កិច្ចព្រមព្រៀងប៉ារីស",),
    },
)
OTHERS = (
    Term("evict", {"en": TermText("evict"), "km": TermText("ដី")}),
    Term(
        "un", {"en": TermText("United Nations", "UN"), "km": TermText("អង្គការសហប្រជាជាតិ", "អ.ស.ប.")}
    ),
    Term("grab", {"en": TermText("land-grabbing"), "km": TermText("ការរំលោភយកដីធ្លី")}),
    Term("nation", {"km": TermText("ជាតិ")}),
    Term("kingdom", {"km": TermText("ប្រទេស កម្ពុជា")}),
    Term("ngo", {"en": TermText("e-mail"), "km": TermText("អង្គការ NGO")}),
)
TERMS = Terms([TREATY, *OTHERS])


def _found(text: str, language: str) -> list[tuple[str, str]]:
    return [(text[p.start : p.end], p.term.id) for p in TERMS.find(text, language)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("the paris peace agreement’s text", [("paris peace agreement", "treaty")]),
        ("Paris-Peace\u00a0Agreement", [("Paris-Peace\u00a0Agreement", "treaty")]),
        ("a PPA, PPAs, ppa", [("PPA", "treaty"), ("PPAs", "treaty")]),
        (
            "evicts evicted evicting Evict",
            [(w, "evict") for w in ["evicts", "evicted", "evicting", "Evict"]],
        ),
        ("uniting nations, un, un-", []),
        ("UNITED NATIONS and the UN", [("UNITED NATIONS", "un"), ("UN", "un")]),
        (
            "land grabbing, land-grabs, landgrabbing",
            [(w, "grab") for w in ("land grabbing", "land-grabs", "landgrabbing")],
        ),
        ("email e-mails", [("email", "ngo"), ("e-mails", "ngo")]),
        ("Paris. Peace Agreement", []),
        ("Paris\n\nPeace Agreement", []),
        ("Paris\nPeace Agreement", [("Paris\nPeace Agreement", "treaty")]),
    ],
)
def test_english_is_found_however_it_is_inflected(text: str, found: list[tuple[str, str]]) -> None:
    assert _found(text, "en") == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("ដីនេះជាដីរបស់យើង", [("ដី", "evict"), ("ដី", "evict")]),
        ("ដីកាតាំង", []),
        ("អន្តរជាតិ", []),
        ("គណៈកម្មាធិការជាតិ", [("ជាតិ", "nation")]),
        ("ការរំលោភយកដីធ្លីដោយ", [("ការរំលោភយកដីធ្លី", "grab")]),
        ("របស់អ.ស.ប ឬ អសប", [("អ.ស.ប", "un"), ("អសប", "un")]),
        ("ប្រទេសកម្ពុជា ប្រទេស កម្ពុជា", [("ប្រទេសកម្ពុជា", "kingdom"), ("ប្រទេស កម្ពុជា", "kingdom")]),
        ("អង្គការ NGO ថា", [("អង្គការ NGO", "ngo")]),
        ("អង្គការ\u200bសហប្រជាជាតិ", [("អង្គការ\u200bសហប្រជាជាតិ", "un")]),
        ("ដីក់", []),
    ],
)
def test_khmer_is_found_at_cluster_borders_and_not_inside_a_word(
    text: str, found: list[tuple[str, str]]
) -> None:
    assert _found(text, "km") == found


def test_the_longest_form_wins_and_the_one_as_written() -> None:
    kinds = [
        (p.kind, p.is_exact)
        for p in TERMS.find("Paris Peace Agreements; Paris Peace Agreement; Paris Accords", "en")
    ]
    assert kinds == [
        (FormKind.FORBIDDEN, True),
        (FormKind.PREFERRED, True),
        (FormKind.FORBIDDEN, False),
    ]


def test_what_a_line_must_not_break_in_is_told() -> None:
    assert TERMS.protected("ការរំលោភយកដីធ្លី", "km") == ("ការរំលោភយកដីធ្លី",)
    assert set(TERMS.in_text("the PPA and a Paris Accord of the UN", "en")) == {"treaty", "un"}


@given(
    st.text("កខគាិ់្ដី. abAB-’s\n", max_size=40),
    st.lists(st.text("កខដីាab A-.", min_size=1, max_size=5), max_size=4),
)
def test_what_is_found_never_overlaps_and_lies_at_cluster_borders(
    text: str, forms: list[str]
) -> None:
    found = FormIndex([(form, form) for form in forms]).find(text)
    ends = [0]
    for part in clusters(text):
        ends.append(ends[-1] + len(part))
    last = 0
    for match in found:
        assert last <= match.start < match.end <= len(text)
        assert {match.start, match.end} <= set(ends)
        last = match.end


@given(st.text("abc ABC", min_size=1, max_size=12).filter(str.strip))
def test_a_form_is_found_in_itself(form: str) -> None:
    assert FormIndex([(form, 1)]).find(form)


@pytest.mark.parametrize(
    ("words", "base"),
    [
        ("party parties", "party"),
        ("evict evicts evicted evicting", "evict"),
        ("violate violates violated violating", "violate"),
        ("stop stopped stopping", "stop"),
        ("church churches", "church"),
        ("process processes", "process"),
        ("crisis", "crisis"),
    ],
)
def test_inflections_share_a_stem(words: str, base: str) -> None:
    assert {stem(word) for word in words.split()} == {stem(base)}


# What the glossary forbids


def _checked(text: str, language: str = "en") -> list[Finding]:
    block = Block("b", BlockKind.PARAGRAPH, {language: Rendition("", text)})
    statement = Statement("s", StatementKind.PETITION, (language,), (block,))
    return list(forbidden_form(Checked(statement, languages=(language,), terms=TERMS), block))


@pytest.mark.parametrize(
    ("text", "corrected"),
    [
        ("The Paris Accord binds.", "The Paris Peace Agreement binds."),
        ("accord of Paris", "Paris Peace Agreement"),
        ("កិច្ចព្រមព្រៀងប៉ារីស", "កិច្ចព្រមព្រៀងសន្តិភាពទីក្រុងប៉ារីស"),
    ],
)
def test_a_forbidden_form_is_found_and_corrected(text: str, corrected: str) -> None:
    (found,) = _checked(text, "km" if text[0] > "z" else "en")
    assert found.fix is not None
    assert found.fix.corrected == corrected


def test_where_more_than_the_form_would_change_there_is_no_click() -> None:
    for text in ("Two Paris Accords bind.", "An accord of Paris binds."):
        (found,) = _checked(text)
        assert found.fix is None


def test_the_preferred_form_and_its_acronym_are_no_finding() -> None:
    assert not _checked("The Paris Peace Agreement (PPA) binds. The PPA stands.")
