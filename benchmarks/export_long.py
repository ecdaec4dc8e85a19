"""Endorser lists of any length: seconds beside a bare writer, and memory from 1,000 to 100,000.

Ratios are to a bare writer of the same XML, run in turn in the same process. The bare writer is `zipfile` and one string joined from the same pieces of XML: the same parts, the
same compression, nothing else. Fonts are left out on both sides: ours would be deflated already.
"""

from __future__ import annotations

import io
import subprocess
import sys
import time
import tracemalloc
import zipfile
from collections.abc import Callable
from pathlib import Path
from statistics import median

from advocate_desk.exporters.blocks import ExportOptions
from advocate_desk.exporters.compose import compose
from advocate_desk.exporters.docx_writer import docx_bytes
from advocate_desk.model.edition import EditionView, PrintedEndorser
from advocate_desk.model.kinds import BlockKind, Layout, StatementKind, TranslationState
from advocate_desk.model.statement import Block, Rendition
from benchmarks.rows import Row

SPEED_NAMES = 10_000
MEMORY_NAMES = (1_000, 100_000)
MOST_RATIO = 1.3
MOST_MB = 10.0
_OPTIONS = ExportOptions(embed_fonts=False, endorser_columns=1)
_KHMER_NAME = "សមាគមសហគមន៍តាមដងទន្លេ "


def statement(names: int) -> EditionView:
    """A short text and a long list of endorsers, with names in both languages."""
    sides = {code: Rendition("", text, TranslationState.APPROVED) for code, text in _LABELS.items()}
    return EditionView(
        statement_id="bench",
        kind=StatementKind.PETITION,
        languages=("km", "en"),
        blocks=(Block("list", BlockKind.ENDORSER_LIST, sides),),
        endorsers=tuple(
            PrintedEndorser(
                {
                    "en": f"Association of River Communities No. {number}",
                    "km": f"{_KHMER_NAME}{_khmer(number)}",
                }
            )
            for number in range(names)
        ),
        withheld_count=0,
        issue_date=None,
        place={},
        issuer={},
        fixed_time="2025-07-28T00:00:00Z",
    )


_LABELS = {"km": "គាំទ្រដោយ៖", "en": "Endorsed by:"}


_DIGITS = str.maketrans("0123456789", "០១២៣៤៥៦៧៨៩")


def _khmer(number: int) -> str:
    return str(number).translate(_DIGITS)


def rows(rounds: int = 9) -> list[Row]:
    """Every promise about long lists."""
    speeds = [
        Row("10,000 endorsers in English", _ratio(Layout.ENGLISH, rounds), "×", most=MOST_RATIO),
        Row("10,000 endorsers in Khmer", _ratio(Layout.KHMER, rounds), "×", most=MOST_RATIO),
    ]
    layouts = (Layout.ENGLISH, Layout.KHMER, Layout.SIDE_BY_SIDE)
    return speeds + [
        Row(f"memory, 100,000 beside 1,000 endorsers, {code}", _growth(code), "MB", most=MOST_MB)
        for code in layouts
    ]


def _ratio(layout: Layout, rounds: int) -> float:
    view = statement(SPEED_NAMES)

    def ours() -> bytes:
        return docx_bytes(compose(view, layout, _OPTIONS))

    bare = _bare(view, layout, ours())
    bare()
    shares = [_seconds(ours) / _seconds(bare) for _ in range(rounds)]
    return median(shares)


def _bare(view: EditionView, layout: Layout, document: bytes) -> Callable[[], bytes]:
    """The same parts by `zipfile`, the list joined from the pieces between the names."""
    with zipfile.ZipFile(io.BytesIO(document)) as package:
        parts = {name: package.read(name).decode() for name in package.namelist()}
    text = parts["word/document.xml"]
    code = layout.languages[0]
    names = [endorser.printed[code] for endorser in view.endorsers]
    first, second = (text.index(names[at]) for at in (1, 2))
    head = text[: text.index(names[0])]
    tail = text[text.rindex(names[-1]) + len(names[-1]) :]
    between = text[first + len(names[1]) : second]

    def write() -> bytes:
        whole = head + "".join(_written(names, between, code)) + tail
        if len(whole) != len(text):
            raise ValueError("the bare writer writes something else")
        target = io.BytesIO()
        with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as package:
            for name, content in parts.items():
                package.writestr(name, whole if name == "word/document.xml" else content)
        return target.getvalue()

    return write


def _written(names: list[str], between: str, code: str) -> list[str]:
    """Each name escaped and put between the same two strings, as anybody would write it."""
    if code != "km":
        return [f"{_escaped(name)}{between}" for name in names[:-1]] + [_escaped(names[-1])]
    before, after = between.split("៣.", 1)
    pieces = [
        f"{_escaped(name)}{before}{_khmer(number)}.{after}"
        for number, name in enumerate(names[:-1], start=2)
    ]
    return [*pieces, _escaped(names[-1])]


def _escaped(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def _seconds(work: Callable[[], object]) -> float:
    started = time.perf_counter()
    work()
    return time.perf_counter() - started


def _growth(layout: Layout) -> float:
    """How many megabytes more the longer list takes at its peak, the view not counted."""
    few, many = (_peak(layout, names) for names in MEMORY_NAMES)
    return many - few


def _peak(layout: Layout, names: int) -> float:
    """The peak of one export in a fresh process, which knows nothing of the others."""
    command = [sys.executable, str(Path(__file__).resolve()), layout.value, str(names)]
    done = subprocess.run(command, capture_output=True, check=True, text=True)
    return float(done.stdout)


def _print_peak(layout: Layout, names: int) -> None:
    docx_bytes(compose(statement(10), layout, _OPTIONS))
    view = statement(names)
    tracemalloc.start()
    docx_bytes(compose(view, layout, _OPTIONS))
    print(tracemalloc.get_traced_memory()[1] / 1e6)


if __name__ == "__main__":
    _print_peak(Layout(sys.argv[1]), int(sys.argv[2]))
