"""Style files: readable, partial ones of one's own, and refusals that name the key."""

from pathlib import Path

import pytest

from advocate_desk.exporters.blocks import Composition, ExportOptions, Part, Role
from advocate_desk.exporters.compose import compose
from advocate_desk.exporters.docx_looks import sheet
from advocate_desk.exporters.docx_writer import docx_bytes
from advocate_desk.exporters.styles import (
    ROLE_FONTS,
    Style,
    default_style,
    load_style,
    shipped_styles,
    style_from,
)
from advocate_desk.language.fonts import has_bold
from advocate_desk.model.errors import StyleRefused
from advocate_desk.model.kinds import BlockKind, Layout
from exporters.docx_parts import W, parts_of, text_of, tree, w
from exporters.sample import block, every_kind, view

NAMES = ["coalition_statement", "petition", "formal_letter", "press_release"]
SHIPPED = pytest.mark.parametrize("name", NAMES)


def _style(content: str = "", name: str = "own") -> Style:
    return style_from(name, content)


def _demands(style: Style, layout: Layout = Layout.SIDE_BY_SIDE) -> Composition:
    two = (
        block(BlockKind.DEMAND, "ខ្លឹមសារ", "Text", headings=("ឈប់", "Stop")),
        block(BlockKind.DEMAND, "ខ្លឹមសារ", "Text", headings=("ចាប់ផ្តើម", "Start")),
    )
    return compose(view(*two), layout, ExportOptions(style=style))


def _markers(composition: Composition, language: str) -> list[str]:
    heads = [p for p in composition.side(language) if p.role is Role.DEMAND_HEADING]
    return [part.marker for part in heads]


def test_four_styles_ship_the_usual_one_first() -> None:
    assert next(iter(shipped_styles())) == "coalition_statement"
    assert sorted(shipped_styles()) == sorted(NAMES)
    assert ExportOptions().style == default_style() == load_style(shipped_styles()[NAMES[0]])


@SHIPPED
def test_a_shipped_style_is_named_in_both_languages_and_has_every_role(name: str) -> None:
    style = load_style(shipped_styles()[name])
    assert set(style.title) == {"km", "en"}
    assert set(style.roles) == set(ROLE_FONTS)
    assert {role.value for role in Role} - {"page_break"} <= set(style.roles)


@SHIPPED
def test_a_bold_that_does_not_exist_is_never_asked_for(name: str) -> None:
    looks = sheet(load_style(shipped_styles()[name]))
    for each in looks.styles.values():
        for script in ("km", "en"):
            assert not each.look.is_bold(script) or has_bold(each.look.font(script))


@SHIPPED
def test_khmer_lines_have_more_room_than_latin_ones(name: str) -> None:
    roles = load_style(shipped_styles()[name]).roles
    for role in ("paragraph", "demand_body", "item"):
        assert roles[role].khmer_line >= 1.15
        assert roles[role].khmer_line > roles[role].line


@SHIPPED
@pytest.mark.parametrize("layout", Layout)
def test_every_style_names_only_fonts_it_embeds(name: str, layout: Layout) -> None:
    options = ExportOptions(style=load_style(shipped_styles()[name]))
    parts = parts_of(docx_bytes(compose(every_kind(names=45), layout, options)))
    runs = tree(docx_bytes(compose(every_kind(names=45), layout, options)), "word/document.xml")
    used = {w(f, "ascii") for f in runs.iter(W + "rFonts")}
    table = parts["word/fontTable.xml"].decode()
    for family in used:
        entry = table.split(f'<w:font w:name="{family}">')[1].split("</w:font>")[0]
        assert "embedRegular" in entry or "embedBold" in entry, family


def test_a_style_of_ones_own_says_only_what_is_different() -> None:
    own = _style('[roles.title]\nsize = 24\ncolor = "#aa0011"\n')
    usual = default_style()
    assert (own.roles["title"].size, own.roles["title"].color) == (24.0, "AA0011")
    assert own.roles["title"].khmer_size == usual.roles["title"].khmer_size
    assert own.page == usual.page
    assert own != usual


@pytest.mark.parametrize(
    ("form", "khmer", "english"),
    [
        ("1.", ["១.", "២."], ["1.", "2."]),
        ("1)", ["១)", "២)"], ["1)", "2)"]),
        ("article", ["មាត្រា ១", "មាត្រា ២"], ["Article 1", "Article 2"]),
    ],
)
def test_demands_are_numbered_in_the_form_of_the_style(
    form: str, khmer: list[str], english: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    translate = lambda code, text, **f: (  # noqa: E731 - one expression
        f"មាត្រា {f['number']}" if code == "km" else text.format(**f)
    )
    monkeypatch.setattr("advocate_desk.exporters.demand_marks.translate", translate)
    style = _style(f'[numbering]\ndemands = "{form}"\n')
    composition = _demands(style)
    assert _markers(composition, "km") == khmer
    assert _markers(composition, "en") == english
    levels = tree(docx_bytes(composition), "word/numbering.xml").iter(W + "lvlText")
    assert [w(level) for level in levels] == [english[0].replace("1", "%1")]


def test_the_khmer_side_may_count_in_latin_digits() -> None:
    composition = _demands(_style("[numbering]\nkhmer_digits = false\n"))
    assert _markers(composition, "km") == ["1.", "2."]


def test_articles_have_room_for_their_word() -> None:
    style = _style('[numbering]\ndemands = "article"\n')
    document = tree(docx_bytes(_demands(style, Layout.ENGLISH)), "word/document.xml")
    heads = [p for p in document.iter(W + "p") if text_of(p) in {"Stop", "Start"}]
    assert {int(w(p.find(f"{W}pPr/{W}ind"), "hanging")) for p in heads} == {1304}


@pytest.mark.parametrize(
    ("form", "shown", "said"),
    [
        ("{page} / {pages}", True, " / "),
        ("– {page} –", True, "– "),
        ("ទំព័រ {page}", True, "ទំព័រ "),
        ("{page}", False, ""),
    ],
)
def test_the_line_of_the_page_number_is_the_styles(form: str, said: str, *, shown: bool) -> None:
    flag = str(shown).lower()
    style = _style(f'[page_numbers]\nshow = {flag}\nform = "{form}"\n')
    parts = parts_of(docx_bytes(_demands(style)))
    assert ("word/footer.xml" in parts) is shown
    if shown:
        footer = tree(docx_bytes(_demands(style)), "word/footer.xml")
        assert said in text_of(footer)
        assert " PAGE " in "".join(footer.itertext())


def test_side_by_side_columns_take_the_styles_share() -> None:
    style = _style("[side_by_side]\nkhmer_percent = 60\n")
    grid = tree(docx_bytes(_demands(style)), "word/document.xml").iter(W + "gridCol")
    khmer, english = (int(w(column, "w")) for column in grid)
    assert khmer / (khmer + english) == pytest.approx(0.6, abs=0.01)


def test_the_styles_columns_hold_until_a_person_chooses() -> None:
    style = _style("[endorsers]\ncolumns = 3\n")
    for chosen, expected in ((0, "3"), (2, "2")):
        options = ExportOptions(style=style, endorser_columns=chosen)
        document = tree(
            docx_bytes(compose(every_kind(), Layout.ENGLISH, options)), "word/document.xml"
        )
        assert expected in [w(c, "num") for c in document.iter(W + "cols")]


@pytest.mark.parametrize(
    ("content", "key", "reason"),
    [
        ("[roles.title]\nsize = 'big'", "roles.title.size", "must be a number from 5 to 60"),
        ("[roles.title]\nsize = 900", "roles.title.size", "must be a number"),
        ("[roles.title]\nbold = 1", "roles.title.bold", "true or false"),
        ("[roles.title]\ncolour = 'red'", "roles.title.colour", "not known"),
        ("[roles.heading]\ncolor = 'red'", "roles.heading.color", "a colour such as"),
        ("[roles]\nfooter = 1", "roles.footer", "not known"),
        ("roles = 3", "roles", "must be a table"),
        ("[fonts.khmer]\nbody = 'Noto Serif'", "fonts.khmer.body", "comes with the program"),
        ("[fonts.latin]\nbody = 'Comic Sans'", "fonts.latin.body", "comes with the program"),
        ("[numbering]\ndemands = 'a.'", "numbering.demands", "one of: 1., 1), article"),
        ("[endorsers]\ncolumns = 4", "endorsers.columns", "from 0 to 3"),
        ("[endorsers]\ncolumns = true", "endorsers.columns", "from 0 to 3"),
        ("[page_numbers]\nform = '{name}'", "page_numbers.form", "must hold"),
        ("[page_numbers]\nform = '{page'", "page_numbers.form", "must hold"),
        ("[page]\nleft = nan", "page.left", "must be a number"),
        ("colour = 3", "colour", "not known"),
        ("[title]\nen = 5", "title.en", "must be a text"),
    ],
)
def test_a_wrong_value_is_refused_by_its_key(content: str, key: str, reason: str) -> None:
    with pytest.raises(StyleRefused) as refusal:
        _style(content, "mine")
    said = str(refusal.value)
    assert "“mine”" in said
    assert f" {key}" in said
    assert reason in said


@pytest.mark.parametrize("data", [b"= no toml", b"\xff\xfe\x00", b"a = [" * 5000])
def test_a_file_that_is_no_toml_is_refused(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "bad.toml"
    path.write_bytes(data)
    with pytest.raises(StyleRefused, match=r"“bad\.toml” cannot be read"):
        load_style(path)
    with pytest.raises(StyleRefused, match="cannot be read"):
        load_style(tmp_path / "nowhere.toml")


def test_parts_of_every_role_have_a_style_in_word() -> None:
    looks = sheet(default_style(), narrow=True)
    for role in set(Role) - {Role.PAGE_BREAK}:
        assert looks.style(role, "km").style_id == f"{looks.style(role, 'en').style_id}Khmer"
    assert Part(Role.NOTE, "en", "x").role in {role for role, _ in looks.styles}
