"""Messages for Telegram and Facebook: within their limits, cut where a reader would cut."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from advocate_desk.exporters.blocks import Composition, Flow, Footnote, Link, Part, Role, Row
from advocate_desk.exporters.compose import compose
from advocate_desk.exporters.social_cuts import pieces, units
from advocate_desk.exporters.social_writer import LIMITS, Chunk, messages, split
from advocate_desk.language.khmer import clusters
from advocate_desk.model.kinds import Layout
from exporters.sample import river_statement

KHMER = "សូមអាជ្ញាធរពាក់ព័ន្ធផ្អាកការបញ្ចេញទឹកសំណល់ទាំងអស់ចូលទន្លេជាបន្ទាន់។"
NUMBER = re.compile(r"\n\n\([0-9០-៩]+/[0-9០-៩]+\)$")


def _composition(*rows: Row, language: str = "km") -> Composition:
    flow = Flow((language,), rows)
    return Composition(Layout(language), {}, (flow,), "", {}, (language,))


def _paragraph(text: str, language: str = "km", role: Role = Role.PARAGRAPH) -> Row:
    return Row("", {language: (Part(role, language, text),)})


def _bare(text: str) -> str:
    return "".join(text.split())


def test_a_short_statement_is_one_message_without_a_number() -> None:
    (message,) = messages(compose(river_statement(), Layout.KHMER), "telegram")
    assert message.startswith("សេចក្តីថ្លែងការណ៍រួម\n")
    assert "\n\n១. ផ្អាកការបញ្ចេញទឹកសំណល់ជាបន្ទាន់\n\n" in message
    assert "\n\u2003– លោកស្រី" in message
    assert "/" not in message[-10:]


def test_endorsers_are_one_running_text() -> None:
    (message,) = messages(compose(river_statement(), Layout.ENGLISH), "facebook")
    assert "1. Clean River Network (CRN) · 2. Lotus Lake Fishing Community · 3. " in message


def test_addresses_are_bare_and_nothing_is_marked_up() -> None:
    (message,) = messages(compose(river_statement(), Layout.ENGLISH), "telegram")
    assert "see www.cleanriver.example." in message
    assert not re.search(r"\\|<|\]\(|\*\*", message)


def test_an_address_gets_room_between_khmer_letters() -> None:
    text = "ទាក់ទងa@b.exampleឬ"
    link = Link(6, 17, "mailto:a@b.example")
    row = Row("", {"km": (Part(Role.CONTACT, "km", text, links=(link,)),)})
    assert messages(_composition(row), "telegram") == ("ទាក់ទង a@b.example ឬ",)


def test_notes_stand_in_brackets_and_after_the_text() -> None:
    notes = (Footnote(3, 1, "១", "ច្បាប់"),)
    row = Row("", {"km": (Part(Role.PARAGRAPH, "km", "ទឹកស្អាត", notes=notes),)})
    assert messages(_composition(row), "telegram") == ("ទឹក[១]ស្អាត\n\n[១] ច្បាប់",)


@pytest.mark.parametrize("layout", Layout)
@pytest.mark.parametrize("channel", LIMITS)
def test_messages_of_a_long_list_keep_to_the_limit(layout: Layout, channel: str) -> None:
    composition = compose(river_statement(withheld=1, names=400), layout)
    made = messages(composition, channel)
    assert all(units(message) <= LIMITS[channel] for message in made)
    joined = _bare("".join(NUMBER.sub("", message) for message in made))
    for part in composition.parts:
        assert _bare(part.text) in joined


def test_messages_are_numbered_in_their_own_digits_and_hold_one_language() -> None:
    made = messages(compose(river_statement(names=200), Layout.KHMER_ENGLISH), "telegram")
    assert made[0].endswith(f"\n\n(១/{'៥' if len(made) == 5 else '៤'})")
    assert made[-1].endswith(f"\n\n({len(made)}/{len(made)})")
    assert sum("Joint Statement" in message for message in made) == 1
    assert [m.startswith("Joint Statement") for m in made].count(True) == 1


def test_two_languages_that_fit_stand_in_one_message() -> None:
    (message,) = messages(compose(river_statement(), Layout.KHMER_ENGLISH), "facebook")
    assert message.count("\n\n———\n\n") == 1


def test_a_message_ends_between_blocks_and_no_heading_is_left_behind() -> None:
    rows = [_paragraph("a" * 2000, "en"), _paragraph("b" * 1900, "en")]
    heading = Row("", {"en": (Part(Role.HEADING, "en", "Next"),)}, keep=True)
    made = messages(
        _composition(*rows, heading, _paragraph("c" * 1000, "en"), language="en"), "telegram"
    )
    assert made == (
        f"{'a' * 2000}\n\n{'b' * 1900}\n\n(1/2)",
        f"Next\n\n{'c' * 1000}\n\n(2/2)",
    )


def test_a_long_block_is_cut_between_paragraphs_then_sentences() -> None:
    parts = tuple(Part(Role.DEMAND_BODY, "en", f"{letter * 1500}.") for letter in "abc")
    made = messages(_composition(Row("", {"en": parts}), language="en"), "telegram")
    assert [NUMBER.sub("", message)[-3:] for message in made] == ["bb.", "cc."]
    long = " ".join(f"Sentence {number} is 3.5 words long." for number in range(300))
    for message in messages(_composition(_paragraph(long, "en"), language="en"), "telegram"):
        assert NUMBER.sub("", message).endswith("long.")


def test_khmer_is_cut_after_its_full_stop() -> None:
    made = messages(_composition(_paragraph(KHMER * 200)), "telegram")
    assert len(made) > 1
    assert all(NUMBER.sub("", message).endswith("។") for message in made)


def test_a_sentence_without_an_end_is_cut_between_words() -> None:
    text = KHMER.removesuffix("។") * 80
    made = [
        NUMBER.sub("", message) for message in messages(_composition(_paragraph(text)), "telegram")
    ]
    assert "".join(made) == text
    assert [one for message in made for one in clusters(message)] == clusters(text)


_SYLLABLES = st.sampled_from(
    ["ស្ត្រី", "ក្នុង", "ន័យ", "ខែ្មរ", "ណ៍", "១២", "។", "៕ ", "ៗ", "UN", ". ", "\n", "😀", "é", "👩‍🌾"]
)
_TEXTS = st.lists(st.one_of(_SYLLABLES, st.text(max_size=6)), max_size=60).map("".join)


@settings(max_examples=150, deadline=None)
@given(_TEXTS, st.integers(30, 90))
def test_pieces_are_short_enough_and_lose_nothing(text: str, limit: int) -> None:
    made = list(pieces(text, limit))
    assert "".join(made) == text
    assert all(units(piece.rstrip()) <= limit for piece in made)


@settings(max_examples=100, deadline=None)
@given(st.lists(_SYLLABLES, max_size=80).map("".join), st.integers(40, 90))
def test_no_cut_is_inside_a_cluster(text: str, limit: int) -> None:
    assert [one for piece in pieces(text, limit) for one in clusters(piece)] == clusters(text)


@settings(max_examples=100, deadline=None)
@given(st.lists(_TEXTS, max_size=8), st.integers(60, 200))
def test_messages_keep_to_any_limit_and_lose_only_white_space(texts: list[str], limit: int) -> None:
    chunks = [Chunk(text, "km") for text in texts]
    made = split(chunks, limit)
    assert all(units(message) <= limit for message in made)
    assert all(message.strip() for message in made)
    bare = made if len(made) == 1 else [NUMBER.sub("", message) for message in made]
    assert _bare("".join(bare)) == _bare("".join(texts))


def test_an_empty_statement_is_no_message() -> None:
    assert messages(_composition(), "telegram") == ()
