"""The key words by which parts of a statement are known, in English and Khmer.

They are the words of the genre, not of any one document: "for more information", "endorsed by".
"""

from __future__ import annotations

import re

from advocate_desk.language.dates import find_date

_ENDING = re.compile(r"[.!?…។៕៘](?:[\"”’')\]»]|\*)*$")
_COLON = re.compile(r"[:៖]\s*$")
_EMAIL = re.compile(r"[\w.+-]{1,64}@[\w-]{1,64}\.[\w.-]{1,64}")
_PHONE = re.compile(r"(?:\+|\b0|[(]0|០)[\d០-៩][\d០-៩ ()./-]{6,20}[\d០-៩]")
_CONTACT = re.compile(
    r"(?:for (?:more|further|additional) (?:information|details)|(?:media |press )?contacts?\b"
    r"|(?:please )?contact (?:us|the)\b|(?:for )?(?:media |press )?(?:inquiries|enquiries)"
    r"|ព័ត៌មាន(?:បន្ថែម|លម្អិត)|ពត៌មាន(?:បន្ថែម|លម្អិត)|ទំនាក់ទំនង|ទាក់ទង)",
    re.IGNORECASE,
)
_ISSUED = re.compile(
    r"(?:(?:issued|released|published|adopted|dated|done|signed)\b|date\s*[:៖]"
    r"|(?:បាន)?ចេញផ្សាយ|(?:បាន)?ផ្សព្វផ្សាយ|ធ្វើនៅ|ធ្វើ\s?នៅ|កាលបរិច្ឆេទ)",
    re.IGNORECASE,
)
_KHMER_DATELINE = re.compile(r"(?:រាជធានី|ខេត្ត|ក្រុង|ភ្នំពេញ|ថ្ងៃ)")
_ENDORSED = re.compile(
    r"(?:(?:this (?:joint )?(?:statement|petition|letter|appeal) (?:is|was|has been) )?"
    r"(?:co-?)?(?:endorsed|signed|supported|issued jointly)(?: and \w+)? by\b"
    r"|(?:the |we,? the )?(?:undersigned|under-signed|signatories|endorsers|co-?signatories)\b"
    r"|(?:list of (?:the )?|the )?(?:endorsing|signatory|undersigned|supporting|signing|co-?signing)"
    r" (?:organi[sz]ations|groups|parties|members|unions|communities)"
    r"|list of (?:the )?(?:endorsers|signatories|organi[sz]ations|signators)"
    r"|(?:បាន)?(?:រួម)?(?:គាំទ្រ|ហត្ថលេខា|ចុះហត្ថលេខា|អនុម័ត|យល់ព្រម)(?:គាំទ្រ|រួម)?ដោយ"
    r"|រួមគាំទ្រ|រួមចុះហត្ថលេខា|ហត្ថលេខី|(?:បញ្ជី|បញ្ជីឈ្មោះ)(?:អង្គការ|អ្នកគាំទ្រ|ហត្ថលេខី|សមាគម)"
    r"|(?:អង្គការ|សមាគម|សហគមន៍)[^។៖]{0,60}(?:គាំទ្រ|ចុះហត្ថលេខា|រួមហត្ថលេខា))",
    re.IGNORECASE,
)
_ADDRESSED = re.compile(
    r"(?:attention(?: to)?|attn\.?|to|addressed to|respectfully (?:addressed )?to|cc|copy to"
    r"|recipients?|addressees?|(?:សូម)?(?:គោរព)?(?:ជូន|ផ្ញើ)(?:ជូន)?(?:ចំពោះ)?"
    r"|(?:សូម)?គោរពជូនចំពោះ|ចម្លងជូន|អ្នកទទួល)\s*[:៖]",
    re.IGNORECASE,
)
_CALL = re.compile(
    r"\b(?:urg(?:e|es|ing)|call(?:s|ing)? (?:on|upon|for)|demand(?:s|ing)?|request(?:s|ing)?"
    r"|appeal(?:s|ing)?|propos(?:e|es|ing)|petition(?:s|ing)?|recommend(?:s|ations?|ing)?"
    r"|ask(?:s|ing)?|insist(?:s|ing)?)\b"
    r"|ស្នើ|អំពាវនាវ|ទាមទារ|ជំរុញ|សំណូមពរ|អនុសាសន៍|ដាស់តឿន",
    re.IGNORECASE,
)
_CLOSING = re.compile(
    r"(?:thank you|thanks|yours |sincerely|respectfully|with (?:best )?regards|best regards"
    r"|in conclusion|finally,|in solidarity|សូមអរគុណ|អរគុណ|ជាទីបញ្ចប់|សូមគោរព|ដោយក្តីគោរព"
    r"|ដោយសាមគ្គីភាព|សរុបសេចក្តី)",
    re.IGNORECASE,
)
_INSTRUMENT = re.compile(
    r"\b(?:act|agreement|treaty|convention|covenant|protocol|declaration|charter|accords?|pact"
    r"|statute|constitution|resolution|memorandum|law on|penal code)s?\b"
    r"|សន្ធិសញ្ញា|កិច្ចព្រមព្រៀង|អនុសញ្ញា|ពិធីសារ|កតិកាសញ្ញា|សេចក្តីប្រកាស|សេចក្ដីប្រកាស|ធម្មនុញ្ញ"
    r"|អនុស្សរណៈ|កិច្ចសន្យា|ច្បាប់ស្តីពី|ច្បាប់ស្ដីពី",
    re.IGNORECASE,
)
_PERSON = re.compile(
    r"(?:(?:Mr|Mrs|Ms|Dr|H\.?E|Prof|Venerable|Ven)\.? )?(?:[A-Z][\w’'-]*\.? ){1,3}"
    r"[A-Z][\w’'-]+,? (?=[a-z(])"
    r"|(?:[A-Z][\w’'-]*\.? ){1,3}[A-Z][\w’'-]+(?:,| \(| –| -|:)"
    r"|(?:លោក|លោកស្រី|អ្នកស្រី|កញ្ញា|ឯកឧត្តម|លោកជំទាវ|បណ្ឌិត|ព្រះតេជគុណ)"
)


def ends_sentence(text: str) -> bool:
    """Whether a text ends as a sentence does."""
    return bool(_ENDING.search(text.rstrip()[-8:]))


def ends_in_colon(text: str) -> bool:
    """Whether a text leads in to what follows: it ends in a colon, Latin or Khmer."""
    return bool(_COLON.search(text[-8:]))


def has_address(text: str) -> bool:
    """Whether an e-mail address or a telephone number stands in a text."""
    return bool(_EMAIL.search(text) or _PHONE.search(text))


def is_contact_line(text: str) -> bool:
    """Whether a text says whom to ask for more."""
    bare = text.lstrip("*† \u00a0")
    if len(bare) > 400:
        return False
    found = _CONTACT.search(bare[:80])
    if not found:
        return False
    return found.start() <= 25 and (has_address(bare) or ends_in_colon(bare) or bare != text)


def is_issue_line(text: str) -> bool:
    """Whether a text is the line that tells when, and maybe where, a statement was issued."""
    if len(text) > 160:
        return False
    if _ISSUED.match(text):
        return any(character.isdigit() for character in text)
    return _is_dateline(text)


def _is_dateline(text: str) -> bool:
    """A place and a date and nothing more: "Phnom Penh, 28 July 2025"."""
    if len(text) > 110 or ends_sentence(text.rstrip(".")) or not find_date(text):
        return False
    if _KHMER_DATELINE.match(text):
        return True
    return len(text.split()) <= 6 and text[:1].isalnum() and not ends_in_colon(text)


def is_endorser_label(text: str) -> bool:
    """Whether a text can be the label of a list of endorsers."""
    bare = text.strip()
    if len(bare) > 160 or not _ENDORSED.match(bare) or is_call(bare):
        return False
    return ends_in_colon(bare) or (len(bare) <= 70 and not ends_sentence(bare))


def is_addressee_label(text: str) -> bool:
    """Whether a text is the label of a list of addressees, and nothing else."""
    return len(text) <= 60 and bool(_ADDRESSED.fullmatch(text.strip()))


def is_key_line(text: str) -> bool:
    """Whether a text is one of the lines that stand alone by their wording."""
    return (
        is_contact_line(text)
        or is_issue_line(text)
        or is_endorser_label(text)
        or is_addressee_label(text)
    )


def is_call(text: str) -> bool:
    """Whether a text asks somebody for something."""
    return bool(_CALL.search(text))


def is_closing(text: str) -> bool:
    """Whether a text takes leave of its readers."""
    return bool(_CLOSING.match(text))


def names_instrument(text: str) -> bool:
    """Whether a list entry names a treaty, an act or the like."""
    return len(text) <= 250 and bool(_INSTRUMENT.search(text[:120]))


def starts_with_person(text: str) -> bool:
    """Whether a list entry begins with a person's name."""
    return bool(_PERSON.match(text))
