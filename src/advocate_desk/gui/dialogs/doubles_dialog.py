"""Pairs of records that may be one endorser: merged, or told apart for good."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QHBoxLayout,
    QProgressBar,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from advocate_desk.desk.desk import Desk
from advocate_desk.gui.match_words import match_word
from advocate_desk.gui.models.registry_table_model import own_names, shown_name
from advocate_desk.gui.operations import Job, Progress
from advocate_desk.gui.registry_work import RegistryWork
from advocate_desk.gui.widgets.empty_state import EmptyState
from advocate_desk.gui.widgets.icon_button import IconButton
from advocate_desk.gui.widgets.soft_label import SoftLabel
from advocate_desk.gui.widgets.toast import Toast
from advocate_desk.gui.widgets.wrapped_table import WrappedTable
from advocate_desk.language.catalog import current, ntr, tr
from advocate_desk.model.kinds import KHMER
from advocate_desk.model.registry_overview import Double
from advocate_desk.model.sentences import filled

_SIZE = (1080, 600)
_MOST = 300
_SHARES = (28, 28, 17, 27)


class DoublesDialog(QDialog):
    """Looks for doubles as soon as it is made."""

    def __init__(self, parent: QWidget | None, work: RegistryWork) -> None:
        super().__init__(parent)
        self._work = work
        self._job: Job | None = None
        self._found: tuple[Double, ...] = ()
        self.doubles: tuple[Double, ...] = ()
        self._make_widgets()
        self._lay_out()
        self._connect()
        self.retranslate()
        work.known.follow()
        self.look()

    def _make_widgets(self) -> None:
        self.lead = SoftLabel()
        self.table = WrappedTable(_SHARES, most_lines=4)
        self.empty = EmptyState()
        self.pages = QStackedWidget()
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.merge_button, self.apart_button = IconButton("merge"), IconButton("close")
        self.again_button = IconButton("find")
        self.unmask = QCheckBox()
        self.notice = SoftLabel()
        self.close_button = QPushButton()
        self.close_button.setAutoDefault(False)
        self.toast = Toast(self)

    def _lay_out(self) -> None:
        self.pages.addWidget(self.empty)
        self.pages.addWidget(self.table)
        tools = QHBoxLayout()
        tools.setSpacing(8)
        for button in (self.merge_button, self.apart_button):
            tools.addWidget(button)
        tools.addStretch(1)
        tools.addWidget(self.again_button)
        foot = QHBoxLayout()
        foot.addWidget(self.unmask)
        foot.addStretch(1)
        foot.addWidget(self.close_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 18, 20, 16)
        column.setSpacing(12)
        column.addWidget(self.lead)
        column.addLayout(tools)
        column.addWidget(self.bar)
        column.addWidget(self.pages, 1)
        column.addWidget(self.notice)
        column.addLayout(foot)
        self.resize(*_SIZE)

    def _connect(self) -> None:
        self.merge_button.clicked.connect(self.merge)
        self.apart_button.clicked.connect(self.tell_apart)
        self.again_button.clicked.connect(self.look)
        self.unmask.toggled.connect(lambda _on: self._show())
        self.close_button.clicked.connect(self.accept)
        self.table.doubleClicked.connect(lambda _index: self.merge())
        self.table.itemSelectionChanged.connect(self._allow)
        self.toast.undo_wanted.connect(self.undo)
        self._work.known.changed.connect(self._show)
        self._work.operations.refused.connect(self.notice.setText)
        undo = QShortcut(QKeySequence(QKeySequence.StandardKey.Undo), self)
        undo.activated.connect(self.undo)

    # Looking

    def look(self) -> None:
        """Compares every name with the others, aside."""
        self._cancel()
        self.notice.setText("")
        self.bar.setRange(0, 0)
        self.bar.show()
        self._job = self._work.operations.run_aside(_doubles, self._take)
        self._job.progressed.connect(self._advance)
        self._tell()

    def _advance(self, done: int, total: int) -> None:
        self.bar.setRange(0, max(1, total))
        self.bar.setValue(done)

    def _take(self, found: tuple[Double, ...]) -> None:
        self._job = None
        self.bar.hide()
        self._found = found
        self._show()

    def _cancel(self) -> None:
        if self._job is not None:
            self._job.cancel()
            self._job = None

    def stop(self) -> None:
        """Nobody looks any more."""
        self._cancel()
        self._work.known.leave()

    # Showing

    def _show(self) -> None:
        overview = self._work.known.overview
        chosen = max(0, self.table.currentRow())
        self.doubles = tuple(
            one for one in self._found if overview.get(one.one_id) and overview.get(one.other_id)
        )
        self.table.setRowCount(len(self.doubles))
        for row, double in enumerate(self.doubles):
            self.table.put(row, self._texts(double))
        self.table.fit()
        if self.doubles:
            self.table.selectRow(min(chosen, len(self.doubles) - 1))
        self._tell()

    def _texts(self, double: Double) -> tuple[str, str, str, str]:
        names = tuple(map(self._name, (double.one_id, double.other_id)))
        reason = filled(double.reason, {"endorser": names[1].split("\n")[0]})
        return names[0], names[1], match_word(double.match_class), reason

    def _name(self, endorser_id: str) -> str:
        row = self._work.known.overview.get(endorser_id)
        if row is None:
            return ""
        if row.is_withheld and not self.unmask.isChecked():
            return shown_name(row)
        other = row.english if current() == KHMER else row.khmer
        has_both = bool(row.english and row.khmer)
        return f"{own_names(row)}\n{other}" if has_both else own_names(row)

    def _tell(self) -> None:
        self.pages.setCurrentIndex(1 if self.doubles else 0)
        looking = self._job is not None
        self.empty.set_text(
            tr("Comparing every name with all the others…")
            if looking
            else tr("No two records look like one endorser.")
        )
        found = len(self.doubles)
        self.lead.setText(
            ntr("{n} pair may be one endorser.", "{n} pairs may be one endorser.", found)
            if found
            else ""
        )
        get = self._work.known.overview.get
        rows = [get(one) for double in self.doubles for one in (double.one_id, double.other_id)]
        self.unmask.setVisible(any(row is not None and row.is_withheld for row in rows))
        self._allow()

    def _allow(self) -> None:
        is_chosen = self.chosen() is not None
        for button in (self.merge_button, self.apart_button):
            button.setEnabled(is_chosen)
        self.again_button.setEnabled(self._job is None)

    # What can be done

    def chosen(self) -> Double | None:
        """The pair that is chosen."""
        row = self.table.currentRow()
        return self.doubles[row] if 0 <= row < len(self.doubles) else None

    def merge(self) -> None:
        """Shows both records side by side, to make them one."""
        double = self.chosen()
        if double is None:
            return
        self.notice.setText("")
        if self._work.merge(self, (double.one_id, double.other_id)):
            self._drop(double)
            self.toast.tell(tr("Two records became one."))

    def tell_apart(self) -> None:
        """Notes that the pair is not the same; it is not offered again."""
        double = self.chosen()
        if double is None:
            return
        self.notice.setText("")
        if self._work.distinguish(double.one_id, double.other_id):
            self._drop(double)
            self.toast.tell(tr("They are not offered as doubles any more."))

    def _drop(self, double: Double) -> None:
        self._found = tuple(one for one in self._found if one is not double)
        self._show()
        self.table.setFocus()

    def undo(self) -> None:
        """Takes the last step back, and looks again."""
        self._work.operations.run(self._work.operations.desk.history.undo)
        self.look()

    def retranslate(self) -> None:
        """Reads every text again in the window's language."""
        self.setWindowTitle(tr("Possible doubles"))
        heads = (tr("One record"), tr("The other"), tr("Likeness"), tr("Why"))
        self.table.setHorizontalHeaderLabels(list(heads))
        self.table.setAccessibleName(tr("Possible doubles"))
        self.merge_button.say(tr("Merge…"), tr("Shows both side by side and makes them one"))
        self.apart_button.say(tr("Not the same"), tr("Does not offer this pair again (Delete)"))
        self.again_button.say(tr("Look again"))
        self.bar.setAccessibleName(tr("How far the search for doubles is"))
        self.unmask.setText(tr("Show withheld names"))
        self.close_button.setText(tr("Close"))
        self._show()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self.table.hasFocus() and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.merge()
        elif self.table.hasFocus() and event.key() == Qt.Key.Key_Delete:
            self.tell_apart()
        else:
            super().keyPressEvent(event)

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()


def _doubles(desk: Desk, progress: Progress) -> tuple[Double, ...]:
    return desk.registry.doubles(_MOST, lambda: progress.is_cancelled, progress)
