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
EVERYBODY: Final = 32
"""Texts of their own that have a row, beyond which it is a turn of phrase and leads nowhere."""

LOOKED_AT: Final = 8
"""Texts that share most rows."""
LONG: Final = 8
"""Letters of a word that begins a row by which texts are found: every sixth row."""
LIKELY: Final = 0.4
"""The share of those rows from which all rows are looked at."""
FEW: Final = 20
"""Of fewer such rows one is enough."""


def reprints(articles: Sequence[Article]) -> tuple[tuple[str, ...], ...]:
    """Return the ids of articles that are reprints of each other, set by set, in the order of `articles`.

    Only texts that share a row of words are laid side by side, and a reprint stands for nobody: of five hundred copies
    each is compared with the first alone.
    """
    having: dict[Row, list[int]] = defaultdict(list)
    own: dict[int, Rows] = {}
    whole: dict[int, Rows] = {}
    sets: dict[int, list[int]] = {}
    for number, article in enumerate(articles):
        some = _some(article.text)
        shared = Counter(other for row in some if len(held := having.get(row, ())) <= EVERYBODY for other in held)
        for other in nsmallest(LOOKED_AT, shared, key=lambda other: (-shared[other], other)):
            fewer = min(len(some), len(own[other]))
            if fewer >= FEW and len(some & own[other]) < LIKELY * fewer:
                continue
            for one in (number, other):
                if one not in whole:
                    whole[one] = _rows(articles[one].text)
            if _is_reprint(whole[number], whole[other]):
                sets.setdefault(other, [other]).append(number)
                break
        else:
            own[number] = some
            for row in some:
                having[row].append(number)
    return tuple(tuple(articles[number].id for number in sets[first]) for first in sorted(sets))


def _is_reprint(one: Rows, other: Rows) -> bool:
    fewer = min(len(one), len(other))
    return fewer >= FEWEST and len(one & other) >= SHARED * fewer


def _some(text: str) -> Rows:
    """Return the rows by which a text is found: those that begin with a long word, its signs left on it."""
    words = text[:LONGEST_TEXT].lower().split()
    return frozenset([row for row in zip(words, words[1:], words[2:], words[3:], strict=False) if len(row[0]) >= LONG])


def _rows(text: str) -> Rows:
    words = WORD.findall(text[:LONGEST_TEXT].lower())
    return frozenset(zip(words, words[1:], words[2:], words[3:], strict=False))
