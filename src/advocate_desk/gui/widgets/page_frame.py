"""What is on every page: paper, the line with the page's number, a letterhead's head and foot."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from advocate_desk.exporters.blocks import ExportOptions, Part, Role
from advocate_desk.exporters.docx_letterhead import has_page_number
from advocate_desk.exporters.docx_looks import Sheet
from advocate_desk.exporters.docx_sheets import style_of
from advocate_desk.gui.widgets.letterhead_box import Box, Boxes
from advocate_desk.gui.widgets.page_filling import Page, Placed
from advocate_desk.gui.widgets.page_galley import Slug
from advocate_desk.gui.widgets.page_looks import Paper, footer_look, paper_of
from advocate_desk.gui.widgets.page_setting import PartSetter
from advocate_desk.language.khmer import has_khmer

_SOME = 20
_FIRST = 1


class PageFrame:
    """Frames the pages of one document."""

    def __init__(self, options: ExportOptions, sheet: Sheet, parts: PartSetter) -> None:
        self._options = options
        self._sheet = sheet
        self._parts = parts
        self._base = paper_of(sheet)
        self._boxes = Boxes(options.letterhead, sheet, parts, self._base.text_width)

    def paper(self, number: int) -> Paper:
        """The paper of a page: a tall head or foot pushes the text down or up."""
        base = self._base
        head, foot = self._head(number, 0), self._foot(number, 0)
        top = max(base.top, base.header + head.height) if head.height else base.top
        least = base.height - base.footer - foot.height
        bottom = min(base.bottom, least) if foot.height else base.bottom
        return replace(base, top=top, bottom=bottom)

    def dress(self, pages: Sequence[Page]) -> Iterator[None]:
        """Puts heads, feet and numbers on finished pages, some at a time."""
        for number, page in enumerate(pages, start=1):
            base = self._base
            self._head(number, len(pages)).put(page, base.left, base.header)
            foot = self._foot(number, len(pages))
            foot.put(page, base.left, base.height - base.footer - foot.height)
            if number % _SOME == 0:
                yield

    def _head(self, number: int, count: int) -> Box:
        letterhead = self._options.letterhead
        if letterhead is None:
            return Box()
        is_first = number == _FIRST and letterhead.differs_first
        content = letterhead.first_header_xml if is_first else letterhead.header_xml
        return self._boxes.of(content, number, count)

    def _foot(self, number: int, count: int) -> Box:
        """What a letterhead has there, and below it the page's number unless that is in it."""
        letterhead = self._options.letterhead
        content = b""
        if letterhead is not None:
            is_first = number == _FIRST and letterhead.differs_first
            content = letterhead.first_footer_xml if is_first else letterhead.footer_xml
        box = self._boxes.of(content, number, count)
        return box if has_page_number(content) else self._numbered(box, number, count)

    def _numbered(self, box: Box, number: int, count: int) -> Box:
        line = self._number_line(number, count)
        if line is None:
            return box
        placed = Placed(line, box.below)
        return Box(box.height + line.height, (*box.lines, placed), box.pictures)

    def _number_line(self, number: int, count: int) -> Slug | None:
        numbers = style_of(self._options).page_numbers
        if not (self._options.page_numbers and numbers.show):
            return None
        text = numbers.form.replace("{pages}", str(count)).replace("{page}", str(number))
        part = Part(Role.NOTE, "km" if has_khmer(numbers.form) else "en", text)
        made = self._parts.dressed(part, self._base.text_width, footer_look(self._sheet), "foot")
        return Slug(made, 0, 0.0, made.line_height(0), stay=False)
