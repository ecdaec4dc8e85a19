"""What the third schema added: the life of clauses, translation, checks, terms, memory, comments."""

from __future__ import annotations

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
    """CREATE TABLE clause_targets (
        clause_id TEXT NOT NULL REFERENCES clauses(id) ON DELETE CASCADE,
        target TEXT NOT NULL, PRIMARY KEY (clause_id, target)) STRICT""",
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
    """CREATE TABLE memory_pairs (
        id TEXT PRIMARY KEY NOT NULL, km TEXT NOT NULL, en TEXT NOT NULL,
        origin TEXT NOT NULL DEFAULT '', author TEXT NOT NULL DEFAULT '',
        approved_on TEXT NOT NULL DEFAULT '', km_key TEXT NOT NULL, en_key TEXT NOT NULL) STRICT""",
    "CREATE UNIQUE INDEX memory_pairs_once ON memory_pairs (km_key, en_key)",
)

TWO_LANGUAGES = (*_LIBRARY, *_TRANSLATING, *_CHECKING, *_GLOSSARY, *_MEMORY)
