"""The main window: menus, tools, places for pages and docks, the status line. It hosts."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import (
    QDockWidget,
    QMainWindow,
    QStackedWidget,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from advocate_desk.gui.actions import Actions
from advocate_desk.gui.menus import Menus, tool_bar
from advocate_desk.gui.overrides import override
from advocate_desk.gui.theme import colours
from advocate_desk.gui.widgets.status_line import StatusLine
from advocate_desk.language.catalog import current, tr
from advocate_desk.language.numbers import in_digits
from advocate_desk.model.marked import marked

TABS: tuple[tuple[str, str], ...] = (
    ("text", marked("Text")),
    ("endorsers", marked("Endorsers")),
    ("preview", marked("Preview")),
    ("history", marked("History")),
)
DOCKS: dict[str, str] = {
    "statements": marked("Statements"),
    "clauses": marked("Clause library"),
    "translation": marked("Translation"),
    "checks": marked("Checks"),
}


def hollow(host: QWidget) -> None:
    """Makes a widget that is nothing but the room for another one."""
    layout = QVBoxLayout(host)
    layout.setContentsMargins(0, 0, 0, 0)


class MainWindow(QMainWindow):
    """Shows at once what it has; pages and docks move in when the desk is open."""

    closing = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._counts: dict[str, int] = {}
        self._problems = 0
        self.setWindowTitle("Advocate Desk")
        self.resize(1366, 768)
        self.setDockNestingEnabled(True)
        self.table = Actions(self)
        self.menus = Menus(self, self.table)
        self.tools = tool_bar(self, self.table)
        self.status = StatusLine(self)
        self.setStatusBar(self.status)
        self._set_up_middle()
        self.docks: dict[str, QDockWidget] = {}
        self._colour()
        self.retranslate()

    def complete(self) -> None:
        """Makes what the first paint did without: filled menus, docks, the rest of the actions.

        Qt's namespace is imported here, because that alone takes 20 ms.
        """
        from advocate_desk.gui.docks import make_docks

        self.table.complete()
        self.menus.complete()
        self.status.complete()
        self.docks = make_docks(self)
        self.retranslate()

    def _set_up_middle(self) -> None:
        self._hosts: dict[str, QWidget] = {}
        self.tabs = QTabWidget()
        self.tabs.setDocumentMode(True)
        self.tabs.tabBar().setExpanding(False)
        for name, _ in TABS:
            page = QWidget()
            page.setObjectName(name)
            hollow(page)
            self.tabs.addTab(page, "")
            self._hosts[name] = page
        self.middle = QStackedWidget()
        self.middle.addWidget(self.tabs)
        whole = QWidget()
        self.column = QVBoxLayout(whole)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(0)
        self.column.addWidget(self.middle, 1)
        self.setCentralWidget(whole)

    # Hosting

    def page_host(self, name: str) -> QWidget:
        """The tab a page moves into."""
        return self._hosts[name]

    def move_in(self, name: str, guest: QWidget) -> None:
        """Puts a page into its tab or a panel into its dock, instead of what was there."""
        docked = self.docks.get(name)
        host = docked.widget() if docked is not None else self.page_host(name)
        layout = host.layout()
        while layout is not None and (item := layout.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        if layout is not None:
            layout.addWidget(guest)
        guest.show()

    def show_page(self, name: str) -> None:
        """Brings a page to the front."""
        self.tabs.setCurrentIndex([known for known, _ in TABS].index(name))

    @property
    def page_name(self) -> str:
        """The page in front."""
        return TABS[self.tabs.currentIndex()][0]

    def show_tab_count(self, name: str, count: int) -> None:
        """Shows a count beside the title of a tab."""
        self._counts[name] = count
        place = [known for known, _ in TABS].index(name)
        self.tabs.setTabText(place, self._tab_title(place))

    def _tab_title(self, place: int) -> str:
        name, title = TABS[place]
        count = self._counts.get(name, 0)
        return f"{tr(title)}  {in_digits(count, current())}" if count else tr(title)

    def show_problem_count(self, count: int) -> None:
        """Shows beside Check how much there is to look at."""
        self._problems = count
        words = f"  {in_digits(count, current())}" if count else ""
        self.table.action("check").setText(tr("Check") + words)

    def only_text(self, wanted: bool) -> None:
        """Hides, or shows again, everything but the text."""
        for dock in self.docks.values():
            dock.setVisible(not wanted)
        self.tools.setVisible(not wanted)

    def retranslate(self) -> None:
        """Reads every text again in the window's language."""
        self.table.retranslate()
        self.menus.retranslate()
        self.tools.setWindowTitle(tr("Tools"))
        self.show_problem_count(self._problems)
        for index in range(len(TABS)):
            self.tabs.setTabText(index, self._tab_title(index))
        self.tabs.tabBar().setAccessibleName(tr("Pages"))
        for name, dock in self.docks.items():
            dock.setWindowTitle(tr(DOCKS[name]))

    def _colour(self) -> None:
        self.table.colour(colours(self.palette()))

    @override
    def changeEvent(self, event: QEvent) -> None:
        """Follows a change of language or colours."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        elif event.type() == QEvent.Type.PaletteChange and hasattr(self, "docks"):
            self._colour()

    @override
    def closeEvent(self, event: QCloseEvent) -> None:
        """Lets everybody tidy up first."""
        self.closing.emit()
        super().closeEvent(event)
