"""What the fourth schema added: the registry's records, consent, evidence, the order of a list."""

from __future__ import annotations

_REGISTRY = (
    # A name that was, is also, or may be meant: `kind` is alias or former.
    """CREATE TABLE endorser_aliases (
        endorser_id TEXT NOT NULL REFERENCES endorsers(id) ON DELETE CASCADE,
        position INTEGER NOT NULL, language TEXT NOT NULL, name TEXT NOT NULL, kind TEXT NOT NULL,
        name_key TEXT NOT NULL, PRIMARY KEY (endorser_id, position)) STRICT""",
    "CREATE INDEX endorser_aliases_by_name ON endorser_aliases (name_key, language)",
    "CREATE INDEX endorser_names_by_acronym ON endorser_names (acronym_key) WHERE acronym_key <> ''",
    """CREATE TABLE endorser_members (
        coalition_id TEXT NOT NULL REFERENCES endorsers(id) ON DELETE CASCADE,
        member_id TEXT NOT NULL REFERENCES endorsers(id) ON DELETE CASCADE,
        PRIMARY KEY (coalition_id, member_id)) STRICT""",
    "CREATE INDEX endorser_members_by_member ON endorser_members (member_id)",
    """CREATE TABLE endorser_contacts (
        endorser_id TEXT NOT NULL REFERENCES endorsers(id) ON DELETE CASCADE,
        position INTEGER NOT NULL, name TEXT NOT NULL, role TEXT NOT NULL DEFAULT '',
        phone TEXT NOT NULL DEFAULT '', messenger TEXT NOT NULL DEFAULT '',
        email TEXT NOT NULL DEFAULT '', PRIMARY KEY (endorser_id, position)) STRICT""",
    "ALTER TABLE endorsers ADD COLUMN sensitivity TEXT NOT NULL DEFAULT ''",
    # Two that are much alike, of which somebody said that they are not the same.
    """CREATE TABLE endorser_distinct (
        one_id TEXT NOT NULL REFERENCES endorsers(id) ON DELETE CASCADE,
        other_id TEXT NOT NULL REFERENCES endorsers(id) ON DELETE CASCADE,
        PRIMARY KEY (one_id, other_id), CHECK (one_id < other_id)) STRICT""",
    "CREATE INDEX endorser_distinct_by_other ON endorser_distinct (other_id)",
)

_CONSENT = (
    # The text somebody agreed to, whether or not an edition was made of it.
    """CREATE TABLE agreed_texts (
        sha256 TEXT PRIMARY KEY NOT NULL, content TEXT NOT NULL) STRICT""",
    "ALTER TABLE endorsements ADD COLUMN agreed_text TEXT REFERENCES agreed_texts(sha256)",
    "CREATE INDEX endorsements_by_agreed_text ON endorsements (agreed_text)",
    """CREATE TRIGGER agreed_texts_never_change BEFORE UPDATE ON agreed_texts
        BEGIN SELECT RAISE(ABORT, 'a text somebody agreed to never changes'); END""",
    "ALTER TABLE endorsements ADD COLUMN agreed_by TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE endorsements ADD COLUMN agreed_role TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE endorsements ADD COLUMN channel TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE endorsements ADD COLUMN code TEXT NOT NULL DEFAULT ''",
    """ALTER TABLE endorsements ADD COLUMN pinned INTEGER NOT NULL DEFAULT 0
        CHECK (pinned IN (0, 1))""",
    "CREATE UNIQUE INDEX endorsements_by_code ON endorsements (code) WHERE code <> ''",
    # What happened to an answer, kept for good: a withdrawal does not erase that somebody agreed.
    """CREATE TABLE endorsement_events (
        id TEXT PRIMARY KEY NOT NULL,
        endorsement_id TEXT NOT NULL REFERENCES endorsements(id) ON DELETE CASCADE,
        state TEXT NOT NULL, happened_on TEXT NOT NULL DEFAULT '', noted_at TEXT NOT NULL,
        author TEXT NOT NULL DEFAULT '', agreed_by TEXT NOT NULL DEFAULT '',
        agreed_role TEXT NOT NULL DEFAULT '', channel TEXT NOT NULL DEFAULT '',
        edition_id TEXT REFERENCES editions(id), note TEXT NOT NULL DEFAULT '') STRICT""",
    "CREATE INDEX endorsement_events_in_order ON endorsement_events (endorsement_id, noted_at, id)",
    "CREATE INDEX endorsement_events_by_edition ON endorsement_events (edition_id)",
    """CREATE TABLE evidence_files (
        id TEXT PRIMARY KEY NOT NULL, name TEXT NOT NULL, media_type TEXT NOT NULL,
        size INTEGER NOT NULL, sha256 TEXT NOT NULL UNIQUE, data BLOB NOT NULL) STRICT""",
    """CREATE TABLE endorsement_evidence (
        endorsement_id TEXT NOT NULL REFERENCES endorsements(id) ON DELETE CASCADE,
        file_id TEXT NOT NULL REFERENCES evidence_files(id),
        added_at TEXT NOT NULL, PRIMARY KEY (endorsement_id, file_id)) STRICT""",
    "CREATE INDEX endorsement_evidence_by_file ON endorsement_evidence (file_id)",
    "ALTER TABLE statements ADD COLUMN endorser_order TEXT NOT NULL DEFAULT ''",
)

REGISTRY = (*_REGISTRY, *_CONSENT)
