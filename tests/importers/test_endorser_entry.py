"""One entry of an endorser list, in every shape."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from advocate_desk.importers.endorser_entry import read_entry, split_acronym


@pytest.mark.parametrize(
    ("text", "name", "acronym"),
    [
        ("River Protection Network (3RPN)", "River Protection Network", "3RPN"),
        ("Association of House Workers - AHW", "Association of House Workers", "AHW"),
        ("Association of House Workers – AHW", "Association of House Workers", "AHW"),
        ("Old Age Organization(OAO)", "Old Age Organization", "OAO"),
        ("Our Own Objective (O.O.O)", "Our Own Objective", "O.O.O"),
        ("Journalists Alliance (CamboJX)", "Journalists Alliance", "CamboJX"),
        ("Rights Coalition (CRX-Cambodia)", "Rights Coalition", "CRX-Cambodia"),
        ("Cooperatives (FAX Cambodia)", "Cooperatives", "FAX Cambodia"),
        ("Karuna Organization (KdX)", "Karuna Organization", "KdX"),
        ("Villages Cambodia (SOX CV).", "Villages Cambodia", "SOX CV"),
        ("Partnership For Water.", "Partnership For Water", ""),
        ("Club (of the Four Villages)", "Club (of the Four Villages)", ""),
        ("Club (ONE Two Three Four)", "Club (ONE Two Three Four)", ""),
        ("VBXK", "VBXK", ""),
        ("STAR Kampong", "STAR Kampong", ""),
        ("Service-Cambodia", "Service-Cambodia", ""),
        ("Youth Club (Siem Reap)", "Youth Club (Siem Reap)", ""),
        ("Trading Co.", "Trading Co.", ""),
        ("Rice Growers (A.R.G.)", "Rice Growers", "A.R.G."),
        ("សមាគមកសិករ (ស.ក.ស)", "សមាគមកសិករ", "ស.ក.ស"),
        ("សមាគមកសិករ (ភ្នំពេញ)", "សមាគមកសិករ (ភ្នំពេញ)", ""),
        ("សមាគមកសិករ។", "សមាគមកសិករ", ""),
    ],
)
def test_name_and_acronym(text: str, name: str, acronym: str) -> None:
    assert split_acronym(text) == (name, acronym)


@pytest.mark.parametrize(
    ("text", "khmer", "english", "acronym"),
    [
        ("បណ្តាញទន្លេ / River Network", "បណ្តាញទន្លេ", "River Network", ""),
        ("បណ្តាញទន្លេ/River Network (RN)", "បណ្តាញទន្លេ", "River Network (RN)", "RN"),
        ("River - Lake Network / បណ្តាញទន្លេ", "បណ្តាញទន្លេ", "River - Lake Network", ""),
        ("River Network – បណ្តាញទន្លេ", "បណ្តាញទន្លេ", "River Network", ""),
        ("បណ្តាញទន្លេ (River Network)", "បណ្តាញទន្លេ", "River Network", ""),
        ("បណ្តាញទន្លេ (River Network (RN))", "បណ្តាញទន្លេ", "River Network (RN)", "RN"),
        ("បណ្តាញទន្លេ (River Network) (RN)", "បណ្តាញទន្លេ", "River Network (RN)", "RN"),
        ("River Network (បណ្តាញទន្លេ)", "បណ្តាញទន្លេ", "River Network", ""),
        ("បណ្តាញទន្លេ\nRiver Network", "បណ្តាញទន្លេ", "River Network", ""),
    ],
)
def test_an_entry_in_two_languages_is_parted(
    text: str, khmer: str, english: str, acronym: str
) -> None:
    entry = read_entry(text, 7)
    assert entry.written == {"km": khmer, "en": english}
    assert entry.acronym == acronym
    assert entry.row == 7


def test_an_acronym_behind_a_khmer_name_is_no_english_name() -> None:
    entry = read_entry("សមាគមទឹក (WATER)", 1)
    assert entry.written == {"km": "សមាគមទឹក (WATER)"}
    assert entry.name == {"km": "សមាគមទឹក"}
    assert entry.acronym == "WATER"


def test_a_brand_inside_a_khmer_name_does_not_part_it() -> None:
    assert set(read_entry("អង្គការ Oxfam កម្ពុជា", 1).written) == {"km"}


@given(st.text(min_size=1).filter(str.strip))
def test_no_entry_loses_a_letter(text: str) -> None:
    written = "".join(read_entry(text, 1).written.values())
    assert sorted(filter(str.isalnum, written)) == sorted(filter(str.isalnum, text))
