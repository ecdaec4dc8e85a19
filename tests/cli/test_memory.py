"""The translation memory on the command line."""

from pathlib import Path
from typing import Any

from cli.conftest import Call

TMX = """<?xml version="1.0" encoding="UTF-8"?>
<tmx version="1.4"><header creationtool="x" srclang="en"/><body>
<tu><tuv xml:lang="en"><seg>Halt evictions</seg></tuv>
<tuv xml:lang="km"><seg>បញ្ឈប់ការបណ្តេញចេញ</seg></tuv></tu>
<tu><tuv xml:lang="en"><seg>Halt evictions</seg></tuv>
<tuv xml:lang="km"><seg>បញ្ឈប់ការបណ្តេញចេញ</seg></tuv></tu>
<tu><tuv xml:lang="en"><seg>Alone</seg></tuv></tu>
</body></tmx>
"""


def made(folder: Path) -> Path:
    path = folder / "office.tmx"
    path.write_text(TMX, "utf-8")
    return path


def test_a_memory_comes_in_and_goes_out(call: Call, desk_path: Path, tmp_path: Path) -> None:
    answer: Any = call("import", desk_path, made(tmp_path), "--kind", "memory", "--json").json
    assert {**answer, "listed": []} == {"rows": 3, "accepted": 2, "new": 1, "listed": []}
    (listed,) = answer["listed"]
    assert (listed["row"], listed["text"]) == (7, "Alone")
    again = call("import", desk_path, made(tmp_path))
    assert again.out.startswith("Rows read: 3. Accepted: 2. Not accepted: 1.\n    7: Alone — ")
    target = tmp_path / "out.tmx"
    written = call("export-memory", desk_path, "--to", target, "--json")
    assert written.json == {"file": str(target), "pairs": 1}
    assert "បញ្ឈប់ការបណ្តេញចេញ" in target.read_text("utf-8")
    assert call("export-memory", desk_path, "--to", target).out == f"{target}\n"


def test_an_empty_memory_and_a_broken_file_are_refused(
    call: Call, desk_path: Path, tmp_path: Path
) -> None:
    empty = call("export-memory", desk_path, "--to", tmp_path / "out.tmx")
    assert empty.code == 2
    assert not (tmp_path / "out.tmx").exists()
    path = made(tmp_path)
    path.write_text(TMX.replace("</seg></tuv></tu>\n</body>", ""), "utf-8")
    broken = call("import", desk_path, path)
    assert broken.code == 2
    assert "line 7" in broken.err
