"""How the schema of a desk came about: functions that are only ever appended to.

Nothing here may be edited once it was released; a change is a new function at the end, and
`transform` of sqlite-utils drops triggers silently, so whoever uses it makes them again.
"""

from __future__ import annotations

from sqlite_utils import Database, Migrations

from advocate_desk.store.connection import Connection
from advocate_desk.store.schema_registry import REGISTRY
from advocate_desk.store.schema_state import APPLICATION_ID, MIGRATION_SET
from advocate_desk.store.schema_two_languages import TWO_LANGUAGES

SCHEMA = Migrations(MIGRATION_SET)

# Every space Python's str.strip takes away, so that SQL and `Rendition.is_empty` agree.
_SPACES = "char(" + ",".join(str(n) for n in range(0x3001) if chr(n).isspace()) + ")"

_STATEMENTS = (
    """CREATE TABLE statements (
        id TEXT PRIMARY KEY NOT NULL, kind TEXT NOT NULL, issue_date TEXT,
        is_sample INTEGER NOT NULL DEFAULT 0 CHECK (is_sample IN (0, 1)),
        created_at TEXT NOT NULL, updated_at TEXT NOT NULL) STRICT""",
    """CREATE TABLE statement_languages (
        statement_id TEXT NOT NULL REFERENCES statements(id) ON DELETE CASCADE,
        language TEXT NOT NULL, position INTEGER NOT NULL,
        PRIMARY KEY (statement_id, language)) STRICT""",
    """CREATE TABLE statement_texts (
        statement_id TEXT NOT NULL REFERENCES statements(id) ON DELETE CASCADE,
        field TEXT NOT NULL, language TEXT NOT NULL, text TEXT NOT NULL,
        PRIMARY KEY (statement_id, field, language)) STRICT""",
    """CREATE TABLE unplaced_texts (
        statement_id TEXT NOT NULL REFERENCES statements(id) ON DELETE CASCADE,
        position INTEGER NOT NULL, text TEXT NOT NULL,
        PRIMARY KEY (statement_id, position)) STRICT""",
)

_CLAUSES = (
    """CREATE TABLE clauses (
        id TEXT PRIMARY KEY NOT NULL, kind TEXT NOT NULL, topic TEXT NOT NULL DEFAULT '',
        status TEXT NOT NULL, created_at TEXT NOT NULL) STRICT""",
    """CREATE TABLE clause_revisions (
        id TEXT PRIMARY KEY NOT NULL, clause_id TEXT NOT NULL REFERENCES clauses(id),
        number INTEGER NOT NULL, created_at TEXT NOT NULL, note TEXT NOT NULL DEFAULT '',
        UNIQUE (clause_id, number)) STRICT""",
    """CREATE TABLE clause_renditions (
        revision_id TEXT NOT NULL REFERENCES clause_revisions(id) ON DELETE CASCADE,
        language TEXT NOT NULL, heading TEXT NOT NULL, body TEXT NOT NULL, state TEXT NOT NULL,
        PRIMARY KEY (revision_id, language)) STRICT""",
    "CREATE INDEX clauses_by_topic ON clauses (status, topic, id)",
)

_BLOCKS = (
    """CREATE TABLE blocks (
        id TEXT PRIMARY KEY NOT NULL,
        statement_id TEXT NOT NULL REFERENCES statements(id) ON DELETE CASCADE,
        parent_id TEXT REFERENCES blocks(id) ON DELETE CASCADE,
        position INTEGER NOT NULL, kind TEXT NOT NULL, marker TEXT NOT NULL,
        source_language TEXT NOT NULL DEFAULT '',
        clause_revision_id TEXT REFERENCES clause_revisions(id),
        edited INTEGER NOT NULL DEFAULT 0 CHECK (edited IN (0, 1))) STRICT""",
    f"""CREATE TABLE renditions (
        block_id TEXT NOT NULL REFERENCES blocks(id) ON DELETE CASCADE,
        language TEXT NOT NULL, heading TEXT NOT NULL, body TEXT NOT NULL, state TEXT NOT NULL,
        is_written INTEGER NOT NULL
            GENERATED ALWAYS AS (trim(heading || body, {_SPACES}) <> '') STORED,
        PRIMARY KEY (block_id, language)) STRICT""",
    "CREATE INDEX blocks_in_order ON blocks (statement_id, parent_id, position, id)",
    "CREATE INDEX blocks_by_parent ON blocks (parent_id, position)",
    "CREATE INDEX blocks_by_revision ON blocks (clause_revision_id, statement_id)",
    """CREATE INDEX blocks_titles ON blocks (statement_id, position, id)
        WHERE kind = 'title' AND parent_id IS NULL""",
    "CREATE INDEX renditions_progress ON renditions (block_id, language, state, is_written)",
)

_ENDORSERS = (
    """CREATE TABLE endorsers (
        id TEXT PRIMARY KEY NOT NULL, kind TEXT NOT NULL, province TEXT NOT NULL DEFAULT '',
        notes TEXT NOT NULL DEFAULT '') STRICT""",
    """CREATE TABLE endorser_names (
        endorser_id TEXT NOT NULL REFERENCES endorsers(id) ON DELETE CASCADE,
        language TEXT NOT NULL, position INTEGER NOT NULL, name TEXT NOT NULL,
        acronym TEXT NOT NULL DEFAULT '', written TEXT NOT NULL DEFAULT '',
        name_key TEXT NOT NULL, printed_key TEXT NOT NULL, acronym_key TEXT NOT NULL,
        PRIMARY KEY (endorser_id, language)) STRICT""",
    "CREATE INDEX endorser_names_by_name ON endorser_names (name_key, language)",
    "CREATE INDEX endorser_names_by_printed ON endorser_names (printed_key, language)",
)

_EDITIONS = (
    """CREATE TABLE editions (
        id TEXT PRIMARY KEY NOT NULL,
        statement_id TEXT NOT NULL REFERENCES statements(id) ON DELETE CASCADE,
        number INTEGER NOT NULL, content TEXT NOT NULL, sha256 TEXT NOT NULL,
        adopted_at TEXT NOT NULL, issued_at TEXT NOT NULL DEFAULT '',
        UNIQUE (statement_id, number)) STRICT""",
    """CREATE TABLE endorsements (
        id TEXT PRIMARY KEY NOT NULL,
        statement_id TEXT NOT NULL REFERENCES statements(id) ON DELETE CASCADE,
        endorser_id TEXT NOT NULL REFERENCES endorsers(id),
        position INTEGER NOT NULL, state TEXT NOT NULL, show_as TEXT NOT NULL,
        edition_id TEXT REFERENCES editions(id), answered_on TEXT NOT NULL DEFAULT '',
        evidence TEXT NOT NULL DEFAULT '') STRICT""",
    "CREATE INDEX endorsements_in_order ON endorsements (statement_id, position, id)",
    "CREATE INDEX endorsements_by_endorser ON endorsements (endorser_id)",
    "CREATE INDEX endorsements_by_edition ON endorsements (edition_id)",
    "CREATE TABLE settings (key TEXT PRIMARY KEY NOT NULL, value TEXT NOT NULL) STRICT",
)

_TRIGGERS = (
    """CREATE TRIGGER clause_revisions_never_change BEFORE UPDATE ON clause_revisions
        BEGIN SELECT RAISE(ABORT, 'a clause revision never changes'); END""",
    """CREATE TRIGGER clause_renditions_never_change BEFORE UPDATE ON clause_renditions
        BEGIN SELECT RAISE(ABORT, 'the text of a clause revision never changes'); END""",
    """CREATE TRIGGER editions_never_change BEFORE UPDATE ON editions
        WHEN (NEW.id, NEW.statement_id, NEW.number, NEW.content, NEW.sha256, NEW.adopted_at)
            IS NOT (OLD.id, OLD.statement_id, OLD.number, OLD.content, OLD.sha256, OLD.adopted_at)
        BEGIN SELECT RAISE(ABORT, 'the content of an edition never changes'); END""",
    """CREATE TRIGGER editions_issued_stay BEFORE DELETE ON editions WHEN OLD.issued_at <> ''
        BEGIN SELECT RAISE(ABORT, 'an issued edition stays'); END""",
)

_SEARCH = (
    # The key is an integer of our own: VACUUM may renumber the hidden rowids of other tables.
    """CREATE TABLE clause_search_keys (
        key INTEGER PRIMARY KEY NOT NULL,
        clause_id TEXT NOT NULL UNIQUE REFERENCES clauses(id) ON DELETE CASCADE) STRICT""",
    """CREATE VIRTUAL TABLE clause_search USING fts5(words, clusters,
        tokenize = "unicode61 remove_diacritics 0 categories 'L* N* Co Mn Mc Me'")""",
    "INSERT INTO clause_search(clause_search, rank) VALUES ('secure-delete', 1)",
    "CREATE VIRTUAL TABLE clause_search_terms USING fts5vocab(clause_search, row)",
    """CREATE TRIGGER clause_search_forgets AFTER DELETE ON clause_search_keys
        BEGIN DELETE FROM clause_search WHERE rowid = OLD.key; END""",
)

_PAGE = (
    # What the printed page looks like; an empty text, or NULL, is as the desk has it.
    "ALTER TABLE statements ADD COLUMN style TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE statements ADD COLUMN letterhead TEXT",
    "ALTER TABLE statements ADD COLUMN header TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE statements ADD COLUMN skeleton_name TEXT NOT NULL DEFAULT ''",
    "CREATE INDEX statements_skeletons ON statements (id) WHERE skeleton_name <> ''",
    """CREATE TABLE statement_placeholders (
        statement_id TEXT NOT NULL REFERENCES statements(id) ON DELETE CASCADE,
        name TEXT NOT NULL, language TEXT NOT NULL, text TEXT NOT NULL,
        PRIMARY KEY (statement_id, name, language)) STRICT""",
    """CREATE TABLE images (
        id TEXT PRIMARY KEY NOT NULL, name TEXT NOT NULL, media_type TEXT NOT NULL,
        data BLOB NOT NULL, sha256 TEXT NOT NULL UNIQUE,
        width INTEGER NOT NULL, height INTEGER NOT NULL) STRICT""",
    "CREATE TABLE styles (name TEXT PRIMARY KEY NOT NULL, content TEXT NOT NULL) STRICT",
    "CREATE TABLE letterheads (name TEXT PRIMARY KEY NOT NULL, content TEXT NOT NULL) STRICT",
)


@SCHEMA()
def m0001_first_schema(database: Database) -> None:
    """Statements, blocks, clauses, endorsers, endorsements, editions, settings, clause search."""
    for group in (_STATEMENTS, _CLAUSES, _BLOCKS, _ENDORSERS, _EDITIONS, _TRIGGERS, _SEARCH):
        for statement in group:
            database.execute(statement)


@SCHEMA()
def m0002_printed_page(database: Database) -> None:
    """Style, letterhead, header and skeleton of a statement; own placeholders; images."""
    for statement in _PAGE:
        database.execute(statement)


@SCHEMA()
def m0003_two_languages(database: Database) -> None:
    """The life of clauses; translation, comments, dismissed findings, terms, memory."""
    for statement in TWO_LANGUAGES:
        database.execute(statement)


@SCHEMA()
def m0004_registry(database: Database) -> None:
    """Records of the registry, consent and its evidence, the order of an endorser list."""
    for statement in REGISTRY:
        database.execute(statement)


def names() -> tuple[str, ...]:
    """The names of all migrations, in order."""
    return tuple(migration.name for migration in SCHEMA._migrations)  # noqa: SLF001 - no public list


def apply(connection: Connection) -> None:
    """Bring the schema up to date; each migration is a transaction of its own."""
    SCHEMA.apply(Database(connection.raw, execute_plugins=False, strict=True))
    connection.script(
        f"PRAGMA application_id={APPLICATION_ID}", f"PRAGMA user_version={len(names())}"
    )
