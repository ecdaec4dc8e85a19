"""What the program remembers between two starts about its window, never about anybody's text."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType
from typing import NamedTuple

MOST_RECENT = 8
TEXT_SIZES = (10, 20)
_NONE_OPEN: Mapping[str, str] = MappingProxyType({})


class Settings(NamedTuple):
    """`language` is empty until somebody chose one; `theme` is system, light or dark."""

    language: str = ""
    theme: str = "system"
    text_size: int = 12
    recent: tuple[str, ...] = ()
    open_statements: Mapping[str, str] = _NONE_OPEN
    geometry: str = ""
    state: str = ""

    def with_recent(self, path: Path) -> Settings:
        """The same with this desk as the one opened last."""
        others = [known for known in self.recent if known != str(path)]
        return self._replace(recent=(str(path), *others)[:MOST_RECENT])

    def without_recent(self, path: Path) -> Settings:
        """The same without a desk that could not be opened."""
        return self._replace(recent=tuple(known for known in self.recent if known != str(path)))

    def with_open_statement(self, path: Path, statement_id: str) -> Settings:
        """The same, remembering which statement of a desk was open."""
        return self._replace(open_statements={**self.open_statements, str(path): statement_id})


class SettingsFile:
    """The file the settings are kept in; a missing or broken one means the defaults."""

    def __init__(self, path: Path) -> None:
        self._path = path

    @classmethod
    def of_this_user(cls) -> SettingsFile:
        """The file in the folder where this system keeps a user's settings."""
        return cls(user_folder() / "window.json")

    @property
    def folder(self) -> Path:
        """Where the file lies; crash reports lie beside it."""
        return self._path.parent

    def read(self) -> Settings:
        """What was kept, as far as it can be read."""
        if not self._path.exists():
            return Settings()
        import json

        try:
            kept = json.loads(self._path.read_text(encoding="utf-8"))
        except (OSError, ValueError):
            return Settings()
        return _settings(kept) if isinstance(kept, dict) else Settings()

    def write(self, settings: Settings) -> None:
        """Keeps the settings; a folder that cannot be written is no reason to stop work."""
        import json

        draft = self._path.with_suffix(".new")
        try:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            draft.write_text(json.dumps(_plain(settings), indent=1), encoding="utf-8")
            draft.replace(self._path)
        except OSError:
            return


def user_folder() -> Path:
    """The folder for this user's settings, made by nobody yet."""
    from platformdirs import user_config_path

    return user_config_path("advocate-desk", appauthor=False)


def _plain(settings: Settings) -> dict[str, object]:
    return {
        "language": settings.language,
        "theme": settings.theme,
        "text_size": settings.text_size,
        "recent": list(settings.recent),
        "open_statements": dict(settings.open_statements),
        "geometry": settings.geometry,
        "state": settings.state,
    }


def _settings(kept: Mapping[str, object]) -> Settings:
    recent = kept.get("recent")
    opened = kept.get("open_statements")
    return Settings(
        language=_text(kept, "language", ""),
        theme=_text(kept, "theme", "system"),
        text_size=_size(kept.get("text_size")),
        recent=tuple(map(str, recent))[:MOST_RECENT] if isinstance(recent, list) else (),
        open_statements={str(k): str(v) for k, v in opened.items()}
        if isinstance(opened, dict)
        else {},
        geometry=_text(kept, "geometry", ""),
        state=_text(kept, "state", ""),
    )


def _text(kept: Mapping[str, object], key: str, default: str) -> str:
    value = kept.get(key)
    return value if isinstance(value, str) else default


def _size(value: object) -> int:
    least, most = TEXT_SIZES
    return min(most, max(least, value)) if type(value) is int else Settings().text_size
