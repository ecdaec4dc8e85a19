"""What styles are called in the language of the window."""

from __future__ import annotations

from advocate_desk.language.catalog import current
from advocate_desk.model.looks import KnownStyle


def style_word(style: KnownStyle) -> str:
    """The title of a style in the window's language, else in any, else its name."""
    titles = (style.title.get(current(), ""), *style.title.values())
    return next((title for title in titles if title.strip()), style.name)
