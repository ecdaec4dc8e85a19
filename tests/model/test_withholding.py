"""Finding withheld names in texts."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from advocate_desk.model.endorsement import Endorsement, Endorser, EndorserName
from advocate_desk.model.kinds import ShowAs
from advocate_desk.model.withholding import Withheld, endorser_names

MARK = "[-]"


def _redacted(text: str, *names: str, printed: tuple[str, ...] = ()) -> str:
    return Withheld(names, printed).redacted(text, MARK)


def test_case_spaces_and_typographic_signs_make_no_difference() -> None:
    text = "With LAKE  village’s\u00a0Work‑Group, and more"
    assert _redacted(text, "Lake Village's Work-Group") == f"With {MARK}, and more"


def test_decomposed_letters_are_the_same_letters() -> None:
    assert _redacted("Café de Paix", "Cafe\u0301 de Paix") == MARK


def test_khmer_names_are_found_inside_running_text() -> None:
    assert _redacted("យើងខ្ញុំនិងភូមិអង្គជោគសូមស្នើ", "ភូមិអង្គជោគ") == f"យើងខ្ញុំនិង{MARK}សូមស្នើ"


def test_invisible_spaces_do_not_hide_a_khmer_name() -> None:
    assert _redacted("និងភូមិ\u200bអង្គ\u200bជោគ។", "ភូមិអង្គជោគ") == f"និង{MARK}។"


def test_a_mark_takes_whole_khmer_syllables() -> None:
    assert _redacted("ភូមិអង្គជោគី", "ភូមិអង្គជោគ") == MARK


def test_short_names_are_whole_words_in_their_own_case() -> None:
    assert _redacted("ACT now, act fast, PACT", "ACT") == f"{MARK} now, act fast, PACT"


def test_a_longer_printed_name_is_left_whole() -> None:
    text = "Lake Village Network and Lake Village"
    assert _redacted(text, "Lake Village", printed=("Lake Village Network",)) == (
        f"Lake Village Network and {MARK}"
    )


def test_an_equal_printed_name_does_not_save_it() -> None:
    assert _redacted("Lake Village", "Lake Village", printed=("Lake Village",)) == MARK


def test_nothing_is_found_without_names_or_text() -> None:
    assert _redacted("text") == "text"
    assert _redacted("", "Lake Village") == ""


def test_everything_an_endorser_is_known_by_counts() -> None:
    names = {"en": EndorserName("Lake Village", "LV", "Lake Village - LV")}
    endorser = Endorser("1", names)
    assert set(endorser_names(endorser)) == {"Lake Village", "LV", "Lake Village - LV"}
    hidden = Endorsement("e", "s", endorser, 0, show_as=ShowAs.WITHHELD)
    shown = Endorsement("f", "s", Endorser("2", {"en": EndorserName("Open")}), 1)
    withheld = Withheld.of([hidden, shown])
    assert withheld.names[0] == "Lake Village - LV"
    assert withheld.printed == ("Open",)


def test_an_article_makes_no_difference() -> None:
    names = {"en": EndorserName("The Lake Village Group"), "fr": EndorserName("The Lake")}
    endorser = Endorser("1", names)
    assert endorser_names(endorser) == ("The Lake Village Group", "Lake Village Group", "The Lake")
    withheld = Withheld.of([Endorsement("e", "s", endorser, 0, show_as=ShowAs.WITHHELD)])
    text = "The Lake Village Group, our Lake Village Group; a lake"
    assert withheld.redacted(text, MARK) == f"{MARK}, our {MARK}; a lake"


@given(
    before=st.text(max_size=20),
    after=st.text(max_size=20),
    name=st.text("abcdefgh កខគឃ", min_size=8, max_size=16).filter(lambda s: len(s.strip()) > 7),
)
def test_a_redacted_text_never_holds_the_name(before: str, after: str, name: str) -> None:
    name = name.strip()
    found = Withheld((name,)).redacted(f"{before}{name}{after}", "\ue000")
    assert name not in found


def _hidden(*names: str, printed: tuple[str, ...] = ()) -> Withheld:
    """The withheld names of a list with these endorsers, and with printed ones."""
    shown = [(n, ShowAs.WITHHELD) for n in names] + [(n, ShowAs.FULL) for n in printed]
    return Withheld.of(
        Endorsement(str(at), "s", Endorser(str(at), {"en": EndorserName(each)}), at, show_as=way)
        for at, (each, way) in enumerate(shown)
    )


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("Hidden Village", "with Hid\u00adden Village"),
        ("Hidden Village", "with Hidden\u200b\u00a0Vil\u2060lage"),
        ("Hidden Village", "with Ｈｉｄｄｅｎ　Village"),
        ("Hidden Village", "with Hidden-Village and others"),
        ("Fishers' Union", "the Fishers’ Union, the fishers union"),
        ("Salt & Sand", "with salt and sand"),
        ("HVC", "HVC’s own, ដោយHVCនៅភូមិ, H.V.C. and all HVCs"),
        ("ភូមិអង្គជោគ", "និងភូមិ អង្គជោគ និងភូមិ\u200bអង្គ\u200b ជោគ"),
        ("ភូមិ អង្គជោគ", "និងភូមិអង្គជោគ"),
        ("Lake Community Network", "the Lake Community’s demand, and LAKE COMMUNITY"),
        ("The Lake Fishers Union of Cambodia", "our Lake Fishers Union"),
        ("Association of Areng Village Elders", "the Areng Village Elders Association"),
        ("បណ្តាញសហគមន៍បឹងកក់", "សូមឱ្យសហគមន៍បឹងកក់បាន"),
        ("អង្គការលីកាដូ", "ដោយលីកាដូ។"),
    ],
)
def test_a_name_is_found_however_it_is_written(name: str, text: str) -> None:
    withheld = _hidden(name)
    assert withheld.spans(text) or withheld.hints(text)
    if "Areng" not in text:
        assert withheld.redacted(text, MARK) != text


def test_a_short_form_leaves_no_letter_of_it() -> None:
    text = "the Lake Community’s demand; LAKE COMMUNITY"
    assert _hidden("Lake Community Network").redacted(text, MARK) == f"the {MARK} demand; {MARK}"


def test_a_place_of_the_same_name_is_only_pointed_out() -> None:
    withheld = _hidden("Areng Valley Network", "សហគមន៍បឹងកក់")
    for text in ("Keep the Areng Valley", "សូមការពារបឹងកក់"):
        assert withheld.spans(text) == ()
        assert withheld.hints(text)


def test_a_short_form_in_small_letters_is_ordinary_words() -> None:
    withheld = _hidden("Lake Community Network")
    assert withheld.spans("the lake community, the Lake Communityhall") == ()


def test_a_short_form_that_somebody_else_is_called_is_printed() -> None:
    withheld = _hidden("Lake Community Network", printed=("Lake Community", "Areng Lake Community"))
    assert withheld.spans("Lake Community and Areng Lake Community") == ()
    assert withheld.spans("Lake Community Network")


WORDS = st.sampled_from(
    (
        *(
            "Cambodian",
            "Khmer",
            "National",
            "Human Rights",
            "Women",
            "Youth",
            "Labour",
            "Free Trade",
        ),
        *("Kampot", "Phnom Penh", "Siem Reap", "Rural", "Development", "Legal Aid", "Garment"),
        *("Community", "Indigenous", "Village", "Support", "Workers", "Farmers", "Land"),
    )
)
KINDS = st.sampled_from(("Network", "Association", "Organization", "Centre", "Foundation", "Group"))
KHMER_HEADS = st.sampled_from(("អង្គការ", "សមាគម", "បណ្តាញ", "មជ្ឈមណ្ឌល", "មូលនិធិ"))
KHMER_WORDS = st.sampled_from(
    (
        "កម្ពុជា",
        "ខ្មែរ",
        "សិទ្ធិមនុស្ស",
        "ស្ត្រី",
        "យុវជន",
        "កសិករ",
        "អភិវឌ្ឍន៍",
        "ភ្នំពេញ",
        "កំពត",
        "សៀមរាប",
        "សាមគ្គីភាព",
    )
)


@given(words=st.lists(WORDS, min_size=1, max_size=2), kind=KINDS, ahead=st.booleans())
def test_ordinary_words_and_provinces_are_never_taken_for_a_name(
    words: list[str], kind: str, *, ahead: bool
) -> None:
    words = list(dict.fromkeys(words))
    rest = " ".join(words)
    withheld = _hidden(f"{kind} of {rest}" if ahead else f"{rest} {kind}")
    for text in (*words, rest, kind, f"the {kind} and the {rest}", rest.upper()):
        assert withheld.spans(text) == ()


@given(head=KHMER_HEADS, words=st.lists(KHMER_WORDS, min_size=1, max_size=3, unique=True))
def test_ordinary_khmer_words_are_never_taken_for_a_name(head: str, words: list[str]) -> None:
    withheld = _hidden(head + "".join(words))
    for text in (*words, "".join(words), head):
        assert withheld.spans(text) == ()
        assert withheld.hints(text) == ()


@given(
    name=st.lists(
        st.text("abdeghjklmoqstuvxy", min_size=3, max_size=8).map(str.title), min_size=2, max_size=3
    ).map(" ".join),
    tail=st.sampled_from((" Network", " Community Network", " Association", "")),
    shout=st.booleans(),
    gap=st.sampled_from((" ", "\u00a0", "  ", "\n", "-", "\u200b \u2060", "\u2011")),
)
def test_a_name_of_a_list_is_found_in_every_typing(
    name: str, tail: str, gap: str, *, shout: bool
) -> None:
    full = name + tail
    written = (full.upper() if shout else full).replace(" ", gap)
    assert _hidden(full).redacted(f"by {written}, too", MARK) == f"by {MARK}, too"
