"""Text files: bytes to text in the encoding they are in, or a refusal; never a guess."""

from __future__ import annotations

import codecs

from advocate_desk.importers.files import MOST_TEXT_BYTES, really_is
from advocate_desk.importers.markdown import PAGE_BREAK, paragraphs_of
from advocate_desk.importers.source import Source, SourceParagraph, has_text
from advocate_desk.importers.tables import settled_tables
from advocate_desk.language.safe_text import clean
from advocate_desk.model.draft import DraftNote
from advocate_desk.model.errors import ImportRefused
from advocate_desk.model.marked import marked

LONGEST_LINE = 500_000
MOST_PARAGRAPHS = 20_000
_UTF_16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)


def text_source(data: bytes, name: str, *, most: int = MOST_PARAGRAPHS) -> Source:
    """A text or Markdown file as paragraphs.

    Raises:
        ImportRefused: not text, not in a known encoding, without words, or too long.
    """
    text, notes = decoded(data, name)
    paragraphs, from_tables = settled_tables(paragraphs_of(text))
    source = Source(paragraphs, from_tables, notes)
    refuse_unreadable(source.paragraphs, name, most=most)
    return source


def decoded(data: bytes, name: str) -> tuple[str, tuple[DraftNote, ...]]:
    """The text of a file, with a note when characters that are no text were taken out.

    Raises:
        ImportRefused: not text, or in an encoding that is neither UTF-8 nor UTF-16.
    """
    something_else = really_is(data)
    if something_else:
        raise ImportRefused(something_else, name=name)
    text = decoded_text(data, name)
    _refuse_long_lines(text, name)
    return cleaned(text)


def decoded_text(data: bytes, name: str) -> str:
    """The text of a file as it is, not yet cleaned.

    Raises:
        ImportRefused: not text, or in an encoding that is neither UTF-8 nor UTF-16.
    """
    text = _decode(data, name)
    if "\0" in text:
        raise ImportRefused(marked("“{name}” is not a text file."), name=name)
    return text


def _decode(data: bytes, name: str) -> str:
    encoding = "utf-16" if data.startswith(_UTF_16) else "utf-8-sig"
    try:
        return data.decode(encoding)
    except UnicodeDecodeError:
        if encoding == "utf-16":
            raise ImportRefused(
                marked("“{name}” is damaged, so it cannot be read."), name=name
            ) from None
        if b"\0" in data:
            raise ImportRefused(marked("“{name}” is not a text file."), name=name) from None
        raise ImportRefused(
            marked("“{name}” is not in UTF-8, so its letters cannot be told for certain."),
            advice=marked("Open it where it was written and save it again as UTF-8."),
            name=name,
        ) from None


def _refuse_long_lines(text: str, name: str) -> None:
    start, line = 0, 0
    while start < len(text):
        line += 1
        end = text.find("\n", start)
        end = len(text) if end < 0 else end
        if end - start > LONGEST_LINE:
            raise ImportRefused(
                marked("“{name}”: line {line} has more than {characters} characters."),
                name=name,
                line=line,
                characters=LONGEST_LINE,
            )
        start = end + 1


def cleaned(text: str) -> tuple[str, tuple[DraftNote, ...]]:
    """A text without characters that are no text; page breaks stand on lines of their own."""
    pages = [clean(page) for page in text.split(PAGE_BREAK)]
    removed = sum(page.removed for page in pages)
    return f"\n{PAGE_BREAK}\n".join(page.text for page in pages), removal_notes(removed)


def removal_notes(removed: int) -> tuple[DraftNote, ...]:
    """A note on characters taken out, if any were."""
    if not removed:
        return ()
    message = marked("{count} control or broken characters were taken out of the text.")
    return (DraftNote(message, {"count": removed}),)


def refuse_unreadable(
    paragraphs: tuple[SourceParagraph, ...], name: str, *, most: int = MOST_PARAGRAPHS
) -> None:
    """Refuses a file without words, or with more paragraphs than any statement has.

    Raises:
        ImportRefused: with a sentence that says which.
    """
    if not has_text(paragraphs):
        raise ImportRefused(marked("There is no text in “{name}”."), name=name)
    if len(paragraphs) > most:
        raise ImportRefused(
            marked("“{name}” has {count} paragraphs; more than {most} are not read."),
            name=name,
            count=len(paragraphs),
            most=most,
        )
    lengths = [len(paragraph.text) for paragraph in paragraphs]
    if max(lengths) > LONGEST_LINE or sum(lengths) > MOST_TEXT_BYTES:
        raise ImportRefused(marked("“{name}” is longer than any statement."), name=name)
