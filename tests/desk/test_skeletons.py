"""What a statement starts from: ten shipped skeletons, and the desk's own."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from advocate_desk.desk.block_files import draft_block
from advocate_desk.desk.desk import Desk
from advocate_desk.desk.heading import HeaderEdit
from advocate_desk.desk.shipped_skeletons import _file
from advocate_desk.language.khmer import has_khmer, tidy
from advocate_desk.model.draft import DraftBlock
from advocate_desk.model.errors import DeskError, ExportRefused
from advocate_desk.model.header import HeaderKind
from advocate_desk.model.kinds import BlockKind, Layout, ShowAs, StatementKind, TranslationState
from advocate_desk.model.placeholders import placeholders
from desk_making import endorse, endorser, river, texts


def _with_items(block: DraftBlock) -> Iterator[DraftBlock]:
    yield block
    for item in block.items:
        yield from _with_items(item)


def shipped_blocks(kind: StatementKind) -> list[DraftBlock]:
    entries = _file(kind)["blocks"]
    return [one for entry in entries for one in _with_items(draft_block(entry))]


@pytest.mark.parametrize("kind", StatementKind)
def test_every_kind_has_a_skeleton_in_both_languages(kind: StatementKind) -> None:
    for block in shipped_blocks(kind):
        khmer, english = block.texts["km"], block.texts["en"]
        assert bool(khmer.body) == bool(english.body)
        assert bool(khmer.heading) == bool(english.heading)
        for text in (khmer.heading, khmer.body):
            assert tidy(text) == text
        for text in (english.heading, english.body):
            assert not has_khmer(text)


@pytest.mark.parametrize("kind", StatementKind)
def test_what_a_skeleton_leaves_open_is_open_in_both_languages(kind: StatementKind) -> None:
    """But the lunar date, which only Khmer documents print, and forms of address."""
    sides: dict[str, set[str]] = {"km": set(), "en": set()}
    for block in shipped_blocks(kind):
        for code, text in block.texts.items():
            sides[code] |= set(placeholders(f"{text.heading} {text.body}"))
    assert sides["km"] - {"lunar_date"} == sides["en"]


@pytest.mark.parametrize("kind", StatementKind)
def test_a_statement_from_a_shipped_skeleton_can_be_filled_in(
    desk: Desk, kind: StatementKind, tmp_path: Path
) -> None:
    made = desk.drafting.new_statement(kind, {"en": "Our title"}, skeleton=kind.value).focus
    statement = desk.drafting.statement(made)
    assert (statement.kind, statement.title("en")) == (kind, "Our title")
    assert has_khmer(statement.title("km")) or statement.title("km") == "{{headline}}"
    open_ones = [one.name for one in desk.drafting.placeholders(made)]
    found = {f.rule for f in desk.checking.check(made)}
    assert "unresolved_placeholder" in found
    for name in open_ones:
        desk.drafting.set_placeholder(made, name, {"en": f"the {name}", "km": "អ្វីមួយ"})
    desk.drafting.set_date(made, date(2026, 3, 15))
    for code in ("km", "en"):
        desk.drafting.set_place(made, code, "ភ្នំពេញ" if code == "km" else "Phnom Penh")
    desk.publishing.export(made, Layout.KHMER_ENGLISH, tmp_path / "a.txt")
    assert "{{" not in (tmp_path / "a.txt").read_text("utf-8")


def test_the_skeletons_are_listed_shipped_ones_first(desk: Desk) -> None:
    statement_id = river(desk)
    own = desk.drafting.save_as_skeleton(statement_id, " Our  usual\nletter ").focus
    listed = desk.drafting.skeletons()
    assert [one.kind for one in listed[:10]] == list(StatementKind)
    assert all(has_khmer(one.title["km"]) for one in listed[:10])
    assert (listed[-1].id, listed[-1].is_own) == (own, True)
    assert listed[-1].title == {"km": "Our usual letter", "en": "Our usual letter"}


def test_a_statement_can_be_saved_as_a_skeleton_and_started_from(desk: Desk) -> None:
    statement_id = river(desk, endorser("Water Union (WU)", "Water Union", "WU"))
    desk.drafting.set_placeholder(statement_id, "village", {"en": "Prek"})
    desk.presenting.set_header(statement_id, HeaderEdit(HeaderKind.LEAD, {"en": "Office"}))
    desk.presenting.set_style(statement_id, "petition")
    skeleton = desk.drafting.save_as_skeleton(statement_id, "River").focus
    desk.drafting.delete_statement(statement_id)
    made = desk.drafting.new_statement(StatementKind.OPEN_LETTER, {"km": "ថ្មី"}, skeleton).focus
    statement = desk.drafting.statement(made)
    assert not statement.is_skeleton
    assert statement.kind is StatementKind.OPEN_LETTER
    assert (statement.title("en"), statement.title("km")) == ("Keep the river", "ថ្មី")
    assert statement.placeholders == {"village": {"en": "Prek"}}
    assert statement.style == "petition"
    assert desk.presenting.header(made).organisation == {"en": "Office"}
    assert desk.endorsing.endorsements(made) == ()
    assert texts(desk, made)[1:] == texts(desk, skeleton)[1:]
    assert not {b.id for b in statement.blocks} & {
        b.id for b in desk.drafting.statement(skeleton).blocks
    }


def test_a_skeleton_is_in_no_list_and_is_not_sent_out(desk: Desk, tmp_path: Path) -> None:
    statement_id = river(desk)
    skeleton = desk.drafting.save_as_skeleton(statement_id, "River").focus
    assert [one.id for one in desk.drafting.statements()] == [statement_id]
    with pytest.raises(ExportRefused, match="skeleton is not sent out"):
        desk.publishing.export(skeleton, Layout.ENGLISH, tmp_path / "a.txt")
    with pytest.raises(ExportRefused, match="skeleton is not sent out"):
        desk.publishing.messages(skeleton, "en", "telegram")


def test_a_skeleton_does_not_count_as_a_use_of_a_clause(desk: Desk) -> None:
    clause = desk.library.new_clause(BlockKind.DEMAND, {"en": ("Stop", "Now.")}).focus
    statement_id = river(desk)
    desk.library.insert(statement_id, clause)
    desk.drafting.save_as_skeleton(statement_id, "River")
    assert desk.library.clause(clause).used == 1


def test_a_withheld_name_never_gets_into_a_skeleton(desk: Desk) -> None:
    statement_id = river(desk)
    hidden = endorse(desk, statement_id, "Hidden Village")
    desk.endorsing.show_as([hidden], ShowAs.WITHHELD)
    desk.drafting.save_as_skeleton(statement_id, "River")
    desk.drafting.set_placeholder(statement_id, "who", {"en": "Hidden Village"})
    with pytest.raises(DeskError, match="withheld name"):
        desk.drafting.save_as_skeleton(statement_id, "River 2")
    desk.drafting.set_placeholder(statement_id, "who", {"en": ""})
    desk.presenting.set_header(statement_id, HeaderEdit(HeaderKind.LEAD, {"en": "Hidden Village"}))
    with pytest.raises(DeskError, match="withheld name"):
        desk.drafting.save_as_skeleton(statement_id, "River 3")


def test_only_own_skeletons_are_deleted(desk: Desk) -> None:
    statement_id = river(desk)
    own = desk.drafting.save_as_skeleton(statement_id, "River").focus
    with pytest.raises(DeskError, match="of the program itself stay"):
        desk.drafting.delete_skeleton("petition")
    with pytest.raises(DeskError, match="no such skeleton"):
        desk.drafting.delete_skeleton(statement_id)
    desk.drafting.delete_skeleton(own)
    assert len(desk.drafting.skeletons()) == 10
    with pytest.raises(DeskError, match="no such skeleton"):
        desk.drafting.new_statement(StatementKind.PETITION, {}, own)


@pytest.mark.parametrize("name", ["", "  ", "x" * 121])
def test_a_skeleton_needs_a_name(desk: Desk, name: str) -> None:
    statement_id = river(desk)
    with pytest.raises(DeskError, match="needs a name"):
        desk.drafting.save_as_skeleton(statement_id, name)


def test_a_title_that_is_given_in_one_language_has_that_source(desk: Desk) -> None:
    made = desk.drafting.new_statement(StatementKind.ERRATUM, {"km": "ថ្មី", "en": ""}).focus
    title = desk.drafting.statement(made).blocks[0]
    assert title.source_language == "km"
    assert title.rendition("en").state is TranslationState.MISSING


def test_a_skeleton_without_a_title_gets_the_one_that_is_given(desk: Desk) -> None:
    statement_id = river(desk)
    title = desk.drafting.statement(statement_id).blocks[0]
    desk.drafting.delete_block(title.id)
    own = desk.drafting.save_as_skeleton(statement_id, "Without").focus
    bare = desk.drafting.new_statement(StatementKind.PETITION, {}, own).focus
    named = desk.drafting.new_statement(StatementKind.PETITION, {"en": "Now"}, own).focus
    assert desk.drafting.statement(bare).blocks[0].kind is BlockKind.PARAGRAPH
    assert desk.drafting.statement(named).title("en") == "Now"


def test_a_skeleton_can_be_looked_at_before_a_statement_is_made(desk: Desk) -> None:
    own = desk.drafting.save_as_skeleton(river(desk), "River").focus
    before = len(desk.drafting.statements())
    assert desk.drafting.skeleton("petition").kind is StatementKind.PETITION
    assert desk.drafting.skeleton(own).title("en") == "Keep the river"
    assert len(desk.drafting.statements()) == before
    with pytest.raises(DeskError, match="no such skeleton"):
        desk.drafting.skeleton("nope")
