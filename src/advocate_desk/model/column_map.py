"""What the columns of a table of endorsers hold: proposed by a reader, corrected by a person."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum


class ColumnRole(StrEnum):
    """What one column of a table of endorsers may hold.

    `NAME` is a name in either language, or in both in one cell; `ACRONYM` one of either language.
    `PRINTED` says whether the name may be printed, `WITHHELD` whether it must not be.
    """

    NUMBER = "number"
    KHMER = "khmer_name"
    ENGLISH = "english_name"
    NAME = "name"
    KHMER_ACRONYM = "khmer_acronym"
    ENGLISH_ACRONYM = "english_acronym"
    ACRONYM = "acronym"
    KIND = "kind"
    PROVINCE = "province"
    CONTACT = "contact"
    CONTACT_ROLE = "contact_role"
    PHONE = "phone"
    MESSENGER = "messenger"
    EMAIL = "email"
    CONSENT_DAY = "consent_day"
    AGREED = "agreed"
    PRINTED = "printed"
    WITHHELD = "withheld"
    NOTES = "notes"


NAME_ROLES = frozenset({ColumnRole.KHMER, ColumnRole.ENGLISH, ColumnRole.NAME})


@dataclass(frozen=True, slots=True)
class ColumnMap:
    """Where in one sheet what stands; columns count from 0, and one has one role at most.

    `header` is the row with the titles as a spreadsheet program counts it, 0 where there is none.
    A sheet that is not wanted is left out as a whole.
    """

    sheet: str
    columns: Mapping[ColumnRole, int] = field(default_factory=dict)
    header: int = 0
    is_wanted: bool = True

    @property
    def has_names(self) -> bool:
        """Whether a column of names is known: without one no row is an endorser."""
        return bool(NAME_ROLES & self.columns.keys())

    def role_of(self, column: int) -> ColumnRole | None:
        """What a column holds, None where it is not read."""
        return next((role for role, at in self.columns.items() if at == column), None)

    def with_role(self, column: int, role: ColumnRole | None) -> ColumnMap:
        """The map with a column that holds something else, or nothing that is read."""
        kept = {one: at for one, at in self.columns.items() if at != column and one is not role}
        return replace(self, columns={**kept, role: column} if role else kept)


@dataclass(frozen=True, slots=True)
class MappedSheet:
    """One sheet as it was read: its columns' titles, some texts below them, and the map used.

    `top` are the first rows (number and what stands in them), one of which may be the titles.
    """

    map: ColumnMap
    titles: tuple[str, ...]
    rows: int
    top: tuple[tuple[int, str], ...] = ()
