"""Searching a page: the places that hold some words, and going from one to the next."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

from briefing.model import Span
from briefing.reading.motion import first_from
from briefing.reading.page import Page, jumped

MOST_HITS: Final = 10_000
"""Hits of a search beyond which it stops: nobody steps through more."""
LONGEST_SEARCH: Final = 200
"""Characters of a search."""


def searched(page: Page, words: str) -> Page:
    """Return the page with the places that hold `words`, upper and lower case alike, white space as one.

    The words are literal. The cursor goes to the first hit at or behind it, else to the first of all.
    """
    words = words[:LONGEST_SEARCH].strip()
    if not words:
        return page if not page.search else replace(page, search="", hits=())
    pattern = re.compile(r"\s+".join(map(re.escape, words.split())), re.IGNORECASE)
    found = []
    for match in pattern.finditer(page.article.text):
        found.append(Span(*match.span()))
        if len(found) >= MOST_HITS:
            break
    there = replace(page, search=words, hits=tuple(found))
    if not found:
        return there
    index = first_from(found, page.at)
    return jumped(there, found[index % len(found)].start)


def next_hit(page: Page, by: int) -> Page:
    """Return the page with the cursor on the hit `by` hits on, or back, round the ends."""
    if not page.hits:
        return page
    index = first_from(page.hits, max(page.word.end, page.at + 1)) - 1 if by > 0 else first_from(page.hits, page.at)
    return jumped(page, page.hits[(index + by) % len(page.hits)].start)
