"""Hints about names that look mistyped."""

from advocate_desk.model.name_hints import name_hints

USUAL = ("A Organization", "B Organization", "C Organization")


def test_a_doubled_or_lost_letter_is_hinted_at() -> None:
    hints = name_hints((*USUAL, "D organizationn", "E Organizaton"))
    assert set(hints) == {"D organizationn", "E Organizaton"}


def test_a_plural_is_no_slip() -> None:
    assert name_hints((*USUAL, "D Organizations")) == {}


def test_shapes_are_hinted_at() -> None:
    entries = ("Home Organisation(HOM)", "Legal Aid of Cambodia.", "Two  spaces", "Fine (F)")
    assert set(name_hints(entries)) == set(entries[:3])


def test_dotted_acronyms_and_endings_are_left_alone() -> None:
    assert name_hints(("O.O.O", "Union S.A.")) == {}
