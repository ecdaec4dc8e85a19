"""Documents and messages of a statement: composed, checked, written, proved."""

from __future__ import annotations

import errno
import os
from collections.abc import Callable, Collection
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from advocate_desk.desk.checking import Checking
from advocate_desk.desk.clock import local_day
from advocate_desk.desk.presenting import Presenting
from advocate_desk.desk.redaction import redacted_view
from advocate_desk.desk.snapshot import content_of
from advocate_desk.desk.verbs import Verbs
from advocate_desk.exporters.blocks import DEFAULT_OPTIONS, Composition, ExportOptions, Role
from advocate_desk.exporters.verify_faults import Fault, Rule
from advocate_desk.model.edition import EditionView
from advocate_desk.model.errors import ExportRefused, ExportStopped
from advocate_desk.model.finding import Finding
from advocate_desk.model.header import NO_HEADER
from advocate_desk.model.kinds import Layout, Severity
from advocate_desk.model.marked import marked
from advocate_desk.model.withholding import Withheld

SUFFIXES = (".docx", ".pdf", ".txt", ".html")
# A document with one of these is not written: something about people would go out with it.
_LEAKS = frozenset({Rule.NAMES, Rule.METADATA, Rule.PICTURES})
_NOT_HELPED_BY_A_NAME = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EROFS, errno.ENAMETOOLONG})
_LONGEST_NAME = 255


def _never() -> bool:
    return False


def _silent(_done: int, _total: int) -> None:
    return None


@dataclass(frozen=True, slots=True)
class Watch:
    """How a long export is followed: asked whether to stop, told how far it is."""

    cancelled: Callable[[], bool] = _never
    progress: Callable[[int, int], None] = _silent


UNWATCHED = Watch()


@dataclass(frozen=True, slots=True)
class Exported:
    """A document that was written, what the preflight had found, and what the proof found."""

    path: Path
    findings: tuple[Finding, ...] = ()
    faults: tuple[Fault, ...] = ()


class Exporting(Verbs):
    """Everything that leaves the desk as text goes through here."""

    def view(self, statement_id: str, listed: Collection[str] | None = None) -> EditionView:
        """All that an exporter may see: withheld names are not in it.

        Its list holds all endorsers, or those of the `listed` endorsements alone.
        """
        statement = self._statement(statement_id)
        endorsements = self._file.endorsements.of(statement_id)
        editions = self._file.editions.of(statement_id)
        issuer = {
            code: self._file.settings.get(f"issuer.{code}") for code in statement.languages
        } | {code: text for code, text in statement.issuer.items() if text}
        return redacted_view(statement, endorsements, editions, issuer, listed)

    def compose(
        self, statement_id: str, layout: Layout, options: ExportOptions = DEFAULT_OPTIONS
    ) -> Composition:
        """The composed document, as the preview draws it and the writers write it.

        Style, header and letterhead are the statement's where the options say nothing.
        """
        from advocate_desk.exporters.compose import compose

        whole = Presenting(self._file).options(statement_id, options)
        view = self.view(statement_id)
        if whole.count_line:
            view = replace(view, list_day=whole.as_of or self._list_day(statement_id))
        return compose(view, layout, whole)

    def _list_day(self, statement_id: str) -> date:
        """The day the list is of: when it was adopted as it stands, else of its last change."""
        statement = self._statement(statement_id)
        newest = max(self._file.editions.of(statement_id), key=lambda one: one.number, default=None)
        is_adopted = newest is not None and newest.content == content_of(
            statement, self._file.endorsements.of(statement_id)
        )
        when = newest.adopted_at if newest and is_adopted else statement.updated_at
        return date.fromisoformat(local_day(when))

    def preflight(self, statement_id: str, layout: Layout) -> tuple[Finding, ...]:
        """The findings that matter for a layout's languages."""
        return Checking(self._file).check(statement_id, layout.languages)

    def export(
        self,
        statement_id: str,
        layout: Layout,
        target: Path,
        options: ExportOptions = DEFAULT_OPTIONS,
        *,
        allow_findings: bool = False,
        watch: Watch = UNWATCHED,
    ) -> Exported:
        """Write the document; the format follows the suffix: .docx, .pdf, .txt or .html.

        A Word document is proved before it is written, a PDF is made from a proved one.

        Raises:
            ExportRefused: the preflight found blockers and `allow_findings` is not set, the
                suffix is not known, a withheld name would go out, or the target cannot be
                written; where another name helps, the sentence offers a free one.
            OfficeMissing: a PDF needs LibreOffice, and it was not found.
        """
        refuse_unknown_suffix(target)
        self._refuse_skeleton(statement_id)
        findings = self.preflight(statement_id, layout)
        if not allow_findings:
            _stop_at_blockers(findings)
        withheld = self._withheld(statement_id)
        composition = self.compose(statement_id, layout, options)
        return replace(
            self._write(composition, target, statement_id, withheld, watch), findings=findings
        )

    def _write(
        self,
        composition: Composition,
        target: Path,
        statement_id: str,
        withheld: Withheld,
        watch: Watch,
    ) -> Exported:
        """Prove and write a document that was composed while these names were withheld."""
        data, faults = _written(composition, target.suffix.lower(), withheld, watch)
        if set(self._withheld(statement_id).names) - set(withheld.names):
            raise leak()  # withheld by somebody while the document was being made
        save_document(target, data)
        return Exported(target, faults=faults)

    def messages(
        self, statement_id: str, language: str, channel: str, *, allow_findings: bool = False
    ) -> tuple[str, ...]:
        """The statement in one language as messages for `telegram` or `facebook`.

        Raises:
            ExportRefused: the preflight found blockers and `allow_findings` is not set, or a
                withheld name would go out.
        """
        from advocate_desk.exporters.social_writer import messages

        self._refuse_skeleton(statement_id)
        layout = Layout(language)
        if not allow_findings:
            _stop_at_blockers(self.preflight(statement_id, layout))
        composition = self.compose(statement_id, layout)
        refuse_leaks(composition, self._withheld(statement_id))
        return messages(composition, channel)

    def printable(
        self,
        statement_id: str,
        layout: Layout,
        options: ExportOptions = DEFAULT_OPTIONS,
        *,
        allow_findings: bool = False,
    ) -> Composition:
        """The composed document for a printer, held to what every export is held to.

        Raises:
            ExportRefused: the preflight found blockers and `allow_findings` is not set, or a
                withheld name would go out.
        """
        self._refuse_skeleton(statement_id)
        if not allow_findings:
            _stop_at_blockers(self.preflight(statement_id, layout))
        composition = self.compose(statement_id, layout, options)
        refuse_leaks(composition, self._withheld(statement_id))
        return composition

    def verify(self, path: Path, statement_id: str = "") -> tuple[Fault, ...]:
        """What is wrong with a Word document; with a statement, its withheld names too.

        Raises:
            DocumentUnreadable: it is no Word document, protected, damaged or too large.
        """
        from advocate_desk.exporters.verify import verify

        return verify(path, withheld=self._withheld(statement_id) if statement_id else Withheld())

    def withheld(self, statement_id: str) -> Withheld:
        """The names that nothing which leaves the desk from this statement may hold."""
        return self._withheld(statement_id)

    def withheld_anywhere(self) -> Withheld:
        """The names withheld in some statement: nothing that is of no statement may hold them."""
        return Withheld.of(self._file.endorsements.withheld())

    def _withheld(self, statement_id: str) -> Withheld:
        return Withheld.of(self._file.endorsements.of(statement_id))

    def _refuse_skeleton(self, statement_id: str) -> None:
        if self._statement(statement_id).is_skeleton:
            raise ExportRefused(
                marked("A skeleton is not sent out."),
                advice=marked("Make a statement from it first."),
            )


def free_name(target: Path) -> str:
    """A name like the target's that no file in its folder has."""
    number = 2
    while True:
        ending = f" ({number}){target.suffix}"
        room = _LONGEST_NAME - len(ending.encode())
        stem = target.stem.encode()[:room].decode(errors="ignore")
        if not target.with_name(stem + ending).exists():
            return stem + ending
        number += 1


def refuse_unknown_suffix(target: Path) -> None:
    """Refuse a name whose ending is no document of this program."""
    if target.suffix.lower() not in SUFFIXES:
        raise ExportRefused(
            marked("“{name}” is not a document this program writes: use {suffixes}."),
            name=target.name,
            suffixes=", ".join(SUFFIXES),
        )


def _stop_at_blockers(findings: tuple[Finding, ...]) -> None:
    blockers = tuple(f for f in findings if f.severity is Severity.BLOCKER)
    if blockers:
        raise ExportStopped(
            marked("The document was not written: findings that stop it: {count}."),
            blockers,
            count=len(blockers),
        )


def refuse_leaks(composition: Composition, withheld: Withheld) -> None:
    """Stop what no redaction of single texts can see: a name that came together on the page.

    Entries of the endorser list were redacted whole, so they are not looked at again.
    """
    if not withheld.names:
        return
    texts = [*composition.title.values(), *composition.issuer.values()]
    for part in composition.parts:
        if part.role is not Role.ENDORSER:
            texts.append(part.text)
            texts.extend(note.text for note in part.notes)
    if any(withheld.spans(text) for text in texts):
        raise leak()


def leak() -> ExportRefused:
    """The refusal of a document in which a withheld name would stand."""
    return ExportRefused(
        marked("A withheld name would stand in the document, so it was not written."),
        advice=marked("Look at the values of placeholders and at the letterhead."),
    )


def _written(
    composition: Composition, suffix: str, withheld: Withheld, watch: Watch
) -> tuple[bytes, tuple[Fault, ...]]:
    """The document as bytes, and what the proof found in it."""
    refuse_leaks(composition, withheld)
    if suffix == ".txt":
        from advocate_desk.exporters.text_writer import text

        return text(composition).encode(), ()
    if suffix == ".html":
        from advocate_desk.exporters.html_writer import fragment

        return fragment(composition).encode(), ()
    data, faults = _proved(composition, withheld)
    if suffix == ".pdf":
        from advocate_desk.exporters.pdf_writer import pdf

        data = pdf(data, cancelled=watch.cancelled, progress=watch.progress)
    return data, faults


def _proved(composition: Composition, withheld: Withheld) -> tuple[bytes, tuple[Fault, ...]]:
    from advocate_desk.exporters.docx_writer import docx_bytes
    from advocate_desk.exporters.verify import verify

    data = docx_bytes(composition)
    faults = proved(composition, withheld, lambda names: verify(data, composition, withheld=names))
    return data, faults


def proved(
    composition: Composition,
    withheld: Withheld,
    prove: Callable[[Withheld], tuple[Fault, ...]],
) -> tuple[Fault, ...]:
    """The faults that `prove` finds in a Word document, looking for these names.

    Raises:
        ExportRefused: the proof found a withheld name, or something about people or machines.
    """
    faults = prove(withheld)
    if any(fault.rule is Rule.NAMES for fault in faults):
        faults = prove(_not_of_the_format(composition, withheld))
    rules = {fault.rule for fault in faults}
    if Rule.NAMES in rules:
        raise leak()
    if rules & _LEAKS:
        raise ExportRefused(
            marked("The document would tell more than it should, so it was not written."),
            advice=marked("Take the letterhead or the logo out and try again: {part}."),
            part=next(fault.place for fault in faults if fault.rule in _LEAKS),
        )
    return faults


def _not_of_the_format(composition: Composition, withheld: Withheld) -> Withheld:
    """The names without those that every Word document holds, as GB is in en-GB."""
    from advocate_desk.exporters.docx_writer import docx_bytes
    from advocate_desk.exporters.verify import verify

    empty = replace(
        composition,
        title={},
        issuer={},
        flows=tuple(replace(flow, rows=(), head=()) for flow in composition.flows),
        options=replace(composition.options, header=NO_HEADER, letterhead=None),
    )
    data = docx_bytes(empty)
    names = (
        name
        for name in withheld.names
        if not any(f.rule is Rule.NAMES for f in verify(data, withheld=Withheld((name,))))
    )
    return replace(withheld, names=tuple(names))


def save_document(target: Path, data: bytes) -> None:
    """Write a document whole or not at all.

    Raises:
        ExportRefused: it cannot be written; where another name helps, a free one is offered.
    """
    from advocate_desk.exporters.save import save

    try:
        save(target, data)
    except ExportRefused as refused:
        if not _another_name_helps(refused.__cause__, target.parent):
            raise
        raise _with_free_name(refused, target) from refused


def _another_name_helps(problem: BaseException | None, folder: Path) -> bool:
    """Whether the file alone is in the way, not its disk or folder."""
    if isinstance(problem, OSError) and problem.errno in _NOT_HELPED_BY_A_NAME:
        return False
    return folder.is_dir() and os.access(folder, os.W_OK)


def _with_free_name(refused: ExportRefused, target: Path) -> ExportRefused:
    return ExportRefused(
        refused.message,
        advice=marked("Close the program that shows it, or write “{free}” instead."),
        **{**refused.arguments, "free": free_name(target)},
    )
