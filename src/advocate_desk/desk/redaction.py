"""The redacted view of a statement: all that an exporter may see."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace

from advocate_desk.desk.dating import lunar_lines
from advocate_desk.desk.snapshot import text_edition_id
from advocate_desk.language.catalog import translate
from advocate_desk.model.checks import is_blank
from advocate_desk.model.edition import Edition, EditionView, PrintedEndorser
from advocate_desk.model.endorsement import Endorsement
from advocate_desk.model.kinds import WITH_HEADING, WITHOUT_TEXT, BlockKind, ShowAs
from advocate_desk.model.marked import marked
from advocate_desk.model.statement import Block, Statement
from advocate_desk.model.withholding import Withheld, redacted_block

NAME_WITHHELD = marked("[name withheld]")
_PRINTED_WHEN_EMPTY = WITHOUT_TEXT | WITH_HEADING | {BlockKind.ENDORSER_LIST}


def redacted_view(
    statement: Statement,
    endorsements: Sequence[Endorsement],
    editions: Sequence[Edition],
    issuer: Mapping[str, str],
    listed: Collection[str] | None = None,
) -> EditionView:
    """The view; withheld names are taken out here, before anything is composed.

    Its list holds all endorsers, or those of the `listed` endorsements alone.
    """
    withheld = Withheld.of(endorsements)
    confirmed = [e for e in endorsements if e.is_counted and (listed is None or e.id in listed)]
    printed = [e for e in confirmed if e.show_as is ShowAs.FULL]
    edition = _unchanged_edition(statement, editions)
    view = view_of(
        statement,
        tuple(_printed(e, withheld) for e in printed),
        len(confirmed) - len(printed),
        withheld,
        issuer,
        _fixed_time(statement, edition),
    )
    return replace(view, edition_number=edition.number if edition else 0)


def view_of(
    statement: Statement,
    printed: tuple[PrintedEndorser, ...],
    withheld_count: int,
    withheld: Withheld,
    issuer: Mapping[str, str],
    fixed_time: str,
) -> EditionView:
    """The view of a text and of a list from which withheld names were taken out before."""
    return EditionView(
        statement_id=statement.id,
        kind=statement.kind,
        languages=statement.languages,
        blocks=_redacted_blocks(statement, withheld),
        endorsers=printed,
        withheld_count=withheld_count,
        issue_date=statement.issue_date,
        place=_redacted_texts(statement.place, withheld),
        issuer=_redacted_texts(issuer, withheld),
        fixed_time=fixed_time,
        lunar=_redacted_texts(
            {code: line.text for code, line in lunar_lines(statement).items()}, withheld
        ),
        own_placeholders={
            name: _redacted_texts(texts, withheld) for name, texts in statement.placeholders.items()
        },
        withheld_line=_redacted_texts(statement.withheld_line, withheld),
    )


def mark(language: str) -> str:
    """What stands in the place of a withheld name."""
    return translate(language, NAME_WITHHELD)


def _redacted_blocks(statement: Statement, withheld: Withheld) -> tuple[Block, ...]:
    """The blocks that are printed: those that say something in some language."""
    return tuple(
        redacted_block(block, withheld, mark)
        for block in statement.blocks
        if block.kind in _PRINTED_WHEN_EMPTY or not is_blank(block)
    )


def _printed(endorsement: Endorsement, withheld: Withheld) -> PrintedEndorser:
    names = endorsement.endorser.names
    return PrintedEndorser(
        {code: withheld.redacted(name.printed, mark(code)) for code, name in names.items()},
        endorsement.endorser.kind,
    )


def _redacted_texts(texts: Mapping[str, str], withheld: Withheld) -> dict[str, str]:
    return {code: withheld.redacted(text, mark(code)) for code, text in texts.items()}


def _unchanged_edition(statement: Statement, editions: Sequence[Edition]) -> Edition | None:
    found = text_edition_id(statement, editions)
    return next((edition for edition in editions if edition.id == found), None)


def _fixed_time(statement: Statement, edition: Edition | None) -> str:
    """The only time that reaches a file: the same text gives the same bytes."""
    if statement.issue_date is not None:
        return f"{statement.issue_date.isoformat()}T00:00:00Z"
    return edition.adopted_at if edition else statement.updated_at
