"""Messages to endorsers in their language, ready to copy; no withheld name is in any of them."""

from __future__ import annotations

from dataclasses import replace

from advocate_desk.desk.outdated import Agreements
from advocate_desk.desk.verbs import Verbs
from advocate_desk.language.catalog import translate
from advocate_desk.model.consent import ChangedText
from advocate_desk.model.endorsement import Endorsement
from advocate_desk.model.endorser_message import MessageFacts, MessageKind, message
from advocate_desk.model.errors import DeskError
from advocate_desk.model.kinds import BlockKind, EndorsementState, ShowAs
from advocate_desk.model.marked import marked
from advocate_desk.model.statement import Statement, demand_numbers, walk
from advocate_desk.model.withholding import Withheld
from advocate_desk.model.words import source_word

_MARK = "…"
_ASKED = frozenset({EndorsementState.INVITED, EndorsementState.REMINDED})


class Messaging(Verbs):
    """What is written to an endorser; nothing is sent, and nothing is written to the desk."""

    def message(self, endorsement_id: str, kind: MessageKind, language: str) -> str:
        """A message to one endorser in one language.

        An endorser whose name is withheld is greeted without it: what is copied lies open to
        every program. Withheld names of others are taken out of what is quoted.

        Raises:
            DeskError: there is no such endorsement.
        """
        endorsement = self._endorsement(endorsement_id)
        statement = self._statement(endorsement.statement_id)
        withheld = Withheld.of(self._file.endorsements.of(statement.id))
        agreements = Agreements(self._file, statement)
        changes = agreements.changes(endorsement.agreed_text, endorsement.edition_id)
        titles = (statement.title(code) for code in (language, *statement.languages))
        title = " ".join(next((one for one in titles if one.strip()), "").split())
        facts = MessageFacts(
            withheld.redacted(title, _MARK),
            _name(endorsement, withheld, language),
            withheld.redacted(statement.issuer.get(language, ""), _MARK),
            tuple(_redacted(one, withheld) for one in changes),
            _places(statement, changes, language),
        )
        return message(kind, language, facts)

    def fitting(self, endorsement_id: str) -> MessageKind:
        """The kind of message that this endorser waits for."""
        state = self._endorsement(endorsement_id).state
        if state is EndorsementState.CONFIRMED:
            return MessageKind.CONFIRM_AGAIN
        return MessageKind.REMINDER if state in _ASKED else MessageKind.INVITATION

    def _endorsement(self, endorsement_id: str) -> Endorsement:
        try:
            return self._file.endorsements.get(endorsement_id)
        except KeyError as error:
            raise DeskError(marked("There is no such endorsement; it may be gone.")) from error


def _name(endorsement: Endorsement, withheld: Withheld, language: str) -> str:
    """The endorser's own name in the language of the message, else in any; none if withheld."""
    if endorsement.show_as is ShowAs.WITHHELD:
        return ""
    names = endorsement.endorser.names
    found = names.get(language) or next(iter(names.values()), None)
    text = (found.name or found.printed) if found else ""
    return "" if withheld.spans(text) else text


def _redacted(change: ChangedText, withheld: Withheld) -> ChangedText:
    return replace(
        change,
        before=withheld.redacted(change.before, _MARK),
        after=withheld.redacted(change.after, _MARK),
    )


def _places(
    statement: Statement, changes: tuple[ChangedText, ...], language: str
) -> dict[str, str]:
    """Block id to its place in the words of a language, as “Demand 4”."""
    numbers = demand_numbers(statement.blocks)
    kinds = {block.id: block.kind for block in walk(statement.blocks)}
    return {
        one.block_id: place_words(kinds.get(one.block_id), numbers.get(one.block_id), language)
        for one in changes
    }


def place_words(kind: BlockKind | None, number: int | None, language: str) -> str:
    """What a block is called in a language, with its number where it has one."""
    if kind is None:
        return translate(language, "A text that is gone now")
    name = translate(language, source_word(kind))
    return translate(language, "{kind} {number}", kind=name, number=number) if number else name
