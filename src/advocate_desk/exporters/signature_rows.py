"""Who signs: places for signature and stamp, two to a line, and how many have signed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from advocate_desk.exporters.blocks import Part, Role, Row
from advocate_desk.exporters.page_text import PageText, missing
from advocate_desk.language.catalog import translate
from advocate_desk.language.numbers import in_digits
from advocate_desk.model.marked import marked
from advocate_desk.model.placeholders import COUNT_SIGNATURES, placeholders
from advocate_desk.model.statement import Block

TO_A_LINE = 2
SPACE = marked("Signature and stamp")
SIGNED = marked("Signatures: {count}")


def signature_rows(page: PageText, languages: tuple[str, ...], block: Block) -> Iterator[Row]:
    """The signatories of a block: one row, or side by side one row for each."""
    if languages[1:]:
        for item in block.items:
            yield Row(item.id, {code: _signatory(page, item, code) for code in languages})
        return
    (language,) = languages
    parts = tuple(part for item in block.items for part in _signatory(page, item, language))
    if parts:
        yield Row(block.id, {language: parts}, columns=TO_A_LINE)


def _signatory(page: PageText, item: Block, language: str) -> tuple[Part, ...]:
    """Room to sign, the name on the first line, then role and organisation."""
    lines = [line for line in item.rendition(language).body.split("\n") if line.strip()]
    space = Part(Role.SIGNATURE_SPACE, language, translate(language, SPACE))
    roles = (Role.SIGNATORY, *(Role.SIGNATORY_NOTE for _ in lines[1:]))
    named = tuple(page.part(role, language, line) for role, line in zip(roles, lines, strict=False))
    parts = (space, *(named or (missing(Role.SIGNATORY, language),)))
    return tuple(replace(part, block_id=item.id) for part in parts)


def count_line(page: PageText, languages: tuple[str, ...], block: Block) -> Iterator[Row]:
    """How many signed, where the text of the summary does not say it itself."""
    texts = (side.text for side in block.renditions.values())
    told = any(COUNT_SIGNATURES in placeholders(text) for text in texts)
    if page.view.signature_count and not told:
        yield Row(block.id, {code: (_count(page, code, block.id),) for code in languages})


def _count(page: PageText, language: str, block_id: str) -> Part:
    count = in_digits(page.view.signature_count, page.digits(language))
    text = translate(language, SIGNED, count=count)
    return Part(Role.SIGNATURE_SUMMARY, language, text, block_id=block_id)
