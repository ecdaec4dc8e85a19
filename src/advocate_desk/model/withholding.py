"""Withheld names: finding them in texts, and taking them out before anything is printed."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cached_property

from advocate_desk.language.name_finding import NameFinder, Span, same_name
from advocate_desk.language.short_names import short_forms
from advocate_desk.model.endorsement import Endorsement, Endorser
from advocate_desk.model.kinds import ShowAs
from advocate_desk.model.statement import Block, Rendition

_ARTICLE = re.compile(r"\Athe\s+(?=\S+\s+\S)", re.IGNORECASE)


@dataclass(frozen=True)
class Withheld:
    """The names of a statement that may only be counted, and the ones that are printed anyway.

    A printed name may hold a withheld one (“Lake Community Network” holds “Lake Community”) and
    is left whole; a printed name that equals a withheld one is not. `short` are forms that people
    shorten withheld names to, `loose` are forms that may be anything and are only pointed out.
    """

    names: tuple[str, ...] = ()
    printed: tuple[str, ...] = ()
    short: tuple[str, ...] = ()
    loose: tuple[str, ...] = ()

    @classmethod
    def of(cls, endorsements: Iterable[Endorsement]) -> Withheld:
        """The names behind the endorsements of one statement, whatever their state."""
        hidden: dict[str, None] = {}
        shown: list[Endorser] = []
        for endorsement in endorsements:
            if endorsement.show_as is ShowAs.WITHHELD:
                hidden.update(dict.fromkeys(endorser_names(endorsement.endorser)))
            else:
                shown.append(endorsement.endorser)
        if not hidden:
            return cls(printed=_longest_first(_full_names(shown)))
        others = {_plain(name) for one in shown for name in endorser_names(one)}
        forms = [short_forms(name) for name in hidden]
        return cls(
            _longest_first(hidden),
            _longest_first(_full_names(shown)),
            _longest_first(f for each in forms for f in each.firm if _plain(f) not in others),
            _longest_first(f for each in forms for f in each.loose if _plain(f) not in others),
        )

    def spans(self, text: str) -> tuple[Span, ...]:
        """Where withheld names stand in a text; inside a longer printed name is not one."""
        if not text or not self.names:
            return ()
        found = [span for _, span in self._finder.found(text)]
        return _joined(self._uncovered(found, text)) if found else ()

    def hints(self, text: str) -> tuple[Span, ...]:
        """Where words stand that may be a withheld name, or a place, or anything."""
        if not text or not self.loose:
            return ()
        found = [span for _, span in self._loose_finder.found(text)]
        return _joined(self._uncovered(found, text)) if found else ()

    @cached_property
    def _finder(self) -> NameFinder:
        return NameFinder(self.names, self.short)

    @cached_property
    def _loose_finder(self) -> NameFinder:
        return NameFinder((), self.loose)

    @cached_property
    def _longer(self) -> NameFinder:
        """Finds the printed names that hold a withheld one or a short form of one."""
        finders = (self._finder, self._loose_finder)
        held = (n for n in self.printed if any(_holds(finder, n) for finder in finders))
        return NameFinder(held)

    def _uncovered(self, found: list[Span], text: str) -> Iterable[Span]:
        covers = [span for _, span in self._longer.found(text)]
        return (span for span in found if not any(_inside(span, cover) for cover in covers))

    def redacted(self, text: str, mark: str) -> str:
        """The text with a mark in the place of every withheld name."""
        for start, end in reversed(self.spans(text)):
            text = text[:start] + mark + text[end:]
        return text


def endorser_names(endorser: Endorser) -> tuple[str, ...]:
    """Everything an endorser can be recognised by: names, acronyms, entries as handed in, aliases.

    A name that begins with an article is known without it, too, where two words remain.
    """
    parts = [
        part
        for name in endorser.names.values()
        for part in (name.printed, name.written, name.name, name.acronym)
    ]
    parts += endorser.also
    known = (one for part in parts for one in (part.strip(), _ARTICLE.sub("", part.strip())))
    return tuple(dict.fromkeys(one for one in known if len(one) > 1))


def redacted_block(block: Block, withheld: Withheld, mark: Callable[[str], str]) -> Block:
    """The block and its items without withheld names; `mark` gives each language its sign.

    What a side was translated from and who reviewed it is nothing for outside either.
    """
    return replace(
        block,
        renditions=_redacted_sides(block.renditions, withheld, mark),
        items=tuple(redacted_block(item, withheld, mark) for item in block.items),
    )


def _redacted_sides(
    sides: Mapping[str, Rendition], withheld: Withheld, mark: Callable[[str], str]
) -> dict[str, Rendition]:
    return {
        code: _redacted_side(_public(side), withheld, mark, code) for code, side in sides.items()
    }


def _public(side: Rendition) -> Rendition:
    """The side without what is nothing for outside."""
    if side.translated_from is None and not side.reviewed_by and not side.reviewed_on:
        return side
    return replace(side, translated_from=None, reviewed_by="", reviewed_on="")


def _redacted_side(
    side: Rendition, withheld: Withheld, mark: Callable[[str], str], language: str
) -> Rendition:
    if not withheld.names:
        return side
    sign = mark(language)
    heading, body = withheld.redacted(side.heading, sign), withheld.redacted(side.body, sign)
    return replace(side, heading=heading, body=body)


def _full_names(endorsers: Iterable[Endorser]) -> Iterable[str]:
    return (name.name for endorser in endorsers for name in endorser.names.values())


def _plain(name: str) -> str:
    return name.casefold()


def _longest_first(names: Iterable[str]) -> tuple[str, ...]:
    return tuple(sorted(dict.fromkeys(name for name in names if name), key=len, reverse=True))


def _holds(finder: NameFinder, longer: str) -> bool:
    return any(not same_name(name, longer) for name, _ in finder.found(longer))


def _inside(span: Span, other: Span) -> bool:
    return other[0] <= span[0] and span[1] <= other[1] and span != other


def _joined(spans: Iterable[Span]) -> tuple[Span, ...]:
    joined: list[Span] = []
    for start, end in sorted(spans):
        if joined and start <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    return tuple(joined)
