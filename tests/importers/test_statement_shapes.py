"""Statements in the shapes people write them, all of our own making."""

from datetime import date
from pathlib import Path

import pytest

from advocate_desk.model.draft import DraftStatement
from advocate_desk.model.kinds import BlockKind, Marker, StatementKind
from importers.reading import bodies, headings, kinds, of_kind, read_text

KHMER = """សេចក្តីថ្លែងការណ៍រួមស្តីពីទន្លេ

យើងខ្ញុំជាអង្គការសង្គមស៊ីវិល មានការព្រួយបារម្ភចំពោះទន្លេ ចាប់តាំងពីឆ្នាំ២០២០។

យើងសូមអំពាវនាវដូចខាងក្រោម៖

១. បញ្ឈប់ការសាងសង់

សូមបញ្ឈប់ការសាងសង់ទំនប់ទាំង៣ជាបន្ទាន់។

២. ការពារសហគមន៍

សូមការពារសហគមន៍ទាំង១២។

សូមធ្វើការពិគ្រោះយោបល់។

សម្រាប់ព័ត៌មានបន្ថែម សូមទំនាក់ទំនង៖ លោក សុខ 012 345 678

រាជធានីភ្នំពេញ ថ្ងៃទី២៨ ខែកក្កដា ឆ្នាំ២០២៥

គាំទ្រដោយ៖

១. បណ្តាញទន្លេ (បទ)
២. សមាគមនេសាទ
៣. អង្គការទឹកស្អាត (WATER)
"""
ENGLISH = """Joint Statement on the River

We, the undersigned civil society organizations, have been concerned about the river since 2020.

We call for the following:

1. Stop the building

Please stop the building of the 3 dams at once.

2. Protect communities

Please protect the 12 communities.

Please consult them.

For more information, please contact: Mr Sok 012 345 678

Phnom Penh, 28 July 2025

Endorsed by:

1. River Network (RN)
2. Fishing Association
3. Clean Water Organization (WATER)
"""
WHOLE = [
    "title",
    "paragraph",
    "paragraph",
    "demand",
    "demand",
    "contact",
    "issue_line",
    "endorser_list",
]


def _is_the_river_statement(draft: DraftStatement) -> None:
    assert kinds(draft) == WHOLE
    assert all(set(block.texts) == {"km", "en"} for block in draft.blocks)
    demands = of_kind(draft, BlockKind.DEMAND)
    assert headings(demands, "km") == ["បញ្ឈប់ការសាងសង់", "ការពារសហគមន៍"]
    assert headings(demands, "en") == ["Stop the building", "Protect communities"]
    assert bodies(demands, "en")[1] == "Please protect the 12 communities.\n\nPlease consult them."
    assert draft.issue_date == date(2025, 7, 28)
    assert [entry.name["km"] for entry in draft.endorsers][1:] == ["សមាគមនេសាទ", "អង្គការទឹកស្អាត"]
    assert [entry.acronym for entry in draft.endorsers] == ["RN", "", "WATER"]


@pytest.mark.parametrize("halves", [(KHMER, ENGLISH), (ENGLISH, KHMER)])
def test_two_halves_are_aligned_in_either_order(halves: tuple[str, str], tmp_path: Path) -> None:
    _is_the_river_statement(read_text(tmp_path, "\n".join(halves), name="river.txt"))


def test_a_table_of_two_columns_is_aligned_row_by_row(tmp_path: Path) -> None:
    parts = zip(KHMER.split("\n\n"), ENGLISH.split("\n\n"), strict=True)
    rows = [f"| {km.strip()} | {en.strip()} |".replace("\n", "<br>") for km, en in parts]
    text = "\n".join(["| ខ្មែរ | English |", "| --- | --- |", *rows])
    draft = read_text(tmp_path, text)
    _is_the_river_statement(draft)
    assert draft.unplaced == ("ខ្មែរ", "English")


def test_alternating_paragraphs_are_aligned(tmp_path: Path) -> None:
    text = (
        "# ញត្តិស្តីពីដី\n\n# Petition on land\n\nយើងខ្ញុំសូមស្នើ៖\n\nWe propose:\n\n"
        "១) ដោះស្រាយជម្លោះដីធ្លីទាំង៥ករណី។\n\n1) Settle the 5 land disputes.\n\n"
        "២) ដោះលែងអ្នកតស៊ូ។\n\n2) Release the defenders.\n\nសូមអរគុណ\n\nThank you"
    )
    draft = read_text(tmp_path, text)
    assert draft.kind is StatementKind.PETITION
    assert kinds(draft) == ["title", "paragraph", "demand", "demand", "paragraph"]
    assert all(set(block.texts) == {"km", "en"} for block in draft.blocks)


@pytest.mark.parametrize(("first", "second"), [("១. ", "២. "), ("ក) ", "ខ) "), ("1. ", "2. ")])
def test_khmer_list_markers_are_understood(first: str, second: str, tmp_path: Path) -> None:
    text = (
        f"យើងខ្ញុំសូមស្នើដូចខាងក្រោមនេះ៖\n\n{first}ដោះស្រាយជម្លោះ។\n{second}ដោះលែងអ្នកតស៊ូ។\n\n"
        "We propose what follows below:\n\n1. Settle the disputes.\n2. Release the defenders.\n"
    )
    demands = of_kind(read_text(tmp_path, text), BlockKind.DEMAND)
    assert bodies(demands, "km") == ["ដោះស្រាយជម្លោះ។", "ដោះលែងអ្នកតស៊ូ។"]
    assert bodies(demands, "en") == ["Settle the disputes.", "Release the defenders."]


def test_a_side_with_fewer_paragraphs_is_aligned_by_its_numbers(tmp_path: Path) -> None:
    text = (
        "# Rivers\n\nIn 2011 the first dam came.\n\nNobody was asked about it.\n\n"
        "By 2024 there were 15 dams.\n\n# ទន្លេ\n\nនៅឆ្នាំ២០១១ ទំនប់ទីមួយបានមកដល់។\n\n"
        "នៅឆ្នាំ២០២៤ មានទំនប់១៥។"
    )
    draft = read_text(tmp_path, text)
    both = [block for block in draft.blocks if len(block.texts) == 2]
    assert bodies(both, "en")[1:] == ["In 2011 the first dam came.", "By 2024 there were 15 dams."]


def test_a_few_words_in_another_language_stay_where_they_stand(tmp_path: Path) -> None:
    long = "The river has been the life of its villages for as long as anybody remembers. " * 4
    text = f"# The river\n\n{long.strip()}\n\nទន្លេ\n\n{long.strip()}"
    draft = read_text(tmp_path, text)
    assert [set(block.texts) for block in draft.blocks] == [{"en"}, {"en"}, {"km"}, {"en"}]


def test_headings_without_numbers_after_a_call_are_demands(tmp_path: Path) -> None:
    text = (
        "# Statement\n\nWe urge the following:\n\n### Free them\n\nAll of them.\n\n"
        "### Pay them\n\nIn full.\n\nAnd soon."
    )
    demands = of_kind(read_text(tmp_path, text), BlockKind.DEMAND)
    assert headings(demands, "en") == ["Free them", "Pay them"]
    assert bodies(demands, "en")[1] == "In full.\n\nAnd soon."


def test_headings_without_a_call_stay_headings(tmp_path: Path) -> None:
    draft = read_text(tmp_path, "# Report\n\n## What happened\n\nMuch happened.\n")
    assert kinds(draft) == ["title", "heading", "paragraph"]


def test_undersigned_in_a_call_is_no_label_of_endorsers(tmp_path: Path) -> None:
    text = (
        "Open letter on wages\n\nWe, the undersigned organisations, call on the government to:\n"
        "1. Raise the wage.\n2. Respect the right to strike:\n   a) in law\n   b) in practice\n"
        "3. Free the leaders.\n\nSigned by\nAlpha Union (AU)\nBeta Federation\n\n"
        "Contact:\n- Ms Chan, chan@example.org\n- Mr Dara, 012 555 777\n"
    )
    draft = read_text(tmp_path, text)
    assert draft.kind is StatementKind.OPEN_LETTER
    assert kinds(draft) == ["title", "paragraph", *["demand"] * 3, "endorser_list", "contact"]
    assert bodies(of_kind(draft, BlockKind.DEMAND), "en")[1].endswith("– in law\n– in practice")
    assert [entry.acronym for entry in draft.endorsers] == ["AU", ""]
    assert "chan@example.org" in draft.blocks[-1].texts["en"].body


def test_the_count_of_endorsers_goes_on_across_a_break(tmp_path: Path) -> None:
    text = "Endorsed by:\n\n1. One\n2. Two\n\f\nPage 2 of the list\n\n3. Three\n4. Four"
    draft = read_text(tmp_path, text)
    assert [entry.name["en"] for entry in draft.endorsers] == ["One", "Two", "Three", "Four"]
    assert draft.unplaced == ("Page 2 of the list",)


def test_a_year_at_the_start_of_a_line_is_no_list_marker(tmp_path: Path) -> None:
    draft = read_text(tmp_path, "# On law\n\nIt was so.\n\n2017. A year to remember.\n")
    assert bodies(draft.blocks, "en")[-1] == "2017. A year to remember."


def test_wrapped_prose_becomes_one_paragraph(tmp_path: Path) -> None:
    text = (
        "# Trees\n\nWe are worried about the trees of the northern plains, which have been cut\n"
        "by companies for ten years. The law forbids that, and the Forest Law of\n"
        "2002. It is not applied by those who should apply it to everybody.\n"
    )
    draft = read_text(tmp_path, text)
    assert kinds(draft) == ["title", "paragraph"]
    assert "\n" not in draft.blocks[1].texts["en"].body


def test_lines_that_are_no_wrapped_prose_stay_paragraphs(tmp_path: Path) -> None:
    draft = read_text(tmp_path, "# Trees\n\nFirst thing.\nSecond thing.\n")
    assert bodies(draft.blocks, "en")[1:] == ["First thing.", "Second thing."]


def test_addressees_without_markers_are_entries(tmp_path: Path) -> None:
    text = "Open letter\n\nគោរពជូន៖\nឯកឧត្តម សុខ អភិបាលខេត្ត\nលោកស្រី ធារី ប្រធានមន្ទីរ\n\nសូមគោរព"
    (block,) = of_kind(read_text(tmp_path, text), BlockKind.ADDRESSEES)
    assert block.marker is Marker.NONE
    assert len(block.items) == 2


def test_a_page_break_of_one_language_stays_a_block(tmp_path: Path) -> None:
    draft = read_text(tmp_path, "# A\n\nBefore it.\n\fAfter it.\n\f")
    assert kinds(draft) == ["title", "paragraph", "page_break", "paragraph"]


@pytest.mark.parametrize(
    ("title", "kind"),
    [
        ("Erratum to the statement of 2 May 2025", StatementKind.ERRATUM),
        ("Follow-up letter to the ministers", StatementKind.FOLLOW_UP),
        ("លិខិតអញ្ជើញចូលរួមសិក្ខាសាលា", StatementKind.INVITATION),
        ("សន្និសីទសារព័ត៌មានស្តីពីដី", StatementKind.MEDIA_NOTICE),
        ("លិខិតចំហផ្ញើជូនរដ្ឋាភិបាល", StatementKind.OPEN_LETTER),
        ("Case briefing on two organisers", StatementKind.BRIEFING),
    ],
)
def test_the_title_tells_the_kind(title: str, kind: StatementKind, tmp_path: Path) -> None:
    assert read_text(tmp_path, f"# {title}\n\nText.").kind is kind


def test_the_user_may_say_that_it_is_a_petition(tmp_path: Path) -> None:
    text = (
        "# Land\n\nHear us.\n\n1. Give it back to those who farmed it.\n2. Pay for the harvest.\n"
    )
    draft = read_text(tmp_path, text, kind="petition")
    assert draft.kind is StatementKind.PETITION
    assert len(of_kind(draft, BlockKind.DEMAND)) == 2
    assert len(of_kind(read_text(tmp_path, text), BlockKind.DEMAND)) == 0


@pytest.mark.parametrize("first", ["3. ", "៣. "])
def test_a_list_that_goes_on_counting_keeps_its_numbers(tmp_path: Path, first: str) -> None:
    second = "៤. " if first == "៣. " else "4. "
    draft = read_text(
        tmp_path,
        "# Four facts\n\n1. The river is low.\n2. The fish are gone.\n\nThere is more to say.\n\n"
        f"{first}The sand is sold.\n{second}The banks fall in.\n",
    )
    counted, going_on = of_kind(draft, BlockKind.LIST)
    assert (counted.marker, going_on.marker) == (Marker.NUMBER, Marker.NONE)
    assert bodies(counted.items, "en") == ["The river is low.", "The fish are gone."]
    assert bodies(going_on.items, "en") == [
        f"{first}The sand is sold.",
        f"{second}The banks fall in.",
    ]


def test_a_list_with_a_gap_in_its_numbers_keeps_them(tmp_path: Path) -> None:
    draft = read_text(tmp_path, "# Facts\n\nThe facts:\n\n1. One.\n2. Two.\n  - Inner.\n4. Four.\n")
    (found,) = of_kind(draft, BlockKind.LIST)
    assert bodies(found.items, "en") == ["1. One.", "2. Two.", "4. Four."]
    assert bodies(found.items[1].items, "en") == ["Inner."]


def test_a_list_numbered_one_throughout_is_counted(tmp_path: Path) -> None:
    draft = read_text(tmp_path, "# Facts\n\nThe facts:\n\n1. One.\n1. Two.\n1. Three.\n")
    (found,) = of_kind(draft, BlockKind.LIST)
    assert (found.marker, bodies(found.items, "en")) == (Marker.NUMBER, ["One.", "Two.", "Three."])


def test_numbers_of_one_language_alone_stay_marks(tmp_path: Path) -> None:
    draft = read_text(
        tmp_path,
        "# ការពិតអំពីទន្លេ\n\nនេះជាការពិតអំពីទន្លេ៖\n\n១. ទឹកទន្លេនៅទាប។\n២. ត្រីបាត់អស់ហើយ។\n\n"
        "# Facts on the river\n\nThese are the facts:\n\n3. The river is low.\n4. The fish are gone.\n",
    )
    (found,) = of_kind(draft, BlockKind.LIST)
    assert found.marker is Marker.NUMBER
    assert bodies(found.items, "en") == ["The river is low.", "The fish are gone."]
