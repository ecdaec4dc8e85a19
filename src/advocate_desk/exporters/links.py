"""E-mail and web addresses in running text, Khmer or English, as links."""

from __future__ import annotations

import re
from urllib.parse import quote

from advocate_desk.exporters.blocks import Link

# Khmer is written without spaces, so an address may touch Khmer letters on both sides.
_KHMER_AND_BREAKS = "\u1780-\u17ff\u19e0-\u19ff\u200b"
_ADDRESS = re.compile(
    r"(?P<mail>[A-Za-z0-9][A-Za-z0-9._%+-]*@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+)"
    rf"|(?P<web>(?:https?://|www\.)[^\s<>\"“”«»{_KHMER_AND_BREAKS}]+)",
    re.IGNORECASE,
)
_CLOSING = ".,;:!?'’”»…"
_PAIRS = {")": "(", "]": "[", "}": "{"}


def links_in(text: str) -> tuple[Link, ...]:
    """The links of a text in reading order, without the punctuation that closes a sentence."""
    if "@" not in text and "://" not in text and "www." not in text.lower():
        return ()
    return tuple(_link(found) for found in _ADDRESS.finditer(text))


def _link(found: re.Match[str]) -> Link:
    address = _without_closing(found[0])
    return Link(found.start(), found.start() + len(address), _target(address, found["mail"]))


def _without_closing(address: str) -> str:
    while address and (address[-1] in _CLOSING or _closes_outside(address)):
        address = address[:-1]
    return address


def _closes_outside(address: str) -> bool:
    """Whether the last character closes a bracket that was opened before the address."""
    opening = _PAIRS.get(address[-1])
    return opening is not None and address.count(address[-1]) > address.count(opening)


def _target(address: str, mail: str | None) -> str:
    if mail:
        return "mailto:" + quote(address, safe="@.+-_")
    target = quote(address, safe=":/?#[]@!$&'()*+,;=%~-._", errors="replace")
    return target if "://" in target else f"https://{target}"
