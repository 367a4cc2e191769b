"""Numbers that hang together with signs between them: scores, telephone numbers, ratios, dates, versions."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from briefing.extract.figures.lexicon import is_plural
from briefing.extract.figures.noun_phrases import noun_phrase
from briefing.extract.figures.numeral import Numeral
from briefing.extract.figures.tokens import DASHES, Tokens
from briefing.extract.figures.units import Unit
from briefing.extract.figures.words import words

SIGNS: Final = DASHES | {":", "/", "x", "×", "_", "*", "+"}
SCORED: Final = words(
    """win victory vote defeat loss draw tie lead record split ruling decision margin score scoreline aggregate triumph
    thrashing rout lost won beat votes majority deficit"""
)
LARGEST_SCORE: Final = 100
FAR: Final = 3
"""A row of as many numbers is never a range."""


def in_chain(tokens: Tokens, numbers: Sequence[tuple[Numeral, Unit]]) -> set[int]:
    """Return the places in `numbers` of those that are no figures because of the numbers beside them."""
    found: set[int] = set()
    first = 0
    while first < len(numbers):
        last = first
        while last + 1 < len(numbers) and _are_linked(tokens, numbers[last], numbers[last + 1]):
            last += 1
        if last > first and not (last == first + 1 and _is_range(tokens, numbers[first], numbers[last])):
            found.update(range(first, last + 1))
        elif last + 1 < len(numbers) and _is_ratio(tokens, numbers[last], numbers[last + 1]):
            found.update({last, last + 1})
        elif last == first and _touches_number(tokens, numbers[first][0]):
            found.add(first)
        first = last + 1
    return found


def _are_linked(tokens: Tokens, before: tuple[Numeral, Unit], behind: tuple[Numeral, Unit]) -> bool:
    number, unit = before
    other = behind[0]
    gap = other.first - number.last
    if number.currency is not None or number.spelled or unit.name is not None or number.scaled:
        return False
    if gap == 0:
        return not tokens.glued(other.first) and not other.spelled and other.currency is None and behind[1].name is None
    sign = tokens.low[number.last]
    if gap != 1 or sign not in SIGNS or other.spelled:
        return False
    if tokens.glued(number.last) != tokens.glued(other.first):
        return False
    return tokens.glued(number.last) or sign in DASHES | {"/", "x", "×"}


def _is_ratio(tokens: Tokens, before: tuple[Numeral, Unit], behind: tuple[Numeral, Unit]) -> bool:
    """Return whether two small numbers with "to" between them are a score or a ratio: "5 to 1", "deadlocked 4 to 4"."""
    (number, unit), (other, other_unit) = before, behind
    if tokens.low[number.last : other.first] != ["to"] or unit.name is not None or other_unit.name is not None:
        return False
    if not LARGEST_SCORE > number.value >= other.value or number.currency or other.currency or other.scaled:
        return False
    return noun_phrase(tokens, other.last, tokens.sentence(other.first)[1], one=False) is None


def _is_range(tokens: Tokens, before: tuple[Numeral, Unit], behind: tuple[Numeral, Unit]) -> bool:
    """Return whether two numbers with a dash between them are the ends of a range and not a score."""
    low, (high, unit) = before[0], behind
    if tokens.low[low.last] not in DASHES or low.value >= high.value:
        return False
    if unit.name is not None or high.currency is not None or high.scaled:
        return True
    phrase = noun_phrase(tokens, high.last, len(tokens), one=False)
    if phrase is None:
        return False
    nouns = {tokens.low[at] for at in range(*phrase)}
    return is_plural(tokens.low[phrase[1] - 1]) and not nouns & SCORED


def _touches_number(tokens: Tokens, number: Numeral) -> bool:
    """Return whether digits stand next to others that are no number by themselves: "1.2.3-4", "10:1.5.2"."""
    if number.spelled or number.currency is not None:
        return False
    return _is_joint(tokens, number.first - 1, number.first - 2) or _is_joint(tokens, number.last, number.last + 1)


def _is_joint(tokens: Tokens, sign: int, beyond: int) -> bool:
    """Return whether a sign, other than a dash or a plus, glues a number to digits on its other side."""
    if tokens.low[sign] not in SIGNS - DASHES - {"+"} or not tokens.low[beyond][:1].isdigit():
        return False
    return tokens.glued(sign) and tokens.glued(sign + 1)
