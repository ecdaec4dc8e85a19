"""The texts that are looked at for dirt, and findings about places in them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from advocate_desk.language.khmer import clusters, has_khmer
from advocate_desk.model.checked import Checked, printed_texts
from advocate_desk.model.finding import Finding, Fix
from advocate_desk.model.kinds import BlockKind, Severity
from advocate_desk.model.marked import Word, marked
from advocate_desk.model.rule_info import RuleInfo
from advocate_desk.model.statement import Block, walk

MOST_SINGLE = 3  # endorsers with the same fault; more become one finding that lists them
_AROUND = 14
_LONGEST = 60


class Spot(NamedTuple):
    """A place in a text, and what would stand there if it were right; None where it is unclear."""

    start: int
    end: int
    replacement: str | None = None


@dataclass(frozen=True, slots=True)
class Passage:
    """A text and where it stands: in a block, or as the entry of an endorser (`position` > 0)."""

    text: str
    language: str
    field: str
    block_id: str = ""
    kind: BlockKind = BlockKind.PARAGRAPH
    endorsement_id: str = ""
    endorser_id: str = ""
    position: int = 0


@dataclass(frozen=True, slots=True)
class Look:
    """Everything that is printed in one language: texts of blocks, and entries of endorsers."""

    checked: Checked
    language: str
    texts: tuple[Passage, ...]
    names: tuple[Passage, ...]


def looks(checked: Checked) -> Iterator[Look]:
    """What there is to compare, language by language."""
    found = [p for block in walk(checked.statement.blocks) for p in block_passages(checked, block)]
    for code in checked.languages:
        texts = tuple(p for p in found if p.language == code)
        yield Look(checked, code, texts, name_passages(checked, code))


def block_passages(checked: Checked, block: Block) -> Iterator[Passage]:
    """The texts of a block; one that holds a withheld name is not quoted by any rule."""
    for code, field, text in printed_texts(checked, block):
        if not checked.withheld.spans(text):
            yield Passage(text, code, field, block.id, block.kind)


def name_passages(checked: Checked, language: str) -> tuple[Passage, ...]:
    """The entries of the printed endorsers in one language, in their order."""
    entries = (
        (e, e.endorser.names[language].printed)
        for e in checked.listed
        if language in e.endorser.names
    )
    return tuple(
        Passage(
            text,
            language,
            "name",
            endorsement_id=endorsement.id,
            endorser_id=endorsement.endorser.id,
            position=endorsement.position + 1,
        )
        for endorsement, text in entries
        if text and not checked.withheld.spans(text)
    )


def about(
    passage: Passage,
    info: RuleInfo,
    severity: Severity,
    message: str,
    spots: Sequence[Spot] = (),
    **arguments: object,
) -> Finding:
    """A finding about places in a text; the sentence may show the first of them as {found}."""
    fixes = [_fix(passage, spot) for spot in spots if spot.replacement is not None]
    return Finding(
        severity,
        info.id,
        message,
        passage.block_id,
        passage.language,
        passage.field,
        passage.endorsement_id,
        {**_values(passage, spots), **arguments},
        fixes[0] if fixes else None,
        _matched(passage, spots),
        tuple(fixes[1:]),
    )


def about_many(
    passages: Sequence[Passage],
    info: RuleInfo,
    severity: Severity,
    message: str = "",
    **more: object,
) -> Finding:
    """One finding about several endorsers that lists their numbers as {positions}."""
    first = passages[0]
    listed = {"positions": numbers(passages), "count": len(passages)}
    return Finding(
        severity,
        info.id,
        message or marked("{title}: endorsers {positions}."),
        language=first.language,
        field="name",
        endorsement_id=first.endorsement_id,
        arguments={"title": Word(info.title), **listed, **more},
        matched="\n".join(passage.text for passage in passages),
    )


def numbers(passages: Sequence[Passage]) -> str:
    """The numbers of endorsers as a list."""
    return ", ".join(str(passage.position) for passage in passages)


def shown(text: str, spots: Sequence[Spot]) -> str:
    """What a finding shows of its places: the words found, or the first place with its words."""
    words = [" ".join(text[spot.start : spot.end].split()) for spot in spots]
    if all(len(word) > 2 for word in words):
        return ", ".join(dict.fromkeys(words))[:_LONGEST]
    return excerpt(text, spots[0].start, spots[0].end)


def excerpt(text: str, start: int, end: int) -> str:
    """What stands at a place, with the words it is part of, on one line."""
    left = max(start - _AROUND, 0)
    right = min(end + _AROUND, len(text))
    before, after = text[left:start], text[end:right]
    before = before if left == 0 else _from_a_word(before)
    after = after if right == len(text) else _to_a_word(after)
    return " ".join((before + text[start:end] + after).split())[:_LONGEST]


def _from_a_word(text: str) -> str:
    """The end of a text from a space on, or from a whole syllable on."""
    if " " in text:
        return text[text.find(" ") + 1 :]
    return "".join(clusters(text)[2:]) if has_khmer(text) else text


def _to_a_word(text: str) -> str:
    """The beginning of a text up to a space, or up to a whole syllable."""
    if " " in text:
        return text[: text.rfind(" ")]
    return "".join(clusters(text)[:-1]) if has_khmer(text) else text


def _fix(passage: Passage, spot: Spot) -> Fix:
    return Fix(
        passage.block_id,
        passage.language,
        passage.field,
        spot.start,
        spot.end,
        spot.replacement or "",
        text=passage.text,
        endorser_id=passage.endorser_id,
    )


def _values(passage: Passage, spots: Sequence[Spot]) -> dict[str, object]:
    values: dict[str, object] = {}
    if passage.position:
        values["position"] = passage.position
    if spots:
        values["found"] = shown(passage.text, spots)
        values["count"] = len(spots)
    return values


def _matched(passage: Passage, spots: Sequence[Spot]) -> str:
    if not spots or passage.position:
        return passage.text
    return "\n".join(excerpt(passage.text, spot.start, spot.end) for spot in spots)
