"""The name of who works here: kept on this computer, asked when it is first needed."""

from __future__ import annotations

from advocate_desk.gui.dialogs.name_dialog import NameDialog
from advocate_desk.gui.workplace import Workplace


class OwnName:
    """Knows the name, asks for it once, and changes it when somebody else sits down."""

    def __init__(self, place: Workplace) -> None:
        self._place = place

    def known(self) -> str:
        """The name; asked for where there is none yet, empty where nobody gave one."""
        return self._place.desk.author or self.change()

    def change(self) -> str:
        """Asks for the name; what it is afterwards."""
        place = self._place
        dialog = NameDialog(place.desk.author, place.window)
        if place.ask.run(dialog):
            place.preferences.use_author(dialog.value())
            place.desk.author = dialog.value()
        dialog.deleteLater()
        return place.desk.author
