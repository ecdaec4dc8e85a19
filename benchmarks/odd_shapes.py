"""Texts built to be slow: what is read, tidied or compared takes twice as long for twice as much."""

from __future__ import annotations

import tempfile
import time
from collections.abc import Callable
from functools import partial
from itertools import count
from pathlib import Path

from advocate_desk.importers.endorser_reader import read_endorser_page
from advocate_desk.importers.inline import without_inline_markup
from advocate_desk.importers.statement_reader import read_statements
from advocate_desk.language.differences import differences, words
from advocate_desk.language.khmer import tidy
from advocate_desk.model.term import Term, Terms, TermText
from benchmarks.rows import Row

STATEMENTS: dict[str, Callable[[int], str]] = {
    "two numbers in turn": lambda n: "1. x\n2. y\n" * n,
    "numbers that begin again": lambda n: (
        "".join(f"{k}. do this thing\n" for k in range(1, 9)) * (n // 5)
    ),
    "many lists of endorsers": lambda n: "Endorsed by:\n\n- x\n" * (n // 2),
    "a heading of spaces": lambda n: "# a" + " " * (n * 50) + "b",
    "many dates of posting": lambda n: "Posted on: July 1, 2020\n\nA\n\n" * (n // 2),
    "thousands of demands": lambda n: "".join(
        f"{k}. Head\n\nText below.\n\n" for k in range(1, n // 2)
    ),
    "deep lists": lambda n: "".join(" " * (k % 50) + "- x\n" for k in range(n)),
}
PAGES: dict[str, Callable[[int], str]] = {
    "tables in tables": lambda n: "<table><tr><td>" * n,
    "lists in lists": lambda n: "<ul><li>" * n + "x",
    "huge spans": lambda n: "<td colspan=999999999 rowspan=999999999>x" * (n // 4),
}
PIECES = ("*a", "[a", "[a](", "_a ", "\\", "**", "<", "~~a", "(1) ")
KHMER = "យើងខ្ញុំសូមអំពាវនាវដល់រាជរដ្ឋាភិបាលកម្ពុជាឱ្យដោះលែងសកម្មជនទាំង ៥ រូប"
TIDIED = " សេចក្តីថ្លែងការណ៍រួម ស្រ្តី ម៉្យាង ធ្វើ "
SIZE = 4_000
TURNS = 3
MOST_GROWTH = 3.0


def rows() -> list[Row]:
    """The rows of the table."""
    return [*_statements(), *_pages(), _markup(), _tidying(), _comparing(), _terms()]


def _best(deed: Callable[[], object]) -> float:
    """Seconds of work of the fastest of a few turns: the machine does other things too."""
    taken = []
    for _ in range(TURNS):
        started = time.process_time()
        deed()
        taken.append(time.process_time() - started)
    return min(taken)


def _growth(what: str, deed: Callable[[int], Callable[[], object]]) -> Row:
    """The time of twice as much beside the time of the half."""
    half, whole = _best(deed(SIZE)), _best(deed(2 * SIZE))
    return Row(what, whole * 1e3, "ms", "half of it", half * 1e3, MOST_GROWTH)


def _statements() -> list[Row]:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)

        def reading(shape: Callable[[int], str], size: int) -> Callable[[], object]:
            path = folder / f"{size}.md"
            path.write_text(shape(size), encoding="utf-8")
            return partial(read_statements, path)

        return [
            _growth(f"reading {what}", partial(reading, shape))
            for what, shape in STATEMENTS.items()
        ]


def _pages() -> list[Row]:
    def reading(page: Callable[[int], str], size: int) -> Callable[[], object]:
        return partial(read_endorser_page, page(size))

    return [
        _growth(f"reading a page of {what}", partial(reading, page)) for what, page in PAGES.items()
    ]


def _markup() -> Row:
    texts = [piece * (200_000 // len(piece)) for piece in PIECES]
    slowest = max(_best(partial(without_inline_markup, text)) for text in texts)
    return Row("markup out of a line of 200,000 signs, slowest", slowest, "s", most=2)


def _tidying() -> Row:
    book = TIDIED * 2_000
    speed = len(book) / _best(partial(tidy, book)) / 1e6
    return Row("tidying Khmer, million signs a second", speed, "M/s", least=0.1)


def _comparing() -> Row:
    before = " ".join([KHMER] * 30)[:2000]
    after = before.replace("សកម្មជន", "សហជីព")
    words(before + " " + after)  # the segmenter is loaded once
    turns = count()  # what was compared once is remembered
    taken = _best(lambda: differences(before, f"{after} {next(turns)}")) * 1e3
    return Row("differences of 2,000 Khmer letters", taken, "ms", most=50)


def _terms() -> Row:
    """Terms found in a text of 400 letters, the segmenter's words known to the editor."""
    khmer = ("កិច្ចព្រមព្រៀង", "សហគមន៍", "ការងារ", "សេដ្ឋកិច្ច", "ទន្លេ")
    terms = Terms(
        [
            Term(
                str(n),
                {
                    "km": TermText(f"{khmer[n % 5]}{khmer[n // 5 % 5]}ទី{n}"),
                    "en": TermText(f"term {n} of law"),
                },
            )
            for n in range(2_000)
        ]
    )
    text = ("ការរំលោភយកដីធ្លីដោយអង្គការសហប្រជាជាតិ។ កិច្ចព្រមព្រៀងសហគមន៍ទី៥ " * 9)[:400]
    terms.find(text, "km")  # the index is made once
    turns = count()
    taken = _best(lambda: terms.find(f"{text}{next(turns)}", "km")) * 1e3
    return Row("finding 2,000 terms in 400 letters", taken, "ms", most=5)
