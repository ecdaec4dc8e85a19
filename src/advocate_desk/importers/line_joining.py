"""Lines that belong together: entries of two lines, and prose broken at a fixed width."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from advocate_desk.importers.markers import is_numbered, number
from advocate_desk.importers.phrases import ends_sentence, is_key_line
from advocate_desk.importers.source import SourceParagraph
from advocate_desk.language.numbers import to_ascii_digits
from advocate_desk.language.scripts import is_khmer

_BARE_NUMBER = re.compile(r"\(?(\d{1,4})[.)៖]")
_WIDEST_WRAP = 120
_NARROWEST_WRAP = 55


def joined(lines: Sequence[SourceParagraph]) -> tuple[SourceParagraph, ...]:
    """The lines as paragraphs; an entry keeps its line break, wrapped prose becomes one line."""
    done: list[SourceParagraph] = []
    for block in _blocks(lines):
        done.extend(_joined_block(block))
    return tuple(done)


def _blocks(lines: Sequence[SourceParagraph]) -> list[list[SourceParagraph]]:
    """The lines between gaps."""
    blocks: list[list[SourceParagraph]] = []
    for line in lines:
        if line.gap or not blocks:
            blocks.append([])
        blocks[-1].append(line)
    return blocks


def _joined_block(block: list[SourceParagraph]) -> list[SourceParagraph]:
    width = _wrap_width(block)
    has_pairs = False
    done: list[SourceParagraph] = []
    for place, line in enumerate(block):
        if not done or not _can_continue(line, done[-1]) or _is_next_number(line, done[-1]):
            done.append(line)
        elif done[-1].marker:
            is_entry = _is_second_line(block, place, has_pairs or _is_inset(line, done[-1]))
            has_pairs = has_pairs or is_entry
            _add(done, line, _between(line), joins=is_entry)
        else:
            _add(done, line, " ", joins=bool(width))
    return done


def _add(done: list[SourceParagraph], line: SourceParagraph, between: str, *, joins: bool) -> None:
    if joins:
        done[-1] = replace(done[-1], text=f"{done[-1].text}{between}{line.text}")
    else:
        done.append(line)


def _between(line: SourceParagraph) -> str:
    """A line break inside an entry; a blank where a word in mid-sentence was wrapped."""
    return " " if line.text[:1].islower() else "\n"


def _can_continue(line: SourceParagraph, before: SourceParagraph) -> bool:
    return (
        line.is_plain
        and not (before.level or before.is_break or before.cell or line.cell)
        and not (line.is_bold or is_key_line(line.text))
    )


def _is_next_number(line: SourceParagraph, before: SourceParagraph) -> bool:
    """Whether a line is but the number that follows: an entry nobody wrote a name for."""
    bare = _BARE_NUMBER.fullmatch(to_ascii_digits(line.text.strip()))
    if bare is None or not is_numbered(before.marker):
        return False
    return int(bare[1]) == number(before.marker) + 1


def _is_inset(line: SourceParagraph, before: SourceParagraph) -> bool:
    return line.indent > before.indent


def _is_second_line(block: list[SourceParagraph], place: int, known: bool) -> bool:
    """Whether an unmarked line under a list entry continues it.

    It does when it is inset, when the line before ends in a comma, or when that line is no full
    sentence and another entry follows.
    """
    before = block[place - 1].text.rstrip()
    if known or before.endswith((",", "،")):
        return not ends_sentence(before) or _is_inset(block[place], block[place - 1])
    another_follows = any(line.marker for line in block[place + 1 :])
    return another_follows and not ends_sentence(before)


def _wrap_width(block: list[SourceParagraph]) -> int:
    """The width a block of prose was broken at, 0 where its lines are paragraphs of their own."""
    plain = [line.text for line in block if line.is_plain]
    if len(plain) < 2 or any(is_khmer(c) for c in "".join(plain)):
        return 0
    width = max(len(text) for text in plain)
    full = all(len(text) > 0.7 * width for text in plain[:-1])
    is_prose = all(" " in text for text in plain[:-1])
    fits = _NARROWEST_WRAP <= width <= _WIDEST_WRAP
    return width if full and is_prose and fits and not _are_sentences(plain) else 0


def _are_sentences(plain: list[str]) -> bool:
    return all(ends_sentence(text) for text in plain[:-1])
