"""The joint statement of 102 organisations, read whole."""

import re
from collections import Counter
from datetime import date

import pytest

from advocate_desk.importers.statement_reader import read_statements
from advocate_desk.model.draft import DraftStatement
from advocate_desk.model.kinds import BlockKind, StatementKind
from advocate_desk.model.statement import paragraphs
from importers.reading import all_text, bodies, headings, kinds, of_kind
from seeds import seed_1


@pytest.fixture(scope="module")
def draft() -> DraftStatement:
    (read,) = read_statements(seed_1())
    return read


def test_every_part_is_known(draft: DraftStatement) -> None:
    assert draft.kind is StatementKind.JOINT_STATEMENT
    assert kinds(draft) == [
        "title",
        *["paragraph"] * 3,
        *["demand"] * 8,
        "contact",
        "issue_line",
        "endorser_list",
    ]
    assert draft.unplaced == ()
    assert draft.notes == ()


def test_demands_lose_their_typed_number_at_any_heading_level(draft: DraftStatement) -> None:
    demands = of_kind(draft, BlockKind.DEMAND)
    assert [len(paragraphs(body)) for body in bodies(demands, "en")] == [1, 1, 3, 1, 1, 2, 1, 1]
    assert headings(demands, "en")[0] == "Immediate De-escalation and Ceasefire"
    assert headings(demands, "en")[3].startswith("Upholding the Rules-Based Order")
    assert not any(heading[0].isdigit() for heading in headings(demands, "en"))


def test_the_closing_lines_are_read_without_their_markup(draft: DraftStatement) -> None:
    contact, issued, label = (block.texts["en"].body for block in draft.blocks[-3:])
    assert contact == "* For more information, please contact us at info@cid.asia"
    assert issued == "Issued on: 28 July 2025"
    assert label == "Endorsed by:"
    assert draft.issue_date == date(2025, 7, 28)


def test_102_endorsers_stand_in_their_order(draft: DraftStatement) -> None:
    names = [entry.name["en"] for entry in draft.endorsers]
    assert len(names) == 102
    assert names[0] == "3S Rivers Protection Network"
    assert names[48:50] == [
        "Environmental Protection and Development Organizaton",
        "Facilitation Association for Economy of Cooperatives",
    ]
    assert names[-1] == "Youth For Peace"


def test_acronyms_are_found_in_every_shape(draft: DraftStatement) -> None:
    expected = {
        1: "3SPN",
        9: "ADW",
        28: "CamboJA",
        34: "CRC-Cambodia",
        50: "FAEC Cambodia",
        57: "HOM",
        64: "KdK",
        81: "O.O.O",
        83: "PDP-Center",
        91: "SOS CV",
        96: "TI Cambodia",
    }
    assert {n: draft.endorsers[n - 1].acronym for n in expected} == expected
    without = {n for n, entry in enumerate(draft.endorsers, start=1) if not entry.acronym}
    assert without == {
        *(6, 8, 11, 12, 21, 23, 33, 36, 45, 46, 53, 61, 62, 65, 68),
        *(71, 74, 75, 82, 84, 92, 94, 98),
    }


def test_entries_are_kept_byte_for_byte(draft: DraftStatement) -> None:
    written = [entry.written["en"] for entry in draft.endorsers]
    lines = re.findall(r"^\d+\. (.*)$", seed_1().read_text(encoding="utf-8"), re.MULTILINE)
    assert written == lines
    assert written[56] == "Help The Old Age and Most Vulnerable Organization(HOM)"
    assert written[81].endswith("Organization.")
    assert draft.endorsers[81].name["en"].endswith("Organization")


def test_no_character_is_lost_or_added(draft: DraftStatement) -> None:
    source = seed_1().read_text(encoding="utf-8")
    plain = re.sub(r"^#+ |\*\*|\\", "", source, flags=re.MULTILINE)
    plain = re.sub(r"^\d+\. ", "", plain, flags=re.MULTILINE)
    plain = plain.replace("[info@cid.asia](mailto:info@cid.asia)", "info@cid.asia")
    assert "".join(all_text([draft]).split()) == "".join(plain.split())


def test_a_missing_language_is_left_open(draft: DraftStatement) -> None:
    assert draft.languages == ("km", "en")
    assert Counter(code for block in draft.blocks for code in block.texts) == {"en": 15}
