"""What an edition holds: the canonical JSON of a statement, and whether it is still the same."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from hashlib import sha256
from typing import Any

from advocate_desk.model.consent import Agreed, agreed_sides
from advocate_desk.model.edition import Edition
from advocate_desk.model.endorsement import Endorsement
from advocate_desk.model.kinds import BlockKind, ShowAs
from advocate_desk.model.statement import Block, Rendition, Statement

_FORMAT = 1


def content_of(statement: Statement, endorsements: Sequence[Endorsement]) -> str:
    """The canonical JSON: sorted keys, no spaces; withheld endorsers by id only."""
    confirmed = [e for e in endorsements if e.is_counted]
    return _canonical(
        {
            "format": _FORMAT,
            "statement_id": statement.id,
            "text": text_of(statement),
            "endorsements": [_endorsement(e) for e in confirmed],
            "withheld": sum(e.show_as is ShowAs.WITHHELD for e in confirmed),
        }
    )


def hash_of(content: str) -> str:
    """The SHA-256 of an edition's content, in hexadecimal."""
    return sha256(content.encode()).hexdigest()


def text_of(statement: Statement) -> dict[str, object]:
    """What the statement says: blocks, date, place and issuer, without translation states.

    What only newer statements have is left out where there is nothing of it, so that editions of
    earlier versions are still found to be the same text. How the page looks is no part of it.
    """
    newer = {
        "lunar": dict(statement.lunar),
        "placeholders": {name: dict(texts) for name, texts in statement.placeholders.items()},
        "withheld_line": dict(statement.withheld_line),
    }
    return {name: texts for name, texts in newer.items() if texts} | {
        "kind": statement.kind.value,
        "languages": list(statement.languages),
        "issue_date": statement.issue_date.isoformat() if statement.issue_date else None,
        "place": dict(statement.place),
        "issuer": dict(statement.issuer),
        "blocks": [_block(block) for block in statement.blocks],
    }


def texts_in(held: object) -> Iterator[str]:
    """Every text in what an edition holds, the names of placeholders among them."""
    if isinstance(held, str):
        yield held
    elif isinstance(held, Mapping):
        for key, value in held.items():
            yield from (key, *texts_in(value))
    elif isinstance(held, list):
        for value in held:
            yield from texts_in(value)


def text_edition_id(statement: Statement, editions: Sequence[Edition]) -> str:
    """The newest edition's id if its text is still the statement's, else an empty text."""
    newest = max(editions, key=lambda edition: edition.number, default=None)
    if newest is None:
        return ""
    adopted = json.loads(newest.content).get("text")
    return newest.id if _canonical(adopted) == _canonical(text_of(statement)) else ""


def agreed_content(statement: Statement) -> str:
    """The canonical JSON of what somebody agrees to: the texts of the blocks, by their ids."""
    return as_content(agreed_sides(statement.blocks))


def as_content(agreed: Agreed) -> str:
    """The canonical JSON of a text that is agreed to."""
    return _canonical(agreed)


@lru_cache(maxsize=16)
def agreed_of(content: str) -> Agreed:
    """What was agreed to, from its canonical JSON; remembered, for every check asks again."""
    return {
        block_id: {code: (pair[0], pair[1]) for code, pair in sides.items()}
        for block_id, sides in json.loads(content).items()
    }


def agreed_of_edition(edition: Edition) -> Agreed:
    """What is agreed to in an edition."""
    kept = json.loads(edition.content).get("text", {})
    return agreed_sides(tuple(_agreed_block(block) for block in kept.get("blocks", ())))


def _agreed_block(kept: Mapping[str, Any]) -> Block:
    sides = {code: Rendition(**texts) for code, texts in kept["sides"].items()}
    items = tuple(_agreed_block(item) for item in kept["items"])
    return Block(kept["id"], BlockKind(kept["kind"]), sides, items)


def _canonical(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def _block(block: Block) -> dict[str, object]:
    return {
        "id": block.id,
        "kind": block.kind.value,
        "marker": block.marker.value,
        "clause_revision_id": block.clause_revision_id,
        "sides": {
            code: {"heading": side.heading, "body": side.body}
            for code, side in block.renditions.items()
        },
        "items": [_block(item) for item in block.items],
    }


def _endorsement(endorsement: Endorsement) -> dict[str, object]:
    kept: dict[str, object] = {
        "id": endorsement.id,
        "endorser_id": endorsement.endorser.id,
        "show_as": endorsement.show_as.value,
    }
    if endorsement.show_as is ShowAs.WITHHELD:
        return kept
    names = endorsement.endorser.names
    return kept | {"printed": {code: name.printed for code, name in names.items()}}
