"""Rules, and how they are tried: at each word those that can begin with it, the longest fit first."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from functools import lru_cache
from typing import Final

from briefing.extract.dates.found import Found
from briefing.extract.dates.patterns import form
from briefing.extract.dates.readings import Reading
from briefing.values import dataclass

Meaning = Callable[[Found], "Reading | tuple[Reading, ...] | None"]
"""What a fit means; None: it is no date after all."""


@dataclass(frozen=True, slots=True)
class Rule:
    """A pattern and what it means."""

    pattern: str
    means: Meaning


class _Tried:
    """A rule whose regular expression is made when it is first needed: most texts need half of them."""

    __slots__ = ("_source", "means", "pattern")

    def __init__(self, source: str, means: Meaning) -> None:
        self._source = source
        self.pattern: re.Pattern[str] | None = None
        self.means = means

    def made(self) -> re.Pattern[str]:
        self.pattern = re.compile(self._source)
        return self.pattern


Fits = tuple[tuple[re.Match[str], Meaning], ...]
_KEPT: Final = 2_000
"""Of how many stretches the fits are kept: most of them are as short as "in the"."""


class Grammar:
    """Rules by the words that they can begin with."""

    __slots__ = ("_by_first", "fits", "longest")

    def __init__(self, rules: Iterable[Rule]) -> None:
        self.longest = 0
        """How many words a rule can take."""
        self._by_first: dict[str, list[_Tried]] = {}
        for rule in rules:
            read = form(rule.pattern)
            self.longest = max(self.longest, read.longest)
            tried = _Tried(read.source, rule.means)
            for code in read.first:
                self._by_first.setdefault(code, []).append(tried)
        self.fits: Callable[[str], Fits] = lru_cache(maxsize=_KEPT)(self._fits)
        """Gives the rules that fit where `codes` begin, the longest first, among equals the earliest in the table."""

    def _fits(self, codes: str) -> Fits:
        found = []
        for tried in self._by_first.get(codes[0], ()):
            match = (tried.pattern or tried.made()).match(codes)
            if match:
                found.append((match, tried.means))
        found.sort(key=lambda fit: -fit[0].end())
        return tuple(found)
