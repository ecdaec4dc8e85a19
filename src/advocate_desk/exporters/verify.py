"""The product's own proof of a Word document, ours or one that somebody edited since.

`verify` reads the bytes alone, through a bounded unzip and without python-docx, so that it proves
what a recipient gets and not what a writer meant.
"""

from __future__ import annotations

from pathlib import Path

from advocate_desk.exporters.blocks import Composition
from advocate_desk.exporters.verify_faults import DocumentUnreadable, Fault, Faults, Rule
from advocate_desk.exporters.verify_fonts import FontUses, check_fonts
from advocate_desk.exporters.verify_images import check_images
from advocate_desk.exporters.verify_markup import CORE, MarkupRefused, Scan, W
from advocate_desk.exporters.verify_names import check_bytes, check_texts
from advocate_desk.exporters.verify_numbers import WordLists
from advocate_desk.exporters.verify_package import Package, check_ids, check_package, opened
from advocate_desk.exporters.verify_private import check_package_privacy, check_times
from advocate_desk.exporters.verify_texts import PartText, compare, expected, expected_notes
from advocate_desk.model.marked import marked
from advocate_desk.model.withholding import Withheld

__all__ = ["DocumentUnreadable", "Fault", "Rule", "verify"]

_NOT_WELL_FORMED = marked("This part cannot be read: {reason}.")
_OTHER_CONTENT = marked("This part does not hold what its place in the document says.")
_ROOTS = {
    "officeDocument": f"{W}document",
    "styles": f"{W}styles",
    "numbering": f"{W}numbering",
    "settings": f"{W}settings",
    "fontTable": f"{W}fonts",
    "footnotes": f"{W}footnotes",
    "header": f"{W}hdr",
    "footer": f"{W}ftr",
    "core-properties": f"{CORE}coreProperties",
}
_NOTHING_WITHHELD = Withheld()


def verify(
    source: Path | bytes,
    composition: Composition | None = None,
    *,
    withheld: Withheld = _NOTHING_WITHHELD,
) -> tuple[Fault, ...]:
    """Everything that is wrong with a document, in the order in which it was found.

    With a composition, the text, the numbers and the time must be its own. `withheld` names are
    looked for in every part.

    Raises:
        DocumentUnreadable: it is no Word document, protected, damaged or unreasonably large.
    """
    faults = Faults()
    package = opened(source, faults)
    check_package(package, faults)
    check_package_privacy(package, faults)
    check_images(package, faults)
    uses = FontUses()
    texts = _check_parts(package, uses, withheld, faults)
    is_without_fonts = composition is not None and not composition.options.embed_fonts
    check_fonts(package, None if is_without_fonts else uses, faults)
    if composition is not None:
        check_times(package, composition.fixed_time, faults)
        _compare(package, texts, composition, faults)
    return tuple(faults.found)


def _compare(
    package: Package, texts: dict[str, PartText], composition: Composition, faults: Faults
) -> None:
    name = package.document
    if name in texts:
        compare(name, texts[name].paragraphs, expected(composition), faults)
    name = package.related(name, "footnotes") or "word/footnotes.xml"
    notes = texts[name].paragraphs if name in texts else ()
    compare(name, notes, expected_notes(composition), faults)


def _check_parts(
    package: Package, uses: FontUses, withheld: Withheld, faults: Faults
) -> dict[str, PartText]:
    """Read every part; what comes back are those that hold text and can be read."""
    texts = {}
    roots = _roots(package)
    numbering = package.related(package.document, "numbering")
    for name, data in package.parts.items():
        if not name.lower().endswith((".xml", ".rels")):
            check_bytes(name, data, withheld, faults)
            continue
        text = PartText(name, WordLists.of(package, numbering), uses, faults)
        if _read(text, data, withheld, faults):
            check_ids(package, name, frozenset(text.references), faults)
            if text.root != roots.get(name, text.root):
                faults.add(Rule.MARKUP, name, _OTHER_CONTENT)
            texts[name] = text
    return texts


def _roots(package: Package) -> dict[str, str]:
    """What each part must be, from the relations that lead to it."""
    return {
        relation.target: root
        for some in package.relations.values()
        for relation in some
        if (root := _ROOTS.get(relation.kind.rpartition("/")[2]))
    }


def _read(text: PartText, data: bytes, withheld: Withheld, faults: Faults) -> bool:
    scan = Scan()
    try:
        scan.read(data)
        text.read(data)
    except (MarkupRefused, SyntaxError, ValueError) as fault:
        faults.add(Rule.MARKUP, text.name, _NOT_WELL_FORMED, reason=str(fault)[:80])
        check_bytes(text.name, data, withheld, faults)
        return False
    if withheld.names:
        texts = (" ".join(text.all_texts), *text.attributes, *scan.hidden)
        check_texts(text.name, texts, withheld, faults)
    return True
