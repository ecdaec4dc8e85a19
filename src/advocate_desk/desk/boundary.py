"""Texts on their way into the desk: cleaned with a count, names checked."""

from __future__ import annotations

from collections.abc import Mapping

from advocate_desk.language.safe_text import LONGEST_NAME, TOO_LONG, NameRefused, check_name, clean
from advocate_desk.model.endorsement import EndorserName
from advocate_desk.model.errors import DeskError
from advocate_desk.model.marked import marked

LONGEST_TEXT = 65_536


class Incoming:
    """Cleans the texts of one verb and counts what was left out, so that it can be told."""

    def __init__(self) -> None:
        self.removed = 0

    def text(self, text: str) -> str:
        """The text without what cannot be stored.

        Raises:
            DeskError: the text is longer than a block can be.
        """
        cleaned = clean(text)
        if len(cleaned.text) > LONGEST_TEXT:
            raise DeskError(
                marked("A text cannot be longer than {most} characters; this one has {length}."),
                advice=marked("Part it into several blocks."),
                most=LONGEST_TEXT,
                length=len(cleaned.text),
            )
        self.removed += cleaned.removed
        return cleaned.text

    def texts(self, texts: Mapping[str, str]) -> dict[str, str]:
        """One text per language, cleaned."""
        return {code: self.text(text) for code, text in texts.items()}

    def name(self, name: EndorserName) -> EndorserName:
        """A name with all its parts checked; the entry as handed in keeps its wording.

        Raises:
            DeskError: a part is too long or holds hidden direction marks.
        """
        return EndorserName(
            name=self._name_part(name.name.strip()),
            acronym=self._name_part(name.acronym.strip()),
            written=self._name_part(name.written),
        )

    def names(self, names: Mapping[str, EndorserName]) -> dict[str, EndorserName]:
        """The names of an endorser, checked; languages without a name are left out.

        Raises:
            DeskError: no name is left, or one cannot be a name.
        """
        checked = {code: self.name(name) for code, name in names.items()}
        kept = {code: name for code, name in checked.items() if name.name or name.written.strip()}
        if not kept:
            raise DeskError(marked("An endorser needs a name in one language at least."))
        return kept

    def _name_part(self, part: str) -> str:
        cleaned = self.text(part)
        try:
            check_name(cleaned)
        except NameRefused as refused:
            raise _refused_name(cleaned, refused.reason) from refused
        return cleaned


def _refused_name(name: str, reason: str) -> DeskError:
    if reason == TOO_LONG:
        return DeskError(
            marked("A name cannot be longer than {most} characters; this one has {length}."),
            most=LONGEST_NAME,
            length=len(name),
        )
    return DeskError(
        marked("A name holds hidden marks that turn the direction of writing."),
        advice=marked("Type the name instead of pasting it."),
    )
