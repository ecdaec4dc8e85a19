"""Styles, the proof, dates and skeletons on the command line."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import docx
import pytest

from advocate_desk.app import COMMANDS
from advocate_desk.cli.parser import _parser
from advocate_desk.desk.desk import Desk
from advocate_desk.desk.sample import make_sample
from cli.conftest import Answer, Call

STYLE = "[page]\nwidth = 200\n"


@pytest.fixture
def sample(desk_path: Path) -> tuple[Path, str]:
    """A desk with the sample statement; its path and the statement's id."""
    desk = Desk.open(desk_path)
    statement_id = make_sample(desk).statement_id
    desk.close(back_up=False)
    return desk_path, statement_id


def export(call: Call, sample: tuple[Path, str], target: Path, *options: object) -> Answer:
    return call("export", *sample, "--to", target, *options)


def test_the_window_leaves_every_verb_to_the_command_line() -> None:
    (verbs,) = [a.choices for a in _parser()._actions if a.dest == "verb"]
    assert verbs is not None
    assert set(verbs) == COMMANDS


def test_dates_are_written_in_words_with_the_lunar_date(call: Call) -> None:
    answer = call("date", "2025-07-28", "2017-10-23", "--json")
    assert answer.json == [
        {
            "en": "28 July 2025",
            "km": "ថ្ងៃទី២៨ ខែកក្កដា ឆ្នាំ២០២៥",
            "lunar": "ថ្ងៃចន្ទ ៣កើត ខែស្រាពណ៍ ឆ្នាំម្សាញ់ សប្តស័ក ព.ស. ២៥៦៩",
        },
        {
            "en": "23 October 2017",
            "km": "ថ្ងៃទី២៣ ខែតុលា ឆ្នាំ២០១៧",
            "lunar": "ថ្ងៃចន្ទ ៤កើត ខែកត្តិក ឆ្នាំរកា នព្វស័ក ព.ស. ២៥៦១",
        },
    ]
    assert call("date", "2025-07-28").out.startswith("28 July 2025 | ថ្ងៃទី២៨")


@pytest.mark.parametrize("day", ["28 July", "2025-13-01", "1899-12-31", "2101-01-01"])
def test_a_day_that_is_none_or_too_far_is_refused(call: Call, day: str) -> None:
    answer = call("date", day)
    assert answer.code == 2
    assert answer.out == ""
    assert answer.err


def test_skeletons_are_listed(call: Call, desk_path: Path) -> None:
    rows: Any = call("list", desk_path, "skeletons", "--json").json
    assert len(rows) == 10
    assert rows[1] | {"title": 0} == {
        "id": "petition",
        "kind": "petition",
        "title": 0,
        "own": False,
    }
    assert "Petition to authorities" in call("list", desk_path, "skeletons").out


def test_every_suffix_is_written(call: Call, sample: tuple[Path, str], tmp_path: Path) -> None:
    for suffix in ("docx", "txt", "html"):
        target = tmp_path / f"a.{suffix}"
        answer = export(call, sample, target, "--layout", "booklet")
        assert (answer.code, answer.out.strip()) == (0, str(target))
        assert target.stat().st_size > 1000
    assert export(call, sample, tmp_path / "a.odt", "--layout", "km").code == 2


def test_a_style_is_chosen_by_name_or_file(
    call: Call, sample: tuple[Path, str], tmp_path: Path
) -> None:
    (tmp_path / "mine.toml").write_text(STYLE, "utf-8")
    widths = {}
    for style in ("coalition_statement", tmp_path / "mine.toml"):
        target = tmp_path / "a.docx"
        assert export(call, sample, target, "--layout", "en", "--style", style).code == 0
        width = docx.Document(str(target)).sections[0].page_width
        assert width is not None
        widths[str(style)] = round(width.mm)
    assert list(widths.values()) == [210, 200]


@pytest.mark.parametrize("style", ["nope", "{folder}/missing.toml", "{folder}/bad.toml"])
def test_a_style_that_cannot_be_used_is_refused(
    call: Call, sample: tuple[Path, str], tmp_path: Path, style: str
) -> None:
    (tmp_path / "bad.toml").write_text("[page]\nwidth = 'wide'", "utf-8")
    named = style.format(folder=tmp_path)
    answer = export(call, sample, tmp_path / "a.docx", "--layout", "en", "--style", named)
    assert (answer.code, answer.err.count("\n")) == (2, 1)
    assert not (tmp_path / "a.docx").exists()


def test_either_language_stands_left_and_lists_can_be_in_order(
    call: Call, sample: tuple[Path, str], tmp_path: Path
) -> None:
    target = tmp_path / "a.docx"
    firsts = []
    for left in ("km", "en"):
        export(call, sample, target, "--layout", "side-by-side", "--left", left)
        firsts.append(docx.Document(str(target)).tables[0].cell(0, 0).text)
    assert firsts == ["ភាសាខ្មែរ", "English"]
    text = tmp_path / "a.txt"
    export(call, sample, text, "--layout", "en", "--endorser-order", "alphabet")
    listed = text.read_text("utf-8").split("Endorsed by")[1]
    assert listed.index("Centre for Land") < listed.index("Lake Romdoul Fishing")


def test_a_proved_document_is_clean_a_damaged_one_faulty_another_unreadable(
    call: Call, sample: tuple[Path, str], tmp_path: Path
) -> None:
    target = tmp_path / "a.docx"
    export(call, sample, target, "--layout", "en")
    clean = call("verify", target, "--json")
    assert (clean.code, clean.json) == (0, [])
    assert call("verify", target).out == "Nothing was found.\n"
    document = docx.Document(str(target))
    document.core_properties.author = "Somebody"
    document.save(str(target))
    faulty = call("verify", target, "--json")
    rows: Any = faulty.json
    assert faulty.code == 1
    assert {"rule", "place", "message"} == set(rows[0])
    assert "metadata" in {row["rule"] for row in rows}
    assert call("verify", target).code == 1
    for name in ("missing.docx", "sample.txt"):
        (tmp_path / "sample.txt").write_text("no zip", "utf-8")
        answer = call("verify", tmp_path / name)
        assert (answer.code, answer.err.count("\n")) == (2, 1)
