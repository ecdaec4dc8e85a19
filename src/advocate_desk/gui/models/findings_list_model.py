"""The findings of a statement as a list: severity, what is wrong, and where."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from typing_extensions import override

from advocate_desk.language.catalog import current, tr
from advocate_desk.language.numbers import in_digits
from advocate_desk.model.dirt.passages import excerpt
from advocate_desk.model.finding import Finding
from advocate_desk.model.kinds import Severity
from advocate_desk.model.sentences import finding_sentence
from advocate_desk.model.words import language_word, word

FINDING = Qt.ItemDataRole.UserRole + 1
PLACE = Qt.ItemDataRole.UserRole + 2
CORRECTION = Qt.ItemDataRole.UserRole + 3

_ENOUGH = 3  # letters that need no others around them to be understood
_SEEN = str.maketrans(
    {" ": "·", "\u00a0": "°", "\u200b": "|", "\u2060": "|", "\ufeff": "|", "\u00ad": "|"}
)

Index = QModelIndex | QPersistentModelIndex


def correction(finding: Finding) -> str:
    """The words before and after the correction, with its spaces shown where only they change."""
    fix = finding.fix
    if fix is None:
        return ""
    before, after = fix.found, fix.replacement
    if min(len(before.strip()), len(after.strip())) < _ENOUGH:
        before = excerpt(fix.text, fix.start, fix.end)
        after = excerpt(fix.corrected, fix.start, fix.start + len(fix.replacement))
    if before == after:
        before, after = fix.found or "…", fix.replacement or "∅"
        before, after = before.translate(_SEEN), after.translate(_SEEN)
    count = len(finding.fixes)
    times = f"  ×{in_digits(count, current())}" if count > 1 else ""
    return f"{before} → {after}{times}"


class FindingsListModel(QAbstractListModel):
    """Findings in the order in which the check found them, the gravest first."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._every: tuple[Finding, ...] = ()
        self._findings: tuple[Finding, ...] = ()
        self._places: Mapping[str, str] = {}
        self._severity: Severity | None = None
        self._language = ""

    def show(self, findings: Sequence[Finding], places: Mapping[str, str]) -> None:
        """Shows these findings; `places` maps block ids to numbers."""
        order = list(Severity)
        self._every = tuple(sorted(findings, key=lambda found: order.index(found.severity)))
        self._places = places
        self._filter()

    def show_only(self, severity: Severity | None = None, language: str = "") -> None:
        """Shows findings that are this grave, about this language; None and "" are all."""
        self._severity, self._language = severity, language
        self._filter()

    def _filter(self) -> None:
        self.beginResetModel()
        self._findings = tuple(found for found in self._every if self._is_wanted(found))
        self.endResetModel()

    def _is_wanted(self, found: Finding) -> bool:
        is_grave = self._severity in (None, found.severity)
        return is_grave and (not self._language or found.language in ("", self._language))

    @property
    def every(self) -> tuple[Finding, ...]:
        """All findings, also those the filter hides."""
        return self._every

    @property
    def findings(self) -> tuple[Finding, ...]:
        """The findings in the order in which they are shown."""
        return self._findings

    def count(self, severity: Severity) -> int:
        """How many findings are this grave."""
        return sum(finding.severity is severity for finding in self._every)

    def place(self, finding: Finding) -> str:
        """Where it is: the block's number and the language."""
        if finding.endorsement_id:
            position = str(finding.arguments.get("position", ""))
            number = " ".join(part for part in (tr("Endorsers"), position) if part)
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
            parts = (word(finding.severity), place, text, correction(finding))
            return ", ".join(part for part in parts if part)
        if role == CORRECTION:
            return correction(finding)
        return {FINDING: finding, PLACE: place}.get(role)
