"""Acronyms that every Cambodian statement uses, and how Khmer texts write them.

The glossary and the endorsers' own names come first; this table spares a new desk false findings.
Short forms answer an acronym anywhere, full ones where the acronym is not introduced in brackets.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class KhmerForms:
    """What stands for an acronym: short Khmer forms (no dots), full Khmer and English names."""

    short: tuple[str, ...] = ()
    full: tuple[str, ...] = ()
    english: tuple[str, ...] = ()


_COVENANT = "កតិកាសញ្ញាអន្តរជាតិស្ដីពីសិទ្ធិ"
KNOWN_ACRONYMS: Mapping[str, KhmerForms] = {
    "UN": KhmerForms(("អសប",), ("សហប្រជាជាតិ",), ("United Nations",)),
    "UNTAC": KhmerForms(("អ៊ុនតាក់", "អ៑ុនតាក់", "អ៊ុនតាក"), (), ("Transitional Authority",)),
    "UNESCO": KhmerForms(("យូណេស្កូ", "អ៊ុយណេស្កូ")),
    "UNICEF": KhmerForms(("យូនីសេហ្វ",)),
    "UNHCR": KhmerForms((), ("ឧត្តមស្នងការ",), ("High Commissioner for Refugees",)),
    "OHCHR": KhmerForms((), ("ឧត្តមស្នងការ", "ការិយាល័យសិទ្ធិមនុស្ស"), ("High Commissioner",)),
    "ASEAN": KhmerForms(("អាស៊ាន",), (), ("Association of Southeast Asian Nations",)),
    "EU": KhmerForms(("អឺរ៉ុប", "អ៊ឺរ៉ុប"), (), ("European Union",)),
    "US": KhmerForms(("អាមេរិក",), ("សហរដ្ឋ",), ("United States",)),
    "USA": KhmerForms(("អាមេរិក",), ("សហរដ្ឋ",), ("United States",)),
    "UK": KhmerForms(("អង់គ្លេស",), ("ចក្រភពអង់គ្លេស",), ("United Kingdom",)),
    "NEC": KhmerForms(
        ("គជប",), ("គណៈកម្មាធិការជាតិរៀបចំការបោះឆ្នោត",), ("National Election Committee",)
    ),
    "CPP": KhmerForms((), ("គណបក្សប្រជាជនកម្ពុជា",), ("Cambodian People's Party",)),
    "CNRP": KhmerForms((), ("គណបក្សសង្គ្រោះជាតិ",), ("Cambodia National Rescue Party",)),
    "NGO": KhmerForms((), ("អង្គការក្រៅរដ្ឋាភិបាល", "អង្គការមិនមែនរដ្ឋាភិបាល"), ("non-governmental",)),
    "CSO": KhmerForms((), ("សង្គមស៊ីវិល",), ("civil society",)),
    "LANGO": KhmerForms((), ("ច្បាប់ស្ដីពីសមាគម",), ("Law on Associations",)),
    "ICJ": KhmerForms((), ("តុលាការយុត្តិធម៌អន្តរជាតិ",), ("International Court of Justice",)),
    "ICC": KhmerForms((), ("តុលាការព្រហ្មទណ្ឌអន្តរជាតិ",), ("International Criminal Court",)),
    "ECCC": KhmerForms((), ("អង្គជំនុំជម្រះវិសាមញ្ញ",), ("Extraordinary Chambers",)),
    "ICCPR": KhmerForms((), (f"{_COVENANT}ពលរដ្ឋ", f"{_COVENANT}ស៊ីវិល"), ("Covenant on Civil",)),
    "ICESCR": KhmerForms((), (f"{_COVENANT}សេដ្ឋកិច្ច",), ("Covenant on Economic",)),
    "UDHR": KhmerForms((), ("សេចក្ដីប្រកាសជាសកលស្ដីពីសិទ្ធិមនុស្ស",), ("Universal Declaration",)),
    "CEDAW": KhmerForms(
        ("ស៊ីដ", "សេដ"), ("លុបបំបាត់រាល់ទម្រង់នៃការរើសអើង",), ("Discrimination Against Women",)
    ),
    "CRC": KhmerForms((), ("អនុសញ្ញាស្ដីពីសិទ្ធិកុមារ",), ("Rights of the Child",)),
    "UPR": KhmerForms((), ("ពិនិត្យតាមកាលកំណត់ជាសកល",), ("Universal Periodic Review",)),
    "ILO": KhmerForms(
        (), ("អង្គការអន្តរជាតិខាងការងារ", "អង្គការពលកម្មអន្តរជាតិ"), ("International Labour",)
    ),
    "WHO": KhmerForms((), ("អង្គការសុខភាពពិភពលោក",), ("World Health Organization",)),
    "ADB": KhmerForms((), ("ធនាគារអភិវឌ្ឍន៍អាស៊ី",), ("Asian Development Bank",)),
    "IMF": KhmerForms((), ("មូលនិធិរូបិយវត្ថុអន្តរជាតិ",), ("International Monetary Fund",)),
    "GDP": KhmerForms(("ផសស",), ("ផលិតផលក្នុងស្រុកសរុប",), ("gross domestic product",)),
    "ACU": KhmerForms(("អបព",), ("អង្គភាពប្រឆាំងអំពើពុករលួយ",), ("Anti-Corruption Unit",)),
    "PPA": KhmerForms((), ("កិច្ចព្រមព្រៀងសន្តិភាព", "កិច្ចព្រមព្រៀងទីក្រុងប៉ារីស"), ("Paris Peace",)),
    "EIA": KhmerForms((), ("ហេតុប៉ះពាល់បរិស្ថាន",), ("environmental impact",)),
    "ELC": KhmerForms((), ("សម្បទានដីសេដ្ឋកិច្ច",), ("economic land concession",)),
    "ADHOC": KhmerForms(("អាដហុក",)),
    "LICADHO": KhmerForms(("លីកាដូ",)),
    "HIV": KhmerForms(("អេដស៍", "ហ៊ីវ"), ("មេរោគអេដស៍",)),
    "AIDS": KhmerForms(("អេដស៍",)),
    "COVID": KhmerForms(("កូវីដ",)),
    "ID": KhmerForms((), ("អត្តសញ្ញាណ",), ("identity",)),
    "TV": KhmerForms((), ("ទូរទស្សន៍",), ("television",)),
    "SMS": KhmerForms((), ("សារ",), ("text message",)),
    "LGBT": KhmerForms((), ("ស្រលាញ់ភេទដូចគ្នា", "ភេទចម្រុះ", "អត្តសញ្ញាណយេនឌ័រ")),
    "LGBTIQ": KhmerForms((), ("ស្រលាញ់ភេទដូចគ្នា", "ភេទចម្រុះ", "អត្តសញ្ញាណយេនឌ័រ")),
}
# Written like acronyms, but of time, money or address.
NO_ACRONYMS = frozenset(
    {"AM", "PM", "BE", "CE", "AD", "BC", "BCE", "USD", "KHR", "EUR", "THB", "OK", "PO", "TEL", "HE"}
    | {
        "HM",
        "HRH",
        "NO",
        "AND",
        "OR",
        "THE",
        "OF",
        "IN",
        "ON",
        "TO",
        "GMT",
        "ICT",
        "PHD",
        "NB",
        "PS",
    }
)
NO_KHMER_ACRONYMS = frozenset(
    {"ពស", "គស", "ឯឧ", "លរ", "ម", "មម", "គម", "សម", "គក", "តម", "មគស", "ឧ", "លជ", "អក", "សល"}
)
