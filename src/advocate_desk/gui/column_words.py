"""What the roles of columns are called in the language of the window."""

from __future__ import annotations

from collections.abc import Mapping

from advocate_desk.language.catalog import tr
from advocate_desk.model.column_map import ColumnRole
from advocate_desk.model.marked import marked

COLUMN_ROLES: Mapping[ColumnRole, str] = {
    ColumnRole.KHMER: marked("Khmer name"),
    ColumnRole.ENGLISH: marked("English name"),
    ColumnRole.NAME: marked("Name in either language"),
    ColumnRole.KHMER_ACRONYM: marked("Khmer acronym"),
    ColumnRole.ENGLISH_ACRONYM: marked("English acronym"),
    ColumnRole.ACRONYM: marked("Acronym"),
    ColumnRole.KIND: marked("Kind"),
    ColumnRole.PROVINCE: marked("Province"),
    ColumnRole.CONTACT: marked("Contact person"),
    ColumnRole.CONTACT_ROLE: marked("Position"),
    ColumnRole.PHONE: marked("Phone"),
    ColumnRole.MESSENGER: marked("Signal or Telegram"),
    ColumnRole.EMAIL: marked("E-mail"),
    ColumnRole.CONSENT_DAY: marked("Day of the consent"),
    ColumnRole.AGREED: marked("Agrees: yes or no"),
    ColumnRole.PRINTED: marked("May be printed: yes or no"),
    ColumnRole.WITHHELD: marked("To be withheld: yes or no"),
    ColumnRole.NOTES: marked("Notes"),
    ColumnRole.NUMBER: marked("Number in the list"),
}


def column_word(role: ColumnRole | None) -> str:
    """What a column holds; one that is not read says so."""
    return tr(COLUMN_ROLES[role]) if role else tr("not read")
