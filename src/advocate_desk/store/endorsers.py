"""The registry of endorsers: rows to model and back."""

from __future__ import annotations

from advocate_desk.model.endorsement import Endorser


class EndorserRows:
    """The endorsers of a desk."""

    def search(self, query: str = "", *, limit: int = 100) -> tuple[Endorser, ...]:
        """Endorsers with the query in a name or acronym; all for no query; ordered by name."""
        raise NotImplementedError

    def get(self, endorser_id: str) -> Endorser:
        """One endorser; KeyError if there is none."""
        raise NotImplementedError

    def find_by_name(self, folded: str, language: str) -> Endorser | None:
        """The endorser with that name in that language, compared folded (case, spaces, ZWSP)."""
        raise NotImplementedError

    def find_by_printed(self, folded: str, language: str) -> Endorser | None:
        """The endorser whose printed entry is that text, compared folded."""
        raise NotImplementedError

    def insert(self, endorser: Endorser) -> None:
        """Write an endorser with its names."""
        raise NotImplementedError

    def update(self, endorser: Endorser) -> None:
        """Write an endorser's fields and names anew; KeyError if there is none."""
        raise NotImplementedError

    def delete(self, endorser_id: str) -> None:
        """Delete an endorser.

        Raises:
            DeskError: a statement still has an endorsement of this endorser.
        """
        raise NotImplementedError

    def count(self) -> int:
        """How many endorsers there are."""
        raise NotImplementedError
