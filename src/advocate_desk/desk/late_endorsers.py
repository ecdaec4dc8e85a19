"""Who came after an edition went out: an addendum to its list."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from advocate_desk.desk.clock import local_day
from advocate_desk.desk.edition_list import since
from advocate_desk.desk.exporting import Exported, Watch, refuse_unknown_suffix
from advocate_desk.desk.presenting import Presenting
from advocate_desk.desk.publishing import Publishing
from advocate_desk.exporters.blocks import DEFAULT_OPTIONS, Composition, ExportOptions, Role
from advocate_desk.exporters.verify_faults import Fault, Rule
from advocate_desk.language.catalog import translate
from advocate_desk.language.dates import long_date
from advocate_desk.language.numbers import in_digits
from advocate_desk.model.edition import Edition, EditionView
from advocate_desk.model.errors import DeskError
from advocate_desk.model.kinds import BlockKind, Layout
from advocate_desk.model.marked import marked
from advocate_desk.model.statement import Block
from advocate_desk.model.translation import aligned, drafted

_TITLE = marked("Addendum: {title}")
_ONE_SINCE = marked("1 organisation joined after edition {number} of {date}:")
_SOME_SINCE = marked("{count} organisations joined after edition {number} of {date}:")
_ONE_NOW = marked("1 organisation endorses the statement as of {date}.")
_SOME_NOW = marked("{count} organisations endorse the statement as of {date}.")


class LateEndorsers(Publishing):
    """The numbers of an addendum go on where those of the edition end."""

    def addendum(
        self, edition_id: str, layout: Layout, options: ExportOptions = DEFAULT_OPTIONS
    ) -> Composition:
        """The list of those who came since an edition, as the preview draws it.

        Raises:
            DeskError: there is no such edition, or nobody came since.
        """
        from advocate_desk.exporters.compose import compose

        edition = self._edition(edition_id)
        whole = Presenting(self._file).options(edition.statement_id, options)
        return compose(self._view_since(edition), layout, replace(whole, count_line=False))

    def export_since(
        self, edition_id: str, layout: Layout, target: Path, options: ExportOptions, watch: Watch
    ) -> Exported:
        """Write the addendum to an edition; the format follows the suffix, as in `export`."""
        refuse_unknown_suffix(target)
        statement_id = self._edition(edition_id).statement_id
        withheld = self._withheld(statement_id)
        composition = self.addendum(edition_id, layout, options)
        written = self._write(composition, target, statement_id, withheld, watch)
        faults = tuple(fault for fault in written.faults if not _goes_on(fault, composition))
        return replace(written, faults=faults)

    def _view_since(self, edition: Edition) -> EditionView:
        everyone = self._file.endorsements.of(edition.statement_id)
        found = since(edition, everyone)
        if not found.joined:
            raise DeskError(
                marked("Nobody came since edition {number}: there is nothing to add."),
                number=edition.number,
            )
        view = self.view(edition.statement_id, {one.id for one in found.joined})
        total = sum(one.is_counted for one in everyone)
        text = _AddendumText(view, edition, total, self._list_day(edition.statement_id))
        return replace(view, blocks=text.blocks(), first_number=found.printed_then + 1)


@dataclass(frozen=True, slots=True)
class _AddendumText:
    """What stands around the names of an addendum."""

    view: EditionView
    edition: Edition
    total: int
    day: date

    def blocks(self) -> tuple[Block, ...]:
        """Title, how many there are now, what is added to, and the list."""
        return (
            self._block("title", BlockKind.TITLE, self._title),
            self._block("count", BlockKind.PARAGRAPH, self._now),
            self._block("list", BlockKind.ENDORSER_LIST, self._since),
        )

    def _title(self, language: str) -> str:
        title = " ".join(self.view.title(language).split())
        return translate(language, _TITLE, title=title) if title else ""

    def _since(self, language: str) -> str:
        count = len(self.view.endorsers) + self.view.withheld_count
        when = date.fromisoformat(local_day(self.edition.issued_at or self.edition.adopted_at))
        return translate(
            language,
            _ONE_SINCE if count == 1 else _SOME_SINCE,
            count=in_digits(count, language),
            number=in_digits(self.edition.number, language),
            date=long_date(when, language),
        )

    def _now(self, language: str) -> str:
        return translate(
            language,
            _ONE_NOW if self.total == 1 else _SOME_NOW,
            count=in_digits(self.total, language),
            date=long_date(self.day, language),
        )

    def _block(self, name: str, kind: BlockKind, say: Callable[[str], str]) -> Block:
        sides = {code: drafted("", say(code)) for code in self.view.languages}
        return Block(f"addendum-{name}", kind, aligned(sides, self.view.languages))


def _goes_on(fault: Fault, composition: Composition) -> bool:
    """Whether a list is told not to begin with 1: that of an addendum must not."""
    first = next((part.number for part in composition.parts if part.role is Role.ENDORSER), 1)
    return fault.rule is Rule.NUMBERING and fault.arguments.get("found") == first
