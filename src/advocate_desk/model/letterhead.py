"""What is taken over from the user's own Word document: its page, its head and foot, its looks.

`importers/letterhead_reader.py` makes it. Nothing of the file survives but what is named here.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class LetterheadPage:
    """Paper and margins in twips; `header` and `footer` are their distances from the edge."""

    width: int = 11906
    height: int = 16838
    top: int = 1304
    right: int = 1304
    bottom: int = 1247
    left: int = 1304
    header: int = 624
    footer: int = 567


@dataclass(frozen=True, slots=True)
class LetterheadLook:
    """How a kind of paragraph looks there: size in half points, `RRGGBB`, alignment; 0, "" unsaid."""

    size: int = 0
    color: str = ""
    align: str = ""


@dataclass(frozen=True, slots=True)
class Letterhead:
    """A letterhead: sanitised paragraphs and tables (WordprocessingML) of its head and foot.

    `header_xml` and `footer_xml` are the children of `w:hdr` and `w:ftr` under one root element,
    `first_…` the ones of a first page that differs (empty where there is none). A picture in them
    names its file by `r:embed`, a key of `images`. `looks` are those of `title`, `heading` and
    `body`.
    """

    name: str = ""
    page: LetterheadPage = LetterheadPage()
    header_xml: bytes = b""
    footer_xml: bytes = b""
    first_header_xml: bytes = b""
    first_footer_xml: bytes = b""
    differs_first: bool = False
    images: Mapping[str, bytes] = field(default_factory=dict, hash=False)
    looks: Mapping[str, LetterheadLook] = field(default_factory=dict, hash=False)
