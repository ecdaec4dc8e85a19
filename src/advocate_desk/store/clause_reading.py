"""Rows of the library to clauses and revisions, in a few queries whatever their number."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping

from advocate_desk.model.clause import Clause, ClauseRevision, LegalBasis, LegalText
from advocate_desk.model.kinds import BlockKind, ClauseStatus, TranslationState
from advocate_desk.model.statement import Rendition
from advocate_desk.store.connection import Connection, Row, as_list

_IDS = "(SELECT value FROM json_each(?))"
_REVISION = "revision.id, revision.clause_id, number, revision.created_at, note, author"
_CLAUSES = f"""SELECT clauses.id, kind, topic, status, coalesce(folder_id, ''), description,
        variant_group, variant,
        (SELECT count(DISTINCT statement_id) FROM blocks WHERE clause_revision_id IN
            (SELECT pinned.id FROM clause_revisions AS pinned WHERE pinned.clause_id = clauses.id)
            AND statement_id NOT IN (SELECT id FROM statements WHERE skeleton_name <> '')),
        {_REVISION}
    FROM clauses JOIN clause_revisions AS revision ON clause_id = clauses.id
    WHERE clauses.id IN {_IDS}
        AND number = (SELECT max(number) FROM clause_revisions WHERE clause_id = clauses.id)"""  # noqa: S608 - fixed text
_RENDITIONS = f"""SELECT revision_id, language, heading, body, coalesce(review.state, side.state),
        coalesce(reviewed_by, ''), coalesce(reviewed_on, '')
    FROM clause_renditions AS side LEFT JOIN clause_reviews AS review
        USING (revision_id, language)
    WHERE revision_id IN {_IDS} ORDER BY revision_id, language"""  # noqa: S608 - fixed text
_TAGS = f"SELECT clause_id, tag FROM clause_tags WHERE clause_id IN {_IDS} ORDER BY tag"  # noqa: S608 - fixed text
_TARGETS = f"SELECT clause_id, target FROM clause_targets WHERE clause_id IN {_IDS} ORDER BY target"  # noqa: S608 - fixed text
_LEGAL_BASES = f"""SELECT clause_id, position, language, treaty, article, place, signed_on
    FROM clause_legal_bases WHERE clause_id IN {_IDS} ORDER BY position, language"""  # noqa: S608 - fixed text

_Lists = Mapping[str, list[str]]


def clauses(connection: Connection, ids: list[str]) -> tuple[Clause, ...]:
    """These clauses in this order with their newest revisions; KeyError if one is missing."""
    if not ids:
        return ()
    wanted = as_list(ids)
    rows = connection.all(_CLAUSES, wanted)
    texts = _renditions(connection, [row[9] for row in rows])
    tags, targets = (_lists(connection.all(sql, wanted)) for sql in (_TAGS, _TARGETS))
    bases = _legal_bases(connection.all(_LEGAL_BASES, wanted))
    found = {row[0]: _clause(row, texts, tags, targets, bases) for row in rows}
    return tuple(found[clause_id] for clause_id in ids)


def revision(connection: Connection, revision_id: str) -> ClauseRevision:
    """One revision; KeyError if there is none."""
    found = some_revisions(connection, [revision_id])
    if revision_id not in found:
        raise KeyError(revision_id)
    return found[revision_id]


def revisions(connection: Connection, clause_id: str) -> tuple[ClauseRevision, ...]:
    """Every revision of a clause, the newest first."""
    rows = connection.all(
        "SELECT id FROM clause_revisions WHERE clause_id = ? ORDER BY number DESC", clause_id
    )
    ids = [row[0] for row in rows]
    found = some_revisions(connection, ids)
    return tuple(found[revision_id] for revision_id in ids)


def some_revisions(connection: Connection, ids: list[str]) -> dict[str, ClauseRevision]:
    """Revisions by their ids; unknown ones are left out."""
    rows = connection.all(
        f"SELECT {_REVISION} FROM clause_revisions AS revision WHERE id IN {_IDS}",  # noqa: S608 - fixed text
        as_list(ids),
    )
    texts = _renditions(connection, ids)
    return {row[0]: _revision(row, texts[row[0]]) for row in rows}


def _renditions(connection: Connection, ids: list[str]) -> defaultdict[str, dict[str, Rendition]]:
    texts: defaultdict[str, dict[str, Rendition]] = defaultdict(dict)
    for one, code, heading, body, state, by, on in connection.all(_RENDITIONS, as_list(ids)):
        texts[one][code] = Rendition(
            heading, body, TranslationState(state), reviewed_by=by, reviewed_on=on
        )
    return texts


def _lists(rows: list[Row]) -> defaultdict[str, list[str]]:
    found: defaultdict[str, list[str]] = defaultdict(list)
    for clause_id, word in rows:
        found[clause_id].append(word)
    return found


def _legal_bases(rows: list[Row]) -> defaultdict[str, dict[int, LegalBasis]]:
    found: defaultdict[str, dict[int, LegalBasis]] = defaultdict(dict)
    for clause_id, position, code, *words, signed_on in rows:
        before = found[clause_id].get(position, LegalBasis({}))
        texts = {**before.texts, code: LegalText(*words)}
        found[clause_id][position] = LegalBasis(texts, signed_on)
    return found


def _clause(
    row: Row,
    texts: Mapping[str, dict[str, Rendition]],
    tags: _Lists,
    targets: _Lists,
    bases: Mapping[str, dict[int, LegalBasis]],
) -> Clause:
    clause_id, kind, topic, status, folder_id, description, group, variant, used, *newest = row
    return Clause(
        id=clause_id,
        kind=BlockKind(kind),
        latest=_revision(tuple(newest), texts.get(newest[0], {})),
        topic=topic,
        status=ClauseStatus(status),
        used=used,
        folder_id=folder_id,
        description=description,
        tags=tuple(tags.get(clause_id, ())),
        targets=tuple(targets.get(clause_id, ())),
        legal_bases=tuple(bases.get(clause_id, {}).values()),
        variant_group=group,
        variant=variant,
    )


def _revision(row: Row, renditions: dict[str, Rendition]) -> ClauseRevision:
    revision_id, clause_id, number, created_at, note, author = row
    return ClauseRevision(
        id=revision_id,
        clause_id=clause_id,
        number=number,
        renditions=renditions,
        created_at=created_at,
        note=note,
        author=author,
    )
