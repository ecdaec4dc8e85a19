"""What the actions of the history do."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from advocate_desk.desk.desk import Desk
from advocate_desk.desk.exporting import Exported
from advocate_desk.gui.export_flows import file_name, open_path
from advocate_desk.gui.flows.flow import Slot
from advocate_desk.gui.operations import Progress
from advocate_desk.gui.widgets.notice_bar import GOOD
from advocate_desk.gui.workplace import Workplace
from advocate_desk.language.catalog import ntr, tr
from advocate_desk.model.kinds import Layout


class HistoryFlows:
    """Connects the actions of the history to one open desk."""

    def __init__(self, place: Workplace) -> None:
        self._place = place
        self._layout = Layout.SIDE_BY_SIDE
        bar = place.history.bar
        bar.redline_wanted.connect(self.export_redline)
        bar.restore_wanted.connect(self.restore)

    def slots(self) -> Mapping[str, Slot]:
        """Action id to what it does."""
        return {
            "compare_editions": self.compare,
            "export_redline": self.export_redline,
            "restore_edition": self.restore,
        }

    def compare(self) -> None:
        """Shows what changed since an edition."""
        self._place.window.show_page("history")
        if self._has_editions():
            self._place.history.focus_comparison()

    def _has_editions(self) -> bool:
        """Whether there is something to compare with; else a sentence says that there is not."""
        if self._place.history.bar.first_id:
            return True
        self._place.notice.tell(tr("There is no edition of this statement yet."))
        return False

    def restore(self) -> None:
        """Brings the text of the chosen edition back; Undo takes it away again."""
        if not self._has_editions():
            return
        bar = self._place.history.bar
        name = bar.first.currentText()
        verb = self._place.desk.comparing.restore
        if self._place.operations.run(verb, bar.first_id):
            self._place.toast.tell(tr("The text is that of {edition} again.", edition=name))

    def export_redline(self) -> None:
        """Asks for the layout and the file, then writes the tracked changes."""
        if not self._has_editions():
            return
        layout = self._chosen_layout()
        target = None if layout is None else self._target(layout)
        if layout is None or target is None:
            return
        self._layout = layout
        bar = self._place.history.bar
        first, second = bar.first_id, bar.second_id

        def write(desk: Desk, _progress: Progress) -> Exported:
            return desk.comparing.export_redline(first, second, layout, target)

        self._place.operations.run_slow(tr("Writing the document…"), write, self._tell)

    def _chosen_layout(self) -> Layout | None:
        from advocate_desk.gui.dialogs.redline_dialog import RedlineDialog

        dialog = RedlineDialog(self._layout, self._place.window)
        chosen = dialog.chosen() if self._place.ask.run(dialog) else None
        dialog.deleteLater()
        return chosen

    def _target(self, layout: Layout) -> Path | None:
        statement = self._place.text.statement
        bar = self._place.history.bar
        title = file_name(self._place.desk, statement) if statement else ""
        ends = f"{bar.first.currentText()} – {bar.second.currentText()}"
        chosen = self._place.ask.save_file(
            self._place.window,
            tr("Export redline"),
            kinds=tr("Documents") + " (*.docx)",
            suggested=self._place.desk.path.parent / f"{title} ({ends}, {layout.value}).docx",
        )
        if chosen is not None and chosen.suffix != ".docx":
            return chosen.with_name(f"{chosen.name}.docx")
        return chosen

    def _tell(self, exported: Exported) -> None:
        path = exported.path
        words = tr("Saved {path}", path=path)
        if exported.faults:
            words += " · " + ntr(
                "The proof found 1 fault.", "The proof found {n} faults.", len(exported.faults)
            )
        buttons = (
            (tr("Open"), lambda: open_path(path)),
            (tr("Show in folder"), lambda: open_path(path.parent)),
        )
        self._place.notice.tell(words, GOOD, buttons)
