"""Whatever comes in: the reader does not fail, and no letter is lost."""

from collections import Counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from advocate_desk.importers.markdown import paragraphs_of
from advocate_desk.importers.source import Source
from advocate_desk.importers.statement_reader import statements_of
from advocate_desk.importers.tables import settled_tables
from advocate_desk.importers.text_file import cleaned
from importers.reading import all_text

WORDS = (
    *(
        "We",
        "urge",
        "Endorsed",
        "by:",
        "river",
        "(ABC)",
        "2017.",
        "28 July 2025",
        "a@b.org",
        "Contact:",
    ),
    *(
        "យើងខ្ញុំ",
        "ស្នើ៖",
        "គាំទ្រដោយ៖",
        "ទន្លេ។",
        "១២",
        "Attention to:",
        "Posted on: July 1, 2020",
        "**",
        "*",
    ),
    *("/", "(", ")", ".", ":", "\u00a0", "\u200b", "Op-Ed:", "Read More …", "x.jpg", "Thank you"),
)
STARTS = (
    "",
    "",
    "# ",
    "### ",
    "1. ",
    "2. ",
    "១. ",
    "ក) ",
    "- ",
    "– ",
    "• ",
    "  • ",
    "| ",
    "> ",
    "\f",
)
LINES = st.builds(
    lambda start, words, end: start + " ".join(words) + end,
    st.sampled_from(STARTS),
    st.lists(st.sampled_from(WORDS), max_size=12),
    st.sampled_from(("", "", "\n", "\n\n", " |")),
)


def read(text: str) -> str:
    plain, notes = cleaned(text)
    paragraphs, beside = settled_tables(paragraphs_of(plain))
    if not paragraphs:
        return "\n".join(beside)
    return all_text(statements_of(Source(paragraphs, beside, notes)))


def letters(text: str) -> Counter[str]:
    """The letters that are never part of a list marker or of markup."""
    return Counter(c for c in text if c.isalpha() and not ("a" <= c <= "z" or "A" <= c <= "H"))


@settings(max_examples=300, deadline=None)
@given(st.lists(LINES, max_size=25).map("\n".join))
def test_lines_of_a_statement_in_any_order_lose_nothing(text: str) -> None:
    khmer_marker = sum(line.lstrip().startswith("ក) ") for line in text.split("\n"))
    before, after = letters(text), letters(read(text))
    before.subtract(after)
    lost = {c: n for c, n in before.items() if n}
    assert set(lost) <= {"ក"}
    assert 0 <= lost.get("ក", 0) <= khmer_marker


@settings(max_examples=300, deadline=None)
@given(st.text(max_size=400))
def test_random_text_never_fails(text: str) -> None:
    safe, _ = cleaned(text)
    drop = str.maketrans("", "", "កខគឃងចឆជឈញដឋឌឍណតថទធនបផពភមយរលវសហឡអី")
    assert letters(read(text).translate(drop)) == letters(safe.translate(drop))


def test_a_long_statement_is_read_to_its_end() -> None:
    khmer = "\n\n".join(f"យើងខ្ញុំសូមស្នើលើកទី{n}។" for n in range(500))
    english = "\n\n".join(f"We ask for the {n}th time." for n in range(500))
    assert "499th" in read(f"{khmer}\n\n{english}")


@pytest.mark.parametrize(
    "text",
    [
        "1. x\n2. y\n" * 500,
        "".join(f"{n}. do this thing\n" for n in range(1, 9)) * 100,
        "Endorsed by:\n\n- x\n" * 200,
        "# a" + " " * 40_000 + "b",
        "Posted on: July 1, 2020\n\nA\n\n" * 300,
        "".join(f"{n}. Head\n\nText below.\n\n" for n in range(1, 300)),
        "".join(" " * (n % 50) + "- x\n" for n in range(800)),
    ],
    ids=range(7),
)
def test_a_shape_that_could_be_slow_loses_nothing(text: str) -> None:
    assert letters(read(text)) >= letters(text)
