"""A sign-on form: the text that is agreed to, and fields to fill in, in every language at once.

The code and the edition stand in the text, so that a form can be read back whatever its name.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from advocate_desk.exporters.blocks import Composition, Flow, Part, Role, Row, Start
from advocate_desk.exporters.docx_body import Body, gap
from advocate_desk.exporters.docx_looks import TWIPS_PER_MM
from advocate_desk.exporters.docx_paragraphs import Paragraphs
from advocate_desk.exporters.docx_runs import runs
from advocate_desk.exporters.docx_writer import docx_bytes
from advocate_desk.language.catalog import translate
from advocate_desk.language.khmer import has_khmer
from advocate_desk.language.numbers import in_digits
from advocate_desk.model.kinds import ENGLISH, KHMER
from advocate_desk.model.marked import marked

TITLE = marked("Sign-on form")
CODE_LINE = marked("Code {code} · Edition {number} · {hash}")
AGREED = marked("We have read the text above and endorse it.")
NAME_KHMER = marked("Our name in Khmer, as it is to be printed")
NAME_ENGLISH = marked("Our name in English, as it is to be printed")
WHO = marked("Name of who signs")
ROLE = marked("Position")
SIGNATURE = marked("Signature or thumbprint")
DATE = marked("Date (day/month/year)")
WITHHOLD = marked("Names withheld")
WITHHOLD_BOX = marked(
    "Do not print our name. Count us as one whose name is withheld for its safety."
)
SEND_BACK = marked("Send this file or a photo of it back, and keep the code in its name: {code}.")
BOX = "[     ]"
LABELS = (NAME_KHMER, NAME_ENGLISH, WHO, ROLE, SIGNATURE, DATE, WITHHOLD)
_HEIGHTS: Mapping[str, int] = {SIGNATURE: 22}  # millimetres; the others have a usual one
_USUAL = 10
_AFTER_TABLE = 160  # twips


@dataclass(frozen=True, slots=True)
class SignOnForm:
    """One endorser's form: its code as printed, its names where they may stand there."""

    code: str
    edition_number: int
    edition_hash: str
    names: Mapping[str, str]


def form_bytes(text: Composition, form: SignOnForm) -> bytes:
    """The form as a Word document around the text; the same form gives the same bytes."""
    composition = form_composition(text, form)
    return docx_bytes(composition, lambda body: _add_fields(body, form, text.languages))


def form_composition(text: Composition, form: SignOnForm) -> Composition:
    """What stands on the form before its fields."""
    head = Flow((text.languages[0],), tuple(_head(form, text.languages)))
    flows = tuple(replace(flow, start=Start.HERE, head=()) for flow in text.flows)
    return replace(text, flows=(head, *flows), title=_titles(text))


def _titles(text: Composition) -> dict[str, str]:
    return {
        code: f"{translate(code, TITLE)}: {title}" if title else translate(code, TITLE)
        for code, title in text.title.items()
    }


def _head(form: SignOnForm, languages: Sequence[str]) -> Iterator[Row]:
    first = languages[0]
    titles = " / ".join(dict.fromkeys(translate(code, TITLE) for code in languages))
    yield _row(Part(Role.SUBTITLE, first, titles))
    for code in languages:
        line = translate(
            code,
            CODE_LINE,
            code=form.code,
            number=in_digits(form.edition_number, code),
            hash=form.edition_hash,
        )
        yield Row("", {first: (Part(Role.NOTE, code, line),)})


def _row(part: Part) -> Row:
    return Row("", {part.language: (part,)}, keep=True)


def _add_fields(body: Body, form: SignOnForm, languages: Sequence[str]) -> None:
    """The fields after the text: on one page, with the words that send the form back."""
    paragraphs = body.paragraphs
    for code in languages:
        agreed = Part(Role.LABEL, code, translate(code, AGREED))
        body.add(paragraphs.of(agreed, keep=True))
    body.add_table(_table(form, languages, paragraphs, body.width))
    space = gap()
    space.after = _AFTER_TABLE
    body.add(space)
    for code in languages:
        words = translate(code, SEND_BACK, code=form.code)
        body.add(paragraphs.of(Part(Role.NOTE, code, words)))


def _table(form: SignOnForm, languages: Sequence[str], paragraphs: Paragraphs, width: int) -> str:
    widths = [width * 2 // 5, width - width * 2 // 5]
    line = f'w:val="single" w:sz="4" w:space="0" w:color="{paragraphs.sheet.rule_color}"'
    borders = "".join(
        f"<w:{side} {line}/>" for side in ("top", "left", "bottom", "right", "insideH", "insideV")
    )
    rows = "".join(_field(label, form, languages, paragraphs, widths) for label in LABELS)
    columns = "".join(f'<w:gridCol w:w="{one}"/>' for one in widths)
    return (
        f'<w:tbl><w:tblPr><w:tblW w:w="{width}" w:type="dxa"/><w:tblBorders>{borders}'
        '</w:tblBorders><w:tblLayout w:type="fixed"/><w:tblCellMar><w:top w:w="57" w:type="dxa"/>'
        '<w:left w:w="113" w:type="dxa"/><w:bottom w:w="57" w:type="dxa"/>'
        '<w:right w:w="113" w:type="dxa"/></w:tblCellMar></w:tblPr>'
        f"<w:tblGrid>{columns}</w:tblGrid>{rows}</w:tbl>"
    )


def _field(
    label: str,
    form: SignOnForm,
    languages: Sequence[str],
    paragraphs: Paragraphs,
    widths: Sequence[int],
) -> str:
    """A row: what is asked, in every language, and the place for it."""
    asked = "".join(_line(translate(code, label), paragraphs) for code in languages)
    given = "".join(_line(text, paragraphs) for text in _given(label, form, languages))
    height = round(_HEIGHTS.get(label, _USUAL) * TWIPS_PER_MM)
    cells = "".join(
        f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/><w:vAlign w:val="center"/></w:tcPr>'
        f"{content}</w:tc>"
        for content, width in zip((asked, given), widths, strict=True)
    )
    return (
        f'<w:tr><w:trPr><w:cantSplit/><w:trHeight w:val="{height}" w:hRule="atLeast"/></w:trPr>'
        f"{cells}</w:tr>"
    )


def _given(label: str, form: SignOnForm, languages: Sequence[str]) -> Sequence[str]:
    if label == NAME_KHMER:
        return (form.names.get(KHMER, ""),)
    if label == NAME_ENGLISH:
        return (form.names.get(ENGLISH, ""),)
    if label == WITHHOLD:
        first, *others = (translate(code, WITHHOLD_BOX) for code in languages)
        return (f"{BOX} {first}", *others)
    return ("",)


def _line(text: str, paragraphs: Paragraphs) -> str:
    """A line of the table, kept with the next one: the fields stand on one page."""
    language = KHMER if has_khmer(text) else ENGLISH
    style = paragraphs.sheet.style(Role.PARAGRAPH, language)
    return (
        f'<w:p><w:pPr><w:pStyle w:val="{style.style_id}"/><w:keepNext/>'
        '<w:spacing w:before="0" w:after="0"/></w:pPr>'
        f"{runs(text, style.look, language, paragraphs.faces)}</w:p>"
    )
