"""Dirt in single texts: what is found, what it is turned into, and what is left alone."""

import pytest

from advocate_desk.language.khmer import tidy
from advocate_desk.model.dirt.khmer_words import DOUBTFUL_SPELLINGS, OLD_SPELLINGS
from advocate_desk.model.kinds import Severity
from model.dirt.dirty import corrected, found, with_texts

CORRECTIONS = [
    ("missing_space", "en", "The Union(TU) asks.", "The Union (TU) asks."),
    ("missing_space", "km", "អង្គការ(ABC) ស្នើ។", "អង្គការ (ABC) ស្នើ។"),
    ("needless_space", "en", "Two  blanks and one .", "Two blanks and one."),
    ("no_space_after", "en", "fish,rice and water", "fish, rice and water"),
    ("lopsided_dash", "en", "on Democracy– 1991 and –later", "on Democracy – 1991 and – later"),
    ("no_break_space", "en", "\u00a0To urge\u00a0a free vote", "To urge a free vote"),
    ("no_break_space", "km", "ឆ្នាំ២០១៨\u00a0នាពេលខាងមុខ", "ឆ្នាំ២០១៨ នាពេលខាងមុខ"),
    ("odd_hyphen", "en", "politically\u2010motivated", "politically-motivated"),
    ("doubled_word", "en", "We ask for the the end.", "We ask for the end."),
    ("unseen_sign", "en", "co\u00adop and \u200bmore", "coop and more"),
    ("quote_direction", "en", "the Unit (“ACU“) said ”no”", "the Unit (“ACU”) said “no”"),
    ("straight_quotes", "en", 'It\'s a "voice" ("for") all', "It’s a “voice” (“for”) all"),
    ("truncated_text", "en", "It goes on. Read More …", "It goes on."),
    ("picture_name", "en", "cropped-Janet-1.jpg25 years on", "25 years on"),
    ("glued_words", "en", "update signaturesOne million", "update signatures One million"),
    ("glued_words", "en", "PPAReading view of it", "PPA Reading view of it"),
    ("glued_words", "en", "FreeThe5KhNy Sokha", "FreeThe5 KhNy Sokha"),
    ("old_spelling", "km", "ជំរុញអោយមាន សំរាប់ការគំរាមកំហែង", "ជំរុញឱ្យមាន សម្រាប់ការគម្រាមកំហែង"),
    ("old_spelling", "km", "ព្រោះឲ្យ និងអោយ", "ព្រោះឲ្យ និងឲ្យ"),
    ("khmer_sign", "km", "អ៑ុនតាក់បានមក", "អ៊ុនតាក់បានមក"),
    ("khmer_order", "km", "កាា រះះ ស្រ្តី", "កា រះ ស្ត្រី"),
    ("joined_number", "km", "ហត្ថលេខីទាំង១៨ប្រទេស", "ហត្ថលេខីទាំង១៨ ប្រទេស"),
    ("latin_digits", "km", "ទាំង 18 ប្រទេស ឆ្នាំ១៩៩១", "ទាំង ១៨ ប្រទេស ឆ្នាំ១៩៩១"),
    ("english_slip", "en", "Beside of this they comply by it", "Besides this they comply with it"),
    ("english_slip", "en", "the vote in January 14, 2018", "the vote on January 14, 2018"),
    ("english_slip", "en", "the Committee (The CEROC)", "the Committee (CEROC)"),
    (
        "missing_to",
        "en",
        "We appeal to the UN, and special procedures conduct prompt visits.",
        "We appeal to the UN, and special procedures to conduct prompt visits.",
    ),
]


@pytest.mark.parametrize(("rule", "language", "text", "better"), CORRECTIONS)
def test_a_slip_is_found_and_corrected(rule: str, language: str, text: str, better: str) -> None:
    findings = found(with_texts(text, language=language), rule)
    assert findings
    assert corrected(findings) == better
    assert not found(with_texts(better, language=language), rule)


FOUND_ONLY = [
    ("unpaired_mark", "en", "He said “this and that."),
    ("unpaired_mark", "en", "The Committee (of all."),
    ("unpaired_mark", "km", "គាត់និយាយថា «នេះ។"),
    ("dangling_link", "en", "This link tells more."),
    ("picture_name", "en", "25-years-anniversary-of-ppa here"),
    ("number_twice", "en", "The eighteen (19) countries"),
    ("number_twice", "en", "The thirty-one (30) countries"),
    ("typed_bullet", "en", "We ask:\n• peace\n– bread"),
]


@pytest.mark.parametrize(("rule", "language", "text"), FOUND_ONLY)
def test_what_nobody_can_correct_for_others_is_told(rule: str, language: str, text: str) -> None:
    (first, *_) = found(with_texts(text, language=language), rule)
    assert first.fix is None
    assert "{" not in str(first)


LEFT_ALONE = [
    ("missing_space", "en", "every person(s) and f(x)"),
    ("needless_space", "en", "One line\nand another."),
    ("no_space_after", "en", "1,800 families at http://a.org/x,y"),
    ("lopsided_dash", "en", "Cambodia–Thailand, 1–2 and this – that—so"),
    ("no_break_space", "en", "10\u00a0km and 5\u00a0000"),
    ("doubled_word", "en", "They had had enough of Boutros Boutros; a a.m. is not."[:42]),
    ("unseen_sign", "km", "សិទ្ធិ\u200bមនុស្ស"),
    ("quote_direction", "en", "“All (“some”) is “well”.”"),
    ("unpaired_mark", "en", "a) one\n\nb) two"),
    ("unpaired_mark", "en", "“One.\n\n“Two.”"),
    ("straight_quotes", "en", "Lake Romdoul Women's Network"),
    ("picture_name", "en", "see http://a.org/one-two-three-four-five.jpg and state-of-the-art"),
    ("glued_words", "en", "WhatsApp, CamboJA, NGOs and YouTube"),
    ("dangling_link", "en", "This link: https://a.org"),
    ("truncated_text", "en", "Read more books."),
    ("old_spelling", "km", "រៀបចំការបោះឆ្នោត ការគំរាមកំហែង"),
    ("khmer_order", "km", "ស្ត្រី ខ្ញុំ ម្ដាយ"),
    ("joined_number", "km", "ថ្ងៃទី២៨ខែកក្កដា ឆ្នាំ១៩៩១ទាំងអស់"),
    ("latin_digits", "km", "COVID-19 នៅ ១៨ ប្រទេស a1@b.org"),
    ("number_twice", "en", "eighteen (18) and twenty-one (21)"),
    ("missing_to", "en", "We call on all parties to ensure that rules provide peace."),
    ("typed_bullet", "en", "* For more information"),
]


@pytest.mark.parametrize(("rule", "language", "text"), LEFT_ALONE)
def test_what_is_right_is_left_alone(rule: str, language: str, text: str) -> None:
    assert found(with_texts(text, language=language), rule) == []


def test_the_old_spellings_are_kept_as_texts_are_kept() -> None:
    words = {**OLD_SPELLINGS, **DOUBTFUL_SPELLINGS}
    assert len(words) >= 25
    assert [word for pair in words.items() for word in pair if tidy(word) != word] == []
    assert not set(OLD_SPELLINGS.values()) & set(OLD_SPELLINGS)


def test_places_of_one_text_are_one_finding_with_one_click() -> None:
    (finding,) = found(with_texts("a\u00a0b c\u00a0d e\u00a0f"), "no_break_space")
    assert finding.arguments["count"] == 3
    assert len(finding.fixes) == 3
    assert corrected([finding]) == "a b c d e f"


def test_a_certain_slip_is_a_warning_and_a_matter_of_taste_a_hint() -> None:
    (slip,) = found(with_texts("the the"), "doubled_word")
    (taste,) = found(with_texts("a – b and c –d e"), "lopsided_dash")
    assert (slip.severity, taste.severity) == (Severity.WARNING, Severity.HINT)
