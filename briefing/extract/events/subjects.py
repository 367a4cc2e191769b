"""Subjects: what an article is about by its words, and the type that a word tells in it."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Final, NamedTuple

from briefing.extract.events.lexicon import Lexicon
from briefing.model import EventType, Span

WEIGHTS: Final = {
    EventType.ATTACK: 4.0,
    EventType.DISASTER: 4.0,
    EventType.ACCIDENT: 4.0,
    EventType.DEATH: 4.0,
    EventType.CRIME: 3.5,
    EventType.LEGAL: 3.5,
    EventType.CONFLICT: 3.5,
    EventType.PROTEST: 3.5,
    EventType.STRIKE: 3.5,
    EventType.WEATHER: 3.5,
    EventType.RESCUE: 3.5,
    EventType.ELECTION: 3.0,
    EventType.APPOINTMENT: 3.5,
    EventType.AGREEMENT: 3.5,
    EventType.SANCTION: 3.5,
    EventType.STATEMENT: 1.5,
    EventType.OTHER: 0.5,
}
"""How much a type tells beside others in one sentence; all others 3. Set on the leads of the development articles."""


HARD: Final = frozenset(
    {EventType.ATTACK, EventType.DISASTER, EventType.ACCIDENT, EventType.DEATH, EventType.CRIME, EventType.LEGAL}
)
"""Types whose words mean the same whatever an article is about."""


SOFT: Final = frozenset(
    {
        EventType.POLITICS,
        EventType.ELECTION,
        EventType.BUSINESS,
        EventType.ECONOMY,
        EventType.SPORT,
        EventType.CULTURE,
        EventType.SCIENCE,
        EventType.HEALTH,
        EventType.LEGAL,
        EventType.CONFLICT,
    }
)
"""Types that the subject of the whole article tells where the verb alone tells nothing: "joined", "earned"."""


CAUSES: Final = frozenset(
    {
        EventType.ATTACK,
        EventType.ACCIDENT,
        EventType.DISASTER,
        EventType.WEATHER,
        EventType.CRIME,
        EventType.PROTEST,
        EventType.CONFLICT,
    }
)


PLAYED: Final = frozenset({EventType.ATTACK, EventType.ACCIDENT, EventType.DISASTER, EventType.CONFLICT})
"""Types whose words are common in reports of matches."""


BEGINNING: Final = 3
BEGINNING_WEIGHT: Final = 3
"""How many sentences open an article, and how often their words count."""
WORD: Final = re.compile(r"\w++(?:-\w++)*+")
ALIEN_SHARE: Final = 0.1


PLAIN_SHARE: Final = 0.4


PLAIN_COUNT: Final = 8
"""How much an article must be about a type to give it to a verb that tells none; "other" is better than wrong."""


class Subjects(NamedTuple):
    """What an article is about: the words of each type's topic, and how many of all they are."""

    counts: Mapping[EventType, int]
    total: int
    whole: EventType
    """The type of an event that its verb doesn't tell: the article's subject, OTHER where it has no plain one."""
    plain_score: float
    """What a verb tells that no type lists: more where the whole article is about one thing."""

    def share(self, kind: EventType) -> float:
        """Return the share of `kind` in all topic words, 0 to 1."""
        return self.counts.get(kind, 0) / self.total


def subjects(text: str, sentences: Sequence[Span], lexicon: Lexicon) -> Subjects:
    """Return what the article is about; words of the beginning count three times."""
    counts = dict.fromkeys(EventType, 0)
    topics = lexicon.topics
    first = sentences[min(BEGINNING, len(sentences)) - 1].end if sentences else 0
    last = sentences[-1].end if sentences else 0
    for weight, start, end in ((BEGINNING_WEIGHT, 0, first), (1, first, last)):
        for word in filter(topics.__contains__, WORD.findall(text[start:end].lower())):
            for kind in topics[word]:
                counts[kind] += weight
    total = sum(counts.values()) or 1
    best = max(SOFT, key=lambda kind: (counts[kind], kind.value))
    share = counts[best] / total
    if share < PLAIN_SHARE or counts[best] < PLAIN_COUNT:
        return Subjects(counts, total, EventType.OTHER, -0.5)
    return Subjects(counts, total, best, WEIGHTS.get(best, 3.0) + min(2.5, 8 * share) - 3.0)


def type_of(kinds: tuple[EventType, ...], local: Mapping[EventType, int], about: Subjects) -> EventType | None:
    """Return the type that fits the sentence and the article best; None where a loose word fits neither."""
    best = kinds[0]
    if len(kinds) > 1:
        best = max(kinds, key=lambda kind: 4 * local.get(kind, 0) + 40 * about.share(kind) - kinds.index(kind))
    own = local.get(best, 0)
    fits = own or about.share(best) >= 0.03 or len(kinds) == 1 or all(kind in HARD for kind in kinds)
    if not fits:
        return None
    # In an article that is all about a match, "led", "picked apart" and "hit" tell of the match.
    whole = about.whole
    is_alien = whole is not EventType.OTHER and not own and about.share(best) < ALIEN_SHARE
    if is_alien and (best not in HARD and best is not EventType.STATEMENT):
        return whole
    if whole is EventType.SPORT and not own and best in PLAYED and about.share(best) < ALIEN_SHARE:
        return whole
    return best
