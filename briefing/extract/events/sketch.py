"""The sketch of a sentence: its words by their parts, and its finite verbs with their subjects."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import accumulate
from typing import Final, NamedTuple

from briefing.extract.events.clauses import RELATIVE, Reading, subject
from briefing.extract.events.grammar import words_of
from briefing.extract.events.words import Word

CLOSED: Final = frozenset(("det", "prep", "sub", "conj", "pron", "be", "have", "modal", "to", "sign", "own"))
"""Parts of speech whose words are told apart one by one."""
OPENERS: Final = frozenset(("whose", "which", "whom", "where"))
NEAR: Final = 6
"""How far before a subject a relative word opens its clause."""
TURNING: Final = words_of(
    "if unless but not never no without than may might could would n't only nearly almost about least most hardly likely possible"
    " possibly reportedly allegedly hope hopes hoping fear fears believe believes think thinks expect expected claim claims who that"
    " which after before"
)
"""Words without which the rest may say something else: what of them is left out is a trait of an edge."""
JOINTS: Final = frozenset((".", "/", "-", "°"))
"""Signs that join what stands before and behind them."""
MOST_WORDS: Final = 70
"""How many words of a sentence are looked at."""


class Verb(NamedTuple):
    """A finite verb with its subject, by their words."""

    base: str
    tense: str
    first: int
    last: int
    """One past its last word."""
    doer: int
    """The first word of its subject; -1 where that is not known."""
    doer_last: int
    is_relative: bool
    """Whether it only tells more of its subject: "the man who fled"."""


class Sketch(NamedTuple):
    """What the traits of a sentence's edges are read from, word by word."""

    reading: Reading
    kinds: tuple[str, ...]
    """The part of each word, verbs told by their groups: vf, vp, vi, vg."""
    forms: tuple[str, ...]
    """The word itself where it is of a closed class, else its kind."""
    verbs: tuple[Verb, ...]
    """Its finite verbs."""
    spoken: tuple[int, ...]
    """How many words, not signs, stand before each of its words, and before its end."""
    turning: tuple[tuple[int, str], ...]
    """Where words stand without which the rest may say something else."""
    joined: frozenset[int]
    """The words before which no place is: they go on what is written as one, "10:30 a. m.", "Mt. Cook", "and/or"."""


def sketch(reading: Reading) -> Sketch:
    """Return the sketch of a sentence."""
    words = reading.words[:MOST_WORDS]
    low = [word.low for word in words]
    kinds = [word.part for word in words]
    for group in reading.groups:
        if group.is_verb:
            kind = "vf" if group.finite else "vp" if group.passive else "vg" if group.tense == "ing" else "vi"
            for at in range(group.first, min(group.last, len(words))):
                kinds[at] = kind if at == group.last - 1 else f"{kind}-"
    forms = [own if word.part in CLOSED else kind for word, own, kind in zip(words, low, kinds, strict=True)]
    spoken = (0, *accumulate([kind != "sign" for kind in kinds]))
    turning = () if TURNING.isdisjoint(low) else tuple((at, own) for at, own in enumerate(low) if own in TURNING)
    joined = frozenset() if JOINTS.isdisjoint(low[:-1]) else frozenset(_joined(words, low))
    return Sketch(reading, tuple(kinds), tuple(forms), tuple(_verbs(reading, len(words))), spoken, turning, joined)


def _joined(words: list[Word], low: list[str]) -> Iterator[int]:
    last = len(words) - 1
    for at in [at for at, own in enumerate(low[:last]) if own in JOINTS]:
        is_stop = low[at] == "." and any(own[0].isalnum() for own in low[at + 1 :])
        if not is_stop and not low[at + 1][0].isalnum():
            continue
        if at and low[at - 1] not in JOINTS and words[at - 1].end == words[at].start:
            yield at
        if at + 1 < last and low[at + 1][0].isalnum():
            yield at + 1


def _verbs(reading: Reading, count: int) -> Iterator[Verb]:
    before: Verb | None = None
    for at, group in enumerate(reading.groups):
        if not group.is_verb or not group.finite or group.last > count:
            continue
        doer = subject(reading, at)
        own = reading.groups[doer] if doer is not None else None
        if own is not None and own.first >= group.first:
            own = None
        low = max(own.last if own is not None else 0, before.last if before is not None else 0)
        between = reading.words[low : group.first]
        is_relative = any(word.low in RELATIVE for word in between)
        is_relative = is_relative or (own is not None and _is_opened(reading, own.first))
        bare = [word for word in between if word.part != "adv" and word.low != "most"]
        joins = bool(bare) and bare[-1].part == "conj" and all(word.text != "," for word in bare)
        if before is not None and before.is_relative and joins:
            # "who had been ill and had often spoken of it"
            is_relative = True
        first, last = (own.first, own.last) if own is not None else (-1, -1)
        before = Verb(group.base, group.tense, group.first, group.last, first, last, is_relative)
        yield before


def _is_opened(reading: Reading, first: int) -> bool:
    """Return whether a relative word opens the clause whose subject is the word `first`: "Berg, whose mother was ill"."""
    for word in reversed(reading.words[max(0, first - NEAR) : first + 1]):
        if word.low in OPENERS:
            return True
        if word.part == "sign":
            return False
    return False
