"""Linking: articles joined into groups, the likest first, as long as every two in a group are alike (complete link)."""

from __future__ import annotations

from collections import defaultdict
from heapq import heapify, heappop, heappush

from briefing.stories.nearness import Near


def linked(near: Near, number: int) -> list[list[int]]:
    """Return the groups of `number` articles, each in order; an article goes where the one goes that it stands behind."""
    groups = _joined(near, [one for one in range(number) if one not in near.stands_for])
    place = {member: group for group in groups for member in group}
    for copy in sorted(near.stands_for):
        first = near.stands_for[copy]
        while first in near.stands_for:
            first = near.stands_for[first]
        place[first].append(copy)
    return sorted(sorted(group) for group in groups)


def _joined(near: Near, own: list[int]) -> list[list[int]]:
    members = {one: [one] for one in own}
    least: dict[int, dict[int, float]] = defaultdict(dict)
    for one, other, likely in near.pairs:
        least[one][other] = least[other][one] = likely
    waiting = [(-likely, min(one, other), max(one, other)) for one, other, likely in near.pairs]
    heapify(waiting)
    following = max(own, default=0) + 1 + len(near.stands_for)
    while waiting:
        _, one, other = heappop(waiting)
        if one not in members or other not in members:
            continue
        both, following = following, following + 1
        members[both] = members.pop(one) + members.pop(other)
        here, there = least.pop(one), least.pop(other)
        for third in here.keys() & there.keys():
            if third in members:
                least[both][third] = least[third][both] = min(here[third], there[third])
                heappush(waiting, (-least[both][third], third, both))
    return list(members.values())
