"""Messages to an endorser: an invitation, a reminder, a request to confirm a changed text."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from advocate_desk.language.catalog import translate
from advocate_desk.model.consent import ChangedText
from advocate_desk.model.marked import marked
from advocate_desk.model.statement import PARAGRAPH_BREAK

_MOST_PARAGRAPHS = 12  # of one changed text; who wants more reads the statement


class MessageKind(StrEnum):
    """What a message asks an endorser for."""

    INVITATION = "invitation"
    REMINDER = "reminder"
    CONFIRM_AGAIN = "confirm_again"


@dataclass(frozen=True, slots=True)
class MessageFacts:
    """What a message says: `name` is empty where the name is withheld.

    `places` gives a changed block its place in words; every text is free of withheld names.
    """

    title: str
    name: str = ""
    issuer: str = ""
    changes: tuple[ChangedText, ...] = ()
    places: Mapping[str, str] = field(default_factory=dict)


_GREETING = marked("Dear {name},")
_NEUTRAL = marked("Dear friends,")
_ASKS: Mapping[MessageKind, tuple[str, ...]] = {
    MessageKind.INVITATION: (
        marked("We invite you to endorse our statement “{title}”."),
        marked(
            "If you agree with the text, please answer with the name of your organisation in"
            " Khmer and in English as it is to be printed, and who agrees for it in what role."
        ),
        marked("If your name must not be printed, tell us: you are then counted, and not named."),
    ),
    MessageKind.REMINDER: (
        marked("We have no answer from you yet about our statement “{title}”."),
        marked("Please tell us whether you endorse it. A short yes or no is enough."),
    ),
    MessageKind.CONFIRM_AGAIN: (
        marked("You endorsed our statement “{title}”. Its text was changed since you agreed."),
        marked("Please read what changed, and tell us whether you agree to the text as it is now."),
    ),
}
_NO_TITLE: Mapping[MessageKind, str] = {
    MessageKind.INVITATION: marked("We invite you to endorse our statement."),
    MessageKind.REMINDER: marked("We have no answer from you yet about our statement."),
    MessageKind.CONFIRM_AGAIN: marked(
        "You endorsed our statement. Its text was changed since you agreed."
    ),
}
# Nothing changed for somebody who is asked all the same: better than a message that is not true.
_UNCHANGED = marked(
    "You endorsed our statement “{title}”. Its text is still the one you agreed to."
)
_UNCHANGED_NO_TITLE = marked("You endorsed our statement. Its text is still the one you agreed to.")
_THANKS = marked("With thanks,")


def message(kind: MessageKind, language: str, facts: MessageFacts) -> str:
    """The message in one language, as plain text."""
    greeting = _GREETING if facts.name else _NEUTRAL
    opening, others = _asks(kind, facts)
    parts = [translate(language, greeting, name=facts.name)]
    parts.append(translate(language, opening, title=facts.title))
    if kind is MessageKind.CONFIRM_AGAIN:
        parts += _what_changed(facts, language)
    parts += [translate(language, text) for text in others]
    parts.append("\n".join(filter(None, (translate(language, _THANKS), facts.issuer))))
    return "\n\n".join(parts)


def _asks(kind: MessageKind, facts: MessageFacts) -> tuple[str, Sequence[str]]:
    """The opening of a message, and what it asks for below."""
    if kind is MessageKind.CONFIRM_AGAIN and not facts.changes:
        return (_UNCHANGED if facts.title else _UNCHANGED_NO_TITLE), ()
    first, *others = _ASKS[kind]
    return (first if facts.title else _NO_TITLE[kind]), others


def _what_changed(facts: MessageFacts, language: str) -> Iterator[str]:
    """The changes of this language; one the other side has alone is told of without its text.

    Where this language has none at all, those of the other side are told as they are.
    """
    own = [one for one in facts.changes if one.language == language] or list(facts.changes)
    seen = {one.block_id for one in own}
    if own:
        yield translate(language, "What changed:")
    for one in own:
        yield "\n".join(_told(one, facts.places.get(one.block_id, ""), language))
    others = dict.fromkeys(one.block_id for one in facts.changes if one.block_id not in seen)
    places = [facts.places.get(one, "") for one in others]
    if places:
        yield translate(
            language,
            "Changed in the other language only: {places}.",
            places=", ".join(filter(None, places)),
        )


def _told(change: ChangedText, place: str, language: str) -> Iterator[str]:
    yield f"• {place}"
    before, after = changed_paragraphs(change.before, change.after)
    if before:
        yield translate(language, "Before: {words}", words=before)
    if after:
        yield translate(language, "Now: {words}", words=after)
    else:
        yield translate(language, "It was taken out.")


def changed_paragraphs(before: str, after: str) -> tuple[str, str]:
    """The paragraphs that are on one side only, so that a long text is not told whole."""
    olds, news = before.split(PARAGRAPH_BREAK), after.split(PARAGRAPH_BREAK)
    gone = [text for text in olds if text not in news]
    came = [text for text in news if text not in olds]
    if not gone and not came:
        return before, after
    if after and not came:  # paragraphs were only taken out, or only changed places
        return _some(gone), after
    return _some(gone), _some(came)


def _some(texts: Sequence[str]) -> str:
    kept = [text for text in texts if text.strip()]
    more = ["…"] if len(kept) > _MOST_PARAGRAPHS else []
    return "\n".join([*kept[:_MOST_PARAGRAPHS], *more])
