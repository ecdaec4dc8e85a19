"""Looks for names that must not get out, in bytes and in everything that can be read out of them.

Nothing here is the program's own: what hides a name from the program must not hide it from the test.
"""

from __future__ import annotations

import html
import io
import json
import re
import unicodedata
import zipfile
import zlib
from collections.abc import Iterable, Iterator
from pathlib import Path

_TAG = re.compile(r"<[^>]+>")
_STREAM = re.compile(rb"stream\r?\n(.*?)\r?\nendstream", re.DOTALL)
_ESCAPED = re.compile(r"\\u([0-9a-fA-F]{4})")
# Everything that is seen as nothing, or as a gap of some sort: hyphens, quotes, spaces, marks of change.
_GAPS = re.compile(r"[\s\-_'\"’‘`´“”„‐-―−.,;:()\[\]{}+]+")
# Every sign of format, of Unicode's category Cf.
_UNSEEN = re.compile(
    "["
    + "".join(sign for sign in map(chr, range(0x110000)) if unicodedata.category(sign) == "Cf")
    + "]"
)
_LIMIT = 4  # packages in packages


class Leaks:
    """Collects the places where one of the names was found."""

    def __init__(self, names: Iterable[str], acronyms: Iterable[str] = ()) -> None:
        self._names = tuple(filter(None, dict.fromkeys(map(squeezed, names))))
        found = (re.escape(one) for one in dict.fromkeys(acronyms) if one)
        letters = "A-Za-z0-9"
        self._acronyms = tuple(
            re.compile(f"(?<![{letters}]){one}s?(?![{letters}])") for one in found
        )
        self._bytes = tuple(
            name.encode(code)
            for name in (*names, *acronyms)
            for code in ("utf-8", "utf-16-le", "utf-16-be")
            if len(name.encode()) > 6
        )
        self.found: list[str] = []
        self.looked: set[str] = set()

    def look(self, where: str, *values: object) -> None:
        """Look at texts, bytes, paths, or anything by what Python would print of it."""
        self.looked.add(where)
        if any(self._holds(value) for value in values):
            self.found.append(where)

    def look_at_file(self, where: str, path: Path) -> None:
        """Look at a file: its name and all that is in it."""
        self.look(where, path.name, path.read_bytes())

    def look_at_folder(self, where: str, folder: Path, but: Iterable[Path] = ()) -> None:
        """Look at every file below a folder, and at the names of files and folders."""
        left_out = set(but)
        for path in sorted(folder.rglob("*")):
            if path not in left_out and left_out.isdisjoint(path.parents):
                self.look(where, str(path.relative_to(folder)))
                if path.is_file():
                    self.look_at_file(where, path)

    def _holds(self, value: object) -> bool:
        if isinstance(value, bytes):
            if any(name in value for name in self._bytes):
                return True
            return any(self._stands_in(text) for text in extracted(value))
        return self._stands_in(value if isinstance(value, str) else repr(value))

    def _stands_in(self, text: str) -> bool:
        if any(acronym.search(text) for acronym in self._acronyms):
            return True
        plain = squeezed(text)
        return any(name in plain for name in self._names)


def squeezed(text: str) -> str:
    """A text as it is compared: no gaps, no invisible signs, no capitals, no compatible forms."""
    if "\\u" in text:
        text = _ESCAPED.sub(lambda found: chr(int(found[1], 16)), text)
    if not text.isascii():
        text = unicodedata.normalize("NFKC", _UNSEEN.sub("", text))
    return _GAPS.sub("", text.casefold())


def extracted(data: bytes, depth: int = 0) -> Iterator[str]:
    """Everything that can be read: raw, unpacked, inflated, without markup, out of JSON."""
    if data.startswith(b"PK") and depth < _LIMIT:
        yield from _unzipped(data, depth)
        return
    if data.startswith(b"%PDF"):
        for stream in _STREAM.findall(data):
            yield from _inflated(stream)
    if b"\0" in data[:4096]:
        return  # fonts and pictures: their bytes are looked at as they are
    text = data.decode("utf-8", "replace")
    yield text
    if "<" in text:
        plain = html.unescape(text)
        yield plain
        yield _TAG.sub("", plain)
        yield _TAG.sub(" ", plain)
    if text.lstrip()[:1] in {"{", "["}:
        yield from _in_json(text)


def _unzipped(data: bytes, depth: int) -> Iterator[str]:
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        yield package.comment.decode("utf-8", "replace")
        for part in package.infolist():
            yield part.filename
            yield part.comment.decode("utf-8", "replace")
            yield from extracted(package.read(part), depth + 1)


def _inflated(stream: bytes) -> Iterator[str]:
    try:
        inflated = zlib.decompress(stream)
    except zlib.error:
        inflated = stream
    for code in ("latin-1", "utf-16-be"):
        yield inflated.decode(code, "replace")


def _in_json(text: str) -> Iterator[str]:
    try:
        value = json.loads(text)
    except ValueError:
        return
    yield from _texts(value)


def _texts(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for key, each in value.items():
            yield str(key)
            yield from _texts(each)
    elif isinstance(value, list):
        for each in value:
            yield from _texts(each)
