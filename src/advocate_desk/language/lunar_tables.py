"""Names of the Khmer lunar calendar: its months, animal years, saks and weekdays.

English names follow the spellings of Cambodian holiday lists; there is no one standard.
"""

from __future__ import annotations

from enum import StrEnum
from typing import Self


class Named(StrEnum):
    """A key of the calendar that knows how it is written in both languages."""

    khmer: str
    english: str

    def __new__(cls, key: str, khmer: str, english: str) -> Self:
        """The member for one row of a table: key, Khmer name, English name."""
        member = str.__new__(cls, key)
        member._value_ = key
        member.khmer = khmer
        member.english = english
        return member


class LunarMonth(Named):
    """The months, in order from Migasir; the two Asaths of a leap year stand at the end."""

    MIGASIR = "migasir", "មិគសិរ", "Migasir"
    BOS = "bos", "បុស្ស", "Bos"
    MEAK = "meak", "មាឃ", "Meak"
    PHALKUN = "phalkun", "ផល្គុន", "Phalkun"
    CHET = "chet", "ចេត្រ", "Chet"
    PISAK = "pisak", "ពិសាខ", "Pisak"
    JESTH = "jesth", "ជេស្ឋ", "Jesth"
    ASATH = "asath", "អាសាឍ", "Asath"
    SRAPOAN = "srapoan", "ស្រាពណ៍", "Srapoan"
    PHATRABOT = "phatrabot", "ភទ្របទ", "Phatrabot"
    ASOCH = "asoch", "អស្សុជ", "Asoch"
    KATTIK = "kattik", "កត្តិក", "Kattik"
    PATHAMASATH = "pathamasath", "បឋមាសាឍ", "Pathamasath"
    TUTIYASATH = "tutiyasath", "ទុតិយាសាឍ", "Tutiyasath"


class AnimalYear(Named):
    """The twelve animals, in their order."""

    RAT = "rat", "ជូត", "Rat"
    OX = "ox", "ឆ្លូវ", "Ox"
    TIGER = "tiger", "ខាល", "Tiger"
    RABBIT = "rabbit", "ថោះ", "Rabbit"
    DRAGON = "dragon", "រោង", "Dragon"
    SNAKE = "snake", "ម្សាញ់", "Snake"
    HORSE = "horse", "មមី", "Horse"
    GOAT = "goat", "មមែ", "Goat"
    MONKEY = "monkey", "វក", "Monkey"
    ROOSTER = "rooster", "រកា", "Rooster"
    DOG = "dog", "ច", "Dog"
    PIG = "pig", "កុរ", "Pig"


class Sak(Named):
    """The ten saks, by the last figure of the lesser era: 0 is the tenth."""

    SAMRETTISAK = "samrettisak", "សំរឹទ្ធិស័ក", "Samrettisak"
    EKASAK = "ekasak", "ឯកស័ក", "Ekasak"
    TOSAK = "tosak", "ទោស័ក", "Tosak"
    TREISAK = "treisak", "ត្រីស័ក", "Treisak"
    CHATVASAK = "chatvasak", "ចត្វាស័ក", "Chatvasak"
    PANCHASAK = "panchasak", "បញ្ចស័ក", "Panchasak"
    CHHASAK = "chhasak", "ឆស័ក", "Chhasak"
    SAPTASAK = "saptasak", "សប្តស័ក", "Saptasak"
    ATTHASAK = "atthasak", "អដ្ឋស័ក", "Atthasak"
    NOPPASAK = "noppasak", "នព្វស័ក", "Noppasak"


# From Monday, as `date.weekday()` counts. ចន្ទ after the Chuon Nath dictionary, not CLDR's ច័ន្ទ.
KHMER_WEEKDAYS = ("ចន្ទ", "អង្គារ", "ពុធ", "ព្រហស្បតិ៍", "សុក្រ", "សៅរ៍", "អាទិត្យ")
ENGLISH_WEEKDAYS = (
    "Monday",
    "Tuesday",
    "Wednesday",
    "Thursday",
    "Friday",
    "Saturday",
    "Sunday",
)
