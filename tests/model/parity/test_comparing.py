"""What counts as the same in both languages, and what is told as a gap."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from advocate_desk.model.parity.comparing import gaps
from advocate_desk.model.parity.fact import FactKind

K = FactKind


def _told(khmer: str, english: str) -> list[tuple[str, str, str]]:
    return [(gap.kind.value, gap.khmer, gap.english) for gap in gaps(khmer, english)]


SAME = [
    # numbers
    ("ប្រទេសហត្ថលេខីទាំងដប់ប្រាំបី (១៨)", "the eighteen (18) signatory countries"),
    ("ប្រជាពលរដ្ឋមួយលាននាក់", "one million citizens"),
    ("សូមមើលសំណើទី៤", "see demand 4"),
    ("ខួបលើកទី២៦", "the 26th anniversary"),
    ("ច្បាប់មួយត្រូវបានអនុម័ត", "a law was passed"),
    ("ភាគីទាំងពីរត្រូវជួបគ្នា", "the parties must meet each other"),
    ("បើកការប្រជុំដំបូង", "open the first meeting"),
    ("កន្លែងចំនួន ១.២០០", "1,200 places"),
    ("ពីរភាគបីនៃគ្រួសារ", "two thirds of the families"),
    ("ពីរភាគបីនៃគ្រួសារ", "2/3 of the families"),
    ("ជំពូកទី៤", "Chapter IV"),
    ("ជំងឺកូវីដ-១៩", "COVID-19"),
    ("ប្រទេស G20", "countries of the G20"),
    ("ច្បាប់លេខ នស/រកម/០៨១៥/០១០", "Law No. NS/RKM/0815/010"),
    # percentages and money
    ("កើនឡើង ២៥ ភាគរយ", "a rise of 25%"),
    ("ពី ២៥ ទៅ ៣០ ភាគរយ", "25-30 per cent"),
    ("១០០ ដុល្លារអាមេរិក", "US$100"),
    ("៤០លានរៀល", "40 million riels"),
    ("២,៥ លានដុល្លារ", "$2.5 million"),
    # dates of X34 and others
    ("ថ្ងៃទី២៥ ខែតុលា ឆ្នាំ២០១៧", "October 25, 2017"),
    ("ថ្ងៃទី២៣ ខែតុលា ឆ្នាំ២០១៧", "23rd Of October 2017"),
    ("ថ្ងៃ២៨ ខែមេសា ឆ្នាំ២០១៦", "28 April 2016"),
    ("ថ្ងៃ ១៤ មករា ២០១៨", "on January 14, 2018"),
    ("ថ្ងៃទី២៣-២៤-២៥-២៦-២៧ ខែតុលា ឆ្នាំ២០១៤", "23-24-25-26-27 October, 2014"),
    ("ថ្ងៃទី២៣ ដល់ថ្ងៃទី២៧ ខែតុលា ឆ្នាំ២០១៤", "23–27 October 2014"),
    ("ថ្ងៃទី១៤ ខែមករា និងថ្ងៃទី២៩ ខែកក្កដា ឆ្នាំ២០១៨", "14 January and 29 July 2018"),
    ("ថ្ងៃទី១៤ ខែមករា ឆ្នាំ២០១៨ និងថ្ងៃទី២៩ ខែកក្កដា ឆ្នាំ២០១៨", "14 January and 29 July 2018"),
    ("ថ្ងៃទីម្ភៃបី ខែតុលា ឆ្នាំ១៩៩១", "the twenty-third of October 1991"),
    ("ថ្ងៃទី១៤/០១/២០១៨", "14 January 2018"),
    ("ថ្ងៃទី៧ ខែ៨ ឆ្នាំ២០២៤", "7 August 2024"),
    ("ថ្ងៃទី២៨ ខែកក្កដា ព.ស. ២៥៦៩", "28 July 2025"),
    ("ព.ស. ២៥៦៩", "2025"),
    ("ព.ស. ២៥៦៩", "B.E. 2569"),
    ("នៅខែឧសភា", "in May"),
    ("តាំងពីឆ្នាំ១៩៩៨", "since 1998"),
    ("ថ្ងៃទី២ ខែមីនា ឆ្នាំ២០២៣ ... ដូចក្នុងខែមីនា", "2 March 2023 ... as in March 2023"),
    ("៣កើត ខែស្រាពណ៍", "3 waxing Srapoan"),
    ("2025-07-28", "28 July 2025"),
    ("ភាគីទីបី", "third parties and a third party"),
    ("សន្ធិសញ្ញា NPT", "the Non-Proliferation Treaty of Prague"),
    ("ប្រហែល ១២,៥ លាននាក់ ឬ ១២.៥០០.០០០,៥០", "about 12.5 million or 12,500,000.50"),
    # times and telephones
    ("ម៉ោង ៨:៣០ ព្រឹក", "8:30 a.m."),
    ("ម៉ោង ២ រសៀល", "2 p.m."),
    ("ម៉ោង ៩៩", "99 p.m."),
    ("ម៉ោង ១៩:០០", "7 p.m."),
    ("ម៉ោងប្រាំបួនព្រឹក", "nine o'clock"),
    ("ទូរស័ព្ទ ០១២ ៥៥០ ១៨៧", "telephone +855 12 550 187"),
    ("ទូរស័ព្ទ (០២៣) ៨៨៤ ៥១២", "telephone 023-884-512"),
    # addresses, quotations
    ("អ៊ីមែល OFFICE@example.org។", "e-mail office@example.org."),
    ("គេហទំព័រ www.example.org", "see https://www.example.org/"),
    ("«ដីគឺជាជីវិត»", "“Land is life”"),
    ("សមាគមមួយ (ADHOC)", "an association (“ADHOC”)"),
    # acronyms
    ("អ៊ុនតាក់បានរៀបចំ", "UNTAC organised it"),
    ("គជប មិនបានសម្រួល", "the NEC did not help"),
    ("អង្គការសហប្រជាជាតិបានអំពាវនាវ", "the UN called"),
    ("អង្គការក្រៅរដ្ឋាភិបាល", "NGOs"),
    ("ស.ស.ខ. បានប្រកាស", "the KFX announced"),
    # lists
    ("(ក) ទឹក (ខ) ដី", "(a) water (b) land"),
    ("១) ទឹក ២) ដី", "1) water 2) land"),
    ("- ទឹក\n- ដី", "• water\n• land"),
    ("៣. ទឹក", "Water"),
    ("ទី១ ទឹក ទី២ ដី", "(1) water (2) land"),
    ("(ក) ទឹក (ខ) ដី ហើយ (ក) ព្រៃ (ខ) ភ្នំ", "(a) water (b) land and (a) woods (b) hills"),
    # placeholders
    ("{{place}} {{lunar_date}} {{date}}", "{{place}}, {{date}}"),
]


@pytest.mark.parametrize(("khmer", "english"), SAME)
def test_both_sides_say_the_same(khmer: str, english: str) -> None:
    assert _told(khmer, english) == []


DIFFERENT = [
    (K.NUMBER, "ប្រទេសទាំង១៨", "the 81 countries", "១៨", "81"),
    (K.NUMBER, "ប្រទេសហត្ថលេខី", "the 18 signatory countries", "", "18"),
    (K.NUMBER, "ប្រជាពលរដ្ឋមួយលាននាក់", "people", "មួយលាន", ""),
    (K.ORDINAL, "សំណើទី៤", "the fifth demand", "៤", "fifth"),
    (K.YEAR, "តាំងពីឆ្នាំ១៩៩៨", "since 1989", "១៩៩៨", "1989"),
    (K.PERCENT, "២៥ ភាគរយ", "52%", "២៥ ភាគរយ", "52%"),
    (K.PERCENT, "២៥ គ្រួសារ", "25% of families", "២៥", "25%"),
    (K.MONEY, "១០០ រៀល", "100 dollars", "១០០ KHR", "100 USD"),
    (K.DATE, "ថ្ងៃទី១៤ ខែមករា", "14 January 2018", "ថ្ងៃទី១៤ ខែមករា", "14 January 2018"),
    (K.DATE, "ថ្ងៃទី១៤ ខែមីនា ឆ្នាំ២០១៨", "14 May 2018", "ថ្ងៃទី១៤ ខែមីនា ឆ្នាំ២០១៨", "14 May 2018"),
    (K.TIME, "ម៉ោង ៨:៣០ ព្រឹក", "8:30 p.m.", "ម៉ោង ៨:៣០ ព្រឹក", "8:30 p.m."),
    (K.LUNAR, "៣កើត ខែស្រាពណ៍", "3 waning Srapoan", "៣កើត ខែស្រាពណ៍", "3 waning Srapoan"),
    (K.PHONE, "ទូរស័ព្ទ ០១២ ៥៥០ ១៨៧", "call us", "០១២ ៥៥០ ១៨៧", ""),
    (K.DATE, "2025-07-28", "29/7/2025", "2025-07-28", "29/7/2025"),
    (K.EMAIL, "អ៊ីមែល a@example.org", "e-mail b@example.org", "a@example.org", "b@example.org"),
    (K.ADDRESS, "មើល www.example.org/km", "see us", "www.example.org/km", ""),
    (K.PLACEHOLDER, "នៅ{{place}}", "in our town", "{{place}}", ""),
    (K.FOOTNOTE, "ដី{{footnote: ប្រភព}}", "land", "1", "0"),
    (K.QUOTATION, "លោកថា ដីគឺជាជីវិត", "He said “land is life”", "0", "1"),
    (K.ITEMS, "(ក) ទឹក (ខ) ដី (គ) ព្រៃ", "(a) water (b) land", "3", "2"),
    (K.ACRONYM, "គណបក្សប្រជាជនកម្ពុជា", "Cambodian People's Party (CPP)", "", "CPP"),
    (K.ACRONYM, "សមាគម (ABC)", "an association (ABD)", "ABC", "ABD"),
    (K.ACRONYM, "សមាគម (ABC)", "an association", "ABC", ""),
    (K.ACRONYM, "គ.ជ.ប. បានប្រកាស", "the committee announced", "គ.ជ.ប.", ""),
    (K.NAME, "ក្រុមហ៊ុន Golden Harvst", "the company Golden Harvest", "Golden Harvst", "Harvest"),
]


@pytest.mark.parametrize(("kind", "khmer", "english", "left", "right"), DIFFERENT)
def test_a_difference_is_told_with_both_values(
    kind: FactKind, khmer: str, english: str, left: str, right: str
) -> None:
    assert _told(khmer, english) == [(kind.value, left, right)]


def test_a_day_with_in_before_it_is_told() -> None:
    told = _told("ថ្ងៃទី១៤ ខែមករា ឆ្នាំ២០១៨", "in January 14, 2018")
    assert told == [("date_wording", "ថ្ងៃទី១៤ ខែមករា ឆ្នាំ២០១៨", "in January 14, 2018")]
    assert _told("ខែមករា ឆ្នាំ២០១៨", "in January 2018") == []


def test_small_words_that_look_like_months_or_courts_are_no_dates() -> None:
    assert _told("មាត្រា ៥ អាចត្រូវបានកែប្រែ", "Article 5 may be amended") == []
    assert _told("តុលាការ ៣ តុលាការ", "three courts, 3 courts in the march") == []


def test_a_side_that_was_copied_over_is_told_and_nothing_else() -> None:
    text = "We ask for the release of 18 people."
    assert [gap.kind for gap in gaps(text, text)] == [K.COPIED]
    khmer = "យើងខ្ញុំស្នើឱ្យដោះលែងមនុស្ស ១៨ នាក់។"
    assert [gap.kind for gap in gaps(khmer, khmer)] == [K.COPIED]


def test_a_side_in_the_wrong_script_is_told() -> None:
    assert [g.kind for g in gaps("We ask for the release of all", "Release them")] == [K.SCRIPT]
    assert [g.kind for g in gaps("ដោះលែងមនុស្ស", "យើងខ្ញុំស្នើឱ្យដោះលែង")] == [K.SCRIPT]


def test_a_name_kept_in_latin_on_both_sides_is_no_copy() -> None:
    assert _told("Human Rights Watch", "Human Rights Watch") == []
    assert _told("info@example.org", "info@example.org") == []


def test_a_side_of_which_most_is_lost_is_told() -> None:
    khmer = "យើងខ្ញុំសូមអំពាវនាវដល់អាជ្ញាធរគ្រប់លំដាប់ថ្នាក់ឱ្យគោរពសិទ្ធិរបស់ប្រជាពលរដ្ឋដែលរស់នៅក្នុងសហគមន៍នេះ"
    assert [gap.kind for gap in gaps(khmer, "We call on them")] == [K.LENGTH]


def test_one_side_alone_is_a_missing_rendition_and_no_gap() -> None:
    assert gaps("", "18 countries") == ()
    assert gaps("១៨ ប្រទេស", " \n") == ()


def test_a_heading_in_capitals_holds_no_acronyms() -> None:
    assert _told("សេចក្តីថ្លែងការណ៍រួមស្តីពីដី", "JOINT STATEMENT ON LAND") == []


@given(st.text(max_size=80), st.text(max_size=80))
def test_any_two_texts_can_be_compared(khmer: str, english: str) -> None:
    for gap in gaps(khmer, english):
        assert gap.khmer or gap.english


_MESSY = "០១២៣ ទីខែឆ្នាំថ្ងៃមករា(18%)$ពីរលានព.ស. May 14,–“”«»@.{}abc\n1)"


@given(st.text(alphabet=_MESSY, max_size=60), st.text(alphabet=_MESSY, max_size=60))
def test_any_two_messy_texts_can_be_compared(khmer: str, english: str) -> None:
    assert gaps(khmer, english) == gaps(khmer, english)
