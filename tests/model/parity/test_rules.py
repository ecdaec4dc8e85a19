"""The findings of the parity check: rule, place, values, severity."""

from dataclasses import replace

from advocate_desk.model.checked import Checked
from advocate_desk.model.endorsement import Endorsement, Endorser, EndorserName
from advocate_desk.model.finding import Finding
from advocate_desk.model.kinds import (
    BlockKind,
    EndorsementState,
    Severity,
    ShowAs,
    StatementKind,
    TranslationState,
)
from advocate_desk.model.parity.known import Known, without_honorific
from advocate_desk.model.parity.rules import parity
from advocate_desk.model.statement import Block, Rendition, Statement
from advocate_desk.model.term import Term, Terms, TermText
from advocate_desk.model.withholding import Withheld

DRAFT = TranslationState.DRAFT


def _block(km: str, en: str, *, heading: tuple[str, str] = ("", ""), source: str = "") -> Block:
    sides = {"km": Rendition(heading[0], km, DRAFT), "en": Rendition(heading[1], en, DRAFT)}
    return Block("b", BlockKind.DEMAND, sides, source_language=source)


def _checked(block: Block, *endorsements: Endorsement) -> Checked:
    statement = Statement("s", StatementKind.PETITION, blocks=(block,))
    withheld = Withheld.of(endorsements)
    return Checked(statement, endorsements, ("km", "en"), withheld=withheld)


def _found(block: Block, *endorsements: Endorsement) -> list[Finding]:
    return list(parity(_checked(block, *endorsements), block))


def _endorsement(number: int, km: str, en: str, acronym: str = "") -> Endorsement:
    names = {"km": EndorserName(km, acronym), "en": EndorserName(en, acronym)}
    endorser = Endorser(f"o{number}", names)
    return Endorsement(f"e{number}", "s", endorser, number, EndorsementState.CONFIRMED)


WOMEN = _endorsement(1, "បណ្តាញស្ត្រីបឹងទន្សោង", "Lake Tonsaong Women's Network", "LTWN")
PORT = _endorsement(2, "សហជីពកម្មករផែវាលស្បូវ", "The Veal Sbov Port Workers Union")
PERSON = _endorsement(3, "លោក សេង វិចិត្រា", "Mr. Seng Vichetra")


def test_a_finding_names_block_language_field_and_both_values() -> None:
    (found,) = _found(_block("ប្រទេសហត្ថលេខី", "the 18 countries"))
    assert (found.rule, found.block_id, found.language, found.field) == (
        "parity_number",
        "b",
        "km",
        "body",
    )
    assert (found.arguments["khmer"], found.arguments["english"]) == ("", "18")
    assert str(found) == "Number: only English has “18”."
    assert found.severity is Severity.WARNING


def test_headings_are_compared_apart_from_bodies() -> None:
    (found,) = _found(_block("អំពីទឹក", "On water", heading=("សំណើ ៣", "Demand 4")))
    assert found.field == "heading"
    assert str(found) == "Number: Khmer has “៣”, English has “4”."


def test_a_difference_stands_at_the_translation() -> None:
    km, en = "១៨ ប្រទេស", "81 countries"
    assert _found(_block(km, en, source="en"))[0].language == "km"
    assert _found(_block(km, en, source="km"))[0].language == "en"
    assert _found(_block("១៨ ប្រទេស", "countries"))[0].language == "en"


def test_every_sentence_can_be_filled() -> None:
    pairs = [
        ("We ask for the release of all", "We ask for the release of all"),
        ("We ask for the release of all", "Release them"),
        ("ដោះលែង", "យើងខ្ញុំស្នើឱ្យដោះលែង"),
        ("ដី{{footnote: ប្រភព}}", "land"),
        ("លោកថា ដី", "He said “land”"),
        ("(ក) ទឹក (ខ) ដី (គ) ព្រៃ", "(a) water (b) land"),
        ("ថ្ងៃទី១៤ ខែមករា ឆ្នាំ២០១៨", "in January 14, 2018"),
        ("យើងខ្ញុំសូមអំពាវនាវដល់អាជ្ញាធរគ្រប់លំដាប់ថ្នាក់ឱ្យគោរពសិទ្ធិរបស់ប្រជាពលរដ្ឋ", "We call"),
    ]
    rules = {found.rule: str(found) for km, en in pairs for found in _found(_block(km, en))}
    assert sorted(rules) == [
        "parity_copied",
        "parity_date_wording",
        "parity_footnote",
        "parity_items",
        "parity_length",
        "parity_quotation",
        "parity_script",
    ]
    assert not any("{" in text.replace("{{", "") for text in rules.values())


def test_acronyms_on_one_side_are_a_hint_and_two_that_differ_a_warning() -> None:
    hint = _found(_block("គណបក្ស", "the party (CPP)"))[0]
    warning = _found(_block("គណបក្ស (CNRP)", "the party (CPP)"))[0]
    assert (hint.severity, warning.severity) == (Severity.HINT, Severity.WARNING)


def test_exchanged_names_are_found_whatever_honorific_they_carry() -> None:
    found = _found(_block("ឯកឧត្តម សេង វិចិត្រា", "Lake Tonsaong Women's Network"), WOMEN, PERSON)
    assert [(f.rule, f.arguments["khmer"], f.arguments["english"]) for f in found] == [
        ("parity_name", "សេង វិចិត្រា", "Lake Tonsaong Women's Network")
    ]
    assert not _found(_block("ឯកឧត្តម សេង វិចិត្រា", "Dr. Seng Vichetra"), WOMEN, PERSON)


def test_an_acronym_of_the_endorser_stands_for_the_name() -> None:
    assert not _found(_block("បណ្តាញស្ត្រីបឹងទន្សោង", "LTWN"), WOMEN)
    assert not _found(_block("LTWN", "Lake Tonsaong Women's Network"), WOMEN)


def test_a_name_known_in_one_language_only_is_not_compared() -> None:
    half = Endorsement("e", "s", Endorser("o", {"en": EndorserName("Lake Group")}), 0)
    confirmed = replace(half, state=EndorsementState.CONFIRMED)
    short = _endorsement(6, "ទឹក", "Tuk")
    assert not _found(_block("សមាគម", "Lake Group and Tuk"), confirmed, short)


def test_a_name_inside_a_longer_known_one_is_not_missed() -> None:
    longer = _endorsement(4, "សហភាពទឹក", "Federation of Lake Tonsaong Women's Network")
    assert not _found(
        _block("សហភាពទឹក", "Federation of Lake Tonsaong Women's Network"), WOMEN, longer
    )


def test_a_withheld_name_is_not_repeated_in_a_finding() -> None:
    hidden = replace(WOMEN, show_as=ShowAs.WITHHELD)
    found = _found(_block("សមាគម", "the association (LTWN)"), hidden)
    assert found
    assert not any("LTWN" in str(one) + str(one.arguments) for one in found)


def test_entries_that_one_side_lacks_are_counted() -> None:
    def item(ident: str, km: str, en: str) -> Block:
        return Block(ident, BlockKind.ITEM, {"km": Rendition("", km), "en": Rendition("", en)})

    items = (item("1", "ទឹក", "water"), item("2", "", "land"))
    block = replace(_block("ស្នើ៖", "We ask for:"), kind=BlockKind.LIST, items=items)
    (found,) = _found(block)
    assert (found.rule, found.language) == ("parity_items", "km")
    assert str(found) == "Entries of the list: 1 in Khmer, 2 in English."


def test_terms_of_the_glossary_must_have_their_other_side() -> None:
    term = Term(
        "t",
        {
            "km": TermText("គណៈកម្មការដោះស្រាយវិវាទដីធ្លី", "គ.ដ.ដ."),
            "en": TermText("Land Dispute Resolution Committee", "LDRC"),
        },
    )
    known = Known.of((), Terms([term]))
    from advocate_desk.model.parity.comparing import gaps

    assert gaps("គ.ដ.ដ. បានសម្រេច", "the LDRC decided", known) == ()
    assert gaps("គណៈកម្មការដោះស្រាយវិវាទដីធ្លី", "the Land Dispute Resolution Committee", known) == ()
    (gap,) = gaps("ស្ថាប័ននោះបានសម្រេច", "the Land Dispute Resolution Committee decided", known)
    assert (gap.kind, gap.khmer, gap.english) == ("term", "", "Land Dispute Resolution Committee")


def test_honorifics_are_taken_off_names() -> None:
    assert without_honorific("H.E. Dr. Chan Sophal") == "Chan Sophal"
    assert without_honorific("សម្តេច លោក ចាន់ សុផល") == "ចាន់ សុផល"
    assert without_honorific("Drum Circle") == "Drum Circle"
