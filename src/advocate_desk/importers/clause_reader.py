"""Clauses in from files: every text of a document is offered to the library or listed."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from advocate_desk.importers.clause_tables import AS_IT_IS, Corrections, table_clauses
from advocate_desk.importers.files import TEXT_ENDINGS, WORD_ENDING, unknown_ending
from advocate_desk.importers.sheet_rows import TABLE_ENDINGS
from advocate_desk.importers.source_file import read_source
from advocate_desk.importers.statement_reader import statements_of
from advocate_desk.model.draft import DraftBlock, DraftStatement, DraftText
from advocate_desk.model.errors import ImportRefused
from advocate_desk.model.kinds import BlockKind
from advocate_desk.model.marked import marked
from advocate_desk.model.offered import (
    Filing,
    ListedText,
    OfferedClause,
    OfferedClauses,
    Origin,
)
from advocate_desk.model.statement import PARAGRAPH_BREAK

MOST_FILES = 2_000
_KNOWN = ".docx, .md, .txt, .xlsx, .csv"
_WITH_LINES = frozenset(
    {BlockKind.LIST, BlockKind.INSTRUMENT_LIST, BlockKind.PROFILE, BlockKind.ADDRESSEES}
)
_AS_THEY_ARE = frozenset(
    {
        BlockKind.DEMAND,
        BlockKind.PARAGRAPH,
        BlockKind.QUOTATION,
        BlockKind.CONTACT,
        BlockKind.HEADING,
        BlockKind.SUBTITLE,
    }
)
_TITLE = marked("It is the title; it became the topic of the clauses.")
_OWN = marked("It belongs to its statement, not to a library.")
_UNPLACED = marked("It stands outside of the text.")
_ENDORSERS = marked("It is a list of endorsers, which belongs to its statement.")
_FOLDER = marked("It is a folder in the folder; import it by itself.")
_TOO_MANY = marked("More than {most} files are not read at once.")
_NO_KIND = marked("It is no document or table this program reads.")
Told = Callable[[int, int], None]


def read_clauses(path: Path, corrections: Corrections = AS_IT_IS) -> OfferedClauses:
    """The clauses of one document or table.

    Of a document the title becomes the topic. Where it has no demands, a heading with the text
    below it is one clause; every other text is a clause by itself.

    Raises:
        ImportRefused: the file cannot be read, is not what its name says, or holds no clause.
    """
    ending = path.suffix.lower()
    if ending in TABLE_ENDINGS:
        offered = table_clauses(path, corrections)
    elif ending in TEXT_ENDINGS | {WORD_ENDING}:
        offered = _document_clauses(path)
    else:
        raise unknown_ending(path.name or str(path), _KNOWN)
    if not offered.clauses and not offered.looks_swapped:
        raise ImportRefused(marked("There is no clause in “{name}”."), name=path.name)
    return offered


def read_clause_files(
    paths: Sequence[Path], told: Told = lambda _done, _all: None
) -> OfferedClauses:
    """The clauses of several files and of the files in folders; a file refused is listed.

    `told` hears how many files are read, of how many.
    """
    offered = OfferedClauses()
    files = list(_files(paths))
    for number, (path, reason) in enumerate(files, start=1):
        offered += _listed_file(path, reason) if reason else _read_or_listed(path)
        told(number, len(files))
    return offered


def _files(paths: Sequence[Path]) -> Iterator[tuple[Path, str]]:
    """Every file with the reason why it is not read, empty where it is."""
    for path in paths:
        if not path.is_dir():
            yield path, ""
            continue
        inside = sorted(one for one in path.iterdir() if not one.name.startswith((".", "~$")))
        for number, one in enumerate(inside):
            yield one, _TOO_MANY if number >= MOST_FILES else _why_not(one)


def _why_not(path: Path) -> str:
    if path.is_dir():
        return _FOLDER
    known = TABLE_ENDINGS | TEXT_ENDINGS | {WORD_ENDING}
    return "" if path.suffix.lower() in known else _NO_KIND


def _read_or_listed(path: Path) -> OfferedClauses:
    try:
        return replace(read_clauses(path), columns=None)
    except ImportRefused as refusal:
        listed = ListedText(Origin(path.name), path.name, refusal.message, refusal.arguments)
        return OfferedClauses(listed=(listed,))


def _listed_file(path: Path, reason: str) -> OfferedClauses:
    listed = ListedText(Origin(path.name), path.name, reason, {"most": MOST_FILES})
    return OfferedClauses(listed=(listed,))


# --- documents


def _document_clauses(path: Path) -> OfferedClauses:
    source = read_source(path)
    drafts = statements_of(source, "petition")
    offered = OfferedClauses(notes=tuple(note for draft in drafts for note in draft.notes))
    for draft in drafts:
        offered += _draft_clauses(draft)
    return _numbered(offered, path.name)


def _numbered(offered: OfferedClauses, name: str) -> OfferedClauses:
    """Each clause and each listed text with its place in the order of the file."""
    clauses = tuple(
        replace(one, origin=Origin(name, row=number))
        for number, one in enumerate(offered.clauses, start=1)
    )
    listed = tuple(replace(one, origin=Origin(name)) for one in offered.listed)
    return replace(offered, clauses=clauses, listed=listed)


def _draft_clauses(draft: DraftStatement) -> OfferedClauses:
    filing = Filing(topic=_topic(draft.blocks))
    kinds = {block.kind for block in draft.blocks}
    blocks = draft.blocks if BlockKind.DEMAND in kinds else _under_headings(draft.blocks)
    alone = _only_title(blocks)
    clauses: list[OfferedClause] = []
    listed: list[ListedText] = []
    for block in alone or blocks:
        if block.kind in _AS_THEY_ARE:
            clauses.append(OfferedClause(block.kind, block.texts, filing=filing))
        elif block.kind in _WITH_LINES:
            clauses.extend(_list_clauses(block, blocks, filing))
        elif block.kind is not BlockKind.PAGE_BREAK:
            listed.append(_left_out(block, draft))
    listed.extend(ListedText(Origin(), text, _UNPLACED) for text in draft.unplaced)
    return OfferedClauses(tuple(clauses), tuple(listed))


def _topic(blocks: Iterable[DraftBlock]) -> str:
    """The title in its first language."""
    titles = (side.body for b in blocks if b.kind is BlockKind.TITLE for side in b.texts.values())
    return next(titles, "")


def _only_title(blocks: Sequence[DraftBlock]) -> list[DraftBlock]:
    """A file of one short line: the line is the clause."""
    if any(block.kind is not BlockKind.TITLE for block in blocks):
        return []
    return [replace(block, kind=BlockKind.PARAGRAPH) for block in blocks]


def _left_out(block: DraftBlock, draft: DraftStatement) -> ListedText:
    """A block that is no clause, with the reason."""
    if block.kind is BlockKind.ENDORSER_LIST:
        names = (" / ".join(one.written.values()) for one in draft.endorsers)
        return ListedText(Origin(), "\n".join((_shown(block), *names)), _ENDORSERS)
    reason = _TITLE if block.kind is BlockKind.TITLE else _OWN
    return ListedText(Origin(), _shown(block), reason)


def _shown(block: DraftBlock) -> str:
    sides = (PARAGRAPH_BREAK.join((side.heading, side.body)) for side in block.texts.values())
    items = (_shown(item) for item in block.items)
    return "\n".join(text for side in (*sides, *items) if (text := side.strip()))


def _list_clauses(
    block: DraftBlock, blocks: Sequence[DraftBlock], filing: Filing
) -> Iterator[OfferedClause]:
    """A list with its lead-in as one paragraph; where a file is nothing else, each entry."""
    others = [one for one in blocks if one.kind not in {BlockKind.TITLE, BlockKind.PAGE_BREAK}]
    if others == [block] and not any(side.body for side in block.texts.values()):
        for item in block.items:
            yield OfferedClause(BlockKind.PARAGRAPH, _lined(item), filing=filing)
    else:
        yield OfferedClause(BlockKind.PARAGRAPH, _lined(block), filing=filing)


def _lined(block: DraftBlock) -> dict[str, DraftText]:
    """A block with its items as lines below its text, for a clause holds text alone."""
    codes = dict.fromkeys((*block.texts, *(code for item in block.items for code in item.texts)))
    return {code: DraftText(body="\n".join(_lines(block, code))) for code in codes}


def _lines(block: DraftBlock, language: str, depth: int = 0) -> Iterator[str]:
    side = block.texts.get(language, DraftText())
    text = "\n".join(part for part in (side.heading, side.body) if part)
    if text:
        yield f"{'–' * depth} {text}" if depth else text
    for item in block.items:
        yield from _lines(item, language, depth + 1)


def _under_headings(blocks: Sequence[DraftBlock]) -> list[DraftBlock]:
    """Each heading and the texts below it as one demand, where a file has headings."""
    made: list[DraftBlock] = []
    for block in blocks:
        if block.kind is BlockKind.HEADING:
            sides = {code: DraftText(heading=side.body) for code, side in block.texts.items()}
            made.append(DraftBlock(BlockKind.DEMAND, sides))
        elif _goes_below(block, made):
            made[-1] = replace(made[-1], texts=_with_paragraph(made[-1], _lined(block)))
        else:
            made.append(block)
    return [_bare_heading(block) for block in made]


def _goes_below(block: DraftBlock, made: Sequence[DraftBlock]) -> bool:
    is_text = block.kind in {BlockKind.PARAGRAPH, BlockKind.QUOTATION, BlockKind.LIST}
    return is_text and bool(made) and made[-1].kind is BlockKind.DEMAND


def _bare_heading(block: DraftBlock) -> DraftBlock:
    """A heading with nothing below it stays a heading."""
    if block.kind is not BlockKind.DEMAND or any(side.body for side in block.texts.values()):
        return block
    sides = {code: DraftText(body=side.heading) for code, side in block.texts.items()}
    return DraftBlock(BlockKind.HEADING, sides)


def _with_paragraph(clause: DraftBlock, below: dict[str, DraftText]) -> dict[str, DraftText]:
    texts = dict(clause.texts)
    for code, side in below.items():
        before = texts.get(code, DraftText())
        body = PARAGRAPH_BREAK.join(part for part in (before.body, side.body) if part)
        texts[code] = replace(before, body=body)
    return texts
