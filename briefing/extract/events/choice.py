"""The choice of the main event's trigger, by weights learnt from leads that were read by hand."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from typing import Final

from briefing.extract.events.clauses import Reading
from briefing.extract.events.grammar import grammar, words_of
from briefing.extract.events.traits import STEM, Surroundings, traits
from briefing.extract.events.triggers import HARM, Trigger, is_cause
from briefing.extract.linear import SCALE, learnt, score

BODY: Final = 4
"""How many sentences of the body can hold the main event."""
SHORT: Final = 4
"""A first "sentence" of so few words is a dateline or a label, not the lead."""
LONG: Final = 4
"""Shorter words of a headline tell nothing by standing in the body too."""
NEXT: Final = 2
"""How many sentences behind the headline what it tells is told again: behind a dateline the lead follows."""
FILE: Final = "weights.json"
QUESTION: Final = "main"
HEAD: Final = "at=h"
"""The trait of standing in the headline; it comes first."""
TERSE: Final = 0.5
"""What a trigger of the headline loses: the body tells the same with names, days and places."""
DOUBT: Final = 1.0
"""What a trigger loses that only may be so: too few of the marked leads have one to learn it."""
FIGURATIVE: Final = words_of("count brace reel grapple wonder ponder await")
"""Verbs of those to whom something has happened, which is the event: "the town counts the cost"."""
NONE: Final = "none"
"""The weight of there being no event."""
SURE: Final = 0.25
"""How likely the best trigger must be at least: below that more than half of the choices are wrong."""


def main_trigger(readings: Sequence[Reading], by_sentence: Mapping[int, Sequence[Trigger]]) -> Trigger | None:
    """Return the trigger of the main event; None where the article tells of none, or nobody could say of which."""
    candidates = options(readings, by_sentence)
    if not candidates:
        return None
    weights = learnt(__package__, FILE)[QUESTION]
    odds = [
        score(weights, found) / SCALE - (found[0] == HEAD) * TERSE - ("unreal" in found) * DOUBT
        for _, found in candidates
    ]
    best = max(range(len(odds)), key=odds.__getitem__)
    total = sum(math.exp(one) for one in odds) + math.exp(weights[NONE] / SCALE)
    if math.exp(odds[best]) / total < SURE:
        return None
    likely = [trigger for _, (trigger, _) in sorted(zip(odds, candidates, strict=True), key=lambda pair: -pair[0])]
    return _cause(_in_body(likely, readings), likely, readings)


def _in_body(likely: Sequence[Trigger], readings: Sequence[Reading]) -> Trigger:
    """Return the likeliest trigger, or where that stands in the headline what the lead has for it: the lead tells more."""
    best = likely[0]
    if not readings[best.sentence].in_title:
        return best
    twins = (
        other
        for other in likely[1:]
        if not readings[other.sentence].in_title
        and other.sentence <= best.sentence + NEXT
        and other.base[:STEM] == best.base[:STEM]
        and other.base not in grammar().reporting
        and (best.is_noun if other.is_noun else readings[other.sentence].groups[other.group].finite)
    )
    return next(twins, best)


def _cause(best: Trigger, likely: Sequence[Trigger], readings: Sequence[Reading]) -> Trigger:
    """Return what the harm came of where the likeliest trigger tells of harm: "killed when a bus hit" of the bus."""
    if best.base not in HARM:
        return best
    causes = [other for other in likely if other.sentence == best.sentence and is_cause(readings[best.sentence], other)]
    return max(causes, key=lambda other: other.score, default=best)


def options(
    readings: Sequence[Reading], by_sentence: Mapping[int, Sequence[Trigger]]
) -> list[tuple[Trigger, list[str]]]:
    """Return the triggers of the headline and of the sentences that open the article, each with its traits."""
    # A first paragraph that stands for the headline, but is a plain sentence, is the lead.
    titles = [reading for reading in readings[:BODY] if reading.in_title and reading.is_headline]
    headline = [trigger for reading in titles for trigger in by_sentence[reading.index]]
    around = Surroundings(
        frozenset(trigger.base[:STEM] for trigger in headline),
        frozenset(word.low[:STEM] for reading in titles for word in reading.words if len(word.low) >= LONG),
        frozenset(trigger.type for trigger in headline),
    )
    body = [reading for reading in readings if reading not in titles and len(reading.words) > SHORT]
    body = [reading for reading in body if not is_byline(reading)][:BODY]
    places = [("h", reading) for reading in titles] + [(str(place), reading) for place, reading in enumerate(body)]
    return [
        (trigger, traits(trigger, reading, place, around))
        for place, reading in places
        for trigger in by_sentence[reading.index]
        if trigger.base not in FIGURATIVE
    ]


def is_byline(reading: Reading) -> bool:
    """Return whether a line only tells whose a report is and of which day: "Square Mile Notes, 20 June 2024"."""
    parts = [word.part for word in reading.words]
    told = len(parts) - parts.count("time") - parts.count("sign")
    return told <= SHORT and "time" in parts and reading.words[-1].text not in ".!?"
