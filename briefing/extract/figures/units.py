"""What stands behind a number and says what it is measured in."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from briefing.extract.figures import unit_names
from briefing.extract.figures.currencies import CODES, NOUNS, OF_COUNTRIES, UNSURE_NOUNS
from briefing.extract.figures.numeral import Numeral
from briefing.extract.figures.tokens import HYPHENS, Tokens
from briefing.extract.figures.words import words

PERCENT: Final = "percent"
NO_UNITS: Final = frozenset(
    {"tesla", "league", "stone", "ether", "bit", "gs", "mb of pressure", "cal", "session", "nit", "db", "ps"}
)
"""Names that are units in tables, but words of other things in the news."""
DEGREE_SCALES: Final = MappingProxyType({"c": "degree Celsius", "f": "degree Fahrenheit"})
AGAIN: Final = frozenset({"a", "an", "per", "each", "every", "/"})
PER: Final = words(
    """second minute hour day night week month year quarter person head share barrel tonne ton gallon litre liter
    kilogram kilo kg pound ounce mile kilometre kilometer km acre hectare household capita ticket employee
    worker vehicle unit student patient game match person gram bottle user plate bushel"""
)
"""What a quantity may be told per: "$62 per share", "500 barrels a day"."""
ONLY_WITH_A: Final = words(
    "second minute hour day night week month year quarter share barrel tonne ton gallon litre head"
)


def _trie(names: Mapping[str, str]) -> dict[str, list[tuple[tuple[str, ...], str]]]:
    """Return names of units by their first token, longest first."""
    found: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for form, name in names.items():
        if form in NO_UNITS:
            continue
        parts = tuple(form.replace("-", " - ").split())
        found.setdefault(parts[0], []).append((parts, name))
    for forms in found.values():
        forms.sort(key=lambda entry: -len(entry[0]))
    return found


WORDS: Final = _trie(unit_names.WORDS)


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit and the token behind it; `name` is None where there is none."""

    name: str | None
    last: int
    adjective: bool = False
    """With a hyphen before it: "a 12-mile run"."""


def unit_after(tokens: Tokens, numeral: Numeral) -> Unit:
    """Return the unit of a number, from a sign of money before it or from what stands behind it."""
    if numeral.currency is not None:
        last = numeral.last
        if tokens.word(last) == numeral.currency or (
            numeral.currency and _names_money(tokens, last) == numeral.currency
        ):
            last += 1
        return _per(tokens, Unit(numeral.currency, last))
    at = numeral.last
    hyphen = tokens.lower(at) in HYPHENS and tokens.glued(at) and tokens.glued(at + 1)
    at += hyphen
    touching = tokens.glued(at) and not hyphen
    found = _money(tokens, at, numeral) or _short(tokens, at, touching=touching) or _word(tokens, at)
    if found is None:
        return Unit(None, numeral.last)
    name, last = found
    if hyphen and name == PERCENT and tokens.lower(last - 1) == "%":
        hyphen = False
    return _per(tokens, Unit(name, last, hyphen)) if not hyphen else Unit(name, last, hyphen)


def _money(tokens: Tokens, at: int, numeral: Numeral) -> tuple[str, int] | None:
    word = tokens.word(at)
    if word in CODES:
        return word, at + 1
    if word in {"€", "£"}:
        return ("EUR" if word == "€" else "GBP"), at + 1
    code = _names_money(tokens, at)
    if code and (tokens.lower(at) not in UNSURE_NOUNS or numeral.scaled):
        if NOUNS.get(singular_noun(tokens.lower(at))) == "GBP" and _is_weight(tokens, at, numeral):
            return None
        return code, at + 1
    for length in (2, 3):
        noun = singular_noun(tokens.lower(at + length - 1))
        code = OF_COUNTRIES.get((tokens.lower(at + length - 2), noun), "")
        if code:
            return code, at + length
    return None


def _names_money(tokens: Tokens, at: int) -> str:
    return NOUNS.get(singular_noun(tokens.lower(at)), "")


def singular_noun(word: str) -> str:
    """Return the name of a currency without its plural s."""
    return word if word in NOUNS else word.removesuffix("s")


WEIGHED: Final = words(
    """of weight heavier lighter fish meat beef pork cocaine heroin marijuana cannabis explosives explosive bomb
    bombs food thrust sugar rice salmon turkey rock garbage trash luggage fentanyl methamphetamine meth lost"""
)
WEIGHING: Final = words("weigh weighs weighed weighing lost lose losing gain gained gaining shed lift lifted")


def _is_weight(tokens: Tokens, at: int, numeral: Numeral) -> bool:
    """Return whether "pounds" here are a weight: of something that is weighed, or after a verb of weighing."""
    if tokens.lower(at + 1) in {"sterling", "a"}:
        return False
    if tokens.lower(at - 1) in HYPHENS:
        return True
    before = {tokens.lower(near) for near in range(max(0, numeral.first - 5), numeral.first)}
    behind = {tokens.lower(at + 1), tokens.lower(at + 2)}
    return (
        bool(before & WEIGHING)
        or bool(behind & WEIGHED - {"of"})
        or (tokens.lower(at + 1) == "of" and not numeral.scaled)
    )


def _short(tokens: Tokens, at: int, *, touching: bool) -> tuple[str, int] | None:
    word = tokens.word(at)
    if word in {"°", "º"}:
        scale = DEGREE_SCALES.get(tokens.lower(at + 1))
        if scale:
            return scale, at + 2
        return "degree", at + 1
    if word in {"℃", "℉"}:
        return ("degree Celsius" if word == "℃" else "degree Fahrenheit"), at + 1
    slashed = f"{word}/{tokens.word(at + 2)}" if tokens.lower(at + 1) == "/" and tokens.glued(at + 1) else ""
    if slashed == "g/km":
        return "gram per kilometre", at + 3
    if word == "%":
        return PERCENT, at + 1
    if (touching and word in unit_names.GLUED) or word in unit_names.SPACED:
        if word in {"'", '"', "”"}:
            return None
        name = (unit_names.GLUED if touching else unit_names.SPACED)[word]
        longer = _word(tokens, at)
        if longer is not None and longer[1] > at + 1:
            return longer
        return name, at + 1
    return None


def _word(tokens: Tokens, at: int) -> tuple[str, int] | None:
    for parts, name in WORDS.get(tokens.lower(at), ()):
        if all(tokens.lower(at + number) == part for number, part in enumerate(parts)):
            if name == "point" and tokens.lower(at + 1) == "of":
                continue
            return name, at + len(parts)
    return None


def _per(tokens: Tokens, unit: Unit) -> Unit:
    """Return a unit with what it is told per: "per barrel", "a day", "an hour"."""
    link, noun = tokens.lower(unit.last), tokens.lower(unit.last + 1)
    if link not in AGAIN or unit.name is None:
        return unit
    allowed = PER if link in {"per", "/", "each", "every"} else ONLY_WITH_A
    length = 1
    if noun == "square" and link in {"per", "a"}:
        noun, length = f"square {tokens.lower(unit.last + 2)}", 2
    name = unit_names.WORDS.get(noun, noun)
    if noun not in allowed and not (link == "per" and noun in unit_names.WORDS) and length == 1:
        return unit
    if name == unit.name:
        return unit
    return Unit(f"{unit.name} per {name}", unit.last + 1 + length)
