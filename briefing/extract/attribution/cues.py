"""Cues: which words attribute a statement to someone, told by the words around them."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from briefing.extract.attribution.classes import VERB_GROUP
from briefing.extract.attribution.lexicon import spaced
from briefing.extract.attribution.passage import Passage, Range
from briefing.extract.attribution.weights import score

PLAIN_CUES: Final = spaced("said says say told wrote added asked saying according tweeted noted argued")
"""Words that attribute nearly wherever they stand: what stands near them is told by how far they are."""

_CONJUNCTIONS: Final = frozenset(["and", "but", "while", ";"])
_EDGE: Final = "<s>"
_EDGE_CLASS: Final = "#"
_NO_GROUP: Final = ("<", "<")
_NEAR_QUOTE: Final = 6
_FLAGS: Final = {False: "0", True: "1"}


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What a sentence tells about every word in it."""

    sentence: Range
    plain: tuple[int, ...]
    """Where its plain cues stand."""
    has_quote: bool


def surroundings(passage: Passage) -> list[Surroundings]:
    """Return what each sentence of `passage` tells about its words."""
    return [
        Surroundings(
            (first, last),
            tuple([at for at in range(first, last) if passage.words.lower[at] in PLAIN_CUES]),
            any(passage.within[first:last]),
        )
        for first, last in passage.sentences
    ]


def candidates(passage: Passage, around: Surroundings, gate: Mapping[str, int], *, least: int) -> list[int]:
    """Return the words of a sentence that may be cues, by a few features that are cheap to look at."""
    lower, families = passage.words.lower, passage.families
    return [
        at
        for at in range(*around.sentence)
        if (families[at] or "w=" + lower[at] in gate) and score(gate, gate_features(passage, at, around)) > least
    ]


def gate_features(passage: Passage, at: int, around: Surroundings) -> list[str]:
    """Return the few features by which most words are passed over."""
    first, last = around.sentence
    word = passage.words.lower[at]
    before = passage.classes[at - 1] if at > first else _EDGE_CLASS
    after = passage.classes[at + 1] if at + 1 < last else _EDGE_CLASS
    features = [
        "b",
        "w=" + word,
        f"c-1={before}|{word}",
        f"c+1={word}|{after}",
        "c-1=" + before,
        "c+1=" + after,
        f"q{passage.within[at] > 0}",
        f"c-101={before}{passage.classes[at]}{after}",
    ]
    return features + [f"l-1={family}{before}" for family in passage.families[at]]


def cue_features(passage: Passage, at: int, around: Surroundings) -> list[str]:
    """Return all that is looked at to tell whether the word `at` attributes."""
    first, last = around.sentence
    lower, classes = passage.words.lower, passage.classes
    low, high = max(first, at - 3), min(last, at + 5)
    words = [_EDGE] * (low - at + 3) + list(lower[low:high]) + [_EDGE] * (at + 5 - high)
    kinds = [_EDGE_CLASS] * (low - at + 3) + list(classes[low:high]) + [_EDGE_CLASS] * (at + 5 - high)
    wb3, wb2, wb1, word, wa1, wa2, wa3, _ = words
    b3, b2, b1, kind, a1, a2, a3, _ = kinds
    own = passage.families[at]
    subject, group = subject_of(passage, at, first)
    quote = passage.within[at] > 0
    quote_before = any(passage.within[max(first, at - _NEAR_QUOTE) : at])
    quote_after = any(passage.within[at + 1 : min(last, at + 1 + _NEAR_QUOTE)])
    near = _FLAGS[quote_before] + _FLAGS[quote_after]
    comma = _FLAGS["," in lower[max(first, at - 8) : at]]
    inside, has_quote = _FLAGS[quote], _FLAGS[around.has_quote]
    place = min(at - first, 4)
    tail = min(last - at, 3)
    features = [
        "b", f"w={word}", f"c={kind}", f"s3={word[-3:]}", f"p5={word[:5]}",
        f"w-1={wb1}", f"w-2={wb2}", f"w+1={wa1}", f"w+2={wa2}", f"w-3={wb3}", f"w+3={wa3}",
        f"c-1={b1}", f"c-2={b2}", f"c-3={b3}", f"c+1={a1}", f"c+2={a2}", f"c+3={a3}",
        f"c-1w={b1}|{word}", f"c+1w={a1}|{word}", f"cap{passage.words.forms[at][0].isupper():d}",
        f"c-2-1={b2}{b1}{kind}", f"c12={kind}{a1}{a2}", f"c-101={b1}{kind}{a1}",
        f"c-3-1={b3}{b2}{b1}",
        f"st={subject}", f"st={subject}|{word}", f"st={subject}{kind}", f"vg={group}", f"vg={group}{kind}",
        f"vg={group}{subject}", f"stn={subject}{kind}{a1}",
        f"q{inside}", f"q{inside}{kind}", f"dq{near}", f"dq{near}{word}", f"dq{near}{kind}",
        f"pos{place}", f"pos{place}{kind}", f"end{min(last - at, 4)}", f"last{lower[last - 1]}",
        f"hasq{has_quote}", f"hasq{has_quote}{kind}", f"tail{tail}{subject}{comma}",
    ]  # fmt: skip
    features += _group_features(passage, at, around.sentence, b1, a1)
    for family in own:
        features += (
            f"l={family}", f"lc={family}{kind}", f"l-1={family}{b1}", f"l+1={family}{a1}", f"l12={family}{a1}{a2}", f"stl={subject}{family}", f"vgl={group}{family}",
            f"dq{near}{family}", f"tail{tail}{family}{comma}", f"tail{tail}{family}{subject}",
        )  # fmt: skip
    return features + _near_plain_cues(passage, at, around)


def _group_features(passage: Passage, at: int, sentence: Range, before_class: str, after_class: str) -> list[str]:
    groups = passage.groups
    first, last = sentence
    coarse, fine = groups[at]
    b1, fine_b1 = groups[at - 1] if at > first else _NO_GROUP
    a1, fine_a1 = groups[at + 1] if at + 1 < last else _NO_GROUP
    b2, _ = groups[at - 2] if at - 1 > first else _NO_GROUP
    a2, _ = groups[at + 2] if at + 2 < last else _NO_GROUP
    return [
        f"k={coarse}", f"K={fine}", f"k-1={b1}", f"k+1={a1}", f"k-2={b2}", f"k+2={a2}", f"k-10={b1}|{coarse}",
        f"k01={coarse}|{a1}", f"k-101={b1}|{coarse}|{a1}", f"K-1={fine_b1}", f"K+1={fine_a1}",
        f"Kp={fine}{before_class}", f"Kn={fine}{after_class}",
    ]  # fmt: skip


def subject_of(passage: Passage, at: int, first: int) -> tuple[str, str]:
    """Return the class of what stands before the verb group that ends in `at`, and the classes in that group."""
    classes = passage.classes
    before = at - 1
    while before >= first and classes[before] in VERB_GROUP:
        before -= 1
    group = "".join(sorted({kind for kind in classes[before + 1 : at] if kind != "R"}))
    return (classes[before] if before >= first else "start"), group


def _near_plain_cues(passage: Passage, at: int, around: Surroundings) -> list[str]:
    lower = passage.words.lower
    word, kind = lower[at], passage.classes[at]
    place = bisect_left(around.plain, at)
    after_place = bisect_right(around.plain, at)
    before, after = min(place, 2), min(len(around.plain) - after_place, 2)
    features = [f"nb{before}", f"nb{before}{word}", f"nb{before}{kind}", f"na{after}", f"na{after}{kind}"]
    if place:
        plain = around.plain[place - 1]
        joined = "conj" if any(one in _CONJUNCTIONS for one in lower[plain:at]) else "-"
        features += (
            f"bd={min(at - plain, 9)}", f"bb={joined}", f"bb={joined}{kind}",
        )  # fmt: skip
    if after:
        plain = around.plain[after_place]
        features.append(f"ad={min(plain - at, 9)}{',' in lower[at:plain]:d}")
    return features
