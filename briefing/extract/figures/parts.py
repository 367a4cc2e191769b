"""Figures that are parts of others: "including two children", "12 of the 50 hostages", "of the 50, 12 were freed"."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from briefing.extract.figures.fates import FATES
from briefing.extract.figures.reading import Reading
from briefing.extract.figures.tokens import Tokens
from briefing.extract.figures.words import words
from briefing.model import Role

INCLUDING: Final = words("including included includes among")
OF_WHOM: Final = words("whom which them those these")
DETERMINERS: Final = words("the its their all these those his her our")
WITHIN: Final = 14
"""How many tokens may part a whole from its part."""
LISTED: Final = 6
"""How many tokens may part one part from the next in their list."""


def link_parts(tokens: Tokens, readings: Sequence[Reading]) -> None:
    """Tell each reading that is a part of another one which that is, and let both share what only one of them says."""
    for number, reading in enumerate(readings):
        after = readings[number + 1] if number + 1 < len(readings) else None
        if not reading.is_count:
            if after is not None and reading.counted is None and _is_of_the(tokens, reading, after):
                reading.counted, reading.borrowed = after.counted, True
            continue
        before = readings[number - 1] if number else None
        if after is not None and _fits(reading, after) and _is_of_the(tokens, reading, after):
            reading.whole = after
        elif (
            before is not None
            and before.is_count
            and before.whole is not reading
            and _may_be_whole(tokens, before, reading)
        ):
            reading.whole = _whole_before(tokens, before, reading)
        if reading.whole is not None:
            _share(tokens, reading, reading.whole)


def _may_be_whole(tokens: Tokens, before: Reading, reading: Reading) -> bool:
    """Return whether a reading stands in the same sentence, or "of them" reaches back to it."""
    if before.first >= tokens.sentence(reading.first)[0]:
        return True
    return tokens.low[reading.last] == "of" and tokens.low[reading.last + 1] in OF_WHOM


def _whole_before(tokens: Tokens, before: Reading, reading: Reading) -> Reading | None:
    """Return the earlier reading that this one is a part of: the one before it, or the one that is a part of."""
    between = tokens.low[before.last : reading.outer_first]
    behind = [tokens.low[reading.last], tokens.low[reading.last + 1]]
    if not _fits(reading, before.whole or before):
        return None
    if before.whole is not None and before.whole.first < before.first:
        is_listed = tokens.low[reading.outer_first - 1] in {"and", ","} and len(between) <= LISTED
        return before.whole if is_listed else None
    if len(between) <= WITHIN and INCLUDING & set(between):
        return before
    if (behind[0] == "of" and behind[1] in OF_WHOM) or (between[-2:-1] == ["of"] and between[-1] in OF_WHOM):
        return before
    is_next = tokens.low[reading.outer_first - 1] == ","
    return before if is_next and _is_announced(tokens, before) and len(between) <= WITHIN else None


def _is_of_the(tokens: Tokens, part: Reading, whole: Reading) -> bool:
    """Return whether "of the" leads from one reading to the next: "12 of the 50 hostages"."""
    if tokens.low[whole.outer_first - 1] == "among" and whole.outer_first - part.last <= LISTED:
        return whole.is_count
    at = max(part.last, part.unit.last)
    if not whole.is_count or tokens.low[at] != "of":
        return False
    between = tokens.low[at + 1 : whole.outer_first]
    return len(between) <= 3 and (not between or between[0] in DETERMINERS or between[0].endswith("'s"))


def _is_announced(tokens: Tokens, whole: Reading) -> bool:
    """Return whether a clause opens with the whole: "Of the 50 hostages, 12 were freed"."""
    at = whole.outer_first - 1
    at -= tokens.low[at] in DETERMINERS
    return tokens.low[at] == "of" and (at == tokens.sentence(at)[0] or tokens.low[at - 1] in {",", "out", ";", "that"})


def _share(tokens: Tokens, part: Reading, whole: Reading) -> None:
    if part.first < whole.first and part.role in {Role.COUNT, Role.OTHER} and whole.role is not Role.OTHER:
        part.role = whole.role
        if not _tells_fate(tokens, whole):
            whole.role = Role.COUNT
    if part.counted is None:
        part.counted, part.borrowed = whole.counted, True
    if part.role in {Role.COUNT, Role.OTHER} and whole.first < part.first and whole.role is not Role.OTHER:
        part.role = whole.role
    elif part.role is Role.OTHER:
        part.role = Role.COUNT


def _tells_fate(tokens: Tokens, whole: Reading) -> bool:
    """Return whether those who are counted are called the dead or the injured themselves: "25 dead"."""
    start, end = whole.counted if whole.counted is not None and not whole.borrowed else (whole.last, whole.last + 1)
    return any(word in FATES for word in tokens.low[start:end])


def _fits(part: Reading, whole: Reading) -> bool:
    if part.value is None or whole.value is None:
        return True
    return part.value <= (whole.high if whole.high is not None else whole.value)
