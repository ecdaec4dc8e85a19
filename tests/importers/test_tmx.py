"""Translation memories of other programs: what is read, listed, refused."""

from __future__ import annotations

from pathlib import Path

import pytest

from advocate_desk.importers.tmx import read_tmx
from advocate_desk.model.errors import ImportRefused
from advocate_desk.model.memory import DraftMemory

LONGEST = 65_536
HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'
# As OmegaT writes it: level 1 without, level 2 with inline tags; a document type without content.
OMEGAT_1 = """<!DOCTYPE tmx SYSTEM "tmx11.dtd">
<tmx version="1.1">
  <header creationtool="OmegaT" o-tmf="OmegaT TMX" adminlang="EN-US" datatype="plaintext"
    creationtoolversion="5.7.1_0_c3206253" segtype="sentence" srclang="EN-US"/>
  <body>
<!-- Default translations -->
    <tu>
      <tuv lang="EN-US">
        <seg>Release the detained people.</seg>
      </tuv>
      <tuv lang="KM" changeid="sokha" changedate="20230412T093012Z">
        <seg>សូមដោះលែងអ្នកជាប់ឃុំ។</seg>
      </tuv>
    </tu>
  </body>
</tmx>
"""
OMEGAT_2 = """<!DOCTYPE tmx SYSTEM "tmx14.dtd">
<tmx version="1.4">
  <header creationtool="OmegaT" o-tmf="OmegaT TMX" adminlang="EN-US" datatype="plaintext"
    creationtoolversion="5.7.1" segtype="sentence" srclang="EN-US"/>
  <body>
    <tu>
      <prop type="file">letter.docx</prop>
      <tuv xml:lang="EN-US">
        <seg>Release <bpt i="0" x="0">&lt;t0&gt;</bpt>all<ept i="0">&lt;/t0&gt;</ept> the <ph x="1">&lt;br/&gt;</ph>people.</seg>
      </tuv>
      <tuv xml:lang="KM" creationid="dara" creationdate="20220101T000000Z">
        <seg>សូមដោះលែង<it pos="begin" x="0">&lt;t0&gt;</it>ពួកគេ<hi type="bold">ទាំងអស់</hi>។</seg>
      </tuv>
    </tu>
  </body>
</tmx>
"""
# As translate-toolkit and Weblate write it, and as Trados does, in UTF-16 with region codes.
TOOLKIT = """<!DOCTYPE tmx SYSTEM "tmx14.dtd">
<tmx version="1.4"><header creationtool="Translate Toolkit" creationtoolversion="3.8"
 segtype="sentence" o-tmf="UTF-8" adminlang="en" srclang="en" datatype="PlainText"/>
<body><tu><note>menu</note><tuv xml:lang="en"><seg>Demands</seg></tuv><tuv xml:lang="km">
<seg>សំណូមពរ</seg></tuv></tu></body></tmx>
"""
TRADOS = """<?xml version="1.0" encoding="utf-16"?>
<tmx version="1.4"><header creationtool="SDL Language Platform" creationtoolversion="8.0"
 o-tmf="SDL TM8 Format" datatype="xml" segtype="sentence" adminlang="en-US" srclang="en-US"
 creationdate="20190103T081500Z" creationid="PC\\user"><prop type="x-Recognizers">All</prop></header>
<body><tu creationdate="20190103T081501Z" creationid="PC\\user" changeid="PC\\sok"
 changedate="20200304T081501Z" usagecount="2"><prop type="x-LastUsedBy">x</prop>
<tuv xml:lang="en-US"><seg>Clean water</seg></tuv>
<tuv xml:lang="km-KH"><seg>ទឹកស្អាត<ph x="1" type="tab"/></seg></tuv></tu></body></tmx>
"""


def unit(khmer: str, english: str, km: str = "km", en: str = "en") -> str:
    return (
        f'<tu><tuv xml:lang="{en}"><seg>{english}</seg></tuv>'
        f'<tuv xml:lang="{km}"><seg>{khmer}</seg></tuv></tu>\n'
    )


def whole(*units: str) -> str:
    return f'{HEAD}<tmx version="1.4"><header/><body>\n{"".join(units)}</body></tmx>\n'


def read(folder: Path, text: str | bytes) -> DraftMemory:
    path = folder / "office.tmx"
    path.write_bytes(text.encode() if isinstance(text, str) else text)
    return read_tmx(path, longest=LONGEST)


def refused(folder: Path, text: str | bytes) -> ImportRefused:
    with pytest.raises(ImportRefused) as caught:
        read(folder, text)
    return caught.value


def texts(memory: DraftMemory) -> list[tuple[str, str]]:
    return [(pair.texts["km"], pair.texts["en"]) for pair in memory.pairs]


def test_a_memory_of_omegat_is_read_with_author_and_date(tmp_path: Path) -> None:
    memory = read(tmp_path, HEAD + OMEGAT_1)
    assert texts(memory) == [("សូមដោះលែងអ្នកជាប់ឃុំ។", "Release the detained people.")]
    (pair,) = memory.pairs
    assert (pair.author, pair.approved_on, pair.row) == ("sokha", "2023-04-12", 8)
    assert (memory.rows, memory.origin, memory.notes) == (1, "office.tmx", ())


def test_inline_tags_are_dropped_and_told_of(tmp_path: Path) -> None:
    memory = read(tmp_path, HEAD + OMEGAT_2)
    assert texts(memory) == [("សូមដោះលែងពួកគេទាំងអស់។", "Release all the people.")]
    (note,) = memory.notes
    assert note.arguments == {"count": 5}


def test_memories_of_other_tools_are_read(tmp_path: Path) -> None:
    assert texts(read(tmp_path, HEAD + TOOLKIT)) == [("សំណូមពរ", "Demands")]
    trados = read(tmp_path, TRADOS.encode("utf-16"))
    assert texts(trados) == [("ទឹកស្អាត", "Clean water")]
    assert (trados.pairs[0].author, trados.pairs[0].approved_on) == ("PC\\sok", "2020-03-04")


@pytest.mark.parametrize("km", ["km", "KM", "km-KH", "km_KH", "khm", "khm-Khmr-KH"])
@pytest.mark.parametrize("en", ["en", "en-US", "eng", "EN-gb"])
def test_every_way_to_write_the_languages_is_known(tmp_path: Path, km: str, en: str) -> None:
    assert len(read(tmp_path, whole(unit("ទឹក", "Water", km, en))).pairs) == 1


def test_units_read_are_pairs_repeated_or_listed_with_their_line(tmp_path: Path) -> None:
    memory = read(
        tmp_path,
        whole(
            unit("ទឹក", "Water"),
            unit("ទឹក", "Water"),
            unit("Eau", "Water", "fr"),
            unit("Water everywhere", "Water"),
            unit("ទឹក", "ទឹកស្អាត"),
            unit("Water", "ទឹក"),
            unit("www.x.org", "www.x.org"),
            unit("ក" * (LONGEST + 1), "Long"),
            unit("", "Empty"),
        ),
    )
    assert memory.rows == 9 == len(memory.pairs) + memory.repeated + len(memory.listed)
    assert [row.row for row in memory.listed] == [5, 6, 7, 8, 9, 10, 11]
    assert len({row.reason for row in memory.listed}) == 6
    assert max(len(row.text) for row in memory.listed) <= 120


def test_more_variants_in_one_language_and_control_characters_are_told_of(tmp_path: Path) -> None:
    more = '<tu><tuv xml:lang="en-US"><seg>Color</seg></tuv><tuv xml:lang="en-GB"><seg>Colour</seg></tuv>'
    text = whole(f'{more}<tuv xml:lang="km"><seg>ពណ៌\u0085\u0081</seg></tuv></tu>')
    memory = read(tmp_path, text)
    assert texts(memory) == [("ពណ៌", "Color")]
    assert [note.arguments for note in memory.notes] == [{"count": 1}, {"count": 1}]


def test_a_text_laid_out_over_lines_is_one_text(tmp_path: Path) -> None:
    memory = read(tmp_path, whole(unit("\n   ទឹក\n   ស្អាត\n  ", "Clean\n\nwater")))
    assert texts(memory) == [("ទឹក ស្អាត", "Clean\n\nwater")]


def test_swapped_languages_are_refused_with_the_line(tmp_path: Path) -> None:
    error = refused(tmp_path, whole(unit("Water", "ទឹក"), unit("Fish", "ត្រី")))
    assert str(error).startswith("The languages are swapped in “office.tmx”, from line 3 on.")


def test_a_broken_file_is_refused_with_the_line(tmp_path: Path) -> None:
    error = refused(tmp_path, whole(unit("ទឹក", "Water")).replace("</body>", ""))
    assert str(error) == "“office.tmx” is not a sound TMX file: look at line 4."
    assert "line 3" in str(refused(tmp_path, whole("<tu><tuv>&nbsp;</tuv></tu>")))


def test_a_wrong_encoding_is_refused(tmp_path: Path) -> None:
    latin = whole(unit("ទឹក", "Caf\u00e9")).replace("ទឹក", "x").encode("latin-1")
    assert "not in the encoding it says it is in: look at line 3" in str(refused(tmp_path, latin))
    assert "encoding" in str(refused(tmp_path, whole().replace("UTF-8", "X-UNKNOWN")))


def test_what_is_no_memory_is_refused(tmp_path: Path) -> None:
    assert "not a translation memory" in str(refused(tmp_path, "<glossary/>"))
    assert "it is a web page" in str(refused(tmp_path, "<!DOCTYPE html><html></html>"))
    assert "ZIP" in str(refused(tmp_path, b"PK\x03\x04"))
    assert "is empty" in str(refused(tmp_path, b""))
    assert "no text" in str(refused(tmp_path, whole()))
    with pytest.raises(ImportRefused, match="There is no file"):
        read_tmx(tmp_path / "none.tmx", longest=LONGEST)


BOMB = (
    '<!DOCTYPE tmx [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">]>'
    "<tmx><body><tu><tuv><seg>&b;</seg></tuv></tu></body></tmx>"
)


def test_entities_are_never_resolved(tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("very secret")
    outside = f'<!DOCTYPE tmx [<!ENTITY x SYSTEM "{secret.as_uri()}">]>'
    inside = whole(unit("ទឹក &x;", "Water &x;")).removeprefix(HEAD)
    for text in (BOMB, outside + inside):
        error = refused(tmp_path, text)
        assert "document type of its own" in str(error)
        assert "secret" not in str(error)


def test_a_deep_or_wide_file_does_not_harm(tmp_path: Path) -> None:
    deep = "<hi>" * 5_000 + "x" + "</hi>" * 5_000
    assert "not a sound TMX file" in str(refused(tmp_path, whole(unit("ក", deep))))
    tags = "<ph/>" * 20_000
    assert read(tmp_path, whole(unit("ក", f"A{tags}"))).notes[0].arguments == {"count": 20_000}
