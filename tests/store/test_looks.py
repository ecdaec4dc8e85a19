from __future__ import annotations

import pytest

from advocate_desk.model.header import HeaderKind
from advocate_desk.model.looks import HeaderChoice, StoredImage, header_as_text, header_from_text
from advocate_desk.store.connection import IntegrityError
from advocate_desk.store.desk_file import DeskFile
from store.desks import dump, insert_statement

HEADER = HeaderChoice(HeaderKind.LOGOS, {"km": "សម្ព័ន្ធ"}, {"en": "Road\n12"}, ("a", "b"))


def image(desk: DeskFile, name: str = "River", data: bytes = b"\x89PNG\x00") -> StoredImage:
    return StoredImage(desk.new_id(), name, "image/png", data.hex(), 2, 1, data)


def test_a_picture_is_kept_byte_by_byte_and_comes_back_after_undo(desk: DeskFile) -> None:
    made = image(desk)
    with desk.step("Add"):
        desk.images.insert(made)
    assert desk.images.get(made.id) == made
    assert [one.data for one in desk.images.all()] == [b""]
    after = dump(desk.path)
    with desk.step("Remove"):
        desk.images.delete(made.id)
    desk.undo()
    assert dump(desk.path) == after
    found = desk.images.with_hash(made.sha256)
    assert found is not None
    assert found.id == made.id


def test_the_same_picture_is_not_there_twice(desk: DeskFile) -> None:
    with desk.step("Add"):
        desk.images.insert(image(desk))
    with pytest.raises(IntegrityError), desk.step("Again"):
        desk.images.insert(image(desk))


def test_what_is_not_there_is_a_key_error_or_none(desk: DeskFile) -> None:
    with pytest.raises(KeyError):
        desk.images.get("nope")
    with pytest.raises(KeyError), desk.step("Remove"):
        desk.images.delete("nope")
    with pytest.raises(KeyError), desk.step("Remove"):
        desk.styles.delete("nope")
    assert desk.images.with_hash("nope") is None
    assert desk.letterheads.get("nope") is None


def test_an_own_file_is_replaced_under_its_name(desk: DeskFile) -> None:
    for content in ("one", "two"):
        with desk.step("Put"):
            desk.styles.put("mine", content)
    assert (desk.styles.names(), desk.styles.get("mine")) == (("mine",), "two")
    desk.undo()
    assert desk.styles.get("mine") == "one"


def test_a_header_is_kept_with_the_statement_and_its_pictures_are_found(desk: DeskFile) -> None:
    statement = insert_statement(desk)
    assert desk.statements.get(statement.id).header is None
    with desk.step("Header"):
        desk.statements.update(statement.id, header=HEADER, style="mine", letterhead="")
    kept = desk.statements.get(statement.id)
    assert (kept.header, kept.style, kept.letterhead) == (HEADER, "mine", "")
    assert desk.images.statements_with("b") == (statement.id,)
    assert desk.images.statements_with("c") == ()
    assert desk.styles.statements_with("mine") == [statement.id]
    with desk.step("None"):
        desk.statements.update(statement.id, header=None, letterhead=None)
    assert desk.statements.get(statement.id).letterhead is None


def test_a_header_as_text_is_the_header_again() -> None:
    assert header_from_text(header_as_text(HEADER)) == HEADER
    assert header_from_text(header_as_text(None)) is None


def test_placeholders_go_with_their_statement(desk: DeskFile) -> None:
    statement = insert_statement(desk)
    with desk.step("Fill"):
        desk.statements.update(statement.id, placeholders={"village": {"en": "Prek"}})
    assert desk.touched.ids("statement_placeholders") == (statement.id,)
    with desk.step("Same"):
        desk.statements.update(statement.id, placeholders={"village": {"en": "Prek"}})
    assert desk.undo_label == "Fill"
    with desk.step("Delete"):
        desk.statements.delete(statement.id)
    assert dump(desk.path)["statement_placeholders"] == []
    desk.undo()
    assert desk.statements.get(statement.id).placeholders == {"village": {"en": "Prek"}}
