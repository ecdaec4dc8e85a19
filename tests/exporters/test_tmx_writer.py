"""The memory as a TMX file: valid, the same bytes each time, read again as it was."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from advocate_desk.exporters.tmx_writer import tmx_bytes
from advocate_desk.importers.tmx import read_tmx
from advocate_desk.language.safe_text import clean
from advocate_desk.model.memory import MemoryPair

DTD = Path(__file__).resolve().parents[1] / "tmx14.dtd"
PAIRS = [
    MemoryPair("1", {"km": "ទឹកស្អាត", "en": "Clean water"}, "Letter", "Sok", "2026-03-02"),
    MemoryPair("2", {"km": "ក & ខ < គ", "en": 'A & "B" < C'}, "Letter", "", ""),
]


def valid(data: bytes) -> bool:
    return bool(etree.DTD(str(DTD)).validate(etree.parse(BytesIO(data))))


def test_what_is_written_is_valid_and_names_nobody() -> None:
    data = tmx_bytes(PAIRS)
    assert valid(data)
    assert b"Sok" not in data
    assert b"Letter" not in data
    header = etree.parse(BytesIO(data)).find("header").attrib
    assert {**header} == {
        "creationtool": "Advocate Desk",
        "creationtoolversion": "1",
        "segtype": "paragraph",
        "o-tmf": "Advocate Desk",
        "adminlang": "en",
        "srclang": "en",
        "datatype": "plaintext",
    }


def test_the_same_pairs_give_the_same_bytes_in_any_order() -> None:
    assert tmx_bytes(PAIRS) == tmx_bytes(reversed(PAIRS))


def test_the_source_language_comes_first() -> None:
    root = etree.parse(BytesIO(tmx_bytes(PAIRS, source="km"))).getroot()
    lang = "{http://www.w3.org/XML/1998/namespace}lang"
    assert root.find("header").get("srclang") == "km"
    assert [side.get(lang) for side in root.find(".//tu")] == ["km", "en"]


def test_the_date_is_written(tmp_path: Path) -> None:
    path = tmp_path / "a.tmx"
    path.write_bytes(tmx_bytes(PAIRS))
    dates = {pair.texts["en"]: pair.approved_on for pair in read_tmx(path, longest=1_000).pairs}
    assert dates == {"Clean water": "2026-03-02", 'A & "B" < C': ""}


def texts_of(letter: str) -> st.SearchStrategy[str]:
    """Texts as the desk keeps them, with a letter that tells the language."""
    return st.text(max_size=30).map(lambda text: f"{letter * 40}{clean(text).text}".strip())


@given(st.lists(st.tuples(texts_of("ក"), texts_of("a")), min_size=1, max_size=8, unique=True))
def test_what_was_written_is_read_again(tmp_path: Path, texts: list[tuple[str, str]]) -> None:
    pairs = [MemoryPair(str(n), {"km": km, "en": en}) for n, (km, en) in enumerate(texts)]
    path = tmp_path / "a.tmx"
    path.write_bytes(tmx_bytes(pairs))
    memory = read_tmx(path, longest=65_536)
    assert {(p.texts["km"], p.texts["en"]) for p in memory.pairs} == set(texts)
    assert (memory.rows, memory.listed, memory.notes) == (len(texts), (), ())
    assert valid(tmx_bytes(pairs))
