"""Looking for withheld names in a long statement, and taking them out."""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable
from functools import partial

from advocate_desk.language.numbers import in_digits
from advocate_desk.model.endorsement import Endorsement, Endorser, EndorserName
from advocate_desk.model.kinds import ShowAs
from advocate_desk.model.withholding import Withheld
from benchmarks.rows import Row

BLOCKS, NAMES, PRINTED, TURNS = 300, 100, 400, 5
_KHMER = (
    "យើងខ្ញុំសូមអំពាវនាវដល់អាជ្ញាធរភូមិទី{n} ឱ្យគោរពសិទ្ធិរបស់ប្រជាពលរដ្ឋ {n} គ្រួសារ ដែលរស់នៅក្នុងសហគមន៍នេះ។ "
    "អង្គការសហប្រជាជាតិបានស្នើសុំឱ្យមានដំណោះស្រាយសមរម្យ និងការពិគ្រោះយោបល់។ "
)
_ENGLISH = (
    "We call on the authorities of village {n} to respect the rights of the {n} families who live "
    "in this community, and ask for consultation with the people of the lake and the river. "
)


def texts(turn: int) -> list[str]:
    """The texts of a statement of 300 blocks in both languages; another one each turn."""
    numbers = range(turn * BLOCKS, (turn + 1) * BLOCKS)
    khmer = [in_digits(_KHMER.format(n=number), "km") * 2 for number in numbers]
    return khmer + [_ENGLISH.format(n=number) * 2 for number in numbers]


def endorsements() -> list[Endorsement]:
    """A list with 100 withheld names, each with acronyms, among others."""
    made = []
    for number in range(NAMES + PRINTED):
        names = {
            "en": EndorserName(f"Lotus Pond {number} Community Network", f"LP{number}CN"),
            "km": EndorserName(f"បណ្តាញសហគមន៍ស្រះឈូក{in_digits(number, 'km')}"),
        }
        shown = ShowAs.WITHHELD if number < NAMES else ShowAs.FULL
        made.append(
            Endorsement(str(number), "s", Endorser(str(number), names), number, show_as=shown)
        )
    return made


def rows() -> list[Row]:
    """The rows of the table."""
    listed = endorsements()
    Withheld.of(listed).spans(texts(TURNS)[0])  # patterns are made once
    taken = [_timed(partial(_look, listed, texts(turn))) for turn in range(TURNS)]
    what = f"{NAMES} withheld names in {BLOCKS} blocks, every text new"
    return [Row(what, statistics.median(taken), "ms", most=100)]


def _look(listed: list[Endorsement], found: list[str]) -> int:
    withheld = Withheld.of(listed)
    return sum(len(withheld.spans(text)) for text in found)


def _timed(work: Callable[[], object]) -> float:
    started = time.perf_counter()
    work()
    return (time.perf_counter() - started) * 1000
