"""Editions are compared, and a statement goes back to one; no edition ever changes."""

from __future__ import annotations

import json
import re
import zipfile
from collections.abc import Callable
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from advocate_desk.desk.desk import Desk
from advocate_desk.desk.snapshot import text_of
from advocate_desk.exporters.blocks import ExportOptions
from advocate_desk.exporters.verify import verify
from advocate_desk.exporters.verify_faults import Rule
from advocate_desk.model.comparison import ComparedEndorser, Happened
from advocate_desk.model.errors import DeskError, ExportRefused
from advocate_desk.model.kinds import (
    BlockKind,
    EndorsementState,
    Layout,
    Marker,
    ShowAs,
    TranslationState,
)
from desk_making import block_ids, endorse, endorser, make_desk, river

SMALL = ExportOptions(embed_fonts=False)


def _adopted(desk: Desk, statement_id: str) -> str:
    return desk.publishing.adopt(statement_id).focus


class TestComparing:
    """What is different between two editions, or an edition and now."""

    def test_nothing_is_different_right_after_an_edition(self, desk: Desk) -> None:
        statement_id = river(desk, endorser("Water Union"))
        found = desk.comparing.compare_with_now(_adopted(desk, statement_id))
        assert found.is_same
        assert (found.first.number, found.second.number) == (1, 0)
        assert found.languages == ("km", "en")

    def test_a_changed_text_is_told_in_words(self, desk: Desk) -> None:
        statement_id = river(desk)
        first = _adopted(desk, statement_id)
        second_block = block_ids(desk, statement_id)[1]
        desk.drafting.write(second_block, "en", body="We live by the great river.\n\nWe ask:")
        second = _adopted(desk, statement_id)
        found = desk.comparing.compare_editions(first, second)
        changed = [block for block in found.blocks if not block.is_same]
        assert [block.block_id for block in changed] == [second_block]
        side = changed[0].sides["en"]
        assert ("added", "great ") in side.body.differences
        assert not changed[0].sides["km"].is_changed
        assert desk.comparing.compare_editions(second, first).blocks[1].sides["en"].is_changed

    def test_blocks_that_came_went_or_moved_are_found(self, desk: Desk) -> None:
        statement_id = river(desk)
        first = _adopted(desk, statement_id)
        ids = block_ids(desk, statement_id)
        desk.drafting.move_block_to(ids[3], 1)
        desk.drafting.delete_block(ids[2])
        made = desk.drafting.add_block(statement_id, BlockKind.QUOTATION, after=ids[0]).focus
        found = {one.block_id: one for one in desk.comparing.compare_with_now(first).blocks}
        assert found[made].happened is Happened.ADDED
        assert found[ids[2]].happened is Happened.REMOVED
        assert found[ids[3]].moved or found[ids[1]].moved
        assert found[ids[0]].is_same

    def test_entries_of_a_list_are_compared_too(self, desk: Desk) -> None:
        statement_id = river(desk)
        first = _adopted(desk, statement_id)
        block = desk.drafting.statement(statement_id).blocks[4]
        desk.drafting.write(block.items[0].id, "en", body="the fishers and their children")
        desk.drafting.delete_block(block.items[1].id)
        desk.drafting.change_marker(block.id, Marker.DASH)
        (found,) = (
            one
            for one in desk.comparing.compare_with_now(first).blocks
            if one.kind is BlockKind.LIST
        )
        assert [item.happened for item in found.items] == [Happened.CHANGED, Happened.REMOVED]
        assert found.happened is Happened.CHANGED

    def test_date_place_and_issuer_are_compared(self, desk: Desk) -> None:
        statement_id = river(desk)
        first = _adopted(desk, statement_id)
        desk.drafting.set_date(statement_id, date(2026, 3, 15))
        desk.drafting.set_place(statement_id, "en", "Phnom Penh")
        desk.drafting.set_placeholder(statement_id, "river_name", {"km": "មេគង្គ"})
        facts = {
            (one.name, one.language, one.detail): (one.before, one.after)
            for one in desk.comparing.compare_with_now(first).facts
        }
        assert facts["issue_date", "", ""] == ("", "2026-03-15")
        assert facts["place", "en", ""] == ("", "Phnom Penh")
        assert facts["placeholder", "km", "river_name"] == ("", "មេគង្គ")

    def test_who_came_and_who_went_is_told(self, desk: Desk) -> None:
        statement_id = river(desk, endorser("Water Union"), endorser("Fish Network"))
        first = _adopted(desk, statement_id)
        gone = desk.endorsing.endorsements(statement_id)[1]
        desk.endorsing.set_state([gone.id], EndorsementState.WITHDRAWN)
        endorse(desk, statement_id, "Late Circle")
        found = desk.comparing.compare_editions(first, _adopted(desk, statement_id)).endorsers
        told = {one.happened: (one.before or one.after)["en"] for one in found}
        assert told == {Happened.ADDED: "Late Circle", Happened.REMOVED: "Fish Network"}

    def test_a_name_that_is_withheld_now_stands_in_no_comparison(self, desk: Desk) -> None:
        statement_id = river(desk, endorser("Water Union"), endorser("Hidden Village"))
        block = block_ids(desk, statement_id)[1]
        desk.drafting.write(block, "en", body="Hidden Village speaks.")
        first = _adopted(desk, statement_id)
        hidden = desk.endorsing.endorsements(statement_id)[1]
        desk.endorsing.show_as([hidden.id], ShowAs.WITHHELD)
        desk.drafting.write(block, "en", body="They speak.")
        found = desk.comparing.compare_editions(first, _adopted(desk, statement_id))
        assert found.withheld == (1, 1)
        assert found.endorsers == ()
        assert "Hidden" not in repr(found)

    def test_a_name_that_was_withheld_and_no_longer_is_counts_as_new(self, desk: Desk) -> None:
        statement_id = river(desk, endorser("Open Village"))
        (shown,) = desk.endorsing.endorsements(statement_id)
        desk.endorsing.show_as([shown.id], ShowAs.WITHHELD)
        first = _adopted(desk, statement_id)
        desk.endorsing.show_as([shown.id], ShowAs.FULL)
        found = desk.comparing.compare_with_now(first)
        wanted = ComparedEndorser(shown.endorser.id, {}, {"en": "Open Village"})
        assert (found.endorsers, found.withheld) == ((wanted,), (1, 0))

    def test_editions_of_two_statements_are_not_compared(self, desk: Desk) -> None:
        one, two = _adopted(desk, river(desk)), _adopted(desk, river(desk))
        with pytest.raises(DeskError, match="same statement"):
            desk.comparing.compare_editions(one, two)
        with pytest.raises(DeskError, match="no such edition"):
            desk.comparing.compare_with_now("nope")


class TestRestoring:
    """The text of an edition comes back in one step."""

    def test_the_whole_text_comes_back_in_one_step(self, desk: Desk) -> None:
        statement_id = river(desk, endorser("Water Union"))
        before = desk.drafting.statement(statement_id)
        first = _adopted(desk, statement_id)
        ids = block_ids(desk, statement_id)
        desk.drafting.write(ids[0], "en", body="Keep it")
        desk.drafting.delete_block(ids[4])
        desk.drafting.move_block_to(ids[3], 1)
        desk.drafting.set_date(statement_id, date(2026, 3, 15))
        endorse(desk, statement_id, "Late Circle")
        changed = desk.drafting.statement(statement_id)
        desk.comparing.restore(first)
        assert text_of(desk.drafting.statement(statement_id)) == text_of(before)
        assert block_ids(desk, statement_id) == ids
        assert len(desk.endorsing.endorsements(statement_id)) == 2
        desk.history.undo()
        assert desk.drafting.statement(statement_id) == changed

    def test_the_same_text_is_not_restored(self, desk: Desk) -> None:
        first = _adopted(desk, river(desk))
        with pytest.raises(DeskError, match="says what edition 1 says already"):
            desk.comparing.restore(first)
        with pytest.raises(DeskError, match="no such edition"):
            desk.comparing.restore("nope")

    def test_sides_with_the_same_text_keep_their_state(self, desk: Desk) -> None:
        statement_id = river(desk)
        ids = block_ids(desk, statement_id)
        first = _adopted(desk, statement_id)
        desk.translating.sign_off([ids[2]], "km", "Dara")
        desk.drafting.write(ids[3], "en", heading="Listen to us")
        desk.drafting.write(ids[3], "en", heading="Listen")
        desk.comparing.restore(first)
        blocks = desk.drafting.statement(statement_id).blocks
        assert blocks[2].rendition("km").state is TranslationState.APPROVED
        assert blocks[3].rendition("en").state is TranslationState.DRAFT
        assert blocks[3].rendition("km").state is TranslationState.DRAFT  # no longer behind

    def test_an_entry_that_became_another_ones_goes_back(self, desk: Desk) -> None:
        statement_id = river(desk)
        first = _adopted(desk, statement_id)
        block = desk.drafting.statement(statement_id).blocks[4]
        desk.drafting.indent_item(block.items[1].id)
        desk.comparing.restore(first)
        items = desk.drafting.statement(statement_id).blocks[4].items
        assert [item.id for item in items] == [item.id for item in block.items]
        assert not items[0].items

    def test_a_clause_stays_pinned_where_its_revision_is_there(self, desk: Desk) -> None:
        statement_id = river(desk)
        ids = block_ids(desk, statement_id)
        desk.library.save_block(ids[2])
        pinned = desk.drafting.statement(statement_id).blocks[2].clause_revision_id
        first = _adopted(desk, statement_id)
        desk.drafting.delete_block(ids[2])
        desk.comparing.restore(first)
        block = desk.drafting.statement(statement_id).blocks[2]
        assert (block.id, block.clause_revision_id, block.edited) == (ids[2], pinned, False)


class TestRedline:
    """What changed, as a Word document."""

    def _two(self, desk: Desk) -> tuple[str, str, str]:
        statement_id = river(desk, endorser("Water Union"), endorser("Hidden Village"))
        block = block_ids(desk, statement_id)[1]
        desk.drafting.write(block, "en", body="Hidden Village speaks.")
        first = _adopted(desk, statement_id)
        desk.drafting.write(block, "en", body="They speak.")
        return statement_id, first, _adopted(desk, statement_id)

    @pytest.mark.parametrize("layout", [one for one in Layout if one is not Layout.BOOKLET])
    def test_it_is_written_and_proved_in_every_layout(
        self, desk: Desk, tmp_path: Path, layout: Layout
    ) -> None:
        _, first, second = self._two(desk)
        target = tmp_path / "changes.docx"
        made = desk.comparing.export_redline(first, second, layout, target, SMALL)
        assert (made.path, made.faults) == (target, ())
        assert {fault.rule for fault in verify(target)} <= {Rule.CHANGES, Rule.FONTS}

    def test_a_name_that_is_withheld_now_is_in_no_byte_of_it(
        self, desk: Desk, tmp_path: Path
    ) -> None:
        statement_id, first, second = self._two(desk)
        hidden = desk.endorsing.endorsements(statement_id)[1]
        desk.endorsing.show_as([hidden.id], ShowAs.WITHHELD)
        target = tmp_path / "changes.docx"
        desk.comparing.export_redline(first, second, Layout.SIDE_BY_SIDE, target, SMALL)
        with zipfile.ZipFile(target) as package:
            parts = {name: package.read(name).decode() for name in package.namelist()}
        assert not [name for name, text in parts.items() if "Hidden" in text]
        text = parts["word/document.xml"]
        assert "[name withheld]" in text
        assert "Water Union" in text

    def test_the_changes_are_the_issuers_or_of_who_works_here(
        self, desk: Desk, tmp_path: Path
    ) -> None:
        statement_id, first, _ = self._two(desk)
        desk.author = "Dara"
        assert self._authors(desk, first, tmp_path) == {"Dara"}
        desk.drafting.set_issuer(statement_id, "en", "River & Sea")
        assert self._authors(desk, first, tmp_path) == {"River &amp; Sea"}
        desk.author = ""
        desk.drafting.set_issuer(statement_id, "en", "")
        assert self._authors(desk, first, tmp_path) == {"The issuing organisations"}

    def _authors(self, desk: Desk, first: str, folder: Path) -> set[str]:
        target = folder / "changes.docx"
        desk.comparing.export_redline(first, "", Layout.ENGLISH, target, SMALL)
        with zipfile.ZipFile(target) as package:
            text = package.read("word/document.xml").decode()
        return set(re.findall('w:author="(.*?)"', text))

    def test_what_cannot_be_a_redline_is_refused_and_nothing_is_written(
        self, desk: Desk, tmp_path: Path
    ) -> None:
        _, first, second = self._two(desk)
        export = desk.comparing.export_redline
        with pytest.raises(ExportRefused, match="Word documents only"):
            export(first, second, Layout.ENGLISH, tmp_path / "changes.pdf")
        with pytest.raises(ExportRefused, match="booklet"):
            export(first, second, Layout.BOOKLET, tmp_path / "changes.docx")
        with pytest.raises(DeskError, match="no such edition"):
            export(first, "nope", Layout.ENGLISH, tmp_path / "changes.docx")
        assert not list(tmp_path.glob("changes*"))


_WORDS = st.sampled_from(["river", "sand", "ទន្លេ", "ខ្សាច់", "We ask.", "", "One.\n\nTwo."])
_STEPS = st.lists(st.tuples(st.integers(0, 5), st.integers(0, 7), _WORDS), max_size=8)


def _carry_out(desk: Desk, statement_id: str, step: tuple[int, int, str]) -> None:
    """One random change; what cannot be done there is refused and changes nothing."""
    which, where, words = step
    ids = block_ids(desk, statement_id)
    blocks = desk.drafting.statement(statement_id).blocks
    items = [item.id for block in blocks for item in block.items]
    target = [*ids, *items][where % (len(ids) + len(items))] if ids else ""
    verbs: list[Callable[[], object]] = [
        lambda: desk.drafting.write(target, "en", body=words),
        lambda: desk.drafting.write(target, "km", body=words),
        lambda: desk.drafting.delete_block(target),
        lambda: desk.drafting.move_block(target, 1 if where % 2 else -1),
        lambda: desk.drafting.add_block(statement_id, BlockKind.PARAGRAPH, after=target),
        lambda: desk.drafting.duplicate_block(target),
    ]
    try:
        verbs[which]()
    except DeskError:
        return


@settings(max_examples=25, deadline=None)
@given(_STEPS)
def test_any_text_can_be_gone_back_to_and_come_back_from(steps: list[tuple[int, int, str]]) -> None:
    with TemporaryDirectory() as folder:
        desk = make_desk(Path(folder) / "office.desk")
        statement_id = river(desk, endorser("Water Union"))
        before = text_of(desk.drafting.statement(statement_id))
        edition_id = _adopted(desk, statement_id)
        for step in steps:
            _carry_out(desk, statement_id, step)
        changed = desk.drafting.statement(statement_id)
        if text_of(changed) != before:
            desk.comparing.restore(edition_id)
            assert text_of(desk.drafting.statement(statement_id)) == before
            assert desk.comparing.compare_with_now(edition_id).is_same
            desk.history.undo()
            assert desk.drafting.statement(statement_id) == changed
        desk.close(back_up=False)


def test_an_issued_edition_is_changed_by_no_verb_of_comparing(desk: Desk, tmp_path: Path) -> None:
    statement_id = river(desk, endorser("Water Union"))
    first = _adopted(desk, statement_id)
    desk.publishing.issue(first)
    desk.drafting.write(block_ids(desk, statement_id)[0], "en", body="Keep it")
    second = _adopted(desk, statement_id)
    before = desk.publishing.editions(statement_id)
    verbs: dict[str, Callable[[], object]] = {
        "compare_editions": lambda: desk.comparing.compare_editions(first, second),
        "compare_with_now": lambda: desk.comparing.compare_with_now(first),
        "export_redline": lambda: desk.comparing.export_redline(
            first, second, Layout.ENGLISH, tmp_path / "changes.docx", SMALL
        ),
        "restore": lambda: desk.comparing.restore(first),
    }
    public = {name for name in dir(desk.comparing) if not name.startswith("_")}
    assert set(verbs) == public
    for verb in verbs.values():
        verb()
        assert desk.publishing.editions(statement_id) == before
    assert json.loads(before[1].content)["text"]["blocks"][0]["sides"]["en"]["body"]
