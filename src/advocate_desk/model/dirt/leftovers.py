"""What is left over from web pages and other documents."""

from __future__ import annotations

import re
from collections.abc import Iterator

from advocate_desk.model.checked import Checked
from advocate_desk.model.dirt.passages import Spot, excerpt
from advocate_desk.model.dirt.text_rules import TextRule
from advocate_desk.model.finding import Finding
from advocate_desk.model.kinds import ENGLISH, Severity
from advocate_desk.model.marked import marked
from advocate_desk.model.rule_info import RuleInfo

_READ_MORE = re.compile(
    r"[ \n]*\b(?:read more|continue reading|see more)[ \u00a0]*(?:…|\.{2,3}|»|→|>)+", re.IGNORECASE
)
_READ_MORE_LINE = re.compile(
    r"(?:\n+|^)(?:read more|continue reading|see more)[ \u00a0]*(?:…|\.{2,3})?(?=\n|$)",
    re.IGNORECASE,
)
_PICTURE = re.compile(
    r"(?<![/\w-])[\w%-]+(?:\.[\w%-]+)*\.(?:jpe?g|png|gif|bmp|tiff?|webp|svg)(?![A-Za-z])[ ]?",
    re.IGNORECASE,
)
_SLUG = re.compile(r"(?<![\w/@.#-])(?=[\w-]*[A-Za-z])\w+(?:-\w+){4,}(?![\w/@-])")
_LINK = re.compile(r"\b(?:this|that|the following) link\b|\bclick here\b", re.IGNORECASE)
_ADDRESS = re.compile(r"https?://|www\.|\]\(")
_BYLINE = re.compile(r"\b(?:posted by|written by|author):\s*(?:\||$)", re.IGNORECASE)
_LOWER_UPPER = re.compile(r"(?<![\w@#/.-])[A-Za-z]?[a-z]{3,}(?=([A-Z][a-z]+)(?![\w@./]))")
_FIGURE_UPPER = re.compile(r"(?<![\w@#/.-])[A-Za-z]+[a-z]\d(?=([A-Z][a-z]+))")
_CAPITALS = re.compile(r"(?<![\w@#/.-])[A-Z]{2,}(?=([A-Z][a-z]{3,})(?![\w@./]))")
_MAY_BE_GLUED = re.compile(r"[a-z]\d?[A-Z][a-z]|[A-Z]{3}[a-z]{3}")
_WRITTEN_SO = frozenset(
    [
        "WhatsApp",
        "LinkedIn",
        "OpenStreetMap",
        "MasterCard",
        "SoundCloud",
        "PowerPoint",
        "WordPress",
        "SharePoint",
        "OneDrive",
        "JavaScript",
        "DeepMind",
        "OpenOffice",
        "LibreOffice",
        "TeleGeography",
        "BioMed",
        "MicroSave",
        "ActionAid",
        "WaterAid",
        "FreeLand",
        "PhnomPenh",
        "UNAids",
        "HelpAge",
        "DanChurchAid",
        "ChildFund",
        "EarthRights",
    ]
)


def truncated(text: str) -> list[Spot]:
    """Where a page was cut off when it was saved."""
    spots = [Spot(*found.span(), "") for found in _READ_MORE.finditer(text)]
    return spots or [Spot(*found.span(), "") for found in _READ_MORE_LINE.finditer(text)]


def picture_name(text: str) -> Iterator[Spot]:
    """File names of pictures, and the names posts have in web addresses."""
    if "." in text:
        yield from (Spot(*found.span(), "") for found in _PICTURE.finditer(text))
    if text.count("-") >= 4 and not _PICTURE.search(text):
        yield from (Spot(*found.span()) for found in _SLUG.finditer(text))


def dangling_link(text: str) -> list[Spot]:
    """A text that points to a link which is not there."""
    if _ADDRESS.search(text):
        return []
    return [Spot(*found.span()) for found in _LINK.finditer(text)]


def glued(text: str) -> Iterator[Spot]:
    """Words that lost the space between them: a caption and the sentence behind it."""
    if not _MAY_BE_GLUED.search(text):
        return
    for pattern in (_LOWER_UPPER, _FIGURE_UPPER, _CAPITALS):
        for found in pattern.finditer(text):
            whole = found[0] + found[1]
            if whole not in _WRITTEN_SO and text.count(whole) == 1:
                yield Spot(found.end(), found.end(), " ")


RULES: tuple[TextRule, ...] = (
    TextRule(
        RuleInfo(
            "truncated_text",
            marked("Text cut off by a web page"),
            marked("“Read more” stands where a saved page was cut: the rest is missing."),
        ),
        Severity.WARNING,
        marked("The text was cut off here: “{found}”."),
        truncated,
        names=False,
    ),
    TextRule(
        RuleInfo(
            "picture_name",
            marked("File names of pictures"),
            marked("The name of a picture’s file came along with the text."),
        ),
        Severity.WARNING,
        marked("The name of a file stands in the text: “{found}”."),
        picture_name,
        each=True,
    ),
    TextRule(
        RuleInfo(
            "dangling_link",
            marked("Links without an address"),
            marked("On paper nobody can click: write the address out."),
        ),
        Severity.HINT,
        marked("There is no address to this link: “{found}”."),
        dangling_link,
        (ENGLISH,),
        names=False,
    ),
    TextRule(
        RuleInfo(
            "glued_words",
            marked("Words that lost their space"),
            marked("A caption or heading was joined to the words behind it."),
        ),
        Severity.WARNING,
        marked("Two words may have lost their space: “{found}”."),
        glued,
        each=True,
        names=False,
    ),
)

LEFT_BEHIND = RuleInfo(
    "left_behind",
    marked("Leftovers among texts without a place"),
    marked("What an import could not place may tell that the page was cut off."),
)


def _is_of_a_page(text: str) -> bool:
    return next(picture_name(text), None) is not None or _BYLINE.search(text) is not None


def left_behind(checked: Checked) -> Iterator[Finding]:
    """Marks of a cut-off page, empty authors and file names among what an import did not place."""
    there = {side.body for b in checked.statement.blocks for side in b.renditions.values()}
    for text in checked.statement.unplaced:
        is_left = text in there or truncated(text) or _is_of_a_page(text)
        if is_left and not checked.withheld.spans(text):
            yield Finding(
                Severity.HINT,
                LEFT_BEHIND.id,
                marked("The import left this over: “{found}”."),
                arguments={"found": excerpt(text, 0, min(len(text), 40))},
                matched=text,
            )
