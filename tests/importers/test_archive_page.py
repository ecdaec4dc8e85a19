"""The saved archive page: six posts, a petition with addressees, a bilingual petition."""

import re
from collections import Counter
from datetime import date

import pytest

from advocate_desk.importers.statement_reader import read_statements
from advocate_desk.model.draft import DraftBlock, DraftStatement
from advocate_desk.model.kinds import BlockKind, Marker, StatementKind
from importers.reading import all_text, bodies, kinds, of_kind
from seeds import seed_2

Drafts = tuple[DraftStatement, ...]


@pytest.fixture(scope="module")
def drafts() -> Drafts:
    return read_statements(seed_2())


def test_six_posts_are_parted_typed_and_dated(drafts: Drafts) -> None:
    assert [draft.kind for draft in drafts] == [
        StatementKind.COVER_LETTER,
        StatementKind.PETITION,
        StatementKind.BRIEFING,
        StatementKind.COMMENTARY,
        StatementKind.INVITATION,
        StatementKind.MEDIA_NOTICE,
    ]
    assert [draft.issue_date for draft in drafts] == [
        date(2017, 10, 25),
        date(2017, 10, 15),
        date(2017, 4, 29),
        date(2016, 11, 7),
        date(2016, 10, 21),
        date(2014, 10, 27),
    ]


def test_24_addressees_are_nested_as_they_stood(drafts: Drafts) -> None:
    (block,) = of_kind(drafts[0], BlockKind.ADDRESSEES)
    assert block.texts["en"].body == "Attention to:"
    assert block.marker is Marker.NUMBER
    assert len(block.items) == 19
    assert [len(item.items) for item in block.items] == [2, 3, *[0] * 17]
    assert block.items[0].marker is Marker.DASH
    assert block.items[0].texts["en"].body == (
        "Mr. António Guterres,\nSecretary General, United Nations"
    )
    under = block.items[0].items
    assert bodies(under, "en")[0].startswith("Mr. Joko Widodo,\nPresident, Republic of Indonesia")
    assert bodies(block.items, "en")[18] == "Phạm Bình Minh, Minister for Foreign Affairs, Viet Nam"


def test_four_instruments_stand_under_their_lead_in(drafts: Drafts) -> None:
    (block,) = of_kind(drafts[0], BlockKind.INSTRUMENT_LIST)
    assert block.texts["en"].body == "The Paris Agreement consists of:"
    assert len(block.items) == 4
    assert block.marker is Marker.BULLET
    assert bodies(block.items, "en")[0] == "The Final Act of the Paris Conference on Cambodia;"


def _both(blocks: list[DraftBlock]) -> list[DraftBlock]:
    return [block for block in blocks if set(block.texts) == {"km", "en"}]


def test_the_petition_has_four_aligned_pairs(drafts: Drafts) -> None:
    petition = drafts[1]
    assert kinds(petition) == ["title", "paragraph", *["demand"] * 3, *["paragraph"] * 2]
    assert len(_both(list(petition.blocks))) == 4
    preamble, *demands = _both(list(petition.blocks))
    assert preamble.texts["km"].body.endswith("៖")
    assert preamble.texts["en"].body.endswith("in urgent.")
    assert all(not block.texts["km"].heading for block in demands)
    assert "១៨ប្រទេស" in demands[0].texts["km"].body
    assert "18 signatory countries" in demands[0].texts["en"].body
    assert "២០១៨" in demands[2].texts["km"].body
    assert "2018" in demands[2].texts["en"].body
    assert list(preamble.texts) == ["km", "en"], "the language that came first comes first"


def test_the_appeal_has_two_aligned_pairs(drafts: Drafts) -> None:
    appeal = drafts[3]
    assert kinds(appeal) == ["title", "heading", "paragraph", "paragraph"]
    first, second = _both(list(appeal.blocks))
    assert first.texts["en"].body.startswith("25 years has been passed")
    assert first.texts["km"].body.startswith("២៥ ឆ្នាំ")
    assert second.texts["en"].body.startswith("Is this a grave violation")


def test_profiles_and_numbered_observations_are_lists(drafts: Drafts) -> None:
    (profiles,) = of_kind(drafts[2], BlockKind.PROFILE)
    assert len(profiles.items) == 5
    (observations,) = of_kind(drafts[4], BlockKind.LIST)
    assert observations.marker is Marker.NUMBER
    assert len(observations.items) == 4


def test_what_belongs_to_the_page_is_shown_not_placed(drafts: Drafts) -> None:
    headline = "Petition Collection Sent Out To Recipients On The 23rd Of October 2017"
    assert drafts[0].unplaced == (
        "Paris Peace Agreement",
        "now browsing by tag",
        "Posted by: | Posted on: October 25, 2017",
        "Op-Ed: The CEROC",
        headline,
        "Read More …",
    )
    assert "cropped-Janet-and-LP-1.jpg" in drafts[3].unplaced
    assert "25-years-anniversary-of-ppa 25-th-1991-2016-ppa-sophoans-poster" in drafts[4].unplaced


def test_no_character_is_lost(drafts: Drafts) -> None:
    source = seed_2().read_text(encoding="utf-8")
    plain = re.sub(r"^\s*(?:\d+\.|[·•–])[ ]", "", source, flags=re.MULTILINE)
    assert Counter("".join(all_text(drafts).split())) == Counter("".join(plain.split()))


def test_quotes_blanks_and_hyphens_stay_as_they_were(drafts: Drafts) -> None:
    source, read = seed_2().read_text(encoding="utf-8"), all_text(drafts)
    for sign in "\u00a0\u2010\u2018\u2019\u201c\u201d\u17d1":
        assert read.count(sign) == source.count(sign)


def test_every_khmer_run_is_whole(drafts: Drafts) -> None:
    read = all_text(drafts)
    runs = re.findall(r"[\u1780-\u17ff]+", seed_2().read_text(encoding="utf-8"))
    assert len(runs) == 31
    assert all(run in read for run in runs)
