"""What channels, events and places of changed texts are called in the language of the window."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from advocate_desk.gui.models.endorsements_table_model import day_words
from advocate_desk.language.catalog import tr
from advocate_desk.model.consent import Channel, EndorsementEvent
from advocate_desk.model.marked import marked
from advocate_desk.model.words import word

CHANNELS: Mapping[Channel, str] = {
    Channel.FORM: marked("Sign-on form"),
    Channel.EMAIL: marked("E-mail"),
    Channel.TELEGRAM: marked("Telegram"),
    Channel.SIGNAL: marked("Signal"),
    Channel.PHONE: marked("Phone"),
    Channel.MEETING: marked("Meeting"),
    Channel.WEB_FORM: marked("Web form"),
    Channel.OTHER: marked("Other way"),
}


def channel_word(channel: str) -> str:
    """What a channel is called; one we do not know shows as it is written."""
    known = {one.value: text for one, text in CHANNELS.items()}
    return tr(known[channel]) if channel in known else channel


def event_words(event: EndorsementEvent, editions: Mapping[str, int], hidden: str = "") -> str:
    """An event in one line; `hidden` stands for people where the name is withheld."""
    return " · ".join(filter(None, _parts(event, editions, hidden)))


def _parts(event: EndorsementEvent, editions: Mapping[str, int], hidden: str) -> Iterator[str]:
    yield day_words(event.happened_on or event.noted_at)
    yield word(event.state)
    people = ", ".join(filter(None, (event.agreed_by, event.agreed_role)))
    yield (hidden or people) if people else ""
    yield channel_word(event.channel)
    number = editions.get(event.edition_id or "")
    yield tr("edition {number}", number=number) if number else ""
    yield (hidden or event.note) if event.note else ""
    yield tr("noted by {author}", author=event.author) if event.author else ""


def size_words(size: int) -> str:
    """How large a file is."""
    if size < 1024:
        return tr("{n} bytes", n=size)
    if size < 1024 * 1024:
        return tr("{n} KB", n=round(size / 1024))
    return tr("{n} MB", n=round(size / 1024 / 1024, 1))
