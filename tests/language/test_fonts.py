import hashlib

import pytest
from fontTools.ttLib import TTFont

from advocate_desk.language import fonts
from advocate_desk.language.fonts import FACES, Face, body_family, face, has_bold, lacks
from seeds import seed_1, seed_2

each_face = pytest.mark.parametrize("one", FACES, ids=lambda one: one.file.stem)


@each_face
def test_a_face_is_the_reviewed_file(one: Face) -> None:
    assert hashlib.sha256(one.file.read_bytes()).hexdigest() == one.sha256


@each_face
def test_a_face_may_be_embedded_and_carries_its_licence(one: Face) -> None:
    assert one.fs_type == 0
    text = one.licence.read_text(encoding="utf-8")
    assert "SIL OPEN FONT LICENSE Version 1.1" in text
    assert text.startswith("Copyright")


@each_face
def test_what_is_known_of_a_face_is_what_the_file_says(one: Face) -> None:
    font = TTFont(one.file)
    os2, names = font["OS/2"], font["name"]
    assert (names.getDebugName(1), names.getDebugName(2)) == (one.family, one.style)
    assert os2.fsType == one.fs_type
    assert one.is_bold == bool(os2.fsSelection & 0x20) == bool(font["head"].macStyle & 1)
    assert one.usb == tuple(f"{getattr(os2, f'ulUnicodeRange{n}'):08X}" for n in (1, 2, 3, 4))
    assert one.csb == tuple(f"{getattr(os2, f'ulCodePageRange{n}'):08X}" for n in (1, 2))
    assert len(bytes.fromhex(one.panose)) == 10


@each_face
def test_the_shaping_of_khmer_came_through_the_joining(one: Face) -> None:
    font = TTFont(one.file)
    scripts = {record.ScriptTag for record in font["GSUB"].table.ScriptList.ScriptRecord}
    features = {record.FeatureTag for record in font["GSUB"].table.FeatureList.FeatureRecord}
    if one.family in {fonts.BODY_LATIN, fonts.UI_LATIN}:
        assert "latn" in scripts
    else:
        assert "khmr" in scripts
        assert {"pref", "blwf", "pstf"} <= features


def test_every_family_has_a_bold_but_moul() -> None:
    assert {one.family for one in FACES if not has_bold(one.family)} == {fonts.HEADING_KHMER}
    assert face(fonts.HEADING_KHMER, bold=True) is None
    assert face("Comic Sans") is None
    assert not has_bold("Comic Sans")


def test_faces_are_read_once() -> None:
    assert fonts.faces() is FACES


def test_a_name_the_module_does_not_have_is_an_error() -> None:
    with pytest.raises(AttributeError, match="FONTS"):
        _ = fonts.FONTS


@pytest.mark.parametrize(
    "family", [fonts.BODY_KHMER, fonts.UI_KHMER, fonts.TEXT_KHMER, fonts.HEADING_KHMER]
)
def test_khmer_families_have_all_of_khmer(family: str) -> None:
    khmer = "".join(
        map(chr, [*range(0x1780, 0x17A3), *range(0x17A5, 0x17B4), *range(0x17B6, 0x17D4)])
    )
    assert lacks(family, khmer + "។៕៖ៗ៛០១២៣៤៥៦៧៨៩ PPA 1991") == ""


@pytest.mark.parametrize("family", [fonts.BODY_LATIN, fonts.UI_LATIN])
def test_names_of_any_neighbour_have_their_letters(family: str) -> None:
    names = "Phạm Bình Minh, Nguyễn Thị Đào, António, Łódź, Çelik, Škoda, Œuvre, Dato’ Sri, “x”, a‐b – c — d …"
    assert lacks(family, names) == ""


def test_a_khmer_body_font_sets_french_and_portuguese_by_itself() -> None:
    assert lacks(fonts.BODY_KHMER, "António Œuvre Łódź “x” – — … €") == ""
    assert lacks(fonts.BODY_KHMER, "Phạm Phạm") == "ạ"
    assert lacks("Comic Sans", "ab a") == "ab"


def test_the_body_family_goes_by_the_language() -> None:
    assert (body_family("km"), body_family("en")) == ("Noto Serif Khmer", "Noto Serif")


@pytest.mark.parametrize("seed", [seed_1, seed_2])
def test_no_character_of_a_real_document_is_a_box(seed: object) -> None:
    assert callable(seed)
    text = "".join(c for c in seed().read_text(encoding="utf-8") if c.isprintable())
    assert set(lacks(fonts.BODY_KHMER, text)) & set(lacks(fonts.BODY_LATIN, text)) == set()
