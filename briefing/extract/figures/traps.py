"""Numbers that are no figures; each rule has its module, this one asks them in turn."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from briefing.extract.figures.chains import in_chain
from briefing.extract.figures.idioms import is_idiom
from briefing.extract.figures.lexicon import is_plural
from briefing.extract.figures.moments import is_moment, is_year
from briefing.extract.figures.names import is_inside_a_word, is_listing, is_numbered
from briefing.extract.figures.noun_phrases import noun_phrase
from briefing.extract.figures.numeral import Numeral
from briefing.extract.figures.tokens import Tokens
from briefing.extract.figures.units import Unit

Read = tuple[Numeral, Unit]

RELATED: Final = frozenset({"and", "to", "or", "-", "–", "through", "until", ",", "of"})
"""What joins a number to one before it that is a year, so that it is one as well."""


def without_traps(tokens: Tokens, numbers: Sequence[Read], *, headline_end: int) -> list[Read]:
    """Return those of `numbers` that may be figures, in their order."""
    chained = in_chain(tokens, numbers)
    kept: list[Read] = []
    year_end = trap_end = -1
    for place, (number, unit) in enumerate(numbers):
        if number.currency is not None:
            kept.append((number, unit))
        elif number.fraction or number.spelled:
            if not is_idiom(tokens, number, unit, headline_end=headline_end):
                kept.append((number, unit))
        elif place in chained or is_inside_a_word(tokens, number, unit) or is_moment(tokens, number, unit):
            trap_end = number.last
        elif is_year(tokens, number, unit, after_year=year_end == number.first - 1 and _is_related(tokens, number)):
            year_end = number.last
        elif (trap_end == number.first - 1 and _goes_on(tokens, number, unit)) or is_numbered(tokens, number, unit):
            trap_end = number.last
        elif not is_listing(tokens, number, unit):
            kept.append((number, unit))
    return kept


def _goes_on(tokens: Tokens, number: Numeral, unit: Unit) -> bool:
    """Return whether a bare number goes on with a list of names or days: "Windows 7, 8 and 10", "May 3 to 5"."""
    if unit.name is not None or number.scaled or not _is_related(tokens, number):
        return False
    phrase = noun_phrase(tokens, number.last, tokens.sentence(number.first)[1], one=False)
    return phrase is None or not is_plural(tokens.low[phrase[1] - 1])


def _is_related(tokens: Tokens, number: Numeral) -> bool:
    return tokens.low[number.first - 1] in RELATED
