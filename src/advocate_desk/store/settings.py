"""Settings that belong to the desk, not to the computer."""

from __future__ import annotations


class SettingRows:
    """Texts by key, for example the coalition's name per language."""

    def get(self, key: str, default: str = "") -> str:
        """The text of a setting, `default` if it was never set."""
        raise NotImplementedError

    def set(self, key: str, value: str) -> None:
        """Set a text."""
        raise NotImplementedError
