"""Candidates: which articles may be of the same story as one, told from their beginnings, before anything is analysed."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from heapq import nlargest
from math import log
from typing import Final, TypeAlias, TypeVar

from briefing.model import Article
from briefing.stories.background import background
from briefing.stories.terms import terms

BEGINNING: Final = 900
"""Characters in which a report tells what it is about: its headline and some six sentences."""
RARE: Final = 2.2
"""The log of how rare a term is that counts: it stands in every ninth text or fewer."""
MOST: Final = 600
"""Candidates of one article, more than a story has reports but for the greatest events; they are grouped in a second."""
LEAST: Final = 6.0
"""What the shared rare terms must weigh together: two or three words that tell an event."""

Telling: TypeAlias = Mapping[str, float]
"""The rare terms of a beginning, each with how rare it is."""
Key = TypeVar("Key")


def telling(article: Article) -> Telling:
    """Return the rare terms of the article's title and beginning."""
    table = background()
    found = terms(f"{article.title} {article.text[:BEGINNING]}")
    rarity = {term: log((table.texts + 1) / max(table.counts.get(term, 0), 1)) for term in found}
    return {term: weight for term, weight in rarity.items() if weight > RARE}


def likely(one: Telling, others: Iterable[tuple[Key, Telling]]) -> list[Key]:
    """Return those of `others` that share enough rare terms with `one`, the likeliest first, MOST at most."""
    scored = (
        (sum(weight for term, weight in other.items() if term in one), -number, key)
        for number, (key, other) in enumerate(others)
    )
    best = nlargest(MOST, (one for one in scored if one[0] >= LEAST), key=lambda one: one[:2])
    return [key for *_, key in best]
