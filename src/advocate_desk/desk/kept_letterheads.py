"""Letterheads as a desk keeps them: what was taken over from the user's file, as JSON text."""

from __future__ import annotations

import json
import re
import struct
from base64 import b64decode, b64encode
from dataclasses import asdict
from functools import lru_cache
from html import unescape
from xml.etree import ElementTree as ET

from advocate_desk.model.letterhead import Letterhead, LetterheadLook, LetterheadPage
from advocate_desk.model.pictures import size_of, without_metadata

_MARKUP = ("header_xml", "footer_xml", "first_header_xml", "first_footer_xml")
_MOST_MARKUP = 2_000_000
_FIELDS = frozenset({"PAGE", "NUMPAGES"})
_NEVER = frozenset({"fldSimple", "object", "altChunk", "subDoc", "control", "script"})
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


@lru_cache(maxsize=4)
def letterhead_from_text(name: str, text: str) -> Letterhead | None:
    """What `letterhead_as_text` wrote, None where it cannot be used.

    A desk may come from somebody else, so markup that our reader would not have left is refused.
    """
    try:
        kept = json.loads(text)
        made = Letterhead(
            name=name,
            page=LetterheadPage(**kept["page"]),
            differs_first=bool(kept["differs_first"]),
            images={key: b64decode(data) for key, data in kept["images"].items()},
            looks={kind: LetterheadLook(**look) for kind, look in kept["looks"].items()},
            **{field: b64decode(kept[field]) for field in _MARKUP},
        )
        _insist_on_harmless(made)
    except (ValueError, KeyError, TypeError, AttributeError, SyntaxError, struct.error):
        return None
    return made


def _insist_on_harmless(letterhead: Letterhead) -> None:
    """Nothing that grows, loads or runs.

    Raises:
        ValueError: a picture is none, or the markup holds more than words and page numbers.
        SyntaxError: the markup is not well formed.
    """
    for image in letterhead.images.values():
        size_of(without_metadata(image))
    for field in _MARKUP:
        markup = getattr(letterhead, field)
        if len(markup) > _MOST_MARKUP or b"<!" in markup:
            raise ValueError(field)
        if markup:
            _insist_on_page_numbers(ET.fromstring(markup))  # noqa: S314 - bounded, without a DTD


def _insist_on_page_numbers(root: ET.Element) -> None:
    for element in root.iter():
        name = element.tag.rpartition("}")[2]
        has_field = any(key.rpartition("}")[2] == "instr" for key in element.attrib)
        is_other = name == "instrText" and (element.text or "").strip() not in _FIELDS
        if has_field or is_other or name in _NEVER:
            raise ValueError(name)
