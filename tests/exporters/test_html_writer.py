"""HTML for a web page: what each piece is, in which language, and nothing smuggled in."""

from html.parser import HTMLParser

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from typing_extensions import override

from advocate_desk.exporters.blocks import Composition, Flow, Footnote, Link, Part, Role, Row
from advocate_desk.exporters.compose import compose
from advocate_desk.exporters.html_writer import fragment
from advocate_desk.model.kinds import Layout
from exporters.sample import river_statement

TAGS = frozenset(
    [
        "article",
        "section",
        "h1",
        "h2",
        "h3",
        "h4",
        "p",
        "ol",
        "ul",
        "li",
        "div",
        "blockquote",
        "address",
        "table",
        "thead",
        "tbody",
        "tr",
        "th",
        "td",
        "a",
        "span",
        "sup",
        "br",
        "mark",
    ]
)
ATTRIBUTES = frozenset({"lang", "href", "id", "role", "start", "value", "scope"})


class _Read(HTMLParser):
    """Reads a fragment back: its text, its tags, whether every tag that opens closes in turn."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.text = ""
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.open: list[str] = []
        self.feed(html)
        self.close()
        assert self.open == []

    @override
    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        if tag != "br":
            self.open.append(tag)

    @override
    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    @override
    def handle_data(self, data: str) -> None:
        self.text += data

    @override
    def handle_comment(self, data: str) -> None:
        raise AssertionError(data)

    @override
    def handle_decl(self, decl: str) -> None:
        raise AssertionError(decl)

    @override
    def handle_pi(self, data: str) -> None:
        raise AssertionError(data)


def _composition(*parts: Part, language: str = "en") -> Composition:
    rows = tuple(Row("", {language: (part,)}) for part in parts)
    flow = Flow((language,), rows)
    return Composition(Layout(language), {}, (flow,), "", {}, (language,))


def _inside(*parts: Part, language: str = "en") -> str:
    html = fragment(_composition(*parts, language=language))
    return html.removeprefix(f'<article lang="{language}">\n').removesuffix("</article>\n")


def _words(text: str) -> list[str]:
    return text.split()


@pytest.mark.parametrize("layout", Layout)
def test_the_whole_text_is_there_in_well_formed_elements(layout: Layout) -> None:
    composition = compose(river_statement(withheld=2, names=30), layout)
    read = _Read(fragment(composition))
    assert {tag for tag, _ in read.tags} <= TAGS
    assert {name for _, attributes in read.tags for name in attributes} <= ATTRIBUTES
    read_words = set(_words(read.text))
    assert {word for part in composition.parts for word in _words(part.text)} <= read_words


@pytest.mark.parametrize("layout", [Layout.KHMER_ENGLISH, Layout.ENGLISH_KHMER, Layout.BOOKLET])
def test_each_language_is_an_article_of_its_own(layout: Layout) -> None:
    read = _Read(fragment(compose(river_statement(), layout)))
    found = [attributes["lang"] for tag, attributes in read.tags if tag == "article"]
    assert found == list(layout.languages)


def test_english_lists_count_by_themselves_and_khmer_markers_are_text() -> None:
    english = fragment(compose(river_statement(), Layout.ENGLISH))
    assert "<ol>\n<li>Clean River Network (CRN)</li>\n<li>Lotus Lake" in english
    assert "1. Clean" not in english
    khmer = fragment(compose(river_statement(), Layout.KHMER))
    assert '<div role="listitem">១. បណ្តាញទន្លេស្អាត</div>\n<div role="listitem">២. ' in khmer
    assert "<ol" not in khmer


def test_a_list_that_goes_on_says_its_number() -> None:
    def item(number: int) -> Part:
        marker = f"{number}."
        return Part(Role.ITEM, "en", "x", marker, number=number, list_id="a", block_id=marker)

    html = _inside(item(3), item(4), item(7))
    assert html == '<ol start="3">\n<li>x</li>\n<li>x</li>\n<li value="7">x</li>\n</ol>\n'


def test_entries_nest_and_may_have_paragraphs() -> None:
    parts = (
        Part(Role.ITEM, "en", "one", "1.", number=1, list_id="a", block_id="1"),
        Part(Role.ITEM, "en", "still one", list_id="a", block_id="1"),
        Part(Role.ITEM, "en", "below", "–", level=1, list_id="b", block_id="2"),
        Part(Role.ITEM, "en", "two", "2.", number=2, list_id="a", block_id="3"),
        Part(Role.PARAGRAPH, "en", "after"),
    )
    assert _inside(*parts) == (
        "<ol>\n<li><p>one</p><p>still one</p>\n<ul>\n<li>below</li>\n</ul>\n</li>\n"
        "<li>two</li>\n</ol>\n<p>after</p>\n"
    )


def test_entries_without_a_mark_are_entries_still() -> None:
    parts = [Part(Role.ITEM, "en", text, block_id=text) for text in "ab"]
    expected = '<div role="listitem">a</div>\n<div role="listitem">b</div>\n'
    assert _inside(*parts) == f'<div role="list">\n{expected}</div>\n'


def test_side_by_side_is_a_table_whose_columns_are_named() -> None:
    html = fragment(compose(river_statement(), Layout.SIDE_BY_SIDE))
    assert '<th scope="col" lang="km">ភាសាខ្មែរ</th><th scope="col" lang="en">English</th>' in html
    assert '<td lang="en"><h2>What we ask</h2></td>' in html
    assert '<ol start="2">\n<li>Lotus Lake' in html


def test_what_stands_above_a_table_is_marked_by_language() -> None:
    def row(text: str) -> Row:
        return Row("", {c: (Part(Role.HEADER_NAME, c, f"{text} {c}"),) for c in ("km", "en")})

    flow = Flow(("km", "en"), (row("below"),), head=(row("above"),))
    html = fragment(Composition(Layout.SIDE_BY_SIDE, {}, (flow,), "", {}, ("km", "en")))
    assert html.index('<div lang="en">\n<p>above en<') < html.index("<table>") < html.index("below")


def test_another_script_is_marked_with_its_language() -> None:
    assert _inside(Part(Role.PARAGRAPH, "en", "the ទន្លេ river")) == (
        '<p>the <span lang="km">ទន្លេ</span> river</p>\n'
    )


def test_addresses_lead_where_they_say_and_nowhere_else() -> None:
    good = Part(Role.CONTACT, "en", "to a@b.example", links=(Link(3, 14, "mailto:a@b.example"),))
    bad = Part(Role.PARAGRAPH, "en", "press", links=(Link(0, 5, "javascript:alert(1)"),))
    assert _inside(good, bad) == (
        '<address>to <a href="mailto:a@b.example">a@b.example</a></address>\n<p>press</p>\n'
    )


def test_notes_lead_there_and_back() -> None:
    notes = (Footnote(5, 1, "1", "See a@b.example", (Link(4, 15, "mailto:a@b.example"),)),)
    html = _inside(Part(Role.PARAGRAPH, "en", "water, too", notes=notes))
    mark = '<a href="#note-en-1" id="note-en-1-mark" role="doc-noteref">1</a>'
    assert html.startswith(f"<p>water<sup>{mark}</sup>, too</p>\n<section")
    assert '<div role="listitem" id="note-en-1"><a href="#note-en-1-mark"' in html
    assert '<a href="mailto:a@b.example">' in html


def test_a_missing_text_is_marked_and_a_line_break_kept() -> None:
    assert _inside(Part(Role.QUOTATION, "en", "a\nb", missing=True)) == (
        "<blockquote><p><mark>a<br>\nb</mark></p></blockquote>\n"
    )


@settings(max_examples=150, deadline=None)
@given(
    st.text(alphabet=st.characters(exclude_categories=["Cs", "Cc", "Cn"])),
    st.sampled_from([role for role in Role if role is not Role.PAGE_BREAK]),
    st.sampled_from(["", "1.", "២.", "•", '<b a="']),
)
def test_any_text_is_read_back_as_it_was(text: str, role: Role, marker: str) -> None:
    part = Part(role, "km", text, marker, number=1 if marker == "1." else 0)
    read = _Read(fragment(_composition(part, language="km")))
    if role in {Role.ORNAMENT, Role.SIGNATURE_SPACE}:
        assert not read.text.strip()
        return
    assert "".join(read.text.split()).endswith("".join(text.split()))
    assert {tag for tag, _ in read.tags} <= TAGS


@pytest.mark.parametrize(
    "text", ["</p><script>alert(1)</script>", '"><img src=x>', "&lt;b&gt;", "<!--", "]]>"]
)
def test_markup_in_a_text_is_text(text: str) -> None:
    hostile = (
        Part(Role.PARAGRAPH, "en", text, links=(Link(0, len(text), f'https://x/"{text}'),)),
        Part(Role.ITEM, "en", text, text),
    )
    read = _Read(fragment(_composition(*hostile)))
    assert {tag for tag, _ in read.tags} <= {"article", "p", "a", "ul", "li"}
    assert read.text.count(text) == 2
    assert {name for _, attributes in read.tags for name in attributes} <= ATTRIBUTES
