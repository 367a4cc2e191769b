"""Cues: which words attribute a statement to someone, told by the words around them."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from typing import Final

from briefing.extract.attribution.classes import VERB_GROUP
from briefing.extract.attribution.lexicon import spaced
from briefing.extract.attribution.passage import RARE, Passage, Range
from briefing.extract.linear import score
from briefing.values import dataclass

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
    lower, within = passage.words.lower, passage.within
    is_quoting = bool(passage.quoted)
    return [
        Surroundings(
            (first, last),
            ()
            if PLAIN_CUES.isdisjoint(lower[first:last])
            else tuple([at for at in range(first, last) if lower[at] in PLAIN_CUES]),
            is_quoting and any(within[first:last]),
        )
        for first, last in passage.sentences
    ]


def candidates(
    passage: Passage, around: Surroundings, weights: Mapping[str, Mapping[str, int]], *, least: int
) -> list[int]:
    """Return the words of a sentence that may be cues, by a few features that are cheap to look at."""
    lower, families = passage.words.lower, passage.families
    gate, heads = weights["gate"], weights["heads"]
    return [
        at
        for at in range(*around.sentence)
        if (families[at] or lower[at] in heads) and score(gate, gate_features(passage, at, around)) > least
    ]


def gate_features(passage: Passage, at: int, around: Surroundings) -> list[str]:
    """Return the few features by which most words are passed over."""
    first, last = around.sentence
    word, classes = passage.words.lower[at], passage.classes
    before = classes[at - 1] if at > first else _EDGE_CLASS
    after = classes[at + 1] if at + 1 < last else _EDGE_CLASS
    features = [
        "b",
        f"w={word}",
        f"c-1={before}|{word}",
        f"c+1={word}|{after}",
        f"c-1={before}",
        f"c+1={after}",
        "qTrue" if passage.within[at] else "qFalse",
        f"c-101={before}{classes[at]}{after}",
    ]
    families = passage.families[at]
    return features + [f"l-1={family}{before}" for family in families] if families else features


def cue_features(passage: Passage, at: int, around: Surroundings) -> list[str]:
    """Return all that is looked at to tell whether the word `at` attributes."""
    first, last = around.sentence
    lower, classes, group_of = passage.words.lower, passage.classes, passage.groups.get
    word, kind = lower[at], classes[at]
    before, group_before, after, group_after = _EDGE, _NO_GROUP, _EDGE, _NO_GROUP
    if at > first:
        before = lower[at - 1]
        group_before = group_of(before, RARE)
    if at + 1 < last:
        after = lower[at + 1]
        group_after = group_of(after, RARE)
    b1 = classes[at - 1] if at > first else _EDGE_CLASS
    b2 = classes[at - 2] if at - 1 > first else _EDGE_CLASS
    b3 = classes[at - 3] if at - 2 > first else _EDGE_CLASS
    a1 = classes[at + 1] if at + 1 < last else _EDGE_CLASS
    a2 = classes[at + 2] if at + 2 < last else _EDGE_CLASS
    coarse, fine = group_of(word, RARE)
    subject, verbs = subject_of(passage, at, first)
    inside, near = "0", "00"
    if around.has_quote:
        within = passage.within
        inside = _FLAGS[within[at] > 0]
        near = _FLAGS[any(within[max(first, at - _NEAR_QUOTE) : at])]
        near += _FLAGS[any(within[at + 1 : min(last, at + 1 + _NEAR_QUOTE)])]
    comma = _FLAGS["," in lower[max(first, at - 8) : at]]
    place = min(at - first, 4)
    tail = min(last - at, 3)
    features = [
        "b", f"w={word}", f"s3={word[-3:]}", f"p5={word[:5]}", f"w-1={before}", f"w+1={after}",
        f"c-1={b1}", f"c-2={b2}", f"c-3={b3}", f"c+1={a1}", f"c+2={a2}", f"st={subject}{kind}", f"vg={verbs}{kind}",
        f"q{inside}{kind}", f"dq{near}{word}", f"dq{near}{kind}", f"pos{place}", f"pos{place}{kind}",
        f"hasq{_FLAGS[around.has_quote]}", f"tail{tail}{subject}{comma}",
        f"k={coarse}", f"K={fine}", f"k-1={group_before[0]}", f"k+1={group_after[0]}", f"k-10={group_before[0]}|{coarse}",
        f"K-1={group_before[1]}",
    ]  # fmt: skip
    for family in passage.families[at]:
        features += (
            f"l={family}", f"l+1={family}{a1}", f"vgl={verbs}{family}", f"dq{near}{family}", f"tail{tail}{family}{comma}",
        )  # fmt: skip
    _add_plain_cues(features, lower, at, kind, around.plain)
    return features


def subject_of(passage: Passage, at: int, first: int) -> tuple[str, str]:
    """Return the class of what stands before the verb group that ends in `at`, and the classes in that group."""
    classes = passage.classes
    before = at - 1
    if before < first:
        return "start", ""
    if classes[before] not in VERB_GROUP:
        return classes[before], ""
    while before >= first and classes[before] in VERB_GROUP:
        before -= 1
    group = "".join(sorted({kind for kind in classes[before + 1 : at] if kind != "R"}))
    return (classes[before] if before >= first else "start"), group


def _add_plain_cues(features: list[str], lower: Sequence[str], at: int, kind: str, plain: Sequence[int]) -> None:
    """Add how the word `at` stands to the `plain` cues of its sentence."""
    if not plain:
        features += ("nb0", f"nb0{kind}", f"na0{kind}")
        return
    place = bisect_left(plain, at)
    after_place = bisect_right(plain, at)
    before, after = min(place, 2), min(len(plain) - after_place, 2)
    features += (f"nb{before}", f"nb{before}{kind}", f"na{after}{kind}")
    if place:
        nearest = plain[place - 1]
        joined = "-" if _CONJUNCTIONS.isdisjoint(lower[nearest:at]) else "conj"
        features += (f"bd={min(at - nearest, 9)}", f"bb={joined}{kind}")
    if after:
        nearest = plain[after_place]
        features.append(f"ad={min(nearest - at, 9)}{',' in lower[at:nearest]:d}")
