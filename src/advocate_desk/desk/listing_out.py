"""Lists of endorsers that leave the desk: tables, address labels, sign-on forms.

Withheld names are taken out here, before anything is written. The sign-on form of a withheld
endorser is the only paper that may carry its name, and only where that is asked for.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from advocate_desk.desk.exporting import UNWATCHED, Watch, leak, save_document
from advocate_desk.desk.redaction import mark
from advocate_desk.desk.verbs import NOTHING, Verbs, rows_changed
from advocate_desk.language.catalog import translate
from advocate_desk.model.changes import Changes
from advocate_desk.model.endorsement import Endorsement, Endorser
from advocate_desk.model.errors import DeskError, ExportRefused
from advocate_desk.model.form_codes import code_of
from advocate_desk.model.kinds import SHIPPED_LANGUAGES, EndorsementState, ShowAs
from advocate_desk.model.marked import marked
from advocate_desk.model.outgoing import (
    FormOptions,
    FormsFor,
    LabelOptions,
    ListOptions,
    OutList,
    OutRow,
    WithheldRows,
    WrittenOut,
)
from advocate_desk.model.registry import Contact
from advocate_desk.model.withholding import Withheld

_TABLES = (".xlsx", ".csv")
_WORD = ".docx"
_EVERY = 10_000_000
_OPEN = frozenset({EndorsementState.INVITED, EndorsementState.REMINDED, EndorsementState.NO_ANSWER})
_LABELS = marked("Address labels")
_Entry = tuple[Endorser, Endorsement | None]


class ListingOut(Verbs):
    """Only `give_codes` writes to the desk."""

    # Tables

    def export_endorsers(
        self, statement_id: str, target: Path, options: ListOptions | None = None
    ) -> WrittenOut:
        """Write the endorsers of a statement, or of the registry for no id, as a table.

        The ending says which: .xlsx or .csv. Withheld endorsers are left out and counted, or
        masked where the options say so; in the registry whoever is withheld anywhere.

        Raises:
            ExportRefused: another ending, no endorser to write, or the file cannot be written.
            DeskError: there is no such statement.
        """
        from advocate_desk.exporters.endorser_sheet import endorser_sheet_bytes

        chosen = options or ListOptions()
        _refuse_suffix(target, _TABLES)
        found = self.out_list(statement_id, chosen)
        if not found.total:
            raise ExportRefused(marked("There is no endorser to write."))
        is_csv = target.suffix.lower() == ".csv"
        data = endorser_sheet_bytes(found, chosen.language, contacts=chosen.contacts, is_csv=is_csv)
        save_document(target, data)
        return WrittenOut(target, len(found.rows), found.withheld)

    def out_list(self, statement_id: str, options: ListOptions) -> OutList:
        """The rows of a table: no withheld name is in them."""
        entries = list(self._entries(statement_id, only_confirmed=options.only_confirmed))
        hidden = self._hidden(statement_id)
        withheld = self._withheld_names(statement_id)
        rows = [
            self._masked(endorsement, options.language)
            if endorser.id in hidden
            else self._row(endorser, endorsement, withheld, contacts=options.contacts)
            for endorser, endorsement in entries
            if endorser.id not in hidden or options.withheld is WithheldRows.MASKED
        ]
        count = sum(endorser.id in hidden for endorser, _ in entries)
        return OutList(tuple(rows), count, bool(statement_id))

    def _entries(self, statement_id: str, *, only_confirmed: bool) -> Iterator[_Entry]:
        if not statement_id:
            found = self._file.registry.found("", "", "", _EVERY)
            yield from ((one, None) for one in self._file.endorsers.some(found))
            return
        self._statement(statement_id)
        for one in self._file.endorsements.of(statement_id):
            if one.is_counted or not only_confirmed:
                yield one.endorser, one

    def _hidden(self, statement_id: str) -> frozenset[str]:
        """The endorsers whose names may not go out."""
        if statement_id:
            listed = self._file.endorsements.of(statement_id)
        else:
            listed = self._file.endorsements.withheld()
        return frozenset(one.endorser.id for one in listed if one.show_as is ShowAs.WITHHELD)

    def _withheld_names(self, statement_id: str) -> Withheld:
        if statement_id:
            return Withheld.of(self._file.endorsements.of(statement_id))
        return Withheld.of(self._file.endorsements.withheld())

    def _masked(self, endorsement: Endorsement | None, language: str) -> OutRow:
        """A province or a kind may tell who it is, so the state is all that is left."""
        names = {code: mark(language) for code in SHIPPED_LANGUAGES}
        return OutRow(names, state=endorsement.state if endorsement else "", is_masked=True)

    def _row(
        self,
        endorser: Endorser,
        endorsement: Endorsement | None,
        withheld: Withheld,
        *,
        contacts: bool,
    ) -> OutRow:
        def seen(text: str) -> str:
            return withheld.redacted(text, mark("en"))

        names = {code: seen(name.name or name.printed) for code, name in endorser.names.items()}
        row = OutRow(names, seen(endorser.acronym), endorser.kind, seen(endorser.province))
        if contacts:
            known = self._file.registry.record(endorser.id).contacts
            row = replace(row, contacts=tuple(_seen_contact(one, withheld) for one in known))
        if endorsement is None:
            return row
        return replace(
            row,
            state=endorsement.state.value,
            answered_on=endorsement.answered_on,
            agreed_by=seen(endorsement.agreed_by),
            agreed_role=seen(endorsement.agreed_role),
            code=endorsement.code,
        )

    # Labels

    def export_labels(
        self, statement_id: str, target: Path, options: LabelOptions | None = None
    ) -> WrittenOut:
        """Write address labels: name, first contact and province; none for who is withheld.

        Raises:
            ExportRefused: the name does not end in .docx, there is nobody to write to, or the
                file cannot be written.
            DeskError: there is no such statement.
        """
        from advocate_desk.exporters.label_sheet import Label, label_bytes

        chosen = options or LabelOptions()
        _refuse_suffix(target, (_WORD,))
        wanted = ListOptions(contacts=True, only_confirmed=chosen.only_confirmed)
        found = self.out_list(statement_id, wanted)
        labels = [
            Label(_name(row.names, chosen.language), _person(row.contacts), row.province)
            for row in found.rows
        ]
        if not labels:
            raise ExportRefused(marked("There is nobody to write labels for."))
        data = label_bytes(labels, chosen.grid, translate(chosen.language, _LABELS))
        self._prove(data, self._withheld_names(statement_id))
        save_document(target, data)
        return WrittenOut(target, len(labels), found.withheld)

    # Sign-on forms

    def wanted_forms(self, statement_id: str, wanted: FormsFor) -> tuple[str, ...]:
        """The ids of the endorsements that get a form.

        Raises:
            DeskError: there is no such statement.
        """
        from advocate_desk.desk.outdated import Agreements

        statement = self._statement(statement_id)
        everyone = self._file.endorsements.of(statement_id)
        if wanted is FormsFor.OUTDATED:
            outdated = Agreements(self._file, statement).outdated(everyone)
            return tuple(one.id for one in everyone if one.id in outdated)
        gone = {EndorsementState.WITHDRAWN, EndorsementState.DECLINED}
        states = _OPEN if wanted is FormsFor.OPEN else frozenset(EndorsementState) - gone
        return tuple(one.id for one in everyone if one.state in states)

    def give_codes(self, endorsement_ids: Sequence[str]) -> Changes:
        """Give endorsements the codes of their sign-on forms, as one step.

        A code follows from its endorsement: one that was taken back by Undo comes again.

        Raises:
            DeskError: there is no such endorsement.
        """
        label = marked("Make codes of forms")
        chosen = [one for one in self._some(endorsement_ids) if not one.code]
        if not chosen:
            return NOTHING
        with self._step(label):
            for endorsement in chosen:
                code = self._free_code(endorsement.id)
                self._file.endorsements.update(endorsement.id, code=code)
        return rows_changed(label, chosen[0].statement_id, chosen[0].id)

    def _free_code(self, endorsement_id: str) -> str:
        attempt = 0
        while self._file.endorsements.by_code(code_of(endorsement_id, attempt)) is not None:
            attempt += 1
        return code_of(endorsement_id, attempt)

    def write_forms(
        self,
        endorsement_ids: Sequence[str],
        folder: Path,
        options: FormOptions | None = None,
        *,
        watch: Watch = UNWATCHED,
    ) -> WrittenOut:
        """Write a sign-on form for each endorsement into a folder; its code is its file's name.

        Where it is cancelled, the forms that were written stay; `count` says how many.

        Raises:
            DeskError: an endorsement has no code yet, or the statement has no edition to agree to.
            ExportRefused: forms are in the folder already, or one cannot be written.
        """
        from advocate_desk.desk.making_forms import FormMaking

        chosen = self._some(endorsement_ids)
        return FormMaking(self._file).write(chosen, folder, options or FormOptions(), watch)

    def _some(self, endorsement_ids: Sequence[str]) -> tuple[Endorsement, ...]:
        try:
            return self._file.endorsements.some(dict.fromkeys(endorsement_ids))
        except KeyError as error:
            raise DeskError(marked("There is no such endorsement; it may be gone.")) from error

    def _prove(self, data: bytes, withheld: Withheld) -> None:
        prove_names(data, withheld)


def prove_names(data: bytes, withheld: Withheld) -> None:
    """Stop a Word document that holds a withheld name; short ones every package holds are let be.

    Raises:
        ExportRefused: a withheld name stands in it.
    """
    from advocate_desk.exporters.verify import verify
    from advocate_desk.exporters.verify_faults import Rule

    if withheld.names and any(
        fault.rule is Rule.NAMES for fault in verify(data, withheld=withheld)
    ):
        raise leak()


def _refuse_suffix(target: Path, known: Sequence[str]) -> None:
    if target.suffix.lower() not in known:
        raise ExportRefused(
            marked("“{name}” is no file this list is written as: use {suffixes}."),
            name=target.name,
            suffixes=", ".join(known),
        )


def _seen_contact(contact: Contact, withheld: Withheld) -> Contact:
    parts = (contact.name, contact.role, contact.phone, contact.messenger, contact.email)
    return Contact(*(withheld.redacted(part, mark("en")) for part in parts))


def _name(names: Mapping[str, str], language: str) -> str:
    own = names.get(language, "")
    return own or next((name for name in names.values() if name), "")


def _person(contacts: Sequence[Contact]) -> str:
    """Whom the letter is for: the first contact, with the role."""
    if not contacts:
        return ""
    return ", ".join(part for part in (contacts[0].name, contacts[0].role) if part)
