"""Settings that belong to the desk, not to the computer."""

from __future__ import annotations

from advocate_desk.store.connection import Connection


class SettingRows:
    """Texts by key, for example the coalition's name per language."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def get(self, key: str, default: str = "") -> str:
        """The text of a setting, `default` if it was never set."""
        row = self._connection.first("SELECT value FROM settings WHERE key = ?", key)
        return str(row[0]) if row else default

    def set(self, key: str, value: str) -> None:
        """Set a text."""
        self._connection.write(
            "INSERT INTO settings (key, value) VALUES (?, ?)"
            " ON CONFLICT (key) DO UPDATE SET value = excluded.value",
            key,
            value,
        )
