"""A desk in which names stand wherever they can, before they are withheld."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field, replace
from itertools import cycle
from pathlib import Path
from types import MappingProxyType

from advocate_desk.desk.desk import Desk
from advocate_desk.desk.heading import HeaderEdit
from advocate_desk.model.errors import DeskError
from advocate_desk.model.header import HeaderKind
from advocate_desk.model.kinds import BlockKind, EndorsementState, ShowAs
from advocate_desk.model.memory import DraftPair
from advocate_desk.model.registry import Alias, Contact, NameKind
from advocate_desk.model.term import Term, TermText
from desk_making import block_ids, endorse, make_desk, river_draft
from leaks import Leaks

TITLE, PARAGRAPH, DEMAND, OTHER_DEMAND, LIST, ENDORSER_LIST = range(6)


@dataclass(frozen=True)
class Org:
    """An organisation with every sort of name."""

    english: str
    khmer: str
    acronym: str
    alias: str
    former: str

    @property
    def names(self) -> tuple[str, ...]:
        """All of them but the acronym."""
        return self.english, self.khmer, self.alias, self.former


TYPINGS: Mapping[str, Callable[[str], str]] = MappingProxyType(
    {
        "plain": lambda name: name,
        "shouted": str.upper,
        "wide": lambda name: name.replace(" ", "\u00a0"),
        "hidden signs": lambda name: f"{name[:3]}\u200b{name[3:]}",
        "hyphens": lambda name: name.replace(" ", "\u2011"),
        "possessive": lambda name: f"{name}’s",
        "article": lambda name: f"the {name}",
        "broken": lambda name: name.replace(" ", "\n"),
    }
)


@dataclass
class World:
    """An open desk, its statement, the editions made so far, and what must not get out."""

    desk: Desk
    statement_id: str
    hidden: tuple[Org, ...]
    edition_ids: list[str] = field(default_factory=list)

    def leaks(self) -> Leaks:
        """A scanner for what is withheld."""
        names = [name for org in self.hidden for name in org.names]
        return Leaks(names, [org.acronym for org in self.hidden])


class Planting:
    """Writes the hidden names, in one typing after the other, into one spot after the other."""

    def __init__(self, world: World, typings: tuple[str, ...]) -> None:
        self._world, self._desk, self._id = world, world.desk, world.statement_id
        ways = cycle(typings)
        org = world.hidden[0]
        forms = [name for one in world.hidden for name in (one.english, one.alias, one.former)]
        self._english = cycle([TYPINGS[next(ways)](form) for form in forms] + [org.acronym])
        self._khmer = cycle([one.khmer for one in world.hidden])

    def _en(self) -> str:
        return next(self._english)

    def _km(self) -> str:
        return next(self._khmer)

    def plant(self, spot: str) -> None:
        """Write names into a spot; what the desk refuses to take is no way out."""
        with suppress(DeskError):
            getattr(self, f"_{spot}")()

    def _write(self, block: int, field_name: str) -> None:
        block_id = block_ids(self._desk, self._id)[block]
        texts = {"en": f"We are with {self._en()}, all.", "km": f"យើងខ្ញុំនិង{self._km()}សូមស្នើ"}
        for code, text in texts.items():
            self._desk.drafting.write(block_id, code, **{field_name: text})

    def _title(self) -> None:
        self._write(TITLE, "body")

    def _body(self) -> None:
        self._write(PARAGRAPH, "body")

    def _heading(self) -> None:
        self._write(DEMAND, "heading")

    def _label(self) -> None:
        self._write(ENDORSER_LIST, "body")

    def _item(self) -> None:
        block = self._desk.drafting.statement(self._id).blocks[LIST]
        self._desk.drafting.write(block.items[0].id, "en", body=f"those of {self._en()}")

    def _place(self) -> None:
        self._desk.drafting.set_place(self._id, "en", self._en())
        self._desk.drafting.set_place(self._id, "km", self._km())

    def _issuer(self) -> None:
        self._desk.drafting.set_issuer(self._id, "en", f"Friends of {self._en()}")
        self._desk.drafting.set_issuer(self._id, "km", f"មិត្ត{self._km()}")

    def _placeholder(self) -> None:
        self._desk.drafting.set_placeholder(self._id, "who", {"en": self._en(), "km": self._km()})
        self._desk.drafting.add_block(self._id, BlockKind.PARAGRAPH)
        self._desk.drafting.write(block_ids(self._desk, self._id)[-1], "en", body="With {{who}}.")

    def _lunar(self) -> None:
        self._desk.drafting.set_lunar(self._id, "km", f"ថ្ងៃ{self._km()}")

    def _header(self) -> None:
        kind = HeaderKind.LEAD
        texts = {"en": self._en(), "km": self._km()}
        edit = HeaderEdit(kind=kind, organisation=texts, lines={"en": self._en()})
        self._desk.presenting.set_header(self._id, edit)

    def _comment(self) -> None:
        self._desk.author = "Sophea"
        block_id = block_ids(self._desk, self._id)[PARAGRAPH]
        self._desk.commenting.add(block_id, f"Ask {self._en()} first")

    def _note(self) -> None:
        for endorsement in self._desk.endorsing.endorsements(self._id):
            self._desk.endorsing.set_state(
                [endorsement.id], EndorsementState.WITHDRAWN, note=f"as {self._en()} said"
            )
            self._desk.endorsing.set_state([endorsement.id], EndorsementState.CONFIRMED)

    def _contact(self) -> None:
        shown = self._desk.endorsing.endorsements(self._id)[-1].endorser
        record = self._desk.registry.record(shown.id)
        contact = Contact("Dara", f"also of {self._en()}", email="dara@example.org")
        self._desk.registry.edit(replace(record, contacts=(contact,)))

    def _clause(self) -> None:
        sides = {"en": ("", f"Clause of {self._en()}"), "km": ("", f"ឃ្លា{self._km()}")}
        self._desk.library.new_clause(BlockKind.PARAGRAPH, sides, topic=self._en())
        self._desk.library.save_block(block_ids(self._desk, self._id)[OTHER_DEMAND])

    def _term(self) -> None:
        named = Term("", {"en": TermText(self._en()), "km": TermText(self._km())})
        self._desk.glossary.add(named)
        other = Term("", {"en": TermText("river"), "km": TermText("ទន្លេ")}, note=self._en())
        self._desk.glossary.add(other)

    def _memory(self) -> None:
        pairs = [
            DraftPair({"en": f"Thanks to {self._en()}", "km": "អរគុណ"}, 1),
            DraftPair({"en": "Thanks to all", "km": "អរគុណទាំងអស់គ្នា"}, 2),
        ]
        self._desk.memory.remember(pairs, self._en())

    def _withheld_line(self) -> None:
        line = {"en": "and {count} friends of " + self._en()}
        self._desk.endorsing.write_withheld_line(self._id, line)


SPOTS = tuple(
    name.removeprefix("_")
    for name in vars(Planting)
    if name not in {"_en", "_km", "_write", "__init__", "plant"} and not name.startswith("__")
)


def make_world(
    path: Path,
    hidden: tuple[Org, ...],
    shown: tuple[Org, ...],
    spots: tuple[str, ...] = SPOTS,
    typings: tuple[str, ...] = tuple(TYPINGS),
) -> World:
    """A desk whose first edition was adopted with the names; then they were withheld."""
    desk = make_desk(path)
    stray = ("Sheet of " + hidden[0].english,)
    (statement_id,) = desk.importing.bring_in([replace(river_draft(), unplaced=stray)]).made
    world = World(desk, statement_id, hidden)
    listed = [_add(desk, statement_id, org) for org in (*hidden, *shown)]
    planting = Planting(world, typings)
    for spot in spots:
        planting.plant(spot)
    world.edition_ids += desk.publishing.adopt(statement_id).made
    desk.publishing.issue(world.edition_ids[0])
    desk.endorsing.show_as(listed[: len(hidden)], ShowAs.WITHHELD)
    _elsewhere(desk, hidden, shown)
    return world


def _add(desk: Desk, statement_id: str, org: Org) -> str:
    made = endorse(desk, statement_id, org.english, org.khmer, org.acronym)
    record = desk.registry.record(desk.listed.endorser_of(made).id)
    also = (Alias("en", org.alias), Alias("en", org.former, NameKind.FORMER))
    desk.registry.edit(replace(record, aliases=also))
    return made


def _elsewhere(desk: Desk, hidden: tuple[Org, ...], shown: tuple[Org, ...]) -> None:
    """A second statement that withholds others, and prints one that is withheld in the first."""
    (other_id,) = desk.importing.bring_in([river_draft()]).made
    endorse(desk, other_id, hidden[0].english, hidden[0].khmer, hidden[0].acronym)
    again = endorse(desk, other_id, shown[0].english, shown[0].khmer, shown[0].acronym)
    desk.endorsing.show_as([again], ShowAs.FULL)


def clean_texts(world: World) -> None:
    """Take the names out of the texts again, so that an edition can be adopted."""
    desk, statement_id = world.desk, world.statement_id
    for block in desk.drafting.statement(statement_id).blocks:
        for part in (block, *block.items):
            for code, side in part.renditions.items():
                plain = {"heading": "Clean" if side.heading else "", "body": "Clean words"}
                desk.drafting.write(part.id, code, **plain)
    for code in ("en", "km"):
        desk.drafting.set_place(statement_id, code, "")
        desk.drafting.set_issuer(statement_id, code, "")
        desk.drafting.set_lunar(statement_id, code, "")
    for own in desk.drafting.placeholders(statement_id):
        desk.drafting.set_placeholder(statement_id, own.name, dict.fromkeys(own.values, "us"))
    desk.presenting.set_header(
        statement_id, HeaderEdit(kind=HeaderKind.NONE, organisation={}, lines={})
    )
    desk.endorsing.write_withheld_line(statement_id, {})
