"""How far the library is translated: counted by SQL, whatever its size."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping

from advocate_desk.model.kinds import SHIPPED_LANGUAGES, TranslationState
from advocate_desk.model.progress import Progress
from advocate_desk.store.connection import Connection

# The newest revisions of the clauses in use. A review stands beside the revision, which never
# changes; without one, a side is as far as it was when it was written.
_LIBRARY = """SELECT wanted.language, coalesce(review.state, side.state, 'missing'), count(*)
    FROM clauses
    JOIN clause_revisions AS newest ON newest.clause_id = clauses.id AND newest.number =
        (SELECT max(number) FROM clause_revisions WHERE clause_id = clauses.id)
    JOIN (SELECT value AS language FROM json_each(?)) AS wanted
    LEFT JOIN clause_renditions AS side
        ON side.revision_id = newest.id AND side.language = wanted.language
    LEFT JOIN clause_reviews AS review
        ON review.revision_id = newest.id AND review.language = wanted.language
    WHERE clauses.status = 'active' GROUP BY wanted.language, 2"""


class ProgressRows:
    """Counts over the library."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def of_library(self) -> Mapping[str, Progress]:
        """How far each shipped language of the clauses in use is."""
        found: defaultdict[str, dict[TranslationState, int]] = defaultdict(dict)
        languages = '["' + '","'.join(SHIPPED_LANGUAGES) + '"]'
        for language, state, count in self._connection.all(_LIBRARY, languages):
            found[language][TranslationState(state)] = count
        return {code: Progress(found[code]) for code in SHIPPED_LANGUAGES}
