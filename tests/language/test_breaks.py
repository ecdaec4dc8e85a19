import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from itertools import pairwise

import pytest
from hypothesis import given, settings

from advocate_desk.language import breaks
from advocate_desk.language.breaks import ZWSP, soft_breaks, with_soft_breaks, without_soft_breaks
from advocate_desk.language.khmer import clusters
from language.khmer_strategies import ANY_TEXTS
from seeds import seed_2

LONG = "គណកម្មាធិការជាតិរៀបចំការបោះឆ្នោតសូមអំពាវនាវដល់ប្រជាពលរដ្ឋកម្ពុជាទាំងអស់"


@pytest.fixture
def fresh() -> Iterator[None]:
    """The segmenter and the remembered lines are forgotten before and after."""
    breaks._segmenter.cache_clear()
    breaks._line_breaks.cache_clear()
    yield
    breaks._segmenter.cache_clear()
    breaks._line_breaks.cache_clear()


def shown(text: str, *protected: str) -> str:
    return with_soft_breaks(text, protected).replace(ZWSP, "|")


def test_a_khmer_line_may_end_between_words() -> None:
    assert "|ប្រជាពលរដ្ឋ|" in shown(LONG)
    assert len(soft_breaks(LONG)) >= 8


def test_the_longest_word_of_the_petition_fits_a_narrow_cell() -> None:
    stretches = [word for word in seed_2().read_text(encoding="utf-8").split() if len(word) > 60]
    pieces = [piece for text in stretches for piece in shown(text).split("|")]
    assert max(map(len, stretches)) > 150
    assert max(len(clusters(piece)) for piece in pieces) <= 12


def test_a_line_never_ends_inside_a_cluster() -> None:
    text = seed_2().read_text(encoding="utf-8")
    starts = set()
    position = 0
    for cluster in clusters(text):
        starts.add(position)
        position += len(cluster)
    assert set(soft_breaks(text)) <= starts


def test_no_line_starts_with_a_sign_that_closes() -> None:
    assert shown("ផ្សេងៗ។ ច្បាប់៖ ការងារ៕").count("|ៗ") == 0
    text = seed_2().read_text(encoding="utf-8")
    assert not {text[offset] for offset in soft_breaks(text)} & set("ៗ។៕៖៙៚៛,.!?)”’»")


def test_breaks_stand_between_khmer_and_khmer_only() -> None:
    assert soft_breaks("Paris Peace Agreements (PPA) 1991, 18") == ()
    assert soft_breaks("កម្ពុជា (CAMBODIA) ២០១៨") == ()


def test_figures_stay_together_and_with_the_word_that_announces_them() -> None:
    assert "ថ្ងៃទី២៨ ខែកក្កដា ឆ្នាំ២០២៥" in shown("ថ្ងៃទី២៨ ខែកក្កដា ឆ្នាំ២០២៥ទាំងអស់គ្នា")


def test_a_protected_name_is_never_cut() -> None:
    name = "គណកម្មាធិការជាតិរៀបចំការបោះឆ្នោត"
    assert "|" in shown(name)
    assert name in shown(LONG, name, "")


def test_what_is_shown_gives_back_what_was_written() -> None:
    shown_text = with_soft_breaks(LONG, reversible=True)
    assert ZWSP in shown_text
    assert without_soft_breaks(shown_text) == LONG


def test_a_writers_own_break_is_kept_and_wins() -> None:
    written = f"សិទ្ធិ{ZWSP}មនុស្សកម្ពុជា{ZWSP}នៅប្រទេសនេះ"
    assert soft_breaks(written) == ()
    assert with_soft_breaks(written) == written
    assert without_soft_breaks(with_soft_breaks(written, reversible=True)) == written


def test_a_long_stretch_beside_a_writers_own_break_is_still_cut() -> None:
    assert soft_breaks(f"សិទ្ធិ{ZWSP}{LONG}")


def test_the_same_text_has_the_same_breaks_every_time(fresh: None) -> None:
    first = soft_breaks(LONG)
    breaks._line_breaks.cache_clear()
    breaks._segmenter.cache_clear()
    assert soft_breaks(LONG) == first


def test_lines_of_a_text_are_broken_each_for_itself() -> None:
    own = soft_breaks(LONG)
    assert soft_breaks(f"{LONG}\n{LONG}") == (*own, *(len(LONG) + 1 + offset for offset in own))


def test_without_a_segmenter_there_are_no_breaks_and_nothing_else_is_lost(
    fresh: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "pycrfsuite", None)
    assert soft_breaks(LONG) == ()
    assert with_soft_breaks(LONG) == LONG


def test_a_segmenter_that_fails_gives_no_breaks(
    fresh: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(text: str) -> list[str]:
        raise RuntimeError(text)

    monkeypatch.setattr(breaks, "_segmenter", lambda: fail)
    assert soft_breaks(LONG) == ()


def test_a_segmenter_that_loses_letters_is_not_believed(
    fresh: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(breaks, "_segmenter", lambda: lambda text: [text[:3], text[4:]])
    assert soft_breaks(LONG) == ()


def test_english_does_not_load_the_segmenter(fresh: None, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(breaks, "_segmenter", lambda: pytest.fail("the segmenter was asked"))
    assert soft_breaks("Joint statement, 28 July 2025") == ()


@settings(max_examples=200)
@given(ANY_TEXTS)
def test_showing_any_text_and_taking_the_breaks_out_gives_the_text(text: str) -> None:
    offsets = soft_breaks(text)
    assert all(0 < offset < len(text) for offset in offsets)
    assert all(one < other for one, other in pairwise(offsets))
    assert without_soft_breaks(with_soft_breaks(text, reversible=True)) == text
    assert with_soft_breaks(text).replace(ZWSP, "") == text.replace(ZWSP, "")


def test_two_threads_may_ask_for_the_first_break_at_once(fresh: None) -> None:
    """Loading the segmenter twice would take the model away from the first one: a crash."""
    with ThreadPoolExecutor(4) as threads:
        found = list(threads.map(soft_breaks, [LONG + "ៗ" * n for n in range(8)]))
    assert all(found)
    assert breaks._segmenter.cache_info().misses == 1
