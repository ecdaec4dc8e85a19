"""A library of 100,000 bilingual clauses: making it, searching it, finding near doubles in it."""

from __future__ import annotations

import random
import statistics
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from advocate_desk.desk.desk import Desk
from advocate_desk.model.clause import Clause, ClauseFilter, ClauseRevision
from advocate_desk.model.kinds import BlockKind, TranslationState
from advocate_desk.model.statement import Rendition
from benchmarks.rows import Row

CLAUSES = 100_000
SEED = 20_260_401

ACTIONS = (
    ("Stop", "បញ្ឈប់"),
    ("Release", "ដោះលែង"),
    ("Protect", "ការពារ"),
    ("Compensate", "ផ្តល់សំណងដល់"),
    ("Investigate", "ស៊ើបអង្កេត"),
    ("Publish", "ផ្សព្វផ្សាយ"),
    ("Return", "ប្រគល់ជូនវិញ"),
    ("Register", "ចុះបញ្ជី"),
    ("Respect", "គោរព"),
    ("Repeal", "លុបចោល"),
    ("Fund", "ផ្តល់មូលនិធិដល់"),
    ("Consult on", "ពិគ្រោះយោបល់អំពី"),
)
THINGS = (
    ("the forced evictions", "ការបណ្តេញចេញដោយបង្ខំ"),
    ("the community forest", "ព្រៃសហគមន៍"),
    ("the fishing lots", "ឡូត៍នេសាទ"),
    ("the land titles", "ប័ណ្ណកម្មសិទ្ធិដីធ្លី"),
    ("the union leaders", "មេដឹកនាំសហជីព"),
    ("the sand dredging", "ការបូមខ្សាច់"),
    ("the river bank", "ច្រាំងទន្លេ"),
    ("the sugar plantation", "ចម្ការអំពៅ"),
    ("the garment workers", "កម្មករកាត់ដេរ"),
    ("the water supply", "ការផ្គត់ផ្គង់ទឹក"),
    ("the detained activists", "សកម្មជនដែលជាប់ឃុំ"),
    ("the environmental assessment", "ការវាយតម្លៃផលប៉ះពាល់បរិស្ថាន"),
    ("the school buildings", "អគារសាលារៀន"),
    ("the minimum wage", "ប្រាក់ឈ្នួលអប្បបរមា"),
    ("the filling of the lake", "ការចាក់ដីលុបបឹង"),
    ("the freedom of assembly", "សេរីភាពក្នុងការជួបជុំ"),
)
REASONS = (
    (
        "Families lost their homes and received no compensation.",
        "គ្រួសារជាច្រើនបានបាត់បង់ផ្ទះសម្បែង ហើយមិនទទួលបានសំណងឡើយ។",
    ),
    (
        "The company began its work before anybody was consulted.",
        "ក្រុមហ៊ុនបានចាប់ផ្តើមការងារមុនពេលមានការពិគ្រោះយោបល់ជាមួយនរណាម្នាក់។",
    ),
    (
        "The court has not answered the complaints of the residents.",
        "តុលាការមិនទាន់បានឆ្លើយតបនឹងពាក្យបណ្តឹងរបស់ប្រជាពលរដ្ឋនៅឡើយទេ។",
    ),
    (
        "Fishers can no longer feed their children.",
        "អ្នកនេសាទលែងអាចចិញ្ចឹមកូនរបស់ពួកគេបានទៀតហើយ។",
    ),
    (
        "We ask for an answer in writing within thirty days.",
        "យើងស្នើសុំចម្លើយជាលាយលក្ខណ៍អក្សរក្នុងរយៈពេលសាមសិបថ្ងៃ។",
    ),
    (
        "The authorities promised a solution and did not keep their word.",
        "អាជ្ញាធរបានសន្យាដោះស្រាយ ប៉ុន្តែមិនបានគោរពពាក្យសន្យាឡើយ។",
    ),
    (
        "Independent observers must be allowed to visit the site.",
        "ត្រូវអនុញ្ញាតឱ្យអ្នកសង្កេតការណ៍ឯករាជ្យចុះទស្សនាទីតាំងនោះ។",
    ),
    (
        "Nobody may be punished for speaking about it.",
        "គ្មាននរណាម្នាក់ត្រូវទទួលទោសដោយសារតែនិយាយអំពីរឿងនេះទេ។",
    ),
)
SYLLABLES_EN = [
    "bo",
    "ka",
    "lo",
    "me",
    "nu",
    "pa",
    "ri",
    "sa",
    "ta",
    "vi",
    "chu",
    "dre",
    "kro",
    "pli",
    "sto",
    "tha",
    "mai",
    "nou",
]
SYLLABLES_KM = [
    "បូ",
    "កា",
    "លោ",
    "មេ",
    "នូ",
    "ប៉ា",
    "រី",
    "សា",
    "តា",
    "វី",
    "ជូ",
    "ដ្រេ",
    "ក្រោ",
    "ភ្លី",
    "ស្តោ",
    "ថា",
    "ម៉ៃ",
    "ណូ",
]
MOST_SEARCH, MOST_TYPING, MOST_LIKE, MOST_MAKING = 50, 100, 100, 60


def clauses(desk: Desk, count: int = CLAUSES) -> Iterator[Clause]:
    """Clauses in both languages, the same in every run; every village name is its own."""
    dice = random.Random(SEED)  # noqa: S311 - made-up texts
    new_id = desk._file.new_id  # noqa: SLF001 - a library of this size comes in below the desk
    for number in range(count):
        english, khmer = _texts(dice, number)
        sides = {"km": _side(*khmer), "en": _side(*english)}
        clause_id = new_id()
        revision = ClauseRevision(new_id(), clause_id, 1, sides, "2026-01-01T00:00:00Z")
        topic = f"topic {number % 40}"
        yield Clause(clause_id, BlockKind.DEMAND, revision, topic, tags=(f"tag{number % 200}",))


def _side(heading: str, body: str) -> Rendition:
    return Rendition(heading, body, TranslationState.DRAFT)


def _texts(dice: random.Random, number: int) -> tuple[tuple[str, str], tuple[str, str]]:
    action, thing = dice.choice(ACTIONS), dice.choice(THINGS)
    reasons = dice.sample(REASONS, 2)
    name = [dice.randrange(len(SYLLABLES_EN)) for _ in range(4)]
    english = "".join(SYLLABLES_EN[part] for part in name).capitalize()
    khmer = "".join(SYLLABLES_KM[part] for part in name)
    return (
        (
            f"{action[0]} {thing[0]} in {english}",
            f"{reasons[0][0]} In {english} {number} people signed. {reasons[1][0]}",
        ),
        (
            f"{action[1]}{thing[1]}នៅភូមិ{khmer}",
            f"{reasons[0][1]} នៅភូមិ{khmer}មានប្រជាពលរដ្ឋ{number}នាក់បានចុះហត្ថលេខា។ {reasons[1][1]}",
        ),
    )


def rows() -> list[Row]:
    """The rows of the table."""
    with tempfile.TemporaryDirectory() as name:
        desk = Desk.create(Path(name) / "library.desk")
        started = time.perf_counter()
        file = desk._file  # noqa: SLF001 - as above
        with desk.step("Library"):
            file.clauses.insert_many(clauses(desk))
        made = time.perf_counter() - started
        found = [
            Row(f"making a library of {CLAUSES:,} clauses", made, "s", most=MOST_MAKING),
            *_searches(desk),
            *_likenesses(desk),
        ]
        desk.close(back_up=False)
    return found


def _searches(desk: Desk) -> list[Row]:
    dice = random.Random(SEED + 1)  # noqa: S311 - made-up texts
    library = [_texts(dice, 0) for _ in range(40)]
    english = [query for text, _ in library for query in _queries(text, dice, " ")]
    khmer = [query for _, text in library for query in _queries(text, dice, "")]
    typed = [prefix for query in (*english[:40], *khmer[:40]) for prefix in _prefixes(query)]
    narrow = ClauseFilter(tag="tag7")
    search = desk.library.search
    return [
        Row("search in English, p95", _p95(search, english), "ms", most=MOST_SEARCH),
        Row("search in Khmer, p95", _p95(search, khmer), "ms", most=MOST_SEARCH),
        Row("first results while typing, p95", _p95(search, typed), "ms", most=MOST_TYPING),
        Row(
            "search among the clauses with a tag, p95",
            _p95(lambda query: search(query, wanted=narrow), (*english, *khmer)),
            "ms",
            most=MOST_SEARCH,
        ),
    ]


def _queries(text: tuple[str, str], dice: random.Random, space: str) -> list[str]:
    """What somebody looks for: a piece of a heading, words of it, a name, nothing that is there."""
    heading, body = text
    start = dice.randrange(max(1, len(body) - 12))
    words = body.split()
    return [
        heading,
        heading.split(space)[-1] if space else heading[-8:],
        body[start : start + 12].strip() or heading,
        " ".join(dice.sample(words, min(2, len(words)))),
        "zzyzx" if space else "ឨឨឨ",
        "of the" if space else "ការ",
    ]


def _prefixes(query: str) -> list[str]:
    return [query[:length] for length in range(1, min(len(query), 12))]


def _p95(search: Callable[[str], object], queries: Sequence[str]) -> float:
    search("first")
    taken = []
    for query in queries:
        started = time.perf_counter()
        search(query)
        taken.append((time.perf_counter() - started) * 1e3)
    return statistics.quantiles(taken, n=20)[-1]


def _likenesses(desk: Desk) -> list[Row]:
    """The time to find a near double, and how many of the texts that were changed a little are."""
    dice = random.Random(SEED + 2)  # noqa: S311 - made-up texts
    known = [desk.library.clause(c.id) for c in desk.library.search("kabo", 100)]
    taken, hits = [], 0
    for clause in known:
        texts = {
            code: (side.heading, _changed(side.body, dice))
            for code, side in clause.latest.renditions.items()
        }
        started = time.perf_counter()
        found = desk.library.near_duplicates(texts)
        taken.append((time.perf_counter() - started) * 1e3)
        hits += clause.id in {one.clause.id for one in found}
    missed = 100 * (len(known) - hits) / len(known)
    p95 = statistics.quantiles(taken, n=20)[-1]
    return [
        Row("finding near doubles of a new clause, p95", p95, "ms", most=MOST_LIKE),
        Row(f"near doubles not found, of {len(known)}", missed, "%", most=5),
    ]


def _changed(body: str, dice: random.Random) -> str:
    """The text with a word left out and another one put in."""
    words = body.split(" ")
    del words[dice.randrange(len(words))]
    words.insert(dice.randrange(len(words)), "again" if body.isascii() else "ម្តងទៀត")
    return " ".join(words)
