"""Every recogniser in its order: an article in, its analysis out."""

from __future__ import annotations

from dataclasses import replace
from typing import Final, Protocol

from briefing.extract import claims, dates, entities, events, figures, quotes
from briefing.facts import key_facts, sections
from briefing.model import NO_NAMES, Analysis, Article, Names
from briefing.text import sentences


class Recogniser(Protocol):
    """What a package of `extract` offers."""

    def recognise(self, found: Analysis) -> Analysis:
        """Return `found` with this recogniser's kind of finding filled in."""
        ...


MOST_CHARACTERS: Final = 200_000
"""Characters of an article that are looked at: a novella. More than that would keep the reader waiting for seconds."""
RECOGNISERS: Final[tuple[Recogniser, ...]] = (dates, figures, quotes, claims, events)
"""Every type of finding but names, which come first, in the order in which they run: each may look at the earlier ones."""


def analyse(article: Article, *, own: Names = NO_NAMES) -> Analysis:
    """Return all that is found in `article`. Pure: the same article and names give the same analysis.

    `own` is what the user says of names; its fingerprint tells analyses apart that were made with other names.
    Of a text longer than MOST_CHARACTERS only the beginning is looked at, and the analysis says so.
    """
    looked_at = replace(article, text=_beginning(article.text)) if len(article.text) > MOST_CHARACTERS else article
    text = looked_at.text
    found = Analysis(looked_at, sentences=sentences(text, headline_end=article.headline_end))
    found = entities.recognise(found, own=own)
    for recogniser in RECOGNISERS:
        found = recogniser.recognise(found)
    found = replace(found, key_facts=key_facts(found))
    found = replace(found, panel=sections(found))
    if looked_at is article:
        return found
    remark = f"only the first {len(text):,} of {len(article.text):,} characters were looked at"
    return replace(found, article=article, remarks=(remark, *found.remarks))


def _beginning(text: str) -> str:
    """Return as many whole paragraphs from the beginning of `text` as are looked at, else whole words."""
    for end in (text.rfind("\n\n", 0, MOST_CHARACTERS), text.rfind(" ", 0, MOST_CHARACTERS)):
        if end > MOST_CHARACTERS // 2:
            return text[:end]
    return text[:MOST_CHARACTERS]
