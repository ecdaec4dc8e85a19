"""Which migrations a desk has seen, read without the library that applies them.

That library takes longer to import than the first paint; a desk that is up to date does without.
"""

from __future__ import annotations

from advocate_desk.store.connection import Connection

APPLICATION_ID = 0x4144_534B  # "ADSK", in the header of every desk
MIGRATION_SET = "advocate_desk"
# every migration, in order
NAMES = ("m0001_first_schema", "m0002_printed_page", "m0003_two_languages", "m0004_registry")


def applied(connection: Connection) -> tuple[str, ...]:
    """The names of the migrations a desk has seen; every desk has seen the first."""
    is_kept = "SELECT count(*) FROM sqlite_schema WHERE name = '_sqlite_migrations'"
    if not connection.value(is_kept):
        return ()
    found = connection.all(
        "SELECT name FROM _sqlite_migrations WHERE migration_set = ? ORDER BY name", MIGRATION_SET
    )
    return tuple(name for (name,) in found)


def unknown(connection: Connection) -> tuple[str, ...]:
    """Migrations the desk has seen and this program has not: the desk is from the future."""
    return tuple(name for name in applied(connection) if name not in NAMES)


def pending(connection: Connection) -> bool:
    """Whether the desk's schema must be brought up to date."""
    return not set(NAMES) <= set(applied(connection))
