"""The words that names of organisations are made of, in Khmer and English.

Names are compared word by word. A Khmer name writes no spaces, so the words below cut it; and as
each stands for an English word, a Khmer name can be compared with an English one.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from advocate_desk.language.khmer import KHMER, fold, has_khmer

# English spellings and forms that are the same word in a name.
_SAME: dict[str, str] = {
    "organisation": "organization",
    "centre": "center",
    "programme": "program",
    "labour": "labor",
    "defence": "defense",
    "cambodian": "cambodia",
    "kampuchea": "cambodia",
    "khmer": "cambodia",
    "ngos": "ngo",
    "women": "woman",
    "fishery": "fisher",
    "fishing": "fisher",
    "farming": "farmer",
    "working": "work",
    "children": "child",
    "men": "man",
    "people": "person",
    "peoples": "person",
    "and": "&",
    "assn": "association",
    "org": "organization",
    "assoc": "association",
    "dev": "development",
    "intl": "international",
    "one": "1",
    "two": "2",
    "three": "3",
    "four": "4",
    "five": "5",
    "six": "6",
    "seven": "7",
    "eight": "8",
    "nine": "9",
    "ten": "10",
}
_SMALL = frozenset({"the", "of", "for", "in", "to", "on", "a", "an", "&", "by", "with", "s", "de"})
_STOCK = frozenset(
    {
        "cambodia", "organization", "association", "ngo", "center", "foundation", "group",
        "network", "institute", "committee", "project", "program", "kingdom", "national",
        "ltd", "limited", "inc", "co", "llc", "plc", "province", "city",
    }
)  # fmt: skip
_COMMON = frozenset(
    {
        "union", "federation", "community", "coalition", "alliance", "confederation", "right",
        "human", "development", "woman", "child", "youth", "person", "rural", "worker", "labor",
        "support", "education", "health", "environment", "peace", "democracy", "free", "trade",
        "independent", "action", "aid", "social", "international", "partnership", "council",
        "land", "farmer", "fisher", "indigenous", "student", "teacher", "media", "village",
        "commune", "district", "forest", "river", "lake", "protection", "movement",
    }
)  # fmt: skip

# Other words that are a letter off one another or off those above, and are no slips of typing.
_REAL = frozenset(
    {
        "south", "north", "east", "west", "eastern", "western", "northern", "southern", "wealth",
        "former", "place", "grade", "legal", "regal", "mature", "nature", "auction", "onion",
        "mother", "brother", "other", "father", "sister", "station", "nation", "ration", "rational",
        "power", "tower", "flower", "lower", "upper", "walker", "migrant", "justice", "heath",
        "school", "house", "horse", "housing", "mission", "vision", "world", "word", "field",
        "water", "later", "light", "right", "sight", "night", "eight", "future", "culture",
        "conservation", "conversation", "medical", "radical", "local", "loyal", "social",
        "heart", "earth", "hearth", "bright", "center", "hand", "land", "sand", "band", "life",
        "live", "love", "line", "mine", "home", "hope", "young", "youth", "mountain", "fountain",
        "sunrise", "sunset", "garment", "market", "sport", "support", "port", "report", "region",
        "religion", "reform", "inform", "formal", "informal", "normal", "rural", "urban", "mural",
        "plain", "plan", "plant", "planet", "green", "greens", "unity", "community", "humanity",
        "cooperation", "corporation", "farm", "form", "firm", "food", "wood", "good", "road",
        "kampot", "kampong", "hotel", "driver", "river", "diver", "teacher", "preacher", "welfare",
        "poor", "pool", "blood", "flood", "bridge", "pride", "prison", "person", "reading",
    }
)  # fmt: skip
_KINDS = frozenset(
    {
        "organization", "association", "ngo", "center", "foundation", "group", "network",
        "institute", "committee", "project", "program", "union", "federation", "coalition",
        "alliance", "confederation", "council", "movement", "partnership",
    }
)  # fmt: skip

# Khmer word -> English word. Longer ones are found first; several spellings are in use.
_KHMER: dict[str, str] = {
    "អង្គការមិនមែនរដ្ឋាភិបាល": "ngo",
    "អង្គការ": "organization",
    "សមាគម": "association",
    "សហព័ន្ធ": "federation",
    "សហភាព": "union",
    "សហជីព": "union",
    "សហគមន៍": "community",
    "សហភ័ន្ធ": "federation",
    "សម្ព័ន្ធភាព": "alliance",
    "សម្ព័ន្ធ": "alliance",
    "សហប្រតិបត្តិការ": "cooperation",
    "បណ្តាញ": "network",
    "បណ្ដាញ": "network",
    "មជ្ឈមណ្ឌល": "center",
    "វិទ្យាស្ថាន": "institute",
    "មូលនិធិ": "foundation",
    "គណៈកម្មាធិការ": "committee",
    "គណកម្មាធិការ": "committee",
    "ក្រុមប្រឹក្សា": "council",
    "ក្រុម": "group",
    "ចលនា": "movement",
    "គម្រោង": "project",
    "កម្មវិធី": "program",
    "វេទិកា": "forum",
    "សភា": "assembly",
    "សាលា": "school",
    "សាកលវិទ្យាល័យ": "university",
    "កម្ពុជា": "cambodia",
    "ខ្មែរ": "cambodia",
    "ជាតិ": "national",
    "អន្តរជាតិ": "international",
    "សិទ្ធិមនុស្ស": "human right",
    "សិទ្ធិ": "right",
    "មនុស្ស": "human",
    "ស្ត្រី": "woman",
    "ស្រ្តី": "woman",
    "នារី": "woman",
    "កុមារ": "child",
    "យុវជន": "youth",
    "និស្សិត": "student",
    "សិស្ស": "student",
    "គ្រូបង្រៀន": "teacher",
    "គ្រូ": "teacher",
    "កម្មករ": "worker",
    "និយោជិត": "employee",
    "កសិករ": "farmer",
    "នេសាទ": "fisher",
    "អ្នកសារព័ត៌មាន": "journalist",
    "សារព័ត៌មាន": "media",
    "ប្រព័ន្ធផ្សព្វផ្សាយ": "media",
    "ជនជាតិដើមភាគតិច": "indigenous",
    "ជនពិការ": "disabled",
    "ពលករចំណាកស្រុក": "migrant worker",
    "ពលករ": "migrant worker",
    "ប្រជាពលរដ្ឋ": "citizen",
    "ពលរដ្ឋ": "citizen",
    "ប្រជាជន": "person",
    "អភិវឌ្ឍន៍": "development",
    "អភិវឌ្ឍ": "development",
    "ជនបទ": "rural",
    "អប់រំ": "education",
    "សុខភាព": "health",
    "សុខាភិបាល": "health",
    "បរិស្ថាន": "environment",
    "ធម្មជាតិ": "nature",
    "ព្រៃឈើ": "forest",
    "ព្រៃ": "forest",
    "ដីធ្លី": "land",
    "លំនៅឋាន": "housing",
    "ទន្លេ": "river",
    "បឹង": "lake",
    "សមុទ្រ": "sea",
    "សន្តិភាព": "peace",
    "យុត្តិធម៌": "justice",
    "ច្បាប់": "law",
    "ប្រជាធិបតេយ្យ": "democracy",
    "សេរី": "free",
    "ឯករាជ្យ": "independent",
    "ពាណិជ្ជកម្ម": "trade",
    "សេដ្ឋកិច្ច": "economy",
    "ក្រៅប្រព័ន្ធ": "informal",
    "សំណង់": "construction",
    "កាត់ដេរ": "garment",
    "ទេសចរណ៍": "tourism",
    "គាំទ្រ": "support",
    "ជំនួយ": "aid",
    "ការពារ": "protection",
    "លើកកម្ពស់": "promotion",
    "សកម្មភាព": "action",
    "សង្គម": "social",
    "វប្បធម៌": "culture",
    "ភូមិ": "village",
    "ឃុំ": "commune",
    "សង្កាត់": "commune",
    "ស្រុក": "district",
    "ខណ្ឌ": "district",
    "ខេត្ត": "province",
    "ក្រុង": "city",
    "ការងារ": "work",
    "ការ": "the",
    "អ្នក": "the",
    "សម្រាប់": "for",
    "រាជធានី": "city",
    "និង": "&",
    "ដើម្បី": "for",
    "នៃ": "of",
    "ក្នុង": "in",
    "នៅ": "in",
    "ភ្នំពេញ": "phnom penh",
    "បន្ទាយមានជ័យ": "banteay meanchey",
    "បាត់ដំបង": "battambang",
    "កំពង់ចាម": "kampong cham",
    "កំពង់ឆ្នាំង": "kampong chhnang",
    "កំពង់ស្ពឺ": "kampong speu",
    "កំពង់ធំ": "kampong thom",
    "កំពត": "kampot",
    "កណ្តាល": "kandal",
    "កណ្ដាល": "kandal",
    "កោះកុង": "koh kong",
    "ក្រចេះ": "kratie",
    "មណ្ឌលគិរី": "mondulkiri",
    "ឧត្តរមានជ័យ": "oddar meanchey",
    "ប៉ៃលិន": "pailin",
    "ព្រះសីហនុ": "preah sihanouk",
    "ព្រះវិហារ": "preah vihear",
    "ព្រៃវែង": "prey veng",
    "ពោធិ៍សាត់": "pursat",
    "រតនគិរី": "ratanakiri",
    "សៀមរាប": "siem reap",
    "ស្ទឹងត្រែង": "stung treng",
    "ស្វាយរៀង": "svay rieng",
    "តាកែវ": "takeo",
    "ត្បូងឃ្មុំ": "tboung khmum",
    "កែប": "kep",
}
_FOLDED = {fold(word): english for word, english in _KHMER.items()}
# No word ends before a sign of its last letter.
_KNOWN_KHMER = re.compile(
    "(?:"
    + "|".join(sorted(map(re.escape, _FOLDED), key=len, reverse=True))
    + ")(?![\u17b6-\u17d1\u17d2\u17dd])"
)
_PIECE = re.compile(rf"[{KHMER}]+|[^\W_{KHMER}]+")
_APOSTROPHES = re.compile("['’‘`´]s?\\b")
_DOTTED = re.compile(r"\b(?:[^\W\d_]\.){2,}(?:[^\W\d_]\b)?")
_IES = re.compile("(?<=..)ies$")
_PLURAL = re.compile(r"(?<=[^su\W])s$")
_ROMAN = re.compile("(?=[ivx])x{0,3}(?:ix|iv|v?i{0,3})")
_DIGITS = re.compile("[0-9]+")


class NameWords(NamedTuple):
    """The words of a name, and how each is written in it (nothing where the one before says it)."""

    words: tuple[str, ...]
    forms: tuple[str, ...]


def name_words(name: str) -> tuple[str, ...]:
    """A name as the words it is compared by: folded, one spelling, Khmer words in English.

    Khmer between known words stays together as one word; letters with full stops are one word.
    """
    return words_of_folded(fold(name)).words


def words_of_folded(folded: str) -> NameWords:
    """The words of a name that is folded already."""
    if "." in folded:
        folded = _DOTTED.sub(_undotted, folded)
    plain = _APOSTROPHES.sub("", folded).replace("&", " and ")
    pairs = [pair for piece in _PIECE.findall(plain) for pair in _words(piece)]
    return NameWords(tuple(word for word, _ in pairs), tuple(form for _, form in pairs))


def _undotted(letters: re.Match[str]) -> str:
    return letters[0].replace(".", "") + " "


@lru_cache(maxsize=65536)
def weight(word: str) -> float:
    """How much a word tells two names apart: hardly anything, something, or nearly everything."""
    if word in _SMALL:
        return 0.0
    if word in _STOCK:
        return 0.15
    if is_number(word):
        return 1.5
    return 0.6 if word in _COMMON else 1.0


@lru_cache(maxsize=65536)
def is_core(word: str) -> bool:
    """Whether names that differ in this word are names of two organisations."""
    return weight(word) > 0.2


def is_kind(word: str) -> bool:
    """Whether the word says what sort of organisation it is: union, network, association."""
    return word in _KINDS


def is_common(word: str) -> bool:
    """Whether many names have this word."""
    return weight(word) < 1


@lru_cache(maxsize=65536)
def is_real(word: str) -> bool:
    """Whether a word is known to be one; two real words are never slips of one another."""
    one = _one_form(word)
    return one in _REAL or one in _COMMON or one in _STOCK or one in _SMALL


def is_number(word: str) -> bool:
    """Whether a word is a number in digits or in Roman letters."""
    return word.isdecimal() or _ROMAN.fullmatch(word) is not None


@lru_cache(maxsize=65536)
def numbers_in(word: str) -> tuple[str, ...]:
    """The numbers of a word; names that differ in one are names of two organisations."""
    if _ROMAN.fullmatch(word):
        return (word,)
    return tuple(number.lstrip("0") or "0" for number in _DIGITS.findall(word))


@lru_cache(maxsize=65536)
def _words(piece: str) -> tuple[tuple[str, str], ...]:
    """The words of a piece without spaces, each with its form."""
    if not has_khmer(piece):
        return ((_one_form(piece), piece),)
    pairs: list[tuple[str, str]] = []
    end = 0
    for known in _KNOWN_KHMER.finditer(piece):
        if rest := piece[end : known.start()]:
            pairs.append((rest, rest))
        first, *others = _FOLDED[known[0]].split()
        pairs += [(first, known[0]), *((other, "") for other in others)]
        end = known.end()
    if piece[end:]:
        pairs.append((piece[end:], piece[end:]))
    return tuple(pairs)


def _one_form(word: str) -> str:
    if word in _SAME:
        return _SAME[word]
    single = _PLURAL.sub("", _IES.sub("y", word)) if len(word) > 3 else word
    return _SAME.get(single, single)
