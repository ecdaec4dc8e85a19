"""What the rules about two languages, terms and acronyms are called."""

from __future__ import annotations

from advocate_desk.model.marked import marked
from advocate_desk.model.rule_info import RuleInfo

_NUMBERS = (
    RuleInfo(
        "parity_number",
        marked("Numbers that differ between the languages"),
        marked("Figures and number words of both sides are compared, also in Khmer digits."),
    ),
    RuleInfo(
        "parity_ordinal",
        marked("Ordinal numbers that differ between the languages"),
        marked("A first and a second must be the same in both."),
    ),
    RuleInfo(
        "parity_year",
        marked("Years that differ between the languages"),
        marked("Years of the common and of the Buddhist era are compared."),
    ),
    RuleInfo(
        "parity_percent",
        marked("Percentages that differ between the languages"),
        marked("Shares must be the same in both."),
    ),
    RuleInfo(
        "parity_money",
        marked("Sums of money that differ between the languages"),
        marked("Sums and their currency must be the same in both."),
    ),
    RuleInfo(
        "parity_date",
        marked("Days that differ between the languages"),
        marked("Month names of both languages are understood."),
    ),
    RuleInfo(
        "parity_date_wording",
        marked("“In” before a day"),
        marked("English says on a day and in a month."),
    ),
    RuleInfo(
        "parity_lunar",
        marked("Lunar dates that differ between the languages"),
        marked("The lunar day of both sides is compared."),
    ),
    RuleInfo(
        "parity_time",
        marked("Times of day that differ between the languages"),
        marked("Hours and minutes must be the same in both."),
    ),
)
_ADDRESSES = (
    RuleInfo(
        "parity_phone",
        marked("Telephone numbers that differ between the languages"),
        marked("Readers of both languages call the same number."),
    ),
    RuleInfo(
        "parity_email",
        marked("E-mail addresses that differ between the languages"),
        marked("Readers of both languages write to the same address."),
    ),
    RuleInfo(
        "parity_address",
        marked("Web addresses that differ between the languages"),
        marked("Readers of both languages find the same page."),
    ),
    RuleInfo(
        "parity_placeholder",
        marked("Placeholders that differ between the languages"),
        marked("What is filled in on one side is filled in on the other."),
    ),
    RuleInfo(
        "parity_footnote",
        marked("Footnotes that differ between the languages"),
        marked("Both sides have the same number of footnotes."),
    ),
)
_WORDS = (
    RuleInfo(
        "parity_acronym",
        marked("Acronyms that differ between the languages"),
        marked("An acronym of one side stands in the other, or its full name does."),
    ),
    RuleInfo(
        "parity_name",
        marked("Names that differ between the languages"),
        marked("Persons and places of one side stand in the other."),
    ),
    RuleInfo(
        "parity_term",
        marked("Terms of the glossary that one language lacks"),
        marked("A term of the glossary stands in both languages."),
    ),
    RuleInfo(
        "parity_quotation",
        marked("Quoted passages that differ between the languages"),
        marked("What is quoted on one side is quoted on the other."),
    ),
    RuleInfo(
        "parity_items",
        marked("Lists that differ between the languages"),
        marked("Both sides of a list have the same number of entries."),
    ),
    RuleInfo(
        "parity_copied",
        marked("Texts that are not translated"),
        marked("The same text stands in both languages."),
    ),
    RuleInfo(
        "parity_script",
        marked("A side in the other language’s letters"),
        marked("The Khmer side is written in Khmer and the English one is not."),
    ),
    RuleInfo(
        "parity_length",
        marked("Sides of very different length"),
        marked("One of the two may say less than the other."),
    ),
)
_TERMS = (
    RuleInfo(
        "acronym_undefined",
        marked("Acronyms that are not explained"),
        marked("At its first use an acronym stands behind its full name."),
    ),
    RuleInfo(
        "acronym_before_definition",
        marked("Acronyms explained too late"),
        marked("The full name belongs to the first use, also after blocks were moved."),
    ),
    RuleInfo(
        "acronym_defined_twice",
        marked("Acronyms explained twice"),
        marked("After the first time the acronym is enough."),
    ),
    RuleInfo(
        "acronym_defined_differently",
        marked("Acronyms with two meanings"),
        marked("One acronym stands for one name."),
    ),
    RuleInfo(
        "acronym_unused",
        marked("Acronyms that are explained and never used"),
        marked("The brackets only slow the reader down."),
    ),
    RuleInfo(
        "forbidden_form",
        marked("Words the glossary does not want"),
        marked("The glossary prefers another word for the same thing."),
    ),
)
INFOS: tuple[RuleInfo, ...] = (*_NUMBERS, *_ADDRESSES, *_WORDS, *_TERMS)
