"""Assembling: from the words of an article to its attributions, step by step."""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Final

from briefing.extract.attribution import beginning, contents, naming
from briefing.extract.attribution.cues import Surroundings, candidates, cue_features, surroundings
from briefing.extract.attribution.extending import extended
from briefing.extract.attribution.found import Attribution, Draft
from briefing.extract.attribution.lexicon import spaced
from briefing.extract.attribution.passage import Passage, Range
from briefing.extract.attribution.phrases import phrases, steps
from briefing.extract.attribution.priors import TURN_ODDS, is_turn, prior, settled
from briefing.extract.attribution.weighing import LEAST, Around, sources_named, weighed
from briefing.extract.attribution.weights import Weights
from briefing.extract.linear import SCALE, score
from briefing.model import Span

GATE: Final = -190
"""Log odds in hundredths below which a word is no candidate: far lower finds two cues in a hundred more, and more that are none."""
ACCEPTED: Final = -40
"""Log odds in hundredths from which a candidate is taken for a cue at first: F1 is best well below even odds."""
KEPT: Final = -40
"""The same for the second look."""
MOST_CUES: Final = 14
"""The candidates of a sentence that are looked at: beyond it is no prose, and each looks at all others."""

_UNCLOSED: Final = re.compile(r"[.,!?…]{0,2}(?:”|\"|''|’(?!\w))")
_OPENING_WORDS: Final = 6
_BEFORE_CUE: Final = spaced(", B H R M by as - —")


def assembled(passage: Passage, weights: Weights) -> list[Attribution]:
    """Return the attributions of `passage` in order of cue."""
    return second_look(passage, [first_look(passage, around, weights) for around in surroundings(passage)], weights)


def second_look(passage: Passage, looks: Sequence[dict[int, int]], weights: Weights) -> list[Attribution]:
    """Return the attributions that the odds of the first look lead to, sentence by sentence."""
    density = attributed_density(passage, looks)
    likeliest = [_likeliest(looked) for looked in looks]
    drafted = [drafts(passage, *each, weights) for each in zip(passage.sentences, likeliest, strict=True)]
    named = sources_named(drafted, likeliest)
    found: list[Attribution] = []
    for number, (sentence, odds) in enumerate(zip(passage.sentences, likeliest, strict=True)):
        article = Around(density, named, number)
        surest = weighed(passage, drafted[number], odds, article, weights["weigh"])
        kept = [at for at, sure in surest.items() if sure + prior(passage, at) > KEPT]
        if kept != [at for at, sure in odds.items() if sure > ACCEPTED]:
            drafted[number] = drafts(passage, sentence, dict.fromkeys(kept, SCALE), weights)
        cues = frozenset(kept)
        found += [_attribution(passage, draft, cues) for draft in drafted[number] if draft.at in cues]
    return found


def _likeliest(odds: dict[int, int]) -> dict[int, int]:
    """Return the candidates that are looked at again, in text order: no prose has more in a sentence."""
    if len(odds) <= MOST_CUES:
        return odds
    return {at: odds[at] for at in sorted(sorted(odds, key=lambda at: -odds[at])[:MOST_CUES])}


def first_look(passage: Passage, around: Surroundings, weights: Weights, *, gate: int = GATE) -> dict[int, int]:
    """Return the log odds, in hundredths, of each word of a sentence that may be a cue."""
    odds = {
        at: score(weights["cue"], cue_features(passage, at, around)) + prior(passage, at)
        for at in candidates(passage, around, weights, least=gate)
    }
    opening = range(*around.sentence)[:_OPENING_WORDS]
    if ":" not in passage.words.lower[opening.start : opening.stop]:
        return odds
    turn = next((at for at in opening if is_turn(passage, at)), None)
    return odds if turn is None else dict(sorted({**odds, turn: TURN_ODDS}.items()))


def attributed_density(passage: Passage, looks: Iterable[Mapping[int, int]]) -> int:
    """Return how much is attributed in an article, from 0 to 9: nine is a cue in seventeen words or more."""
    expected = sum(1 / (1 + math.exp(-sure / SCALE)) for odds in looks for sure in odds.values())
    return min(int(150 * expected / max(1, len(passage.words))), 9)


def drafts(
    passage: Passage, sentence: Range, odds: Mapping[int, int], weights: Weights, *, least: int = LEAST
) -> list[Draft]:
    """Return an attribution for each word of a sentence that may be a cue; the likely ones part phrases."""
    likely = [at for at, sure in odds.items() if sure > ACCEPTED]
    if not any(sure > least for sure in odds.values()):
        return []
    scene = Scene(passage, sentence, likely)
    found: list[Draft] = []
    for at, sure in odds.items():
        if sure > least:
            found.append(_draft(scene if sure > ACCEPTED else scene.joined_by(at), at, weights))
    return found


class Scene:
    """A sentence with its likely cues and the noun phrases between them."""

    __slots__ = ("cues", "known", "letters", "passage", "phrases", "sentence")

    def __init__(self, passage: Passage, sentence: Range, cues: Sequence[int]) -> None:
        self.passage = passage
        self.sentence = sentence
        self.cues = cues
        self.known = frozenset(cues)
        self.phrases = phrases(passage, sentence, self.known)
        self.letters = steps(passage, sentence, self.known)

    def joined_by(self, at: int) -> Scene:
        """Return the scene as it would be if the word `at` were a cue as well."""
        joined = Scene.__new__(Scene)
        joined.passage, joined.sentence, joined.phrases = self.passage, self.sentence, self.phrases
        joined.cues = sorted([*self.cues, at])
        joined.known = self.known | {at}
        place = at - self.sentence[0]
        joined.letters = f"{self.letters[:place]}V{self.letters[place + 1 :]}"
        return joined


def _draft(scene: Scene, at: int, weights: Weights) -> Draft:
    passage, sentence = scene.passage, scene.sentence
    is_settled, phrase = settled(passage, at, sentence, scene.phrases)
    if not is_settled:
        phrase = naming.named(
            passage, at, sentence=sentence, listed=scene.phrases, letters=scene.letters, weights=weights["source"]
        )
    source = extended(passage, phrase, sentence, scene.known, at=at) if phrase else None
    opened = beginning.opened(passage, at, source, sentence, scene.known)
    is_left, is_right = (False, False) if opened else contents.sides(passage, at, source, sentence, weights)
    left = _left(passage, at, source, sentence) if is_left else None
    right: Range | None = opened
    if is_right:
        start = beginning.begin(passage, at, source=source, sentence=sentence, listed=scene.phrases, cues=scene.known)
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
    return Draft(
        at, sentence, phrase, source, left, right, passage.words.lower[phrase.words[1] - 1] if phrase else None
    )


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


def _attribution(passage: Passage, draft: Draft, cues: frozenset[int]) -> Attribution:
    cue = contents.cue_words(passage, draft.at, draft.source, draft.sentence, cues)
    content = tuple(_closed(passage, part) for part in (draft.left, draft.right) if part and part[0] < part[1])
    source: Span | None = passage.span(draft.source) if draft.source else None
    return Attribution(passage.span(cue), source, content)


def _closed(passage: Passage, part: Range) -> Span:
    """Return the span of `part`, with the mark that closes a quotation which opens in it."""
    span = passage.span(part)
    words = span.of(passage.text)
    if words.count("“") > words.count("”") or words.count('"') % 2 or words.count("''") % 2:
        closing = _UNCLOSED.match(passage.text, span.end)
        if closing:
            return Span(span.start, closing.end())
    return span
