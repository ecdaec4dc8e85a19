"""The glossary on the command line."""

from pathlib import Path
from typing import Any

import pytest

from cli.conftest import Call

TABLE = """Khmer,English,Acronym English,Forbidden English
ទន្លេ,River,R,Stream
,River,,
,,X,
"""


def test_a_glossary_comes_in_and_goes_out(call: Call, desk_path: Path, tmp_path: Path) -> None:
    path = tmp_path / "terms.csv"
    path.write_text(TABLE, "utf-8")
    answer: Any = call("import", desk_path, path, "--kind", "glossary", "--json").json
    assert {**answer, "listed": []} == {
        "rows": 3,
        "accepted": 1,
        "new": 1,
        "changed": 0,
        "listed": [],
    }
    assert [row["row"] for row in answer["listed"]] == [3, 4]
    again = call("import", desk_path, path, "--kind", "glossary")
    assert again.out.startswith("Rows read: 3. Accepted: 1. Not accepted: 2.\n    3: River — ")
    assert call("list", desk_path, "terms").out.endswith("  ទន្លេ / River (R)\n")
    rows: Any = call("list", desk_path, "terms", "--json").json
    assert rows[0]["forbidden"] == {"en": ["Stream"]}


@pytest.mark.parametrize("ending", ["csv", "xlsx", "tbx"])
def test_the_glossary_is_written_in_three_ways(
    call: Call, desk_path: Path, tmp_path: Path, ending: str
) -> None:
    target = tmp_path / f"terms.{ending}"
    written = call("export-glossary", desk_path, "--to", target, "--json")
    assert written.json == {"file": str(target), "terms": 0}
    assert call("export-glossary", desk_path, "--to", target).out == f"{target}\n"
    assert target.stat().st_size


def test_swapped_languages_are_refused_and_nothing_is_written(
    call: Call, desk_path: Path, tmp_path: Path
) -> None:
    path = tmp_path / "terms.csv"
    path.write_text("Khmer,English\nRiver,ទន្លេ\n", "utf-8")
    refused = call("import", desk_path, path, "--kind", "glossary")
    assert refused.code == 2
    assert "swapped" in refused.err
    assert call("list", desk_path, "terms").out == "There are none.\n"
