"""What the rules of a check look at."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field

from advocate_desk.model.dismissal import Dismissal
from advocate_desk.model.endorsement import Endorsement
from advocate_desk.model.finding import Finding
from advocate_desk.model.kinds import ShowAs
from advocate_desk.model.looks import NO_CHOICE, HeaderChoice, LunarLine
from advocate_desk.model.statement import Block, Rendition, Statement
from advocate_desk.model.term import NO_TERMS, Terms
from advocate_desk.model.withholding import Withheld


@dataclass(frozen=True, slots=True)
class Checked:
    """What the rules look at; `languages` are the ones that will be printed.

    `outdated` are the ids of the endorsements that agreed to an earlier text. `withheld` are the
    statement's withheld names, `lunar` its lunar date per language. `header` is what it is printed with,
    `known_logos` the ids of the desk's pictures. `rules_off` are the rules this statement is not
    checked by, `dismissed` the findings somebody put aside with a reason. `terms` is the glossary.
    `issued_with` are the endorsements that are not confirmed though the newest issued edition, of
    the number `issued_number`, lists them; `memberships` the pairs of coalition and member among
    the endorsers. `sensitive` are the ids of endorsers of whom the registry says that care is
    needed, `withheld_elsewhere` of those whom another statement withholds. `listed` are the endorsements whose names are printed.
    """

    statement: Statement
    endorsements: tuple[Endorsement, ...] = ()
    languages: tuple[str, ...] = ()
    outdated: frozenset[str] = frozenset()
    withheld: Withheld = field(default_factory=Withheld)
    lunar: Mapping[str, LunarLine] = field(default_factory=dict)
    header: HeaderChoice = NO_CHOICE
    known_logos: frozenset[str] = frozenset()
    signature_count: int = 0
    rules_off: frozenset[str] = frozenset()
    dismissed: tuple[Dismissal, ...] = ()
    terms: Terms = NO_TERMS
    issued_number: int = 0
    issued_with: frozenset[str] = frozenset()
    memberships: tuple[tuple[str, str], ...] = ()
    sensitive: frozenset[str] = frozenset()
    withheld_elsewhere: frozenset[str] = frozenset()
    listed: tuple[Endorsement, ...] = field(init=False, compare=False, repr=False)

    def __post_init__(self) -> None:
        """Every rule asks for the endorsements whose names are printed: they are found once."""
        printed = (e for e in self.endorsements if e.is_counted and e.show_as is ShowAs.FULL)
        object.__setattr__(self, "listed", tuple(printed))


Rule = Callable[[Checked], Iterator[Finding]]
BlockRule = Callable[[Checked, Block], Iterator[Finding]]


def printed_texts(checked: Checked, block: Block) -> Iterator[tuple[str, str, str]]:
    """Language, field and text of every text of a block that will be printed."""
    for code in checked.languages:
        side: Rendition = block.rendition(code)
        for name in ("heading", "body"):
            text = getattr(side, name)
            if text:
                yield code, name, text
