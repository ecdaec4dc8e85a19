"""Two texts of a statement in one Word document, with what changed as tracked changes."""

from __future__ import annotations

from pathlib import Path

from advocate_desk.desk.adopted import Adopted, adopted, as_it_stands
from advocate_desk.desk.exporting import Exported, leak, proved, refuse_leaks, save_document
from advocate_desk.desk.presenting import Presenting
from advocate_desk.desk.verbs import Verbs
from advocate_desk.exporters.blocks import DEFAULT_OPTIONS, ExportOptions
from advocate_desk.language.catalog import translate
from advocate_desk.model.edition import EditionView
from advocate_desk.model.errors import DeskError, ExportRefused
from advocate_desk.model.kinds import Layout
from advocate_desk.model.marked import marked
from advocate_desk.model.withholding import Withheld

SUFFIX = ".docx"
_NOBODY = marked("The issuing organisations")


class Redlining(Verbs):
    """Verbs of the one who shows colleagues what changed."""

    def export_redline(
        self,
        first_id: str,
        second_id: str,
        layout: Layout,
        target: Path,
        options: ExportOptions = DEFAULT_OPTIONS,
    ) -> Exported:
        """Write what the second text says otherwise than the first as a Word document.

        No second id means the statement as it stands now. To accept all changes gives the second
        text, to reject all of them the first; both are proved before the file is written.

        Raises:
            ExportRefused: the layout is a booklet, the name does not end in .docx, a withheld
                name would go out, or the target cannot be written.
            DeskError: there is no such edition, or they are of different statements.
        """
        from advocate_desk.exporters.redline import redline
        from advocate_desk.exporters.redline_proof import verify_redline

        _refuse_other_suffix(target)
        first, second = self._ends(first_id, second_id)
        statement_id = second.statement.id
        withheld = Withheld.of(self._file.endorsements.of(statement_id))
        before, after = (self._seen(end, withheld) for end in (first, second))
        whole = Presenting(self._file).options(statement_id, options)
        author = self._author(after, layout)
        made = redline(before, after, layout, whole, author)
        for composition in (made.before, made.after):
            refuse_leaks(composition, withheld)
        if withheld.spans(author):
            raise leak()
        faults = proved(made.after, withheld, lambda names: verify_redline(made, withheld=names))
        save_document(target, made.data)
        return Exported(target, faults=faults)

    def _seen(self, end: Adopted, withheld: Withheld) -> EditionView:
        issuer = {
            code: self._file.settings.get(f"issuer.{code}") for code in end.statement.languages
        }
        endorsements = self._file.endorsements.of(end.statement.id)
        kinds = {e.endorser.id: e.endorser.kind for e in endorsements}
        return end.view(withheld, issuer, kinds)

    def _author(self, view: EditionView, layout: Layout) -> str:
        """Whom the changes are of: the issuer, else who works here, else nobody in particular."""
        issuers = (view.issuer.get(code, "").strip() for code in layout.languages)
        named = next((one for one in issuers if one), self._file.author.strip())
        return named or translate(layout.languages[0], _NOBODY)

    def _ends(self, first_id: str, second_id: str) -> tuple[Adopted, Adopted]:
        """Both texts; no second id means the statement as it stands now.

        Raises:
            DeskError: there is no such edition, or they are of different statements.
        """
        try:
            found = [self._file.editions.get(one) for one in (first_id, second_id) if one]
        except KeyError as error:
            raise DeskError(marked("There is no such edition.")) from error
        if len({edition.statement_id for edition in found}) != 1:
            raise DeskError(marked("Only editions of the same statement can be compared."))
        now = self._statement(found[0].statement_id)
        endorsements = self._file.endorsements.of(now.id)
        ends = [adopted(edition, now, endorsements) for edition in found]
        return ends[0], ends[1] if second_id else as_it_stands(now, endorsements)


def _refuse_other_suffix(target: Path) -> None:
    if target.suffix.lower() != SUFFIX:
        raise ExportRefused(
            marked("Changes are written into Word documents only: end the name in {suffix}."),
            suffix=SUFFIX,
        )
