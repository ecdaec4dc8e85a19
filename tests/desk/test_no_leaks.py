"""Nothing that leaves a desk holds a withheld name: not in a byte, not in anything readable."""

from __future__ import annotations

import contextlib
import io
import logging
import shutil
import subprocess
import tempfile
import zipfile
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from advocate_desk.cli import shapes
from advocate_desk.desk import adopted, crash_reports, exporting, messaging, redaction, redlining
from advocate_desk.desk import snapshot as snapshots
from advocate_desk.desk.listing_out import ListingOut
from advocate_desk.desk.remembering import Guard
from advocate_desk.exporters.office import find_office
from advocate_desk.model import withholding
from advocate_desk.model.edition import Edition, EditionView
from advocate_desk.model.endorsement import Endorsement, Endorser
from advocate_desk.model.kinds import Layout, ShowAs
from advocate_desk.model.parity import rules as parity_rules
from advocate_desk.model.statement import Block, Statement
from advocate_desk.model.withholding import Withheld
from advocate_desk.settings import SettingsFile
from leak_outputs import SMALL, Outputs, command_line, watched
from leak_world import SPOTS, TYPINGS, Org, World, clean_texts, make_world
from leaks import Leaks

HIDDEN = (
    Org("Kovexa Dumbri Network", "សហគមន៍កខឃងចឆ", "QXZJ", "Bramvok Telund", "Old Zuvrik Bande"),
    Org("Mirfolk Janten", "ចឆជញដឋណ", "ZKV", "Gulpexi Norda", "Wexil Pofra"),
)
SHOWN = (
    Org("Water Union", "សហជីពទឹក", "WTU", "Aqua Folk", "Old Water"),
    Org("Sand Friends", "មិត្តខ្សាច់", "SFR", "Sandy Folk", "Old Sand"),
)
WORD = st.text("bdfgjklmnprtvxz", min_size=3, max_size=5)
PART = st.builds(lambda start, end: f"{start}oq{end}".capitalize(), WORD, WORD)
PAIR = st.builds(lambda one, other: f"{one} {other}", PART, PART)
TAIL = st.sampled_from(("", " Network", " Community Network", " Association"))
KHMER = st.text("កខគឃចឆជញដឋណតថទធ", min_size=6, max_size=10)


@st.composite
def orgs(draw: st.DrawFn) -> Org:
    """An organisation whose names are nobody else's and no words of a text."""
    english, alias, former = draw(
        st.lists(PAIR, min_size=3, max_size=3, unique_by=lambda name: name[:4])
    )
    head = draw(st.sampled_from(("", "អង្គការ", "សហគមន៍")))
    acronym = draw(st.text("QXZJKV", min_size=3, max_size=5))
    return Org(english + draw(TAIL), head + draw(KHMER), acronym, alias, former)


def _own_settings(folder: Path) -> SettingsFile:
    return SettingsFile(folder / "settings.txt")


@settings(max_examples=3, phases=(Phase.explicit, Phase.reuse, Phase.generate))
@given(
    hidden=st.lists(orgs(), min_size=1, max_size=2, unique_by=lambda org: org.acronym[:2]),
    spots=st.lists(st.sampled_from(SPOTS), min_size=5, max_size=len(SPOTS), unique=True),
    typings=st.permutations(tuple(TYPINGS)),
    layout=st.sampled_from(Layout),
)
def test_no_output_holds_a_withheld_name(
    tmp_path_factory: pytest.TempPathFactory,
    hidden: list[Org],
    spots: list[str],
    typings: list[str],
    layout: Layout,
) -> None:
    folder = tmp_path_factory.mktemp("leaks")
    (folder / "desk").mkdir()
    path = folder / "desk" / "office.desk"
    world = make_world(path, tuple(hidden), SHOWN, tuple(spots), tuple(typings))
    leaks = world.leaks()
    with watched(leaks, folder / "temp", path), contextlib.closing(world.desk):
        outputs = Outputs(world, folder, leaks)
        outputs.all((layout,))
        outputs.crash(hidden[0].names)
        clean_texts(world)
        world.desk.publishing.adopt(world.statement_id)
        outputs.editions()
        outputs.documents((layout,))
    entries = [name for org in (*hidden, *SHOWN) for name in org.names]
    (folder / "incoming.csv").write_text("Name\n" + "\n".join(entries), encoding="utf-8")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(SettingsFile, "of_this_user", classmethod(lambda _: _own_settings(folder)))
        command_line(path, world.statement_id, folder, leaks)
    assert leaks.found == []
    assert {"labels", "redline", "comparison", "message", "edition"} <= leaks.looked
    assert {"endorsers csv masked of all", f"document {layout} docx", "preview"} <= leaks.looked
    assert {"command line import", "crash report", "log", "forms"} <= leaks.looked
    assert {"memory", "glossary tbx", "library xlsx"} <= leaks.looked or len(spots) < len(SPOTS)


def test_no_document_of_any_layout_holds_a_withheld_name(tmp_path: Path) -> None:
    (tmp_path / "desk").mkdir()
    spots = ("title", "heading", "body", "place", "issuer", "item", "label", "memory", "term")
    world = make_world(tmp_path / "desk" / "a.desk", HIDDEN, SHOWN, (*spots, "clause"))
    leaks = world.leaks()
    with watched(leaks, tmp_path / "temp", world.desk.path), contextlib.closing(world.desk):
        Outputs(world, tmp_path, leaks).documents()
        Outputs(world, tmp_path, leaks).of_the_whole_desk()
    assert leaks.found == []
    assert {f"document {layout} docx" for layout in Layout} <= leaks.looked
    assert {"memory", "glossary tbx", "glossary csv", "library xlsx"} <= leaks.looked


def test_no_pdf_holds_a_withheld_name(tmp_path: Path) -> None:
    if find_office() is None or shutil.which("pdftotext") is None:
        pytest.skip("LibreOffice and pdftotext are not on this machine")
    (tmp_path / "desk").mkdir()
    spots = ("title", "heading", "body", "place", "issuer", "item", "label")
    world = make_world(tmp_path / "desk" / "a.desk", HIDDEN, SHOWN, spots)
    leaks, target = world.leaks(), tmp_path / "a.pdf"
    with watched(leaks, tmp_path / "temp", world.desk.path), contextlib.closing(world.desk) as desk:
        layout = Layout.KHMER_ENGLISH
        desk.publishing.export(world.statement_id, layout, target, SMALL, allow_findings=True)
    told = subprocess.run(["pdftotext", target, "-"], capture_output=True, check=True, timeout=60)
    leaks.look_at_file("pdf", target)
    leaks.look("text of the pdf", told.stdout)
    assert leaks.found == []
    assert b"Water Union" in told.stdout


# Ten leaks, and a few more, that somebody might make one day; each is found.


Patch = Callable[[pytest.MonkeyPatch], None]
Made = Callable[[Outputs], None]
NAME = HIDDEN[0].english


def _unredacted(
    statement: Statement,
    endorsements: Sequence[Endorsement],
    editions: Sequence[Edition],
    issuer: Mapping[str, str],
    listed: Collection[str] | None = None,
) -> EditionView:
    shown = [replace(one, show_as=ShowAs.FULL) for one in endorsements]
    return redaction.redacted_view(statement, shown, editions, issuer, listed)


def _place_left(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(redaction, "_redacted_texts", lambda texts, _withheld: dict(texts))


def _heading_left(patch: pytest.MonkeyPatch) -> None:
    whole = withholding.redacted_block

    def leaky(block: Block, withheld: Withheld, mark: Callable[[str], str]) -> Block:
        made = whole(block, withheld, mark)
        sides = {
            code: replace(side, heading=block.rendition(code).heading)
            for code, side in made.renditions.items()
        }
        return replace(made, renditions=sides)

    patch.setattr(redaction, "redacted_block", leaky)


def _names_handed_over(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(exporting, "redacted_view", _unredacted)
    patch.setattr(exporting, "refuse_leaks", lambda *_: None)


def _in_the_properties(patch: pytest.MonkeyPatch) -> None:
    save = exporting.save_document

    def titled(target: Path, data: bytes) -> None:
        if target.suffix == ".docx":
            packed = io.BytesIO(data)
            with zipfile.ZipFile(packed, "a") as package:
                package.writestr("docProps/app.xml", f"<TitlesOfParts>{NAME}</TitlesOfParts>")
            data = packed.getvalue()
        save(target, data)

    patch.setattr(exporting, "save_document", titled)


def _in_the_file_name_of_a_form(patch: pytest.MonkeyPatch) -> None:
    from advocate_desk.desk import making_forms

    save = exporting.save_document
    patch.setattr(
        making_forms,
        "save_document",
        lambda target, data: save(target.with_name(f"{NAME}.docx"), data),
    )


def _in_the_log(patch: pytest.MonkeyPatch) -> None:
    save = exporting.save_document

    def logged(target: Path, data: bytes) -> None:
        logging.getLogger("advocate_desk").debug("%s was written for %s", target, NAME)
        save(target, data)

    patch.setattr(exporting, "save_document", logged)


def _in_a_temporary_file(patch: pytest.MonkeyPatch) -> None:
    save = exporting.save_document

    def careless(target: Path, data: bytes) -> None:
        with tempfile.NamedTemporaryFile(delete=False) as left:
            left.write(NAME.encode("utf-16-le"))
        save(target, data)

    patch.setattr(exporting, "save_document", careless)


def _in_a_temporary_folder_that_goes(patch: pytest.MonkeyPatch) -> None:
    save = exporting.save_document

    def careless(target: Path, data: bytes) -> None:
        with tempfile.TemporaryDirectory() as folder:
            Path(folder, "draft.txt").write_text(NAME, encoding="utf-8")
            save(target, data)

    patch.setattr(exporting, "save_document", careless)


def _in_the_redline(patch: pytest.MonkeyPatch) -> None:
    view = adopted.Adopted.view
    patch.setattr(
        adopted.Adopted,
        "view",
        lambda self, _withheld, issuer, kinds: view(self, Withheld(), issuer, kinds),
    )
    patch.setattr(redlining, "refuse_leaks", lambda *_: None)
    patch.setattr(redlining, "proved", lambda *_: ())


def _in_the_comparison(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(adopted.Adopted, "redacted", lambda self, _withheld: self)


def _in_the_memory(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(Guard, "stops", lambda *_: False)


def _in_a_list(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(ListingOut, "_hidden", lambda *_: frozenset())
    patch.setattr(ListingOut, "_withheld_names", lambda *_: Withheld())


def _in_a_message(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(messaging, "_name", lambda *_: NAME)


def _in_an_edition(patch: pytest.MonkeyPatch) -> None:
    kept = snapshots._endorsement  # the spot that leaves the names out
    patch.setattr(snapshots, "_endorsement", lambda one: kept(replace(one, show_as=ShowAs.FULL)))


def _in_a_finding(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(parity_rules, "_discreet", lambda text, _hidden: text)


def _in_a_crash_report(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(crash_reports, "_frames", lambda error: [str(error)])


def _on_the_command_line(patch: pytest.MonkeyPatch) -> None:
    def plain(endorser: Endorser) -> Endorser:
        return endorser

    patch.setattr(shapes, "masked", plain)


def _shapes(outputs: Outputs) -> None:
    outputs._leaks.look("answer", shapes.endorsers(outputs._desk))


def _one_document(outputs: Outputs) -> None:
    outputs.documents((Layout.ENGLISH,))


def _new_edition(outputs: Outputs) -> None:
    outputs._desk.publishing.adopt(outputs._id)
    outputs.editions()


def _crash(outputs: Outputs) -> None:
    outputs.crash(HIDDEN[0].names)


PLANTED: dict[str, tuple[Patch, Made, tuple[str, ...]]] = {
    "place": (_place_left, Outputs.texts, ("place",)),
    "heading": (_heading_left, Outputs.texts, ("heading",)),
    "names handed to the writers": (_names_handed_over, Outputs.texts, ()),
    "properties": (_in_the_properties, _one_document, ()),
    "file name": (_in_the_file_name_of_a_form, Outputs.lists, ()),
    "log": (_in_the_log, _one_document, ()),
    "temporary file left": (_in_a_temporary_file, _one_document, ()),
    "temporary folder": (_in_a_temporary_folder_that_goes, _one_document, ()),
    "redline": (_in_the_redline, Outputs.editions, ("body",)),
    "comparison": (_in_the_comparison, Outputs.editions, ("body",)),
    "memory": (_in_the_memory, Outputs.of_the_whole_desk, ("memory", "clause", "term")),
    "list": (_in_a_list, Outputs.lists, ()),
    "message": (_in_a_message, Outputs.messages, ()),
    "edition": (_in_an_edition, _new_edition, ()),
    "finding": (_in_a_finding, Outputs.answers, ("body",)),
    "crash report": (_in_a_crash_report, _crash, ()),
    "command line": (_on_the_command_line, _shapes, ()),
}


@contextlib.contextmanager
def _planted(folder: Path, spots: tuple[str, ...]) -> Iterator[tuple[World, Leaks]]:
    (folder / "desk").mkdir()
    typings = ("shouted",) if spots == ("body",) else ("plain",)
    world = make_world(folder / "desk" / "a.desk", HIDDEN, SHOWN, spots, typings)
    leaks = world.leaks()
    with watched(leaks, folder / "temp", world.desk.path), contextlib.closing(world.desk):
        yield world, leaks


@pytest.mark.parametrize("leak", PLANTED)
def test_a_planted_leak_is_found(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, leak: str
) -> None:
    plant, make, spots = PLANTED[leak]
    with _planted(tmp_path, spots) as (world, leaks):
        if leak in {"comparison", "redline", "edition"}:
            clean_texts(world)
        plant(monkeypatch)
        make(Outputs(world, tmp_path, leaks))
        monkeypatch.undo()
    assert leaks.found


@pytest.mark.parametrize("leak", PLANTED)
def test_without_the_leak_nothing_is_found(tmp_path: Path, leak: str) -> None:
    _, make, spots = PLANTED[leak]
    with _planted(tmp_path, spots) as (world, leaks):
        if leak == "edition":
            clean_texts(world)
        make(Outputs(world, tmp_path, leaks))
    assert leaks.found == []


def test_whoever_is_printed_is_found(tmp_path: Path) -> None:
    world = make_world(tmp_path / "a.desk", HIDDEN, SHOWN, ())
    shown = Leaks([SHOWN[0].english])
    with contextlib.closing(world.desk):
        Outputs(world, tmp_path, shown).texts()
    assert shown.found
