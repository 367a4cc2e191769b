"""Texts folded for comparison: what differs in form alone is the same, and every character knows where it came from."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

_SAME: Final = {
    **dict.fromkeys("‘’‚‛′`´", "'"),
    **dict.fromkeys("“”„‟″«»", '"'),
    **dict.fromkeys("‐‑‒–—―−", "-"),
    "…": "...",
}
_WORD: Final = re.compile(r"\w+")


@dataclass(frozen=True, slots=True, eq=False)
class Folded:
    """A text with runs of white space as one blank, quotation marks and dashes of one kind, no accents, nothing that
    has no width.
    """

    text: str
    origin: Sequence[int]
    """Where each character of `text` stands in the text that was folded, and its length at the end."""
    words: tuple[str, ...]
    starts: tuple[int, ...]
    """Where each word begins in `text`."""

    def at(self, offset: int) -> int:
        """Return the first character that came from `offset` or after it."""
        return bisect_left(self.origin, offset)

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Return a range of the folded text as one of the text that was folded, its outer blanks left out."""
        while start < end and self.text[start] == " ":
            start += 1
        while start < end and self.text[end - 1] == " ":
            end -= 1
        if start == end:
            return self.origin[start], self.origin[start]
        return self.origin[start], self._behind(end - 1)

    def _behind(self, last: int) -> int:
        """Return where the character ends, its accents and joiners included."""
        follows = self.origin[last + 1]
        return follows if self.text[last + 1 : last + 2] != " " else min(follows, self.origin[last] + 1)


@lru_cache(maxsize=16)
def folded(text: str) -> Folded:
    """Return `text` folded."""
    characters: list[str] = []
    origin: list[int] = []
    is_blank = True
    for match in _PIECE.finditer(text):
        piece, start = match[0], match.start()
        if match.lastgroup == "plain":
            characters.append(piece)
            origin.extend(range(start, match.end()))
            is_blank = False
        elif piece[0].isspace():
            if not is_blank:
                characters.append(" ")
                origin.append(start)
            is_blank = True
        else:
            for offset, char in enumerate(piece, start):
                same = _folded_character(char)
                characters.append(same)
                origin.extend([offset] * len(same))
                is_blank = is_blank and not same
    whole = "".join(characters)
    origin.append(len(text))
    found = [(match[0], match.start()) for match in _WORD.finditer(whole)]
    return Folded(whole, origin, tuple(word for word, _ in found), tuple(start for _, start in found))


_PIECE: Final = re.compile(r"(?P<plain>[!-_a-~]+(?: [!-_a-~]+)*)|\s+|[^!-_a-~\s]+")


@lru_cache(maxsize=4096)
def _folded_character(char: str) -> str:
    if char in _SAME:
        return _SAME[char]
    kept = [part for part in unicodedata.normalize("NFKD", char) if unicodedata.category(part) not in _NO_WIDTH]
    return "".join(_SAME.get(part, part) for part in kept if not part.isspace())


_NO_WIDTH: Final = frozenset(("Mn", "Cf", "Me"))
