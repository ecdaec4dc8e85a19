"""Incoming names against the registry: suggestions for a person, never a merge.

Only the names that can be alike are compared: those that share an acronym, their two rarest words
(each as typed or a letter off), or the beginning or end of a short name.
"""

from __future__ import annotations

import gc
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import replace
from functools import partial
from itertools import accumulate, chain, combinations

from advocate_desk.desk.name_likeness import (
    DIFFERENT,
    ComparedName,
    Likeness,
    likeness,
    plain,
)
from advocate_desk.desk.near_words import NearWords
from advocate_desk.desk.typing_slips import sound
from advocate_desk.language.khmer import clusters, has_khmer
from advocate_desk.model.draft import DraftEndorser
from advocate_desk.model.marked import marked
from advocate_desk.model.registry import Match, MatchClass, NameKind, RegistryName

ALIAS = marked("It is an alias of “{endorser}”.")
FORMER = marked("“{endorser}” had this name formerly.")
TWO_ENDORSERS = marked("Several endorsers have these names, one of them “{endorser}”.")
OTHER_NAME = marked("It has one name of “{endorser}”, but another one beside it.")
_RANK = {
    MatchClass.SAME: 3,
    MatchClass.PROBABLE: 2,
    MatchClass.LOOK_ALIKE: 1,
    MatchClass.NEW: 0,
}
_WORDS_USED = 5
_MOST_CANDIDATES = 8
_MOST_SHARING = 200
_ENOUGH = 400
_ENDS = 7
_LONG_KHMER, _PART = 4, 3  # clusters
_STEP = 4  # letters
Found = tuple[Likeness, int]


class Matcher:
    """Knows every name of the registry, and finds those an incoming name may be."""

    def __init__(self, names: Iterable[RegistryName]) -> None:
        self._names = tuple(names)
        self._index: defaultdict[object, list[int]] = defaultdict(list)
        self._shown: dict[str, str] = {}
        self._by_endorser: dict[str, list[int]] = {}
        with _no_collection():
            self._compared = [ComparedName.of(name.text, name.acronym) for name in self._names]
            self._counts = Counter(word for one in self._compared for word in set(one.core))
            self._near = NearWords(self._counts)
            for number, compared in enumerate(self._compared):
                self._take_in(number, compared)

    def _take_in(self, number: int, compared: ComparedName) -> None:
        for key in self._keys(compared):
            self._index[key].append(number)
        name = self._names[number]
        if name.kind is NameKind.NAME:
            self._shown.setdefault(name.endorser_id, name.text)

    def _keys(self, compared: ComparedName) -> list[object]:
        """What names that are alike have in common; hashes of pairs keep the index small."""
        keys: list[object] = [compared.plain]
        keys += [looks for looks in compared.looks if looks != compared.plain]
        if compared.acronym:
            keys.append(("acronym", compared.acronym))
        core = sorted(set(compared.core), key=lambda word: (self._counts[word], word))
        keys += map(hash, _pairs(core[:_WORDS_USED]))
        if len(core) < 4:
            keys += [hash((word,)) for word in core[:2]]
            keys += [hash((compared.plain[:_ENDS], "")), hash(("", compared.plain[-_ENDS:]))]
        if compared.is_khmer:
            heard = sound(compared.plain)
            keys.append(("sound", heard))
            keys += _halves(heard, len(heard) // 2 // _STEP * _STEP)
            keys += [hash(part) for word in core for part in _khmer_parts(word)]
        return keys

    def match(self, draft: DraftEndorser) -> Match:
        """What one incoming entry is, over the names it has in every language."""
        found = [self._best(text, short) for _, text, short in _coded(draft)]
        best = max((one for one, _ in found), key=_rank, default=(DIFFERENT, -1))
        sure = set[str]().union(*(same for _, same in found))
        if len(sure) > 1:
            return self._match(draft, _doubtful(best), TWO_ENDORSERS)
        if sure and self._contradicts(draft, *sure):
            return self._match(draft, _doubtful(best), OTHER_NAME)
        return self._match(draft, best, best[0].reason)

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

    def likest(self, draft: DraftEndorser, among: Callable[[str], bool]) -> Match:
        """What an entry is to the endorsers whose ids are among those wanted."""
        incoming = [ComparedName.of(text, short) for _, text, short in _coded(draft)]
        found = (
            (likeness(one, self._compared[number]), number)
            for one in incoming
            for number in dict.fromkeys((*self._candidates(one), *self._sharing(one)))
            if among(self._names[number].endorser_id)
        )
        best = max(found, key=_rank, default=(DIFFERENT, -1))
        return self._match(draft, best, best[0].reason)

    def candidates(self, text: str, acronym: str = "", *, limit: int = 5) -> tuple[Match, ...]:
        """The endorsers a name may be while it is typed, the likeliest first, each once."""
        draft = DraftEndorser({"": text}, {"": text}, acronym)
        best: dict[str, Found] = {}
        for found in sorted(self._likely(ComparedName.of(text, acronym)), key=_rank, reverse=True):
            best.setdefault(self._names[found[1]].endorser_id, found)
        chosen = [one for one in best.values() if one[0].match_class is not MatchClass.NEW]
        return tuple(self._match(draft, one, one[0].reason) for one in chosen[:limit])

    def _best(self, text: str, acronym: str) -> tuple[Found, set[str]]:
        """The likeliest name, and the endorsers that have exactly this one."""
        found = list(self._likely(ComparedName.of(text, acronym)))
        same = [one for one in found if one[0].match_class is MatchClass.SAME]
        short = plain(acronym) if acronym else ""
        exact = [one for one in same if short and self._compared[one[1]].acronym == short]
        endorsers = {self._names[number].endorser_id for _, number in exact or same}
        return max(exact or found, key=_rank, default=(DIFFERENT, -1)), endorsers

    def _contradicts(self, draft: DraftEndorser, endorser_id: str) -> bool:
        """Whether a name of the entry is unlike every name the endorser has in that language."""
        names = {code: name for code, name in draft.name.items() if name}
        if len(names) < 2:
            return False
        known = self._of(endorser_id)
        for code, text in names.items():
            incoming = ComparedName.of(text, _short(draft, code))
            there = [self._compared[n] for n in known if self._names[n].language == code]
            if there and all(_is_other(likeness(incoming, one)) for one in there):
                return True
        return False

    def _of(self, endorser_id: str) -> Sequence[int]:
        if not self._by_endorser:
            for number, name in enumerate(self._names):
                self._by_endorser.setdefault(name.endorser_id, []).append(number)
        return self._by_endorser[endorser_id]

    def _likely(self, incoming: ComparedName) -> Iterator[Found]:
        for number in self._candidates(incoming):
            like = likeness(incoming, self._compared[number])
            yield _by_kind(like, self._names[number].kind), number

    def _candidates(self, incoming: ComparedName) -> list[int]:
        """The numbers of names worth comparing: equal ones, else those that share most."""
        return self._index.get(incoming.plain) or self._sharing(incoming)

    def _sharing(self, incoming: ComparedName) -> list[int]:
        """The numbers of names with the most in common, in one order in every run."""
        keys = (
            *self._keys(incoming),
            *_as_acronym(incoming),
            *self._slipped(incoming),
            *_other_halves(incoming),
        )
        shared = [found for key in dict.fromkeys(keys) if (found := self._index.get(key))]
        shared.sort(key=len)  # what few names have says most
        sizes = accumulate(map(len, shared), initial=0)
        telling = [found for found, before in zip(shared, sizes, strict=False) if before < _ENOUGH]
        hits = Counter(chain.from_iterable(found[:_MOST_SHARING] for found in telling))
        best = hits.most_common(_MOST_CANDIDATES)
        return [number for number, count in best if count * 3 >= best[0][1]]

    def _slipped(self, incoming: ComparedName) -> Iterator[int]:
        """The keys of the name with each unknown word read as the known words it may be."""
        words = dict.fromkeys(incoming.core)
        known = sorted(words.keys() & self._counts.keys(), key=lambda w: (self._counts[w], w))
        for word in words:
            for other in () if word in self._counts else self._near.of(word)[:6]:
                yield hash((other,))
                yield from map(hash, _pairs([other, *known[:_WORDS_USED]]))


@contextmanager
def _no_collection() -> Iterator[None]:
    """Without looking for garbage, of which there is none: a third of the time for many names."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def repeats(drafts: Sequence[DraftEndorser]) -> Mapping[int, Match]:
    """The rows that are the same as an earlier row of their list, or probably so.

    Their matches name the earlier entry; look-alikes are many in any list, and are left alone.
    """
    matcher = Matcher(
        RegistryName(str(at), code, text, short)
        for at, draft in enumerate(drafts)
        for code, text, short in _coded(draft)
    )
    found: dict[int, Match] = {}
    for at, draft in enumerate(drafts):
        earlier = matcher.likest(draft, partial(_is_before, at))
        if earlier.match_class in {MatchClass.SAME, MatchClass.PROBABLE}:
            found[draft.row] = replace(earlier, endorser_id=None)
    return found


def _is_before(at: int, endorser_id: str) -> bool:
    return int(endorser_id) < at


def _pairs(words: Sequence[str]) -> Iterator[tuple[str, ...]]:
    for one, other in combinations(words, 2):
        yield (one, other) if one < other else (other, one)


def _khmer_parts(word: str) -> Iterator[tuple[str, str]]:
    """The beginning and the end of a long Khmer word: one of them outlives a slip in the other."""
    if len(word) < 2 * _LONG_KHMER or not has_khmer(word):
        return
    pieces = clusters(word)
    if len(pieces) >= _LONG_KHMER:
        yield "<", "".join(pieces[:_PART])
        yield ">", "".join(pieces[-_PART:])


def _halves(heard: str, length: int) -> tuple[int, ...]:
    """The two ends of a Khmer name: a single slip leaves one of them as it was."""
    return (hash((heard[:length], "…")), hash(("…", heard[-length:]))) if length > _STEP else ()


def _other_halves(incoming: ComparedName) -> Iterator[int]:
    """The ends as long as those of a name that is a little shorter or longer."""
    if incoming.is_khmer:
        heard = sound(incoming.plain)
        length = len(heard) // 2 // _STEP * _STEP
        yield from _halves(heard, length - _STEP)
        yield from _halves(heard, length + _STEP)


def _as_acronym(incoming: ComparedName) -> Iterator[object]:
    yield ("acronym", incoming.plain)
    for word in incoming.core:
        yield ("acronym", word)


def _coded(draft: DraftEndorser) -> list[tuple[str, str, str]]:
    """Language, name and acronym of an entry, for each of its names."""
    names = [(code, name) for code, name in draft.name.items() if name]
    return [
        (code, text, _short(draft, code)) for code, text in names or list(draft.written.items())
    ]


def _short(draft: DraftEndorser, language: str) -> str:
    return draft.acronym_in(language) or draft.acronym


def _rank(found: Found) -> tuple[int, float]:
    like, _ = found
    return _RANK[like.match_class], like.share


def _doubtful(found: Found) -> Found:
    return Likeness(MatchClass.PROBABLE, "", 0.9), found[1]


def _is_other(like: Likeness) -> bool:
    return like.match_class in {MatchClass.NEW, MatchClass.LOOK_ALIKE}


def _by_kind(like: Likeness, kind: NameKind) -> Likeness:
    """An alias is as good as the name; a former name may be another's by now."""
    if like.match_class is not MatchClass.SAME or kind is NameKind.NAME:
        return like
    if kind is NameKind.ALIAS:
        return Likeness(MatchClass.SAME, ALIAS, 1.0)
    return Likeness(MatchClass.PROBABLE, FORMER, 0.95)
