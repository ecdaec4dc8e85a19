"""Checking a statement of 40 blocks: all of it, and again after a keystroke in one block."""

from __future__ import annotations

import statistics
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from advocate_desk.desk.desk import Desk
from advocate_desk.language.numbers import in_digits
from advocate_desk.model.checker import Checker
from advocate_desk.model.draft import DraftBlock, DraftEndorser, DraftStatement, DraftText
from advocate_desk.model.kinds import BlockKind, StatementKind
from benchmarks.rows import Row

BLOCKS = 40
ENDORSERS = 60
TURNS = 15
_KHMER = (
    "យើងខ្ញុំសូមអំពាវនាវដល់អាជ្ញាធរភូមិទី{n} ឱ្យគោរពសិទ្ធិរបស់ប្រជាពលរដ្ឋ {n2} គ្រួសារ ដែលរស់នៅក្នុងសហគមន៍នេះ។ "
    "ថ្ងៃទី២៨ ខែកក្កដា ឆ្នាំ២០២៥ អង្គការសហប្រជាជាតិបានស្នើសុំឱ្យមានដំណោះស្រាយសមរម្យ និងការពិគ្រោះយោបល់។ "
)
_ENGLISH = (
    "We call on the authorities of village {n} to respect the rights of the {n2} families who live "
    "in this community. On 28 July 2025 the United Nations (UN) asked for a fair solution, for "
    "consultation and for a “clear answer” to what the people of the lake proposed. "
)


def statement() -> DraftStatement:
    """A statement of 40 blocks in both languages, every text another one, with endorsers."""
    title = DraftBlock(BlockKind.TITLE, _sides("Hear the lake", "ស្តាប់បឹង"))
    demands = [_demand(number) for number in range(1, BLOCKS - 1)]
    closing = DraftBlock(BlockKind.ENDORSER_LIST, _sides("Endorsed by:", "គាំទ្រដោយ៖"))
    names = [f"Lake Village {number} Development Organization" for number in range(ENDORSERS)]
    endorsers = tuple(
        DraftEndorser({"en": f"{name} (LV{n}DO)"}, {"en": name}, f"LV{n}DO", row=n)
        for n, name in enumerate(names)
    )
    return DraftStatement(StatementKind.JOINT_STATEMENT, (title, *demands, closing), endorsers)


def _demand(number: int) -> DraftBlock:
    values = {"n": number, "n2": 100 + number}
    body = in_digits(_KHMER.format(**values) * 2, "km").strip()
    khmer = DraftText(in_digits(f"សំណើទី {number}", "km"), body)
    english = DraftText(f"Demand of village {number}", (_ENGLISH.format(**values) * 2).strip())
    return DraftBlock(BlockKind.DEMAND, {"km": khmer, "en": english})


def _sides(english: str, khmer: str) -> dict[str, DraftText]:
    return {"km": DraftText("", khmer), "en": DraftText("", english)}


def rows() -> list[Row]:
    """The rows of the table."""
    with tempfile.TemporaryDirectory() as folder:
        desk = Desk.create(Path(folder) / "check.desk")
        (statement_id,) = desk.importing.bring_in((statement(),)).made
        desk.checking.check(statement_id)  # libraries and patterns are loaded once
        found = [
            _full(desk, statement_id),
            *_again(desk, statement_id),
        ]
        desk.close(back_up=False)
    return found


def _full(desk: Desk, statement_id: str) -> Row:
    taken = []
    for turn in range(TURNS):
        _rewrite_all(desk, statement_id, turn)
        taken.append(_timed(lambda: desk.checking.check(statement_id)))
    return Row("full check of 40 blocks, every text new", statistics.median(taken), "ms", most=100)


def _rewrite_all(desk: Desk, statement_id: str, turn: int) -> None:
    """Every text is another one, so that nothing can be remembered."""
    with desk.step("Typing"):
        for block in desk.drafting.statement(statement_id).blocks:
            for code, side in block.renditions.items():
                desk.drafting.write(block.id, code, body=f"{side.body.rstrip()} {turn}")


def _again(desk: Desk, statement_id: str) -> list[Row]:
    checker = Checker()
    desk.checking.check(statement_id, checker=checker)
    block = desk.drafting.statement(statement_id).blocks[BLOCKS // 2]
    text, taken = block.rendition("en").body, []
    for turn in range(TURNS * 2):
        desk.drafting.write(block.id, "en", body=text + "a" * turn)
        taken.append(_timed(lambda: desk.checking.check(statement_id, checker=checker)))
    return [
        Row("check after a keystroke, median", statistics.median(taken), "ms", most=10),
        Row("check after a keystroke, slowest of 30", max(taken), "ms", most=25),
    ]


def _timed(work: Callable[[], object]) -> float:
    started = time.perf_counter()
    work()
    return (time.perf_counter() - started) * 1e3
