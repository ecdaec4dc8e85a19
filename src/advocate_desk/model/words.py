"""What the members of the closed vocabularies are called, in the language of the window."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum

from advocate_desk.language.catalog import tr
from advocate_desk.model.clause import Target, Variant
from advocate_desk.model.header import HeaderKind
from advocate_desk.model.kinds import (
    BlockKind,
    ClauseStatus,
    EndorsementState,
    Layout,
    Marker,
    Severity,
    ShowAs,
    StatementKind,
    TranslationState,
)
from advocate_desk.model.marked import marked

_PAIRS: tuple[tuple[StrEnum, str], ...] = (
    (StatementKind.JOINT_STATEMENT, marked("Joint statement")),
    (StatementKind.PETITION, marked("Petition")),
    (StatementKind.OPEN_LETTER, marked("Open letter")),
    (StatementKind.COVER_LETTER, marked("Cover letter")),
    (StatementKind.BRIEFING, marked("Briefing")),
    (StatementKind.COMMENTARY, marked("Commentary")),
    (StatementKind.INVITATION, marked("Invitation")),
    (StatementKind.MEDIA_NOTICE, marked("Media notice")),
    (StatementKind.FOLLOW_UP, marked("Follow-up")),
    (StatementKind.ERRATUM, marked("Erratum")),
    (BlockKind.TITLE, marked("Title")),
    (BlockKind.SUBTITLE, marked("Subtitle")),
    (BlockKind.HEADING, marked("Heading")),
    (BlockKind.PARAGRAPH, marked("Paragraph")),
    (BlockKind.DEMAND, marked("Demand")),
    (BlockKind.QUOTATION, marked("Quotation")),
    (BlockKind.LIST, marked("List")),
    (BlockKind.ADDRESSEES, marked("Addressees")),
    (BlockKind.PROFILE, marked("Profile")),
    (BlockKind.INSTRUMENT_LIST, marked("Instrument list")),
    (BlockKind.CONTACT, marked("Contact")),
    (BlockKind.ISSUE_LINE, marked("Issue line")),
    (BlockKind.ENDORSER_LIST, marked("Endorser list")),
    (BlockKind.SIGNATURE_SUMMARY, marked("Signature summary")),
    (BlockKind.SIGNATURE_BLOCK, marked("Signature block")),
    (BlockKind.PAGE_BREAK, marked("Page break")),
    (BlockKind.ITEM, marked("Entry")),
    (Marker.NONE, marked("No marker")),
    (Marker.NUMBER, marked("Numbers")),
    (Marker.BULLET, marked("Bullets")),
    (Marker.DASH, marked("Dashes")),
    (TranslationState.MISSING, marked("missing")),
    (TranslationState.DRAFT, marked("draft")),
    (TranslationState.STALE, marked("stale")),
    (TranslationState.IN_REVIEW, marked("in review")),
    (TranslationState.APPROVED, marked("approved")),
    (ClauseStatus.ACTIVE, marked("active")),
    (ClauseStatus.ARCHIVED, marked("archived")),
    (EndorsementState.INVITED, marked("invited")),
    (EndorsementState.REMINDED, marked("reminded")),
    (EndorsementState.CONFIRMED, marked("confirmed")),
    (EndorsementState.DECLINED, marked("declined")),
    (EndorsementState.NO_ANSWER, marked("no answer")),
    (EndorsementState.WITHDRAWN, marked("withdrawn")),
    (ShowAs.FULL, marked("full name")),
    (ShowAs.WITHHELD, marked("name withheld")),
    (Severity.BLOCKER, marked("Blocker")),
    (Severity.WARNING, marked("Warning")),
    (Severity.HINT, marked("Hint")),
    (Target.GOVERNMENT, marked("Government")),
    (Target.PARLIAMENT, marked("Parliament")),
    (Target.COURTS, marked("Courts")),
    (Target.LOCAL_AUTHORITIES, marked("Local authorities")),
    (Target.ASEAN, marked("ASEAN")),
    (Target.UN, marked("United Nations")),
    (Target.SIGNATORY_STATES, marked("Signatory states")),
    (Target.DONORS, marked("Donors")),
    (Target.COMPANIES, marked("Companies")),
    (Target.PLATFORMS, marked("Platforms")),
    (Target.MEDIA, marked("Media")),
    (Target.PUBLIC, marked("The public")),
    (Layout.KHMER, marked("Khmer only")),
    (Layout.ENGLISH, marked("English only")),
    (Layout.SIDE_BY_SIDE, marked("Side by side")),
    (Layout.KHMER_ENGLISH, marked("Khmer, then English")),
    (Layout.ENGLISH_KHMER, marked("English, then Khmer")),
    (Layout.BOOKLET, marked("Booklet with facing pages")),
    (HeaderKind.NONE, marked("No header")),
    (HeaderKind.LEAD, marked("Leading organisation")),
    (HeaderKind.LOGOS, marked("Logos in a row")),
    (HeaderKind.STATE, marked("State header")),
    (Variant.SHORT, marked("short")),
    (Variant.LONG, marked("long")),
    (Variant.SOFT, marked("soft")),
    (Variant.STRONG, marked("strong")),
)
# Members of two vocabularies may share a value, and such members are equal: so by type as well.
_WORDS: Mapping[tuple[type[StrEnum], str], str] = {(type(v), v): text for v, text in _PAIRS}

_LANGUAGES: Mapping[str, str] = {"km": marked("Khmer"), "en": marked("English")}
OWN_NAMES: Mapping[str, str] = {"km": "ខ្មែរ", "en": "English"}


def word(value: StrEnum) -> str:
    """What a kind, state, severity or layout is called in the window's language."""
    return tr(_WORDS[type(value), value])


def source_word(value: StrEnum) -> str:
    """The same, untranslated: for tables, whose language is not the window's."""
    return _WORDS[type(value), value]


def target_word(target: str) -> str:
    """What a target of a clause is called: a word of ours, or the clause's own."""
    return word(Target(target)) if target in {*Target} else target


def variant_word(variant: str) -> str:
    """What sets a variant apart: a word of ours, or the clause's own."""
    return word(Variant(variant)) if variant in {*Variant} else variant


def language_word(code: str) -> str:
    """What a language is called in the window's language; its code where it has no word."""
    return tr(_LANGUAGES[code]) if code in _LANGUAGES else code


def own_name(code: str) -> str:
    """What a language calls itself."""
    return OWN_NAMES.get(code, code)
