"""Figures that are parts of others: "including two children", "12 of the 50 hostages"."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from briefing.extract.figures.reading import Reading
from briefing.extract.figures.tokens import Tokens

WORDS: Final = frozenset({"including", "included", "includes", "among"})
OF_WHOM: Final = frozenset({"whom", "which", "them", "those"})


def link_parts(tokens: Tokens, readings: Sequence[Reading]) -> None:
    """Tell each reading that is a part of an earlier one, or of the one behind "of the", which one that is."""
    for number, reading in enumerate(readings):
        if not reading.is_count:
            continue
        begin, _ = tokens.sentence(reading.first)
        before = readings[number - 1] if number else None
        after = readings[number + 1] if number + 1 < len(readings) else None
        if after is not None and after.is_count and _is_of_the(tokens, reading, after) and _fits(reading, after):
            reading.whole = after
        elif before is not None and before.first >= begin and before.is_count and _is_part(tokens, before, reading):
            reading.whole = before if before.whole is None or not _is_list(tokens, before, reading) else before.whole


def _is_of_the(tokens: Tokens, part: Reading, whole: Reading) -> bool:
    return (
        tokens.lower(part.last) == "of"
        and part.last + 1 <= whole.outer_first <= part.last + 3
        and (
            whole.outer_first == part.last + 1
            or tokens.lower(part.last + 1) in {"the", "its", "their", "all", "these", "those"}
        )
    )


def _is_part(tokens: Tokens, whole: Reading, part: Reading) -> bool:
    return _fits(part, whole) and _is_included(tokens, whole, part)


def _is_included(tokens: Tokens, whole: Reading, part: Reading) -> bool:
    """Return whether words between two figures, or right behind the second, make it a part of the first."""
    between = [tokens.lower(at) for at in range(whole.last, part.outer_first)]
    if len(between) <= 14 and WORDS & set(between):
        return True
    if whole.whole is not None and _is_list(tokens, whole, part):
        return True
    following = [tokens.lower(at) for at in range(part.last, part.last + 3)]
    return following[:1] == ["of"] and following[1] in OF_WHOM


def _is_list(tokens: Tokens, before: Reading, reading: Reading) -> bool:
    return tokens.lower(reading.outer_first - 1) in {"and", ","} and reading.outer_first - before.last <= 5


def _fits(part: Reading, whole: Reading) -> bool:
    if part.value is None or whole.value is None:
        return True
    return part.value <= (whole.high if whole.high is not None else whole.value)
