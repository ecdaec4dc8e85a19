"""Every way a statement leaves the desk: Word, PDF, text, web page, messages; and the proof."""

from __future__ import annotations

import errno
from pathlib import Path

import pytest

from advocate_desk.desk.desk import Desk
from advocate_desk.desk.exporting import Watch, free_name
from advocate_desk.exporters import pdf_writer, save, verify
from advocate_desk.exporters.blocks import ExportOptions
from advocate_desk.exporters.office import OfficeMissing, OfficeStopped
from advocate_desk.exporters.verify_faults import DocumentUnreadable, Fault, Rule
from advocate_desk.model.errors import DeskError, ExportRefused, ExportStopped
from advocate_desk.model.kinds import BlockKind, Layout, Severity, ShowAs
from desk_making import block_ids, endorse, river

SMALL = ExportOptions(embed_fonts=False)


@pytest.fixture
def statement_id(desk: Desk) -> str:
    made = river(desk)
    endorse(desk, made, "Water Union", "សហជីពទឹក")
    return made


def rules(desk: Desk, statement_id: str, language: str = "en") -> list[tuple[str, Severity]]:
    return [(f.rule, f.severity) for f in desk.checking.check(statement_id, (language,))]


def test_a_web_page_and_messages_hold_the_text(
    desk: Desk, statement_id: str, tmp_path: Path
) -> None:
    target = tmp_path / "a.HTML"
    desk.publishing.export(statement_id, Layout.ENGLISH, target)
    page = target.read_text("utf-8")
    assert '<article lang="en">' in page
    assert "Water Union" in page
    (message,) = desk.publishing.messages(statement_id, "en", "telegram")
    assert "Keep the river" in message
    assert "Water Union" in message


def test_blockers_stop_messages_too(desk: Desk, statement_id: str) -> None:
    with pytest.raises(ExportStopped):
        desk.publishing.messages(statement_id, "km", "facebook")
    assert desk.publishing.messages(statement_id, "km", "facebook", allow_findings=True)


def test_a_pdf_is_made_from_the_proved_document(
    desk: Desk, statement_id: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    calls: list[tuple[int, int]] = []

    def pdf(docx: bytes, *, cancelled: object, progress: object) -> bytes:
        assert docx.startswith(b"PK")
        assert callable(cancelled)
        assert callable(progress)
        progress(1, 2)
        return b"%PDF-1.7"

    monkeypatch.setattr(pdf_writer, "pdf", pdf)
    watch = Watch(progress=lambda done, total: calls.append((done, total)))
    target = tmp_path / "a.pdf"
    desk.publishing.export(statement_id, Layout.ENGLISH, target, SMALL, watch=watch)
    assert target.read_bytes() == b"%PDF-1.7"
    assert calls == [(1, 2)]


@pytest.mark.parametrize("refusal", [OfficeMissing, OfficeStopped])
def test_without_an_office_the_old_pdf_stays(
    desk: Desk,
    statement_id: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    refusal: type[DeskError],
) -> None:
    def pdf(*_: object, **__: object) -> bytes:
        raise refusal("no office")

    monkeypatch.setattr(pdf_writer, "pdf", pdf)
    target = tmp_path / "a.pdf"
    target.write_bytes(b"old")
    with pytest.raises(DeskError, match="no office"):
        desk.publishing.export(statement_id, Layout.ENGLISH, target, SMALL)
    assert target.read_bytes() == b"old"


@pytest.mark.parametrize(
    ("problem", "offered"),
    [
        (PermissionError(errno.EACCES, "open elsewhere"), True),
        (OSError(errno.EIO, "broken"), True),
        (OSError(errno.ENOSPC, "full"), False),
        (OSError(errno.EROFS, "read-only"), False),
    ],
)
def test_where_the_target_cannot_be_written_the_old_file_stays_and_a_name_is_offered(
    desk: Desk,
    statement_id: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    problem: OSError,
    *,
    offered: bool,
) -> None:
    target = tmp_path / "call.txt"
    target.write_text("old", "utf-8")

    def replace(*_: object) -> None:
        raise problem

    monkeypatch.setattr(save, "_replace", replace)
    with pytest.raises(ExportRefused) as refused:
        desk.publishing.export(statement_id, Layout.ENGLISH, target)
    assert refused.value.arguments.get("free") == ("call (2).txt" if offered else None)
    assert ("call (2).txt" in str(refused.value)) is offered
    assert [path.name for path in tmp_path.glob("call*")] == ["call.txt"]
    assert target.read_text("utf-8") == "old"


def test_a_missing_folder_offers_no_name(desk: Desk, statement_id: str, tmp_path: Path) -> None:
    with pytest.raises(ExportRefused, match="does not exist") as refused:
        desk.publishing.export(statement_id, Layout.ENGLISH, tmp_path / "no" / "a.txt")
    assert "free" not in refused.value.arguments


def test_the_offered_name_is_free_and_not_too_long(tmp_path: Path) -> None:
    for name in ("ក" * 80 + ".docx", "a.docx"):
        (tmp_path / "a (2).docx").write_bytes(b"")
        free = free_name(tmp_path / name)
        assert len(free.encode()) <= 255
        assert not (tmp_path / free).exists()
    assert free == "a (3).docx"


def test_every_word_document_is_proved_and_clean(
    desk: Desk, statement_id: str, tmp_path: Path
) -> None:
    for layout in Layout:
        target = tmp_path / f"{layout}.docx"
        done = desk.publishing.export(statement_id, layout, target, allow_findings=True)
        assert done.faults == ()
        assert desk.publishing.verify(target, statement_id) == ()


def test_a_fault_is_told_and_a_leak_refused(
    desk: Desk, statement_id: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    found = Fault(Rule.ORDER, "word/document.xml", "Something is odd.")
    monkeypatch.setattr(verify, "verify", lambda *_, **__: (found,))
    target = tmp_path / "a.docx"
    assert desk.publishing.export(statement_id, Layout.ENGLISH, target, SMALL).faults == (found,)
    leak = Fault(Rule.METADATA, "docProps/core.xml", "An author.")
    monkeypatch.setattr(verify, "verify", lambda *_, **__: (found, leak))
    target.write_bytes(b"old")
    with pytest.raises(ExportRefused, match=r"more than it should.*docProps/core.xml"):
        desk.publishing.export(statement_id, Layout.ENGLISH, target, SMALL)
    assert target.read_bytes() == b"old"


def test_what_is_no_word_document_cannot_be_proved(desk: Desk, tmp_path: Path) -> None:
    path = tmp_path / "a.docx"
    path.write_bytes(b"no zip")
    with pytest.raises(DocumentUnreadable):
        desk.publishing.verify(path)


@pytest.mark.parametrize("suffix", [".docx", ".pdf", ".txt", ".html"])
def test_a_name_that_comes_together_on_the_page_is_not_written(
    desk: Desk, statement_id: str, tmp_path: Path, suffix: str
) -> None:
    """No single text holds it, so only a look at the page finds it."""
    hidden = endorse(desk, statement_id, "Hidden Village")
    desk.endorsing.show_as([hidden], ShowAs.WITHHELD)
    desk.drafting.write(block_ids(desk, statement_id)[1], "en", body="With Hidden {{what}}.")
    desk.drafting.set_placeholder(statement_id, "what", {"en": "Village"})
    target = tmp_path / f"a{suffix}"
    with pytest.raises(ExportRefused, match="withheld name would stand") as refused:
        desk.publishing.export(statement_id, Layout.ENGLISH, target, SMALL, allow_findings=True)
    assert "Hidden" not in str(refused.value)
    assert not target.exists()
    with pytest.raises(ExportRefused, match="withheld name would stand"):
        desk.publishing.messages(statement_id, "en", "telegram", allow_findings=True)


@pytest.mark.parametrize("acronym", ["GB", "Title", "HV"])
def test_a_withheld_acronym_that_every_word_file_holds_does_not_stop_it(
    desk: Desk, statement_id: str, tmp_path: Path, acronym: str
) -> None:
    hidden = endorse(desk, statement_id, "Hidden Village", acronym=acronym)
    desk.endorsing.show_as([hidden], ShowAs.WITHHELD)
    target = tmp_path / "a.docx"
    done = desk.publishing.export(statement_id, Layout.ENGLISH, target)
    assert done.faults == ()


def test_text_in_a_third_script_is_hinted_at_with_its_place(desk: Desk, statement_id: str) -> None:
    block_id = block_ids(desk, statement_id)[1]
    desk.drafting.write(block_id, "en", body="Thai สวัสดี, Chinese 你好, a fish 🐟")
    found = [f for f in desk.checking.check(statement_id, ("en",)) if f.rule == "third_script"]
    assert {(f.block_id, f.field, f.severity) for f in found} == {(block_id, "body", Severity.HINT)}
    assert len(found) == 3
    assert "“你好” is Chinese or Japanese" in str(found[1])
    endorse(desk, statement_id, "สหภาพ Union")
    found = [f for f in desk.checking.check(statement_id, ("en",)) if f.rule == "third_script"]
    (entry,) = [f for f in found if f.endorsement_id]
    assert "สหภาพ" not in str(entry)
    assert "endorser 2" in str(entry)


def test_letters_that_the_styles_display_face_lacks_are_hinted_at(
    desk: Desk, statement_id: str
) -> None:
    title = block_ids(desk, statement_id)[0]
    desk.presenting.add_style("plain", "[fonts.khmer]\ntitle = 'Moul'\n")
    desk.presenting.set_style(statement_id, "plain")
    assert "missing_glyph" not in dict(rules(desk, statement_id, "km"))
    desk.drafting.write(title, "km", body="ទន្លេ ᧠")
    assert ("missing_glyph", Severity.HINT) in rules(desk, statement_id, "km")


def test_endorsers_and_their_list_belong_together(desk: Desk) -> None:
    statement_id = river(desk)
    assert ("empty_endorser_list", Severity.HINT) in rules(desk, statement_id)
    endorse(desk, statement_id, "Water Union")
    assert "empty_endorser_list" not in dict(rules(desk, statement_id))
    listed = desk.drafting.statement(statement_id).blocks[-1]
    assert listed.kind is BlockKind.ENDORSER_LIST
    desk.drafting.delete_block(listed.id)
    assert ("no_endorser_list", Severity.WARNING) in rules(desk, statement_id)
