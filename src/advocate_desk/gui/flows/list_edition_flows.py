"""A list that changed after it went out: the erratum and the addendum."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from advocate_desk.desk.desk import Desk
from advocate_desk.desk.edition_list import SinceEdition
from advocate_desk.desk.exporting import Exported, Watch
from advocate_desk.gui.export_flows import file_name, open_path
from advocate_desk.gui.flows.flow import Slot
from advocate_desk.gui.operations import Progress
from advocate_desk.gui.widgets.notice_bar import GOOD
from advocate_desk.gui.workplace import Workplace
from advocate_desk.language.catalog import tr
from advocate_desk.model.edition import Edition
from advocate_desk.model.kinds import Layout

_ENDINGS = (".docx", ".pdf", ".txt", ".html")


class ListEditionFlows:
    """Connects erratum and addendum to one open desk."""

    def __init__(self, place: Workplace) -> None:
        self._place = place

    def slots(self) -> Mapping[str, Slot]:
        """Action id to what it does."""
        return {"make_erratum": self.make_erratum, "addendum": self.export_addendum}

    def make_erratum(self) -> None:
        """Asks which edition is corrected, and shows the statement that says so."""
        from advocate_desk.gui.dialogs.list_editions_dialogs import ErratumDialog

        place = self._place
        issued = [one for one in self._editions() if one.issued_at]
        if not issued:
            place.notice.tell(tr("No edition of this statement was issued yet."))
            return
        dialog = ErratumDialog(_named(issued), self._since(issued), place.window)
        chosen = dialog.value() if place.ask.run(dialog) else None
        dialog.deleteLater()
        if chosen is None:
            return
        edition_id, names = chosen
        verb = place.desk.publishing.make_erratum
        changes = place.operations.run(verb, edition_id, name_withdrawn=names)
        if changes:
            place.show_statement(changes.focus)
            place.window.show_page("text")
            place.toast.tell(tr("A new edition was adopted and an erratum drafted."))

    def export_addendum(self) -> None:
        """Asks since which edition, then for the file."""
        from advocate_desk.gui.dialogs.list_editions_dialogs import AddendumDialog

        place = self._place
        editions = self._editions()
        if not editions:
            place.notice.tell(tr("There is no edition of this statement yet."))
            return
        dialog = AddendumDialog(_named(editions), self._since(editions), place.window)
        chosen = dialog.value() if place.ask.run(dialog) else None
        dialog.deleteLater()
        target = self._target(chosen[1]) if chosen else None
        if chosen and target:
            self._write(chosen[0], chosen[1], target)

    def _editions(self) -> list[Edition]:
        place = self._place
        place.operations.settle()
        if not place.statement_id:
            return []
        return list(place.desk.publishing.editions(place.statement_id))

    def _since(self, editions: list[Edition]) -> dict[str, SinceEdition]:
        return {one.id: self._place.desk.publishing.since(one.id) for one in editions}

    def _target(self, layout: Layout) -> Path | None:
        place = self._place
        statement = place.text.statement
        title = file_name(place.desk, statement) if statement else ""
        words = tr("Addendum")
        chosen = place.ask.save_file(
            place.window,
            words,
            kinds=";;".join(f"*{ending} (*{ending})" for ending in _ENDINGS),
            suggested=place.desk.path.parent / f"{title} – {words} ({layout.value}).docx",
        )
        if chosen is not None and chosen.suffix.lower() not in _ENDINGS:
            return chosen.with_name(f"{chosen.name}.docx")
        return chosen

    def _write(self, edition_id: str, layout: Layout, target: Path) -> None:
        def write(desk: Desk, progress: Progress) -> Exported:
            watch = Watch(cancelled=lambda: progress.is_cancelled, progress=progress)
            return desk.publishing.export_addendum(edition_id, layout, target, watch=watch)

        def tell(written: Exported) -> None:
            path = written.path
            buttons = (
                (tr("Open"), lambda: open_path(path)),
                (tr("Show in folder"), lambda: open_path(path.parent)),
            )
            self._place.notice.tell(tr("Saved {path}", path=path), GOOD, buttons)

        self._place.operations.run_slow(tr("Writing the document…"), write, tell)


def _named(editions: list[Edition]) -> list[tuple[str, str]]:
    return [(one.id, tr("Edition {number}", number=one.number)) for one in editions]
