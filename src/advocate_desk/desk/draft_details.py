"""What a table tells of an endorser beside its names, kept where it belongs."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from advocate_desk.language.safe_text import clean
from advocate_desk.model.consent import NO_CONSENT, Channel, Consent, checked_day
from advocate_desk.model.draft import DraftEndorser, DraftEndorsers, ListedRow
from advocate_desk.model.errors import DeskError
from advocate_desk.model.kinds import EndorsementState
from advocate_desk.model.marked import marked
from advocate_desk.model.provinces import stored_province
from advocate_desk.model.registry import Contact, EndorserRecord

Reason = tuple[str, Mapping[str, object]]
_TOO_EARLY = marked(
    "Sheet “{sheet}”, row {row}: An answer cannot be dated {day}: that day has not come yet."
)


def with_details(record: EndorserRecord, draft: DraftEndorser) -> EndorserRecord:
    """The record with the province and contact a table told, where it does not know better."""
    endorser = record.endorser
    if draft.province and not endorser.province:
        province = stored_province(clean(draft.province).text.strip())
        endorser = replace(endorser, province=province)
    contacts = record.contacts
    contact = _clean_contact(draft.contact) if draft.contact else None
    if contact and contact not in contacts:
        contacts = (*contacts, contact)
    return replace(record, endorser=endorser, contacts=contacts)


def _clean_contact(contact: Contact) -> Contact:
    parts = (contact.name, contact.role, contact.phone, contact.messenger, contact.email)
    return Contact(*(clean(part).text.strip() for part in parts))


def answer_of(draft: DraftEndorser, state: EndorsementState) -> Consent:
    """Who answered when, as far as the table told; only a consent has any of that."""
    if state is not EndorsementState.CONFIRMED:
        return NO_CONSENT
    contact = _clean_contact(draft.contact) if draft.contact else Contact("")
    channel = Channel.WEB_FORM.value if draft.sheet and draft.consented_on else ""
    return Consent(contact.name, contact.role, channel, draft.consented_on)


def why_too_early(draft: DraftEndorser, now: str) -> Reason | None:
    """The reason not to take an answer that is dated in the future, None for any other."""
    try:
        checked_day(draft.consented_on, now)
    except DeskError:
        place = {"sheet": draft.sheet, "row": draft.sheet_row or draft.row}
        return _TOO_EARLY, {**place, "day": draft.consented_on}
    return None


def dated_in_time(draft: DraftEndorsers, now: str) -> DraftEndorsers:
    """The draft with answers dated in the future listed instead of accepted."""
    late = {one.row: why for one in draft.endorsers if (why := why_too_early(one, now))}
    if not late:
        return draft
    listed = [
        ListedRow(one.row, " / ".join(one.written.values()), *late[one.row])
        for one in draft.endorsers
        if one.row in late
    ]
    return replace(
        draft,
        endorsers=tuple(one for one in draft.endorsers if one.row not in late),
        listed=tuple(sorted((*draft.listed, *listed), key=lambda row: row.row)),
    )
