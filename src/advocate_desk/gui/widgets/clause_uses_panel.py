"""Where a clause is used, and its variants."""

from __future__ import annotations

from PySide6.QtWidgets import QLabel, QListWidget, QVBoxLayout, QWidget

from advocate_desk.gui.models.clauses_list_model import ClausesListModel
from advocate_desk.gui.models.endorsements_table_model import day_words
from advocate_desk.gui.widgets.wrapped_lists import wrap_lines
from advocate_desk.language.catalog import current, ntr, tr
from advocate_desk.model.clause import Clause, ClauseUse, EditionUse
from advocate_desk.model.words import variant_word


class ClauseUsesPanel(QWidget):
    """Two lists to read: statements with their editions, and siblings of the clause."""

    def __init__(
        self,
        uses: tuple[ClauseUse, ...],
        variants: tuple[Clause, ...],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._uses, self._variants = uses, variants
        self.uses_label, self.variants_label = QLabel(), QLabel()
        self.uses, self.variants = QListWidget(), QListWidget()
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 12, 12, 12)
        column.setSpacing(6)
        for label, part, room in (
            (self.uses_label, self.uses, 2),
            (self.variants_label, self.variants, 1),
        ):
            label.setBuddy(part)
            part.setProperty("framed", "true")
            part.setProperty("roomy", "true")
            wrap_lines(part)
            column.addWidget(label)
            column.addWidget(part, room)

    def retranslate(self) -> None:
        """Reads every text again in the window's language."""
        self.uses_label.setText(tr("Used in"))
        self.variants_label.setText(tr("Variants"))
        self.uses.setAccessibleName(tr("Statements that use the clause"))
        self.variants.setAccessibleName(tr("Variants of the clause"))
        _fill(self.uses, [use_line(use) for use in self._uses], tr("Not used yet."))
        lines = [
            f"{variant_word(one.variant)} · {ClausesListModel.lines(one)[0]}"
            for one in self._variants
        ]
        _fill(self.variants, lines, tr("No variants yet."))


def use_line(use: ClauseUse) -> str:
    """A statement that holds a clause, with the editions that do."""
    title = use.title.get(current()) or next(iter(filter(None, use.title.values())), "")
    parts = [title or tr("Untitled")]
    if use.number:
        parts.append(tr("v{number}", number=use.number))
    if use.edited:
        parts.append(tr("edited there"))
    if use.confirmed:
        parts.append(ntr("{n} confirmed endorser", "{n} confirmed endorsers", use.confirmed))
    return " · ".join([*parts, *map(_edition_words, use.editions)])


def _edition_words(edition: EditionUse) -> str:
    if edition.issued_at:
        said = tr(
            "edition {number}, issued {day}",
            number=edition.number,
            day=day_words(edition.issued_at),
        )
    else:
        said = tr(
            "edition {number}, adopted {day}",
            number=edition.number,
            day=day_words(edition.adopted_at),
        )
    if not edition.confirmed:
        return said
    agreed = ntr("{n} agreed to it", "{n} agreed to it", edition.confirmed)
    return f"{said} ({agreed})"


def _fill(shown: QListWidget, lines: list[str], empty: str) -> None:
    shown.clear()
    shown.addItems(lines or [empty])
    shown.setEnabled(bool(lines))
