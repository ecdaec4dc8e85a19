"""Incoming names against the registry: suggestions for a person, never a merge.

Only the names that can be alike are compared: those that share an acronym, their two rarest words
(each as typed or a letter off), or the beginning or end of a short name.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import combinations

from advocate_desk.desk.name_likeness import (
    DIFFERENT,
    ComparedName,
    Likeness,
    is_slip,
    likeness,
)
from advocate_desk.model.draft import DraftEndorser
from advocate_desk.model.marked import marked
from advocate_desk.model.registry import Match, MatchClass, NameKind, RegistryName

ALIAS = marked("It is an alias of “{endorser}”.")
FORMER = marked("“{endorser}” had this name formerly.")
TWO_ENDORSERS = marked("Its two names belong to two endorsers, one of them “{endorser}”.")
_RANK = {
    MatchClass.SAME: 3,
    MatchClass.PROBABLE: 2,
    MatchClass.LOOK_ALIKE: 1,
    MatchClass.NEW: 0,
}
_WORDS_USED = 5
_MOST_CANDIDATES = 12
_MOST_SHARING = 200
_ENDS = 7
Found = tuple[Likeness, int]


class Matcher:
    """Knows every name of the registry, and finds those an incoming name may be."""

    def __init__(self, names: Iterable[RegistryName]) -> None:
        self._names = tuple(names)
        self._compared = [ComparedName.of(name.text, name.acronym) for name in self._names]
        self._counts = Counter(word for one in self._compared for word in set(one.core))
        self._near = _NearWords(self._counts)
        self._index: defaultdict[object, list[int]] = defaultdict(list)
        self._shown: dict[str, str] = {}
        for number, compared in enumerate(self._compared):
            self._take_in(number, compared)

    def _take_in(self, number: int, compared: ComparedName) -> None:
        for key in self._keys(compared):
            self._index[key].append(number)
        name = self._names[number]
        if name.kind is NameKind.NAME:
            self._shown.setdefault(name.endorser_id, name.text)

    def _keys(self, compared: ComparedName) -> Iterator[object]:
        """What names that are alike have in common; hashes of pairs keep the index small."""
        yield compared.plain
        yield ("looks", compared.looks)
        if compared.acronym:
            yield ("acronym", compared.acronym)
        core = sorted(set(compared.core), key=lambda word: (self._counts[word], word))
        yield from (hash(pair) for pair in _pairs(core[:_WORDS_USED]))
        if len(core) < 4:
            yield from (hash((word,)) for word in core[:2])
            yield hash((compared.plain[:_ENDS], ""))
            yield hash(("", compared.plain[-_ENDS:]))

    def match(self, draft: DraftEndorser) -> Match:
        """What one incoming entry is, over the names it has in every language."""
        found = [self._best(name, draft.acronym) for name in _texts(draft)]
        best = max(found, key=_rank, default=(DIFFERENT, -1))
        sure = {
            self._names[n].endorser_id for one, n in found if one.match_class is MatchClass.SAME
        }
        reason = best[0].reason
        if len(sure) > 1:
            best, reason = (Likeness(MatchClass.PROBABLE, "", 0.9), best[1]), TWO_ENDORSERS
        return self._match(draft, best, reason)

    def _match(self, draft: DraftEndorser, best: Found, reason: str) -> Match:
        like, number = best
        incoming = " / ".join(draft.written.values())
        if like.match_class is MatchClass.NEW:
            return Match(draft.row, incoming, like.match_class, likeness=like.share)
        endorser_id = self._names[number].endorser_id
        shown = self._shown.get(endorser_id, self._names[number].text)
        arguments = {"endorser": shown}
        return Match(
            draft.row, incoming, like.match_class, endorser_id, shown, reason, arguments, like.share
        )

    def match_all(
        self, drafts: Sequence[DraftEndorser], cancelled: Callable[[], bool] = lambda: False
    ) -> tuple[Match, ...]:
        """What every entry of a list is; ends early, with fewer, when it is cancelled."""
        found: list[Match] = []
        for draft in drafts:
            if cancelled():
                break
            found.append(self.match(draft))
        return tuple(found)

    def candidates(self, text: str, acronym: str = "", *, limit: int = 5) -> tuple[Match, ...]:
        """The endorsers a name may be while it is typed, the likeliest first, each once."""
        draft = DraftEndorser({"": text}, {"": text}, acronym)
        best: dict[str, Found] = {}
        for found in sorted(self._likely(ComparedName.of(text, acronym)), key=_rank, reverse=True):
            best.setdefault(self._names[found[1]].endorser_id, found)
        chosen = [one for one in best.values() if one[0].match_class is not MatchClass.NEW]
        return tuple(self._match(draft, one, one[0].reason) for one in chosen[:limit])

    def _best(self, text: str, acronym: str) -> Found:
        return max(self._likely(ComparedName.of(text, acronym)), key=_rank, default=(DIFFERENT, -1))

    def _likely(self, incoming: ComparedName) -> Iterator[Found]:
        for number in self._candidates(incoming):
            like = likeness(incoming, self._compared[number])
            yield _by_kind(like, self._names[number].kind), number

    def _candidates(self, incoming: ComparedName) -> list[int]:
        """The numbers of names worth comparing, those with the most in common first."""
        if equal := self._index.get(incoming.plain):
            return equal
        hits: Counter[int] = Counter()
        for key in {*self._keys(incoming), ("acronym", incoming.plain), *self._slipped(incoming)}:
            hits.update(self._index.get(key, ())[:_MOST_SHARING])
        return [number for number, _ in hits.most_common(_MOST_CANDIDATES)]

    def _slipped(self, incoming: ComparedName) -> set[int]:
        """The keys of the name with each unknown word read as the known words it may be."""
        words = set(incoming.core)
        known = sorted(words & self._counts.keys(), key=lambda word: self._counts[word])
        keys: set[int] = set()
        for word in words.difference(known):
            for other in self._near.of(word)[:6]:
                keys.add(hash((other,)))
                keys.update(hash(pair) for pair in _pairs([other, *known[:_WORDS_USED]]))
        return keys


class _NearWords:
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
            self._found[word] = sorted(slips, key=lambda other: -self._counts[other])
        return self._found[word]


def _shortened(word: str) -> set[str]:
    return (
        {word, *(word[:i] + word[i + 1 :] for i in range(len(word)))} if len(word) > 3 else {word}
    )


def _pairs(words: Sequence[str]) -> Iterator[tuple[str, ...]]:
    for one, other in combinations(words, 2):
        yield (one, other) if one < other else (other, one)


def _texts(draft: DraftEndorser) -> list[str]:
    names = [name for name in draft.name.values() if name]
    return names or list(draft.written.values())


def _rank(found: Found) -> tuple[int, float]:
    like, _ = found
    return _RANK[like.match_class], like.share


def _by_kind(like: Likeness, kind: NameKind) -> Likeness:
    """An alias is as good as the name; a former name may be another's by now."""
    if like.match_class is not MatchClass.SAME or kind is NameKind.NAME:
        return like
    if kind is NameKind.ALIAS:
        return Likeness(MatchClass.SAME, ALIAS, 1.0)
    return Likeness(MatchClass.PROBABLE, FORMER, 0.95)
