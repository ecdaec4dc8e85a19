"""What is different between revisions, editions and sides, and going back to an edition."""

from __future__ import annotations

from advocate_desk.desk.verbs import Verbs


class Comparing(Verbs):
    """What is different between revisions, editions and sides, and going back to an edition."""
