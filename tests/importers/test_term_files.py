"""Glossaries from other programs: tables with any header, TBX of both versions, broken files."""

from __future__ import annotations

from pathlib import Path

import pytest

from advocate_desk.importers.term_reader import read_terms
from advocate_desk.model.errors import ImportRefused
from advocate_desk.model.glossary import DraftTerms
from advocate_desk.model.term import TermText

KHMER_HEADER = "ភាសាខ្មែរ,ភាសាអង់គ្លេស,អក្សរកាត់ខ្មែរ,អក្សរកាត់អង់គ្លេស,មិនត្រូវប្រើអង់គ្លេស,កំណត់ចំណាំ\n"

VERSION_2 = """<?xml version='1.0' encoding='UTF-8'?>
<!DOCTYPE martif SYSTEM "TBXBasiccoreStructV02.dtd">
<martif type="TBX-Basic" xml:lang="en"><text><body>
 <termEntry id="c1">
  <descrip type="definition">A treaty of the  river.</descrip>
  <langSet xml:lang="en-US">
   <tig><term>River Accord</term>
     <termNote type="administrativeStatus">deprecatedTerm-admn-sts</termNote></tig>
   <tig><term>River Pact</term>
     <termNote type="administrativeStatus">admittedTerm-admn-sts</termNote></tig>
   <ntig><termGrp><term>River <hi>Peace</hi> Agreement</term>
     <termNote type="administrativeStatus">preferredTerm-admn-sts</termNote></termGrp></ntig>
   <tig><term>RPA</term><termNote type="termType">acronym</termNote></tig>
  </langSet>
  <langSet xml:lang="km"><tig><term>កិច្ចព្រមព្រៀងទន្លេ</term></tig></langSet>
  <langSet xml:lang="fr"><tig><term>Accord du fleuve</term></tig></langSet>
 </termEntry>
 <termEntry id="c2"><langSet xml:lang="fr"><tig><term>Barrage</term></tig></langSet></termEntry>
</body></text></martif>
"""

VERSION_3 = """<tbx type="TBX-Basic" style="dct" xml:lang="en" xmlns="urn:iso:std:iso:30042:ed-2"
  xmlns:min="http://www.tbxinfo.net/ns/min" xmlns:basic="http://www.tbxinfo.net/ns/basic">
<text><body><conceptEntry id="c1"><basic:definition>A body.</basic:definition>
 <langSec xml:lang="en"><termSec><term>Water Committee</term>
   <min:administrativeStatus>preferredTerm-admn-sts</min:administrativeStatus></termSec>
  <termSec><term>WC</term><basic:termType>acronym</basic:termType></termSec>
  <termSec><term>Water Board</term>
   <min:administrativeStatus>supersededTerm-admn-sts</min:administrativeStatus></termSec></langSec>
</conceptEntry></body></text></tbx>
"""


def _read(folder: Path, name: str, content: str | bytes) -> DraftTerms:
    path = folder / name
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return read_terms(path)


def test_a_table_with_khmer_headers_is_read_in_any_order_of_columns(tmp_path: Path) -> None:
    draft = _read(tmp_path, "ពាក្យ.csv", KHMER_HEADER + "ទន្លេ,River,ទ.,R,Stream; Brook ;,Wet\n")
    term = draft.terms[0].term
    assert (draft.rows, draft.terms[0].row) == (1, 2)
    assert term.texts == {"km": TermText("ទន្លេ", "ទ."), "en": TermText("River", "R")}
    assert term.forbidden == {"en": ("Stream", "Brook")}
    assert term.note == "Wet"


def test_a_header_may_stand_below_a_title(tmp_path: Path) -> None:
    draft = _read(tmp_path, "a.csv", "Our terms,\n\nNote,English,Khmer\nn,River,ទន្លេ\n")
    assert draft.terms[0].term.text("en").text == "River"


def test_two_columns_need_no_header(tmp_path: Path) -> None:
    draft = _read(tmp_path, "a.csv", "River,ទន្លេ\nLake,បឹង\n")
    assert [one.term.text("km").text for one in draft.terms] == ["ទន្លេ", "បឹង"]


@pytest.mark.parametrize(
    ("content", "words"),
    [
        ("Khmer,English\nRiver,ទន្លេ\nLake,បឹង\n", "swapped"),
        ("one,two\nthree,four\n", "No column"),
        ("a,b,c\nd,e,f\n", "No column"),
    ],
)
def test_a_table_of_which_nothing_is_sure_is_refused(
    tmp_path: Path, content: str, words: str
) -> None:
    with pytest.raises(ImportRefused) as refused:
        _read(tmp_path, "a.csv", content)
    assert words in str(refused.value)


def test_tbx_of_version_2_is_read_with_its_deprecated_forms(tmp_path: Path) -> None:
    draft = _read(tmp_path, "a.tbx", VERSION_2)
    assert (draft.rows, len(draft.terms), len(draft.listed)) == (2, 1, 1)
    term = draft.terms[0].term
    assert term.text("en") == TermText("River Peace Agreement", "RPA")
    assert term.forbidden == {"en": ("River Accord",)}
    assert term.note == "A treaty of the river."
    assert draft.listed[0].text == "Barrage"
    assert [dict(note.arguments) for note in draft.notes] == [{"count": 1}, {"languages": "fr"}]


def test_tbx_of_version_3_may_name_elements_after_what_they_say(tmp_path: Path) -> None:
    term = _read(tmp_path, "a.tbx", VERSION_3).terms[0].term
    assert term.text("en") == TermText("Water Committee", "WC")
    assert term.forbidden == {"en": ("Water Board",)}
    assert term.note == "A body."


def test_an_acronym_alone_is_the_form(tmp_path: Path) -> None:
    content = VERSION_3.replace("<term>Water Committee</term>", "<term/>")
    assert _read(tmp_path, "a.tbx", content).terms[0].term.text("en") == TermText("WC")


BOMB = '<!DOCTYPE tbx [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]><tbx>&b;</tbx>'
FILE = '<!DOCTYPE tbx [<!ENTITY a SYSTEM "file:///etc/hostname">]><tbx>&a;</tbx>'


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (BOMB, "entity in line 1"),
        (FILE, "entity in line 1"),
        ('<!DOCTYPE tbx SYSTEM "x.dtd"><tbx>\n&unknown;</tbx>', "unknown entity in line 2"),
        ("<tbx>\n<text></tbx>", "damaged in line 2, column 9"),
        ("<tmx version='1.4'/>", "no TBX file: it begins with “tmx”"),
        ('<?xml version="1.0" encoding="x-limon"?><tbx/>', "encoding"),
        (b'<?xml version="1.0" encoding="UTF-8"?><tbx>\xff</tbx>', "damaged in line 1"),
        ("<tbx>" * 200, "more than is read"),
        ("", "empty"),
        ("PK\x03\x04", "ZIP"),
    ],
)
def test_a_broken_or_harmful_tbx_is_refused_with_the_place(
    tmp_path: Path, content: str | bytes, words: str
) -> None:
    with pytest.raises(ImportRefused) as refused:
        _read(tmp_path, "a.tbx", content)
    assert words in str(refused.value)


def test_tbx_in_utf_16_is_read(tmp_path: Path) -> None:
    content = VERSION_2.replace("UTF-8", "UTF-16").encode("utf-16")
    assert len(_read(tmp_path, "a.xml", content).terms) == 1


def test_swapped_languages_of_tbx_are_refused(tmp_path: Path) -> None:
    content = VERSION_2.replace('"km"', '"x"').replace('"en-US"', '"km"').replace('"x"', '"en"')
    with pytest.raises(ImportRefused, match="swapped"):
        _read(tmp_path, "a.tbx", content)
