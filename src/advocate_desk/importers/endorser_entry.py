"""One entry of an endorser list: name, acronym and language, in the shapes people write."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace

from advocate_desk.importers.script_share import KHMER_LETTER, main_language
from advocate_desk.model.draft import DraftEndorser
from advocate_desk.model.kinds import ENGLISH, KHMER

_BRACKETED = re.compile(r"(?P<name>.*\S)\s*[(（](?P<acronym>[^()（）\n]{1,30})[)）]\s*[.។]?\s*")
_DASHED = re.compile(r"(?P<name>.*\S)\s+[-–—]\s*(?P<acronym>\S{2,15}?)\.?\s*")
_KHMER_ACRONYM = re.compile(r"[ក-អ](?:\.?[ក-អ])+\.?")
_SEPARATOR = re.compile(r"\s*[/|\n\t]\s*|\s+[–—-]\s+")
_REGLUED = re.compile(r"([^()]*)\)\s*\(([^()]*)")  # "English name) (ACR" between two brackets
_LONGEST = 1_000
_SHORT_FORMS = ("ltd.", "inc.", "co.", "org.", "assn.", "etc.", "st.")


def read_entry(text: str, row: int, language: str = ENGLISH) -> DraftEndorser:
    """An entry without its list number as an endorser; `language` is that of the list around it."""
    written = _by_language(text, language)
    parts = {code: split_acronym(part) for code, part in written.items()}
    acronyms = (parts[code][1] for code in (ENGLISH, KHMER, *parts) if code in parts)
    return DraftEndorser(
        written=written,
        name={code: name for code, (name, _) in parts.items()},
        acronym=next((acronym for acronym in acronyms if acronym), ""),
        row=row,
    )


def reworded_entry(draft: DraftEndorser, texts: Mapping[str, str]) -> DraftEndorser:
    """A draft that is written otherwise in some languages; its parts are read from that anew."""
    parts = {code: split_acronym(text) for code, text in texts.items()}
    own = {code: short for code, (_, short) in parts.items() if short}
    return replace(
        draft,
        written={**draft.written, **texts},
        name={**draft.name, **{code: name for code, (name, _) in parts.items()}},
        acronym=own.get(ENGLISH) or draft.acronym or next(iter(own.values()), ""),
        acronyms={**draft.acronyms, **own} if draft.acronyms else {},
    )


def split_acronym(text: str) -> tuple[str, str]:
    """Name and acronym of an entry in one language; the acronym is empty where there is none."""
    for pattern in (_BRACKETED, _DASHED):
        match = pattern.fullmatch(text)
        if match and is_acronym(match.group("acronym").strip()):
            return _one_line(match.group("name")), match.group("acronym").strip()
    return _without_full_stop(_one_line(text)), ""


def is_acronym(text: str) -> bool:
    """Whether a short text is an acronym: O.O.O, CamboJA, FAEC Cambodia, គ.ជ.ប."""
    if KHMER_LETTER.search(text):
        return bool(_KHMER_ACRONYM.fullmatch(text))
    words = text.split()
    if not words or len(words) > 3:
        return False
    capitals = sum(character.isupper() for character in words[0])
    return capitals >= 2 and all(word[:1].isupper() or word[:1].isdigit() for word in words)


def _one_line(text: str) -> str:
    return re.sub(r"[ \t]*\n[ \t]*", " ", text).strip()


def _without_full_stop(name: str) -> str:
    last = name.rsplit(" ", 1)[-1]
    is_abbreviation = last.lower() in _SHORT_FORMS or "." in last[:-1]
    return name if is_abbreviation else re.sub(r"\s*[.។]$", "", name)


def _by_language(text: str, language: str) -> Mapping[str, str]:
    """The entry as written in each of its languages."""
    if not (KHMER_LETTER.search(text) and re.search(r"[A-Za-z]{2}", text)):
        return {main_language(text) or language: text}
    found = _separated(text) or _in_brackets(text)
    return found or {main_language(text) or language: text}


def _separated(text: str) -> Mapping[str, str]:
    """Both names of "Khmer name / English name", in either order.

    Of several separators that one parts the names that leaves least Latin with the Khmer name.
    """
    sides = [
        (text[: match.start()].strip(), text[match.end() :].strip())
        for match in _SEPARATOR.finditer(text[:_LONGEST])
    ]
    found = [names for pair in sides if (names := _one_each(pair))]
    return min(found, key=_latin_in_khmer, default={})


def _one_each(sides: tuple[str, str]) -> dict[str, str]:
    """The two sides by language, if one is Khmer and the other has no Khmer at all."""
    names = {main_language(side): side for side in sides}
    if set(names) != {KHMER, ENGLISH} or any(is_acronym(side) for side in sides):
        return {}
    return {} if KHMER_LETTER.search(names[ENGLISH]) else names


def _latin_in_khmer(names: Mapping[str, str]) -> int:
    return len(re.findall(r"[A-Za-z]", names[KHMER]))


def _in_brackets(text: str) -> Mapping[str, str]:
    """Both names of "Khmer name (English name)", in either order; an acronym is no name."""
    start = text.find("(")
    end = text.rfind(")")
    if start < 1 or end < start:
        return {}
    outer, inner, after = text[:start].strip(), text[start + 1 : end].strip(), text[end + 1 :]
    inner = _REGLUED.sub(r"\1 (\2)", inner)
    codes = main_language(outer), main_language(inner)
    if set(codes) != {KHMER, ENGLISH} or is_acronym(inner) or after.strip(" .។"):
        return {}
    return dict(zip(codes, (outer, inner), strict=True))
