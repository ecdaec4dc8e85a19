"""Small pieces of WordprocessingML as strings: names, escaping, one-attribute elements."""

from __future__ import annotations

import re

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
NAMESPACES = f'xmlns:w="{W}" xmlns:r="{R}"'

# XML 1.0 cannot carry these at all; texts are cleaned at every boundary, this is the last one.
_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_NEEDS_CARE = re.compile('[&<>"\x00-\x08\x0b-\x1f\ud800-\udfff\ufffe\uffff]')


def escaped(text: str) -> str:
    """A text for element content or a double-quoted attribute."""
    if not _NEEDS_CARE.search(text):
        return text
    text = _FORBIDDEN.sub("", text).replace("&", "&amp;").replace("<", "&lt;")
    return text.replace(">", "&gt;").replace('"', "&quot;").replace("\r", "&#13;")


def flag(name: str, *, on: bool) -> str:
    """An on-off property, written out either way, so that no style can change it."""
    return f"<w:{name}/>" if on else f'<w:{name} w:val="0"/>'


def value(name: str, content: object) -> str:
    """A property with one value."""
    return f'<w:{name} w:val="{content}"/>'


def part(root: str, content: str, namespaces: str = NAMESPACES) -> str:
    """A whole part: declaration and root element."""
    return f"{DECLARATION}<w:{root} {namespaces}>{content}</w:{root}>"
