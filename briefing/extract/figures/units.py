"""What stands behind a number and says what it is measured in."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from briefing.extract.figures import unit_names
from briefing.extract.figures.comparison import behind_qualifier
from briefing.extract.figures.currencies import NOUNS
from briefing.extract.figures.lexicon import is_gerund
from briefing.extract.figures.money import currency_noun, money_behind
from briefing.extract.figures.numeral import Numeral
from briefing.extract.figures.tokens import Tokens
from briefing.extract.figures.words import words
from briefing.values import dataclass

Found = tuple[str, int]
"""The name of a unit and the token behind it."""

PERCENT: Final = "percent"
DEGREES: Final = {"℃": "degree Celsius", "℉": "degree Fahrenheit"}
DEGREE_SCALES: Final = {"c": "degree Celsius", "f": "degree Fahrenheit"}
PER: Final = words(
    """second minute hour day night week month year quarter person head share barrel tonne ton gallon litre liter
    kilogram kilo kg pound ounce mile kilometre kilometer km acre hectare household capita ticket employee worker
    vehicle unit student patient game match gram bottle user plate bushel annum"""
)
"""What a quantity may be told per: "$62 per share", "500 barrels a day"."""
PER_A: Final = words(
    """second minute hour day night week month year quarter share barrel tonne ton gallon litre head mile ounce kilo kilogram
    pint bottle unit tonne"""
)
"""What may follow "a" alone: "$3 a gallon"."""
DATES: Final = words("earlier ago later before after previously old on from")
"""What behind "a year" makes a date of it: "$6.8 billion a year earlier"."""
MOST_IN_THE_SINGULAR: Final = 1000
"""A careless writer says "a 20 year sentence"; of more than this nobody does."""
DISTANCES: Final = words("mile kilometre metre yard foot acre hectare tonne")
BETWEEN: Final = words(
    "previous full straight consecutive long short whole more additional extra further other solid calendar successive short"
)
"""Adjectives between a number and a unit: "three straight months"; gerunds are, too: "90 rushing yards"."""


def _by_first_token(names: Mapping[str, str]) -> dict[str, list[tuple[tuple[str, ...], str]]]:
    """Return names of units by their first token, the longest first."""
    found: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for form, name in names.items():
        parts = tuple(form.replace("-", " - ").split())
        found.setdefault(parts[0], []).append((parts, name))
    for forms in found.values():
        forms.sort(key=lambda entry: -len(entry[0]))
    return found


NAMES: Final = _by_first_token(unit_names.WORDS)


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit and the token behind it; `name` is None where there is none."""

    name: str | None
    last: int
    adjective: bool = False
    """With a hyphen before it: "a 12-mile run"."""


def unit_of(tokens: Tokens, number: Numeral) -> Unit:
    """Return the unit of a number, from a sign of money before it or from what stands behind it."""
    last = number.last
    if number.currency is not None:
        last += tokens.word(last) == number.currency or NOUNS.get(currency_noun(tokens.low[last])) == number.currency
        return _per(tokens, Unit(number.currency, last))
    hyphened = tokens.hyphen(last)
    found = unit_at(tokens, last + hyphened, number, touching=tokens.glued(last) and not hyphened)
    if found is None and number.fraction and tokens.low[last] == "of" and tokens.low[last + 1] in {"a", "an", "one"}:
        found = unit_at(tokens, last + 2, number, touching=False)
    if found is None:
        behind = behind_qualifier(tokens, last)
        hyphened = hyphened and behind == last
        found = unit_at(tokens, behind, number, touching=False) if behind > last else None
    if found is None or _is_no_time(tokens, number, found, hyphened=hyphened):
        return Unit(None, last)
    unit = Unit(*found, adjective=hyphened and found[0] != PERCENT)
    return unit if unit.adjective else _per(tokens, unit)


def _is_no_time(tokens: Tokens, number: Numeral, found: Found, *, hyphened: bool) -> bool:
    """Return whether a unit of time in the singular behind many is none: "two second homes", "12,000 day trips"."""
    name, last = found
    if hyphened or name not in unit_names.TIME or tokens.low[last - 1] != name or number.value in {0, 1}:
        return False
    return name == "second" or number.value > MOST_IN_THE_SINGULAR


def unit_at(tokens: Tokens, at: int, number: Numeral, *, touching: bool) -> Found | None:
    """Return the unit that stands at a token; `touching` where nothing parts it from its number."""
    long = _named(tokens, at)
    if long is not None and long[1] > at + 1:
        return long
    found = money_behind(tokens, at, number) or _short(tokens, at, touching=touching) or long
    return found or (None if touching else _behind_adjectives(tokens, at))


def _short(tokens: Tokens, at: int, *, touching: bool) -> Found | None:
    word = tokens.word(at)
    if word in {"°", "º"}:
        scale = DEGREE_SCALES.get(tokens.low[at + 1])
        return (scale, at + 2) if scale else ("degree", at + 1)
    if word in DEGREES:
        return DEGREES[word], at + 1
    if touching and word in {"C", "F"} and len(tokens.low[at - 1]) > 1:
        return DEGREE_SCALES[word.lower()], at + 1
    if touching and word == "s" and "." in tokens.low[at - 1]:
        return "second", at + 1
    name = (unit_names.GLUED if touching else unit_names.SPACED).get(word)
    if name is None and touching and tokens.caseless:
        name = unit_names.SMALL_GLUED.get(word)
    return None if name is None else (name, at + 1)


def _named(tokens: Tokens, at: int) -> Found | None:
    for parts, name in NAMES.get(tokens.low[at], ()):
        if all(tokens.low[at + number] == part for number, part in enumerate(parts)):
            if name in unit_names.OF_MEANS_OTHER and tokens.low[at + len(parts)] == "of":
                continue
            return name, at + len(parts)
    return None


def _behind_adjectives(tokens: Tokens, at: int) -> Found | None:
    here = at
    while here < at + 2 and (tokens.low[here] in BETWEEN or is_gerund(tokens.low[here])):
        here += 1
    found = _named(tokens, here) if here > at else None
    return found if found is not None and (found[0] in unit_names.TIME or found[0] in DISTANCES) else None


def _per(tokens: Tokens, unit: Unit) -> Unit:
    """Return a unit with what it is told per: "per barrel", "a day", "an hour", "per 100,000 people"."""
    link, noun = tokens.low[unit.last], tokens.low[unit.last + 1]
    if unit.name is None:
        return unit
    if noun == "square" and link in {"per", "a"}:
        found = _named(tokens, unit.last + 1)
        return unit if found is None else Unit(f"{unit.name} per {found[0]}", found[1])
    if link in {"a", "an"}:
        if noun not in PER_A or tokens.low[unit.last + 2] in DATES:
            return unit
    elif link not in {"per", "/"} or not (noun in PER or noun in unit_names.WORDS):
        return unit
    name = unit_names.WORDS.get(noun, noun)
    return unit if name == unit.name else Unit(f"{unit.name} per {name}", unit.last + 2)
