"""The printed endorser list: names in the document's language, and how many are withheld."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from advocate_desk.exporters.blocks import ExportOptions, Part, Role, Row
from advocate_desk.exporters.entries import Entries, EntryRows, places_of, printed_name
from advocate_desk.exporters.page_text import PageText
from advocate_desk.language.catalog import translate
from advocate_desk.language.collation import sort_key
from advocate_desk.language.dates import long_date
from advocate_desk.language.numbers import in_digits
from advocate_desk.model.marked import marked

LONG_LIST = 40
MOST_COLUMNS = 3
ALPHABET = "alphabet"

AND_ONE_WITHHELD = marked(
    "and 1 organisation whose name is withheld for its safety ({total} in all)"
)
AND_SOME_WITHHELD = marked(
    "and {count} organisations whose names are withheld for their safety ({total} in all)"
)
ONE_WITHHELD = marked("1 organisation whose name is withheld for its safety")
SOME_WITHHELD = marked("{count} organisations whose names are withheld for their safety")
ONE_AS_OF = marked("1 organisation as of {date}")
SOME_AS_OF = marked("{count} organisations as of {date}")
# Printed above each group, in this order; kinds that are not known come last, together.
GROUPS: Mapping[str, str] = {
    "network": marked("Networks"),
    "coalition": marked("Coalitions"),
    "ngo": marked("Non-governmental organisations"),
    "federation": marked("Federations"),
    "union": marked("Unions"),
    "association": marked("Associations"),
    "community": marked("Communities"),
    "media": marked("Media"),
    "school": marked("Schools and universities"),
    "person": marked("Individuals"),
}
OTHERS = marked("Others")

Groups = tuple[tuple[str, Sequence[int]], ...]


def endorser_rows(
    page: PageText, languages: tuple[str, ...], block_id: str
) -> Iterator[Sequence[Row]]:
    """The names and the count line: one row in columns, or a row per name side by side."""
    if counted_as_of(page):
        counts = {code: (_as_of_line(page, code, block_id),) for code in languages}
        yield (Row(block_id, counts, keep=True),)
    if page.view.endorsers:
        yield from _listed(page, languages, block_id)
    if page.view.withheld_count:
        counts = {code: (_count_line(page, code, block_id),) for code in languages}
        yield (Row(block_id, counts),)


def _listed(page: PageText, languages: tuple[str, ...], block_id: str) -> Iterator[Sequence[Row]]:
    columns = endorser_columns(len(page.view.endorsers), page.options)
    first = page.view.first_number
    for kind, group in _groups(page):
        if kind:
            labels = {code: (_label(kind, code, block_id),) for code in languages}
            yield (Row(block_id, labels, keep=True),)
        lists = _lists(page, languages, group, block_id, first)
        if languages[1:]:
            yield EntryRows(lists, block_id)
        else:
            yield (Row(block_id, lists, columns=columns),)
        first += len(group)


def _lists(
    page: PageText, languages: tuple[str, ...], group: Sequence[int], block_id: str, first: int
) -> dict[str, Entries]:
    """Each language in its own order; side by side in the left one's, so that rows agree."""
    shared = _ordered(page, group, languages[0])
    orders = {code: shared if languages[1:] else _ordered(page, group, code) for code in languages}
    return {
        code: Entries(page.view.endorsers, order, code, page.digits(code), block_id, first)
        for code, order in orders.items()
    }


def _groups(page: PageText) -> Groups:
    """Kind and positions of each group; one group without a kind where none are wanted."""
    endorsers = page.view.endorsers
    if not page.options.group_endorsers:
        return (("", range(len(endorsers))),)
    by_kind: dict[str, list[int]] = {kind: [] for kind in (*GROUPS, "other")}
    for place, endorser in enumerate(endorsers):
        by_kind[endorser.kind if endorser.kind in GROUPS else "other"].append(place)
    found = tuple((kind, tuple(places)) for kind, places in by_kind.items() if places)
    # One group needs no word above it.
    return found if found[1:] else (("", range(len(endorsers))),)


def _ordered(page: PageText, group: Sequence[int], language: str) -> Sequence[int]:
    if page.options.endorser_order != ALPHABET:
        return places_of(group)
    endorsers = page.view.endorsers
    names = {place: sort_key(printed_name(endorsers[place], language), language) for place in group}
    return places_of(sorted(group, key=lambda place: (names[place], place)))


def endorser_columns(names: int, options: ExportOptions) -> int:
    """One to three columns: as chosen, else as the style says, else two for a long list."""
    chosen = options.endorser_columns if options.endorser_columns > 0 else options.style.columns
    if chosen > 0:
        return min(chosen, MOST_COLUMNS)
    return 2 if names > LONG_LIST else 1


def _label(kind: str, language: str, block_id: str) -> Part:
    text = translate(language, GROUPS.get(kind, OTHERS))
    return Part(Role.GROUP_LABEL, language, text, block_id=block_id)


def counted_as_of(page: PageText) -> bool:
    """Whether the list says how many endorse, and as of which day."""
    view = page.view
    is_wanted = page.options.count_line and view.list_day is not None
    return is_wanted and bool(view.endorsers or view.withheld_count)


def _as_of_line(page: PageText, language: str, block_id: str) -> Part:
    """Withheld ones count like all others."""
    day = page.view.list_day
    text = as_of_text(
        len(page.view.endorsers) + page.view.withheld_count,
        long_date(day, language) if day else "",
        language,
        page.digits(language),
    )
    return Part(Role.COUNT_LINE, language, text, block_id=block_id)


def as_of_text(count: int, day: str, language: str, digits: str) -> str:
    """How many organisations endorse as of a day, in a document's language."""
    words = ONE_AS_OF if count == 1 else SOME_AS_OF
    return translate(language, words, count=in_digits(count, digits), date=day)


def _count_line(page: PageText, language: str, block_id: str) -> Part:
    withheld = page.view.withheld_count
    names = len(page.view.endorsers)
    count = in_digits(withheld, page.digits(language))
    total = in_digits(names + withheld, page.digits(language))
    own = page.view.withheld_line.get(language, "")
    if own:
        text = own.replace("{count}", count).replace("{total}", total)
    else:
        words = _count_text(names=names, withheld=withheld)
        text = translate(language, words, count=count, total=total)
    return Part(Role.COUNT_LINE, language, text, block_id=block_id)


def _count_text(*, names: int, withheld: int) -> str:
    if names:
        return AND_ONE_WITHHELD if withheld == 1 else AND_SOME_WITHHELD
    return ONE_WITHHELD if withheld == 1 else SOME_WITHHELD
