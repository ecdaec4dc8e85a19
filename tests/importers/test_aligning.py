"""Two languages side by side: what pairs, what stays alone, and that nothing goes missing."""

from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from advocate_desk.importers.align import aligned
from advocate_desk.importers.endorser_entry import read_entry
from advocate_desk.importers.endorser_pairing import paired_endorsers
from advocate_desk.importers.pieces import Piece, text_block
from advocate_desk.model.kinds import BlockKind
from importers.reading import bodies, kinds, of_kind, read_text

KINDS = (BlockKind.PARAGRAPH, BlockKind.DEMAND, BlockKind.HEADING, BlockKind.LIST)


def _pieces(language: str, wanted: list[BlockKind], start: int = 0) -> list[Piece]:
    return [
        Piece(text_block(kind, language, f"{language}{place}"), language, place=start + place)
        for place, kind in enumerate(wanted)
    ]


SHAPES = st.lists(st.sampled_from(KINDS), max_size=12)


@given(SHAPES, SHAPES)
def test_every_piece_appears_once_and_in_order(
    khmer: list[BlockKind], english: list[BlockKind]
) -> None:
    pieces = aligned(_pieces("km", khmer), _pieces("en", english, 100))
    for language, wanted in (("km", khmer), ("en", english)):
        found = [
            piece.block.texts[language].body for piece in pieces if language in piece.block.texts
        ]
        assert found == [f"{language}{place}" for place in range(len(wanted))]


def test_texts_too_long_to_compare_pair_in_their_order() -> None:
    khmer = _pieces("km", [BlockKind.PARAGRAPH] * 600)
    english = _pieces("en", [BlockKind.HEADING, *[BlockKind.PARAGRAPH] * 599], 1_000)
    pieces = aligned(khmer, english)
    assert len(pieces) == 601
    assert pieces[0].block.texts["en"].body == "en1"


def test_a_list_known_in_one_language_only_pairs_with_its_plain_side(tmp_path: Path) -> None:
    text = (
        "# ទន្លេ\n\nឯកសារទាំងនេះនិយាយអំពីវា៖\n\n• ឯកសារទីមួយ\n• ឯកសារទីពីរ\n\n"
        "# River\n\nThese papers speak of it:\n\n• First Convention\n• Second Protocol\n"
    )
    draft = read_text(tmp_path, text)
    assert kinds(draft) == ["title", "instrument_list"]
    assert bodies(draft.blocks[1].items, "km") == ["ឯកសារទីមួយ", "ឯកសារទីពីរ"]


def test_lists_of_different_length_keep_every_entry(tmp_path: Path) -> None:
    text = "# ទន្លេ\n\n- មួយ ១\n- បី ៣\n\n# River\n\n- One 1\n- Two 2\n- Three 3\n"
    (block,) = of_kind(read_text(tmp_path, text), BlockKind.LIST)
    assert bodies(block.items, "en") == ["One 1", "Two 2", "Three 3"]
    assert bodies(block.items, "km") == ["មួយ ១", "", "បី ៣"]


def test_a_counted_list_pairs_with_headed_demands_of_the_other_language(tmp_path: Path) -> None:
    text = (
        "# ទន្លេ\n\nសំណូមពរ៖\n\n១. សូមបញ្ឈប់ទំនប់ទាំង៣។\n២. សូមការពារភូមិទាំង១២។\n\n"
        "# River\n\nWe ask:\n\n## 1. Stop\n\nStop the 3 dams.\n\n## 2. Protect\n\nThe 12 villages.\n"
    )
    demands = of_kind(read_text(tmp_path, text), BlockKind.DEMAND)
    assert [set(block.texts) for block in demands] == [{"km", "en"}] * 2


def test_endorsers_of_two_lists_pair_by_place_or_by_acronym() -> None:
    khmer = [read_entry(text, 0) for text in ("បណ្តាញទឹក (WN)", "សហជីព", "សមាគម (AA)")]
    english = [read_entry(text, 0) for text in ("Association (AA)", "Water Network (WN)", "Union")]
    paired = paired_endorsers(khmer, english)
    assert [set(entry.name) for entry in paired] == [{"km", "en"}, {"km"}, {"km", "en"}, {"en"}]


def test_two_lists_in_one_language_lose_no_entry() -> None:
    first = [read_entry(text, 0) for text in ("One (ONE)", "Two")]
    second = [read_entry(text, 0) for text in ("One again (ONE)", "Other (ONE)")]
    assert len(paired_endorsers(first, second)) == 4


def test_a_long_list_of_names_with_acronyms_needs_no_label(tmp_path: Path) -> None:
    names = "\n".join(f"{n}. Village Fund Number {n} (VFN{n})" for n in range(1, 10))
    draft = read_text(tmp_path, f"# Title\n\nText.\n\n{names}\n")
    assert kinds(draft)[-1] == "endorser_list"
    assert len(draft.endorsers) == 9
    plain = "\n".join(f"{n}. a thing to do" for n in range(1, 10))
    assert kinds(read_text(tmp_path, f"# Title\n\nText.\n\n{plain}\n"))[-1] == "list"


def test_a_count_that_starts_again_is_another_list(tmp_path: Path) -> None:
    draft = read_text(tmp_path, "# Title\n\n1. One\n2. Two\n\n1. First\n2. Second\n")
    assert kinds(draft) == ["title", "list", "list"]


def test_a_label_with_nothing_below_is_a_paragraph(tmp_path: Path) -> None:
    assert kinds(read_text(tmp_path, "# Title\n\nAttention to:\n")) == ["title", "paragraph"]
    assert kinds(read_text(tmp_path, "# Title\n\nEndorsed by:\n")) == ["title", "paragraph"]
    assert kinds(read_text(tmp_path, "# Title\n\nEndorsed by:\nOne\n\f"))[-1] == "endorser_list"
