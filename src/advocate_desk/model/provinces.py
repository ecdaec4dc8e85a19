"""The 25 provinces, in Khmer and English; one spelling of each is stored."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

from advocate_desk.language.khmer import fold
from advocate_desk.model.kinds import KHMER

# What is stored (the English name) -> the Khmer name.
PROVINCES: Mapping[str, str] = {
    "Banteay Meanchey": "បន្ទាយមានជ័យ",
    "Battambang": "បាត់ដំបង",
    "Kampong Cham": "កំពង់ចាម",
    "Kampong Chhnang": "កំពង់ឆ្នាំង",
    "Kampong Speu": "កំពង់ស្ពឺ",
    "Kampong Thom": "កំពង់ធំ",
    "Kampot": "កំពត",
    "Kandal": "កណ្តាល",
    "Kep": "កែប",
    "Koh Kong": "កោះកុង",
    "Kratie": "ក្រចេះ",
    "Mondulkiri": "មណ្ឌលគិរី",
    "Oddar Meanchey": "ឧត្តរមានជ័យ",
    "Pailin": "ប៉ៃលិន",
    "Phnom Penh": "ភ្នំពេញ",
    "Preah Sihanouk": "ព្រះសីហនុ",
    "Preah Vihear": "ព្រះវិហារ",
    "Prey Veng": "ព្រៃវែង",
    "Pursat": "ពោធិ៍សាត់",
    "Ratanakiri": "រតនគិរី",
    "Siem Reap": "សៀមរាប",
    "Stung Treng": "ស្ទឹងត្រែង",
    "Svay Rieng": "ស្វាយរៀង",
    "Takeo": "តាកែវ",
    "Tboung Khmum": "ត្បូងឃ្មុំ",
}
# Other spellings in use, as they read without blanks.
_ALSO: Mapping[str, str] = {
    "kompongcham": "Kampong Cham",
    "kompongchhnang": "Kampong Chhnang",
    "kompongspeu": "Kampong Speu",
    "kompongthom": "Kampong Thom",
    "kracheh": "Kratie",
    "mondolkiri": "Mondulkiri",
    "otdarmeanchey": "Oddar Meanchey",
    "oddormeanchey": "Oddar Meanchey",
    "sihanoukville": "Preah Sihanouk",
    "ratanakkiri": "Ratanakiri",
    "rattanakiri": "Ratanakiri",
    "rattanakkiri": "Ratanakiri",
    "rotanakiri": "Ratanakiri",
    "stoengtreng": "Stung Treng",
    "steungtreng": "Stung Treng",
    "tbongkhmum": "Tboung Khmum",
    "tboungkhmom": "Tboung Khmum",
    "កណ្ដាល": "Kandal",
    "ព្រះសីហនុវិល": "Preah Sihanouk",
    "រតនៈគិរី": "Ratanakiri",
    "ឧត្ដរមានជ័យ": "Oddar Meanchey",
}
_LEADING = ("រាជធានី", "ខេត្ត")
_TRAILING = ("province", "municipality", "city")


def province_word(stored: str, language: str) -> str:
    """What a province is called in a language; what is none shows as it is written."""
    return PROVINCES.get(stored, stored) if language == KHMER else stored


def stored_province(text: str) -> str:
    """The spelling that is stored for a province in either language; any other text as it is."""
    written = " ".join(text.split())
    return _known().get(_bare(written), written)


def _bare(text: str) -> str:
    """A name without blanks, and without the word that says that it is a province."""
    bare = "".join(fold(text).split())
    for word in _LEADING:
        bare = bare.removeprefix(fold(word))
    for word in _TRAILING:
        bare = bare.removesuffix(word)
    return bare


@lru_cache(maxsize=1)
def _known() -> Mapping[str, str]:
    names = {name: name for name in PROVINCES} | {km: en for en, km in PROVINCES.items()}
    return {_bare(name): stored for name, stored in (names | dict(_ALSO)).items()}
