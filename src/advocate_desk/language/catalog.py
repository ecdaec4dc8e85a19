"""The one catalogue of texts: English is the source, other languages come from gettext files.

Two languages are in play. `tr` and `ntr` speak the language of the window, which can change while
the program runs; `translate` speaks the language it is given, which is what documents need.
"""

from __future__ import annotations

from functools import lru_cache
from gettext import GNUTranslations, NullTranslations
from pathlib import Path

from advocate_desk.language.numbers import in_digits
from advocate_desk.paths import data_path

SOURCE_LANGUAGE = "en"
_DOMAIN = "advocate_desk"

_in_use = SOURCE_LANGUAGE


def use(language: str) -> None:
    """Speak this language from now on; texts it does not have stay English.

    Raises:
        ValueError: this is not the code of a language.
    """
    global _in_use  # noqa: PLW0603 - the window has one language, and this module is its owner
    if not _is_code(language):
        raise ValueError(language)
    _in_use = language


def current() -> str:
    """The language of the window."""
    return _in_use


def available() -> tuple[str, ...]:
    """English and every language that has a compiled catalogue, in the order of their codes."""
    folder = _folder()
    found = folder.glob(f"*/LC_MESSAGES/{_DOMAIN}.mo") if folder else ()
    return tuple(sorted({SOURCE_LANGUAGE, *(path.parts[-3] for path in found)}))


def tr(text: str, /, **fields: object) -> str:
    """A text in the language of the window, its `{name}` fields filled."""
    return translate(_in_use, text, **fields)


def ntr(one: str, many: str, n: int, /, **fields: object) -> str:
    """The form of a text that goes with a count, in the language of the window; `{n}` is filled."""
    source = one if n == 1 else many
    found = _catalogue(_in_use).ngettext(one, many, n)
    return _filled(found, source, _in_use, {"n": n, **fields})


def translate(language: str, text: str, /, **fields: object) -> str:
    """A text in a given language: for documents, which never speak the window's language."""
    found = _catalogue(language).gettext(text) if text else ""
    return _filled(found, text, language, fields)


def qt_text(context: str, text: str) -> str | None:
    """One of Qt's own texts in the language of the window, or None where we have none."""
    wanted = f"qt.{context}"
    found = _catalogue(_in_use).pgettext(wanted, text)
    return found if found != text else None


def forget() -> None:
    """Read the catalogues anew the next time; for tools that have just written one."""
    _catalogue.cache_clear()


def _filled(found: str, source: str, language: str, fields: dict[str, object]) -> str:
    """The translation with its fields filled; a translation with wrong fields gives way.

    Without fields a text is taken as it is, so that it may show `{{date}}`.
    """
    if not fields:
        return found
    is_english = found == source and _has_words(source)
    try:
        return found.format(**_localised(fields, SOURCE_LANGUAGE if is_english else language))
    except (KeyError, IndexError, ValueError, AttributeError):
        return source.format(**_localised(fields, SOURCE_LANGUAGE))


def _has_words(source: str) -> bool:
    """Whether a text says anything beside its fields; {n} / {total} does not."""
    outside_fields = "".join(part.rpartition("}")[2] for part in source.split("{"))
    return any(character.isalpha() for character in outside_fields)


def _localised(fields: dict[str, object], language: str) -> dict[str, object]:
    """Whole numbers get the digits of the sentence they stand in."""
    return {
        name: in_digits(value, language) if type(value) is int else value
        for name, value in fields.items()
    }


def _is_code(language: str) -> bool:
    """Whether this can be the code of a language; it becomes the name of a folder."""
    return language.isascii() and language.replace("_", "").isalpha()


def _folder() -> Path | None:
    try:
        return data_path("translations")
    except FileNotFoundError:
        return None


@lru_cache(maxsize=8)
def _catalogue(language: str) -> NullTranslations:
    """The catalogue of a language, read when its first text is asked for."""
    folder = _folder()
    if folder is None or not _is_code(language):
        return NullTranslations()
    path = folder / language / "LC_MESSAGES" / f"{_DOMAIN}.mo"
    try:
        with path.open("rb") as file:
            return GNUTranslations(file)
    except (OSError, ValueError):
        return NullTranslations()  # a missing or damaged catalogue leaves English
