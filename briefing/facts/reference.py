"""References: whether it is clear whom a pronoun or "the company" means."""

from __future__ import annotations

import re
from collections import Counter
from typing import Final

from briefing.facts.ground import Ground
from briefing.model import Analysis, EntityType, MentionForm, Source

PERSONS: Final = frozenset({EntityType.PERSON})
BODIES: Final = frozenset({EntityType.ORG, EntityType.GPE})
MEANS: Final = {
    "he": PERSONS,
    "she": PERSONS,
    "it": BODIES,
    "they": frozenset({EntityType.PERSON, EntityType.ORG, EntityType.GPE, EntityType.NORP}),
}
"""Kinds of names that a pronoun can stand for."""
OFTEN: Final = 3
"""How many times as often another firm must be named for "the company" to be likely that one."""
CLEARLY: Final = 1.5
"""How many times as often one must be named to be the one that an article is about."""
FIRM: Final = re.compile(
    r"(?:the|The) (?:company|firm|concern|group|bank|agency|airline|manufacturer|maker|unit|retailer)$"
)


def is_pronoun(words: str) -> bool:
    """Return whether `words` are a pronoun of the third person."""
    return words.lower() in MEANS


def is_clear(found: Analysis, on: Ground, who: Source) -> bool:
    """Return whether one alone of the fitting kind is named before a pronoun, in its sentence or the one before."""
    if who.entity is None:
        return False
    return _named_before(found, on, who, MEANS[who.span.of(on.text).lower()]) == {who.entity}


def firm(found: Analysis, on: Ground, who: Source) -> str | None:
    """Return the organisation that "the company" is: the one that the article names most, where none that is named near is as frequent."""
    if who.entity is not None or FIRM.match(" ".join(who.span.of(on.text).split())) is None:
        return None
    counts = Counter(
        {
            one.id: sum(m.form is MentionForm.NAME and m.span.start < who.span.start for m in one.mentions)
            for one in found.entities
            if one.type is EntityType.ORG
        }
    )
    (first, most), (_, other) = [*counts.most_common(2), ("", 0), ("", 0)][:2]
    near = _named_before(found, on, who, frozenset({EntityType.ORG}))
    is_main = most >= OFTEN and most > CLEARLY * other
    return first if (is_main and near <= {first}) or near == {first} else None


def is_open(found: Analysis, on: Ground, who: Source) -> bool:
    """Return whether "the company" can be any of several that are named before it, and is not the one named most."""
    if who.entity is None or FIRM.match(" ".join(who.span.of(on.text).split())) is None:
        return False
    named = _named_before(found, on, who, frozenset({EntityType.ORG}))
    counts = {
        one.id: sum(m.form is MentionForm.NAME for m in one.mentions)
        for one in found.entities
        if one.type is EntityType.ORG
    }
    if max(counts.values(), default=0) > OFTEN * counts.get(who.entity, 0):
        return True
    return any(
        count >= counts.get(who.entity, 0) for one, count in counts.items() if one in named and one != who.entity
    )


def _named_before(found: Analysis, on: Ground, who: Source, kinds: frozenset[EntityType]) -> set[str]:
    own = on.sentence(who.span.start)
    start = on.sentence(max(0, own.start - 2)).start if own.start > 1 else own.start
    return {
        one.id
        for one in found.entities
        if one.type in kinds
        for mention in one.mentions
        if mention.form is MentionForm.NAME and start <= mention.span.start < who.span.start
    }
