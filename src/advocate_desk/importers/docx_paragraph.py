"""One paragraph of a Word file: its text, and what of it is set aside."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from xml.etree import ElementTree as ET

from advocate_desk.importers.docx_package import Relation
from advocate_desk.importers.docx_styles import Numbering, Styles
from advocate_desk.importers.docx_xml import attribute, child, is_on, local, value
from advocate_desk.importers.inline import shown_link
from advocate_desk.model.errors import ImportRefused
from advocate_desk.model.marked import marked

_FIELD = marked(
    "“{name}” holds a field ({what}) that fetches or starts something; it was not read."
)
_ADVICE = marked("In Word, select everything, press Ctrl+Shift+F9, save and try again.")
# Fields that only show something of the document itself.
_KNOWN_FIELDS = frozenset(
    [
        "=",
        "ADVANCE",
        "AUTHOR",
        "AUTONUM",
        "AUTONUMLGL",
        "AUTONUMOUT",
        "BIBLIOGRAPHY",
        "CITATION",
        "COMMENTS",
        "CREATEDATE",
        "DATE",
        "DOCPROPERTY",
        "EDITTIME",
        "EQ",
        "FILENAME",
        "FILESIZE",
        "FORMCHECKBOX",
        "FORMDROPDOWN",
        "FORMTEXT",
        "HYPERLINK",
        "INDEX",
        "INFO",
        "KEYWORDS",
        "LASTSAVEDBY",
        "LISTNUM",
        "MERGEFIELD",
        "NOTEREF",
        "NUMCHARS",
        "NUMPAGES",
        "NUMWORDS",
        "PAGE",
        "PAGEREF",
        "PRINTDATE",
        "QUOTE",
        "REF",
        "REVNUM",
        "SAVEDATE",
        "SECTION",
        "SECTIONPAGES",
        "SEQ",
        "STYLEREF",
        "SUBJECT",
        "SYMBOL",
        "TA",
        "TC",
        "TEMPLATE",
        "TIME",
        "TITLE",
        "TOA",
        "TOC",
        "USERADDRESS",
        "USERINITIALS",
        "USERNAME",
        "XE",
    ]
)
_LATIN = re.compile(r"[A-Za-z]")
_SIGNS: Mapping[str, str] = {
    "tab": "\t",
    "br": "\n",
    "cr": "\n",
    "noBreakHyphen": "\u2011",
    "softHyphen": "\u00ad",
}
_SKIPPED = frozenset({"pPr", "rPr", "moveFrom", "instrText", "delInstrText", "sdtPr", "rubyPr"})


@dataclass(slots=True)
class Reading:
    """What a paragraph says; a form feed stands for a page break in its text."""

    style_id: str
    text: str = ""
    has_break: bool = False
    is_bold: bool = False


@dataclass(slots=True)
class _Field:
    """A field while its instruction is read."""

    instruction: str = ""
    is_shown: bool = False
    is_built: bool = False


@dataclass(slots=True)
class Context:
    """What is the same for all paragraphs of a document, and where texts are set aside."""

    styles: Styles
    numbering: Numbering
    relations: Mapping[str, Relation]
    unplaced: list[str] = field(default_factory=list)
    legacy: int = 0
    deleted: int = 0
    hidden: int = 0
    fields: list[_Field] = field(default_factory=list)

    def reading(self, paragraph: ET.Element) -> Reading:
        """A paragraph, read.

        Raises:
            ImportRefused: it holds a field that reaches outside of the document.
        """
        return ParagraphReader(self, paragraph).read()

    def take_deleted(self, element: ET.Element) -> None:
        """Text that tracked changes deleted: no part of the statement, but shown."""
        text = "".join(t.text or "" for t in element.iter() if local(t) in {"delText", "t"})
        if text.strip():
            self.deleted += 1
            self.set_aside(text)

    def set_aside(self, text: str) -> None:
        """Keeps a text for the list of texts without a place."""
        bare = text.strip()
        if bare and bare not in self.unplaced[-200:]:
            self.unplaced.append(bare)


class ParagraphReader:
    """Walks through the runs of one paragraph."""

    def __init__(self, context: Context, paragraph: ET.Element) -> None:
        self._context = context
        self._paragraph = paragraph
        self._properties = child(paragraph, "pPr")
        self._parts: list[str] = []
        self._aside: list[str] = []
        self._bold: list[bool] = []
        self._doors: Mapping[str, Callable[[ET.Element], None]] = {
            "r": self._run,
            "hyperlink": self._hyperlink,
            "fldSimple": self._simple_field,
            "del": context.take_deleted,
            "AlternateContent": self._alternate,
            "txbxContent": self._text_box,
        }

    def read(self) -> Reading:
        """The text and the looks of the paragraph."""
        self._walk(self._paragraph)
        text = "".join(self._parts)
        self._flush_aside()
        return Reading(
            style_id=value(self._properties, "pStyle"),
            text=text,
            has_break="\f" in text,
            is_bold=bool(self._bold) and all(self._bold),
        )

    def _walk(self, element: ET.Element) -> None:
        for inner in element:
            name = local(inner)
            if name in _SKIPPED:
                continue
            self._doors.get(name, self._walk)(inner)

    def _is_in_instruction(self) -> bool:
        return bool(self._context.fields) and not self._context.fields[-1].is_shown

    def _run(self, run: ET.Element) -> None:
        properties = child(run, "rPr")
        before = len(self._parts)
        for element in run:
            self._run_part(element)
        text = "".join(self._parts[before:])
        if not text.strip():
            return
        if is_on(properties, "vanish"):
            self._take_out(before, "hidden")
        elif _LATIN.search(text) and self._context.styles.is_legacy(properties, self._properties):
            self._take_out(before, "legacy")
        else:
            self._flush_aside()
            self._bold.append(self._context.styles.is_bold(properties, self._properties))

    def _take_out(self, before: int, why: str) -> None:
        """Moves the text of a run aside; neighbours taken out together are one passage."""
        if not self._aside:
            setattr(self._context, why, getattr(self._context, why) + 1)
        self._aside.append("".join(self._parts[before:]))
        del self._parts[before:]

    def _flush_aside(self) -> None:
        self._context.set_aside("".join(self._aside))
        self._aside.clear()

    def _run_part(self, element: ET.Element) -> None:
        name = local(element)
        if name == "fldChar":
            self._field_sign(attribute(element, "fldCharType"))
        elif name in {"instrText", "delInstrText"}:
            self._instruction(element.text or "")
        elif not self._is_in_instruction():
            self._shown_part(name, element)

    def _shown_part(self, name: str, element: ET.Element) -> None:
        if name == "t":
            self._parts.append((element.text or "").replace("\f", " "))
        elif name == "br" and attribute(element, "type") == "page":
            self._parts.append("\f")
        elif name == "sym":
            self._parts.append(_symbol(attribute(element, "char")))
        elif name in _SIGNS:
            self._parts.append(_SIGNS[name])
        elif name not in _SKIPPED and len(element):
            self._doors.get(name, self._walk)(element)

    def _field_sign(self, kind: str) -> None:
        fields = self._context.fields
        if kind == "begin":
            if fields and not fields[-1].is_shown:
                fields[-1].is_built = True
            fields.append(_Field())
        elif fields and kind == "separate":
            self._check_field(fields[-1])
            fields[-1].is_shown = True
        elif fields and kind == "end":
            self._check_field(fields.pop())

    def _instruction(self, text: str) -> None:
        if self._context.fields:
            self._context.fields[-1].instruction += text
        else:
            check_instruction(text)

    @staticmethod
    def _check_field(done: _Field) -> None:
        """An instruction that other fields build could say anything, so it has to name itself."""
        if done.instruction.strip() or done.is_built:
            check_instruction(done.instruction)

    def _simple_field(self, element: ET.Element) -> None:
        check_instruction(attribute(element, "instr"))
        self._walk(element)

    def _hyperlink(self, element: ET.Element) -> None:
        """The words of a link, and its address where the words do not tell it."""
        before = len(self._parts)
        self._walk(element)
        words = "".join(self._parts[before:])
        relation = self._context.relations.get(attribute(element, "id"))
        if relation and relation.is_outside and words.strip() and "\f" not in words:
            self._parts[before:] = [shown_link(words, relation.target)]

    def _alternate(self, element: ET.Element) -> None:
        """One of two ways to say the same; the first is the newer one."""
        chosen = child(element, "Choice")
        chosen = chosen if chosen is not None else child(element, "Fallback")
        if chosen is not None:
            self._walk(chosen)

    def _text_box(self, element: ET.Element) -> None:
        readings = [self._context.reading(p) for p in element if local(p) == "p"]
        lines = (reading.text.replace("\f", " ").strip() for reading in readings)
        self._context.set_aside("\n".join(line for line in lines if line))


def check_instruction(instruction: str) -> None:
    """Refuses a field that is not known to stay inside the document.

    Raises:
        ImportRefused: DDE, INCLUDETEXT and the like.
    """
    name = (instruction.split() or [""])[0].upper()
    known = name in _KNOWN_FIELDS or name.startswith("=")
    if not known:
        raise ImportRefused(_FIELD, advice=_ADVICE, what=name[:20] or "?")


def _symbol(code: str) -> str:
    """A sign of a symbol font; the private code points of such fonts stay as they are."""
    try:
        return chr(int(code, 16))
    except (ValueError, OverflowError):
        return ""
