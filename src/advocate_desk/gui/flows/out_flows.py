"""What goes out about endorsers: tables, labels, forms; and forms that come back."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from pathlib import Path

from advocate_desk.desk.desk import Desk
from advocate_desk.desk.exporting import Watch
from advocate_desk.desk.redaction import mark
from advocate_desk.gui.export_flows import file_name, open_path
from advocate_desk.gui.flows.flow import Slot
from advocate_desk.gui.operations import Progress
from advocate_desk.gui.widgets.notice_bar import GOOD
from advocate_desk.gui.workplace import Workplace
from advocate_desk.language.catalog import current, ntr, tr
from advocate_desk.model.consent import Consent
from advocate_desk.model.errors import DeskError
from advocate_desk.model.kinds import ShowAs
from advocate_desk.model.outgoing import FormOptions, FormsFor, WrittenOut
from advocate_desk.model.returned_form import ReturnedForm
from advocate_desk.model.sentences import sentence


class OutFlows:
    """Connects the actions of what goes out to one open desk."""

    def __init__(self, place: Workplace) -> None:
        self._place = place
        self._waiting: list[Path] = []

    def slots(self) -> Mapping[str, Slot]:
        """Action id to what it does."""
        return {
            "export_endorsers": self.export_endorsers,
            "address_labels": self.address_labels,
            "sign_on_forms": self.sign_on_forms,
            "read_forms": self.read_forms,
        }

    # Tables and labels

    def export_endorsers(self) -> None:
        """Asks for the list, then for the file, and writes a table."""
        from advocate_desk.gui.dialogs.list_out_dialogs import ListOutDialog

        place = self._place
        place.operations.settle()
        dialog = ListOutDialog(has_statement=bool(place.statement_id), parent=place.window)
        agreed = place.ask.run(dialog)
        options, here = dialog.value(), dialog.of_statement
        dialog.deleteLater()
        target = self._target(tr("Endorsers"), ".xlsx", ".csv", here=here) if agreed else None
        if target is None:
            return
        statement_id = place.statement_id if here else ""

        def write(desk: Desk, _progress: Progress) -> WrittenOut:
            return desk.listing_out.export_endorsers(statement_id, target, options)

        place.operations.run_slow(tr("Writing the list…"), write, self._tell_list)

    def address_labels(self) -> None:
        """Asks for the labels, then for the file."""
        from advocate_desk.gui.dialogs.list_out_dialogs import LabelsDialog

        place = self._place
        place.operations.settle()
        dialog = LabelsDialog(has_statement=bool(place.statement_id), parent=place.window)
        agreed = place.ask.run(dialog)
        options, here = dialog.value(), dialog.of_statement
        dialog.deleteLater()
        target = self._target(tr("Address labels"), ".docx", here=here) if agreed else None
        if target is None:
            return
        statement_id = place.statement_id if here else ""

        def write(desk: Desk, _progress: Progress) -> WrittenOut:
            return desk.listing_out.export_labels(statement_id, target, options)

        place.operations.run_slow(tr("Writing the labels…"), write, self._tell_list)

    def _target(self, name: str, *endings: str, here: bool) -> Path | None:
        statement = self._place.text.statement
        title = f"{file_name(self._place.desk, statement)} – {name}" if here and statement else name
        kinds = ";;".join(f"{_ending_word(ending)} (*{ending})" for ending in endings)
        chosen = self._place.ask.save_file(
            self._place.window,
            name,
            kinds=kinds,
            suggested=self._place.desk.path.parent / f"{title}{endings[0]}",
        )
        if chosen is not None and chosen.suffix.lower() not in endings:
            return chosen.with_name(f"{chosen.name}{endings[0]}")
        return chosen

    def _tell_list(self, written: WrittenOut) -> None:
        path = written.path
        words = tr("Saved {path}", path=path)
        if written.withheld:
            words += " · " + ntr(
                "1 endorser is withheld and was not named.",
                "{n} endorsers are withheld and were not named.",
                written.withheld,
            )
        self._tell(words, path)

    def _tell(self, words: str, path: Path) -> None:
        folder = path if path.is_dir() else path.parent
        show = (tr("Show in folder"), lambda: open_path(folder))
        buttons = (show,) if path.is_dir() else ((tr("Open"), lambda: open_path(path)), show)
        self._place.notice.tell(words, GOOD, buttons)

    # Sign-on forms

    def sign_on_forms(self) -> None:
        """Asks which forms, then for a folder, and writes them there."""
        place = self._place
        place.operations.settle()
        editions = self._editions()
        if not place.statement_id:
            return
        if not editions:
            place.notice.tell(
                tr("A form names the edition that is agreed to. Adopt an edition first.")
            )
            return
        options = self._chosen_forms(editions)
        folder = (
            place.ask.open_folder(place.window, tr("Folder for the forms")) if options else None
        )
        if options is not None and folder is not None:
            self._write_forms(options, folder)

    def _editions(self) -> list[tuple[str, str]]:
        if not self._place.statement_id:
            return []
        found = self._place.desk.publishing.editions(self._place.statement_id)
        return [(one.id, tr("Edition {number}", number=one.number)) for one in found]

    def _chosen_forms(self, editions: list[tuple[str, str]]) -> FormOptions | None:
        from advocate_desk.gui.dialogs.list_out_dialogs import FormsDialog

        place = self._place
        wanted = place.desk.listing_out.wanted_forms
        counts = {one: len(wanted(place.statement_id, one)) for one in FormsFor}
        dialog = FormsDialog(editions, counts, place.window)
        options = dialog.value() if place.ask.run(dialog) else None
        dialog.deleteLater()
        return options

    def _write_forms(self, options: FormOptions, folder: Path) -> None:
        place = self._place
        ids = place.desk.listing_out.wanted_forms(place.statement_id, options.wanted)
        if place.operations.run(place.desk.listing_out.give_codes, ids) is None:
            return

        def write(desk: Desk, progress: Progress) -> WrittenOut:
            watch = Watch(cancelled=lambda: progress.is_cancelled, progress=progress)
            return desk.listing_out.write_forms(ids, folder, options, watch=watch)

        def tell(written: WrittenOut) -> None:
            words = ntr(
                "1 form was written to {path}.",
                "{n} forms were written to {path}.",
                written.count,
                path=folder,
            )
            self._tell(words, folder)

        place.operations.run_slow(tr("Writing the forms…"), write, tell)

    # Forms that come back

    def read_forms(self) -> None:
        """Asks for files, and shows what each of them says, one after the other."""
        kinds = tr("Forms and photos of forms") + " (*.docx *.pdf *.jpg *.jpeg *.png *.txt);;"
        kinds += tr("All files") + " (*)"
        place = self._place
        self._waiting = list(
            place.ask.open_files(place.window, tr("Read returned forms"), kinds=kinds)
        )
        self._read_next()

    def _read_next(self) -> None:
        if self._waiting:
            self._read(self._waiting.pop(0))

    def _read(self, path: Path, code: str = "") -> None:
        def read(desk: Desk, _progress: Progress) -> ReturnedForm:
            return desk.consenting.read_form(path, code=code)

        self._place.operations.run_slow(
            tr("Reading the form…"),
            read,
            self._show,
            on_failed=lambda error: self._ask_code(path, error),
        )

    def _ask_code(self, path: Path, error: Exception) -> None:
        """Says why the form is not known, and lets somebody type its code."""
        place = self._place
        if not isinstance(error, DeskError):
            place.operations.report(error)
            return
        label = "\n\n".join((sentence(error), path.name, tr("Code of the form")))
        code = place.ask.text(place.window, tr("Read returned forms"), label)
        if code and code.strip():
            self._read(path, code)
        else:
            self._read_next()

    def _show(self, form: ReturnedForm) -> None:
        from advocate_desk.gui.dialogs.returned_form_dialog import ReturnedFormDialog

        place = self._place
        endorser, is_withheld = self._shown_name(form)
        told = " / ".join(name for name in form.filled.names.values() if name)
        names = "" if is_withheld else told
        attempt = partial(self._accept, form)
        dialog = ReturnedFormDialog(form, endorser, attempt, place.window, names=names)
        if place.ask.run(dialog):
            place.toast.tell(tr("The answer was noted, and the form is kept."))
        dialog.deleteLater()
        self._read_next()

    def _accept(self, form: ReturnedForm, consent: Consent, withhold: bool) -> str:
        """Notes the answer; the sentence that refuses it, which the dialog shows."""
        told: list[str] = []
        operations = self._place.operations
        operations.refused.connect(told.append)
        operations.run(self._place.desk.consenting.accept_form, form, consent, withhold=withhold)
        operations.refused.disconnect(told.append)
        return " ".join(told)

    def _shown_name(self, form: ReturnedForm) -> tuple[str, bool]:
        """The endorser as the window may show it, and whether its name is withheld."""
        listed = self._place.desk.endorsing.endorsements(form.statement_id)
        found = next(one for one in listed if one.id == form.endorsement_id)
        if found.show_as is ShowAs.WITHHELD:
            return mark(current()), True
        names = found.endorser.names
        own = names.get(current())
        return own.printed if own else next((one.printed for one in names.values()), ""), False


def _ending_word(ending: str) -> str:
    words = {".xlsx": tr("Spreadsheet"), ".csv": tr("Text table"), ".docx": tr("Word document")}
    return words[ending]
