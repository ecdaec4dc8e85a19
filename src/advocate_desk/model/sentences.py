"""Refusals, findings and notes as sentences in the language of the window, for both fronts."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum

from advocate_desk.language.catalog import tr
from advocate_desk.model.draft import DraftNote
from advocate_desk.model.errors import DeskError
from advocate_desk.model.finding import Finding
from advocate_desk.model.marked import Word
from advocate_desk.model.words import word


def sentence(error: DeskError) -> str:
    """A refusal: what cannot be done and what to do instead."""
    parts = (filled(text, error.arguments) for text in (error.message, error.advice))
    return " ".join(part for part in parts if part)


def finding_sentence(finding: Finding) -> str:
    """What a check found."""
    return filled(finding.message, finding.arguments)


def note_sentence(note: DraftNote) -> str:
    """What the user should know about a reading."""
    return filled(note.message, note.arguments)


def filled(text: str, arguments: Mapping[str, object]) -> str:
    """A catalogue text in the language of the window, its fields filled."""
    if not text:
        return ""
    return tr(text, **{name: filled_value(value) for name, value in arguments.items()})


def filled_value(value: object) -> object:
    """A value of a sentence as it is shown: words in the language of the window."""
    if isinstance(value, Word):
        return tr(value)
    return word(value) if isinstance(value, StrEnum) else value
