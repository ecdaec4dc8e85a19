"""The values of a style file, each checked as it is read; a wrong one is refused by its key."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from advocate_desk.language.fonts import face, faces, lacks
from advocate_desk.language.safe_text import clean
from advocate_desk.model.errors import StyleRefused
from advocate_desk.model.marked import marked

MOST_BYTES = 200_000
LONGEST_TEXT = 100
_COLOR = re.compile(r"#?([0-9A-Fa-f]{6})")
_FIELDS = re.compile(r"\{([^{}]*)\}")

NOT_READ = marked("The style “{file}” cannot be read: {reason}.")
UNKNOWN = marked("The style “{file}” has a key that is not known: {key}.")
MISSING = marked("The style “{file}” lacks the key {key}.")
NOT_A_TABLE = marked("In the style “{file}”, {key} must be a table.")
NOT_A_NUMBER = marked("In the style “{file}”, {key} must be a number from {low} to {high}.")
NOT_A_FLAG = marked("In the style “{file}”, {key} must be true or false.")
NOT_A_CHOICE = marked("In the style “{file}”, {key} must be one of: {choices}.")
NOT_A_COLOR = marked("In the style “{file}”, {key} must be a colour such as 1B2A41.")
NOT_A_FONT = marked(
    "In the style “{file}”, {key} must be a font that comes with the program: {choices}."
)
NOT_A_TEXT = marked("In the style “{file}”, {key} must be a text of at most {most} characters.")
NOT_A_FORM = marked(
    "In the style “{file}”, {key} must hold {{page}}, and may hold {{pages}} and nothing else in"
    " braces."
)


def read_toml(path: Path) -> dict[str, Any]:
    """The tables of a file.

    Raises:
        StyleRefused: it is not there, too large, or no TOML.
    """
    try:
        if path.stat().st_size > MOST_BYTES:
            raise StyleRefused(NOT_READ, file=path.name, reason=f"> {MOST_BYTES // 1000} kB")
        return parsed(path.name, path.read_text(encoding="utf-8"))
    except OSError as problem:
        reason = problem.strerror or type(problem).__name__
        raise StyleRefused(NOT_READ, file=path.name, reason=reason) from problem
    except UnicodeDecodeError as problem:
        raise StyleRefused(NOT_READ, file=path.name, reason="UTF-8") from problem


def parsed(file: str, content: str) -> dict[str, Any]:
    """The tables of a text.

    Raises:
        StyleRefused: it is no TOML.
    """
    try:
        return tomllib.loads(content)
    except (tomllib.TOMLDecodeError, RecursionError) as problem:
        reason = str(problem)[:200].rstrip(".") or type(problem).__name__
        raise StyleRefused(NOT_READ, file=file, reason=reason) from problem


def merged(usual: Mapping[str, Any], own: Mapping[str, Any]) -> dict[str, Any]:
    """What a file says, and what the usual style says where it says nothing."""
    whole = dict(usual)
    for key, value in own.items():
        inner = usual.get(key)
        both = isinstance(inner, Mapping) and isinstance(value, Mapping)
        whole[key] = merged(inner, value) if both else value  # type: ignore[arg-type]  # `both` says it
    return whole


_NOTHING = object()


@dataclass(slots=True)
class Values:
    """One table; `end` refuses the keys that nobody asked for."""

    file: str
    content: Mapping[str, Any]
    path: str = ""
    asked: set[str] = field(default_factory=set)

    def table(self, key: str) -> Values:
        """A table inside this one."""
        value = self._value(key, _NOTHING)
        if not isinstance(value, Mapping):
            raise self._refusal(NOT_A_TABLE, key)
        return Values(self.file, value, self._named(key))

    def number(self, key: str, low: float, high: float, *, default: float | None = None) -> float:
        """A number in bounds."""
        value = self._value(key, default)
        is_number = isinstance(value, int | float) and not isinstance(value, bool)
        if not is_number or not low <= value <= high:
            raise self._refusal(NOT_A_NUMBER, key, low=low, high=high)
        return float(value)

    def whole(self, key: str, low: int, high: int) -> int:
        """A whole number in bounds."""
        value = self._value(key, None)
        if type(value) is not int or not low <= value <= high:
            raise self._refusal(NOT_A_NUMBER, key, low=low, high=high)
        return value

    def flag(self, key: str, *, default: bool | None = None) -> bool:
        """True or false."""
        value = self._value(key, default)
        if not isinstance(value, bool):
            raise self._refusal(NOT_A_FLAG, key)
        return value

    def choice(self, key: str, choices: Sequence[str], *, default: str | None = None) -> str:
        """One of a few words."""
        value = self._value(key, default)
        if not isinstance(value, str) or value not in choices:
            raise self._refusal(NOT_A_CHOICE, key, choices=", ".join(choices))
        return value

    def color(self, key: str, *, default: str | None = None) -> str:
        """`RRGGBB`; empty only where that is the default."""
        value = self._value(key, default)
        if value == "" and default == "":
            return ""
        found = _COLOR.fullmatch(value) if isinstance(value, str) else None
        if found is None:
            raise self._refusal(NOT_A_COLOR, key)
        return found[1].upper()

    def font(self, key: str, script: str) -> str:
        """A family we ship that draws a script."""
        value = self._value(key, None)
        sample = "កន្លឹះ" if script == "khmer" else "Aé“”–"
        fitting = [name for name in _families() if not lacks(name, sample)]
        if value not in fitting or face(str(value)) is None:
            raise self._refusal(NOT_A_FONT, key, choices=", ".join(fitting))
        return str(value)

    def texts(self, key: str) -> Mapping[str, str]:
        """A text per language."""
        table = self.table(key)
        return {code: table.text(code) for code in table.content}

    def text(self, key: str) -> str:
        """One short line."""
        value = self._value(key, None)
        is_text = isinstance(value, str) and len(value) <= LONGEST_TEXT and "\n" not in value
        if not is_text:
            raise self._refusal(NOT_A_TEXT, key, most=LONGEST_TEXT)
        return clean(str(value)).text

    def page_form(self, key: str) -> str:
        """A line with the page's number in it."""
        form = self.text(key)
        fields = _FIELDS.findall(form)
        bare = _FIELDS.sub("", form)
        if "page" not in fields or set(fields) - {"page", "pages"} or "{" in bare or "}" in bare:
            raise self._refusal(NOT_A_FORM, key)
        return form

    def end(self) -> None:
        """Refuse what is left over: most likely a slip of the pen.

        Raises:
            StyleRefused: naming the first such key.
        """
        for key in self.content:
            if key not in self.asked:
                raise self._refusal(UNKNOWN, key)

    def _value(self, key: str, default: object) -> Any:  # noqa: ANN401 - whatever TOML holds
        self.asked.add(key)
        if key in self.content:
            return self.content[key]
        if default is None or default is _NOTHING:
            raise self._refusal(MISSING, key)
        return default

    def _named(self, key: str) -> str:
        return f"{self.path}.{key}" if self.path else key

    def _refusal(self, message: str, key: str, **more: object) -> StyleRefused:
        return StyleRefused(message, advice="", file=self.file, key=self._named(key), **more)


def _families() -> tuple[str, ...]:
    return tuple(dict.fromkeys(each.family for each in faces()))
