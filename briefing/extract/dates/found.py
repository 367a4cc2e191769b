"""Where a pattern fits a text, and the words that its labels caught."""

from __future__ import annotations

import re
from decimal import Decimal

from briefing.extract.dates.context import Context
from briefing.extract.dates.numbers import number_of
from briefing.extract.dates.tokens import Tokens


class Found:
    """A stretch of words that a pattern fits, and what is known where it stands."""

    __slots__ = ("_begin", "_match", "context", "tokens")

    def __init__(self, tokens: Tokens, begin: int, match: re.Match[str], context: Context) -> None:
        """Take what fits from the word `begin` on; `match` counts from there."""
        self.tokens = tokens
        self.context = context
        self._begin = begin
        self._match = match

    @property
    def first(self) -> int:
        """The number of its first word."""
        return self._begin

    @property
    def last(self) -> int:
        """The number of its last word."""
        return self._begin + self._match.end() - 1

    def has(self, label: str) -> bool:
        """Return whether the label is in the pattern and caught anything."""
        return label in self._match.re.groupindex and self._match.start(label) >= 0

    def at(self, label: str) -> int:
        """Return the number of the first word that the label caught."""
        return self._begin + self._match.start(label)

    def to(self, label: str) -> int:
        """Return the number of the last word that the label caught."""
        return self._begin + self._match.end(label) - 1

    def words(self, label: str) -> str:
        """Return what the label caught in small letters, one blank between its words; empty where nothing."""
        if not self.has(label):
            return ""
        return " ".join(self.tokens.words[self.at(label) : self.to(label) + 1]).lower()

    def meant(self, label: str) -> int:
        """Return what the first word that the label caught stands for."""
        return self.tokens.meant(self.at(label))

    def number(self, label: str) -> Decimal | None:
        """Return the number that the label's words say; None where they say none."""
        if not self.has(label):
            return None
        return number_of(self.tokens.words[self.at(label) : self.to(label) + 1])

    def is_joined(self) -> bool:
        """Return whether no blank stands between its words."""
        return all(self.tokens.joined(at) for at in range(self.first + 1, self.last + 1))

    def before(self, back: int = 1) -> str:
        """Return the word before the first one, in small letters; empty before the text begins."""
        number = self.first - back
        return self.tokens.words[number].lower() if number >= 0 else ""

    def behind(self, on: int = 1) -> str:
        """Return the word behind the last one, as it is written; empty after the text ends."""
        number = self.last + on
        return self.tokens.words[number] if number < len(self.tokens.words) else ""
