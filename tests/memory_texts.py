"""Clause-like texts in both languages, put together by lot; and texts that are nearly the same."""

from __future__ import annotations

import random

from rapidfuzz.fuzz import ratio

from advocate_desk.language.khmer import clusters, fold
from advocate_desk.model.kinds import ENGLISH, KHMER

_WHO = (
    ("យើងខ្ញុំជាសហគមន៍", "We, the communities"),
    ("សហជីពកម្មករ", "The unions of workers"),
    ("បណ្តាញសង្គមស៊ីវិល", "The networks of civil society"),
    ("គ្រួសារដែលរងផលប៉ះពាល់", "The affected families"),
    ("អង្គការយុវជន", "The youth organisations"),
    ("ប្រជានេសាទតាមដងទន្លេ", "The fishers along the river"),
    ("ស្ត្រីក្នុងភូមិ", "The women of the village"),
    ("កសិករទាំងអស់", "All farmers"),
)
_ASK = (
    ("សូមអំពាវនាវដល់", "call on"),
    ("ស្នើសុំឱ្យ", "ask"),
    ("ទាមទារឱ្យ", "demand that"),
    ("សង្ឃឹមថា", "hope that"),
    ("សូមជម្រាបជូន", "remind"),
)
_WHOM = (
    ("រដ្ឋាភិបាល", "the government"),
    ("អាជ្ញាធរខេត្ត", "the provincial authority"),
    ("ក្រសួងបរិស្ថាន", "the ministry of environment"),
    ("តុលាការ", "the court"),
    ("ក្រុមហ៊ុនអភិវឌ្ឍន៍", "the development company"),
    ("អាស៊ាន", "ASEAN"),
    ("អង្គការសហប្រជាជាតិ", "the United Nations"),
    ("គណៈកម្មាធិការជាតិ", "the national committee"),
)
_DO = (
    ("ដោះលែងអ្នកជាប់ឃុំ", "to release the detained people"),
    ("បញ្ឈប់ការបណ្តេញចេញ", "to halt the evictions"),
    ("ផ្តល់សំណងសមរម្យ", "to pay fair compensation"),
    ("ការពារព្រៃឈើ", "to protect the forest"),
    ("គោរពសេរីភាពបញ្ចេញមតិ", "to respect the freedom of expression"),
    ("ធានាទឹកស្អាត", "to ensure clean water"),
    ("បើកសាលារៀនឡើងវិញ", "to open the schools again"),
    ("ស៊ើបអង្កេតករណីនេះ", "to investigate this case"),
    ("ទទួលស្គាល់ដីសហគមន៍", "to recognise the land of the community"),
    ("បោះពុម្ពផ្សាយកិច្ចសន្យា", "to publish the contracts"),
)
_WHERE = (
    ("នៅក្នុងឃុំ", "in the commune"),
    ("នៅតាមព្រំដែន", "along the border"),
    ("នៅបឹងធំ", "at the great lake"),
    ("ក្នុងតំបន់ឧស្សាហកម្ម", "in the industrial zone"),
    ("នៅភ្នំខាងជើង", "on the northern hill"),
    ("តាមទន្លេមេគង្គ", "along the Mekong"),
    ("ក្នុងស្រុកទាំងមូល", "in the whole district"),
)
_WHEN = (
    ("មុនខែ{k} ឆ្នាំ{y}", "before {e} {n}"),
    ("ក្នុងរយៈពេល {d} ថ្ងៃ", "within {n2} days"),
    ("ជាបន្ទាន់", "without delay"),
    ("ស្របតាមមាត្រា {d}", "in line with article {n2}"),
    ("ដូចដែលបានសន្យា", "as was promised"),
)
_MONTHS = (("មករា", "January"), ("មេសា", "April"), ("កក្កដា", "July"), ("តុលា", "October"))
_DIGITS = str.maketrans("0123456789", "០១២៣៤៥៦៧៨៩")


def sentence(rng: random.Random) -> tuple[str, str]:
    """One sentence in Khmer and English."""
    who, ask, whom, do, where = (rng.choice(x) for x in (_WHO, _ASK, _WHOM, _DO, _WHERE))
    when, (khmer_month, month) = rng.choice(_WHEN), rng.choice(_MONTHS)
    year, number = str(rng.randint(1990, 2026)), str(rng.randint(2, 400))
    fill = {"k": khmer_month, "e": month, "n": year, "n2": number}
    fill |= {"y": year.translate(_DIGITS), "d": number.translate(_DIGITS)}
    khmer = f"{who[0]}{ask[0]}{whom[0]} {do[0]}{where[0]} {when[0].format(**fill)}។"
    return khmer, f"{who[1]} {ask[1]} {whom[1]} {do[1]} {where[1]} {when[1].format(**fill)}."


def pair_texts(rng: random.Random, sentences: int = 0) -> dict[str, str]:
    """A paragraph of one to five sentences in both languages."""
    some = [sentence(rng) for _ in range(sentences or rng.randint(1, 5))]
    return {KHMER: " ".join(k for k, _ in some), ENGLISH: " ".join(e for _, e in some)}


def near(rng: random.Random, text: str) -> tuple[str, float]:
    """The text with a few stretches changed, dropped or put in, and how alike they are."""
    parts = clusters(text)
    for _ in range(rng.randint(1, 5)):
        at, size = rng.randrange(len(parts)), rng.randint(1, 6)
        other = rng.randrange(len(parts))
        new = rng.choice(([], parts[other : other + size], ["ថ្មី"], [" ", "new", " "]))
        parts[at : at + size] = new
    changed = "".join(parts)
    folded = (" ".join(fold(one).split()) for one in (text, changed))
    return changed, ratio(*folded)
