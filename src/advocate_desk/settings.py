"""What the program remembers between two starts about its window, never about anybody's text."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import NamedTuple

MOST_RECENT = 8
TEXT_SIZES = (10, 20)
_NONE_OPEN: Mapping[str, str] = MappingProxyType({})


class Settings(NamedTuple):
    """`language` is empty until somebody chose one; `theme` is system, light or dark.

    `author` is what the person at this machine is called in reviews and comments. `mark_terms`
    underlines the terms of the glossary. `endorser_columns` says which columns of the endorsers'
    table were shown or hidden, as `kind=yes,pin=no`.
    """

    language: str = ""
    theme: str = "system"
    text_size: int = 12
    recent: tuple[str, ...] = ()
    open_statements: Mapping[str, str] = _NONE_OPEN
    geometry: str = ""
    state: str = ""
    author: str = ""
    mark_terms: bool = True
    endorser_columns: str = ""

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
        return cls(user_folder() / "window.txt")

    @property
    def folder(self) -> Path:
        """Where the file lies; crash reports lie beside it."""
        return self._path.parent

    def read(self) -> Settings:
        """What was kept, as far as it can be read."""
        try:
            lines = self._path.read_text(encoding="utf-8").split("\n")
        except (OSError, ValueError):
            return Settings()
        kept: dict[str, list[str]] = {}
        for line in lines:
            key, sign, value = line.partition("=")
            if sign:
                kept.setdefault(key, []).append(value)
        return _settings(kept)

    def write(self, settings: Settings) -> None:
        """Keeps the settings; a folder that cannot be written is no reason to stop work."""
        draft = self._path.with_suffix(".new")
        try:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            draft.write_text("".join(_lines(settings)), encoding="utf-8")
            draft.replace(self._path)
        except (OSError, ValueError):
            return


def user_folder() -> Path:
    """The folder for this user's settings, made by nobody yet."""
    from platformdirs import user_config_path

    return user_config_path("advocate-desk", appauthor=False)


def _lines(settings: Settings) -> Iterator[str]:
    """One `key=value` per line: read without the 4 ms that importing a parser takes."""
    single = {
        "language": settings.language,
        "theme": settings.theme,
        "text_size": str(settings.text_size),
        "geometry": settings.geometry,
        "state": settings.state,
        "author": settings.author,
        "mark_terms": "yes" if settings.mark_terms else "no",
        "endorser_columns": settings.endorser_columns,
    }
    pairs = [*single.items(), *(("recent", path) for path in settings.recent)]
    pairs += [("open", f"{known}={path}") for path, known in settings.open_statements.items()]
    # A path with a line feed in its name is possible, and not remembered.
    return (f"{key}={value}\n" for key, value in pairs if not {"\n", "\r"} & set(value))


def _settings(kept: Mapping[str, list[str]]) -> Settings:
    opened = (value.partition("=") for value in kept.get("open", []))
    return Settings(
        language=_last(kept, "language", ""),
        theme=_last(kept, "theme", "system"),
        text_size=_size(_last(kept, "text_size", "")),
        recent=tuple(kept.get("recent", []))[:MOST_RECENT],
        open_statements={path: known for known, sign, path in opened if sign},
        geometry=_last(kept, "geometry", ""),
        state=_last(kept, "state", ""),
        author=_last(kept, "author", ""),
        mark_terms=_last(kept, "mark_terms", "yes") != "no",
        endorser_columns=_last(kept, "endorser_columns", ""),
    )


def _last(kept: Mapping[str, list[str]], key: str, default: str) -> str:
    return kept.get(key, [default])[-1]


def _size(value: str) -> int:
    least, most = TEXT_SIZES
    if not value.isdecimal():
        return Settings().text_size
    return min(most, max(least, int(value)))
