"""What an edition holds, read back: its statement, and who was printed in its list."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from advocate_desk.desk.redaction import mark, view_of
from advocate_desk.desk.snapshot import content_of
from advocate_desk.model.comparison import ComparedEnd
from advocate_desk.model.edition import Edition, EditionView, PrintedEndorser
from advocate_desk.model.endorsement import Endorsement
from advocate_desk.model.kinds import BlockKind, Marker, ShowAs, StatementKind
from advocate_desk.model.statement import Block, Rendition, Statement
from advocate_desk.model.translation import aligned, drafted, source_of
from advocate_desk.model.withholding import Withheld, redacted_block


@dataclass(frozen=True, slots=True)
class Adopted:
    """The text and the list of an edition, or of the statement as it stands now.

    `printed` maps the endorsers whose names may be told to what is printed of them; whoever is
    withheld now is only counted, though an earlier edition printed the name.
    """

    end: ComparedEnd
    statement: Statement
    printed: Mapping[str, Mapping[str, str]]
    withheld_count: int

    def redacted(self, withheld: Withheld) -> Adopted:
        """The same without withheld names in the texts and in the list."""
        old = self.statement
        statement = replace(
            old,
            blocks=tuple(redacted_block(block, withheld, mark) for block in old.blocks),
            place=_redacted(old.place, withheld),
            issuer=_redacted(old.issuer, withheld),
            lunar=_redacted(old.lunar, withheld),
            placeholders={
                name: _redacted(texts, withheld) for name, texts in old.placeholders.items()
            },
        )
        printed = {one: _redacted(names, withheld) for one, names in self.printed.items()}
        return replace(self, statement=statement, printed=printed)

    def view(
        self, withheld: Withheld, issuer: Mapping[str, str], kinds: Mapping[str, str]
    ) -> EditionView:
        """All that an exporter may see of it; `kinds` are those of the endorsers."""
        printed = (
            PrintedEndorser(_redacted(names, withheld), kinds.get(one, ""))
            for one, names in self.printed.items()
        )
        statement = self.statement
        issued = {**issuer, **{code: text for code, text in statement.issuer.items() if text}}
        moment = fixed_time(statement.issue_date, self.end.adopted_at, statement.updated_at)
        view = view_of(statement, tuple(printed), self.withheld_count, withheld, issued, moment)
        return replace(view, edition_number=self.end.number)


def fixed_time(day: date | None, adopted_at: str, updated_at: str) -> str:
    """The only time that reaches a file."""
    return f"{day.isoformat()}T00:00:00Z" if day else adopted_at or updated_at


def adopted(edition: Edition, now: Statement, endorsements: Sequence[Endorsement]) -> Adopted:
    """What an edition holds; looks and what was not placed are those of the statement now."""
    end = ComparedEnd(edition.number, edition.id, edition.adopted_at)
    return _read(end, edition.content, now, endorsements)


def as_it_stands(now: Statement, endorsements: Sequence[Endorsement]) -> Adopted:
    """What an edition made now would hold."""
    read = _read(ComparedEnd(), content_of(now, endorsements), now, endorsements)
    return replace(read, statement=now)


def _read(
    end: ComparedEnd, content: str, now: Statement, endorsements: Sequence[Endorsement]
) -> Adopted:
    held = json.loads(content)
    hidden = {e.endorser.id for e in endorsements if e.show_as is ShowAs.WITHHELD}
    listed = {
        one["endorser_id"]: dict(one["printed"])
        for one in held["endorsements"]
        if "printed" in one and one["endorser_id"] not in hidden
    }
    count = len(held["endorsements"]) - len(listed)
    return Adopted(end, _statement(held["text"], now), listed, count)


def _statement(text: Mapping[str, Any], now: Statement) -> Statement:
    day = text["issue_date"]
    languages = tuple(text["languages"])
    return replace(
        now,
        kind=StatementKind(text["kind"]),
        languages=languages,
        issue_date=date.fromisoformat(day) if day else None,
        place=dict(text["place"]),
        issuer=dict(text["issuer"]),
        lunar=dict(text.get("lunar", {})),
        placeholders={name: dict(own) for name, own in text.get("placeholders", {}).items()},
        blocks=tuple(_block(block, languages) for block in text["blocks"]),
    )


def _block(block: Mapping[str, Any], languages: Iterable[str]) -> Block:
    sides: dict[str, Rendition] = {
        code: drafted(side["heading"], side["body"]) for code, side in block["sides"].items()
    }
    return Block(
        block["id"],
        BlockKind(block["kind"]),
        aligned(sides, languages),
        tuple(_block(item, languages) for item in block["items"]),
        Marker(block["marker"]),
        source_of(sides),
        block["clause_revision_id"],
    )


def _redacted(texts: Mapping[str, str], withheld: Withheld) -> dict[str, str]:
    return {code: withheld.redacted(text, mark(code)) for code, text in texts.items()}
