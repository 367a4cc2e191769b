"""Every recogniser in its order: an article in, its analysis out."""

from __future__ import annotations

from dataclasses import replace
from typing import Final, Protocol

from briefing.extract import claims, dates, entities, events, figures, quotes
from briefing.facts import key_facts
from briefing.model import Analysis, Article
from briefing.text import sentences


class Recogniser(Protocol):
    """What a package of `extract` offers."""

    def recognise(self, found: Analysis) -> Analysis:
        """Return `found` with this recogniser's kind of finding filled in."""
        ...


RECOGNISERS: Final[tuple[Recogniser, ...]] = (entities, dates, figures, quotes, claims, events)
"""Every type of finding, in the order in which they run: each may look at what the earlier ones found."""


def analyse(article: Article) -> Analysis:
    """Return all that is found in `article`. Pure: the same article gives the same analysis."""
    found = Analysis(article, sentences=sentences(article.text, headline_end=article.headline_end))
    for recogniser in RECOGNISERS:
        found = recogniser.recognise(found)
    return replace(found, key_facts=key_facts(found))
