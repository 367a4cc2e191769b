"""What the tagger looks at: for each word near a name, a list of traits of it, its neighbours and the article."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import Final, NamedTuple

from briefing.extract.entities.evidence import Evidence
from briefing.extract.entities.lexicons import NO_KINDS, Kinds, lexicons
from briefing.extract.entities.stretches import Stretch, Words, is_capitalised, runs
from briefing.values import dataclass

_SHAPES: Final = (
    (re.compile(r"[A-ZÀ-ÖØ-ÞĀ]"), "X"),
    (re.compile(r"[^\W\d_X]"), "x"),
    (re.compile(r"\d"), "d"),
    (re.compile(r"(.)\1{2,}"), r"\1\1"),
)
_FAR: Final = 8
"""How many words of its run a word looks at: longer runs are headings in capitals."""
_SIDE: Final = 3
"""How many neighbours on either side a word looks at."""
_SHOUTED: Final = 4
"""Letters from which a word in capitals may be an ordinary name: "IRAN", but not "US"."""
_TELLING: Final = frozenset(
    ("orghead", "fachead", "lochead", "gpehead", "eventhead", "prodhead", "lawhead", "workhead", "title", "country",
     "first", "people")
)  # fmt: skip

Listed = tuple[str, ...]
"""The kinds of listed names that a word is, begins (B-) or continues (I-)."""
Trait = str | bytes
"""One that is kept is kept in bytes, as the model's library wants it: a fifth of what it takes to hand over a text."""
Kept = tuple[bytes, ...]
_MOST_KEPT: Final = 1 << 17
"""The traits that are shared between words at most."""
_FIRST, _HEADING, _OPENS, _WRITTEN, _NOT_WRITTEN = b"first", b"heading", b"rfirst", b"d:low", b"d:nolow0"
_LENGTHS: Final = tuple(f"rn={length}".encode() for length in range(7))
_RANKS: Final = tuple(f"rp={rank}".encode() for rank in range(5))


@dataclass(frozen=True, slots=True)
class _Seen:
    """What a word tells by itself, made once: where it stands, and for each of the places beside it."""

    low: str
    shape: str
    own: Kept
    left: Kept
    """Told to the word after it."""
    right: Kept
    """Told to the word before it."""
    second_left: bytes
    second_right: bytes
    third_left: bytes
    third_right: bytes
    is_capitalised: bool


@lru_cache(maxsize=12_000)
def shape(word: str) -> str:
    """Return the pattern of `word`: "Al-Asad" is Xx-Xxx, "F-35s" X-ddx."""
    for pattern, sign in _SHAPES:
        word = pattern.sub(sign, word)
    return word


@lru_cache(maxsize=12_000)
def _seen(word: str) -> _Seen:
    low = word.lower()
    return _Seen(low, shape(word), _own(word), *_to_others(low, word), is_capitalised(word))


def _to_others(low: str, word: str) -> tuple[Kept, Kept, bytes, bytes, bytes, bytes]:
    """Return what a word tells to those one, two and three places behind it and before it, in the order of the fields."""
    further = ["l2=" + low, "r2=" + low, "l3=" + low, "r3=" + low]
    second_left, second_right, third_left, third_right = map(str.encode, further)
    return _beside("l", word), _beside("r", word), second_left, second_right, third_left, third_right


def _own(word: str) -> Kept:
    low = word.lower()
    found = ["w=" + low, "s=" + shape(word)]
    for size in (2, 3, 4):
        if len(low) > size:
            found.append(f"p{size}=" + low[:size])
            found.append(f"f{size}=" + low[-size:])
    if is_capitalised(word):
        found.append("cap")
        found.append("W=" + word)
    if word.isupper() and len(word) > 1:
        found.append("upper")
    if "-" in word:
        found.append("hy")
        found.append("hl=" + low.rsplit("-", 1)[1])
        found.append("hf=" + low.split("-", 1)[0])
    if any(sign.isdigit() for sign in word):
        found.append("digit")
    if "." in word:
        found.append("dot")
    group = lexicons().clusters.get(low)
    if group:
        found.append("c=" + group[0])
        found.append("C=" + group[1])
    return _shared(found)


def _beside(side: str, word: str) -> Kept:
    low = word.lower()
    found = [f"{side}1={low}", f"{side}s={shape(word)}"]
    group = lexicons().clusters.get(low)
    if group:
        found.append(f"{side}c={group[0]}")
        found.append(f"{side}C={group[1]}")
    return _shared(found)


def _shared(traits: list[str]) -> Kept:
    """Return the traits as objects that other words have too: it halves what thousands of words take."""
    if len(_KEPT) >= _MOST_KEPT:
        _KEPT.clear()
    return tuple([_KEPT.setdefault(trait, trait) for trait in map(str.encode, traits)])


_KEPT: Final[dict[bytes, bytes]] = {}


@lru_cache(maxsize=2)
def _edge(sign: str) -> _Seen:
    """Return what stands for the words before a sentence, "<", and after it, ">"."""
    low = "<s>" if sign == "<" else "</s>"
    return _Seen(low, sign, (), *_to_others(low, low), is_capitalised=False)


@lru_cache(maxsize=2_000)
def _ordered(kinds: Kinds) -> Listed:
    return tuple(sorted(kinds))


@lru_cache(maxsize=12_000)
def _alone(word: str) -> Listed:
    words = lexicons().words
    kinds = words.get(word)
    if kinds is None and len(word) >= _SHOUTED and word.isupper():
        kinds = words.get(word.capitalize())
    return _ordered(kinds or NO_KINDS)


def listed(words: Words, parts: Sequence[Stretch]) -> list[Listed]:
    """Return for each word the kinds of listed names that it is, begins or continues; only `parts` are looked at."""
    lists = lexicons()
    count = len(words)
    found: list[Listed] = [()] * count
    done = 0
    longest, names = lists.longest, lists.names
    for start, end, _ in parts:
        begin, done = max(done, start - 1), min(end + 1, count)
        for index in range(begin, done):
            word = words[index]
            if own := _alone(word):
                found[index] += own
            if word not in longest:
                continue
            for size in range(min(longest[word], count - index), 1, -1):
                kinds = names.get(tuple(words[index : index + size]))
                if kinds:
                    ordered = _ordered(kinds)
                    found[index] += tuple(["B-" + kind for kind in ordered])
                    for inner in range(index + 1, index + size):
                        found[inner] += tuple(["I-" + kind for kind in ordered])
                    break
    return found


class _Told(NamedTuple):
    """What the kinds of a word tell to itself, to its neighbours, and to the other words of its run."""

    own: Kept
    left: Kept
    """Told to the word after it."""
    right: Kept
    """Told to the word before it."""
    behind: Kept
    """Told to those behind it in its run."""
    ahead: Kept
    """Told to those ahead of it in its run."""


@lru_cache(maxsize=2_000)
def _told(kinds: Listed) -> _Told:
    own = ["g=" + kind for kind in kinds]
    if len(kinds) > 1:
        own.append("G=" + ",".join(kinds))
    telling = [kind for kind in kinds if kind in _TELLING]
    return _Told(
        _shared(own),
        _shared(["gl=" + kind for kind in kinds]),
        _shared(["gr=" + kind for kind in kinds]),
        _shared(["rg<" + kind for kind in telling]),
        _shared(["rg>" + kind for kind in telling]),
    )


@lru_cache(maxsize=2_000)
def _asked(source: str, kinds: Listed) -> Kept:
    return _shared(["src=" + source, f"src={source}|{kinds[0] if kinds else ''}"])


def traits(
    words: Words, start: int, end: int, kinds: list[Listed], evidence: Evidence, *, heading: bool, source: str
) -> list[list[Trait]]:
    """Return the traits of the words from `start` to `end`; `source` names the set in training, "" elsewhere."""
    seen = _window(words, start - _SIDE, end + _SIDE)
    result = _near(seen, start, kinds, heading=heading)
    lows = [word.low for word in seen]
    for begin, close in runs(words, start, end):
        run, edges = _of_run(lows[begin - start + _SIDE - 1 : close - start + _SIDE + 1], is_first=begin == 0)
        telling = [(at, _told(kinds[at])) for at in range(begin, close) if kinds[at]] if close > begin + 1 else ()
        for index in range(begin, close):
            place = index - start
            found = result[place]
            second, left, low, right, after = lows[place + 1 : place + 2 * _SIDE]
            found += (
                f"lw={left}|{low}",
                f"wr={low}|{right}",
                f"lr={left}|{right}",
                f"ll={second}|{left}",
                f"rr={right}|{after}",
            )
            third, last = seen[place], seen[place + 2 * _SIDE]
            if third.own:
                found.append(third.third_left)
            if last.own:
                found.append(last.third_right)
            found += run
            found.append(_RANKS[min(index - begin, 4)])
            found += edges
            for at, told in telling:
                if at < index <= at + _FAR:
                    found += told.behind
                elif index < at <= index + _FAR:
                    found += told.ahead
            if seen[place + _SIDE].is_capitalised:
                found += evidence.of(words[index])
                if evidence.writes(low):
                    found.append(_WRITTEN)
                elif index == 0:
                    found.append(_NOT_WRITTEN)
                if source:
                    found += _asked(source, kinds[index])
    return result


def _window(words: Words, start: int, end: int) -> list[_Seen]:
    """Return what the words from `start` to `end` tell, with what stands for words beyond the sentence."""
    seen = [_seen(word) for word in words[max(0, start) : end]]
    if start < 0:
        seen[:0] = [_edge("<")] * -start
    if end > len(words):
        seen += [_edge(">")] * (end - len(words))
    return seen


def _near(seen: list[_Seen], start: int, kinds: list[Listed], *, heading: bool) -> list[list[Trait]]:
    """Return the traits of each word in a window, of its neighbours, and of the three shapes together."""
    end = start + len(seen) - 2 * _SIDE
    told = [_told(own) if own else None for own in kinds[max(0, start - 1) : end + 1]]
    if start == 0:
        told.insert(0, None)
    if end == len(kinds):
        told.append(None)
    result: list[list[Trait]] = []
    left, word, right, after = seen[1], seen[2], seen[3], seen[4]
    first = 0 if start == 0 else -1
    for index in range(end - start):
        second, left, word, right, after = left, word, right, after, seen[index + 5]
        found: list[Trait] = [
            *word.own,
            *left.left,
            *right.right,
            second.second_left,
            after.second_right,
            f"ss={left.shape}|{word.shape}|{right.shape}",
        ]
        if index == first:
            found.append(_FIRST)
        if heading:
            found.append(_HEADING)
        if kind := told[index + 1]:
            found += kind.own
        if kind := told[index]:
            found += kind.left
        if kind := told[index + 2]:
            found += kind.right
        result.append(found)
    return result


def _of_run(lows: list[str], *, is_first: bool) -> tuple[list[Trait], list[Trait]]:
    """Return what a run of capitalised words tells to each of its own: of itself, and of what stands around it.

    `lows` are its words and the one on either side.
    """
    run: list[Trait] = ["rf=" + lows[1], "rl=" + lows[-2], _LENGTHS[min(len(lows) - 2, 6)]]
    edges: list[Trait] = ["rb=" + lows[0], "ra=" + lows[-1]]
    if is_first:
        edges.append(_OPENS)
    return run, edges
