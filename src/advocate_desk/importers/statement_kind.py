"""What kind of statement a text is, by its shape and the words of its title."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from advocate_desk.importers.pieces import texts_of
from advocate_desk.model.draft import DraftBlock
from advocate_desk.model.kinds import BlockKind, StatementKind

_BY_TITLE: tuple[tuple[StatementKind, re.Pattern[str]], ...] = (
    (StatementKind.ERRATUM, re.compile(r"\berrat(?:um|a)\b|\bcorrigend|កំណែតម្រូវ", re.IGNORECASE)),
    (StatementKind.FOLLOW_UP, re.compile(r"\bfollow(?:ing)?[- ]up\b|តាមដាន", re.IGNORECASE)),
    (
        StatementKind.INVITATION,
        re.compile(r"\binvit(?:ed?|ation|es|ing)\b|\brsvp\b|អញ្ជើញ", re.IGNORECASE),
    ),
    (
        StatementKind.MEDIA_NOTICE,
        re.compile(
            r"\b(?:radio|television|tv|broadcast|media (?:advisory|notice|alert)"
            r"|press (?:conference|advisory|briefing))\b|វិទ្យុ|ទូរទស្សន៍|សន្និសីទសារព័ត៌មាន",
            re.IGNORECASE,
        ),
    ),
    (StatementKind.OPEN_LETTER, re.compile(r"\bopen letter\b|លិខិតចំហ", re.IGNORECASE)),
    (
        StatementKind.JOINT_STATEMENT,
        re.compile(
            r"\bjoint (?:statement|appeal|call)\b|សេចក្តីថ្លែងការណ៍រួម|សេចក្ដីថ្លែងការណ៍រួម", re.IGNORECASE
        ),
    ),
    (
        StatementKind.BRIEFING,
        re.compile(r"\bbrief(?:ing)?\b|\bcase (?:update|note)\b", re.IGNORECASE),
    ),
)
_PETITION = re.compile(r"\bpetitions?\b|\bsignatures\b|\bundersign|ញត្តិ|ចុះហត្ថលេខា", re.IGNORECASE)
_SENT = re.compile(
    r"\b(?:sent|deliver(?:ed|y)?|submi(?:t|tted|ssion)|handed|enclosed)\b|ប្រគល់|ផ្ញើ", re.IGNORECASE
)
_ORGANISATIONS = re.compile(
    r"\bundersigned (?:[\w-]+ ){0,4}(?:organi[sz]ations|groups|unions|associations|communities)\b"
    r"|យើងខ្ញុំ.{0,12}(?:អង្គការ|សមាគម|សហជីព|សហគមន៍)",
    re.IGNORECASE,
)


def statement_kind(
    blocks: Sequence[DraftBlock], *, wanted: str = "auto", from_page: bool = False
) -> StatementKind:
    """The kind of the statement these blocks make; `wanted` narrows the choice."""
    if wanted == "petition":
        return StatementKind.PETITION
    kinds = {block.kind for block in blocks}
    title = _words(block for block in blocks if block.kind is BlockKind.TITLE)
    by_title = next((kind for kind, words in _BY_TITLE if words.search(title)), None)
    return by_title or _by_shape(kinds, title, _words(blocks), from_page=from_page)


def _words(blocks: Iterable[DraftBlock]) -> str:
    return "\n".join(text for block in blocks for text in texts_of(block))


def _by_shape(
    kinds: set[BlockKind], title: str, everything: str, *, from_page: bool
) -> StatementKind:
    if BlockKind.ADDRESSEES in kinds:
        return _of_addressed(title, everything)
    if BlockKind.ENDORSER_LIST in kinds:
        return StatementKind.JOINT_STATEMENT
    if BlockKind.DEMAND in kinds:
        is_petition = _PETITION.search(everything) and not _ORGANISATIONS.search(everything)
        return StatementKind.PETITION if is_petition else StatementKind.JOINT_STATEMENT
    if BlockKind.PROFILE in kinds:
        return StatementKind.BRIEFING
    return StatementKind.COMMENTARY if from_page else StatementKind.JOINT_STATEMENT


def _of_addressed(title: str, everything: str) -> StatementKind:
    """A text with addressees: a petition, the letter that carried one, or any letter."""
    if _PETITION.search(everything):
        return StatementKind.COVER_LETTER if _SENT.search(title) else StatementKind.PETITION
    return StatementKind.COVER_LETTER
