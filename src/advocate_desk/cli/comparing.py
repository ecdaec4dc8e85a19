"""What changed between two editions, for programs and for people."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Iterable, Iterator
from pathlib import Path

from advocate_desk.cli.parser import NOW
from advocate_desk.cli.shapes import Row
from advocate_desk.desk.desk import Desk
from advocate_desk.language.catalog import ntr, tr
from advocate_desk.language.differences import ADDED, REMOVED, Difference
from advocate_desk.model.comparison import (
    ComparedBlock,
    ComparedEndorser,
    ComparedFact,
    ComparedSide,
    ComparedText,
    Comparison,
    Happened,
)
from advocate_desk.model.comparison_words import fact_texts, fact_word, happened_word
from advocate_desk.model.errors import DeskError
from advocate_desk.model.kinds import Layout
from advocate_desk.model.marked import marked
from advocate_desk.model.words import language_word, word

_INDENT = "    "
# As programs that compare texts write words for a terminal.
_SIGNS = {REMOVED: "[-{}-]", ADDED: "{{+{}+}}"}


def compared(desk: Desk, arguments: Namespace) -> tuple[Comparison, Path | None]:
    """The comparison that was asked for, and the document that was written.

    Raises:
        DeskError: there is no such statement or edition, or the document cannot be written.
    """
    first = _edition_id(desk, arguments.statement, arguments.first)
    is_now = arguments.second == NOW
    second = "" if is_now else _edition_id(desk, arguments.statement, arguments.second)
    found = desk.comparing.compare_editions(first, second)
    target: Path | None = arguments.to_file
    if target is not None:
        layout = Layout(arguments.layout)
        desk.comparing.export_redline(first, second, layout, target)
    return found, target


def _edition_id(desk: Desk, statement_id: str, number: int) -> str:
    statement = desk.drafting.statement(statement_id)
    for edition in desk.publishing.editions(statement.id):
        if edition.number == number:
            return edition.id
    raise DeskError(marked("The statement has no edition {number}."), number=number)


def shape(found: Comparison, written: Path | None) -> Row:
    """The comparison as one JSON value; blocks that are the same are left out."""
    return {
        "statement_id": found.statement_id,
        "from": found.first.number,
        "to": found.second.number or None,
        "same": found.is_same,
        "blocks": [_block(block) for block in found.blocks if not block.is_same],
        "facts": [_fact(fact) for fact in found.facts],
        "endorsers": [_endorser(one) for one in found.endorsers],
        "withheld": list(found.withheld),
        "file": str(written) if written else None,
    }


def _block(block: ComparedBlock) -> Row:
    return {
        "id": block.block_id,
        "kind": block.kind.value,
        "kind_before": block.kind_before.value,
        "happened": block.happened.value,
        "moved": block.moved,
        "text": {code: _side(side) for code, side in block.sides.items() if side.is_changed},
        "items": [_block(item) for item in block.items if not item.is_same],
    }


def _side(side: ComparedSide) -> Row:
    parts = {"heading": side.heading, "body": side.body}
    return {name: _differences(text) for name, text in parts.items() if text.is_changed}


def _differences(text: ComparedText) -> list[dict[str, str]]:
    return [{"kind": one.kind, "text": one.text} for one in text.differences]


def _fact(fact: ComparedFact) -> Row:
    return {
        "name": fact.name,
        "language": fact.language or None,
        "placeholder": fact.detail or None,
        "before": fact.before,
        "after": fact.after,
    }


def _endorser(one: ComparedEndorser) -> Row:
    return {
        "happened": one.happened.value,
        "before": dict(one.before) or None,
        "after": dict(one.after) or None,
    }


def lines(found: Comparison, written: Path | None) -> Iterator[str]:
    """The comparison for people: [-removed words-] and {+added words+}."""
    if found.is_same:
        yield tr("Nothing is different.")
    for fact in found.facts:
        yield f"{fact_word(fact)}: {_words(ComparedText(*fact_texts(fact)).differences)}"
    for block in found.blocks:
        yield from _block_lines(block, "")
    yield from _endorser_lines(found)
    if written is not None:
        yield str(written)


def _block_lines(block: ComparedBlock, indent: str) -> Iterator[str]:
    if block.is_same:
        return
    moved = ", " + tr("moved") if block.moved else ""
    yield f"{indent}[{word(block.kind)}]  {block.block_id}: {happened_word(block.happened)}{moved}"
    for code, side in block.sides.items():
        for text in (side.heading, side.body):
            if text.is_changed:
                told = _words(text.differences).replace("\n", f"\n{indent}{_INDENT}")
                yield f"{indent}{_INDENT}{language_word(code)}: {told}"
    for item in block.items:
        yield from _block_lines(item, indent + _INDENT)


def _words(told: Iterable[Difference]) -> str:
    return "".join(_SIGNS.get(one.kind, "{}").format(one.text) for one in told)


def _endorser_lines(found: Comparison) -> Iterator[str]:
    for one in found.endorsers:
        before, after = " / ".join(one.before.values()), " / ".join(one.after.values())
        names = before if one.happened is Happened.REMOVED else after
        who = tr("Endorser")
        yield f"{who}, {happened_word(one.happened)}: {names}"
    old, new = found.withheld
    if old != new:
        yield ntr(
            "{n} organisation is withheld now, {old} before",
            "{n} organisations are withheld now, {old} before",
            new,
            old=old,
        )
