"""The demo: a sample desk, its documents, and a picture of the window."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path

from advocate_desk.desk.desk import Desk
from advocate_desk.desk.sample import make_sample
from advocate_desk.exporters.office import find_office
from advocate_desk.model.errors import DeskError, ExportRefused
from advocate_desk.model.kinds import Layout
from advocate_desk.model.marked import marked

TakePicture = Callable[[Path, Path], None]

DESK_NAME = "sample.desk"
PICTURE_NAME = "window.png"
DOCUMENTS = (
    (Layout.KHMER, "statement-km.docx"),
    (Layout.ENGLISH, "statement-en.docx"),
    (Layout.SIDE_BY_SIDE, "statement-side-by-side.docx"),
    (Layout.KHMER_ENGLISH, "statement-km-en.docx"),
    (Layout.KHMER, "statement-km.txt"),
    (Layout.ENGLISH, "statement-en.txt"),
)
# Only where LibreOffice is found.
PDF = (Layout.KHMER, "statement-km.pdf")


def make_demo(
    folder: Path, own_desk: Path | None, take_picture: TakePicture | None
) -> Iterator[Path]:
    """Make everything and tell where each file is; with a desk of one's own, its picture only.

    Raises:
        DeskError: the folder holds a sample desk that is no longer just the sample.
    """
    if own_desk is not None:
        Desk.open(own_desk, read_only=True).close()
    folder.mkdir(parents=True, exist_ok=True)
    if own_desk is None:
        yield from _make_sample_desk(folder)
    if take_picture is not None:
        picture = folder / PICTURE_NAME
        take_picture(own_desk or folder / DESK_NAME, picture)
        yield picture


def _make_sample_desk(folder: Path) -> Iterator[Path]:
    path = folder / DESK_NAME
    _clear(path)
    desk = Desk.create(path)
    try:
        statement_id = make_sample(desk).statement_id
        yield path
        for layout, name in DOCUMENTS:
            yield desk.publishing.export(statement_id, layout, folder / name).path
        yield from _make_pdf(desk, statement_id, folder)
    finally:
        desk.close(back_up=False)


def _make_pdf(desk: Desk, statement_id: str, folder: Path) -> Iterator[Path]:
    """The statement as a PDF, where LibreOffice is found and works."""
    layout, name = PDF
    if find_office() is None:
        return
    with suppress(ExportRefused):
        yield desk.publishing.export(statement_id, layout, folder / name).path


def _clear(path: Path) -> None:
    """Take a sample desk of an earlier demo away, and no other desk."""
    if not path.exists():
        return
    desk = Desk.open(path)  # for writing: a desk that is open in a window is refused
    try:
        statements = desk.drafting.statements()
        is_ours = bool(statements) and all(one.is_sample for one in statements)
    finally:
        desk.close(back_up=False)
    if not is_ours:
        raise DeskError(
            marked("“{name}” holds more than the sample; it is left as it is."),
            advice=marked("Choose another folder."),
            name=path.name,
        )
    for ending in ("", "-wal", "-shm"):
        path.with_name(path.name + ending).unlink(missing_ok=True)
