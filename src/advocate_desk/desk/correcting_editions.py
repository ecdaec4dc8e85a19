"""A list that changed after it went out: a new edition, and the erratum that says so."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import partial

from advocate_desk.desk.clock import local_day
from advocate_desk.desk.edition_list import SinceEdition, is_withheld, since
from advocate_desk.desk.publishing import Publishing
from advocate_desk.desk.snapshot import content_of, text_edition_id
from advocate_desk.desk.verbs import texts_of
from advocate_desk.language.catalog import translate
from advocate_desk.language.dates import long_date
from advocate_desk.language.numbers import in_digits
from advocate_desk.model.changes import Area, Changes
from advocate_desk.model.edition import Edition
from advocate_desk.model.errors import DeskError
from advocate_desk.model.header import HeaderKind
from advocate_desk.model.ids import NewId
from advocate_desk.model.kinds import BlockKind, Marker, StatementKind
from advocate_desk.model.marked import marked
from advocate_desk.model.statement import Block, Statement
from advocate_desk.model.translation import aligned, drafted
from advocate_desk.model.withholding import Withheld

_AREAS = frozenset({Area.EDITIONS, Area.STATEMENTS, Area.BLOCKS})
_TITLE = marked("Erratum: {title}")
_REPLACED = marked("Edition {old} of {old_date} is replaced by edition {new} of {new_date}.")
_SAME_TEXT = marked("The text of the statement is unchanged; its list of endorsers changed:")
_OTHER_TEXT = marked("Its text and its list of endorsers changed:")
_ONE_WITHDREW = marked("1 organisation withdrew its endorsement.")
_SOME_WITHDREW = marked("{count} organisations withdrew their endorsements.")
_ONE_TAKEN_OFF = marked("1 entry was taken off the list.")
_SOME_TAKEN_OFF = marked("{count} entries were taken off the list.")
_ONE_JOINED = marked("1 organisation joined.")
_SOME_JOINED = marked("{count} organisations joined.")
_WHO = marked("Withdrawn:")
_ONE_NOW = marked("1 organisation endorses the statement as of {date}.")
_SOME_NOW = marked("{count} organisations endorse the statement as of {date}.")

Names = tuple[Mapping[str, str], ...]
_Say = Callable[[str], str]


class CorrectingEditions(Publishing):
    """What stands behind `Publishing.make_erratum`; no edition is ever written to."""

    def correct(self, edition_id: str, *, name_withdrawn: bool) -> Changes:
        """Adopt the list as it stands and write a statement that corrects an issued edition."""
        label = marked("Make erratum")
        old = self._edition(edition_id)
        statement = self._statement(old.statement_id)
        found = self._changed_list(old)
        with self._step(label, statement.id):
            new = self._replacing(old)
            names = self._names(found, statement.id) if name_withdrawn else ()
            text = _ErratumText(statement, self._facts(old, new, found), self._file.new_id)
            erratum = self._erratum(statement, text.blocks(names), _day(new))
            self._insert_statement(erratum)
        return Changes(_AREAS, erratum.id, erratum.id, label, (new.id, erratum.id))

    def _changed_list(self, old: Edition) -> SinceEdition:
        """What became of the list of an edition that has to be corrected."""
        if not old.issued_at:
            raise DeskError(
                marked("Edition {number} was not issued, so there is nothing to correct."),
                advice=marked("Adopt a new edition instead."),
                number=old.number,
            )
        found = since(old, self._file.endorsements.of(old.statement_id))
        if found.is_same:
            raise DeskError(
                marked("The list is still that of edition {number}: there is nothing to correct."),
                number=old.number,
            )
        return found

    def _replacing(self, old: Edition) -> Edition:
        """The newest edition where it holds everything as it stands, else one made now."""
        newest = self.editions(old.statement_id)[0]
        statement = self._statement(old.statement_id)
        now = content_of(statement, self._file.endorsements.of(old.statement_id))
        if newest.content == now:
            return newest
        return self._edition(self.adopt(old.statement_id).focus)

    def _facts(self, old: Edition, new: Edition, found: SinceEdition) -> _Facts:
        statement = self._statement(old.statement_id)
        counted = sum(one.is_counted for one in self._file.endorsements.of(statement.id))
        return _Facts(old, new, found, counted, bool(text_edition_id(statement, (old,))))

    def _names(self, found: SinceEdition, statement_id: str) -> Names:
        """What was printed of those who withdrew, without anybody whose name is withheld."""
        endorsements = self._file.endorsements.of(statement_id)
        withheld = Withheld.of(endorsements)
        return tuple(
            one.printed
            for one in found.withdrew
            if one.printed
            and not is_withheld(one, endorsements)
            and not any(withheld.spans(name) for name in one.printed.values())
        )

    def _erratum(self, original: Statement, blocks: tuple[Block, ...], day: date) -> Statement:
        contacts = (b for b in original.blocks if b.kind is BlockKind.CONTACT)
        header = original.header
        is_state = header is not None and header.kind is HeaderKind.STATE
        erratum = replace(
            original,
            id=self._file.new_id(),
            kind=StatementKind.ERRATUM,
            blocks=(*blocks, *(self._copy_of(block) for block in contacts)),
            issue_date=day,
            header=None if is_state else header,
            unplaced=(),
            is_sample=False,
            updated_at="",
            skeleton_name="",
            lunar={},
            endorser_order="",
            withheld_line={},
        )
        # It has no endorsements of its own, so it would not know that a name is withheld.
        self._refuse_withheld(original.id, texts_of(erratum))
        return erratum


@dataclass(frozen=True, slots=True)
class _Facts:
    """The edition that is corrected, the one in its place, and what is different."""

    old: Edition
    new: Edition
    since: SinceEdition
    counted: int
    same_text: bool


@dataclass(frozen=True, slots=True)
class _ErratumText:
    """What an erratum says, in every language of its statement."""

    statement: Statement
    facts: _Facts
    new_id: NewId

    def blocks(self, names: Names) -> tuple[Block, ...]:
        """Title, what is replaced, what changed, who withdrew if that is told, and the count."""
        made = [
            self._block(BlockKind.TITLE, self._title),
            self._block(BlockKind.PARAGRAPH, self._replaced),
            self._list(_SAME_TEXT if self.facts.same_text else _OTHER_TEXT, self._changes()),
        ]
        if names:
            made.append(self._named(names))
        made.append(self._block(BlockKind.PARAGRAPH, self._count))
        made.append(self._block(BlockKind.ISSUE_LINE, self._issued))
        return tuple(made)

    def _title(self, language: str) -> str:
        title = " ".join(self.statement.title(language).split())
        return translate(language, _TITLE, title=title) if title else ""

    def _replaced(self, language: str) -> str:
        old, new = self.facts.old, self.facts.new
        return translate(
            language,
            _REPLACED,
            old=in_digits(old.number, language),
            old_date=long_date(_day(old), language),
            new=in_digits(new.number, language),
            new_date=long_date(_day(new), language),
        )

    def _changes(self) -> Iterator[_Say]:
        found = self.facts.since
        for entries, one, some in (
            (found.withdrew, _ONE_WITHDREW, _SOME_WITHDREW),
            (found.taken_off, _ONE_TAKEN_OFF, _SOME_TAKEN_OFF),
            (found.joined, _ONE_JOINED, _SOME_JOINED),
        ):
            if entries:
                yield partial(_counted, len(entries), one, some)

    def _count(self, language: str) -> str:
        day = long_date(_day(self.facts.new), language)
        return _counted(self.facts.counted, _ONE_NOW, _SOME_NOW, language, date=day)

    def _issued(self, language: str) -> str:
        place = self.statement.place.get(language, "").strip()
        return "{{place}}, {{date}}" if place else "{{date}}"

    def _list(self, text: str, entries: Iterator[_Say]) -> Block:
        items = tuple(self._block(BlockKind.ITEM, say) for say in entries)
        label = self._block(BlockKind.LIST, lambda language: translate(language, text))
        return replace(label, items=items, marker=Marker.BULLET)

    def _named(self, names: Names) -> Block:
        return self._list(_WHO, (partial(_printed, one) for one in names))

    def _block(self, kind: BlockKind, say: _Say) -> Block:
        languages = self.statement.languages
        sides = {code: drafted("", say(code)) for code in languages}
        return Block(self.new_id(), kind, aligned(sides, languages))


def _counted(count: int, one: str, some: str, language: str, **fields: str) -> str:
    words = one if count == 1 else some
    return translate(language, words, count=in_digits(count, language), **fields)


def _printed(names: Mapping[str, str], language: str) -> str:
    own = names.get(language, "")
    return own if own.strip() else next((one for one in names.values() if one.strip()), "")


def _day(edition: Edition) -> date:
    """The day an edition went out, else the day it was adopted."""
    return date.fromisoformat(local_day(edition.issued_at or edition.adopted_at))
