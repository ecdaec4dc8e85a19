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
_ABOUT = (
    ("ដីស្រែ", "rice land"),
    ("សន្តិសុខស្បៀង", "food security"),
    ("គម្រោងវារីអគ្គិសនី", "the hydropower project"),
    ("ការបូមខ្សាច់", "sand dredging"),
    ("ប្រាក់ឈ្នួលអប្បបរមា", "the minimum wage"),
    ("សិទ្ធិសហជីព", "trade union rights"),
    ("ការជួញដូរមនុស្ស", "human trafficking"),
    ("បំណុលមីក្រូហិរញ្ញវត្ថុ", "microfinance debt"),
    ("ចម្ការកៅស៊ូ", "rubber plantations"),
    ("សេរីភាពសារព័ត៌មាន", "press freedom"),
    ("ការអប់រំកុមារី", "the education of girls"),
    ("ជនជាតិដើមភាគតិច", "indigenous peoples"),
    ("សំណល់ប្លាស្ទិក", "plastic waste"),
    ("កម្មករទេសន្តរប្រវេសន៍", "migrant workers"),
    ("ការនេសាទខុសច្បាប់", "illegal fishing"),
    ("មន្ទីរពេទ្យស្រុក", "district hospitals"),
    ("ថវិកាឃុំ", "the commune budget"),
    ("ការបោះឆ្នោត", "the election"),
    ("ទឹកជំនន់", "flooding"),
    ("តំបន់សេដ្ឋកិច្ច", "the economic zone"),
    ("ការប្រើហិង្សាក្នុងគ្រួសារ", "domestic violence"),
    ("កិច្ចសន្យាសម្បទាន", "concession contracts"),
    ("ផ្លូវជាតិ", "the national road"),
    ("ផ្សារចាស់", "the old market"),
)
_PLACES = (
    ("កំពត", "Kampot"),
    ("តាកែវ", "Takeo"),
    ("ក្រចេះ", "Kratie"),
    ("រតនគិរី", "Ratanakiri"),
    ("មណ្ឌលគិរី", "Mondulkiri"),
    ("ពោធិ៍សាត់", "Pursat"),
    ("បាត់ដំបង", "Battambang"),
    ("សៀមរាប", "Siem Reap"),
    ("ស្ទឹងត្រែង", "Stung Treng"),
    ("កោះកុង", "Koh Kong"),
    ("ព្រៃវែង", "Prey Veng"),
    ("ស្វាយរៀង", "Svay Rieng"),
    ("កណ្តាល", "Kandal"),
    ("ព្រះវិហារ", "Preah Vihear"),
    ("កំពង់ធំ", "Kampong Thom"),
    ("កំពង់ចាម", "Kampong Cham"),
    ("ប៉ៃលិន", "Pailin"),
    ("កែប", "Kep"),
)
_WHY = (
    ("ព្រោះប្រជាពលរដ្ឋមិនទាន់ទទួលបានព័ត៌មានគ្រប់គ្រាន់", "because people were not informed"),
    ("ដើម្បីឱ្យគ្រប់គ្នាមានជីវភាពសមរម្យ", "so that everybody can live in dignity"),
    ("ទោះបីច្បាប់បានចែងយ៉ាងច្បាស់ក៏ដោយ", "although the law is clear"),
    ("តាមរយៈការពិគ្រោះយោបល់ជាសាធារណៈ", "through a public consultation"),
    ("ដោយមានការចូលរួមពីស្ត្រីនិងយុវជន", "with women and young people taking part"),
    ("ស្របតាមកតិកាសញ្ញាអន្តរជាតិ", "as the international covenants require"),
    ("មុនពេលទទួលយកប្រាក់កម្ចីថ្មី", "before a new loan is accepted"),
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
    slots = (_WHO, _ASK, _WHOM, _DO, _WHERE, _ABOUT, _PLACES, _WHY)
    who, ask, whom, do, where, about, place, why = (rng.choice(slot) for slot in slots)
    khmer_when, when = _when(rng)
    khmer = (
        f"{who[0]}នៅខេត្ត{place[0]}{ask[0]}{whom[0]} {do[0]}{where[0]} ទាក់ទងនឹង{about[0]}"
        f" {why[0]} {khmer_when}។"
    )
    english = (
        f"{who[1]} of {place[1]} {ask[1]} {whom[1]} {do[1]} {where[1]} with regard to {about[1]},"
        f" {why[1]}, {when}."
    )
    return khmer, english


def _when(rng: random.Random) -> tuple[str, str]:
    (khmer, english), (khmer_month, month) = rng.choice(_WHEN), rng.choice(_MONTHS)
    year, number = str(rng.randint(1990, 2026)), str(rng.randint(2, 400))
    fill = {"k": khmer_month, "e": month, "n": year, "n2": number}
    fill |= {"y": year.translate(_DIGITS), "d": number.translate(_DIGITS)}
    return khmer.format(**fill), english.format(**fill)


def pair_texts(rng: random.Random, sentences: int = 0) -> dict[str, str]:
    """A paragraph of one to three sentences in both languages."""
    some = [sentence(rng) for _ in range(sentences or rng.randint(1, 3))]
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
