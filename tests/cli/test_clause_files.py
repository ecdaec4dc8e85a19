"""Clauses in from files and the library out, on the command line."""

from pathlib import Path
from typing import Any, cast

import openpyxl
import pytest

from cli.conftest import Call

SWAPPED = "Khmer,English\nLand is life.,ដីជាជីវិត។\nWater.,ទឹក។\n"


@pytest.fixture
def table(tmp_path: Path) -> Path:
    path = tmp_path / "more.csv"
    path.write_text("Khmer,English\nដីជាជីវិត។,Land is life.\nទឹក។,Water.\n,\n,=1\n", "utf-8")
    return path


def clauses(call: Call, desk_path: Path, path: Path, *more: str) -> dict[str, Any]:
    done = call("import", desk_path, path, "--kind", "clauses", "--json", *more).json
    return cast("dict[str, Any]", done)


def test_rows_read_are_rows_accepted_and_rows_listed(
    call: Call, desk_path: Path, table: Path
) -> None:
    done = clauses(call, desk_path, table)
    assert (done["rows"], done["accepted"], done["new"], done["listed"]) == (3, 3, 3, [])
    assert {one["text"].get("km") for one in done["clauses"]} == {"ដីជាជីវិត។", "ទឹក។", None}
    again = clauses(call, desk_path, table)
    assert (again["accepted"], len(again["listed"])) == (0, 3)
    first = again["listed"][0]
    assert (first["file"], first["sheet"], first["row"]) == ("more.csv", "more", 2)
    assert "already" in first["reason"]
    shown = call("import", desk_path, table, "--kind", "clauses")
    assert "Rows read: 3. New: 0." in shown.out
    assert "more.csv, more, 2: " in shown.out


def test_a_folder_is_brought_in_as_one(call: Call, desk_path: Path, table: Path) -> None:
    (table.parent / "photo.png").write_bytes(b"\x89PNG")
    folder = table.parent / "folder"
    folder.mkdir()
    for path in (table, table.parent / "photo.png"):
        path.rename(folder / path.name)
    done = clauses(call, desk_path, folder)
    assert (done["rows"], done["accepted"]) == (4, 3)
    assert [one["file"] for one in done["listed"]] == ["photo.png"]


def test_swapped_languages_are_refused_until_exchanged(
    call: Call, desk_path: Path, tmp_path: Path
) -> None:
    path = tmp_path / "swapped.csv"
    path.write_text(SWAPPED, "utf-8")
    refused = call("import", desk_path, path, "--kind", "clauses")
    assert refused.code == 2
    assert "--swap-languages" in refused.err
    done = clauses(call, desk_path, path, "--swap-languages")
    assert done["clauses"][0]["text"] == {"km": "ដីជាជីវិត។", "en": "Land is life."}


def test_the_library_goes_out_and_comes_back(
    call: Call, desk_path: Path, table: Path, tmp_path: Path
) -> None:
    clauses(call, desk_path, table)
    path = tmp_path / "library.xlsx"
    written: Any = call("export-library", desk_path, "--to", path, "--json").json
    assert written == {"file": str(path), "clauses": 3}
    assert clauses(call, desk_path, path)["unchanged"] == 3
    book = openpyxl.load_workbook(path)
    (cell,) = (c for row in book.worksheets[0].rows for c in row if c.value == "Water.")
    cell.value = "Clean water."
    book.save(path)
    done = clauses(call, desk_path, path)
    assert (done["revised"], done["unchanged"]) == (1, 2)
    assert done["clauses"][0]["revision"] == 2
    book_path = tmp_path / "library.docx"
    assert call("export-library", desk_path, "--to", book_path, "--language", "km").code == 0
    assert call("verify", book_path).code == 0


def test_an_unknown_ending_is_refused(call: Call, desk_path: Path, table: Path) -> None:
    clauses(call, desk_path, table)
    assert call("export-library", desk_path, "--to", table.with_suffix(".odt")).code == 2
