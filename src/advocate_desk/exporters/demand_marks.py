"""How demands are numbered: ១. and 1., ១) and 1), or មាត្រា ១ and Article 1."""

from __future__ import annotations

from advocate_desk.exporters.page_text import Mark, PageText
from advocate_desk.exporters.styles import DemandForm
from advocate_desk.language.catalog import translate
from advocate_desk.language.numbers import in_digits, list_marker
from advocate_desk.model.marked import marked

DEMANDS = "demands"
ARTICLE = marked("Article {number}")


def demand_mark(page: PageText, number: int, language: str) -> Mark:
    """What hangs before a demand in a language, as the style wants it."""
    digits = page.digits(language)
    form = page.options.style.numbering.demands
    if form is DemandForm.ARTICLE:
        text = translate(language, ARTICLE, number=in_digits(number, digits))
    elif form is DemandForm.BRACKET:
        text = f"{in_digits(number, digits)})"
    else:
        text = list_marker(number, digits)
    return Mark(text, number, DEMANDS)
