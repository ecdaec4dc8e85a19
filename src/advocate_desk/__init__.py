"""Advocate Desk: draft, endorse and circulate bilingual statements, offline."""

__version__ = "0.1.0"
