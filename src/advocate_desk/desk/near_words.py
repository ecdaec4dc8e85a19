"""Known words that a mistyped word may be."""

from __future__ import annotations

from collections import Counter, defaultdict

from advocate_desk.desk.typing_slips import is_slip


class NearWords:
    """The known words one letter away from a word, found by leaving letters out of both."""

    def __init__(self, counts: Counter[str]) -> None:
        self._counts = counts
        self._shorter: defaultdict[int, list[str]] = defaultdict(list)
        self._found: dict[str, list[str]] = {}
        for word in counts:
            for form in _shortened(word):
                self._shorter[hash(form)].append(word)

    def of(self, word: str) -> list[str]:
        """The commonest first; the word itself is not among them."""
        if word not in self._found:
            near = {
                other for form in _shortened(word) for other in self._shorter.get(hash(form), ())
            }
            slips = (other for other in near if other != word and is_slip(word, other))
            self._found[word] = sorted(slips, key=lambda other: (-self._counts[other], other))
        return self._found[word]


def _shortened(word: str) -> set[str]:
    if len(word) < 3:
        return {word}
    return {word, *(word[:i] + word[i + 1 :] for i in range(len(word)))}
