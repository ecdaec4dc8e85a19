"""What the registry keeps beside the names: aliases, contacts, coalitions. Rows to model and back."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping

from advocate_desk.model.endorser_statistics import Tallied
from advocate_desk.model.kinds import ENGLISH, KHMER, ShowAs
from advocate_desk.model.registry import (
    Alias,
    Contact,
    EndorserRecord,
    NameKind,
    RegistryName,
)
from advocate_desk.model.registry_overview import Registered
from advocate_desk.store.connection import Connection
from advocate_desk.store.endorsers import EndorserRows
from advocate_desk.store.search import comparable

_ALL_NAMES = """SELECT endorser_id, language, CASE name WHEN '' THEN written ELSE name END,
        acronym, 'name' FROM endorser_names
    UNION ALL SELECT endorser_id, language, name, '', kind FROM endorser_aliases
    ORDER BY 1"""
_FOUND = """SELECT id FROM endorsers WHERE (?2 = '' OR kind = ?2) AND (?3 = '' OR province = ?3)
    AND (?1 = '' OR id IN (
        SELECT endorser_id FROM endorser_names
            WHERE instr(name_key, ?1) OR instr(printed_key, ?1) OR instr(acronym_key, ?1)
        UNION SELECT endorser_id FROM endorser_aliases WHERE instr(name_key, ?1)))
    ORDER BY (SELECT min(name_key) FROM endorser_names WHERE endorser_id = id), id LIMIT ?4"""
_COUNTED = frozenset({"kind", "province"})
_OVERVIEW = """SELECT e.id, e.kind, e.province, coalesce(s.statements, 0), coalesce(s.hidden, 0)
    FROM endorsers e LEFT JOIN (
        SELECT endorser_id, count(DISTINCT statement_id) AS statements,
            max(show_as = 'withheld') AS hidden
        FROM endorsements GROUP BY endorser_id) s ON s.endorser_id = e.id"""
_TALLIED = """SELECT kind, province, count(*) FROM endorsers GROUP BY kind, province"""
_TALLIED_OF = """SELECT kind, province, count(*), state, show_as FROM endorsements
    JOIN endorsers ON endorsers.id = endorser_id WHERE statement_id = ?
    GROUP BY kind, province, state, show_as"""
_NAMES_SHOWN = """SELECT endorser_id, language, CASE name WHEN '' THEN written ELSE name END,
        acronym, name_key || ' ' || printed_key
    FROM endorser_names ORDER BY endorser_id, position"""


class RegistryRows:
    """The records of the registry."""

    def __init__(self, connection: Connection, endorsers: EndorserRows) -> None:
        self._connection = connection
        self._endorsers = endorsers

    def record(self, endorser_id: str) -> EndorserRecord:
        """One record; KeyError if there is none."""
        endorser = self._endorsers.get(endorser_id)
        sensitivity = "SELECT sensitivity FROM endorsers WHERE id = ?"
        return EndorserRecord(
            endorser,
            self._aliases(endorser_id),
            self._contacts(endorser_id),
            self._ids("coalition_id", "member_id", endorser_id),
            self._ids("member_id", "coalition_id", endorser_id),
            self._connection.value(sensitivity, endorser_id),
        )

    def found(self, query: str, kind: str, province: str, limit: int) -> tuple[str, ...]:
        """The ids of endorsers with the query in a name, acronym or alias, ordered by name."""
        rows = self._connection.all(_FOUND, comparable(query), kind, province, limit)
        return tuple(row[0] for row in rows)

    def all_names(self) -> tuple[RegistryName, ...]:
        """Every name, alias and former name of all endorsers, in one query."""
        rows = self._connection.all(_ALL_NAMES)
        return tuple(
            RegistryName(endorser_id, language, text, acronym, NameKind(kind))
            for endorser_id, language, text, acronym, kind in rows
        )

    def counts(self, column: str) -> Mapping[str, int]:
        """How many endorsers there are of each kind, or in each province."""
        if column not in _COUNTED:
            raise ValueError(column)
        rows = self._connection.all(f"SELECT {column}, count(*) FROM endorsers GROUP BY 1")  # noqa: S608 - one of two fixed names
        return Counter(dict(rows))

    def overview(self) -> list[Registered]:
        """Every endorser as a row of a table, in no order."""
        names, acronyms, keys = self._shown()
        for endorser_id, key in self._connection.all(
            "SELECT endorser_id, name_key FROM endorser_aliases"
        ):
            keys[endorser_id].append(key)
        return [
            Registered(
                endorser_id,
                names.get((endorser_id, KHMER), ""),
                names.get((endorser_id, ENGLISH), ""),
                acronyms.get((endorser_id, ENGLISH)) or acronyms.get((endorser_id, KHMER), ""),
                kind,
                province,
                statements,
                bool(hidden),
                " ".join(keys[endorser_id]),
            )
            for endorser_id, kind, province, statements, hidden in self._connection.all(_OVERVIEW)
        ]

    def _shown(
        self,
    ) -> tuple[dict[tuple[str, str], str], dict[tuple[str, str], str], defaultdict[str, list[str]]]:
        """Names and acronyms by endorser and language, and what names are searched by."""
        names: dict[tuple[str, str], str] = {}
        acronyms: dict[tuple[str, str], str] = {}
        keys: defaultdict[str, list[str]] = defaultdict(list)
        for endorser_id, language, name, acronym, key in self._connection.all(_NAMES_SHOWN):
            names[endorser_id, language] = name
            acronyms[endorser_id, language] = acronym
            keys[endorser_id].append(key if not acronym else f"{key} {comparable(acronym)}")
        return names, acronyms, keys

    def tallied(self, statement_id: str = "") -> tuple[Tallied, ...]:
        """How many endorsers are alike, of the registry or of a statement."""
        query, of = (_TALLIED_OF, [statement_id]) if statement_id else (_TALLIED, [])
        return tuple(Tallied(*row) for row in self._connection.all(query, *of))

    def sensitive_ids(self) -> frozenset[str]:
        """The endorsers of whom the record says that care is needed."""
        rows = self._connection.all("SELECT id FROM endorsers WHERE sensitivity <> ''")
        return frozenset(row[0] for row in rows)

    def withheld_ids(self) -> frozenset[str]:
        """The endorsers whose name is withheld in some statement."""
        rows = self._connection.all(
            "SELECT DISTINCT endorser_id FROM endorsements WHERE show_as = ?", ShowAs.WITHHELD
        )
        return frozenset(row[0] for row in rows)

    def distinct(self) -> frozenset[tuple[str, str]]:
        """The pairs that are not the same, the smaller id first."""
        rows = self._connection.all("SELECT one_id, other_id FROM endorser_distinct")
        return frozenset((one, other) for one, other in rows)

    def distinguish(self, one_id: str, other_id: str) -> int:
        """Note that two are not the same; how many rows that is, none if it was known."""
        one, other = sorted((one_id, other_id))
        return self._connection.write(
            "INSERT OR IGNORE INTO endorser_distinct (one_id, other_id) VALUES (?, ?)", one, other
        )

    def write(self, record: EndorserRecord) -> None:
        """Write everything of a record but its endorser's own row and names."""
        endorser_id = record.endorser.id
        self._connection.write(
            "UPDATE endorsers SET sensitivity = ? WHERE id = ? AND sensitivity <> ?",
            record.sensitivity,
            endorser_id,
            record.sensitivity,
        )
        if record.aliases != self._aliases(endorser_id):
            self._write_aliases(endorser_id, record.aliases)
        if record.contacts != self._contacts(endorser_id):
            self._write_contacts(endorser_id, record.contacts)
        self._write_members(record)

    def coalitions(self, endorser_ids: Iterable[str]) -> tuple[tuple[str, str], ...]:
        """The pairs of coalition and member of which both are among these endorsers."""
        wanted = set(endorser_ids)
        rows = self._connection.all(
            "SELECT coalition_id, member_id FROM endorser_members ORDER BY 1, 2"
        )
        return tuple((one, other) for one, other in rows if one in wanted and other in wanted)

    def _aliases(self, endorser_id: str) -> tuple[Alias, ...]:
        rows = self._connection.all(
            "SELECT language, name, kind FROM endorser_aliases WHERE endorser_id = ?"
            " ORDER BY position",
            endorser_id,
        )
        return tuple(Alias(language, name, NameKind(kind)) for language, name, kind in rows)

    def _contacts(self, endorser_id: str) -> tuple[Contact, ...]:
        rows = self._connection.all(
            "SELECT name, role, phone, messenger, email FROM endorser_contacts"
            " WHERE endorser_id = ? ORDER BY position",
            endorser_id,
        )
        return tuple(Contact(*row) for row in rows)

    def _ids(self, wanted: str, known: str, endorser_id: str) -> tuple[str, ...]:
        rows = self._connection.all(
            f"SELECT {wanted} FROM endorser_members WHERE {known} = ? ORDER BY 1",  # noqa: S608 - fixed names
            endorser_id,
        )
        return tuple(row[0] for row in rows)

    def _write_aliases(self, endorser_id: str, aliases: tuple[Alias, ...]) -> None:
        self._connection.write("DELETE FROM endorser_aliases WHERE endorser_id = ?", endorser_id)
        self._connection.write_many(
            "INSERT INTO endorser_aliases (endorser_id, position, language, name, kind, name_key)"
            " VALUES (?, ?, ?, ?, ?, ?)",
            [
                (endorser_id, place, one.language, one.name, one.kind, comparable(one.name))
                for place, one in enumerate(aliases)
            ],
        )

    def _write_contacts(self, endorser_id: str, contacts: tuple[Contact, ...]) -> None:
        self._connection.write("DELETE FROM endorser_contacts WHERE endorser_id = ?", endorser_id)
        self._connection.write_many(
            "INSERT INTO endorser_contacts (endorser_id, position, name, role, phone, messenger,"
            " email) VALUES (?, ?, ?, ?, ?, ?, ?)",
            [
                (endorser_id, place, one.name, one.role, one.phone, one.messenger, one.email)
                for place, one in enumerate(contacts)
            ],
        )

    def _write_members(self, record: EndorserRecord) -> None:
        """Only what is different, so that an edit leaves no trace where nothing changed."""
        endorser_id = record.endorser.id
        for wanted, known, ids in (
            ("coalition_id", "member_id", record.coalition_ids),
            ("member_id", "coalition_id", record.member_ids),
        ):
            there = self._ids(wanted, known, endorser_id)
            self._connection.write_many(
                f"DELETE FROM endorser_members WHERE {known} = ? AND {wanted} = ?",  # noqa: S608 - fixed names
                [(endorser_id, one) for one in there if one not in ids],
            )
            self._connection.write_many(
                f"INSERT INTO endorser_members ({known}, {wanted}) VALUES (?, ?)",  # noqa: S608 - fixed names
                [(endorser_id, one) for one in ids if one not in there],
            )
