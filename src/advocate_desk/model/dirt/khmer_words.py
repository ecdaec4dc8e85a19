"""Spellings of Khmer words that dictionaries have given up (docs/khmer-review.md asks about them).

Only words that can be nothing else are listed. Khmer is written without spaces, so a short spelling
that is also a part of another word is left out.
"""

from __future__ import annotations

from collections.abc import Mapping

# The sign ំ typed for a subscript M, wrong vowels and signs, words that are heard and not known.
OLD_SPELLINGS: Mapping[str, str] = {
    "សំរាប់": "សម្រាប់",
    "សំរួល": "សម្រួល",
    "សំរេច": "សម្រេច",
    "សំរាក": "សម្រាក",
    "សំរាល": "សម្រាល",
    "សំរាំង": "សម្រាំង",
    "សំរស់": "សម្រស់",
    "សំលាប់": "សម្លាប់",
    "សំលឹង": "សម្លឹង",
    "សំលេង": "សំឡេង",
    "សម្លេង": "សំឡេង",
    "សំអាត": "សម្អាត",
    "សំអប់": "សម្អប់",
    "សំអាង": "សម្អាង",
    "សំគាល់": "សម្គាល់",
    "សំងាត់": "សម្ងាត់",
    "សំដែង": "សម្តែង",
    "សំបត្តិ": "សម្បត្តិ",
    "សំភារៈ": "សម្ភារៈ",
    "សំព័ន្ធ": "សម្ព័ន្ធ",
    "លំអៀង": "លម្អៀង",
    "លំអិត": "លម្អិត",
    "តំរូវ": "តម្រូវ",
    "តំរៀប": "តម្រៀប",
    "តំលៃ": "តម្លៃ",
    "កំរិត": "កម្រិត",
    "កំរាល": "កម្រាល",
    "កំលាំង": "កម្លាំង",
    "បំរើ": "បម្រើ",
    "បំរុង": "បម្រុង",
    "បំរាម": "បម្រាម",
    "បំរែបំរួល": "បម្រែបម្រួល",
    "បំលែង": "បម្លែង",
    "ចំរើន": "ចម្រើន",
    "ចំរុះ": "ចម្រុះ",
    "ចំលង": "ចម្លង",
    "ចំលើយ": "ចម្លើយ",
    "ចំលែក": "ចម្លែក",
    "ចំនុច": "ចំណុច",
    "ទំរង់": "ទម្រង់",
    "ទំលាប់": "ទម្លាប់",
    "ទំលាក់": "ទម្លាក់",
    "គំរោង": "គម្រោង",
    "គំរប់": "គម្រប់",
    "ជំរើស": "ជម្រើស",
    "ជំរាប": "ជម្រាប",
    "ជំរៅ": "ជម្រៅ",
    "ពត៌មាន": "ព័ត៌មាន",
    "ឥលូវ": "ឥឡូវ",
    "អោកាស": "ឱកាស",
    "អោវាទ": "ឱវាទ",
    "អនុញ្ញាតិ": "អនុញ្ញាត",
    "យុត្តិធ៌ម": "យុត្តិធម៌",
    "សិទ្ឋិ": "សិទ្ធិ",
    "អភិវឌ្ឃ": "អភិវឌ្ឍ",
    "រដ្ធាភិបាល": "រដ្ឋាភិបាល",
    "ព្រឹត្តការណ៍": "ព្រឹត្តិការណ៍",
    "ការណ៏": "ការណ៍",
    "សហគមន៏": "សហគមន៍",
    "ប្រយោជន៏": "ប្រយោជន៍",
}

# Written by many to this day: told only beside spellings that are surely old.
DOUBTFUL_SPELLINGS: Mapping[str, str] = {
    "គំរាម": "គម្រាម",
}

# Both of these are taught; a text keeps to the one it uses.
GIVE = "អោយ"
GIVE_SPELLINGS = ("ឱ្យ", "ឲ្យ")
