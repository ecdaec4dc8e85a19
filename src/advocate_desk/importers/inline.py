"""Markup inside a line: emphasis, links, escapes. What is not balanced is text and stays.

A link with a title of its own stays as it was typed, or the title would be lost.
"""

from __future__ import annotations

import re

_ESCAPE = re.compile(r"\\([!-/:-@\[-`{-~])")
_HELD = 0xE000  # escaped signs wait in the private use area while the other rules run
_IMAGE = re.compile(r"!\[([^\[\]\n]*)\]\(([^()\s]{1,2000})\)")
_LINK = re.compile(r"\[([^\[\]\n]+)\]\(([^()\s]{1,2000})\)")
_AUTOLINK = re.compile(r"<(https?://[^\s<>]{1,2000}|[^\s<>@]{1,64}@[^\s<>@]{1,255})>")
_STRONG = re.compile(r"(\*\*\*?)(?=[^\s*])([^*\n]*[^\s*])\1(?!\*)")
_LIGHT = re.compile(r"(?<![\w*])\*(?=[^\s*])([^*\n]*[^\s*])\*(?![\w*])")
_UNDERSCORES = re.compile(r"(?<![\w_])(__?)(?=[^\s_])([^_\n]*[^\s_])\1(?![\w_])")
_STRUCK = re.compile(r"~~(?=[^\s~])([^~\n]*[^\s~])~~")


def without_inline_markup(text: str) -> str:
    """The text without balanced emphasis, link syntax and escaping backslashes."""
    if not any(sign in text for sign in "\\*_[<~"):
        return text
    held = _ESCAPE.sub(_hold, text) if not _has_private(text) else text
    plain = _without_emphasis(_without_links(held))
    if held is text:
        return plain
    return "".join(_release(character) for character in plain)


def _has_private(text: str) -> bool:
    return any(_HELD <= ord(character) < _HELD + 128 for character in text)


def _hold(match: re.Match[str]) -> str:
    return chr(_HELD + ord(match.group(1)))


def _release(character: str) -> str:
    code = ord(character) - _HELD
    return chr(code) if 0 <= code < 128 else character


def _without_links(text: str) -> str:
    shown = _IMAGE.sub(_link_text, text) if "![" in text else text
    shown = _LINK.sub(_link_text, shown) if "](" in shown else shown
    return _AUTOLINK.sub(r"\1", shown) if "<" in shown else shown


def _link_text(match: re.Match[str]) -> str:
    """The words of a link; its address too, where the words do not tell it."""
    return shown_link(match.group(1), match.group(2))


def shown_link(words: str, target: str) -> str:
    """The words of a link, followed by its address unless the words are the address."""
    address = re.sub(r"^(?:mailto|tel):", "", target, flags=re.IGNORECASE)
    if _bare(words) in {_bare(address), _bare(target)} or not address:
        return words
    return f"{words} ({address})" if words.strip() else address


def _bare(address: str) -> str:
    cut = re.sub(r"^(?:https?://)?(?:www\.)?", "", address.strip().casefold())
    return cut.rstrip("/")


def _without_emphasis(text: str) -> str:
    for _ in range(3):  # emphasis may stand within emphasis
        plain = _STRONG.sub(r"\2", _LIGHT.sub(r"\1", text)) if "*" in text else text
        plain = _UNDERSCORES.sub(r"\2", plain) if "_" in plain else plain
        plain = _STRUCK.sub(r"\1", plain) if "~~" in plain else plain
        if plain == text:
            break
        text = plain
    return text
