"""Builds the shipped fonts and `faces.json` from published npm packages; run by hand, not at start.

    npm pack @fontsource/noto-serif-khmer@5.3.0 @fontsource/noto-sans-khmer@5.3.0 \
        @fontsource/noto-serif@5.3.0 @fontsource/noto-sans@5.3.0 \
        @fontsource/battambang@5.3.0 @fontsource/moul@5.3.0
    python resources/fonts/build_fonts.py FOLDER_WITH_THE_TGZ_FILES

The packages hold each face cut into WOFF2 subsets by script. This joins the subsets of a face to
one TTF, so that a document or a window needs one file per face. Shaping tables are joined, never
cut. The same packages give the same bytes; the SHA-256 of what comes in and what goes out is kept.
"""

from __future__ import annotations

import hashlib
import io
import json
import logging
import sys
import tarfile
from pathlib import Path
from typing import NamedTuple

from fontTools.merge import Merger, Options
from fontTools.subset import Options as SubsetOptions
from fontTools.subset import Subsetter
from fontTools.ttLib import TTFont

HERE = Path(__file__).resolve().parent
VERSION = "5.3.0"
PACKAGES = {
    "battambang": "95529c81304c1db575527e38cdb2e20fbc4710798d4e47333eea65d50b7e4d08",
    "moul": "ea1c8b97f6faaab0e2598f356c15f159b8b694c5099e2e5c1e32dd8860037090",
    "noto-sans": "f62f8ed40e378f15134e32bed2fd5718d81e9ec7a5603d1022d7b385e2297abc",
    "noto-sans-khmer": "aa26ae5e1d6ed84e55c329071d4233f29fa4209b77c55af7adaa8f09607a3c20",
    "noto-serif": "846d219c2c9c668ebe2b5ca0e76c403a35f847d83c4c441c107f9bdc152830df",
    "noto-serif-khmer": "6bbc25300333659ca87c1317b38048c9d7b23bf14ddc767ceca8051df25f8383",
}
# Names of people and places in Latin letters, punctuation and currencies; no phonetics, no maths.
LATIN_KEPT = [
    (0x0020, 0x024F), (0x0259, 0x0259), (0x02B9, 0x02DD), (0x0300, 0x0331), (0x1E00, 0x1EFF),
    (0x2000, 0x206F), (0x20A0, 0x20CF), (0x2116, 0x2116), (0x2122, 0x2122), (0x2212, 0x2212),
]  # fmt: skip
# The subsets lack these two, which seed texts use; both look like the hyphen they fall back to.
HYPHENS = (0x2010, 0x2011)


class Family(NamedTuple):
    """One family: its package, its name, its subsets in the order of joining, its weights."""

    package: str
    name: str
    subsets: tuple[str, ...]
    weights: tuple[int, ...] = (400, 700)


FAMILIES = (
    Family("noto-serif-khmer", "Noto Serif Khmer", ("khmer", "latin", "latin-ext")),
    Family("noto-sans-khmer", "Noto Sans Khmer", ("khmer", "latin", "latin-ext")),
    Family("noto-serif", "Noto Serif", ("latin", "latin-ext", "vietnamese")),
    Family("noto-sans", "Noto Sans", ("latin", "latin-ext", "vietnamese")),
    Family("battambang", "Battambang", ("khmer", "latin")),
    Family("moul", "Moul", ("khmer", "latin"), (400,)),
)


def main(folder: Path) -> None:
    """Build every face and write what is known about them."""
    logging.getLogger("fontTools").setLevel(logging.ERROR)
    faces = [face for family in FAMILIES for face in build_family(family, folder)]
    text = json.dumps({"faces": faces}, indent=1, ensure_ascii=False, sort_keys=True)
    (HERE / "faces.json").write_text(text + "\n", encoding="utf-8", newline="\n")
    for face in faces:
        print(face["file"], (HERE / face["file"]).stat().st_size)


def build_family(family: Family, folder: Path) -> list[dict[str, object]]:
    """The TTFs and the licence of a family, and what `faces.json` says of them."""
    members = read_package(family.package, folder)
    licence = f"{family.name.replace(' ', '')}-OFL.txt"
    text = members["package/LICENSE"].decode("utf-8")
    (HERE / licence).write_text(text, encoding="utf-8", newline="\n")
    return [build_face(family, weight, members, licence) for weight in family.weights]


def read_package(name: str, folder: Path) -> dict[str, bytes]:
    """The files of a package, after its hash was found right."""
    data = (folder / f"fontsource-{name}-{VERSION}.tgz").read_bytes()
    if hashlib.sha256(data).hexdigest() != PACKAGES[name]:
        raise SystemExit(f"{name}: not the package that was reviewed")
    with tarfile.open(fileobj=io.BytesIO(data)) as archive:
        wanted = [m for m in archive.getmembers() if m.name.endswith((".woff2", "/LICENSE"))]
        return {member.name: archive.extractfile(member).read() for member in wanted}


def build_face(
    family: Family, weight: int, members: dict[str, bytes], licence: str
) -> dict[str, object]:
    """One face, joined, named, written."""
    stem = f"package/files/{family.package}"
    parts = [
        TTFont(io.BytesIO(members[f"{stem}-{s}-{weight}-normal.woff2"])) for s in family.subsets
    ]
    first = parts[0]
    times = first["head"].created, first["head"].modified
    font = joined([narrowed(part) for part in parts])
    finish(font, family.name, bold=weight >= 700, times=times)
    style = "Bold" if weight >= 700 else "Regular"
    path = HERE / f"{family.name.replace(' ', '')}-{style}.ttf"
    font.save(path, reorderTables=True)
    return described(path, family.name, style, licence)


def narrowed(part: TTFont) -> TTFont:
    """A subset without the Latin characters nobody needs; Khmer is left whole."""
    part.flavor = None
    kept = {c for c in part.getBestCmap() if is_kept(c)}
    if len(kept) < len(part.getBestCmap()):
        options = SubsetOptions(layout_features=["*"], name_IDs=["*"], hinting=True)
        options.notdef_outline = options.recalc_timestamp = False
        options.notdef_outline = True
        subsetter = Subsetter(options)
        subsetter.populate(unicodes=sorted(kept))
        subsetter.subset(part)
    return part


def is_kept(character: int) -> bool:
    """Whether a character stays in the fonts."""
    is_khmer = 0x1780 <= character <= 0x17FF or 0x19E0 <= character <= 0x19FF
    return is_khmer or character == 0x25CC or any(a <= character <= b for a, b in LATIN_KEPT)


def joined(parts: list[TTFont]) -> TTFont:
    """One font of several subsets of the same face; the first one gives names and metrics."""
    streams = []
    for part in parts:
        stream = io.BytesIO()
        part.recalcTimestamp = False
        part.save(stream, reorderTables=False)
        stream.seek(0)
        streams.append(stream)
    options = Options()
    options.drop_tables = ["STAT", "DSIG", "meta"]
    return Merger(options).merge(streams)


def finish(font: TTFont, family: str, *, bold: bool, times: tuple[int, int]) -> None:
    """Names, style bits, free embedding, fixed times, Unicode ranges, the two hyphens."""
    font.recalcTimestamp = False
    font["head"].created, font["head"].modified = times
    for table in font["cmap"].tables:
        if table.isUnicode() and 0x2D in table.cmap:
            table.cmap.update({c: table.cmap[0x2D] for c in HYPHENS if c not in table.cmap})
    style = "Bold" if bold else "Regular"
    names = {1: family, 2: style, 4: f"{family} {style}", 6: f"{family.replace(' ', '')}-{style}"}
    for name_id, text in names.items():
        font["name"].setName(text, name_id, 3, 1, 0x409)
    font["name"].removeNames(nameID=16)
    font["name"].removeNames(nameID=17)
    os2 = font["OS/2"]
    os2.fsType = 0
    os2.usWeightClass = 700 if bold else 400
    os2.fsSelection = (os2.fsSelection & ~0b1100001) | (0x20 if bold else 0x40)
    font["head"].macStyle = 1 if bold else 0
    os2.recalcUnicodeRanges(font)
    os2.recalcCodePageRanges(font)
    os2.recalcAvgCharWidth(font)


def described(path: Path, family: str, style: str, licence: str) -> dict[str, object]:
    """What the program knows of a face without reading the TTF."""
    font = TTFont(path)
    os2 = font["OS/2"]
    panose = [getattr(os2.panose, name) for name in vars(os2.panose)]
    ranges = (1, 2, 3, 4)
    return {
        "family": family,
        "style": style,
        "file": path.name,
        "licence": licence,
        "sha256": hashlib.sha256(path.read_bytes()).hexdigest(),
        "fs_type": os2.fsType,
        "panose": bytes(panose).hex().upper(),
        "usb": [f"{getattr(os2, f'ulUnicodeRange{n}'):08X}" for n in ranges],
        "csb": [f"{getattr(os2, f'ulCodePageRange{n}'):08X}" for n in (1, 2)],
        "characters": runs(sorted(font.getBestCmap())),
    }


def runs(characters: list[int]) -> str:
    """Code points as `20-7E A0 …`, hexadecimal."""
    found: list[list[int]] = []
    for character in characters:
        if found and character == found[-1][1] + 1:
            found[-1][1] = character
        else:
            found.append([character, character])
    return " ".join(f"{a:X}" if a == b else f"{a:X}-{b:X}" for a, b in found)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
