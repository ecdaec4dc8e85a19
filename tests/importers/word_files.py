"""Word files made by hand for the tests: sound ones and hostile ones."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping
from pathlib import Path

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
TYPES = (
    f'<Types xmlns="{_PACKAGE}/content-types">'
    '<Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-'
    'officedocument.wordprocessingml.document.main+xml"/></Types>'
)


def relations(*entries: tuple[str, str, str, str]) -> str:
    """A relationships part: id, kind, target, mode."""
    lines = (
        f'<Relationship Id="{id_}" Type="{R}/{kind}" Target="{target}"'
        + (f' TargetMode="{mode}"/>' if mode else "/>")
        for id_, kind, target, mode in entries
    )
    return f'<Relationships xmlns="{_PACKAGE}/relationships">{"".join(lines)}</Relationships>'


def body(inner: str) -> str:
    return f'<w:document xmlns:w="{W}" xmlns:r="{R}"><w:body>{inner}</w:body></w:document>'


def p(text: str = "", *, properties: str = "", runs: str = "") -> str:
    run = f'<w:r><w:t xml:space="preserve">{text}</w:t></w:r>' if text else ""
    return f"<w:p><w:pPr>{properties}</w:pPr>{run}{runs}</w:p>"


def word_bytes(
    inner: str, parts: Mapping[str, str | bytes] | None = None, *, document: str | None = None
) -> bytes:
    """A Word file with this body and these other parts."""
    whole: dict[str, str | bytes] = {
        "[Content_Types].xml": TYPES,
        "_rels/.rels": relations(("rId1", "officeDocument", "word/document.xml", "")),
        "word/document.xml": body(inner) if document is None else document,
        **(parts or {}),
    }
    return zipped(whole)


def zipped(parts: Mapping[str, str | bytes]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return buffer.getvalue()


def saved(folder: Path, data: bytes, name: str = "statement.docx") -> Path:
    path = folder / name
    path.write_bytes(data)
    return path
