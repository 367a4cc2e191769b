"""How a figure stands to the true number: words before it and behind it."""

from __future__ import annotations

from typing import Final

from briefing.extract.figures.change import UP
from briefing.extract.figures.lexicon import FUNCTION_WORDS
from briefing.extract.figures.tokens import Tokens
from briefing.model import Comparison

BEFORE: Final = (
    (
        Comparison.MORE,
        """more than|over|over than|above|greater than|higher than|in excess of|exceeding|exceed|exceeds|exceeded|north of|well over
        |well above|just over|slightly more than|a little over|beyond|surpass|surpassed|surpasses|surpassing|topped|tops
        |topping|bigger than|larger than|older than|longer than|>|better than|passes|passed|upward of""",
    ),
    (
        Comparison.AT_LEAST,
        """at least|upwards of|no less than|no fewer than|not less than|a minimum of|minimum of|minimum|at a minimum|≥
        |not fewer than|from just""",
    ),
    (
        Comparison.LESS,
        """less than|fewer than|under|below|just under|just below|short of|just short of|lower than|smaller than
        |younger than|shorter than|well under|well below|a little under|slightly less than|<|south of|shy of
        |just shy of""",
    ),
    (
        Comparison.AT_MOST,
        """up to|at most|as many as|as much as|no more than|not more than|maximum of|a maximum of|max|maximum|at the most
        |≤|within|not exceeding|capped at|limited to""",
    ),
    (
        Comparison.ABOUT,
        """about|around|approximately|roughly|nearly|almost|some|close to|circa|an estimated|estimated|approx|approx .
        |c .|ca .|~|≈|or so|more or less|in the region of|in the order of|on the order of|somewhere around|near|nearing
        |approaching|approached|virtually|practically|just about|an approximate|averaged|averages|averaging|average of
        |an average of|an average|on average|plus or minus|+ / -|±|perhaps|maybe|around about|roughly about""",
    ),
    (
        Comparison.EQUAL,
        """exactly|precisely|just|only|a total of|another|a further|an additional|a combined|a record|fully|all
        |at exactly""",
    ),
)
"""Phrases before a number, parted by bars."""
AFTER: Final = (
    (
        Comparison.AT_LEAST,
        """or more|or higher|or above|or over|or older|or greater|and above|and over|and up|and older|or better|or longer
        |at least|plus|+|- plus|minimum|upwards""",
    ),
    (
        Comparison.AT_MOST,
        """or less|or fewer|or under|or lower|or below|or younger|and under|and below|at most|maximum|max|at the most
        |or shorter""",
    ),
    (Comparison.ABOUT, "or so|or thereabouts|approximately|give or take|- odd|- ish|- some|- something"),
)
"""Phrases behind a number and its unit."""
PARTING: Final = frozenset({"+", "plus", "-", "or"})
HYPHENED: Final = frozenset({"plus", "odd", "ish", "some", "something"})
MULTIPLES: Final = frozenset({"twice", "times", "half", "just", "not"})
LINKS: Final = frozenset({"the", "a", "an", "just", "only", "of"})


def _table(rows: tuple[tuple[Comparison, str], ...]) -> dict[str, list[tuple[tuple[str, ...], Comparison]]]:
    """Return phrases by the word that stands next to the number."""
    found: dict[str, list[tuple[tuple[str, ...], Comparison]]] = {}
    for comparison, phrases in rows:
        for phrase in phrases.split("|"):
            parts = tuple(phrase.split())
            found.setdefault(parts[-1] if rows is BEFORE else parts[0], []).append((parts, comparison))
    for entries in found.values():
        entries.sort(key=lambda entry: -len(entry[0]))
    return found


BEFORE_BY_LAST: Final = _table(BEFORE)
AFTER_BY_FIRST: Final = _table(AFTER)


def behind_qualifier(tokens: Tokens, last: int) -> int:
    """Return the token behind a qualifier that parts a number from its unit or noun: "15-plus years", "10+ men"."""
    if tokens.low[last] not in PARTING or (tokens.low[last] == "-" and tokens.low[last + 1] not in HYPHENED):
        return last
    return _behind(tokens, last, len(tokens))[1]


def compared(tokens: Tokens, number: tuple[int, int], last: int, begin: int) -> tuple[Comparison, int, int]:
    """Return the comparison of the tokens of a `number`, and the first and last token with its qualifier.

    `last` is the token behind its unit.

    What stands before token `begin` belongs to others.
    """
    end = tokens.sentence(number[0])[1]
    comparison, start = _before(tokens, number[0], begin)
    behind, stop = _behind(tokens, last, end)
    if behind is Comparison.EQUAL and tokens.low[number[1]] in PARTING:
        behind, within = _behind(tokens, number[1], end)
        stop = max(stop, within)
    return (behind if comparison is Comparison.EQUAL else comparison), start, stop


def _before(tokens: Tokens, first: int, begin: int) -> tuple[Comparison, int]:
    found = Comparison.EQUAL
    start = at = first
    for _ in range(3):
        step = _phrase_before(tokens, at, begin)
        if step is None:
            if at - 1 > begin and tokens.low[at - 1] in LINKS and _phrase_before(tokens, at - 1, begin):
                at -= 1
                continue
            break
        comparison, at = step
        if found is Comparison.EQUAL:
            found = comparison
        start = at
    return found, start


def _phrase_before(tokens: Tokens, at: int, begin: int) -> tuple[Comparison, int] | None:
    for parts, comparison in BEFORE_BY_LAST.get(tokens.low[at - 1], ()):
        first = at - len(parts)
        if first >= begin and all(tokens.low[first + number] == part for number, part in enumerate(parts)):
            if parts == ("up", "to") and tokens.low[first - 1] in UP:
                return None
            if parts[0] == "as" and tokens.low[first - 1] in MULTIPLES:
                return None
            return comparison, first
    return None


def _behind(tokens: Tokens, last: int, end: int) -> tuple[Comparison, int]:
    for parts, comparison in AFTER_BY_FIRST.get(tokens.low[last], ()):
        if last + len(parts) <= end and all(tokens.low[last + number] == part for number, part in enumerate(parts)):
            if parts[0] == "-" and not (tokens.glued(last) and tokens.glued(last + 1)):
                continue
            if parts == ("plus",) and (not tokens.low[last + 1].isalpha() or tokens.low[last + 1] in FUNCTION_WORDS):
                continue
            return comparison, last + len(parts)
    return Comparison.EQUAL, last
