"""Numbers in words: "two hundred and fifty", "half a million", "two-thirds", "a dozen"."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from briefing.extract.figures.number_words import FRACTION_PARTS, SCALES, SMALL, TENS, UNITS
from briefing.extract.figures.numeral import Numeral, ratio
from briefing.extract.figures.scales import with_fraction, with_scale
from briefing.extract.figures.tokens import Tokens
from briefing.extract.figures.words import words

LONGEST: Final = 32
"""A number in words has no more tokens than this; it keeps the work per word bounded."""
STARTS: Final = frozenset({*SMALL, *SCALES, "a", "an", "half"})
QUARTERS: Final = frozenset({"quarter", "quarters"})
OF_A_WHOLE: Final = frozenset({"of", "the", "its", "their", "his", "her", "all"})
"""What shows that a quarter is no part of a year."""
BEFORE_SCALES: Final = {"dozen": words("a an the another these those first last next other")}
"""What may stand before a scale that is a number by itself: "the dozen classmates"."""
NO_PARTS: Final = frozenset({"half", "second"})


def spelled(tokens: Tokens, at: int) -> Numeral | None:
    """Return the number in words that begins at a token; None where none does."""
    word = tokens.low[at]
    if word == "half":
        return _half(tokens, at)
    if word in {"a", "an"}:
        return _with_article(tokens, at)
    return _number(tokens, at)


def _half(tokens: Tokens, at: int) -> Numeral:
    """Return "half a million", "half a dozen", or a half alone."""
    if tokens.low[at + 1] in {"a", "an"}:
        rest = _number(tokens, at + 2) if tokens.low[at + 2] in SCALES else None
        if rest is not None:
            return Numeral(at, rest.last, rest.value / 2, spelled=True, scale=rest.scale)
        return Numeral(at, at + 2, Decimal("0.5"), spelled=True, fraction=True)
    return Numeral(at, at + 1, Decimal("0.5"), spelled=True, fraction=True)


def _with_article(tokens: Tokens, at: int) -> Numeral | None:
    """Return "a hundred", "a half million", "a quarter"; None for any other article."""
    following = tokens.low[at + 1]
    if following in SCALES:
        rest = _number(tokens, at + 1)
        return None if rest is None else Numeral(at, rest.last, rest.value, spelled=True, scale=rest.scale)
    if following == "half" and tokens.low[at + 2] in SCALES:
        scale = SCALES[tokens.low[at + 2]]
        return Numeral(at, at + 3, scale / 2, spelled=True, scale=scale)
    if following in FRACTION_PARTS and not following.endswith("s"):
        return Numeral(at, at + 2, ratio(1, FRACTION_PARTS[following]), spelled=True, fraction=True)
    return None


@dataclass(slots=True)
class _Sum:
    """A number in words as far as it has been read."""

    total: Decimal = Decimal(0)
    group: Decimal | None = None
    """What the next scale multiplies."""
    scale: Decimal = Decimal(0)
    """The last scale above a hundred; those behind it are smaller."""
    previous: str = ""

    def take(self, word: str, *, hyphened: bool) -> bool:
        """Add a word and return True, or return False where the number ends before it."""
        if word in SMALL:
            follows_ten = self.previous in TENS and word in UNITS and 0 < UNITS[word] < 10
            if not follows_ten and (self.previous in SMALL or hyphened):
                return False
            self.group = (self.group or Decimal(0)) + SMALL[word]
        elif word in SCALES and not (word == "dozen" and hyphened):
            self._multiply(SCALES[word])
        else:
            return False
        self.previous = word
        return True

    def _multiply(self, scale: Decimal) -> None:
        if scale <= 100:
            self.group = (self.group if self.group is not None else Decimal(1)) * scale
            return
        if self.scale and scale >= self.scale:
            self.group, self.total = (self.total + (self.group or Decimal(0))) or Decimal(1), Decimal(0)
        self.total += (self.group if self.group is not None else Decimal(1)) * scale
        self.group, self.scale = None, scale


def _number(tokens: Tokens, at: int) -> Numeral | None:
    """Return a number from its first word on, with the fraction behind it."""
    if tokens.low[at] in SCALES and tokens.low[at - 1] not in BEFORE_SCALES.get(tokens.low[at], {"a", "an"}):
        return None
    read = _Sum()
    end = at
    while end < len(tokens) and end - at < LONGEST:
        hyphened = end > at and tokens.hyphen(end)
        linked = end > at and tokens.low[end] == "and" and read.previous in SCALES and read.previous != "dozen"
        here = end + (hyphened or linked)
        if not read.take(tokens.low[here], hyphened=hyphened):
            break
        end = here + 1
    if end == at:
        return None
    value = read.total + (read.group or Decimal(0))
    return _with_parts(tokens, Numeral(at, end, value, spelled=True, scale=SCALES.get(read.previous, Decimal(1))))


def _with_parts(tokens: Tokens, number: Numeral) -> Numeral:
    """Return a number with the parts behind it: "two-thirds", "one half", "two and a half million"."""
    here = number.last + tokens.hyphen(number.last)
    part = tokens.low[here]
    if _is_divided(tokens, number, here, part):
        value = ratio(int(number.value), FRACTION_PARTS[part])
        return Numeral(number.first, here + 1, value, spelled=True, fraction=True)
    if part == "half" and here > number.last and number.value == 1:
        return Numeral(number.first, here + 1, Decimal("0.5"), spelled=True, fraction=True)
    value, end, _ = with_fraction(tokens, number.last, number.value)
    if end == number.last:
        return number
    scale, end, _ = with_scale(tokens, end)
    if number.scaled and scale == 1:
        return Numeral(
            number.first, end, number.value + number.scale * (value - number.value), spelled=True, scale=number.scale
        )
    return Numeral(number.first, end, value * scale, spelled=True, scale=max(scale, number.scale))


def _is_divided(tokens: Tokens, number: Numeral, here: int, part: str) -> bool:
    """Return whether a part belongs to a number: "two-thirds", "one third", not "two third"."""
    if part not in FRACTION_PARTS or part in NO_PARTS or number.scaled:
        return False
    if part in QUARTERS and (number.value == 2 or (here == number.last and tokens.low[here + 1] not in OF_A_WHOLE)):
        return False
    return 0 < number.value < FRACTION_PARTS[part] and part.endswith("s") == (number.value != 1)
