"""The printed endorser list: names in the document's language, and how many are withheld."""

from __future__ import annotations

from collections.abc import Iterator

from advocate_desk.exporters.blocks import ExportOptions, Part, Role, Row
from advocate_desk.exporters.page_text import PageText
from advocate_desk.language.catalog import translate
from advocate_desk.language.numbers import in_digits, list_marker
from advocate_desk.model.edition import PrintedEndorser
from advocate_desk.model.marked import marked

ENDORSERS = "endorsers"
LONG_LIST = 40
MOST_COLUMNS = 3

AND_ONE_WITHHELD = marked(
    "and 1 organisation whose name is withheld for its safety ({total} in all)"
)
AND_SOME_WITHHELD = marked(
    "and {count} organisations whose names are withheld for their safety ({total} in all)"
)
ONE_WITHHELD = marked("1 organisation whose name is withheld for its safety")
SOME_WITHHELD = marked("{count} organisations whose names are withheld for their safety")


def endorser_rows(page: PageText, languages: tuple[str, ...], block_id: str) -> Iterator[Row]:
    """The names and the count line: one row in columns, or a row per name side by side."""
    lists = {code: _names(page, code, block_id) for code in languages}
    if len(languages) > 1:
        yield from _aligned(lists, block_id)
    elif lists[languages[0]]:
        columns = endorser_columns(len(page.view.endorsers), page.options)
        yield Row(block_id, lists, columns=columns)
    if page.view.withheld_count:
        counts = {code: (_count_line(page, code, block_id),) for code in languages}
        yield Row(block_id, counts)


def endorser_columns(names: int, options: ExportOptions) -> int:
    """One to three columns: as chosen, else two for a long list."""
    if options.endorser_columns > 0:
        return min(options.endorser_columns, MOST_COLUMNS)
    return 2 if names > LONG_LIST else 1


def printed_name(endorser: PrintedEndorser, language: str) -> str:
    """The name in a language, in another where this one has none."""
    names = (endorser.printed.get(language, ""), *endorser.printed.values())
    return next((name for name in names if name.strip()), "")


def _names(page: PageText, language: str, block_id: str) -> tuple[Part, ...]:
    return tuple(
        Part(
            Role.ENDORSER,
            language,
            # Names are data of others: no placeholder is filled in them, no link is made.
            printed_name(endorser, language),
            marker=list_marker(number, language),
            block_id=block_id,
            number=number,
            list_id=ENDORSERS,
        )
        for number, endorser in enumerate(page.view.endorsers, start=1)
    )


def _aligned(lists: dict[str, tuple[Part, ...]], block_id: str) -> Iterator[Row]:
    for entries in zip(*lists.values(), strict=True):
        yield Row(block_id, {part.language: (part,) for part in entries})


def _count_line(page: PageText, language: str, block_id: str) -> Part:
    withheld = page.view.withheld_count
    text = translate(
        language,
        _count_text(names=len(page.view.endorsers), withheld=withheld),
        count=in_digits(withheld, language),
        total=in_digits(len(page.view.endorsers) + withheld, language),
    )
    return Part(Role.COUNT_LINE, language, text, block_id=block_id)


def _count_text(*, names: int, withheld: int) -> str:
    if names:
        return AND_ONE_WITHHELD if withheld == 1 else AND_SOME_WITHHELD
    return ONE_WITHHELD if withheld == 1 else SOME_WITHHELD
