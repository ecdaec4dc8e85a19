from __future__ import annotations

import hashlib
import shutil
import sqlite3
from pathlib import Path

import pytest
from sqlite_utils import Database, Migrations

from advocate_desk.model.errors import DeskError, DeskFileRefused
from advocate_desk.store import migrations, schema_state
from advocate_desk.store.connection import Access, Connection, DatabaseError, connect
from advocate_desk.store.desk_file import DeskFile, open_desk
from advocate_desk.store.journal import JOURNALLED
from advocate_desk.store.schema_state import APPLICATION_ID
from store.desks import clock, dump, id_maker, insert_statement

OLD_FILES = Path(__file__).parents[1] / "old_files"

TRIGGERS = {
    "clause_revisions_never_change",
    "clause_renditions_never_change",
    "editions_never_change",
    "editions_issued_stay",
    "clause_search_forgets",
    "memory_grams_forget",
    "edition_revisions_are_read",
    "agreed_texts_never_change",
}


def connection_of(desk: DeskFile) -> Connection:
    assert desk._connection is not None
    return desk._connection


def tables(connection: Connection) -> list[str]:
    """The tables that are the desk's own, without the inner tables of the search index."""
    return [
        name
        for (name,) in connection.all(
            "SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table'"
        )
        if not name.startswith("sqlite_")
    ]


def test_every_table_is_strict(desk: DeskFile) -> None:
    loose = connection_of(desk).all(
        "SELECT name FROM pragma_table_list"
        " WHERE schema = 'main' AND type = 'table' AND NOT strict AND name NOT LIKE 'sqlite_%'"
    )
    assert loose == []


def test_every_table_with_content_is_in_the_journal(desk: DeskFile) -> None:
    assert set(tables(connection_of(desk))) - set(JOURNALLED) == {
        "_sqlite_migrations",
        "clause_search_keys",
        "edition_revisions",
        "memory_keys",
    }


def test_the_connection_keeps_to_the_pragmas_of_the_house(desk: DeskFile) -> None:
    wanted = {
        "foreign_keys": 1,
        "journal_mode": "wal",
        "synchronous": 2,
        "secure_delete": 1,
        "temp_store": 2,
        "recursive_triggers": 1,
        "application_id": APPLICATION_ID,
        "user_version": len(migrations.names()),
    }
    connection = connection_of(desk)
    assert {name: connection.value(f"PRAGMA {name}") for name in wanted} == wanted


def test_the_search_index_deletes_for_good(desk: DeskFile) -> None:
    assert connection_of(desk).value("SELECT v FROM clause_search_config WHERE k = 'secure-delete'")


def test_every_trigger_is_there_after_all_migrations(desk: DeskFile) -> None:
    connection = connection_of(desk)
    there = connection.all("SELECT name FROM main.sqlite_schema WHERE type = 'trigger'")
    assert {name for (name,) in there} == TRIGGERS
    temporary = connection.all("SELECT name FROM temp.sqlite_schema WHERE type = 'trigger'")
    assert {name for (name,) in temporary} >= {
        f"journal_{table}_{event}"
        for table in JOURNALLED
        for event in ("insert", "update", "delete")
    }


def test_no_journal_table_is_in_the_file(desk: DeskFile) -> None:
    insert_statement(desk)
    assert not any("journal" in name for name in tables(connection_of(desk)))


def test_every_reference_has_an_index_to_follow_it_back(desk: DeskFile) -> None:
    connection = connection_of(desk)
    for table in tables(connection):
        indexed = {
            row[0]
            for row in connection.all(
                "SELECT info.name FROM pragma_index_list(?) AS list,"
                " pragma_index_info(list.name) AS info WHERE info.seqno = 0",
                table,
            )
        }
        wanted = {
            row[0] for row in connection.all('SELECT "from" FROM pragma_foreign_key_list(?)', table)
        }
        assert wanted <= indexed, table


def test_ids_are_texts_and_no_table_leans_on_its_hidden_row_numbers(desk: DeskFile) -> None:
    connection = connection_of(desk)
    for table in JOURNALLED:
        keys = connection.all("SELECT type FROM pragma_table_info(?) WHERE pk > 0", table)
        assert keys, table
        assert keys[0] == ("TEXT",), table


def later_program(monkeypatch: pytest.MonkeyPatch, sql: str) -> None:
    """The same program with one more migration."""
    later = Migrations("advocate_desk")
    for name in migrations.names():
        later(name=name)(getattr(migrations, name))

    @later()
    def m9999_later(database: Database) -> None:
        database.execute("CREATE TABLE later (id TEXT PRIMARY KEY NOT NULL) STRICT")
        database.execute(sql)

    monkeypatch.setattr(migrations, "SCHEMA", later)
    monkeypatch.setattr(schema_state, "NAMES", migrations.names())


def backups_of(desk: DeskFile) -> list[Path]:
    return sorted(desk.path.with_name("office.desk-backups").glob("*"))


def test_an_older_desk_is_backed_up_then_brought_up_to_date(
    desk: DeskFile, monkeypatch: pytest.MonkeyPatch
) -> None:
    insert_statement(desk)
    desk.close()
    later_program(monkeypatch, "INSERT INTO settings VALUES ('later', 'yes')")
    again = open_desk(desk.path, now=clock(), new_id=id_maker())
    assert again.settings.get("later") == "yes"
    assert connection_of(again).value("PRAGMA user_version") == len(schema_state.NAMES)
    again.close()
    (backup,) = backups_of(desk)
    assert dump(backup)["settings"] == []
    assert len(dump(backup)["statements"]) == 1


def test_an_older_desk_cannot_be_opened_for_reading_only(
    desk: DeskFile, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk.close()
    later_program(monkeypatch, "SELECT 1")
    with pytest.raises(DeskFileRefused, match="older version"):
        open_desk(desk.path, now=clock(), new_id=id_maker(), read_only=True)


def test_a_migration_that_fails_leaves_the_desk_as_it_was(
    desk: DeskFile, monkeypatch: pytest.MonkeyPatch
) -> None:
    insert_statement(desk)
    desk.close()
    before = dump(desk.path)
    later_program(monkeypatch, "INSERT INTO no_such_table VALUES (1)")
    with pytest.raises(DeskFileRefused, match="could not be brought up to date"):
        open_desk(desk.path, now=clock(), new_id=id_maker())
    monkeypatch.undo()
    assert dump(desk.path) == before
    open_desk(desk.path, now=clock(), new_id=id_maker()).close()


def test_without_a_backup_no_migration_runs(
    desk: DeskFile, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk.close()
    desk.path.with_name("office.desk-backups").write_text("in the way")
    later_program(monkeypatch, "SELECT 1")
    with pytest.raises(DeskError, match="No backup"):
        open_desk(desk.path, now=clock(), new_id=id_maker())
    connection = connect(desk.path, Access.READ)
    assert "later" not in tables(connection)
    connection.close()


def test_released_migrations_are_never_edited() -> None:
    """The schema of a fresh desk and of the newest kept file are the same, word for word."""
    assert migrations.names() == (
        "m0001_first_schema",
        "m0002_printed_page",
        "m0003_two_languages",
        "m0004_registry",
    )
    assert migrations.names() == schema_state.NAMES


@pytest.mark.parametrize("name", ["schema-1.desk", "schema-2.desk"])
def test_a_desk_of_every_earlier_schema_opens(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    shutil.copy(OLD_FILES / name, path)
    desk = open_desk(path, now=clock(), new_id=id_maker())
    (summary,) = desk.statements.all()
    assert summary.title["en"] == "Joint statement on the lake"
    assert summary.percent == {"km": 83, "en": 100}
    statement = desk.statements.get(summary.id)
    assert [len(block.items) for block in statement.blocks] == [0, 0, 0, 2]
    assert [row.state for row in desk.endorsements.of(summary.id)] == ["confirmed", "invited"]
    assert [clause.used for clause in desk.clauses.search("បឹង")] == [1]
    assert [edition.number for edition in desk.editions.of(summary.id)] == [1]
    desk.close()
    dump(path)


def test_a_desk_of_schema_2_keeps_how_its_pages_look(tmp_path: Path) -> None:
    path = tmp_path / "old.desk"
    shutil.copy(OLD_FILES / "schema-2.desk", path)
    desk = open_desk(path, now=clock(), new_id=id_maker())
    (summary,) = desk.statements.all()
    statement = desk.statements.get(summary.id)
    assert (statement.style, statement.letterhead) == ("lake", "Lake paper")
    assert statement.header is not None
    assert statement.header.organisation["en"] == "Lake Network"
    assert desk.images.get(statement.header.logo_ids[0]).width == 2
    assert statement.placeholders == {"village": {"en": "Prek", "km": "ព្រែក"}}
    assert statement.lunar == {"km": "ថ្ងៃអាទិត្យ"}
    assert [one.title["en"] for one in desk.statements.skeletons()] == ["Lake letter"]
    assert desk.styles.names() == ("lake",)
    assert desk.letterheads.names() == ("Lake paper",)
    desk.close()


def test_a_desk_of_schema_4_keeps_its_words_answers_and_evidence(tmp_path: Path) -> None:
    path = tmp_path / "old.desk"
    shutil.copy(OLD_FILES / "schema-4.desk", path)
    desk = open_desk(path, now=clock(), new_id=id_maker())
    (clause,) = desk.clauses.search("បឹង")
    assert (clause.tags, clause.targets) == (("water",), ("government",))
    assert [term.texts["en"].text for term in desk.terms.all()] == ["lake"]
    assert desk.memory.count() == 1
    statement_id = next(one.id for one in desk.statements.all())
    *_, answer = desk.endorsements.of(statement_id)
    assert [event.state for event in desk.consents.events(answer.id)] == [
        "invited",
        "confirmed",
        "withdrawn",
    ]
    (file,) = desk.consents.files(answer.id)
    assert desk.consents.data(file.id) == b"We agree."
    first = desk.registry.record(desk.endorsements.of(statement_id)[0].endorser.id)
    assert (first.aliases[0].name, first.contacts[0].phone) == ("Old Lake Name", "012 345 678")
    desk.close()


def schema_of(path: Path) -> str:
    connection = sqlite3.connect(f"file:{path}?immutable=1", uri=True)
    rows = connection.execute("SELECT sql FROM sqlite_schema ORDER BY type, name").fetchall()
    connection.close()
    return hashlib.sha256(repr(rows).encode()).hexdigest()


def test_a_fresh_desk_has_the_schema_of_the_newest_kept_file(desk: DeskFile) -> None:
    desk.close()
    newest = max(OLD_FILES.glob("schema-*.desk"))
    assert schema_of(desk.path) == schema_of(newest)


def test_the_whitespace_of_the_schema_is_that_of_python(desk: DeskFile) -> None:
    spaces = [chr(n) for n in range(0x110000) if chr(n).isspace()]
    connection = connection_of(desk)
    sql = connection.value("SELECT sql FROM sqlite_schema WHERE name = 'renditions'")
    listed = sql.split("char(")[1].split(")")[0].split(",")
    assert [chr(int(number)) for number in listed] == spaces


def test_a_passphrase_less_desk_is_plain_sqlite(desk: DeskFile) -> None:
    """Nobody's work is locked into this program: any SQLite can read a desk without passphrase."""
    insert_statement(desk)
    desk.close()
    connection = sqlite3.connect(desk.path)
    assert connection.execute("SELECT count(*) FROM statements").fetchone() == (1,)
    connection.close()


def test_a_text_where_a_number_belongs_is_refused_by_the_table(desk: DeskFile) -> None:
    statement = insert_statement(desk)
    with pytest.raises(DatabaseError, match="cannot store TEXT"), desk.step("Wrong"):
        connection_of(desk).write(
            "UPDATE statements SET is_sample = 'maybe' WHERE id = ?", statement.id
        )
