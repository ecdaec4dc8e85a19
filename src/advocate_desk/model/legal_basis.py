"""The legal basis of a clause as a reader sees it: a list of instruments."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from advocate_desk.language.catalog import translate
from advocate_desk.language.dates import long_date
from advocate_desk.language.numbers import in_digits
from advocate_desk.model.clause import LegalBasis, LegalText
from advocate_desk.model.ids import NewId
from advocate_desk.model.kinds import BlockKind
from advocate_desk.model.marked import marked
from advocate_desk.model.reshaping import new_block
from advocate_desk.model.statement import Block, Rendition
from advocate_desk.model.translation import drafted

LABEL = marked("Legal basis:")


def legal_text(basis: LegalBasis, language: str) -> str:
    """One instrument in a language: treaty, article, place and date; empty where unknown."""
    text = basis.texts.get(language, LegalText())
    if text.is_empty:
        return ""
    known = (text.treaty, text.article, text.place, _day(basis.signed_on, language))
    return ", ".join(part for part in known if part)


def instrument_list(bases: Sequence[LegalBasis], languages: Sequence[str], new_id: NewId) -> Block:
    """An instrument list block with an entry for each legal basis."""
    items = tuple(
        Block(new_id(), BlockKind.ITEM, _sides([legal_text(b, c) for c in languages], languages))
        for b in bases
    )
    labels = [translate(code, LABEL) for code in languages]
    block = new_block(new_id(), BlockKind.INSTRUMENT_LIST, _sides(labels, languages))
    return Block(block.id, block.kind, block.renditions, items, block.marker)


def _sides(texts: Sequence[str], languages: Sequence[str]) -> dict[str, Rendition]:
    return {code: drafted("", text) for code, text in zip(languages, texts, strict=True)}


def _day(signed_on: str, language: str) -> str:
    """An ISO date as statements print it; a year alone in the language's digits."""
    try:
        return long_date(date.fromisoformat(signed_on), language)
    except ValueError:
        return in_digits(signed_on, language)
