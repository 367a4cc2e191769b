"""Every number of a text, in digits and in words, with the sign of money before it."""

from __future__ import annotations

from decimal import Decimal
from typing import Final

from briefing.extract.figures.currencies import CODES, DOLLARS, PREFIXES, SIGNS, WORDS_TOO
from briefing.extract.figures.number_words import SHORT_SCALES, VULGAR_FRACTIONS
from briefing.extract.figures.numeral import Numeral, digits_value, ratio
from briefing.extract.figures.scales import with_fraction, with_scale
from briefing.extract.figures.spelled import STARTS, spelled
from briefing.extract.figures.tokens import Tokens

_STARTS: Final = frozenset((*STARTS, *VULGAR_FRACTIONS))
_BEHIND_9: Final = ":"
MINUS: Final = frozenset("-−–")
UNSURE_PREFIXES: Final = frozenset({"r", "fr", "sr", "le", "re", "sh", "dh", "qr", "kd", "jd", "bd", "rp", "kr", "ps"})
"""Letters that roads and models bear as well: money only before many digits or a scale."""
SURE_DIGITS: Final = 3
GROUP: Final = 3
THIN_SPACES: Final = frozenset({"\u00a0", "\u202f", "\u2009"})
"""Spaces that keep the digits of one number together."""
SPACED_PREFIXES: Final = frozenset({"rs", "rm", "tk", "rp", "ksh", "shs", "dlrs", "rmb", "usd"})
"""Letters that mean money before a space as well."""


def numerals(tokens: Tokens) -> list[Numeral]:
    """Return every number in `tokens`, those too that are part of a name, a date or a score."""
    found: list[Numeral] = []
    low, done = tokens.low, 0
    for at in [at for at, word in enumerate(low) if "0" <= word < _BEHIND_9 or word in _STARTS]:
        if at < done:
            continue
        word = low[at]
        if word in STARTS:
            numeral = spelled(tokens, at)
        elif word in VULGAR_FRACTIONS:
            numeral = _vulgar(tokens, at)
        else:
            numeral = _digits(tokens, at)
        if numeral is not None:
            found.append(numeral)
            done = max(numeral.last, at + 1)
    return found


def _digits(tokens: Tokens, at: int) -> Numeral | None:
    value = digits_value(tokens.low[at])
    if value is None:
        return None
    first = at
    value, end = _grouped(tokens, at, value)
    if tokens.low[at - 1] == "." and tokens.glued(at) and _opens(tokens, at - 1) and tokens.low[at].isdigit():
        first, value = at - 1, digits_value(f"0.{tokens.low[at]}") or value
    value, last, fraction = with_fraction(tokens, end, value)
    scale, last, short = with_scale(tokens, last)
    scaled = scale != 1 or bool(short)
    currency, first = _currency_before(tokens, first, scaled=scaled)
    negative, first = _sign(tokens, first)
    if currency is None:
        currency, first = _currency_before(tokens, first, scaled=scaled)
    if short and currency is not None:
        scale, short = SHORT_SCALES[short], ""
    value *= scale
    return Numeral(
        first, last, -value if negative else value, scale=scale, fraction=fraction, currency=currency, short=short
    )


def _opens(tokens: Tokens, point: int) -> bool:
    """Return whether a point ends no word: it begins a number, ".500"."""
    return not tokens.glued(point) or not tokens.low[point - 1][-1:].isalnum()


def _grouped(tokens: Tokens, at: int, value: Decimal) -> tuple[Decimal, int]:
    """Return the value of digits that spaces part into thousands, and the token behind them: "1 000 000"."""
    end = at + 1
    if len(tokens.low[at]) > GROUP or not tokens.low[at].isdigit() or tokens.low[at].startswith("0"):
        return value, end
    while len(tokens.low[end]) == GROUP and tokens.low[end].isdigit():
        gap = tokens.text[tokens.ends[end - 1] : tokens.starts[end]]
        if not (gap in THIN_SPACES or (gap == " " and tokens.low[end] == "000")):
            break
        value = value * 1000 + int(tokens.low[end])
        end += 1
    return value, end


def _vulgar(tokens: Tokens, at: int) -> Numeral:
    value = ratio(*VULGAR_FRACTIONS[tokens.low[at]])
    scale, last, _ = with_scale(tokens, at + 1)
    return Numeral(at, last, value * scale, scale=scale, fraction=scale == 1)


def _currency_before(tokens: Tokens, first: int, *, scaled: bool) -> tuple[str | None, int]:
    sign, word = tokens.low[first - 1], tokens.word(first - 1)
    if sign in SIGNS:
        letters = tokens.word(first - 2)
        near = tokens.glued(first - 1) or letters in {"US", "U.S."}
        if sign == "$" and near and letters and letters == letters.upper() and letters.lower() in DOLLARS:
            return DOLLARS[letters.lower()], first - 2
        return SIGNS[sign], first - 1
    letters = sign.upper()
    if (
        tokens.low[first - 2] == "$"
        and word == letters
        and sign in DOLLARS
        and tokens.glued(first)
        and tokens.glued(first - 1)
    ):
        return DOLLARS[sign], first - 2
    if word in CODES and not (word in WORDS_TOO and tokens.glued(first)):
        return word, first - 1
    if sign == "." and tokens.low[first - 2] == "rs":
        return PREFIXES["rs"], first - 2
    if sign in PREFIXES and (word != sign or sign == "dlrs") and (tokens.glued(first) or sign in SPACED_PREFIXES):
        if (
            sign in UNSURE_PREFIXES
            and tokens.low[first].isdigit()
            and len(tokens.low[first]) < SURE_DIGITS
            and not scaled
        ):
            return None, first
        return PREFIXES[sign], first - 1
    return None, first


def _sign(tokens: Tokens, first: int) -> tuple[bool, int]:
    """Return whether a number is negative: a minus that touches it and nothing before, or the word."""
    before = tokens.low[first - 1]
    if before in MINUS and tokens.glued(first) and not tokens.glued(first - 1):
        return not tokens.low[first - 2][:1].isdigit(), first - 1
    if before == "minus" and tokens.low[first - 2] != "or":
        return True, first - 1
    if before == "+" and tokens.glued(first) and not tokens.glued(first - 1):
        return False, first - 1
    return False, first
