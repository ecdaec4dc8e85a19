"""Who agreed to another text than the one that stands, found without reading any name."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from advocate_desk.desk.snapshot import agreed_of, agreed_of_edition
from advocate_desk.model.consent import Agreed, ChangedText, agreed_sides, changed_since
from advocate_desk.model.endorsement import Endorsement
from advocate_desk.model.listed import Listed
from advocate_desk.model.statement import Statement
from advocate_desk.store.desk_file import DeskFile


class Agreements:
    """What changed since each text that was agreed to.

    A hundred endorsers agreed to the same few texts: each is compared once.
    """

    def __init__(self, opened: DeskFile, statement: Statement) -> None:
        self._file = opened
        self._now = agreed_sides(statement.blocks)
        self._known: dict[tuple[str | None, str | None], tuple[ChangedText, ...]] = {}

    def changes(self, text: str | None, edition_id: str | None) -> tuple[ChangedText, ...]:
        """What is different from a text that was agreed to, known by its digest or edition."""
        key = (text, edition_id)
        if key not in self._known:
            self._known[key] = self._compared(*key)
        return self._known[key]

    def _compared(self, text: str | None, edition_id: str | None) -> tuple[ChangedText, ...]:
        if not (text or edition_id):
            return ()
        return changed_since(self._agreed_to(text, edition_id), self._now)

    def _agreed_to(self, text: str | None, edition_id: str | None) -> Agreed:
        content = self._file.consents.text(text) if text else None
        if content is not None:
            return agreed_of(content)
        # Desks of earlier schemas kept the edition only.
        return agreed_of_edition(self._file.editions.get(edition_id)) if edition_id else {}

    def outdated(self, listed: Iterable[Listed | Endorsement]) -> Mapping[str, tuple[str, ...]]:
        """Endorsement id to the ids of the blocks that changed since it was agreed to."""
        bound = (one for one in listed if _is_bound(one))
        found = ((one.id, self.changes(one.agreed_text, one.edition_id)) for one in bound)
        return {
            one: tuple(dict.fromkeys(change.block_id for change in changes))
            for one, changes in found
            if changes
        }


def _is_bound(one: Listed | Endorsement) -> bool:
    if isinstance(one, Listed):
        return one.is_bound
    return one.is_counted and bool(one.agreed_text or one.edition_id)
