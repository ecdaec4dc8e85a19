"""The findings of a statement as a list: severity, what is wrong, and where."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from typing_extensions import override

from advocate_desk.language.catalog import current, tr
from advocate_desk.language.numbers import in_digits
from advocate_desk.model.finding import Finding
from advocate_desk.model.kinds import Severity
from advocate_desk.model.sentences import finding_sentence
from advocate_desk.model.statement import Block, Statement
from advocate_desk.model.words import language_word, word

FINDING = Qt.ItemDataRole.UserRole + 1
PLACE = Qt.ItemDataRole.UserRole + 2

Index = QModelIndex | QPersistentModelIndex


def block_places(statement: Statement) -> dict[str, str]:
    """Block id to its number on the page: "4", and "4.2" for the second entry of a list."""
    return {block_id: ".".join(map(str, path)) for block_id, path in _paths(statement.blocks, ())}


def _paths(blocks: Sequence[Block], above: tuple[int, ...]) -> list[tuple[str, tuple[int, ...]]]:
    found: list[tuple[str, tuple[int, ...]]] = []
    for number, block in enumerate(blocks, start=1):
        path = (*above, number)
        found.append((block.id, path))
        found += _paths(block.items, path)
    return found


class FindingsListModel(QAbstractListModel):
    """Findings in the order in which the check found them, the gravest first."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._findings: tuple[Finding, ...] = ()
        self._places: Mapping[str, str] = {}

    def show(self, findings: Sequence[Finding], places: Mapping[str, str]) -> None:
        """Shows these findings; `places` maps block ids to numbers."""
        order = list(Severity)
        self.beginResetModel()
        self._findings = tuple(sorted(findings, key=lambda found: order.index(found.severity)))
        self._places = places
        self.endResetModel()

    @property
    def findings(self) -> tuple[Finding, ...]:
        """The findings in the order in which they are shown."""
        return self._findings

    def count(self, severity: Severity) -> int:
        """How many findings are this grave."""
        return sum(finding.severity is severity for finding in self._findings)

    def place(self, finding: Finding) -> str:
        """Where it is: the block's number and the language."""
        if finding.endorsement_id:
            number = tr("Endorsers")
        else:
            number = self._places.get(finding.block_id, "")
        language = language_word(finding.language) if finding.language else ""
        return " · ".join(part for part in (in_digits(number, current()), language) if part)

    @override
    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        return 0 if parent.isValid() else len(self._findings)

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid() or index.row() >= len(self._findings):
            return None
        finding = self._findings[index.row()]
        text, place = finding_sentence(finding), self.place(finding)
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return text
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return ", ".join(part for part in (word(finding.severity), place, text) if part)
        return {FINDING: finding, PLACE: place}.get(role)
