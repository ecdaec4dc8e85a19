"""Documents in: a Markdown, text or Word file becomes one or several draft statements."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

from advocate_desk.importers.assembly import Assembled, assembled
from advocate_desk.importers.posts import Post, posts_of
from advocate_desk.importers.source import Source
from advocate_desk.importers.source_file import read_source
from advocate_desk.importers.statement_kind import statement_kind
from advocate_desk.language.dates import find_date
from advocate_desk.model.draft import DraftBlock, DraftStatement
from advocate_desk.model.kinds import BlockKind


def read_statements(path: Path, kind: str = "auto") -> tuple[DraftStatement, ...]:
    """The statements of a file; a saved web page with several posts gives several.

    `kind` is `auto`, `statement` or `petition`. Nothing is written anywhere.

    Raises:
        ImportRefused: the file cannot be read, or is not what its name says.
    """
    return statements_of(read_source(path), kind)


def statements_of(source: Source, kind: str = "auto") -> tuple[DraftStatement, ...]:
    """The statements in paragraphs already read; what stands outside goes with the first."""
    drafts = [_draft(post, kind) for post in posts_of(source.paragraphs)]
    first = drafts[0]
    drafts[0] = replace(first, unplaced=source.unplaced + first.unplaced, notes=source.notes)
    return tuple(drafts)


def _draft(post: Post, kind: str) -> DraftStatement:
    read = assembled(post.paragraphs, is_petition=kind == "petition")
    return DraftStatement(
        kind=statement_kind(read.blocks, wanted=kind, from_page=post.from_page),
        blocks=read.blocks,
        endorsers=read.endorsers,
        issue_date=_issue_date(read) or post.posted,
        unplaced=post.unplaced + read.unplaced,
    )


def _issue_date(read: Assembled) -> date | None:
    lines = (block for block in read.blocks if block.kind is BlockKind.ISSUE_LINE)
    return next((day for block in lines if (day := _date_of(block))), None)


def _date_of(block: DraftBlock) -> date | None:
    found = (find_date(side.body) for side in block.texts.values())
    return next((day for day in found if day), None)
