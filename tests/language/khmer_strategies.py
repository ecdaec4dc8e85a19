"""What hypothesis writes when it is asked for Khmer, orderly or not."""

from hypothesis import strategies as st

_LETTERS = st.characters(min_codepoint=0x1780, max_codepoint=0x17B3)
_SIGNS = st.characters(min_codepoint=0x17B4, max_codepoint=0x17DD)
_JOINERS = st.sampled_from(["\u200b", "\u200c", "\u200d", " ", "\n", "a", "។", "៩", "\u00a0"])
_SUBSCRIPTS = _LETTERS.map(lambda letter: "\u17d2" + letter)

SYLLABLES = st.tuples(_LETTERS, st.lists(st.one_of(_SIGNS, _SUBSCRIPTS), max_size=5)).map(
    lambda parts: parts[0] + "".join(parts[1])
)
KHMER_TEXTS = st.lists(st.one_of(SYLLABLES, _SIGNS, _JOINERS), max_size=12).map("".join)
ANY_TEXTS = st.one_of(KHMER_TEXTS, st.text(max_size=30))
