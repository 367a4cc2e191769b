"""Knowledge: points laid out so that those which tell a point can be found without looking at all of them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from briefing.stories.points import Point, Report
from briefing.stories.recognising import COVERED, NAMED, Given, covered, givens, telling, tells_the_same, weights


class Knowledge:
    """What some reports tell, the oldest report first."""

    def __init__(self, reports: Iterable[Report]) -> None:
        self.points = givens(reports)
        self._of_matter: dict[str, list[Given]] = defaultdict(list)
        self._under: dict[str, list[Given]] = defaultdict(list)
        self._having: dict[str, list[int]] = defaultdict(list)
        self._equal = {one.point for one in self.points}
        for number, one in enumerate(self.points):
            if one.point.amount is not None:
                self._of_matter[one.point.matter].append(one)
            self._under[one.point.heading].append(one)
            for term in weights(one.point.words):
                self._having[term].append(number)

    def of_matter(self, point: Point) -> Sequence[Given]:
        """Return the numbers that can be of the same as `point`."""
        return self._of_matter.get(point.matter, ())

    def holding(self, words: str, *, about: frozenset[str], share: float) -> list[Given]:
        """Return the points in whose words at least `share` of the telling terms of `words` stand, by weight."""
        own = telling(words, about)
        numbers: Iterable[int] = range(len(self.points))
        if own:
            # Whoever has that share of them has one of the terms that together weigh more than the rest may.
            spare = (1 - share) * sum(own.values())
            wanted: set[int] = set()
            for term in sorted(own, key=lambda term: len(self._having.get(term, ()))):
                wanted.update(self._having.get(term, ()))
                spare -= own[term]
                if spare < 0:
                    break
            numbers = sorted(wanted)
        return [
            self.points[number]
            for number in numbers
            if covered(words, self.points[number].point.words, about=about) >= share
        ]

    def tells(self, point: Point, *, about: frozenset[str]) -> bool:
        """Return whether a reader of the reports knows `point`."""
        if point in self._equal:
            return True
        near: Iterable[Given]
        if point.amount is not None:
            near = self.of_matter(point)
        elif point.heading in NAMED:
            near = self._under.get(point.heading, ())
        else:
            near = self.holding(point.words, about=about, share=COVERED)
        return any(tells_the_same(point, one.point, about=about) for one in near)
