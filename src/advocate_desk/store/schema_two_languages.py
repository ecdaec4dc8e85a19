"""What the third schema added: the life of clauses, translation, checks, terms, memory, comments."""

from __future__ import annotations

_PINS = "WHERE node.key = 'clause_revision_id' AND node.atom IN (SELECT id FROM clause_revisions)"
_REVISIONS_OF_ALL = f"""SELECT DISTINCT editions.id, node.atom
    FROM editions, json_tree(editions.content) AS node {_PINS}"""  # noqa: S608 - fixed text
_REVISIONS_OF_NEW = f"""SELECT DISTINCT NEW.id, node.atom
    FROM json_tree(NEW.content) AS node {_PINS}"""  # noqa: S608 - fixed text
_TOKENS = "tokenize = \"unicode61 remove_diacritics 0 categories 'L* N* Co Mn Mc Me'\""
_INDEXES = {
    "clause_heads": "text, marks, prefix='1 2'",
    "clause_search": "text, pairs, marks",
    "clause_sketches": "sketch, detail='none'",
}

_LIBRARY = (
    """CREATE TABLE clause_folders (
        id TEXT PRIMARY KEY NOT NULL, parent_id TEXT REFERENCES clause_folders(id),
        name TEXT NOT NULL) STRICT""",
    "CREATE INDEX clause_folders_by_parent ON clause_folders (parent_id)",
    "ALTER TABLE clauses ADD COLUMN folder_id TEXT REFERENCES clause_folders(id)",
    "ALTER TABLE clauses ADD COLUMN description TEXT NOT NULL DEFAULT ''",
    # Clauses with the same group that is not empty are variants of each other.
    "ALTER TABLE clauses ADD COLUMN variant_group TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE clauses ADD COLUMN variant TEXT NOT NULL DEFAULT ''",
    "CREATE INDEX clauses_by_folder ON clauses (folder_id, status)",
    "CREATE INDEX clauses_by_variant ON clauses (variant_group) WHERE variant_group <> ''",
    """CREATE TABLE clause_tags (
        clause_id TEXT NOT NULL REFERENCES clauses(id) ON DELETE CASCADE,
        tag TEXT NOT NULL, PRIMARY KEY (clause_id, tag)) STRICT""",
    "CREATE INDEX clause_tags_by_tag ON clause_tags (tag, clause_id)",
    """CREATE TABLE clause_targets (
        clause_id TEXT NOT NULL REFERENCES clauses(id) ON DELETE CASCADE,
        target TEXT NOT NULL, PRIMARY KEY (clause_id, target)) STRICT""",
    "CREATE INDEX clause_targets_by_target ON clause_targets (target, clause_id)",
    """CREATE TABLE clause_legal_bases (
        clause_id TEXT NOT NULL REFERENCES clauses(id) ON DELETE CASCADE,
        position INTEGER NOT NULL, language TEXT NOT NULL, treaty TEXT NOT NULL,
        article TEXT NOT NULL DEFAULT '', signed_on TEXT NOT NULL DEFAULT '',
        place TEXT NOT NULL DEFAULT '', PRIMARY KEY (clause_id, position, language)) STRICT""",
    "ALTER TABLE clause_revisions ADD COLUMN author TEXT NOT NULL DEFAULT ''",
    """CREATE TABLE clause_reviews (
        revision_id TEXT NOT NULL REFERENCES clause_revisions(id) ON DELETE CASCADE,
        language TEXT NOT NULL, state TEXT NOT NULL, reviewed_by TEXT NOT NULL DEFAULT '',
        reviewed_on TEXT NOT NULL DEFAULT '', PRIMARY KEY (revision_id, language)) STRICT""",
    # The newest revision a block was offered and did not want.
    """CREATE TABLE kept_revisions (
        block_id TEXT PRIMARY KEY NOT NULL REFERENCES blocks(id) ON DELETE CASCADE,
        number INTEGER NOT NULL) STRICT""",
    # Which editions hold which revision: read off their content, and so in no journal.
    """CREATE TABLE edition_revisions (
        edition_id TEXT NOT NULL REFERENCES editions(id) ON DELETE CASCADE,
        revision_id TEXT NOT NULL REFERENCES clause_revisions(id),
        PRIMARY KEY (edition_id, revision_id)) STRICT""",
    "CREATE INDEX edition_revisions_by_revision ON edition_revisions (revision_id)",
    f"INSERT INTO edition_revisions {_REVISIONS_OF_ALL}",
    f"""CREATE TRIGGER edition_revisions_are_read AFTER INSERT ON editions BEGIN
        INSERT INTO edition_revisions {_REVISIONS_OF_NEW}; END""",
    "CREATE INDEX clauses_by_title ON clauses (topic, id)",
)

# The index is made anew: headings apart from whole texts, and sketches to find near doubles by.
_CLAUSE_SEARCH = (
    "DROP TRIGGER clause_search_forgets",
    "DROP TABLE clause_search_terms",
    "DROP TABLE clause_search",
    "DELETE FROM clause_search_keys",
    *(
        f"CREATE VIRTUAL TABLE {table} USING fts5({columns}, {_TOKENS})"
        for table, columns in _INDEXES.items()
    ),
    *(
        f"INSERT INTO {table}({table}, rank) VALUES ('secure-delete', 1)"  # noqa: S608 - fixed names
        for table in _INDEXES
    ),
    "CREATE VIRTUAL TABLE clause_search_terms USING fts5vocab(clause_search, col)",
    "CREATE VIRTUAL TABLE clause_sketch_terms USING fts5vocab(clause_sketches, row)",
    """CREATE TRIGGER clause_search_forgets AFTER DELETE ON clause_search_keys BEGIN
        DELETE FROM clause_heads WHERE rowid = OLD.key;
        DELETE FROM clause_search WHERE rowid = OLD.key;
        DELETE FROM clause_sketches WHERE rowid = OLD.key; END""",
)

_TRANSLATING = (
    # What a side was translated from, kept from the moment its source was changed.
    "ALTER TABLE renditions ADD COLUMN from_heading TEXT",
    "ALTER TABLE renditions ADD COLUMN from_body TEXT",
    "ALTER TABLE renditions ADD COLUMN reviewed_by TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE renditions ADD COLUMN reviewed_on TEXT NOT NULL DEFAULT ''",
    """CREATE TABLE comments (
        id TEXT PRIMARY KEY NOT NULL,
        block_id TEXT NOT NULL REFERENCES blocks(id) ON DELETE CASCADE,
        language TEXT NOT NULL DEFAULT '', text TEXT NOT NULL, author TEXT NOT NULL DEFAULT '',
        created_at TEXT NOT NULL, assigned_to TEXT NOT NULL DEFAULT '',
        resolved_by TEXT NOT NULL DEFAULT '', resolved_at TEXT NOT NULL DEFAULT '') STRICT""",
    "CREATE INDEX comments_by_block ON comments (block_id, created_at)",
)

_CHECKING = (
    """CREATE TABLE dismissed_findings (
        statement_id TEXT NOT NULL REFERENCES statements(id) ON DELETE CASCADE,
        rule TEXT NOT NULL, mark TEXT NOT NULL, reason TEXT NOT NULL,
        author TEXT NOT NULL DEFAULT '', dismissed_at TEXT NOT NULL,
        PRIMARY KEY (statement_id, rule, mark)) STRICT""",
    """CREATE TABLE rules_off (
        statement_id TEXT NOT NULL REFERENCES statements(id) ON DELETE CASCADE,
        rule TEXT NOT NULL, PRIMARY KEY (statement_id, rule)) STRICT""",
)

_GLOSSARY = (
    """CREATE TABLE terms (
        id TEXT PRIMARY KEY NOT NULL, note TEXT NOT NULL DEFAULT '') STRICT""",
    """CREATE TABLE term_texts (
        term_id TEXT NOT NULL REFERENCES terms(id) ON DELETE CASCADE,
        language TEXT NOT NULL, text TEXT NOT NULL, acronym TEXT NOT NULL DEFAULT '',
        key TEXT NOT NULL, PRIMARY KEY (term_id, language)) STRICT""",
    "CREATE INDEX term_texts_by_key ON term_texts (key, language)",
    """CREATE TABLE forbidden_forms (
        term_id TEXT NOT NULL REFERENCES terms(id) ON DELETE CASCADE,
        language TEXT NOT NULL, position INTEGER NOT NULL, text TEXT NOT NULL,
        PRIMARY KEY (term_id, language, position)) STRICT""",
)

_MEMORY = (
    # The keys are digests of the folded texts: the same to a reader is the same pair.
    """CREATE TABLE memory_pairs (
        id TEXT PRIMARY KEY NOT NULL, km TEXT NOT NULL, en TEXT NOT NULL,
        origin TEXT NOT NULL DEFAULT '', author TEXT NOT NULL DEFAULT '',
        approved_on TEXT NOT NULL DEFAULT '', km_key TEXT NOT NULL, en_key TEXT NOT NULL) STRICT""",
    "CREATE UNIQUE INDEX memory_pairs_once ON memory_pairs (km_key, en_key)",
    "CREATE INDEX memory_pairs_by_en ON memory_pairs (en_key)",
    "CREATE INDEX memory_pairs_by_origin ON memory_pairs (origin)",
    # The index of the memory: numbers of some pieces of each text, without the text.
    """CREATE TABLE memory_keys (
        key INTEGER PRIMARY KEY NOT NULL,
        pair_id TEXT NOT NULL UNIQUE REFERENCES memory_pairs(id) ON DELETE CASCADE,
        km_grams BLOB NOT NULL, en_grams BLOB NOT NULL) STRICT""",
    """CREATE VIRTUAL TABLE memory_grams USING fts5(
        grams, content='', contentless_delete=1, detail=none)""",
    "INSERT INTO memory_grams(memory_grams, rank) VALUES ('secure-delete', 1)",
    "CREATE VIRTUAL TABLE memory_gram_counts USING fts5vocab(memory_grams, row)",
    "CREATE VIRTUAL TABLE memory_gram_places USING fts5vocab(memory_grams, instance)",
    """CREATE TRIGGER memory_grams_forget AFTER DELETE ON memory_keys
        BEGIN DELETE FROM memory_grams WHERE rowid = OLD.key; END""",
)

TWO_LANGUAGES = (*_LIBRARY, *_CLAUSE_SEARCH, *_TRANSLATING, *_CHECKING, *_GLOSSARY, *_MEMORY)
