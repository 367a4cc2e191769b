"""Beginnings of clauses: whether the words of a clause begin where its subject does, and end where it says something."""

from __future__ import annotations

import re
from typing import Final

from briefing.model import Span

MOST_WORDS: Final = 3
"""How many words before a clause may be taken into it."""
LOOK: Final = 60
PARTED: Final = re.compile(r"(?:^|[.!?:;,\n\r“”‘\"(`—–]['’]*\s*|\s-+\s+|--\s*|''\s?)$")
"""What stands before the beginning of a clause."""
SHORT_FORM: Final = re.compile(r"\b(?:[A-Z]\.){1,3}[A-Z]?\.?\s$|\b(?:Mr|Mrs|Ms|Dr|Gen|Sen|Rep|Gov|Lt|Col|St)\.\s$")
"""A full stop that ends no sentence."""
JOINS: Final = re.compile(
    r"\b(?:and|but|or|while|when|as|because|that|how|why|after|before|until|till|where|since|although|though|if|than|so|whereas"
    r"|which|what|says?|said|shows?|unless|whether|yet|nor)\s$",
    re.IGNORECASE,
)
ASKS: Final = re.compile(
    r"\b(?:for|of|on|about|to|unclear|clear|known?|knows|sure|asked|asking|wonder\w*|questioned|decid\w+|tell|say|said)\s"
    r"(?:when|how|why|whether|where|if|which|what)\s$",
    re.IGNORECASE,
)
"""What makes a question of the clause behind it: "no timeframe for when"."""
HANGS: Final = re.compile(
    r"\b(?:by|of|in|on|at|to|for|with|from|against|about|into|over|under|between|among|near|than)\s$", re.IGNORECASE
)
LAST: Final = re.compile(r"\S+\s$")
HALF: Final = re.compile(
    r"\bbetween\b(?!.*\band\b)|\b(?:an?|the|of|to|in|at|with|from|by|for|his|her|its|their)\.?$|\bfollowing (?:statement|words|remarks)$",
    re.IGNORECASE,
)
"""Two who stand apart, of whom the second was cut off; small words that nothing follows; what is said but not here."""
SEVERAL: Final = re.compile(r"(?:\w*s|people|men|women|children|police|\w+ and .*)$", re.IGNORECASE)
WERE: Final = re.compile(r"(?:were|are|have)\b", re.IGNORECASE)


def whole(text: str, span: Span) -> Span | None:
    """Return `span` from where its first clause begins, up to three words before it; None where it hangs on more."""
    start = span.start
    for _ in range(MOST_WORDS + 1):
        low = max(0, start - LOOK)
        if SHORT_FORM.search(text, low, start) is None and PARTED.search(text, low, start):
            return span if start == span.start else Span(start, span.end)
        if ASKS.search(text, low, start):
            return None
        if JOINS.search(text, low, start):
            return span if start == span.start else Span(start, span.end)
        if HANGS.search(text, low, start):
            return None
        last = LAST.search(text, low, start)
        if last is None:
            return None
        start = last.start()
    return None


def is_half(words: str) -> bool:
    """Return whether the words of a line break off: "a flashpoint between the United States", "issued the following statement"."""
    return HALF.search(words) is not None


def disagree(subject: str, verb: str) -> bool:
    """Return whether a subject in the singular stands before a verb in the plural, whose own stands elsewhere."""
    head = subject.split(" of ", 1)[0].rstrip()
    return WERE.match(verb) is not None and bool(head) and SEVERAL.search(head) is None
