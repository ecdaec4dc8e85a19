"""Pictures in a document: media parts with fixed names, drawings with an alternative text."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from advocate_desk.exporters.docx_xml import R, escaped
from advocate_desk.exporters.zip_parts import ZipPart
from advocate_desk.model.header import Logo

EMU_PER_TWIP = 635
_DRAWING = "http://schemas.openxmlformats.org/drawingml/2006"
_PNG = b"\x89PNG"


@dataclass(slots=True)
class Media:
    """The pictures a part of a document shows, in the order in which they are first met."""

    relations: dict[str, tuple[str, bytes]] = field(default_factory=dict)
    _shown: int = 0

    def drawing(
        self, logo: Logo, width: int, height: int, place: Mapping[str, str] | None = None
    ) -> str:
        """A picture as wide and high as said, in twips: in the line of text, or at a place."""
        self._shown += 1
        number, size = self._shown, _extent(width, height)
        name = f"Picture {number}"
        opening, closing = _anchored(place, size) if place else _inline(size)
        return (
            f'<w:drawing>{opening}<wp:docPr id="{number}" name="{name}" descr="{escaped(logo.name)}"/>'
            f'<wp:cNvGraphicFramePr><a:graphicFrameLocks xmlns:a="{_DRAWING}/main"'
            f' noChangeAspect="1"/></wp:cNvGraphicFramePr>'
            f'<a:graphic xmlns:a="{_DRAWING}/main"><a:graphicData uri="{_DRAWING}/picture">'
            f'<pic:pic xmlns:pic="{_DRAWING}/picture"><pic:nvPicPr>'
            f'<pic:cNvPr id="{number}" name="{name}" descr="{escaped(logo.name)}"/><pic:cNvPicPr/>'
            f'</pic:nvPicPr><pic:blipFill><a:blip r:embed="{self._relation(logo.data)}"/>'
            "<a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr><a:xfrm>"
            f'<a:off x="0" y="0"/><a:ext {size}/></a:xfrm><a:prstGeom prst="rect"><a:avLst/>'
            "</a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic>"
            f"{closing}</w:drawing>"
        )

    def _relation(self, data: bytes) -> str:
        name = media_name(data)
        known = (key for key, (file, _) in self.relations.items() if file == name)
        relation = next(known, f"rId{60 + len(self.relations)}")
        self.relations.setdefault(relation, (name, data))
        return relation

    @property
    def rows(self) -> Iterator[tuple[str, str, str]]:
        """Relation, kind and target of each picture."""
        for relation, (name, _) in self.relations.items():
            yield relation, f"{R}/image", f"media/{name}"


_WP = f'xmlns:wp="{_DRAWING}/wordprocessingDrawing" distT="0" distB="0" distL="0" distR="0"'


def _inline(size: str) -> tuple[str, str]:
    return f"<wp:inline {_WP}><wp:extent {size}/>", "</wp:inline>"


def _anchored(place: Mapping[str, str], size: str) -> tuple[str, str]:
    """A floating picture; text does not run around it, so that no line is moved."""
    positions = "".join(
        f'<wp:position{axis.upper()} relativeFrom="{escaped(place[f"{axis}_from"])}">'
        f"{_position(place[axis])}</wp:position{axis.upper()}>"
        for axis in ("h", "v")
    )
    opening = (
        f'<wp:anchor {_WP} simplePos="0" relativeHeight="1" behindDoc="{place["behind"]}"'
        ' locked="0" layoutInCell="1" allowOverlap="1"><wp:simplePos x="0" y="0"/>'
        f"{positions}<wp:extent {size}/><wp:wrapNone/>"
    )
    return opening, "</wp:anchor>"


def _position(told: str) -> str:
    name = "posOffset" if told.lstrip("-").isdigit() else "align"
    return f"<wp:{name}>{escaped(told)}</wp:{name}>"


def _extent(width: int, height: int) -> str:
    return f'cx="{width * EMU_PER_TWIP}" cy="{height * EMU_PER_TWIP}"'


def media_name(data: bytes) -> str:
    """The name of a picture's part: after its content, so that it is the same each time."""
    ending = "png" if data.startswith(_PNG) else "jpeg"
    return f"image{hashlib.sha256(data).hexdigest()[:8]}.{ending}"


def media_parts(*found: Media) -> tuple[ZipPart, ...]:
    """Each picture once, in a fixed order."""
    files = {name: data for media in found for name, data in media.relations.values()}
    return tuple(ZipPart(f"word/media/{name}", files[name]) for name in sorted(files))
