"""Pages on paper: a printer, or a PDF that the program draws itself.

The pages are those of the preview, with every endorser on them; one is drawn in each turn of the
event loop.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory

from PySide6.QtCore import QMarginsF, QObject, QSizeF
from PySide6.QtGui import QPagedPaintDevice, QPageLayout, QPageSize, QPainter, QPdfWriter
from PySide6.QtPrintSupport import QPrinter

from advocate_desk.exporters.blocks import Composition
from advocate_desk.exporters.pdf_writer import steady
from advocate_desk.exporters.save import save
from advocate_desk.gui.widgets.page_filling import Page
from advocate_desk.gui.widgets.page_layout import PageLayout
from advocate_desk.gui.widgets.page_looks import UNITS, Paper
from advocate_desk.gui.widgets.page_painter import draw_page
from advocate_desk.gui.widgets.turns import Turns
from advocate_desk.model.errors import DeskError

_POINTS = 72
_EARLIEST = datetime(1980, 1, 1, tzinfo=UTC)
Then = Callable[[], object]
Failed = Callable[[Exception], object]


class Printing(QObject):
    """Lays documents out and draws them, a little in each turn."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._turns = Turns(self)
        self._layout = PageLayout()

    @property
    def is_busy(self) -> bool:
        """Whether a document is being drawn."""
        return self._turns.is_busy

    def stop(self) -> None:
        """Leaves the document that is being drawn."""
        self._turns.stop()

    def lay_out(self, composition: Composition, then: Callable[[tuple[Page, ...]], object]) -> None:
        """Makes the pages of a document."""
        steps = self._layout.steps(composition)
        self._turns.run(steps, lambda: then(self._layout.made))

    def print_pages(self, pages: tuple[Page, ...], printer: QPrinter, then: Then) -> None:
        """Draws pages on a printer's paper."""
        prepare(printer, pages[0].paper)
        self._turns.run(drawing(pages, printer), then)

    def write_pdf(self, composition: Composition, target: Path, then: Then, failed: Failed) -> None:
        """Draws a document into a PDF that tells no other time than its edition's."""
        folder = TemporaryDirectory(prefix="advocate-desk-")
        path = Path(folder.name) / "document.pdf"

        def draw(pages: tuple[Page, ...]) -> None:
            writer = pdf_writer(path, composition, pages[0].paper)
            self._turns.run(drawing(pages, writer), finish)

        def finish() -> None:
            try:
                with folder:
                    save(target, steady(path.read_bytes(), _time_of(composition)))
            except (DeskError, OSError) as error:
                failed(error)
            else:
                then()

        self.lay_out(composition, draw)


def prepare(device: QPagedPaintDevice, paper: Paper) -> None:
    """Gives a printer the paper of the document, the whole of it."""
    size = QSizeF(paper.width / UNITS, paper.height / UNITS)
    layout = QPageLayout(
        QPageSize(size, QPageSize.Unit.Point),
        QPageLayout.Orientation.Portrait,
        QMarginsF(),
        QPageLayout.Unit.Point,
    )
    layout.setMode(QPageLayout.Mode.FullPageMode)
    device.setPageLayout(layout)


def pdf_writer(path: Path, composition: Composition, paper: Paper) -> QPdfWriter:
    """A PDF to draw in; it names the document and nobody."""
    writer = QPdfWriter(str(path))
    writer.setResolution(_POINTS * UNITS)
    writer.setTitle(next((title for title in composition.title.values() if title), ""))
    writer.setCreator("Advocate Desk")
    prepare(writer, paper)
    return writer


def drawing(pages: tuple[Page, ...], device: QPagedPaintDevice) -> Iterator[None]:
    """Draws pages one after the other, in steps."""
    painter = QPainter(device)
    try:
        scale = device.logicalDpiX() / (_POINTS * UNITS)
        for number, page in enumerate(pages):
            if number:
                device.newPage()
            painter.save()
            painter.scale(scale, scale)
            draw_page(painter, page)
            painter.restore()
            yield
    finally:
        painter.end()


def wanted_pages(pages: tuple[Page, ...], printer: QPrinter) -> tuple[Page, ...]:
    """The pages from and to which the dialog was set; all where it was not."""
    first, last = printer.fromPage(), printer.toPage()
    return pages[max(first, 1) - 1 : last] if last else pages


def _time_of(composition: Composition) -> datetime:
    try:
        moment = datetime.fromisoformat(composition.fixed_time)
    except ValueError:
        return _EARLIEST
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)
