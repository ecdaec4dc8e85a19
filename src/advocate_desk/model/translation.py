"""How the sides of a block follow each other when one of them is written."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from advocate_desk.model.kinds import TranslationState
from advocate_desk.model.statement import EMPTY, Block, Rendition


def written(
    block: Block, language: str, *, heading: str | None = None, body: str | None = None
) -> Block:
    """The block after one side was written; None leaves heading or body as it is.

    The first side written becomes the block's source language. Where the source's words change,
    the other written sides become stale and keep what they were translated from; stale stays until
    somebody marks the side current. A side whose own words change loses its sign-off.
    """
    before = block.rendition(language)
    after = replace(
        before,
        heading=before.heading if heading is None else heading,
        body=before.body if body is None else body,
    )
    if (before.heading, before.body) == (after.heading, after.body):
        return block
    after = with_state(after, _state_after(before, after))
    source = block.source_language or language
    sides = {**block.renditions, language: after}
    if language == source and not same_words(before, after):
        source, sides = _source_changed(sides, source, before)
    return replace(block, renditions=sides, source_language=source, edited=_edited(block))


def with_state(side: Rendition, state: TranslationState) -> Rendition:
    """The side in another state; what only the old one had to tell is gone."""
    if state is side.state:
        return side
    kept = side.translated_from if state is TranslationState.STALE else None
    return replace(side, state=state, translated_from=kept, reviewed_by="", reviewed_on="")


def signed_off(side: Rendition, reviewer: str, day: str) -> Rendition:
    """The side approved by somebody."""
    approved = with_state(side, TranslationState.APPROVED)
    return replace(approved, reviewed_by=reviewer, reviewed_on=day)


def same_words(one: Rendition, other: Rendition) -> bool:
    """Whether two texts differ in white space at most."""
    return _words(one) == _words(other)


def same_text(some: Mapping[str, Rendition], others: Mapping[str, Rendition]) -> bool:
    """Whether two sets of sides say the same in every language, letter by letter."""
    codes = {*some, *others}
    pairs = ((some.get(code, EMPTY), others.get(code, EMPTY)) for code in codes)
    return all((a.heading, a.body) == (b.heading, b.body) for a, b in pairs)


def aligned(sides: Mapping[str, Rendition], languages: Iterable[str]) -> dict[str, Rendition]:
    """The sides with a missing one for every language that has none."""
    return dict.fromkeys(languages, EMPTY) | dict(sides)


def drafted(heading: str, body: str) -> Rendition:
    """A side as it is first written: a draft, or missing where there is nothing."""
    side = Rendition(heading, body, TranslationState.DRAFT)
    return EMPTY if side.is_empty else side


def source_of(sides: Mapping[str, Rendition]) -> str:
    """The source language: the only written side; unknown (empty) where there are several.

    Where both sides came together, the one that is changed first becomes the source.
    """
    codes = [code for code, side in sides.items() if not side.is_empty]
    return codes[0] if len(codes) == 1 else ""


def _edited(block: Block) -> bool:
    return block.edited or block.clause_revision_id is not None


def _words(side: Rendition) -> tuple[list[str], list[str]]:
    return side.heading.split(), side.body.split()


def _state_after(before: Rendition, after: Rendition) -> TranslationState:
    if after.is_empty:
        return TranslationState.MISSING
    if before.state is TranslationState.STALE:
        return TranslationState.STALE
    return before.state if same_words(before, after) else TranslationState.DRAFT


def _source_changed(
    sides: dict[str, Rendition], source: str, before: Rendition
) -> tuple[str, dict[str, Rendition]]:
    """The others become stale; where the source was emptied, a written side takes its place."""
    if sides[source].is_empty:
        return source_of(sides), {code: _own_source(side) for code, side in sides.items()}
    stale = {code: behind(side, before) for code, side in sides.items() if code != source}
    return source, {**sides, **stale}


def behind(side: Rendition, source: Rendition) -> Rendition:
    """A side behind its source; what it was translated from is what the source said at first."""
    if side.is_empty or side.state is TranslationState.STALE:
        return side
    stale = with_state(side, TranslationState.STALE)
    return replace(stale, translated_from=(source.heading, source.body))


def _own_source(side: Rendition) -> Rendition:
    """A side whose source is gone has nothing to be stale against."""
    stale = side.state is TranslationState.STALE
    return with_state(side, TranslationState.DRAFT) if stale else side
