"""Rows to model and back; the only package that touches SQLite."""
