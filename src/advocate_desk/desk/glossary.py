"""Preferred terms in both languages, and the forms that are not to be used."""

from __future__ import annotations

from advocate_desk.desk.verbs import Verbs


class Glossary(Verbs):
    """Preferred terms in both languages, and the forms that are not to be used."""
