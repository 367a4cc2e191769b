"""Reprints: articles with nearly the same text, which are one source however many outlets carry them."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from heapq import nsmallest
from typing import Final, TypeAlias

from briefing.model import Article
from briefing.stories.terms import LONGEST_TEXT, WORD

Row: TypeAlias = tuple[str, str, str, str]
"""Words in a row, which are compared."""
Rows: TypeAlias = frozenset[Row]

SHARED: Final = 0.7
"""The share of the shorter text's rows of words that stand in the longer one."""
FEWEST: Final = 20
"""Rows of words: two headlines may well be the same without one being the other's reprint."""
EVERYBODY: Final = 8
"""Texts of their own that have a row, beyond which it is a turn of phrase and leads nowhere."""

LOOKED_AT: Final = 5
"""Texts that share most rows."""


def reprints(articles: Sequence[Article]) -> tuple[tuple[str, ...], ...]:
    """Return the ids of articles that are reprints of each other, set by set, in the order of `articles`.

    Only texts that share a row of words are laid side by side, and a reprint stands for nobody: of five hundred copies
    each is compared with the first alone.
    """
    having: dict[Row, list[int]] = defaultdict(list)
    own: dict[int, Rows] = {}
    sets: dict[int, list[int]] = {}
    for number, article in enumerate(articles):
        rows = _rows(article.text)
        shared = Counter(other for row in rows if len(held := having.get(row, ())) <= EVERYBODY for other in held)
        likest = nsmallest(LOOKED_AT, shared, key=lambda other: (-shared[other], other))
        first = next((other for other in likest if _is_reprint(rows, own[other])), None)
        if first is not None:
            sets.setdefault(first, [first]).append(number)
            continue
        own[number] = rows
        for row in rows:
            having[row].append(number)
    return tuple(tuple(articles[number].id for number in sets[first]) for first in sorted(sets))


def _is_reprint(one: Rows, other: Rows) -> bool:
    fewer = min(len(one), len(other))
    return fewer >= FEWEST and len(one & other) >= SHARED * fewer


def _rows(text: str) -> Rows:
    words = WORD.findall(text[:LONGEST_TEXT].lower())
    return frozenset(zip(words, words[1:], words[2:], words[3:], strict=False))
