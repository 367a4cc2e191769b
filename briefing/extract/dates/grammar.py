"""Rules, and how they are tried: at each word those that can begin with it, the longest fit first."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable

from briefing.extract.dates.found import Found
from briefing.extract.dates.patterns import form
from briefing.extract.dates.readings import Reading
from briefing.extract.dates.tokens import Tokens
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


class Grammar:
    """Rules by the words that they can begin with."""

    __slots__ = ("_by_first",)

    def __init__(self, rules: Iterable[Rule]) -> None:
        self._by_first: dict[str, list[_Tried]] = {}
        for rule in rules:
            read = form(rule.pattern)
            tried = _Tried(read.source, rule.means)
            for code in read.first:
                self._by_first.setdefault(code, []).append(tried)

    def fits(self, tokens: Tokens, number: int) -> list[tuple[re.Match[str], Meaning]]:
        """Return the rules that fit at a word, the longest first, among equals the earliest in the table."""
        found = []
        codes = tokens.codes
        for tried in self._by_first.get(codes[number], ()):
            match = (tried.pattern or tried.made()).match(codes, number)
            if match:
                found.append((match, tried.means))
        if len(found) > 1:
            found.sort(key=lambda fit: -fit[0].end())
        return found
