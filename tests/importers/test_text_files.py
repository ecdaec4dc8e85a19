"""Text files: what is refused, in which words, and what is left as it was."""

from pathlib import Path

import pytest

from advocate_desk.importers.inline import without_inline_markup
from advocate_desk.importers.markers import split_marker
from advocate_desk.importers.source import SourceParagraph
from advocate_desk.importers.statement_reader import read_statements
from advocate_desk.importers.text_file import refuse_unreadable
from advocate_desk.model.errors import ImportRefused
from importers.reading import bodies, kinds, read_text

PICTURE = b"\x89PNG\r\n\x1a\n" + bytes(100)


def refusal(folder: Path, name: str, data: bytes) -> ImportRefused:
    path = folder / name
    path.write_bytes(data)
    with pytest.raises(ImportRefused) as caught:
        read_statements(path)
    assert name in str(caught.value)
    assert "{" not in str(caught.value)
    return caught.value


@pytest.mark.parametrize(
    ("name", "data", "words"),
    [
        ("a.txt", b"", "empty"),
        ("a.txt", b" \n\n\t\n", "no text"),
        ("a.txt", b"PK\x03\x04rest", "ZIP"),
        ("a.md", b"%PDF-1.7 rest", "PDF"),
        ("a.md", PICTURE, "picture"),
        ("a.txt", b"\xd0\xcf\x11\xe0\xa1\xb1", "Office"),
        ("a.txt", b"<!DOCTYPE html><p>hello", "web page"),
        ("a.txt", b"plain\0text", "not a text file"),
        ("a.txt", bytes(range(256)), "not a text file"),
        ("a.txt", "café".encode("latin-1"), "UTF-8"),
        ("a.txt", b"lone \xed\xa0\x80 surrogate", "UTF-8"),
        ("a.txt", b"\xff\xfe\x00\xd8a\x00", "damaged"),
        ("a.txt", b"x" * 600_000, "line"),
        ("a.txt", b"x" * 50_000_000, "MB"),
        ("a.txt", b"line\n\n" * 30_000, "paragraphs"),
        ("a.doc", b"anything", "ending"),
        ("a", b"anything", "ending"),
    ],
)
def test_a_file_that_cannot_be_read_is_refused_in_one_sentence(
    name: str, data: bytes, words: str, tmp_path: Path
) -> None:
    assert words in str(refusal(tmp_path, name, data))


def test_a_document_longer_than_any_statement_is_refused() -> None:
    line = SourceParagraph("x" * 500_001, 1)
    with pytest.raises(ImportRefused, match="longer than any"):
        refuse_unreadable((line,), "a.docx")


def test_a_missing_file_and_a_folder_are_refused(tmp_path: Path) -> None:
    with pytest.raises(ImportRefused, match="no file"):
        read_statements(tmp_path / "gone.txt")
    folder = tmp_path / "folder.txt"
    folder.mkdir()
    with pytest.raises(ImportRefused, match="cannot be opened"):
        read_statements(folder)
    with pytest.raises(ImportRefused, match=r"“\.” has no ending"):
        read_statements(Path())


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_encodings_that_tell_themselves_are_read(encoding: str, tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes("ចំណងជើង\r\n\r\nអត្ថបទ។".encode(encoding))
    (draft,) = read_statements(path)
    assert bodies(draft.blocks, "km") == ["ចំណងជើង", "អត្ថបទ។"]


def test_characters_that_are_no_text_are_taken_out_and_reported(tmp_path: Path) -> None:
    draft = read_text(tmp_path, "Ti\x01tle\n\nA \ufdd0word.\x07")
    assert bodies(draft.blocks, "en") == ["Title", "A word."]
    assert draft.notes[0].arguments == {"count": 3}


def test_signs_people_typed_stay_as_they_are(tmp_path: Path) -> None:
    text = (
        "“Curly” ‘quotes’, no\u00a0break, hy\u2010phen, ១២ 12, \u200bឆ្នាំ\u00a0២០១៨ a * b * c _x_y_"
    )
    draft = read_text(tmp_path, f"# T\n\n{text}.")
    assert draft.blocks[1].texts["km" if "km" in draft.blocks[1].texts else "en"].body == f"{text}."


@pytest.mark.parametrize(
    ("marked", "plain"),
    [
        ("**bold** and *light* and _so_", "bold and light and so"),
        ("***both***", "both"),
        ("**bold with *light* inside**", "bold with light inside"),
        ("ពាក្យ**ដិត**ពាក្យ", "ពាក្យដិតពាក្យ"),
        ("an *open mark", "an *open mark"),
        ("2 * 3 * 4 and 2*3*4", "2 * 3 * 4 and 2*3*4"),
        ("snake_case_name", "snake_case_name"),
        ("____ and ** and []()", "____ and ** and []()"),
        (r"\* not a list \[x\]", "* not a list [x]"),
        (r"C:\folder\name", r"C:\folder\name"),
        ("[a@b.org](mailto:a@b.org)", "a@b.org"),
        ("[www.b.org](https://www.b.org/)", "www.b.org"),
        ("[our page](https://b.org/x)", "our page (https://b.org/x)"),
        ("[write us](mailto:a@b.org)", "write us (a@b.org)"),
        ('[us](https://a.org "A title")', '[us](https://a.org "A title")'),
        ("![a picture](x.png)", "a picture (x.png)"),
        ("<a@b.org> and <https://b.org>", "a@b.org and https://b.org"),
        ("1 < 2 > 0", "1 < 2 > 0"),
        ("~~gone~~", "gone"),
        ("[not a link] (really)", "[not a link] (really)"),
    ],
)
def test_markup_goes_and_text_stays(marked: str, plain: str) -> None:
    assert without_inline_markup(marked) == plain


@pytest.mark.parametrize(
    ("text", "marker", "rest"),
    [
        ("1. One", "1.", "One"),
        ("12) Two", "12)", "Two"),
        ("(3) Three", "(3)", "Three"),
        ("1.One", "1.", "One"),
        ("១. មួយ", "១.", "មួយ"),
        ("១២) ពីរ", "១២)", "ពីរ"),
        ("១- មួយ", "១-", "មួយ"),
        ("ទី១៖ មួយ", "ទី១៖", "មួយ"),
        ("ក) មួយ", "ក)", "មួយ"),
        ("ខ. ពីរ", "ខ.", "ពីរ"),
        ("a) one", "a)", "one"),
        ("(iv) four", "(iv)", "four"),
        ("• dot", "•", "dot"),
        ("·dot", "·", "dot"),
        ("– dash", "–", "dash"),
        ("- hyphen", "-", "hyphen"),
        ("2. \u00a0Two", "2.", "\u00a0Two"),
    ],
)
def test_list_markers_are_split_off(text: str, marker: str, rest: str) -> None:
    found = split_marker(text)
    assert found
    assert (found.marker, found.rest) == (marker, rest)
    assert found.typed + found.rest == text


@pytest.mark.parametrize(
    "text",
    ["1.5 million", "25 years", "3S Rivers", "2017", "-5 degrees", "Mr. Sok", "A. Sok", "1."],
)
def test_text_that_is_no_marker_is_left(text: str) -> None:
    assert split_marker(text) is None


def test_headings_rules_and_quotes_of_markdown(tmp_path: Path) -> None:
    text = "Title\n=====\n\n---\n\n## Part ##\n\n> Quoted text.\n\n#NotAHeading of ours.\n"
    draft = read_text(tmp_path, text)
    assert kinds(draft) == ["title", "heading", "paragraph", "paragraph"]
    assert bodies(draft.blocks, "en") == ["Title", "Part", "Quoted text.", "#NotAHeading of ours."]
