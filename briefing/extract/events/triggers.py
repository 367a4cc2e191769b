"""Triggers: the words of an article that tell of an event, each with its type and how likely it is the main one."""

from __future__ import annotations

from collections import Counter
from typing import Final, NamedTuple

from briefing.extract.events.clauses import Reading
from briefing.extract.events.groups import Group
from briefing.extract.events.lexicon import Lexicon
from briefing.extract.events.words import Word
from briefing.model import EventType, Span

WEIGHTS: Final = {
    EventType.ATTACK: 5.0,
    EventType.DISASTER: 5.0,
    EventType.ACCIDENT: 5.0,
    EventType.DEATH: 4.5,
    EventType.CRIME: 4.5,
    EventType.LEGAL: 4.5,
    EventType.CONFLICT: 4.0,
    EventType.PROTEST: 4.0,
    EventType.STRIKE: 4.0,
    EventType.WEATHER: 4.0,
    EventType.RESCUE: 4.0,
    EventType.ELECTION: 3.5,
    EventType.APPOINTMENT: 4.0,
    EventType.AGREEMENT: 4.0,
    EventType.SANCTION: 4.0,
    EventType.HEALTH: 3.5,
    EventType.SPORT: 3.5,
    EventType.STATEMENT: 1.0,
    EventType.OTHER: 0.5,
}
"""How much a type tells beside others in one sentence; all others 3. Set on the leads of the development articles."""
HARM: Final = frozenset(["kill", "injure", "wound", "hurt", "die", "maim"])
"""Verbs that tell the outcome: the event is what it came of, where the sentence names that."""


class Trigger(NamedTuple):
    """A word that tells of an event."""

    type: EventType
    span: Span
    sentence: int
    """The index of its reading."""
    group: int
    """The index of its group there."""
    is_noun: bool
    word: int
    """The index of its (last) word there."""
    base: str
    score: float


def topic_counts(readings: list[Reading], lexicon: Lexicon) -> Counter[EventType]:
    """Return how many words of each type's topic stand in the article; those of the beginning count three times."""
    counts: Counter[EventType] = Counter()
    for reading in readings:
        weight = 3 if reading.index < 3 else 1
        for word in reading.words:
            for kind in lexicon.topics.get(word.low, ()):
                counts[kind] += weight
    return counts


def triggers(reading: Reading, lexicon: Lexicon, topics: Counter[EventType]) -> list[Trigger]:
    """Return the triggers of one sentence in order, scored by their kind and their place in it."""
    local: Counter[EventType] = Counter()
    for word in reading.words:
        for kind in lexicon.topics.get(word.low, ()):
            local[kind] += 1
    total = sum(topics.values()) or 1
    out: list[Trigger] = []
    for number, group in enumerate(reading.groups):
        found = _verb_trigger(reading, group, lexicon) if group.is_verb else _noun_trigger(reading, group, lexicon)
        if found is None:
            continue
        kinds, first, last, base = found
        order = {kind: place for place, kind in enumerate(kinds)}
        kind = max(kinds, key=lambda k: (4 * local[k] + 40 * topics[k] / total - order[k], -order[k]))
        score = WEIGHTS.get(kind, 3.0) + min(4.0, 12 * topics[kind] / total) + _syntax(reading, group)
        span = Span(reading.words[first].start, reading.words[last - 1].end)
        out.append(Trigger(kind, span, reading.index, number, not group.is_verb, last - 1, base, score))
    return _causes_first(out)


def _verb_trigger(
    reading: Reading, group: Group, lexicon: Lexicon
) -> tuple[tuple[EventType, ...], int, int, str] | None:
    words = reading.words
    for rest, kind, _ in lexicon.verb_phrases.get(group.base, ()):
        if tuple(word.low for word in words[group.last : group.last + len(rest)]) == rest:
            return (kind,), group.last - 1, group.last + len(rest), group.base
    senses = lexicon.verbs.get(group.base)
    if senses is None:
        return None
    object_follows = group.passive or _has_object(words, group.last)
    fitting = tuple(kind for kind, takes in senses if takes == object_follows) or tuple(kind for kind, _ in senses)
    return fitting, group.last - 1, group.last, group.base


def _has_object(words: list[Word], last: int) -> bool:
    return last < len(words) and words[last].part in ("det", "name", "num", "pron", "word")


def _noun_trigger(
    reading: Reading, group: Group, lexicon: Lexicon
) -> tuple[tuple[EventType, ...], int, int, str] | None:
    words = reading.words
    for at in range(group.last - 1, group.first - 1, -1):
        low = words[at].low
        for rest, kind, _ in lexicon.noun_phrases.get(low, ()):
            if tuple(word.low for word in words[at + 1 : at + 1 + len(rest)]) == rest:
                return (kind,), at, at + 1 + len(rest), low
        # The head of the group, or a modifier right before it: "attack" in "the attack victims" is not the head.
        if low in lexicon.nouns and at == group.last - 1 and (words[at].part != "name" or reading.is_headline):
            return lexicon.nouns[low], at, at + 1, low
    return None


def _syntax(reading: Reading, group: Group) -> float:
    """Return the score of a place in its sentence: the main clause's verb first, then nouns, then side clauses."""
    if not group.is_verb:
        before = [word.low for word in reading.words[max(0, group.first - 3) : group.first]]
        side = any(low in ("after", "since", "before", "during", "following", "until") for low in before)
        return -1.5 if side else 0.0
    start = group.first
    while start > 0 and reading.words[start - 1].part != "sub" and reading.words[start - 1].text not in ";:—":
        start -= 1
    opener = reading.words[start - 1] if start else None
    score = 2.0 if group.finite or group.passive else 0.0
    if opener is not None and opener.part == "sub":
        score -= 0.5 if opener.low == "that" and start > 2 else 2.5
    if any(word.low in ("after", "before", "since") for word in reading.words[max(0, start) : group.first]):
        score -= 1.5
    return score


def _causes_first(found: list[Trigger]) -> list[Trigger]:
    """Return the triggers with the cause above its outcome: "were injured in an attack" tells of the attack."""
    harm = [trigger for trigger in found if trigger.base in HARM]
    if not harm:
        return found
    causes = (
        EventType.ATTACK,
        EventType.ACCIDENT,
        EventType.DISASTER,
        EventType.WEATHER,
        EventType.CRIME,
        EventType.PROTEST,
        EventType.CONFLICT,
    )
    best = max(trigger.score for trigger in harm)
    return [
        trigger._replace(score=max(trigger.score, best) + 1.0)
        if trigger.is_noun and trigger.type in causes and trigger.span.start > harm[0].span.start
        else trigger
        for trigger in found
    ]
