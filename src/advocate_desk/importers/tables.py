"""Tables of a file: two languages side by side stay rows, everything else becomes text."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import groupby

from advocate_desk.importers.script_share import main_language
from advocate_desk.importers.source import SourceParagraph
from advocate_desk.importers.table_rows import rows_as_entries
from advocate_desk.model.kinds import ENGLISH, KHMER

_LANGUAGE_HEAD = re.compile(
    r"(?:in )?(?:khmer|english|km|en|kh)(?: (?:text|version|language))?"
    r"|(?:ជា)?(?:ភាសា)?(?:ខ្មែរ|អង់គ្លេស)|no\.?|#|ល\.?រ\.?",
    re.IGNORECASE,
)
_FEWEST_ROWS = 3
_Cells = list[SourceParagraph]


def settled_tables(
    paragraphs: Sequence[SourceParagraph],
) -> tuple[tuple[SourceParagraph, ...], tuple[str, ...]]:
    """The paragraphs with every table settled, and what of the tables is no text of its own."""
    settled: list[SourceParagraph] = []
    unplaced: list[str] = []
    for is_table, group in groupby(numbered_tables(paragraphs), key=_table):
        lines = [line for _, line in group]
        if is_table < 0:
            settled.extend(lines)
            continue
        kept, heads = _settled_table(lines)
        settled.extend(kept)
        unplaced.extend(heads)
    return tuple(settled), tuple(unplaced)


def _table(pair: tuple[int, SourceParagraph]) -> int:
    return pair[0]


def numbered_tables(
    paragraphs: Sequence[SourceParagraph],
) -> list[tuple[int, SourceParagraph]]:
    """Each paragraph with the number of its table, -1 outside; a skipped row parts two tables."""
    pairs: list[tuple[int, SourceParagraph]] = []
    table, last_row = -1, -2
    for line in paragraphs:
        if line.cell and not 0 <= line.cell[0] - last_row <= 1:
            table += 1
        last_row = line.cell[0] if line.cell else -2
        pairs.append((table if line.cell else -1, line))
    return pairs


def _settled_table(cells: _Cells) -> tuple[_Cells, list[str]]:
    languages = _column_languages(cells)
    if {KHMER, ENGLISH} <= set(languages.values()):
        return _bilingual(cells, languages)
    rows = {line.cell[0] for line in cells if line.cell}
    if len(languages) > 1 and len(rows) >= _FEWEST_ROWS and _is_counted(cells):
        return list(rows_as_entries(cells)), []
    return [replace(line, cell=None) for line in cells], []


def _column_languages(cells: _Cells) -> dict[int, str]:
    """The language of each column, by all its letters; empty for one of numbers."""
    texts: dict[int, list[str]] = {}
    for line in cells:
        if line.cell and not _LANGUAGE_HEAD.fullmatch(line.text.strip()):
            texts.setdefault(line.cell[1], []).append(line.text)
    return {column: main_language("\n".join(lines)) for column, lines in texts.items()}


def _bilingual(cells: _Cells, languages: dict[int, str]) -> tuple[_Cells, list[str]]:
    """A table of two languages: each paragraph knows its language and its row."""
    kept: _Cells = []
    heads: list[str] = []
    counts: dict[int, str] = {}
    for line in cells:
        column = line.cell[1] if line.cell else 0
        if _LANGUAGE_HEAD.fullmatch(line.text.strip()):
            heads.append(line.text)
        elif languages.get(column):
            kept.append(_in_row(line, languages[column], counts.pop(column, "")))
        else:
            counts = dict.fromkeys((c for c in languages if c != column), line.as_typed)
    return kept, heads


def _in_row(line: SourceParagraph, language: str, count: str) -> SourceParagraph:
    """A cell with its language; the number in a column of its own becomes its list marker."""
    digits = count.strip().rstrip(".)")
    if not digits.isdigit() or line.marker:
        return replace(line, language=language)
    return replace(line, language=language, marker=f"{digits}.", typed=f"{digits}. ")


def _is_counted(cells: _Cells) -> bool:
    """Whether the first column counts the rows."""
    first = [line.as_typed.strip().rstrip(".)") for line in cells if line.cell and not line.cell[1]]
    return sum(text.isdigit() for text in first) * 2 > len(first)
