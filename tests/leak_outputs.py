"""Everything that leaves a desk, made once and looked at: files, answers, messages, logs."""

from __future__ import annotations

import contextlib
import io
import logging
import shutil
import tempfile
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

from typing_extensions import override

from advocate_desk.cli import comparing
from advocate_desk.cli.main import main
from advocate_desk.desk.crash_reports import write_crash_report
from advocate_desk.exporters.blocks import ExportOptions
from advocate_desk.model.endorser_message import MessageKind
from advocate_desk.model.errors import DeskError
from advocate_desk.model.kinds import Layout
from advocate_desk.model.outgoing import FormOptions, FormText, ListOptions, WithheldRows
from advocate_desk.model.sentences import finding_sentence, sentence
from leak_world import World
from leaks import Leaks

SMALL = ExportOptions(embed_fonts=False)
LANGUAGES = ("km", "en")


class Outputs:
    """Makes every output of a world and hands it to the scanner."""

    def __init__(self, world: World, folder: Path, leaks: Leaks) -> None:
        self._desk, self._id = world.desk, world.statement_id
        self._editions = world.edition_ids
        self._folder = folder
        self._leaks = leaks

    def _try(self, where: str, work: Callable[[], object]) -> object:
        """Do it; a refusal may not say a name either."""
        try:
            return work()
        except DeskError as error:
            self._leaks.look(f"{where}: refusal", sentence(error), str(error), error)
            return None

    def _file(self, where: str, name: str, work: Callable[[Path], object]) -> None:
        target = self._folder / name
        told = self._try(where, lambda: work(target))
        if told is not None:
            self._leaks.look(f"{where}: answer", told)
            self._leaks.look_at_file(where, target)

    def all(self, layouts: tuple[Layout, ...] = tuple(Layout)) -> None:
        """Everything but the command line, which needs the desk for itself."""
        self.documents(layouts)
        self.answers()
        self.texts()
        self.editions()
        self.of_the_whole_desk()
        self.lists()
        self.messages()

    def documents(self, layouts: tuple[Layout, ...] = tuple(Layout)) -> None:
        """The statement in every layout and format."""
        export = self._desk.publishing.export
        for layout in layouts:
            for ending in ("docx", "txt", "html"):
                self._file(
                    f"document {layout} {ending}",
                    f"out.{ending}",
                    partial(export, self._id, layout, options=SMALL, allow_findings=True),
                )
            self._leaks.look("preview", self._desk.publishing.compose(self._id, layout))

    def texts(self) -> None:
        """What is posted, and what is shown before it is."""
        publishing = self._desk.publishing
        for language in LANGUAGES:
            for channel in ("telegram", "facebook"):
                told = self._try(
                    "post",
                    partial(publishing.messages, self._id, language, channel, allow_findings=True),
                )
                self._leaks.look("post", told)
        self._leaks.look("view", publishing.view(self._id))

    def answers(self) -> None:
        """What a check says, and the list as it is read for a table."""
        desk = self._desk
        for finding in desk.checking.check(self._id):
            self._leaks.look("finding", finding, finding_sentence(finding))
        self._leaks.look("rows", desk.listed.rows(self._id), desk.listed.names(self._id))
        self._leaks.look("pairs signed off", desk.translating.approved_pairs(self._id))

    def editions(self) -> None:
        """What editions hold that were made since, what differs, redlines, addenda."""
        desk, first = self._desk, self._editions[0]
        for edition in desk.publishing.editions(self._id):
            if edition.id not in self._editions:
                self._leaks.look("edition", edition.content, edition)
        ends = ["", *(e.id for e in desk.publishing.editions(self._id) if e.id != first)]
        for second in ends:
            found = desk.comparing.compare_editions(first, second)
            told = (comparing.shape(found, None), list(comparing.lines(found, None)), found)
            self._leaks.look("comparison", *told)
            for layout in (Layout.KHMER, Layout.ENGLISH, Layout.SIDE_BY_SIDE):
                self._file(
                    "redline",
                    "redline.docx",
                    partial(desk.comparing.export_redline, first, second, layout),
                )
        self._file(
            "addendum",
            "addendum.docx",
            lambda target: desk.publishing.export_addendum(first, Layout.ENGLISH, target, SMALL),
        )

    def of_the_whole_desk(self) -> None:
        """The library, the glossary and the memory as files."""
        desk = self._desk
        for ending in ("xlsx", "docx"):
            self._file(
                f"library {ending}",
                f"library.{ending}",
                lambda target: desk.exchanging.export_library(target, "en"),
            )
        for ending in ("csv", "xlsx", "tbx"):
            self._file(f"glossary {ending}", f"terms.{ending}", desk.glossary.export)
        self._file("memory", "memory.tmx", desk.memory.export_tmx)

    def lists(self) -> None:
        """Tables of endorsers, labels and forms."""
        out = self._desk.listing_out
        for ending in ("xlsx", "csv"):
            for rows in WithheldRows:
                options = ListOptions(withheld=rows, contacts=True)
                for of in (self._id, ""):
                    self._file(
                        f"endorsers {ending} {rows} {'of one' if of else 'of all'}",
                        f"list.{ending}",
                        partial(out.export_endorsers, of, options=options),
                    )
        self._file("labels", "labels.docx", lambda target: out.export_labels(self._id, target))
        self._forms()

    def _forms(self) -> None:
        out = self._desk.listing_out
        ids = [one.id for one in self._desk.endorsing.endorsements(self._id)]
        out.give_codes(ids)
        for text in FormText:
            folder = self._folder / f"forms {text}"
            folder.mkdir(exist_ok=True)
            told = self._try(
                "forms",
                partial(out.write_forms, ids, folder, FormOptions(text=text)),
            )
            self._leaks.look("forms", told)
            self._leaks.look_at_folder("forms", folder)

    def messages(self) -> None:
        """What is written to each endorser."""
        for endorsement in self._desk.endorsing.endorsements(self._id):
            for kind in MessageKind:
                for language in LANGUAGES:
                    text = self._desk.messaging.message(endorsement.id, kind, language)
                    self._leaks.look("message", text)

    def crash(self, names: tuple[str, ...]) -> None:
        """A bug whose message and notes hold the names."""
        error = ValueError(*names)
        error.add_note(names[0])
        try:
            raise error from KeyError(names[0])
        except ValueError as caught:
            self._leaks.look_at_file("crash report", write_crash_report(caught, self._folder))


def command_line(desk_path: Path, statement_id: str, folder: Path, leaks: Leaks) -> None:
    """Every answer of the command line, for people and for programs; the desk must be closed."""
    table = folder / "incoming.csv"
    desk = str(desk_path)
    of = ("--statement", statement_id)
    verbs: list[tuple[str, ...]] = [
        ("show", desk, statement_id),
        ("check", desk, statement_id),
        ("compare", desk, statement_id, "--from", "1"),
        ("list", desk, "endorsements", *of),
        ("list", desk, "endorsers", *of),
        *(("list", desk, noun) for noun in ("statements", "clauses", "endorsers", "terms")),
    ]
    if table.exists():
        verbs.append(("import", desk, str(table), "--kind", "endorsers", "--into", statement_id))
    for verb in verbs:
        for extra in ((), ("--json",)):
            code, told = called(*verb, *extra)
            leaks.look(f"command line {verb[0]}", told)
            assert code in {0, 1}, (verb, told)
    document = ("export", desk, statement_id, "--layout", "km-en", "--to", str(folder / "cli.docx"))
    leaks.look("command line export", called(*document)[1])
    leaks.look("command line export", called(*document, "--allow-findings")[1])


def called(*arguments: str) -> tuple[int, str]:
    """Call the command line: its exit code, and what it printed."""
    out, err = io.StringIO(), io.StringIO()
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
        code = main(list(arguments))
    return code, out.getvalue() + err.getvalue()


@contextlib.contextmanager
def watched(leaks: Leaks, folder: Path, desk_path: Path) -> Iterator[None]:
    """Looks at every log record, and at every file before it is moved or removed.

    Temporary files go into `folder`; what is left there and beside the desk is looked at in the
    end. The desk, its log and its backups rightly hold the names.
    """
    folder.mkdir(exist_ok=True)
    records: list[str] = []
    with contextlib.ExitStack() as stack:
        stack.callback(setattr, tempfile, "tempdir", tempfile.tempdir)
        tempfile.tempdir = str(folder)
        stack.enter_context(_logged(records))
        stack.enter_context(_looked_before(leaks, Path, "replace", _is_ours(desk_path)))
        stack.enter_context(_looked_before(leaks, Path, "unlink", _is_ours(desk_path)))
        stack.enter_context(_looked_before(leaks, shutil, "rmtree", _is_ours(desk_path)))
        if hasattr(tempfile, "_rmtree"):  # Python 3.11.2 knows it by a name of its own
            stack.enter_context(_looked_before(leaks, tempfile, "_rmtree", _is_ours(desk_path)))
        yield
    leaks.look("log", *records)
    leaks.look_at_folder("temporary files", folder)
    leaks.look_at_folder("beside the desk", desk_path.parent, _own_files(desk_path))


def _own_files(desk_path: Path) -> list[Path]:
    beside = desk_path.parent
    known = [path for path in beside.iterdir() if path.name.startswith(desk_path.name)]
    return [*known, *(path for path in beside.iterdir() if "backup" in path.name)]


def _is_ours(desk_path: Path) -> Callable[[Path], bool]:
    """Whether a file is the desk or one of its backups."""

    def is_ours(path: Path) -> bool:
        return path.suffix == ".desk" or any("backup" in one.name for one in path.parents)

    return is_ours


@contextlib.contextmanager
def _logged(records: list[str]) -> Iterator[None]:
    class Keep(logging.Handler):
        @override
        def emit(self, record: logging.LogRecord) -> None:
            records.append(logging.Formatter().format(record))

    handler, root = Keep(logging.DEBUG), logging.getLogger()
    level = root.level
    root.addHandler(handler)
    root.setLevel(logging.DEBUG)
    try:
        yield
    finally:
        root.removeHandler(handler)
        root.setLevel(level)


@contextlib.contextmanager
def _looked_before(
    leaks: Leaks, owner: object, name: str, is_ours: Callable[[Path], bool]
) -> Iterator[None]:
    original = getattr(owner, name)

    def looking(path: object, *arguments: object, **options: object) -> object:
        here = Path(str(path))
        if not is_ours(here):
            if here.is_file():
                leaks.look_at_file("temporary file", here)
            elif here.is_dir():
                leaks.look_at_folder("temporary folder", here)
        return original(path, *arguments, **options)

    setattr(owner, name, looking)
    try:
        yield
    finally:
        setattr(owner, name, original)
