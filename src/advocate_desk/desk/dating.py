"""When and where a statement is issued, in its own words and in those of the lunar calendar."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from advocate_desk.desk.boundary import Incoming
from advocate_desk.desk.verbs import NOTHING, Verbs, text_changed
from advocate_desk.language.lunar import FIRST_DAY, LAST_DAY, lunar_date, lunar_english, lunar_text
from advocate_desk.model.changes import Changes
from advocate_desk.model.errors import DeskError
from advocate_desk.model.kinds import ENGLISH, KHMER
from advocate_desk.model.looks import LunarLine
from advocate_desk.model.marked import marked
from advocate_desk.model.statement import Statement


class Dating(Verbs):
    """Verbs about the date of issue, the place, the issuer and the lunar date."""

    def set_date(self, statement_id: str, day: date | None, *, keep_lunar: bool = False) -> Changes:
        """Set or clear the date of issue.

        A lunar date that was typed by hand belongs to the old day and is dropped with it, unless
        `keep_lunar` is set.
        """
        label = marked("Set date of issue")
        before = self._statement(statement_id)
        dropped = before.lunar and day != before.issue_date and not keep_lunar
        with self._step(label, statement_id):
            self._file.statements.update(statement_id, issue_date=day)
            if dropped:
                self._file.statements.update(statement_id, lunar={})
        return text_changed(label, statement_id, statement_id)

    def set_place(self, statement_id: str, language: str, text: str) -> Changes:
        """Set the place of issue in one language."""
        label = marked("Set place of issue")
        incoming = Incoming()
        place = {**self._statement(statement_id).place, language: incoming.text(text)}
        with self._step(label, statement_id, merge=f"place:{statement_id}:{language}"):
            self._file.statements.update(statement_id, place=place)
        return text_changed(label, statement_id, statement_id, removed=incoming.removed)

    def set_issuer(self, statement_id: str, language: str, text: str) -> Changes:
        """Set who issues the statement, in one language."""
        label = marked("Set issuer")
        incoming = Incoming()
        issuer = {**self._statement(statement_id).issuer, language: incoming.text(text)}
        with self._step(label, statement_id, merge=f"issuer:{statement_id}:{language}"):
            self._file.statements.update(statement_id, issuer=issuer)
        return text_changed(label, statement_id, statement_id, removed=incoming.removed)

    def lunar_text(self, statement_id: str) -> Mapping[str, str]:
        """The lunar date of the day of issue per language, computed; to be checked by a person.

        Raises:
            DeskError: the statement has no date, or one outside the years that were checked.
        """
        return computed_lunar(self._statement(statement_id).issue_date)

    def lunar_lines(self, statement_id: str) -> Mapping[str, LunarLine]:
        """The lunar date as it will be printed; a language without one is left out."""
        return lunar_lines(self._statement(statement_id))

    def set_lunar(self, statement_id: str, language: str, text: str) -> Changes:
        """Print this in the place of the computed lunar date; an empty text takes it back."""
        label = marked("Set lunar date")
        incoming = Incoming()
        before = self._statement(statement_id).lunar
        others = {code: line for code, line in before.items() if code != language}
        typed = incoming.text(text).strip()
        lunar = {**others, language: typed} if typed else others
        if lunar == before:
            return NOTHING
        with self._step(label, statement_id, merge=f"lunar:{statement_id}:{language}"):
            self._file.statements.update(statement_id, lunar=lunar)
        return text_changed(label, statement_id, statement_id, removed=incoming.removed)


def computed_lunar(day: date | None) -> Mapping[str, str]:
    """The lunar date of a day per language.

    Raises:
        DeskError: there is no day, or it is outside the years that were checked.
    """
    if day is None:
        raise DeskError(marked("Set the date of the statement first."))
    try:
        lunar = lunar_date(day)
    except ValueError as error:
        raise DeskError(
            marked("The lunar date is computed for the years {first} to {last} only."),
            advice=marked("Type it by hand from the official calendar."),
            first=FIRST_DAY.year,
            last=LAST_DAY.year,
        ) from error
    return {KHMER: lunar_text(lunar), ENGLISH: lunar_english(lunar)}


def lunar_lines(statement: Statement) -> dict[str, LunarLine]:
    """What `{{lunar_date}}` stands for in each language: as typed, else as computed."""
    typed = {code: LunarLine(text, is_override=True) for code, text in statement.lunar.items()}
    try:
        computed = computed_lunar(statement.issue_date)
    except DeskError:
        return typed
    lines = {code: LunarLine(text) for code, text in computed.items()}
    return {code: line for code, line in lines.items() if code in statement.languages} | typed
