"""Names: what the words of a noun group name."""

from __future__ import annotations

import json
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Final

from briefing.extract.events.clauses import Reading
from briefing.extract.events.grammar import words_of
from briefing.extract.events.triggers import Trigger
from briefing.extract.events.words import Word
from briefing.model import Analysis, EntityType, Source, Span

PLACES: Final = frozenset({EntityType.GPE, EntityType.LOC, EntityType.FAC})


SHARES: Final = words_of("% percent stake shares share interest")


@cache
def things() -> dict[str, frozenset[str]]:
    """Return the word lists that slots are filled by."""
    raw: dict[str, str] = json.loads(resources.files(__package__).joinpath("things.json").read_text("utf-8"))
    return {name: frozenset(words.split()) for name, words in raw.items()}


@dataclass(frozen=True, slots=True)
class Names:
    """The names of an article in text order, to look up what a span names."""

    starts: tuple[int, ...]
    mentions: tuple[tuple[Span, str, EntityType], ...]

    def within(self, span: Span) -> tuple[tuple[Span, str, EntityType], ...]:
        """Return the mentions that overlap `span`, in order."""
        at = max(0, bisect_left(self.starts, span.start) - 1)
        out = []
        while at < len(self.mentions) and self.starts[at] < span.end:
            if self.mentions[at][0].overlaps(span):
                out.append(self.mentions[at])
            at += 1
        return tuple(out)


def names(found: Analysis) -> Names:
    """Return the names and references that the entities of `found` have."""
    mentions = sorted(
        ((mention.span, entity.id, entity.type) for entity in found.entities for mention in entity.mentions),
        key=lambda mention: (mention[0].start, mention[0].end, mention[1]),
    )
    return Names(tuple(span.start for span, _, _ in mentions), tuple(mentions))


def outside_names(reading: Reading, found: list[Trigger], known: Names) -> list[Trigger]:
    """Return the triggers without the nouns that are part of a name, as capitals hide it: "Hunger Games director"."""
    if not reading.is_headline:
        return found
    return [
        trigger
        for trigger in found
        if not trigger.is_noun or all(len(name) <= len(trigger.span) for name, _, _ in known.within(trigger.span))
    ]


def source(reading: Reading, span: Span, known: Names) -> Source:
    """Return the words at `span` with the entity that they name: the one at their end, where their head stands."""
    inside = known.within(span)
    if not inside:
        return Source(span)
    words = [word for word in reading.words if span.start <= word.start < span.end]
    hanging = [word for word in words if word.part in ("prep", "to") and word.start > span.start]
    if hanging and _is_share(words):
        hanging = []
    hung = [word.start for word in hanging]
    # "player of the year Ann Brown" is she, but "a former aide to Ann Brown" is not.
    loose = [word.start for word in hanging if word.low in ("to", "for", "with", "against")]
    for mention, entity, kind in reversed(inside):
        # "a militia in Iraq" is not Iraq, but "player of the year Ann Brown" is she.
        barring = loose if kind is EntityType.PERSON else hung
        if mention.end >= span.end - 1 and not any(at < mention.start for at in barring):
            return Source(span, entity)
    return Source(span)


def _is_share(inside: Sequence[Word]) -> bool:
    """Return whether words name a share of something: "51% of Sansui" is about Sansui."""
    place = next((index for index, word in enumerate(inside) if word.low == "of"), 0)
    return (
        0 < place <= 3
        and any(word.part == "num" for word in inside[:place])
        and (inside[place - 1].low in SHARES or inside[place - 1].low[-1] == "%")
    )
