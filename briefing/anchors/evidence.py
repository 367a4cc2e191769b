"""What speaks for a place: how much of the words is there, and how much of what stood around them."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from briefing.anchors.alignment import GONE
from briefing.anchors.folding import Folded

KNOWN: Final = 24
"""Visible characters in a row beside the words that make a neighbour known."""
_FAR: Final = 40
"""Visible characters on either side that are looked at."""
_LONGEST_WORD: Final = 40
_SOLID: Final = 4
_MOST: Final = 0.6
_SPREAD: Final = 1.5
_SLIP: Final = 0.5
_NAME_OR_NUMBER: Final = re.compile(r"(?<!\d)\d+(?:[.,:]\d+)*|(?<![^\W\d_])[A-Z\u00c0-\u00de\u0130][^\W\d_]*")


@dataclass(frozen=True, slots=True)
class Side:
    """What stood beside the words, on one side, compared with what stands there now."""

    run: int
    """Visible characters that are the same, one after the other, next to the words."""
    share: float
    """The share of the characters there that the alignment finds there again."""
    is_edge: bool = False
    """Both texts end here."""

    @property
    def is_known(self) -> bool:
        """The neighbour is the old one beyond doubt."""
        return self.is_edge or self.run >= KNOWN


@dataclass(frozen=True, slots=True)
class Candidate:
    """A place in the new text, folded, and what speaks for it."""

    start: int
    end: int
    length: int
    """Visible characters of the marked words."""
    is_same: bool
    """The words are the same, form aside."""
    kept: float
    """The share of the marked characters that is here."""
    solid: float
    """The share of the marked characters that is here in runs of at least four."""
    foreign: float
    """The share of the characters here that were not marked."""
    words: float
    """The share of the marked words that are here, mistyped perhaps."""
    longest: int
    """The most marked characters that are here in one run."""
    left: Side
    right: Side
    before: int
    """How often the words stood in the old text."""
    now: int
    """How often they stand in the new one."""
    is_swapped: bool
    """Names or numbers of the marked words have been replaced by others."""
    is_twin_near: bool
    """Names or numbers just beside the words have been replaced by others."""
    is_aligned: bool
    """The alignment leads here; else the words are just the same."""

    @property
    def weight(self) -> float:
        """How much speaks for it, to choose among several."""
        return self.kept + 0.3 * self.is_same + 0.5 * (_said(self.left) + _said(self.right)) + 0.01 * self.is_aligned


def _said(side: Side) -> float:
    return 1.0 if side.is_edge else max(side.share, min(side.run, _FAR) / _FAR)


@dataclass(frozen=True, slots=True)
class Comparison:
    """The words that are looked for, and where."""

    old: Folded
    new: Folded
    places: Sequence[int]
    first: int
    last: int
    before: int
    now: int

    def candidate(self, start: int, end: int, *, is_aligned: bool) -> Candidate:
        """Return what speaks for the words to stand here."""
        old, new = self.old.text, self.new.text
        quote, words = old[self.first : self.last], new[start:end]
        is_same = quote == words
        length = len(quote) - quote.count(" ")
        kept, solid, foreign, longest = (1.0, 1.0, 0.0, length) if is_same else self._kept(start, end)
        whole_words = 1.0 if is_same else self._words(start, end)
        left, right = self._side(self.first - 1, start - 1, -1), self._side(self.last, end, +1)
        is_swapped = not is_same and self._is_swapped(self.first, self.last, start, end)
        is_twin_near = not (is_same and left.is_known and right.is_known) and self._is_swapped(
            *self._around(old, self.first, self.last), *self._around(new, start, end)
        )
        return Candidate(
            start, end, length, is_same, kept, solid, foreign, whole_words, longest, left, right,
            self.before, self.now, is_swapped, is_twin_near, is_aligned,
        )  # fmt: skip

    def _side(self, at_old: int, at_new: int, step: int) -> Side:
        """Return what stood beside the words compared with what stands there now."""
        old, new = self.old.text, self.new.text
        if step > 0:
            is_same = old[at_old : at_old + 2 * _FAR] == new[at_new : at_new + 2 * _FAR]
            is_long = at_old + 2 * _FAR <= len(old)
        else:
            is_same = old[max(0, at_old + 1 - 2 * _FAR) : at_old + 1] == new[max(0, at_new + 1 - 2 * _FAR) : at_new + 1]
            is_long = at_old + 1 >= 2 * _FAR
        if is_same and is_long:
            return Side(_FAR, 1.0)
        run, is_edge = _run(old, at_old, new, at_new, step)
        return Side(run, self._share(at_old, at_new, step), is_edge)

    def _kept(self, start: int, end: int) -> tuple[float, float, float, int]:
        """Return the shares of the marked characters that are here, that are here in runs, of those here that are
        others, and the longest run.
        """
        old, new = self.old.text, self.new.text
        seen = here = solid = run = longest = 0
        last = GONE
        for at in range(self.first, self.last):
            if old[at] == " ":
                continue
            seen += 1
            place = self.places[at]
            if not start <= place < end:
                run, last = 0, GONE
                continue
            here += 1
            run = run + 1 if place == last + 1 or (place == last + 2 and new[last + 1] == " ") else 1
            last = place
            longest = max(longest, run)
            if run >= _SOLID:
                solid += _SOLID if run == _SOLID else 1
        there = end - start - new.count(" ", start, end)
        return here / max(1, seen), solid / max(1, seen), 1 - here / max(1, there), longest

    def _words(self, start: int, end: int) -> float:
        """Return the share of the marked words most of whose letters are here, close together."""
        first, last = bisect_left(self.old.starts, self.first), bisect_left(self.old.starts, self.last)
        found = 0
        for number in range(first, last):
            begins, length = self.old.starts[number], len(self.old.words[number])
            here = [place for place in self.places[begins : begins + length] if start <= place < end]
            found += len(here) >= _MOST * length and here[-1] - here[0] < _SPREAD * length + 1
        return found / max(1, last - first)

    def _is_swapped(self, first: int, last: int, start: int, end: int) -> bool:
        """Return whether names or numbers have gone and others have come, as in the twin of a sentence.

        A name whose letters are mostly there is the same, mistyped; a number is only itself.
        """
        places = self.places
        here = [places[at] if start <= places[at] < end else GONE for at in range(first, last)]
        filled = set(here)
        gone = any(
            _is_other([here[at - first] != GONE for at in range(*word.span())], word[0])
            for word in _NAME_OR_NUMBER.finditer(self.old.text, first, last)
        )
        return gone and any(
            _is_other([at in filled for at in range(*word.span())], word[0])
            for word in _NAME_OR_NUMBER.finditer(self.new.text, start, end)
        )

    @staticmethod
    def _around(text: str, first: int, last: int) -> tuple[int, int]:
        """Return the words with what is beside them, no word cut."""
        first, last = max(0, first - _FAR), min(len(text), last + _FAR)
        return word_edge(text, first, -1), word_edge(text, last, +1)

    def _share(self, at_old: int, at_new: int, step: int) -> float:
        """Return the share of the characters beside the words that stand beside them still."""
        old, places = self.old.text, self.places
        seen = kept = 0
        while 0 <= at_old < len(old) and seen < _FAR:
            if old[at_old] != " ":
                seen += 1
                place = places[at_old]
                kept += place != GONE and 0 <= (place - at_new) * step <= 2 * _FAR
            at_old += step
        return kept / seen if seen else 0.0


def _run(old: str, at_old: int, new: str, at_new: int, step: int) -> tuple[int, bool]:
    """Return how many visible characters are the same in a row, and whether both texts end behind them."""
    count = 0
    while count < _FAR:
        while 0 <= at_old < len(old) and old[at_old] == " ":
            at_old += step
        while 0 <= at_new < len(new) and new[at_new] == " ":
            at_new += step
        old_ends, new_ends = not 0 <= at_old < len(old), not 0 <= at_new < len(new)
        if old_ends or new_ends:
            return count, old_ends and new_ends
        if old[at_old] != new[at_new]:
            break
        at_old, at_new, count = at_old + step, at_new + step, count + 1
    return count, False


def word_edge(text: str, at: int, step: int) -> int:
    """Return the next place in this direction that no word goes across, `at` itself if there is none near."""
    for place in range(at, at + step * (_LONGEST_WORD + 1), step):
        if opens_word(text, place):
            return place
    return at


def opens_word(text: str, at: int) -> bool:
    """Return whether no word goes on across this place."""
    return not 0 < at < len(text) or not (text[at - 1].isalnum() and text[at].isalnum())


def _is_other(letters: list[bool], word: str) -> bool:
    """Return whether a name or number is not paired with itself, given which of its letters are paired."""
    return not all(letters) if word[0].isdigit() else sum(letters) < _SLIP * len(letters)
