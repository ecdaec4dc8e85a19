"""What this program is."""

from __future__ import annotations

from importlib.metadata import PackageNotFoundError, version

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QVBoxLayout, QWidget

from advocate_desk.gui.fonts import window_font
from advocate_desk.gui.widgets.soft_label import SoftLabel
from advocate_desk.language.catalog import tr


def _version() -> str:
    try:
        return version("advocate-desk")
    except PackageNotFoundError:  # run from a checkout that was never installed
        return ""


class AboutDialog(QDialog):
    """Name, version, licence, and where nothing is sent to."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(tr("About Advocate Desk"))
        self.setMinimumWidth(420)
        name = QLabel(f"Advocate Desk {_version()}".strip())
        font = window_font()
        font.setPointSize(15)
        name.setFont(font)
        column = QVBoxLayout(self)
        column.setContentsMargins(22, 20, 22, 16)
        column.setSpacing(10)
        column.addWidget(name)
        for sentence in (
            tr("Draft, endorse and circulate statements in Khmer and English, offline."),
            tr("Everything stays in the desk file on this computer; nothing is sent anywhere."),
            tr("Licence: Apache 2.0. Fonts: SIL Open Font License."),
        ):
            column.addWidget(SoftLabel(sentence))
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        column.addWidget(buttons)
