"""Assembling: from the words of an article to its attributions, step by step."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from typing import Final

from briefing.extract.attribution import contents, naming
from briefing.extract.attribution.cues import Surroundings, candidates, cue_features, surroundings
from briefing.extract.attribution.found import Attribution, Draft
from briefing.extract.attribution.lexicon import spaced
from briefing.extract.attribution.passage import Passage, Range
from briefing.extract.attribution.phrases import Phrase, extended, phrases, steps
from briefing.extract.attribution.weighing import LEAST, weighing_features
from briefing.extract.attribution.weights import SCALE, Weights, score
from briefing.model import Span

GATE: Final = -250
"""Log odds in hundredths below which a word is no candidate."""
ACCEPTED: Final = -40
"""Log odds in hundredths from which a candidate is a cue: F1 is best where precision and recall trade evenly."""

_SKIPPED: Final = frozenset([",", ":", "that"])
_BEFORE_CUE: Final = spaced(", B H R M by as - —")


def assembled(passage: Passage, weights: Weights) -> list[Attribution]:
    """Return the attributions of `passage` in order of cue."""
    looks = [(around, first_look(passage, around, weights)) for around in surroundings(passage)]
    density = attributed_density(passage, (odds for _, odds in looks))
    found: list[Attribution] = []
    for around, odds in looks:
        cues = [at for at, sure in odds.items() if sure > ACCEPTED]
        drafted = drafts(passage, around.sentence, odds, weights)
        kept = [
            draft.at
            for draft in drafted
            if score(weights["weigh"], weighing_features(passage, draft, drafted, odds, density)) > ACCEPTED
        ]
        if kept != cues:
            drafted = drafts(passage, around.sentence, dict.fromkeys(kept, SCALE), weights)
        found += [_attribution(passage, draft, kept) for draft in drafted if draft.at in kept]
    return found


def first_look(passage: Passage, around: Surroundings, weights: Weights) -> dict[int, int]:
    """Return the log odds, in hundredths, of each word of a sentence that may be a cue."""
    return {
        at: score(weights["cue"], cue_features(passage, at, around))
        for at in candidates(passage, around, weights["gate"], least=GATE)
    }


def attributed_density(passage: Passage, looks: Iterable[Mapping[int, int]]) -> int:
    """Return how much is attributed in an article, from 0 to 9: nine is a cue in seventeen words or more."""
    expected = sum(1 / (1 + math.exp(-sure / SCALE)) for odds in looks for sure in odds.values())
    return min(int(150 * expected / max(1, len(passage.words))), 9)


def drafts(passage: Passage, sentence: Range, odds: Mapping[int, int], weights: Weights) -> list[Draft]:
    """Return an attribution for each word of a sentence that may be a cue; the likely ones part phrases."""
    likely = [at for at, sure in odds.items() if sure > ACCEPTED]
    if not any(sure > LEAST for sure in odds.values()):
        return []
    scene = Scene(passage, sentence, likely)
    found: list[Draft] = []
    prior: Phrase | None = None
    for at, sure in odds.items():
        if sure > LEAST:
            found.append(_draft(scene if sure > ACCEPTED else scene.joined_by(at), at, prior, weights))
            if sure > ACCEPTED:
                prior = found[-1].phrase
    return found


class Scene:
    """A sentence with its likely cues and the noun phrases between them."""

    __slots__ = ("cues", "known", "letters", "passage", "phrases", "sentence")

    def __init__(
        self, passage: Passage, sentence: Range, cues: Sequence[int], listed: Sequence[Phrase] | None = None
    ) -> None:
        self.passage = passage
        self.sentence = sentence
        self.cues = cues
        self.known = frozenset(cues)
        self.phrases = phrases(passage, sentence, self.known) if listed is None else listed
        self.letters = steps(passage, sentence, self.known)

    def joined_by(self, at: int) -> Scene:
        """Return the scene as it would be if the word `at` were a cue as well."""
        return Scene(self.passage, self.sentence, sorted([*self.cues, at]), self.phrases)


def _draft(scene: Scene, at: int, prior: Phrase | None, weights: Weights) -> Draft:
    passage, sentence = scene.passage, scene.sentence
    phrase = naming.named(
        passage,
        at,
        sentence=sentence,
        listed=scene.phrases,
        letters=scene.letters,
        prior=prior,
        weights=weights["source"],
    )
    source = extended(passage, phrase, sentence, scene.known) if phrase else None
    is_left, is_right = contents.sides(passage, at, source, sentence, weights)
    left = _left(passage, at, source, sentence) if is_left else None
    right: Range | None = None
    if is_right:
        start = _right_start(passage, at, source, sentence, scene.known)
        if start < sentence[1]:
            end = contents.right_end(
                passage,
                at,
                start=start,
                sentence=sentence,
                cues=scene.cues,
                letters=scene.letters,
                weights=weights["end"],
            )
            right = start, end
    return Draft(at, sentence, phrase, source, left, right)


def _right_start(passage: Passage, at: int, source: Range | None, sentence: Range, cues: frozenset[int]) -> int:
    """Return where what is said begins behind the cue and, in inverted order, the source."""
    start = contents.cue_words(passage, at, source, sentence, cues)[1]
    if source is not None and source[0] > at and source[0] - start <= 1:
        start = max(start, source[1])
    while start < sentence[1] and passage.words.lower[start] in _SKIPPED:
        start += 1
    return start


def _left(passage: Passage, at: int, source: Range | None, sentence: Range) -> Range | None:
    """Return what stands before the cue and its source, from the sentence's begin."""
    first = sentence[0]
    end = min(at, source[0]) if source else at
    if end <= first and source is not None and source[0] <= first:
        end = at
        first = source[1]
    while end > first and passage.classes[end - 1] in _BEFORE_CUE:
        end -= 1
    return (first, end) if first < end else None


def _attribution(passage: Passage, draft: Draft, cues: Sequence[int]) -> Attribution:
    cue = contents.cue_words(passage, draft.at, draft.source, draft.sentence, frozenset(cues))
    content = tuple(passage.span(part) for part in (draft.left, draft.right) if part and part[0] < part[1])
    source: Span | None = passage.span(draft.source) if draft.source else None
    return Attribution(passage.span(cue), source, content)
