"""What is known of names and terms in both languages when sides are compared."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from advocate_desk.language.khmer import clusters, fold, tidy
from advocate_desk.model.endorsement import Endorsement, EndorserName
from advocate_desk.model.kinds import ENGLISH, KHMER
from advocate_desk.model.parity.known_acronyms import KNOWN_ACRONYMS, KhmerForms
from advocate_desk.model.term import NO_TERMS, Term, Terms

_HONORIFIC = re.compile(
    r"\A(?:(?:The\s+)?(?:Mr|Mrs|Ms|Miss|Dr|Prof|Ven|Venerable|H\.?E|His Excellency|Her Excellency|His Majesty|Samdech"
    r"|Oknha|Lok Chumteav|Neak)\b\.?\s*)+",
    re.IGNORECASE,
)
_KHMER_HONORIFIC = re.compile(
    "\\A(?:(?:លោកជំទាវ|លោកស្រី|លោក|អ្នកស្រី|អ្នកនាង|កញ្ញា|ឯកឧត្តម|ឯ\\.ឧ\\.?|សម្ដេច|សម្តេច|ឧកញ៉ា|ព្រះតេជព្រះគុណ|ព្រះតេជគុណ|បណ្ឌិត)\\s*)+"
)
_ARTICLE = re.compile(r"\Athe\s+", re.IGNORECASE)
_SHORTEST = 4  # clusters of a Khmer name, or letters of an English one, that is no common word


@dataclass(frozen=True, slots=True)
class NamePair:
    """A name in both languages; the forms are folded, the name itself first of them."""

    khmer: str
    english: str
    khmer_forms: tuple[str, ...]
    english_forms: tuple[str, ...]


@dataclass(frozen=True, eq=False)
class Known:
    """Names and terms that the sides of a block are read with; one object is one cache key."""

    terms: Terms = NO_TERMS
    names: tuple[NamePair, ...] = ()
    acronyms: Mapping[str, KhmerForms] = field(default_factory=lambda: _FOLDED)

    @classmethod
    def of(cls, endorsements: Iterable[Endorsement] = (), terms: Terms = NO_TERMS) -> Known:
        """What the endorsers (never withheld ones) and the glossary tell."""
        names = [one.endorser.names for one in endorsements]
        pairs = [pair for each in names if (pair := _pair(each)) is not None]
        own = _own_acronyms(names, terms)
        return cls(terms, tuple(pairs), {**_FOLDED, **own} if own else _FOLDED)


def without_honorific(name: str) -> str:
    """A name without Mr., H.E., លោក, ឯកឧត្តម and the like before it."""
    return _KHMER_HONORIFIC.sub("", _HONORIFIC.sub("", name.strip())).strip()


def _pair(names: Mapping[str, EndorserName]) -> NamePair | None:
    khmer, english = names.get(KHMER), names.get(ENGLISH)
    if not khmer or not english or not khmer.name.strip() or not english.name.strip():
        return None
    km, en = without_honorific(khmer.name), without_honorific(english.name)
    if len(clusters(km)) < _SHORTEST or len(en) < _SHORTEST or fold(km) == fold(en):
        return None
    both = tuple(one for one in (khmer.acronym, english.acronym) if one)
    plain = _ARTICLE.sub("", en)
    return NamePair(km, plain, _forms(km, plain, *both), _forms(plain, *both))


def _forms(*names: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(fold(name) for name in names))


def _own_acronyms(
    names: Iterable[Mapping[str, EndorserName]], terms: Iterable[Term]
) -> dict[str, KhmerForms]:
    """Acronym in English to its Khmer forms, from endorsers and terms."""
    own: dict[str, KhmerForms] = {}
    for each in names:
        km, en = each.get(KHMER), each.get(ENGLISH)
        if km and en and en.acronym:
            own[en.acronym.upper()] = _khmer_forms(km.acronym, km.name, en.name)
    for term in terms:
        khmer, english = term.text(KHMER), term.text(ENGLISH)
        if english.acronym and (khmer.text or khmer.acronym):
            own[english.acronym.upper()] = _khmer_forms(khmer.acronym, khmer.text, english.text)
    return own


def _khmer_forms(short: str, full: str, english: str) -> KhmerForms:
    shorts = (undotted(fold(short)),) if short.strip() else ()
    fulls = (fold(tidy(full)),) if full.strip() else ()
    return KhmerForms(shorts, fulls, (english.casefold(),) if english else ())


def undotted(text: str) -> str:
    """A text without points, as acronyms are compared."""
    return text.replace(".", "")


def _folded_table() -> dict[str, KhmerForms]:
    return {
        acronym: KhmerForms(
            tuple(undotted(fold(one)) for one in forms.short),
            tuple(fold(one) for one in forms.full),
            tuple(one.casefold() for one in forms.english),
        )
        for acronym, forms in KNOWN_ACRONYMS.items()
    }


_FOLDED: Mapping[str, KhmerForms] = _folded_table()
NOTHING_KNOWN = Known()
