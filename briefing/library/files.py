"""The numbers of many files, kept in little room: they come from one counter, and lie close together."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

SPARSE: Final = 64
"""Numbers between two files, on the average, from which a byte for each of them is more than a set takes."""


class Files:
    """Some numbers of files above 0, each with a place; and which of them are left."""

    def __init__(self, numbers: Sequence[int]) -> None:
        """Take all of the numbers; those that are no file of the catalogue are in a set."""
        first = min((number for number in numbers if number > 0), default=0)
        last = max(max(numbers, default=-1), -1) if first else -1
        self._is_dense = last - first < SPARSE * (len(numbers) + 16)
        self._first = first
        self.room = last - first + 2 if self._is_dense else len(numbers) + 1
        """One more than the last place of all; that one stands for what is not among the numbers."""
        self._places = {} if self._is_dense else {number: place for place, number in enumerate(numbers)}
        self._left = bytearray(self.room)
        self._others = {number for number in numbers if number < 0}
        for place in self.places(numbers):
            self._left[place] = 1
        self._left[-1] = 0

    def place(self, number: int) -> int:
        """Return the place of a file, from 0; the last one for what is none of them."""
        if self._is_dense:
            at = number - self._first
            return at if 0 <= at < self.room - 1 else self.room - 1
        return self._places.get(number, self.room - 1)

    def places(self, numbers: Sequence[int]) -> list[int]:
        """Return the place of each of many files: sooner than one by one."""
        none = self.room - 1
        if not self._is_dense:
            return [self._places.get(number, none) if number > 0 else none for number in numbers]
        first, last = self._first, self._first + none - 1
        return [number - first if first <= number <= last else none for number in numbers]

    def __contains__(self, number: object) -> bool:
        if not isinstance(number, int):
            return False
        return number in self._others if number < 0 else bool(self._left[self.place(number)])

    def discard(self, number: int) -> None:
        """Take a number out, if it is there."""
        if number < 0:
            self._others.discard(number)
        else:
            self._left[self.place(number)] = 0

    def __iter__(self) -> Iterator[int]:
        yield from sorted(self._others)
        if self._is_dense:
            yield from (place + self._first for place, is_left in enumerate(self._left) if is_left)
        else:
            yield from (number for number, place in self._places.items() if self._left[place])
