"""Naming the source: which phrase near a cue says who says it, or that nobody is named."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from briefing.extract.attribution.cues import subject_of
from briefing.extract.attribution.lexicon import TELLING, persons
from briefing.extract.attribution.passage import Passage, Range
from briefing.extract.attribution.phrases import Phrase, path
from briefing.extract.linear import score

_BEFORE: Final = 7
_AFTER: Final = 2
_SHORT: Final = 5
_LONGEST_SCARE: Final = 30
"""The characters between quotation marks up to which it may be a name: the “Islamic State” said."""


def named(
    passage: Passage,
    at: int,
    *,
    sentence: Range,
    listed: Sequence[Phrase],
    letters: str,
    weights: Mapping[str, int],
) -> Phrase | None:
    """Return the phrase that names the source of the cue `at`, if one does.

    `letters` are the steps of the sentence.
    """
    options = choices(passage, at, sentence=sentence, listed=listed, letters=letters)
    if len(options) == 1:
        return None
    return max(options, key=lambda option: score(weights, option[1]))[0]


def choices(
    passage: Passage, at: int, *, sentence: Range, listed: Sequence[Phrase], letters: str
) -> list[tuple[Phrase | None, list[str]]]:
    """Return the phrases that may be the source with their features; the last choice is None, no source."""
    heard = listed
    if passage.quoted and any(passage.within[sentence[0] : sentence[1]]):
        heard = [phrase for phrase in heard if not _in_other_speech(passage, at, phrase)]
    if "(" in passage.words.lower[sentence[0] : sentence[1]]:
        heard = [phrase for phrase in heard if not _in_brackets(passage, at, phrase)]
    before = [phrase for phrase in heard if phrase.words[1] <= at][-_BEFORE:][::-1]
    after = [] if _is_told(passage, at) else [phrase for phrase in heard if phrase.words[0] > at][:_AFTER]
    first = sentence[0]
    found: list[tuple[Phrase | None, list[str]]] = []
    for rank, phrase in enumerate(before):
        way = path(letters, phrase.words[1] - first, at - first)
        features = _features(passage, at, sentence, phrase, place=f"b{min(rank, 4)}", way=way)
        found.append((phrase, features))
    for rank, phrase in enumerate(after):
        way = path(letters, at + 1 - first, phrase.words[0] - first)
        found.append((phrase, _features(passage, at, sentence, phrase, place=f"a{min(rank, 4)}", way=way)))
    found.append((None, _none_features(passage, at, sentence, len(before))))
    return found


def _in_other_speech(passage: Passage, at: int, phrase: Phrase) -> bool:
    """Return whether a phrase stands in a quotation of some length that the cue `at` does not stand in."""
    number = passage.within[phrase.words[0]]
    return number > 0 and number != passage.within[at] and len(passage.quoted[number - 1].span) > _LONGEST_SCARE


def _in_brackets(passage: Passage, at: int, phrase: Phrase) -> bool:
    """Return whether a phrase stands in short brackets that the cue `at` does not stand in: "(D-W.Va.)"."""
    lower = passage.words.lower
    begin, end = phrase.words
    opening = next(
        (place for place in range(begin - 1, max(-1, begin - _SHORT), -1) if lower[place] in {"(", ")"}), begin
    )
    closing = next((place for place in range(end, min(end + _SHORT, len(lower))) if lower[place] in {"(", ")"}), end)
    if closing == len(lower) or lower[opening] != "(" or lower[closing] != ")":
        return False
    return not opening < at < closing


def _is_told(passage: Passage, at: int) -> bool:
    """Return whether what follows the cue `at` is whoever is told, who never says it."""
    lower = passage.words.lower
    return lower[at] in TELLING and (at + 1 == len(lower) or lower[at + 1] != "by")


def _features(passage: Passage, at: int, sentence: Range, phrase: Phrase, *, place: str, way: str) -> list[str]:
    lower, classes = passage.words.lower, passage.classes
    first, last = sentence
    begin, end = phrase.words
    kind, side = phrase.kind, place[0]
    head = lower[end - 1]
    left, left_class = (lower[begin - 1], classes[begin - 1]) if begin > first else ("<s>", "#")
    right, right_class = (lower[end], classes[end]) if end < last else ("</s>", "#")
    before, after = (classes[at - 1] if at > first else "#"), (classes[at + 1] if at + 1 < last else "#")
    way = side + way
    features = [
        f"k{kind}{place}", f"p{way}", f"pk{way}{kind}", f"h={head}", f"h{side}{head}",
        f"lc{left_class}{kind}", f"rc{right_class}{kind}", f"lr{left_class}{right_class}{side}",
        f"lr{left_class}{right_class}{kind}{place}",
        f"first{begin == first:d}{side}", f"l{left}{side}", f"r{right}{side}", f"cc{classes[at]}{place}",
        f"cp{classes[at]}{way}", f"p1{before}{place}", f"n1{after}{place}", f"n1{after}{way}",
        f"pn{before}{after}{place}", ]  # fmt: skip
    for family in passage.families[at] or ("-",):
        features += (
            f"l{family}{place}", f"l{family}{way}", f"l{family}{kind}{side}", f"lrc{family}{right_class}{side}",
            f"llc{family}{left_class}{side}",
        )  # fmt: skip
    if head in persons():
        features += (f"per{place}", f"per{way}")
    return features


def _none_features(passage: Passage, at: int, sentence: Range, before_count: int) -> list[str]:
    classes = passage.classes
    first, last = sentence
    word, kind = passage.words.lower[at], classes[at]
    before, after = (classes[at - 1] if at > first else "#"), (classes[at + 1] if at + 1 < last else "#")
    second = classes[at - 2] if at - 1 > first else "#"
    subject, group = subject_of(passage, at, first)
    features = [
        "NONE", f"NW{word}", f"Nc{kind}", f"Np1{before}", f"Nn1{after}", f"Npc{before}{kind}", f"Nnc{after}{kind}",
        f"Npn{before}{after}", f"Nst{subject}", f"Nst{subject}{kind}", f"Nvg{group}", f"Nvg{group}{kind}",
        f"Nvg{group}{subject}", f"NWp{word}{before}", f"NWn{word}{after}", f"Npp{second}{before}",
        f"Npos{min(at - first, 3)}", f"Nb{min(before_count, 2)}",
    ]  # fmt: skip
    for family in passage.families[at] or ("-",):
        features += (f"Nl{family}", f"Nl{family}{before}", f"Nl{family}{group}")
    return features
