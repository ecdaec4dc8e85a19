"""Glossaries in TBX: the Basic dialect of version 2 (martif) and of version 3 (ISO 30042:2019)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from xml.etree import ElementTree as ET

from advocate_desk.importers.exchange_xml import attribute, local, read_xml, whole_text
from advocate_desk.language.safe_text import clean
from advocate_desk.model.draft import DraftNote, ListedRow
from advocate_desk.model.errors import ImportRefused
from advocate_desk.model.glossary import DraftTerm, DraftTerms
from advocate_desk.model.kinds import ENGLISH, KHMER
from advocate_desk.model.marked import marked
from advocate_desk.model.term import Term, TermText

MOST_BYTES = 20_000_000
_ROOTS = frozenset({"martif", "tbx"})
_ENTRIES = frozenset({"termEntry", "conceptEntry"})
_LANGUAGES = frozenset({"langSet", "langSec"})
_SECTIONS = frozenset({"tig", "ntig", "termSec"})
_CODES: Mapping[str, str] = {"km": KHMER, "khm": KHMER, "en": ENGLISH, "eng": ENGLISH}
_FORBIDDEN = frozenset({"deprecatedterm", "supersededterm"})
_SHORT = frozenset({"acronym", "abbreviation", "initialism", "shortform", "abbreviatedform"})
_PREFERRED = "preferredterm"
_NO_LANGUAGE = marked("It has no term in Khmer or English.")
_LEFT_OUT = marked("Further forms beside the preferred ones were left out: {count}.")
_OTHERS = marked("Terms in other languages were left out: {languages}.")


@dataclass(frozen=True, slots=True)
class _Form:
    """One form of an entry in one language, with what the file says of it."""

    text: str
    status: str
    kind: str

    @property
    def is_forbidden(self) -> bool:
        return self.status in _FORBIDDEN

    @property
    def is_short(self) -> bool:
        return self.kind in _SHORT


def tbx_terms(path: Path) -> DraftTerms:
    """The terms of a TBX file; an entry's row is its number, entries read = terms + listed.

    Raises:
        ImportRefused: the file is no TBX, damaged, too large or not harmless.
    """
    root = read_xml(path, most_bytes=MOST_BYTES)
    if local(root.tag) not in _ROOTS:
        raise ImportRefused(
            marked("“{name}” is no TBX file: it begins with “{found}”."),
            name=path.name,
            found=local(root.tag),
        )
    reading = _Entries()
    for number, entry in enumerate((x for x in root.iter() if local(x.tag) in _ENTRIES), start=1):
        reading.take(number, entry)
    return reading.result()


class _Entries:
    """Takes one entry after the other and counts what had no place."""

    def __init__(self) -> None:
        self._read = self._left_out = 0
        self._terms: list[DraftTerm] = []
        self._listed: list[ListedRow] = []
        self._others: set[str] = set()

    def take(self, number: int, entry: ET.Element) -> None:
        """Takes an entry as a term, or lists it."""
        self._read += 1
        term = self._term(entry)
        if term.texts or term.forbidden:
            self._terms.append(DraftTerm(number, term))
        else:
            words = " / ".join(whole_text(x) for x in entry.iter() if local(x.tag) == "term")
            self._listed.append(ListedRow(number, clean(words).text[:200], _NO_LANGUAGE))

    def _term(self, entry: ET.Element) -> Term:
        texts: dict[str, TermText] = {}
        forbidden: dict[str, tuple[str, ...]] = {}
        for section in (x for x in entry if local(x.tag) in _LANGUAGES):
            code = self._code(section)
            if code and code not in texts and code not in forbidden:
                forms = tuple(_forms(section))
                text = self._text(forms)
                if text != TermText():
                    texts[code] = text
                if bad := tuple(form.text for form in forms if form.is_forbidden):
                    forbidden[code] = bad
        return Term("", texts, forbidden, _note(entry))

    def _code(self, section: ET.Element) -> str:
        tag = attribute(section, "lang")
        code = _CODES.get(tag.replace("_", "-").split("-")[0].lower(), "")
        if not code and tag:
            self._others.add(tag)
        return code

    def _text(self, forms: tuple[_Form, ...]) -> TermText:
        """The preferred form and the acronym; an acronym alone is the form."""
        good = sorted((f for f in forms if not f.is_forbidden), key=_by_rank)
        full = [form.text for form in good if not form.is_short]
        short = [form.text for form in good if form.is_short]
        if not full:
            full, short = short[:1], short[1:]
        self._left_out += len(full[1:]) + len(short[1:])
        return TermText(next(iter(full), ""), next(iter(short), ""))

    def result(self) -> DraftTerms:
        """What was read, with notes on what was left out."""
        notes = tuple(self._notes())
        return DraftTerms(self._read, tuple(self._terms), tuple(self._listed), notes)

    def _notes(self) -> Iterator[DraftNote]:
        if self._left_out:
            yield DraftNote(_LEFT_OUT, {"count": self._left_out})
        if self._others:
            yield DraftNote(_OTHERS, {"languages": ", ".join(sorted(self._others)[:20])})


def _by_rank(form: _Form) -> bool:
    return form.status != _PREFERRED


def _forms(section: ET.Element) -> Iterator[_Form]:
    for part in (x for x in section if local(x.tag) in _SECTIONS):
        text = next((whole_text(x) for x in part.iter() if local(x.tag) == "term"), "")
        if text := clean(text).text:
            said = dict(_said(part))
            yield _Form(text, said.get("administrativestatus", ""), said.get("termtype", ""))


def _said(part: ET.Element) -> Iterator[tuple[str, str]]:
    """What a section says of its term; version 3 may name an element after what it says."""
    for element in part.iter():
        name = attribute(element, "type") or local(element.tag)
        value = whole_text(element).casefold().split("-")[0].strip()
        yield name.rpartition(":")[2].casefold(), value


def _note(entry: ET.Element) -> str:
    """The notes and definitions of an entry, one below the other."""
    return "\n".join(dict.fromkeys(filter(None, _notes_of(entry))))


def _notes_of(entry: ET.Element) -> Iterable[str]:
    for element in entry.iter():
        is_definition = attribute(element, "type") == "definition"
        if local(element.tag) in {"note", "definition"} or is_definition:
            lines = "".join(element.itertext()).strip().splitlines()
            yield clean("\n".join(" ".join(line.split()) for line in lines)).text
