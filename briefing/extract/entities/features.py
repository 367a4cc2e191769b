"""What the tagger looks at: for each word near a name, a list of traits of it, its neighbours and the article."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import Final

from briefing.extract.entities.evidence import Evidence
from briefing.extract.entities.lexicons import Kinds, lexicons
from briefing.extract.entities.stretches import Words, is_capitalised, runs

_SHAPES: Final = (
    (re.compile(r"[A-ZÀ-ÖØ-ÞĀ]"), "X"),
    (re.compile(r"[^\W\d_X]"), "x"),
    (re.compile(r"\d"), "d"),
    (re.compile(r"(.)\1{2,}"), r"\1\1"),
)
_FAR: Final = 8
"""How many words of its run a word looks at: longer runs are headings in capitals."""
_TELLING: Final = frozenset(
    ("orghead", "fachead", "lochead", "gpehead", "eventhead", "prodhead", "lawhead", "workhead", "title", "country",
     "first", "people")
)  # fmt: skip


@lru_cache(maxsize=30_000)
def shape(word: str) -> str:
    """Return the pattern of `word`: "Al-Asad" is Xx-Xxx, "F-35s" X-ddx."""
    for pattern, sign in _SHAPES:
        word = pattern.sub(sign, word)
    return word


@lru_cache(maxsize=30_000)
def _own(word: str) -> tuple[str, ...]:
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
    return tuple(found)


@lru_cache(maxsize=30_000)
def _left(word: str) -> tuple[str, ...]:
    return _beside("l", word)


@lru_cache(maxsize=30_000)
def _right(word: str) -> tuple[str, ...]:
    return _beside("r", word)


@lru_cache(maxsize=60_000)
def _second(sign: str, word: str) -> str:
    return sign + word.lower()


@lru_cache(maxsize=60_000)
def _shapes(left: str, word: str, right: str) -> str:
    return f"ss={shape(left) or '<'}|{shape(word)}|{shape(right) or '>'}"


def _beside(side: str, word: str) -> tuple[str, ...]:
    low = word.lower()
    found = [f"{side}1={low}", f"{side}s={shape(word)}"]
    group = lexicons().clusters.get(low)
    if group:
        found.append(f"{side}c={group[0]}")
        found.append(f"{side}C={group[1]}")
    return tuple(found)


@cache
def _ordered(kinds: Kinds) -> tuple[str, ...]:
    return tuple(sorted(kinds))


def listed(words: Words) -> list[list[str]]:
    """Return for each word the kinds of listed names that it is, begins (B-) or continues (I-)."""
    lists = lexicons()
    found: list[list[str]] = [[] for _ in words]
    count = len(words)
    for index, word in enumerate(words):
        kinds = lists.words.get(word)
        if kinds is None and len(word) > 3 and word.isupper():
            kinds = lists.words.get(word.capitalize())
        if kinds:
            found[index].extend(_ordered(kinds))
        longest = lists.longest.get(word, 1)
        for size in range(min(longest, count - index), 1, -1):
            kinds = lists.names.get(tuple(words[index : index + size]))
            if kinds:
                for kind in _ordered(kinds):
                    found[index].append("B-" + kind)
                    for inner in range(index + 1, index + size):
                        found[inner].append("I-" + kind)
                break
    return found


def traits(
    words: Words, start: int, end: int, kinds: list[list[str]], evidence: Evidence, *, heading: bool, source: str
) -> list[list[str]]:
    """Return the traits of the words from `start` to `end`; `source` names the set in training, "" elsewhere."""
    run_of: dict[int, tuple[int, int]] = {}
    for run in runs(words, start, end):
        for index in range(*run):
            run_of[index] = run
    result: list[list[str]] = []
    for index in range(start, end):
        found = _near(words, index)
        if heading:
            found.append("heading")
        own_kinds = kinds[index]
        found.extend(["g=" + kind for kind in own_kinds])
        if len(own_kinds) > 1:
            found.append("G=" + ",".join(own_kinds))
        if index:
            found.extend(["gl=" + kind for kind in kinds[index - 1]])
        if index + 1 < len(words):
            found.extend(["gr=" + kind for kind in kinds[index + 1]])
        around = run_of.get(index)
        if around:
            _add_run(found, words, index, around, kinds)
            if is_capitalised(words[index]):
                _add_evidence(found, words[index], evidence, is_first=index == 0)
                if source:
                    found.append("src=" + source)
                    found.append(f"src={source}|{own_kinds[0] if own_kinds else ''}")
        result.append(found)
    return result


def _near(words: Words, index: int) -> list[str]:
    """Return the traits of a word, of its neighbours, and of the three shapes together."""
    word = words[index]
    is_last = index + 1 >= len(words)
    found = [
        *_own(word),
        *_left(words[index - 1] if index else "<s>"),
        *_right("</s>" if is_last else words[index + 1]),
    ]
    found.append(_second("l2=", words[index - 2]) if index > 1 else "l2=<s>")
    found.append(_second("r2=", words[index + 2]) if index + 2 < len(words) else "r2=</s>")
    found.append(_shapes(words[index - 1] if index else "", word, "" if is_last else words[index + 1]))
    if index == 0:
        found.append("first")
    return found


def _add_run(found: list[str], words: Words, index: int, run: tuple[int, int], kinds: list[list[str]]) -> None:
    """Add the pairs of words and what the run of capitalised words looks like from here."""
    count = len(words)
    begin, close = run
    low = words[index].lower()
    left = words[index - 1].lower() if index else "<s>"
    right = words[index + 1].lower() if index + 1 < count else "</s>"
    found.append(f"lw={left}|{low}")
    found.append(f"wr={low}|{right}")
    found.append(f"lr={left}|{right}")
    found.append(f"ll={words[index - 2].lower() if index > 1 else '<s>'}|{left}")
    found.append(f"rr={right}|{words[index + 2].lower() if index + 2 < count else '</s>'}")
    if index > 2:
        found.append("l3=" + words[index - 3].lower())
    if index + 3 < count:
        found.append("r3=" + words[index + 3].lower())
    found.append("rf=" + words[begin].lower())
    found.append("rl=" + words[close - 1].lower())
    found.append(f"rn={min(close - begin, 6)}")
    found.append(f"rp={min(index - begin, 4)}")
    found.append("rb=" + (words[begin - 1].lower() if begin else "<s>"))
    found.append("ra=" + (words[close].lower() if close < count else "</s>"))
    if begin == 0:
        found.append("rfirst")
    for inner in range(max(begin, index - _FAR), min(close, index + _FAR + 1)):
        if inner != index:
            sign = "rg<" if inner < index else "rg>"
            found.extend([sign + kind for kind in kinds[inner] if kind in _TELLING])


def _add_evidence(found: list[str], word: str, evidence: Evidence, *, is_first: bool) -> None:
    found.extend(evidence.of(word))
    if word.lower() in evidence.lower:
        found.append("d:low")
    elif is_first:
        found.append("d:nolow0")
