"""Long lists of names as paragraphs, hundreds at a time.

Nearly all names are of one script and need nothing but their letters between two fixed strings.
The others are written like any other paragraph.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from advocate_desk.exporters.blocks import Role
from advocate_desk.exporters.docx_paragraphs import Paragraph, Paragraphs
from advocate_desk.exporters.docx_runs import PLAIN_LATIN, properties, runs
from advocate_desk.exporters.docx_styles import indent
from advocate_desk.exporters.docx_xml import value
from advocate_desk.exporters.entries import Entries
from advocate_desk.language.fonts import lacks

AT_ONCE = 500
# A newline would be a line break, `&<>"` need care: both go the long way.
_LATIN = re.compile(f"[{PLAIN_LATIN}]*".replace("-~", "!#-%'-;=?-~"))
_KHMER_LETTERS = "".join(map(chr, (*range(0x1780, 0x17DE), *range(0x17E0, 0x17EA))))


def chunks(entries: Entries, paragraphs: Paragraphs) -> Iterator[str]:
    """The paragraphs of entries, several hundred to a string."""
    for start in range(0, len(entries), AT_ONCE):
        some = entries[start : start + AT_ONCE]
        yield "".join(
            _khmer(some, paragraphs) if some.language == "km" else _latin(some, paragraphs)
        )


def _latin(entries: Entries, paragraphs: Paragraphs) -> Iterator[str]:
    opening, closing = _latin_frame(entries, paragraphs)
    names = list(entries.names)
    if all(map(_LATIN.fullmatch, names)):
        paragraphs.numbering.pass_over(entries[0], paragraphs.flow, len(names) - 1)
        yield f"{opening}{(closing + opening).join(names)}{closing}"
        return
    look = paragraphs.sheet.style(Role.ENDORSER, entries.language).look
    paragraphs.numbering.pass_over(entries[0], paragraphs.flow, len(names) - 1)
    before, after = opening[: opening.rindex("<w:r>")], "</w:p>"
    for name in names:
        if _LATIN.fullmatch(name):
            yield f"{opening}{name}{closing}"
        else:
            yield f"{before}{runs(name, look, entries.language, paragraphs.faces)}{after}"


def _latin_frame(entries: Entries, paragraphs: Paragraphs) -> tuple[str, str]:
    """What stands before and behind a name; asking for it counts the first entry."""
    first = entries[0]
    style = paragraphs.sheet.style(Role.ENDORSER, entries.language)
    place = paragraphs.place(first, style)
    number = paragraphs.numbering.num_id(first, paragraphs.flow, style.look, place)
    paragraphs.faces.add((style.look.latin, style.look.is_bold("en")))
    made = Paragraph(
        style.style_id,
        "\0",
        f"<w:numPr>{value('ilvl', 0)}{value('numId', number)}</w:numPr>",
        indent(*place),
    )
    opening, closing = made.xml().split("\0")
    run, end = _run_frame(properties(style.look, "en"))
    return opening + run, end + closing


def _khmer(entries: Entries, paragraphs: Paragraphs) -> Iterator[str]:
    style = paragraphs.sheet.style(Role.ENDORSER, "km")
    look, faces = style.look, paragraphs.faces
    place = indent(*paragraphs.place(entries[0], style))
    before, after = Paragraph(style.style_id, "\0", place=place).xml().split("\0")
    plain = _khmer_plain(look.khmer)
    if entries.digits != "km":
        plain = re.compile("(?!)")  # Latin numbers need a run of their own
    faces.add((look.khmer, look.is_bold("km")))
    run, end = _run_frame(properties(look, "km"))
    opening, middle, closing = before + run, f"</w:t><w:tab/></w:r>{run}", end + after
    for at, name in enumerate(entries.names):
        marker = entries.marker(at)
        if name and plain.fullmatch(name):
            yield f"{opening}{marker}{middle}{name}{closing}"
        else:
            head = runs(f"{marker}\t", look, "km", faces)
            yield f"{before}{head}{runs(name, look, 'km', faces)}{after}"


def _run_frame(run_properties: str) -> tuple[str, str]:
    return f'<w:r><w:rPr>{run_properties}</w:rPr><w:t xml:space="preserve">', "</w:t></w:r>"


@cache
def _khmer_plain(family: str) -> re.Pattern[str]:
    """Names that one run of a family sets: Khmer letters and digits it draws, and spaces."""
    lacking = lacks(family, _KHMER_LETTERS)
    drawn = "".join(letter for letter in _KHMER_LETTERS if letter not in lacking)
    return re.compile(f"[{drawn} \u200b]*")
