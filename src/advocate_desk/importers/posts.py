"""A saved web page parted into its posts; what belongs to the page and not to a text is named."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from advocate_desk.importers.phrases import ends_sentence
from advocate_desk.importers.source import SourceParagraph
from advocate_desk.language.dates import find_date

_POSTED = re.compile(
    r"(?:posted by\b.{0,120}?\bposted on\b|posted on\b|published on\b|ចុះផ្សាយ|បង្ហោះ|ប្រកាសផ្សាយ)",
    re.IGNORECASE,
)
_MORE = re.compile(
    r"(?:read more|continue reading|read the rest|leave a (?:reply|comment)|comments? (?:are )?"
    r"(?:closed|off)|no comments?|share this|older posts|newer posts|previous|next"
    r"|អានបន្ត|អានបន្ថែម|អានតទៅ)\s*(?:…|\.{3}|»|→|>>|:)?",
    re.IGNORECASE,
)
_BYLINE = re.compile(
    r"(?:op-?ed|opinion|by|author|written by|filed under|tags?|tagged|categor(?:y|ies)|credit"
    r"|photo(?: credit)?|source|ដោយ|អត្ថបទដោយ|ប្រភព|រូបថត)\s*[:៖]",
    re.IGNORECASE,
)
_IMAGE_ENDINGS = r"\.(?:jpe?g|png|gif|webp|svg|bmp|tiff?)"
_IMAGE_NAME = re.compile(rf"[\w()-]{{1,120}}{_IMAGE_ENDINGS}", re.IGNORECASE)
_GLUED_IMAGE = re.compile(rf"[\w-]{{1,120}}{_IMAGE_ENDINGS}(?=\S)", re.IGNORECASE)
_SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+){2,}")
_LONGEST_BYLINE = 120
_LONGEST_CAPTION = 90


@dataclass(frozen=True, slots=True)
class Post:
    """One text of a page: its paragraphs, when it was posted, and what the page put around it."""

    paragraphs: tuple[SourceParagraph, ...]
    posted: date | None = None
    unplaced: tuple[str, ...] = ()
    from_page: bool = False


def posts_of(paragraphs: Sequence[SourceParagraph]) -> tuple[Post, ...]:
    """The posts of a saved page in its order; any other file is one post."""
    starts = [at for at, line in enumerate(paragraphs) if is_posted_line(line.text)]
    if not starts:
        return (_without_pictures(tuple(paragraphs)),)
    ends = [*starts[1:], len(paragraphs)]
    posts = [_post(paragraphs[a:b]) for a, b in zip(starts, ends, strict=True)]
    head = tuple(line.as_typed for line in paragraphs[: starts[0]] if line.text)
    posts[0] = replace(posts[0], unplaced=head + posts[0].unplaced)
    return tuple(posts)


def is_posted_line(text: str) -> bool:
    """Whether a line says when a post was put on the web."""
    return len(text) <= 200 and bool(_POSTED.match(text)) and find_date(text) is not None


def _without_pictures(paragraphs: tuple[SourceParagraph, ...]) -> Post:
    names = tuple(line.text for line in paragraphs if _is_image_name(line.text))
    kept = tuple(line for line in paragraphs if not _is_image_name(line.text))
    return Post(kept, unplaced=names)


def _post(lines: Sequence[SourceParagraph]) -> Post:
    posted, rest = lines[0], lines[1:]
    kept: list[SourceParagraph] = []
    unplaced = [posted.as_typed]
    head_ends = _end_of_head(rest)
    headline = _folded(rest[0].text) if rest else ""
    for at, line in enumerate(rest):
        if (
            _is_furniture(line.text)
            or (at and _folded(line.text) == headline)
            or _is_caption(at, line, head_ends)
        ):
            unplaced.append(line.as_typed)
            continue
        name, plain = _unglued(line)
        unplaced.extend(name)
        kept.append(plain)
    return Post(tuple(kept), find_date(posted.text), tuple(unplaced), from_page=True)


def _end_of_head(rest: Sequence[SourceParagraph]) -> int:
    """The index of the byline near the beginning, 0 where there is none."""
    near = [at for at, line in enumerate(rest[:5]) if _is_byline(line.text)]
    return near[0] if near else 0


def _is_caption(at: int, line: SourceParagraph, head_ends: int) -> bool:
    """Whether a short line stands between the headline and the byline, where captions stand."""
    is_short = len(line.text) <= _LONGEST_CAPTION and not ends_sentence(line.text)
    return 0 < at < head_ends and is_short


def _folded(text: str) -> str:
    """A text by which a headline said over again is known."""
    return " ".join(text.split()).casefold()


def _is_byline(text: str) -> bool:
    return len(text) <= _LONGEST_BYLINE and bool(_BYLINE.match(text)) and not ends_sentence(text)


def _is_furniture(text: str) -> bool:
    return _is_byline(text) or bool(_MORE.fullmatch(text.strip())) or _is_image_name(text)


def _is_image_name(text: str) -> bool:
    words = text.split()
    return bool(words) and all(_IMAGE_NAME.fullmatch(w) or _SLUG.fullmatch(w) for w in words)


def _unglued(line: SourceParagraph) -> tuple[tuple[str, ...], SourceParagraph]:
    """An image's file name that stuck to the text behind it, and the text."""
    match = _GLUED_IMAGE.match(line.text)
    if not match or line.marker:
        return (), line
    return (match.group(),), replace(line, text=line.text[match.end() :])
