"""Choosing an endorser of the registry by typing a part of any of its names."""

from __future__ import annotations

from PySide6.QtCore import QStringListModel, Signal
from PySide6.QtWidgets import QCompleter, QLineEdit, QListView, QWidget

from advocate_desk.gui.known_names import KnownNames
from advocate_desk.gui.models.registry_table_model import shown_name
from advocate_desk.model.registry_overview import Wanted

_MOST = 12


class EndorserPicker(QLineEdit):
    """Offers endorsers while their names are typed; `picked` carries the id of the chosen one."""

    picked = Signal(str)

    def __init__(self, known: KnownNames, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._known = known
        self._offered: list[str] = []
        self.endorser_id = ""
        self._names = QStringListModel(self)
        chooser = QCompleter(self._names, self)
        chooser.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        chooser.setMaxVisibleItems(_MOST)
        self.setCompleter(chooser)
        self.setClearButtonEnabled(True)
        self.textEdited.connect(self.offer)
        self._popup = QListView()
        chooser.setPopup(self._popup)
        chooser.activated.connect(lambda _text: self._pick(self._popup.currentIndex().row()))
        self.returnPressed.connect(self._pick_only)

    def offer(self, words: str) -> None:
        """Offers the endorsers with these words in a name."""
        self.endorser_id = ""
        found = self._known.overview.found(Wanted(words))[:_MOST] if words.strip() else []
        self._offered = [row.id for row in found]
        self._names.setStringList([shown_name(row) for row in found])

    def _pick_only(self) -> None:
        if len(self._offered) == 1 and not self.endorser_id:
            self._pick(0)

    def _pick(self, at: int) -> None:
        if 0 <= at < len(self._offered):
            self.choose(self._offered[at])

    def choose(self, endorser_id: str) -> None:
        """Takes an endorser."""
        row = self._known.overview.get(endorser_id)
        self.endorser_id = endorser_id if row is not None else ""
        self.setText(shown_name(row) if row is not None else "")
        self.setCursorPosition(0)
        if self.endorser_id:
            self.picked.emit(self.endorser_id)

    def name(self, words: str) -> None:
        """Says what is chosen here."""
        self.setPlaceholderText(words)
        self.setAccessibleName(words)
        self._popup.setAccessibleName(words)
