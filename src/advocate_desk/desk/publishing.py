"""Adopting and issuing editions."""

from __future__ import annotations

from pathlib import Path

from advocate_desk.desk.checking import Checking
from advocate_desk.desk.edition_list import SinceEdition, since
from advocate_desk.desk.exporting import UNWATCHED, Exported, Exporting, Watch
from advocate_desk.desk.snapshot import agreed_content, content_of, hash_of, text_of, texts_in
from advocate_desk.exporters.blocks import DEFAULT_OPTIONS, ExportOptions
from advocate_desk.model.changes import Area, Changes
from advocate_desk.model.edition import Edition
from advocate_desk.model.errors import DeskError
from advocate_desk.model.kinds import Layout
from advocate_desk.model.marked import marked

__all__ = ["Exported", "Publishing", "Watch"]

_EDITION_AREAS = frozenset({Area.EDITIONS, Area.STATEMENTS, Area.ENDORSEMENTS})


class Publishing(Exporting):
    """Verbs of the one who sends the statement out; documents are written by `Exporting`."""

    def adopt(self, statement_id: str) -> Changes:
        """Make an edition of the statement as it stands; focus and `made` hold its id.

        Who agreed to this very text before it was an edition agreed to this edition.

        Raises:
            DeskError: nothing changed since the last edition, or a withheld name stands in a text.
        """
        label = marked("Adopt edition")
        edition = self._next_edition(statement_id)
        agreed = hash_of(agreed_content(self._statement(statement_id)))
        with self._step(label):
            self._file.editions.insert(edition)
            self._file.endorsements.bind(statement_id, agreed, edition.id)
        return Changes(_EDITION_AREAS, edition.id, statement_id, label, (edition.id,))

    def issue(self, edition_id: str) -> Changes:
        """Mark an edition as published.

        Raises:
            DeskError: it was issued before, or there is no such edition.
        """
        label = marked("Issue edition")
        edition = self._edition(edition_id)
        if edition.issued_at:
            raise DeskError(marked("Edition {number} was issued already."), number=edition.number)
        with self._step(label):
            self._file.editions.set_issued(edition_id, self._file.now())
        return Changes(_EDITION_AREAS, edition_id, edition.statement_id, label)

    def editions(self, statement_id: str) -> tuple[Edition, ...]:
        """The editions of a statement, the newest first."""
        return tuple(reversed(self._file.editions.of(statement_id)))

    # What changed after an edition went out

    def since(self, edition_id: str) -> SinceEdition:
        """What became of an edition's list.

        Raises:
            DeskError: there is no such edition.
        """
        edition = self._edition(edition_id)
        return since(edition, self._file.endorsements.of(edition.statement_id))

    def make_erratum(self, edition_id: str, *, name_withdrawn: bool = False) -> Changes:
        """Adopt the list as it stands and write an erratum, as one step.

        Focus is the erratum; `made` holds the ids of the edition that is right and of the erratum.
        Who withdrew is named only where `name_withdrawn` says so; whoever is withheld never is.

        Raises:
            DeskError: the edition was not issued, its list is still right, or a withheld name
                stands in a text.
        """
        from advocate_desk.desk.correcting_editions import CorrectingEditions

        return CorrectingEditions(self._file).correct(edition_id, name_withdrawn=name_withdrawn)

    def export_addendum(
        self,
        edition_id: str,
        layout: Layout,
        target: Path,
        options: ExportOptions = DEFAULT_OPTIONS,
        *,
        watch: Watch = UNWATCHED,
    ) -> Exported:
        """Write a document with those who came since an edition; its numbers go on.

        Raises:
            DeskError: there is no such edition, or nobody came since.
            ExportRefused: as for `export`.
        """
        from advocate_desk.desk.late_endorsers import LateEndorsers

        return LateEndorsers(self._file).export_since(edition_id, layout, target, options, watch)

    def _next_edition(self, statement_id: str) -> Edition:
        self._refuse_withheld_names(statement_id)
        statement = self._statement(statement_id)
        content = content_of(statement, self._file.endorsements.of(statement_id))
        newest = next(iter(self.editions(statement_id)), None)
        if newest is not None and newest.content == content:
            raise DeskError(marked("Nothing changed since edition {number}."), number=newest.number)
        number = newest.number + 1 if newest else 1
        now, digest = self._file.now(), hash_of(content)
        return Edition(self._file.new_id(), statement_id, number, content, digest, now)

    def _refuse_withheld_names(self, statement_id: str) -> None:
        """An edition is never changed again, so no name that must not be known may be in it."""
        rules = {finding.rule for finding in Checking(self._file).check(statement_id)}
        statement, withheld = self._statement(statement_id), self._withheld(statement_id)
        # A check looks at what is printed; an edition holds more, other languages for one.
        named = any(withheld.spans(text) for text in texts_in(text_of(statement)))
        if named or rules & {"withheld_name", "withheld_name_in_entry"}:
            raise DeskError(marked("A withheld name stands in the text; take it out first."))

    def _edition(self, edition_id: str) -> Edition:
        try:
            return self._file.editions.get(edition_id)
        except KeyError as error:
            raise DeskError(marked("There is no such edition.")) from error
