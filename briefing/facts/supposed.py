"""Supposed deeds: events of which a few words would say that they happened, where the article does not."""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import Final

from briefing.model import Analysis, Event, EventType

LOOK: Final = 70
"""How many characters before a trigger are looked at."""
DOUBTED: Final = re.compile(
    r"\b(?:not (?:\w+ )?(?:sure|certain|clear|convinced)|unsure|uncertain|unclear|doubts?|doubtful|wonders?|whether|ever)\b[^.,;:]{0,45}$",
    re.IGNORECASE,
)
"""What stands before a deed that nobody knows to be one: "is not sure she can vote for", "have ever agreed on"."""
THOUGHT: Final = re.compile(
    r"\b(?:I|we|you|people|many) (?:had )?(?:thought|assumed|imagined|feared|hoped|wished|figured)\b[^.,;:]{0,45}$"
)
"""What stands before what somebody had only thought: "I thought she died"."""
HAD: Final = re.compile(r"\b[Hh]ad (?:the |(?:[A-Z][\w.’'-]* )){1,4}$")
WOULD: Final = re.compile(r"\bwould(?:n['’]t| not)? [\"“‘']?(?:have\b|be\b)", re.IGNORECASE)
"""With "had" before the one who did not: "it would have been wise had Lund stayed"."""
NAMED: Final = re.compile(r"\bwhat (?:it|he|she|they|we|some|many) $")
"""What stands before a word for naming: "in what it calls the data business"."""
GUIDE: Final = re.compile(r"\s?:\s")
SERIES: Final = 3
"""Among how many words of a headline the name of a series stands: "News Guide: Donors flocked"."""


def is_supposed(found: Analysis, event: Event) -> bool:
    """Return whether `event` is doubted, only supposed, or the name of a series."""
    text, trigger = found.article.text, event.trigger
    begin = max(0, trigger.start - LOOK)
    if DOUBTED.search(text, begin, trigger.start) or THOUGHT.search(text, begin, trigger.start):
        return True
    if HAD.search(text, begin, trigger.start) and WOULD.search(text, max(0, begin - LOOK), trigger.end + 2 * LOOK):
        return True
    if NAMED.search(text, begin, trigger.start) or _is_quoted(found, event):
        return True
    title = found.article.headline_end or 0
    is_series = trigger.end < title and GUIDE.match(text, trigger.end, title) is not None
    return is_series and len(text[: trigger.end].split()) < SERIES


def _is_quoted(found: Analysis, event: Event) -> bool:
    """Return whether a deed of the body is within the words that somebody says of himself, or wants done."""
    if event.trigger.start < (found.article.headline_end or 0) or event.type is EventType.STATEMENT:
        return False
    place = bisect_right(found.quotes, event.trigger.start, key=lambda quote: quote.span.start) - 1
    return place >= 0 and found.quotes[place].span.contains(event.trigger)
