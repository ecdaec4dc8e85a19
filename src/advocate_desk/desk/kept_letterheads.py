"""Letterheads as a desk keeps them: what was taken over from the user's file, as JSON text."""

from __future__ import annotations

import json
import re
from base64 import b64decode, b64encode
from dataclasses import asdict
from html import unescape

from advocate_desk.model.letterhead import Letterhead, LetterheadLook, LetterheadPage

_MARKUP = ("header_xml", "footer_xml", "first_header_xml", "first_footer_xml")
_TAG = re.compile(r"<[^>]*>")


def letterhead_as_text(letterhead: Letterhead) -> str:
    """The letterhead without its name, which is its key."""
    kept = {
        "page": asdict(letterhead.page),
        "differs_first": letterhead.differs_first,
        "images": {key: b64encode(data).decode() for key, data in letterhead.images.items()},
        "looks": {kind: asdict(look) for kind, look in letterhead.looks.items()},
    }
    markup = {name: b64encode(getattr(letterhead, name)).decode() for name in _MARKUP}
    return json.dumps(kept | markup, sort_keys=True)


def words_of(letterhead: Letterhead) -> tuple[str, ...]:
    """What can be read in the head and foot, paragraph by paragraph."""
    markup = " ".join(getattr(letterhead, name).decode("utf-8", "replace") for name in _MARKUP)
    return tuple(unescape(_TAG.sub("", part)) for part in markup.split("</w:p>"))


def letterhead_from_text(name: str, text: str) -> Letterhead | None:
    """What `letterhead_as_text` wrote, None where it cannot be read."""
    try:
        kept = json.loads(text)
        return Letterhead(
            name=name,
            page=LetterheadPage(**kept["page"]),
            differs_first=bool(kept["differs_first"]),
            images={key: b64decode(data) for key, data in kept["images"].items()},
            looks={kind: LetterheadLook(**look) for kind, look in kept["looks"].items()},
            **{field: b64decode(kept[field]) for field in _MARKUP},
        )
    except (ValueError, KeyError, TypeError, AttributeError):
        return None
