"""Corrections of a draft before it is brought in: each takes a draft and gives the better one.

None of them loses text: what leaves a block turns up in another one or among the unplaced texts.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from itertools import zip_longest

from advocate_desk.language.khmer import has_khmer
from advocate_desk.model.draft import DraftBlock, DraftStatement, DraftText
from advocate_desk.model.kinds import (
    ENGLISH,
    KHMER,
    WITH_HEADING,
    WITH_ITEMS,
    WITHOUT_TEXT,
    BlockKind,
)
from advocate_desk.model.statement import PARAGRAPH_BREAK

NO_TEXT = DraftText()


def text_of(block: DraftBlock, language: str) -> str:
    """Everything a block says in a language: heading, body and entries, parted by blank lines."""
    own = block.texts.get(language, NO_TEXT)
    parts = (own.heading, own.body, *(text_of(item, language) for item in block.items))
    return PARAGRAPH_BREAK.join(part for part in parts if part)


def languages_of(block: DraftBlock) -> Iterator[str]:
    """The languages a block or its entries say something in, in a steady order."""
    found = dict.fromkeys(code for code, text in block.texts.items() if text.heading or text.body)
    for item in block.items:
        found.update(dict.fromkeys(languages_of(item)))
    return iter(found)


def change_kind(draft: DraftStatement, index: int, kind: BlockKind) -> DraftStatement:
    """The draft with another kind for a block, its text moved to where the kind keeps it."""
    block = draft.blocks[index]
    return _with_block(draft, index, _as_kind(block, kind))


def can_merge(draft: DraftStatement, index: int) -> bool:
    """Whether the block can take in the one after it without losing entries."""
    if not 0 <= index < len(draft.blocks) - 1:
        return False
    return not draft.blocks[index + 1].items or draft.blocks[index].kind in WITH_ITEMS


def merge_with_next(draft: DraftStatement, index: int) -> DraftStatement:
    """The draft with a block and the one after it made one, in every language."""
    first, second = draft.blocks[index : index + 2]
    codes = dict.fromkeys((*first.texts, *second.texts))
    texts = {code: _merged(first.texts.get(code), second.texts.get(code)) for code in codes}
    made = replace(first, texts=texts, items=(*first.items, *second.items))
    blocks = (*draft.blocks[:index], made, *draft.blocks[index + 2 :])
    return replace(draft, blocks=blocks)


def can_shift(draft: DraftStatement, index: int, language: str, by: int) -> bool:
    """Whether a language's texts from a block on can move by one block, down (1) or up (-1)."""
    if not 0 <= index < len(draft.blocks) or not text_of(draft.blocks[index], language):
        return False
    above = [block for block in draft.blocks[:index] if _takes_text(block)]
    if by < 0:
        return bool(above) and not text_of(above[-1], language)
    # Beside nothing in another language there is nothing to move along.
    return shift_side(draft, index, language, by) != draft


def shift_side(draft: DraftStatement, index: int, language: str, by: int) -> DraftStatement:
    """The draft with a language's texts from a block on moved by one block, down or up."""
    sides = [_side(block, language) for block in draft.blocks if _takes_text(block)]
    place = sum(map(_takes_text, draft.blocks[:index]))
    if by > 0:
        sides.insert(place, None)
    else:
        del sides[place - 1]
    rows = tuple(_paired(draft.blocks, sides, language))
    return replace(draft, blocks=tuple(block for block in rows if block is not None))


def drop(draft: DraftStatement, index: int) -> DraftStatement:
    """The draft without a block, its texts kept among the unplaced ones."""
    block = draft.blocks[index]
    texts = tuple(text_of(block, language) for language in languages_of(block))
    blocks = draft.blocks[:index] + draft.blocks[index + 1 :]
    return replace(draft, blocks=blocks, unplaced=draft.unplaced + texts)


def make_paragraph(draft: DraftStatement, unplaced: int, after: int) -> DraftStatement:
    """The draft with an unplaced text made a paragraph after a block."""
    text = draft.unplaced[unplaced]
    language = KHMER if has_khmer(text) and KHMER in draft.languages else ENGLISH
    made = DraftBlock(BlockKind.PARAGRAPH, {language: DraftText(body=text)})
    blocks = (*draft.blocks[: after + 1], made, *draft.blocks[after + 1 :])
    left = draft.unplaced[:unplaced] + draft.unplaced[unplaced + 1 :]
    return replace(draft, blocks=blocks, unplaced=left)


def _with_block(draft: DraftStatement, index: int, block: DraftBlock) -> DraftStatement:
    return replace(draft, blocks=(*draft.blocks[:index], block, *draft.blocks[index + 1 :]))


def _as_kind(block: DraftBlock, kind: BlockKind) -> DraftBlock:
    if kind in WITH_ITEMS:
        return replace(block, kind=kind, texts=_map_texts(block.texts, _without_heading))
    flat = {code: _with_entries(block, code) for code in dict.fromkeys(_all_codes(block))}
    into = _with_heading if kind in WITH_HEADING else _without_heading
    return DraftBlock(kind, _map_texts(flat, into))


def _all_codes(block: DraftBlock) -> Iterator[str]:
    yield from block.texts
    yield from languages_of(block)


def _map_texts(
    texts: Mapping[str, DraftText], change: Callable[[DraftText], DraftText]
) -> dict[str, DraftText]:
    return {code: change(text) for code, text in texts.items()}


def _with_entries(block: DraftBlock, language: str) -> DraftText:
    own = block.texts.get(language, NO_TEXT)
    entries = (text_of(item, language) for item in block.items)
    body = PARAGRAPH_BREAK.join(part for part in (own.body, *entries) if part)
    return DraftText(own.heading, body)


def _without_heading(text: DraftText) -> DraftText:
    parts = (text.heading, text.body)
    return DraftText("", PARAGRAPH_BREAK.join(part for part in parts if part))


def _with_heading(text: DraftText) -> DraftText:
    if text.heading or not text.body:
        return text
    heading, _, rest = text.body.partition(PARAGRAPH_BREAK)
    return DraftText(heading, rest)


def _merged(first: DraftText | None, second: DraftText | None) -> DraftText:
    one, two = first or NO_TEXT, second or NO_TEXT
    if not (one.heading or one.body):
        return two
    body = PARAGRAPH_BREAK.join(part for part in (one.body, two.heading, two.body) if part)
    return DraftText(one.heading, body)


def _takes_text(block: DraftBlock) -> bool:
    return block.kind not in WITHOUT_TEXT


def _paired(
    blocks: Iterable[DraftBlock], sides: list[DraftBlock | None], language: str
) -> Iterator[DraftBlock | None]:
    left = iter(sides)
    for block in blocks:
        if _takes_text(block):
            yield _joined(_without(block, language), next(left, None), language)
        else:
            yield block
    yield from left


def _side(block: DraftBlock, language: str) -> DraftBlock | None:
    if not text_of(block, language):
        return None
    items = (_side(item, language) for item in block.items)
    texts = {code: text for code, text in block.texts.items() if code == language}
    return replace(block, texts=texts, items=tuple(item for item in items if item is not None))


def _without(block: DraftBlock, language: str) -> DraftBlock | None:
    codes = set(languages_of(block))
    if codes and codes <= {language}:
        return None
    items = (_without(item, language) for item in block.items)
    texts = {code: text for code, text in block.texts.items() if code != language}
    return replace(block, texts=texts, items=tuple(item for item in items if item is not None))


def _joined(rest: DraftBlock | None, side: DraftBlock | None, language: str) -> DraftBlock | None:
    if rest is None or side is None:
        return rest or side
    texts = {**rest.texts, **side.texts}
    pairs = zip_longest(rest.items, side.items)
    items = (_joined(one, two, language) for one, two in pairs)
    return replace(rest, texts=texts, items=tuple(item for item in items if item is not None))
