"""Comments on the blocks of a statement: asked, assigned, resolved."""

from __future__ import annotations

from advocate_desk.desk.verbs import Verbs


class Commenting(Verbs):
    """Comments on the blocks of a statement: asked, assigned, resolved."""
