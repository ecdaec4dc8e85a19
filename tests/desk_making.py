"""Desks for the tests of the desk and the command line: exact clocks and ids, short statements."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

from advocate_desk.desk.desk import Desk
from advocate_desk.model.draft import DraftBlock, DraftEndorser, DraftStatement, DraftText
from advocate_desk.model.endorsement import EndorserName
from advocate_desk.model.ids import uuid7
from advocate_desk.model.kinds import BlockKind, EndorsementState, Marker, StatementKind

START = datetime(2026, 1, 5, 8, 0, tzinfo=UTC)


def clock() -> Callable[[], str]:
    """A clock that moves on by a second whenever it is read."""
    ticks: Iterator[int] = iter(range(10**9))

    def now() -> str:
        return (START + timedelta(seconds=next(ticks))).isoformat().replace("+00:00", "Z")

    return now


def ids() -> Callable[[], str]:
    """Ids that are the same in every run."""
    numbers: Iterator[int] = iter(range(1, 10**9))

    def new_id() -> str:
        number = next(numbers)
        return uuid7(1_767_600_000_000 + number, number.to_bytes(10, "big"))

    return new_id


def make_desk(path: Path) -> Desk:
    """A new desk whose times and ids are known."""
    return Desk.create(path, now=clock(), new_id=ids())


def sides(en: str = "", km: str = "", *, heads: tuple[str, str] = ("", "")) -> dict[str, DraftText]:
    """Both sides of a draft block; `heads` are the headings, English first."""
    both = {"km": DraftText(heads[1], km), "en": DraftText(heads[0], en)}
    return {code: text for code, text in both.items() if text.heading or text.body}


def draft(kind: BlockKind, en: str = "", km: str = "") -> DraftBlock:
    """A draft block of a kind with plain sides."""
    return DraftBlock(kind, sides(en, km))


def demand(heading: str, body: str, km_heading: str = "", km_body: str = "") -> DraftBlock:
    """A draft demand."""
    return DraftBlock(BlockKind.DEMAND, sides(body, km_body, heads=(heading, km_heading)))


def endorser(written: str, name: str = "", acronym: str = "", *, row: int = 0) -> DraftEndorser:
    """An entry of an English list as an importer reads it."""
    return DraftEndorser({"en": written}, {"en": name or written}, acronym, row)


def river_draft(*endorsers: DraftEndorser) -> DraftStatement:
    """A short statement in both languages, with a demand, a list and an endorser list."""
    items = (draft(BlockKind.ITEM, "the fishers", "អ្នកនេសាទ"), draft(BlockKind.ITEM, "the farmers"))
    blocks = (
        draft(BlockKind.TITLE, "Keep the river", "ថែរក្សាទន្លេ"),
        draft(
            BlockKind.PARAGRAPH, "We live by the river.\n\nWe ask:", "យើងរស់នៅក្បែរទន្លេ។\n\nយើងស្នើ៖"
        ),
        demand("Stop the sand", "Stop it now.", "បញ្ឈប់ការបូមខ្សាច់", "សូមបញ្ឈប់ឥឡូវនេះ។"),
        demand(
            "Hear us", "Hear everyone.\n\nWrite it down.", "ស្តាប់យើង", "ស្តាប់ទាំងអស់គ្នា។\n\nកត់ត្រាទុក។"
        ),
        DraftBlock(BlockKind.LIST, sides("Those who speak:", "អ្នកនិយាយ៖"), items, Marker.BULLET),
        draft(BlockKind.ENDORSER_LIST, "Endorsed by:", "គាំទ្រដោយ៖"),
    )
    return DraftStatement(StatementKind.JOINT_STATEMENT, blocks, tuple(endorsers))


def river(desk: Desk, *endorsers: DraftEndorser) -> str:
    """The river statement in a desk; its id."""
    (statement_id,) = desk.importing.bring_in([river_draft(*endorsers)]).made
    return statement_id


def block_ids(desk: Desk, statement_id: str) -> list[str]:
    """The ids of a statement's blocks in order."""
    return [block.id for block in desk.drafting.statement(statement_id).blocks]


def texts(desk: Desk, statement_id: str, language: str = "en") -> list[str]:
    """The texts of a statement's blocks in one language."""
    blocks = desk.drafting.statement(statement_id).blocks
    return [block.rendition(language).text for block in blocks]


def name(english: str, khmer: str = "", acronym: str = "") -> dict[str, EndorserName]:
    """The names of an endorser typed into the desk."""
    found = {"en": EndorserName(english, acronym)}
    return found | ({"km": EndorserName(khmer)} if khmer else {})


def endorse(desk: Desk, statement_id: str, english: str, khmer: str = "", acronym: str = "") -> str:
    """A confirmed endorsement typed into the desk; its id."""
    names = name(english, khmer, acronym)
    (made,) = desk.endorsing.add(statement_id, names, state=EndorsementState.CONFIRMED).made
    return made
