"""The translation memory as a TMX 1.4 file, as OmegaT and others read it.

Nobody is named in it, and the same pairs give the same bytes.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from xml.sax.saxutils import escape, quoteattr

from advocate_desk.language.safe_text import clean
from advocate_desk.model.kinds import ENGLISH, KHMER
from advocate_desk.model.memory import MemoryPair

_VERSION = "1"  # of what is written here, not of the program: a new release changes no byte
_HEAD = """<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE tmx SYSTEM "tmx14.dtd">
<tmx version="1.4">
  <header creationtool="Advocate Desk" creationtoolversion={version} segtype="paragraph"\
 o-tmf="Advocate Desk" adminlang="en" srclang={source} datatype="plaintext"/>
  <body>
"""
_FOOT = "  </body>\n</tmx>\n"


def tmx_bytes(pairs: Iterable[MemoryPair], *, source: str = ENGLISH) -> bytes:
    """The pairs as a file; `source` is the language it is said to be translated from."""
    head = _HEAD.replace("{version}", quoteattr(_VERSION)).replace("{source}", quoteattr(source))
    order = (source, KHMER if source == ENGLISH else ENGLISH)
    units = ("".join(_unit(pair, order)) for pair in sorted(pairs, key=_place))
    return "".join((head, *units, _FOOT)).encode()


def _place(pair: MemoryPair) -> tuple[str, str]:
    return pair.texts[ENGLISH], pair.texts[KHMER]


def _unit(pair: MemoryPair, order: tuple[str, str]) -> Iterator[str]:
    day = pair.approved_on.replace("-", "")
    changed = f' changedate="{day}T000000Z"' if len(day) == 8 and day.isascii() else ""
    yield f"    <tu{changed}>\n"
    for language in order:
        text = escape(clean(pair.texts[language]).text)
        yield f'      <tuv xml:lang="{language}">\n        <seg>{text}</seg>\n      </tuv>\n'
    yield "    </tu>\n"
