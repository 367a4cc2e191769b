"""Whole names: what is looked at to put one into a class, its words, what stands around it, and its other mentions."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import Final

from briefing.extract.entities.acronyms import initials
from briefing.extract.entities.features import shape
from briefing.extract.entities.lexicons import NO_KINDS, kinds_of, lexicons
from briefing.extract.entities.names import folded
from briefing.extract.entities.tagger import CLASSES, Found
from briefing.extract.entities.tokens import Sentence

_STEPS: Final = ((0.02, "0"), (0.1, "1"), (0.3, "3"), (0.6, "5"), (0.9, "8"), (0.99, "9"))
_JOINING: Final = frozenset((",", "and", "or", "&", "/"))
_MANY: Final = 5
_SAME: Final = 20
"""Mentions of one name whose surroundings are looked at."""

Key = tuple[str, ...]
Shares = tuple[float, ...]


class Gathered:
    """What all mentions of an article tell together: by name the sum of the tagger's shares, and by word those of longer names."""

    def __init__(self, sentences: Sequence[Sentence], names: Sequence[Sequence[Found]]) -> None:
        self.sentences = sentences
        self.names = names
        self.mentions: dict[Key, list[tuple[int, Found]]] = defaultdict(list)
        for number, (sentence, inside) in enumerate(zip(sentences, names, strict=True)):
            for name in inside:
                self.mentions[key_of(sentence, name)].append((number, name))
        self.shares: dict[Key, Shares] = {
            key: found[0][1].shares
            if len(found) == 1
            else tuple(map(sum, zip(*(name.shares for _, name in found), strict=True)))
            for key, found in self.mentions.items()
        }
        self.last: dict[str, Shares] = {}
        self.first: dict[str, Shares] = {}
        self.short: dict[str, Shares] = {}
        for key, found in self.mentions.items():
            if len(key) > 1:
                number, name = found[0]
                shares = self.shares[key]
                _add(self.last, key[-1], shares)
                _add(self.first, key[0], shares)
                for form in _short_forms(sentences[number].words[name.start : name.end]):
                    _add(self.short, form, shares)
        self._around: dict[Key, list[str]] = {}

    def around(self, key: Key) -> list[str]:
        """Return what stands around all mentions of a name that has several."""
        found = self._around.get(key)
        if found is None:
            seen: dict[str, None] = {}
            for number, name in self.mentions[key][:_SAME]:
                seen.update(dict.fromkeys(_surroundings(self.sentences[number].words, name.start, name.end)))
            found = self._around[key] = ["g" + trait for trait in seen]
        return found


def traits(gathered: Gathered, number: int, name: Found, *, source: str) -> list[str]:
    """Return what the model of classes looks at for a `name` of sentence `number`; `source` names the set in training."""
    sentence = gathered.sentences[number]
    key = key_of(sentence, name)
    seen = [
        *_tagged(name.label, tuple(map(_step, name.shares))),
        *_own(sentence.words[name.start : name.end]),
        *_surroundings(sentence.words, name.start, name.end),
        f"src={source}|{name.label}",
        _ending(source, sentence.words[name.end - 1]),
    ]
    if name.start == 0:
        seen.append("start")
    _add_others(seen, key, name, gathered)
    for joining, other in _listed_with(sentence.words, name, gathered.names[number]):
        seen.append(f"{joining}={other.label}")
        seen.append(f"{joining[0]}={_leading(gathered.shares[key_of(sentence, other)])}")
    return seen


def key_of(sentence: Sentence, name: Found) -> Key:
    """Return the form of a name by which its mentions are one."""
    return folded(sentence.words[name.start : name.end]) or sentence.words[name.start : name.end]


@lru_cache(maxsize=2_000)
def _short_forms(words: tuple[str, ...]) -> tuple[str, ...]:
    return tuple({form.casefold() for form in initials(words)})


def _add(table: dict[str, Shares], word: str, shares: Shares) -> None:
    before = table.get(word)
    table[word] = shares if before is None else tuple(map(sum, zip(before, shares, strict=True)))


def _step(share: float) -> str:
    return next((sign for limit, sign in _STEPS if share < limit), "X")


def _leading(shares: Shares) -> str:
    return CLASSES[shares.index(max(shares))]


@lru_cache(maxsize=2_000)
def _tagged(label: str, steps: tuple[str, ...]) -> tuple[str, ...]:
    return ("l=" + label, *(f"p{told}={step}" for told, step in zip(CLASSES, steps, strict=True)))


@lru_cache(maxsize=4_000)
def _ending(source: str, word: str) -> str:
    return f"src={source}|{','.join(sorted(kinds_of(word)))}"


@lru_cache(maxsize=2_000)
def _own(name: tuple[str, ...]) -> tuple[str, ...]:
    lists = lexicons()
    first, last = name[0], name[-1]
    found = [
        "N=" + " ".join(name).lower(),
        f"len={min(len(name), _MANY + 1)}",
        "h=" + last.lower(),
        "f=" + first.lower(),
        "s=" + " ".join(map(shape, name[:_MANY])),
        "i3=" + first[:3].lower(),
    ]
    for word in name:
        found.append("w=" + word.lower())
        found.extend("wc=" + group for group in lists.clusters.get(word.lower(), ()))
    if "of" in name[1:]:
        found.append("of=" + name[name.index("of", 1) - 1].lower())
    for size in (2, 3, 4):
        found.append(f"e0{size}=" + first[-size:].lower())
        found.append(f"e9{size}=" + last[-size:].lower())
    kinds = lists.words.get(first, NO_KINDS) if len(name) == 1 else lists.names.get(name, NO_KINDS)
    found.extend(f"k={kind}" for kind in sorted(kinds))
    if len(name) > 1:
        of_first, of_last = sorted(kinds_of(first)), sorted(kinds_of(last))
        found.extend(f"hk={kind}" for kind in of_last)
        found.extend(f"fk={kind}" for kind in of_first)
        found.append(f"lk={'|'.join(of_first)}>{'|'.join(of_last)}")
    if any(word.isupper() and len(word) > 1 for word in name):
        found.append("upper")
    if any(map(str.islower, name)):
        found.append("lower")
    return tuple(found)


def _surroundings(words: Sequence[str], start: int, end: int) -> tuple[str, ...]:
    count = len(words)
    return _around(
        words[start - 2].lower() if start > 1 else "<s>",
        words[start - 1].lower() if start else "<s>",
        words[end].lower() if end < count else "</s>",
        words[end + 1].lower() if end + 1 < count else "</s>",
    )


@lru_cache(maxsize=2_000)
def _around(before: str, left: str, right: str, after: str) -> tuple[str, ...]:
    clusters = lexicons().clusters
    found = [
        "b=" + left,
        "a=" + right,
        f"bb={before}|{left}",
        f"aa={right}|{after}",
        "b2=" + before,
        "a2=" + after,
        f"ba={left}|{right}",
    ]
    for sign, word in (("bc=", left), ("ac=", right), ("b2c=", before), ("a2c=", after)):
        found.extend(sign + group for group in clusters.get(word, ()))
    return tuple(found)


def _add_others(seen: list[str], key: Key, name: Found, gathered: Gathered) -> None:
    """Add what the other mentions of the name tell, and the longer or shorter names of its words."""
    count = len(gathered.mentions[key])
    seen.append(f"n={min(count, _MANY)}")
    if count > 1:
        seen.extend(
            f"q{label}={_step((total - share) / (count - 1))}"
            for label, share, total in zip(CLASSES, name.shares, gathered.shares[key], strict=True)
        )
        seen += gathered.around(key)
    if len(key) == 1:
        for sign, table in (("L", gathered.last), ("F", gathered.first), ("A", gathered.short)):
            shares = table.get(key[0])
            if shares:
                seen.append(f"{sign}={_leading(shares)}")
    else:
        shares = gathered.shares.get((key[-1],))
        if shares:
            seen.append("S=" + _leading(shares))


def _listed_with(words: Sequence[str], name: Found, names: Sequence[Found]) -> Iterator[tuple[str, Found]]:
    """Return the names that this one is listed with, "A, B and C", each with its side and what joins them."""
    before, after = name.start - 1, name.end
    if before > 0 and words[before] in _JOINING:
        ends = (before, before - 1) if words[before - 1] == "," else (before,)
        yield from (("<" + words[before], other) for other in names if other.end in ends)
    if after + 1 < len(words) and words[after] in _JOINING:
        starts = (after + 1, after + 2) if words[after + 1] == "and" else (after + 1,)
        yield from ((">" + words[after], other) for other in names if other.start in starts)
