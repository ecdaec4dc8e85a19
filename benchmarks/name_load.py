"""A registry of 50,000 names and a list of 10,000, measured in a process of their own.

Times are processor times: one thread does all the work, and what else the machine does is not told.
"""

from __future__ import annotations

import json
import random
import resource
import sys
import time

from advocate_desk.desk.matching import Matcher
from advocate_desk.model.draft import DraftEndorser
from advocate_desk.model.registry import MatchClass, RegistryName

REGISTRY, INCOMING, TYPED, SLICE = 50_000, 10_000, 200, 100
SEED = 20_260_730
_PLACES = [
    "sok",
    "ra",
    "vat",
    "pich",
    "dara",
    "mony",
    "chan",
    "thy",
    "kun",
    "thea",
    "nary",
    "roth",
    "sam",
    "bo",
    "lin",
    "kea",
    "phal",
    "rith",
    "veasna",
    "tep",
    "ang",
    "koy",
    "svay",
    "chek",
    "rong",
    "prum",
    "tnot",
    "trach",
    "krang",
    "mean",
]
_TOPICS = [
    "Human Rights",
    "Development",
    "Women",
    "Youth",
    "Children",
    "Rural",
    "Workers",
    "Fisheries",
    "Land",
    "Forest",
    "Education",
    "Health",
    "Environment",
    "Farmers",
    "Peace",
    "Media",
    "Legal Aid",
    "Indigenous",
]
_KINDS = [
    "Association",
    "Organization",
    "Union",
    "Federation",
    "Network",
    "Community",
    "Center",
    "Coalition",
    "Alliance",
]
_KHMER_KINDS = ["សមាគម", "អង្គការ", "សហជីព", "សហព័ន្ធ", "បណ្តាញ", "សហគមន៍", "មជ្ឈមណ្ឌល", "សម្ព័ន្ធ"]
_KHMER_TOPICS = [
    "សិទ្ធិមនុស្ស",
    "អភិវឌ្ឍន៍",
    "ស្ត្រី",
    "យុវជន",
    "កុមារ",
    "កម្មករ",
    "នេសាទ",
    "ដីធ្លី",
    "កសិករ",
    "ព្រៃឈើ",
    "អប់រំ",
    "សុខភាព",
    "បរិស្ថាន",
]
_KHMER_PLACES = [
    "សុខ",
    "រ៉ា",
    "វត្ត",
    "ពេជ្រ",
    "តារា",
    "ចាន់",
    "គន្ធា",
    "នារី",
    "រដ្ឋ",
    "សំ",
    "បូរ",
    "លីន",
    "ខៀវ",
    "ផល្លា",
    "រិទ្ធ",
    "ទេព",
    "អង្គ",
    "គយ",
    "ចេក",
    "រោង",
    "ព្រំ",
    "ត្នោត",
]


def names(dice: random.Random) -> list[RegistryName]:
    """Half in English, half in Khmer, as two names of one endorser each."""
    made: list[RegistryName] = []
    for number in range(REGISTRY // 2):
        english = _english(dice)
        acronym = "".join(word[0] for word in english.split()).upper()
        made.append(RegistryName(str(number), "en", english, f"{acronym}{number % 7}"))
        made.append(RegistryName(str(number), "km", _khmer(dice)))
    return made


def _english(dice: random.Random) -> str:
    place = "".join(dice.choices(_PLACES, k=dice.randint(2, 3))).title()
    topics = " and ".join(dice.sample(_TOPICS, dice.randint(1, 2)))
    return f"{place} {topics} {dice.choice(_KINDS)}"


def _khmer(dice: random.Random) -> str:
    place = "".join(dice.choices(_KHMER_PLACES, k=3))
    return dice.choice(_KHMER_KINDS) + dice.choice(_KHMER_TOPICS) + place


def incoming(dice: random.Random, known: list[RegistryName]) -> list[tuple[str, RegistryName]]:
    """A quarter as they are known, a quarter mistyped, a quarter spelled otherwise, the rest new."""
    made: list[tuple[str, RegistryName]] = []
    for number in range(INCOMING):
        name = dice.choice(known)
        fresh = _english(dice) if name.language == "en" else _khmer(dice)
        respelled = name.text.replace("Organization", "Organisation").replace(" ", "  ")
        texts = (name.text, mistyped(name.text, dice), respelled, fresh)
        made.append((texts[number % 4], name))
    return made


def mistyped(text: str, dice: random.Random) -> str:
    """A text with one letter twice, missing, or changed places with the next."""
    at = dice.randrange(3, len(text) - 2)
    slips = (
        text[:at] + text[at] + text[at:],
        text[:at] + text[at + 1 :],
        text[:at] + text[at + 1] + text[at] + text[at + 2 :],
    )
    return dice.choice(slips)


def measured() -> dict[str, float]:
    """Seconds, milliseconds and megabytes of matching; the share of slips found again."""
    dice = random.Random(SEED)  # noqa: S311 - made-up names
    known = names(dice)
    asked = incoming(dice, known)
    drafts = [
        DraftEndorser({name.language: text}, {name.language: text}, "", row)
        for row, (text, name) in enumerate(asked)
    ]
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    started = time.process_time()
    matcher = Matcher(known)
    found = matcher.match_all(drafts)
    seconds = time.process_time() - started
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    slips = [(match, name) for match, (_, name) in zip(found, asked, strict=True)][1::4]
    hits = sum(_is_suggested(match.match_class) for match, _ in slips)
    return {
        "seconds": seconds,
        "typing": _typing(matcher, known, dice),
        "megabytes": peak / 1024,
        "grown": (peak - before) / 1024,
        "found": 100 * hits / len(slips),
    }


def _is_suggested(match_class: MatchClass) -> bool:
    return match_class in {MatchClass.SAME, MatchClass.PROBABLE}


def _typing(matcher: Matcher, known: list[RegistryName], dice: random.Random) -> float:
    """The slowest of some names looked up while they are typed, in milliseconds."""
    taken = []
    for name in dice.choices(known, k=TYPED):
        started = time.process_time()
        matcher.candidates(mistyped(name.text, dice)[: dice.randint(5, 60)])
        taken.append((time.process_time() - started) * 1e3)
    return max(taken)


def compared_all() -> dict[str, float]:
    """Seconds that comparing every incoming name with every known one takes, from a small part.

    Row by row over names with sorted words: the `token_sort_ratio` of rapidfuzz's `cdist`, without
    keeping the matrix.
    """
    from rapidfuzz import fuzz, process, utils

    dice = random.Random(SEED)  # noqa: S311 - made-up names
    known = names(dice)
    asked = [text for text, _ in incoming(dice, known)][:SLICE]
    everybody = [_sorted_words(utils.default_process(name.text)) for name in known]
    started = time.process_time()
    for text in asked:
        plain = _sorted_words(utils.default_process(text))
        process.extract(plain, everybody, scorer=fuzz.ratio, score_cutoff=80, limit=5)
    return {"seconds": (time.process_time() - started) * INCOMING / SLICE}


def _sorted_words(text: str) -> str:
    return " ".join(sorted(text.split()))


if __name__ == "__main__":
    print(json.dumps(compared_all() if sys.argv[1:] == ["all"] else measured()))
