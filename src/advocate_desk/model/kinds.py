"""The closed vocabularies of the desk (docs/words.md)."""

from __future__ import annotations

from enum import StrEnum

KHMER = "km"
ENGLISH = "en"
SHIPPED_LANGUAGES = (KHMER, ENGLISH)


class StatementKind(StrEnum):
    """What a statement is for."""

    JOINT_STATEMENT = "joint_statement"
    PETITION = "petition"
    OPEN_LETTER = "open_letter"
    COVER_LETTER = "cover_letter"
    BRIEFING = "briefing"
    COMMENTARY = "commentary"
    INVITATION = "invitation"
    MEDIA_NOTICE = "media_notice"
    FOLLOW_UP = "follow_up"
    ERRATUM = "erratum"


class BlockKind(StrEnum):
    """What a block is; `ITEM` is an entry of a block that holds items."""

    TITLE = "title"
    SUBTITLE = "subtitle"
    HEADING = "heading"
    PARAGRAPH = "paragraph"
    DEMAND = "demand"
    QUOTATION = "quotation"
    LIST = "list"
    ADDRESSEES = "addressees"
    PROFILE = "profile"
    INSTRUMENT_LIST = "instrument_list"
    CONTACT = "contact"
    ISSUE_LINE = "issue_line"
    ENDORSER_LIST = "endorser_list"
    SIGNATURE_SUMMARY = "signature_summary"
    SIGNATURE_BLOCK = "signature_block"
    PAGE_BREAK = "page_break"
    ITEM = "item"


WITH_ITEMS = frozenset(
    {
        BlockKind.LIST,
        BlockKind.ADDRESSEES,
        BlockKind.PROFILE,
        BlockKind.INSTRUMENT_LIST,
        BlockKind.SIGNATURE_BLOCK,
        BlockKind.ITEM,
    }
)
WITH_HEADING = frozenset({BlockKind.DEMAND})
WITHOUT_TEXT = frozenset({BlockKind.PAGE_BREAK})


class Marker(StrEnum):
    """How the items of a block are marked on the page."""

    NONE = "none"
    NUMBER = "number"
    BULLET = "bullet"
    DASH = "dash"


class TranslationState(StrEnum):
    """How far a rendition is; `STALE` means that its source changed after it was translated."""

    MISSING = "missing"
    DRAFT = "draft"
    STALE = "stale"
    IN_REVIEW = "in_review"
    APPROVED = "approved"


class ClauseStatus(StrEnum):
    """Whether a clause is offered."""

    ACTIVE = "active"
    ARCHIVED = "archived"


class EndorsementState(StrEnum):
    """Where an endorser's answer stands."""

    INVITED = "invited"
    REMINDED = "reminded"
    CONFIRMED = "confirmed"
    DECLINED = "declined"
    NO_ANSWER = "no_answer"
    WITHDRAWN = "withdrawn"


class ShowAs(StrEnum):
    """Whether an endorser's name may be printed."""

    FULL = "full"
    WITHHELD = "withheld"


class Severity(StrEnum):
    """`BLOCKER` stops an export, `WARNING` wants one tick, `HINT` is for the eye only."""

    BLOCKER = "blocker"
    WARNING = "warning"
    HINT = "hint"


class Layout(StrEnum):
    """How the languages of a document stand to each other."""

    KHMER = "km"
    ENGLISH = "en"
    SIDE_BY_SIDE = "side-by-side"
    KHMER_ENGLISH = "km-en"
    ENGLISH_KHMER = "en-km"
    BOOKLET = "booklet"

    @property
    def languages(self) -> tuple[str, ...]:
        """The languages of the layout in the order in which they are printed."""
        if self in {Layout.SIDE_BY_SIDE, Layout.BOOKLET}:
            return (KHMER, ENGLISH)
        return tuple(self.value.split("-"))
