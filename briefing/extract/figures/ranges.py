"""Two numbers that are the ends of one figure: "10 to 15", "between $62 and $68", "0-to-60-mph"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from briefing.extract.figures.change import changed
from briefing.extract.figures.reading import Reading
from briefing.extract.figures.tokens import DASHES, HYPHENS, Tokens
from briefing.extract.figures.units import PERCENT, Unit
from briefing.extract.figures.words import words

FROM_WITHIN: Final = 4
"""How many tokens before the first end "from" or "between" may stand."""
FAR_APART: Final = 20
"""By how much the ends of a range may differ; "skidded 1.74 to 123.5" is none."""
APART: Final = 8
"""How many tokens may stand between the ends after "from"."""
LISTING: Final = frozenset({"and", "or", ","})
QUALIFIERS: Final = words(
    "about around nearly almost roughly some approximately at least up as much many low high just over"
)


def joined(tokens: Tokens, first: Reading, second: Reading) -> Reading | None:
    """Return the range that two neighbouring readings are the ends of; None where they are two figures."""
    if first.value is None or second.value is None or first.high is not None or second.high is not None:
        return None
    if first.fraction != second.fraction or second.first < first.last:
        return None
    if not _share_unit(first, second):
        return None
    link = _link(tokens, first, second)
    if link is None:
        return None
    low, high = first.value, second.value
    if second.scale != 1 and first.scale == 1 and low < second.scale and low * second.scale <= high * 10:
        low *= second.scale
    if link != "from" and low >= high:
        return None
    unit = second.unit if second.unit.name is not None else replace(first.unit, last=second.last)
    return Reading(
        first.first, second.last, min(low, high), unit, high=max(low, high), spelled=second.spelled, scale=second.scale
    )


def share_units(tokens: Tokens, found: Sequence[Reading]) -> None:
    """Give each number without a unit that of the next one in its list: "5, 10 and 15 percent", "five or ten years"."""
    shared: set[int] = set()
    for number in range(len(found) - 2, -1, -1):
        reading, following = found[number], found[number + 1]
        if reading.unit.name is not None or following.unit.name is None:
            continue
        if (number + 1 not in shared and following.unit.last <= following.last) or reading.fraction or reading.vague:
            continue
        gap = tokens.low[reading.last : following.first]
        listed = len(gap) in {1, 2} and gap[-1] in LISTING and gap[0] in LISTING | HYPHENS
        if listed or (gap == ["to"] and following.unit.name == PERCENT):
            reading.unit = Unit(following.unit.name, reading.last)
            shared.add(number)


def _share_unit(first: Reading, second: Reading) -> bool:
    """Return whether both are told in one unit: "$62 and $68 per share", "5 to 10 miles"."""
    start, end = first.unit.name, second.unit.name
    return start is None or end is None or start == end or end.startswith(f"{start} per ")


def _link(tokens: Tokens, first: Reading, second: Reading) -> str | None:
    """Return the word that makes a range of two numbers: "to", "and", "-", or "from" for a start and an end."""
    behind = max(first.last, first.unit.last)
    gap = [tokens.low[at] for at in range(behind, second.first)] if second.first - behind <= APART else []
    if not gap:
        return None
    if gap in (["-", "to", "-"], ["-", "to"], ["-", "or"]):
        return "-to-"
    governor = _governor(tokens, first.first)
    if gap[-1] == "to" or (gap[-2:-1] == ["to"] and gap[-1] in QUALIFIERS):
        if governor == "from" and (len(gap) == 1 or _moves_alike(tokens, first, second)):
            return "from"
        if len(gap) > 1:
            return None
        if _is_change(tokens, first) and (first.unit.name is not None or second.unit.name is None):
            return None
        if governor is None and second.scale == 1 and _are_far_apart(first, second):
            return None
        return "to"
    if gap == ["and"] or (gap[:1] == ["and"] and all(word in QUALIFIERS for word in gap[1:])):
        return "and" if governor == "between" else None
    if gap == ["or"] and first.unit.name is None and first.spelled and second.value == (first.value or 0) + 1:
        return "or"
    if len(gap) == 1 and gap[0] in DASHES and _is_measured(tokens, first, second):
        return "-"
    return None


def _is_measured(tokens: Tokens, first: Reading, second: Reading) -> bool:
    """Return whether a unit, a scale or a noun shows that numbers with a dash between them are a range."""
    if first.unit.name is not None or second.unit.name is not None or second.scale != 1:
        return True
    return tokens.low[second.last][:1].isalpha()


def _are_far_apart(first: Reading, second: Reading) -> bool:
    if first.value is None or second.value is None or (first.value == 0 and second.unit.name is not None):
        return False
    return second.value > FAR_APART * first.value


def _moves_alike(tokens: Tokens, first: Reading, second: Reading) -> bool:
    """Return whether both are of one unit, or what moved from the first to the second says so: "fell from 9 in May to 5"."""
    if first.unit.name is not None or second.unit.name is not None:
        return first.unit.name == second.unit.name
    begin = tokens.sentence(first.first)[0]
    return changed(tokens, first.first, begin, unit=None, is_range=True).direction is not None


def _is_change(tokens: Tokens, first: Reading) -> bool:
    """Return whether a verb of change comes right before, so that "to" leads to the result: "rose $5 to $60"."""
    begin = tokens.sentence(first.first)[0]
    return changed(tokens, first.first, begin, unit=first.unit.name, is_range=False).direction is not None


def _governor(tokens: Tokens, first: int) -> str | None:
    for at in range(first - 1, max(-1, first - 1 - FROM_WITHIN), -1):
        word = tokens.low[at]
        if word in {"from", "between"}:
            return word
        if word not in QUALIFIERS and word not in {"to", "a", "an", "the", "anywhere", "ages", "age", "of"}:
            return None
    return None
