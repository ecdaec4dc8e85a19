"""What titles people and form services give the columns of a table of endorsers."""

from __future__ import annotations

import re
from collections.abc import Mapping

from advocate_desk.importers.script_share import KHMER_LETTER
from advocate_desk.model.column_map import NAME_ROLES, ColumnRole

LONGEST_TITLE = 300  # a form service gives the whole question
_Role = ColumnRole
_NUMBERS = frozenset({"no", "nr", "number", "#", "id", "n", "s n", "ល រ", "លរ", "លេខ", "លេខរៀង"})
# The first of these that a title fits tells what stands below it.
_SOURCES: Mapping[ColumnRole, str] = {
    _Role.CONSENT_DAY: (
        r"\b(?:date|day) of (?:the )?(?:consent|agreement|signature|signing|endorsement|answer)"
        r"|\b(?:consent|signature|signing|answer) (?:date|day)\b|\btimestamp\b|\bdate\b"
        r"|\bsubmi(?:ssion|tted)\b.*\b(?:time|date|at|on)\b|^(?:submitted|today|day)$"
        r"|ថ្ងៃ|កាលបរិច្ឆេទ|ត្រាពេលវេលា"
    ),
    _Role.EMAIL: r"\be ?mails?\b|អ៊ីមែល|អ៊ីម៉ែល|អុីមែល|អុីម៉ែល|សារអេឡិចត្រូនិច",
    _Role.MESSENGER: (
        r"\b(?:telegram|signal|whats ?app|messengers?|line id|wire)\b|តេឡេក្រាម|ថេឡេក្រាម"
    ),
    _Role.PHONE: r"\b(?:tele)?phones?\b|\btel\b|\bmobile\b|\bcell\b|ទូរស័ព្ទ|ទូរសព្ទ",
    _Role.WITHHELD: (
        r"\bwithh(?:old|eld)\b|\banonym|\bconfidential|\b(?:not|without) be(?:ing)? named\b"
        r"|\bnot (?:be )?(?:publish|print|show|disclos)|មិនបញ្ចេញឈ្មោះ|លាក់ឈ្មោះ|អនាមិក"
    ),
    _Role.PRINTED: (
        r"^(?!.*\b(?:endorse|support|statement)).*(?:\bpublish|\bpublic\b|\bprint(?:ed)?\b"
        r"|\bdisclos|\bbe named\b|\b(?:show|display|list)(?:ed|n)?\b.*\bnames?\b"
        r"|\bnames?\b.*\b(?:show|display|list)(?:ed|n)?\b)"
        r"|បោះពុម្ពឈ្មោះ|បញ្ចេញឈ្មោះ|ផ្សាយឈ្មោះ|ឈ្មោះ.*(?:ជាសាធារណៈ|បោះពុម្ព)"
    ),
    _Role.AGREED: (
        r"\b(?:do|does|will|would|can) (?:you|we|your)\b.*\b(?:agree|endorse|support|consent"
        r"|join|sign|allow)|\bconsents?\b|\bagree(?:s|d|ment)?\b|^endorse(?:s|d)?$"
        r"|យល់ព្រម|យល់ស្រប|ឯកភាព"
    ),
    _Role.ACRONYM: (
        r"\bacr(?:onyms?)?\b|\babbr(?:eviation)?s?\b|\bshort (?:name|form)\b|\binitials\b"
        r"|អក្សរកាត់|ឈ្មោះកាត់"
    ),
    _Role.CONTACT_ROLE: (
        r"\bposition\b|\b(?:job )?title\b|\brole\b|\bfunction\b|តួនាទី|មុខងារ|មុខតំណែង"
    ),
    _Role.CONTACT: (
        r"\bcontacts?\b|\brepresentatives?\b|\bfocal\b|\brespondent\b|\bsignator(?:y|ies)\b"
        r"|\b(?:your|full|first|last) name\b|\bname of (?:the )?(?:person|representative)"
        r"|\bperson(?: s)? name\b|អ្នកទំនាក់ទំនង|ទំនាក់ទំនង|អ្នកតំណាង|តំណាង|ឈ្មោះអ្នក"
    ),
    _Role.KIND: (
        r"^(?:kind|type|category|sector)s?\b|\b(?:type|kind) of\b|\b(?:organisation|ngo) type\b"
        r"|ប្រភេទ"
    ),
    _Role.PROVINCE: (r"\bprovinces?\b|\blocation\b|\bcity\b|\bregion\b|\bwhere\b|ខេត្ត|រាជធានី|ទីតាំង"),
    _Role.NOTES: (
        r"\bnotes?\b|\bcomments?\b|\bremarks?\b|\bmessage\b|\banything else\b"
        r"|កំណត់ចំណាំ|កំណត់សម្គាល់|មតិ|ផ្សេងៗ|សម្គាល់"
    ),
}
_PATTERNS = {role: re.compile(pattern) for role, pattern in _SOURCES.items()}
_NAME_WORDS = frozenset(
    [
        "a",
        "an",
        "the",
        "of",
        "or",
        "and",
        "and/or",
        "in",
        "your",
        "our",
        "their",
        "its",
        "s",
        "is",
        "what",
        "which",
        "who",
        "please",
        "write",
        "enter",
        "give",
        "full",
        "official",
        "legal",
        "complete",
        "correct",
        "exact",
        "printed",
        "name",
        "names",
        "named",
        "organisation",
        "organisations",
        "organisational",
        "institution",
        "institutions",
        "endorser",
        "endorsers",
        "endorsing",
        "ngo",
        "ngos",
        "cso",
        "csos",
        "group",
        "groups",
        "union",
        "unions",
        "community",
        "communities",
        "association",
        "associations",
        "network",
        "signatory",
        "language",
        "version",
        "text",
        "km",
        "kh",
        "khm",
        "khmer",
        "en",
        "eng",
        "english",
        "as",
        "it",
        "should",
        "appear",
        "be",
        "printed",
        "cambodian",
    ]
)
_SAYS_NAME = frozenset(
    [
        "name",
        "names",
        "organisation",
        "organisations",
        "institution",
        "institutions",
        "endorser",
        "endorsers",
        "ngo",
        "ngos",
        "cso",
        "csos",
        "group",
        "union",
        "community",
        "association",
    ]
)
_LANGUAGE_WORDS: Mapping[str, ColumnRole] = {
    "khmer": _Role.KHMER,
    "km": _Role.KHMER,
    "kh": _Role.KHMER,
    "khm": _Role.KHMER,
    "english": _Role.ENGLISH,
    "en": _Role.ENGLISH,
    "eng": _Role.ENGLISH,
}
_KHMER_PART = re.compile(
    r"(?:ឈ្មោះ|អង្គការ|អង្គភាព|សមាគម|ស្ថាប័ន|សហជីព|សហគមន៍|បណ្តាញ|បណ្ដាញ|ក្រុម|ជា|ភាសា|ខ្មែរ|អង់គ្លេស"
    r"|ពេញ|ផ្លូវការ|របស់|លោកអ្នក|អ្នក|នៃ|និង|ឬ|អ្វី|គាំទ្រ)"
)
_KHMER_NAMES = frozenset({"អង្គការ", "ស្ថាប័ន", "សមាគម", "អង្គភាព", "អង្គការសមាគម"})
_ALONE = frozenset(
    {"name", "group", "union", "community", "endorser", "endorsers", "institution", "ngo"}
)
_SPECIFIC = {
    _Role.KHMER: _Role.KHMER_ACRONYM,
    _Role.ENGLISH: _Role.ENGLISH_ACRONYM,
}


def role_of_title(title: str) -> ColumnRole | None:
    """What a column holds by its title alone, None where the title tells nothing."""
    plain = plain_title(title)
    if not plain or len(title) > LONGEST_TITLE:
        return None
    if plain in _NUMBERS:
        return _Role.NUMBER
    named = _name_role(plain)
    if named:
        return named
    found = next((role for role, pattern in _PATTERNS.items() if pattern.search(plain)), None)
    if found is _Role.ACRONYM:
        return _SPECIFIC.get(_language(plain) or _Role.ACRONYM, _Role.ACRONYM)
    return found


def plain_title(title: str) -> str:
    """A title without case, punctuation, unseen signs and the two spellings of organisation."""
    shown = re.sub(r"[\u200b-\u200d\u00ad]", "", title.casefold()).replace("organiz", "organis")
    words = re.sub(r"[()\[\]{}:;,.*?!_/\\|“”\"'’៖។+-]+", " ", shown)
    return " ".join(words.split())


def _name_role(plain: str) -> ColumnRole | None:
    """Which names a title announces; every word of it has to be one that such titles have."""
    latin = [word for word in plain.split() if not KHMER_LETTER.search(word)]
    khmer = "".join(word for word in plain.split() if KHMER_LETTER.search(word))
    if not set(latin) <= _NAME_WORDS or _KHMER_PART.sub("", khmer):
        return None
    language = _language(plain)
    says_name = bool(set(latin) & _SAYS_NAME) or "ឈ្មោះ" in khmer or khmer in _KHMER_NAMES
    is_language = not says_name and language and _is_language_alone(latin, khmer)
    if not says_name and not is_language:
        return None
    return language or _Role.NAME


def _is_language_alone(latin: list[str], khmer: str) -> bool:
    """Whether a title is but a language: "Khmer", "In English", "ជាភាសាខ្មែរ"."""
    others = set(latin) - _LANGUAGE_WORDS.keys() - {"in", "the", "language", "version", "text"}
    return not others and not re.sub(r"(?:ជា|ភាសា|ខ្មែរ|អង់គ្លេស)", "", khmer)


def _language(plain: str) -> ColumnRole | None:
    """The one language a title speaks of, None for none or both."""
    found = {_LANGUAGE_WORDS[word] for word in plain.split() if word in _LANGUAGE_WORDS}
    found |= {_Role.KHMER} if "ខ្មែរ" in plain else set()
    found |= {_Role.ENGLISH} if "អង់គ្លេស" in plain else set()
    return found.pop() if len(found) == 1 else None


def is_header(cells: tuple[str, ...]) -> bool:
    """Whether a row of cells is one of titles: one of them announces names."""
    return any(role_of_title(cell) in NAME_ROLES for cell in cells if cell)
