"""What stands on every page of a list that was copied: running titles and page numbers."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from advocate_desk.importers.markers import split_marker
from advocate_desk.importers.phrases import ends_in_colon, is_endorser_label

_PAGE = r"(?:page|p\.|pg\.?|ទំព័រ(?:ទី)?)\s*[\d០-៩]{1,4}(?:\s*(?:of|/|នៃ|\|)\s*[\d០-៩]{1,4})?"
_PAGE_LINE = re.compile(
    rf"(?:.{{0,100}}[\s|–—-]+)?{_PAGE}(?:\s*[|–—-].{{0,100}})?"
    r"|[\d០-៩]{1,4}\s*(?:/|of|នៃ)\s*[\d០-៩]{1,4}",
    re.IGNORECASE,
)
_DASHED_NUMBER = re.compile(r"[-–—|]\s*[\d០-៩]{1,4}\s*[-–—|]")
_BARE_NUMBER = re.compile(r"\(?[\d០-៩]{1,4}[.)៖]")
_LONGEST = 200


def furniture(lines: Sequence[str]) -> frozenset[int]:
    """The positions of lines that belong to the pages, not to the list."""
    filled = [(at, line.strip()) for at, line in enumerate(lines) if line.strip()]
    plain = [
        (at, text) for at, text in filled if not split_marker(text) and not _is_inset(lines[at])
    ]
    pages = {at for at, text in plain if len(text) <= _LONGEST and _PAGE_LINE.fullmatch(text)}
    pages |= {at for at, text in filled if _DASHED_NUMBER.fullmatch(text)}
    if (len(filled) - len(plain)) * 2 <= len(filled):
        return frozenset(pages)  # entries without markers may well be there twice
    keys = {at: _key(text) for at, text in plain if not is_endorser_label(text)}
    often = {key for key, count in Counter(keys.values()).items() if key and count > 1}
    return frozenset(pages | {at for at, key in keys.items() if key in often})


def labels(lines: Sequence[str]) -> frozenset[int]:
    """The positions of lines that only lead in to the entries below: "Unions:"."""
    return frozenset(
        at
        for at, line in enumerate(lines)
        if ends_in_colon(line) and not split_marker(line.strip()) and not is_endorser_label(line)
    )


def _is_inset(line: str) -> bool:
    return line[:1] in {" ", "\t"}


def _key(text: str) -> str:
    """A line without its page number."""
    key = re.sub(r"[\d០-៩]+", "", text.casefold()) if len(text) <= _LONGEST else ""
    return " ".join(key.split())


def with_numbers_joined(lines: Sequence[str]) -> Iterator[str]:
    """The lines, a number alone on its line put before the name on the next one."""
    waiting = ""
    for at, line in enumerate(lines):
        bare = line.strip()
        following = lines[at + 1].strip() if at + 1 < len(lines) else ""
        is_number = bool(_BARE_NUMBER.fullmatch(bare))
        if is_number and following and not _is_counted(following):
            waiting = bare
            yield ""
        else:
            yield f"{waiting} {bare}" if waiting else line
            waiting = ""


def _is_counted(line: str) -> bool:
    return bool(split_marker(line) or _BARE_NUMBER.fullmatch(line))
