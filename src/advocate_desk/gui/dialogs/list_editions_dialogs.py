"""What is told about a list that changed after it went out: an erratum, an addendum."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtWidgets import QWidget

from advocate_desk.desk.edition_list import SinceEdition
from advocate_desk.gui.dialogs.out_dialog import OutDialog, value_of
from advocate_desk.language.catalog import ntr, tr
from advocate_desk.model.kinds import Layout
from advocate_desk.model.words import word

# Facing pages need more than one list.
_LAYOUTS = tuple(layout for layout in Layout if layout is not Layout.BOOKLET)


class ErratumDialog(OutDialog):
    """Which edition is corrected, and whether those who withdrew are named.

    `editions` are pairs of id and words, the newest first; `since` says what became of each list.
    """

    def __init__(
        self,
        editions: Sequence[tuple[str, str]],
        since: Mapping[str, SinceEdition],
        parent: QWidget | None = None,
    ) -> None:
        about = tr(
            "A new edition is adopted, and a statement is drafted that says what it corrects. The"
            " edition that went out stays as it is."
        )
        super().__init__(tr("Make erratum"), about, tr("Make erratum"), parent)
        self._since = since
        self.edition = self.choice(tr("Edition to correct"), editions)
        self.changed = self.note("")
        self.form.addRow(self.changed)
        self.names = self.tick(
            tr("Name who withdrew"),
            tr("Without it the erratum only counts them. Withheld names are never in it."),
        )
        self.edition.currentIndexChanged.connect(lambda _index: self._tell())
        self._tell()

    def _tell(self) -> None:
        found = self._since[value_of(self.edition)]
        self.changed.setText(since_words(found))
        self.buttons.agree.setEnabled(not found.is_same)
        self.names.setEnabled(bool(found.withdrew))

    def value(self) -> tuple[str, bool]:
        """The edition's id, and whether to name who withdrew."""
        return value_of(self.edition), self.names.isEnabled() and self.names.isChecked()


class AddendumDialog(OutDialog):
    """Since which edition, and in which languages."""

    def __init__(
        self,
        editions: Sequence[tuple[str, str]],
        since: Mapping[str, SinceEdition],
        parent: QWidget | None = None,
    ) -> None:
        about = tr(
            "A document with only those who joined since an edition. Their numbers go on where the"
            " edition's list ends."
        )
        super().__init__(tr("Addendum"), about, tr("Export…"), parent)
        self._since = since
        self.edition = self.choice(tr("Joined since"), editions)
        layouts = [(layout.value, word(layout)) for layout in _LAYOUTS]
        self.layouts = self.choice(tr("Languages"), layouts, Layout.SIDE_BY_SIDE.value)
        self.changed = self.note("")
        self.form.addRow(self.changed)
        self.edition.currentIndexChanged.connect(lambda _index: self._tell())
        self._tell()

    def _tell(self) -> None:
        found = self._since[value_of(self.edition)]
        self.changed.setText(since_words(found))
        self.buttons.agree.setEnabled(bool(found.joined))

    def value(self) -> tuple[str, Layout]:
        """The edition's id and the layout."""
        return value_of(self.edition), Layout(value_of(self.layouts))


def since_words(found: SinceEdition) -> str:
    """What became of an edition's list, in one line."""
    parts = (
        ntr("1 withdrew", "{n} withdrew", len(found.withdrew)) if found.withdrew else "",
        ntr("1 was taken off the list", "{n} were taken off the list", len(found.taken_off))
        if found.taken_off
        else "",
        ntr("1 joined", "{n} joined", len(found.joined)) if found.joined else "",
    )
    return " · ".join(part for part in parts if part) or tr("Nothing changed in the list.")
