"""Golden parts: the small bilingual statement, part by part, against what was looked at.

`ADVOCATE_DESK_UPDATE_REFERENCE=1` writes them anew; look at the pages before committing that.
"""

import difflib
import os
from pathlib import Path

import pytest

from advocate_desk.exporters.compose import compose
from advocate_desk.exporters.text_writer import text
from advocate_desk.model.kinds import Layout
from exporters.docx_parts import parts_of, river_docx
from exporters.sample import river_statement

REFERENCE = Path(__file__).resolve().parents[1] / "reference" / "river_statement"
UPDATE = bool(os.environ.get("ADVOCATE_DESK_UPDATE_REFERENCE"))
PARTS = ("document", "numbering", "styles", "fontTable", "core")


@pytest.mark.parametrize("part", PARTS)
@pytest.mark.parametrize("layout", [Layout.SIDE_BY_SIDE, Layout.KHMER_ENGLISH])
def test_a_part_is_as_it_was_looked_at(layout: Layout, part: str) -> None:
    folder = "docProps" if part == "core" else "word"
    data = parts_of(river_docx(layout, withheld=0, names=8))[f"{folder}/{part}.xml"]
    _compare(f"{layout.value}-{part}.xml", data.decode().replace("><", ">\n<") + "\n")


@pytest.mark.parametrize("layout", [Layout.SIDE_BY_SIDE, Layout.KHMER_ENGLISH])
def test_the_plain_text_is_as_it_was_looked_at(layout: Layout) -> None:
    _compare(f"{layout.value}.txt", text(compose(river_statement(names=8), layout)))


def _compare(name: str, actual: str) -> None:
    path = REFERENCE / name
    if UPDATE:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(actual, encoding="utf-8", newline="\n")
    expected = path.read_text(encoding="utf-8")
    lines = difflib.unified_diff(
        expected.splitlines(), actual.splitlines(), "reference", "now", lineterm="", n=2
    )
    changed = "\n".join(list(lines)[:80])
    assert not changed, f"{name} changed:\n{changed}"
