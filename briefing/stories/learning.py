"""The making of the weights by which a group of two events of one kind is parted.

    python -m briefing.stories.learning FILE.jsonl...

Each line of a file is an article with its `text` and, in `gold`, its `story` and the `topic` that two stories of one
kind share. Groups are drawn from one story and from both stories of a topic; each way to part a group is an example,
right where the groups are better for it (B-cubed), and counts as much as they are better or worse. Topic by topic, what
is learnt from the others is tried on it: that is the share printed first. Then come the weights.
"""

from __future__ import annotations

import json
import sys
from collections import Counter, defaultdict
from collections.abc import Hashable, Iterator, Sequence
from dataclasses import dataclass
from math import exp
from pathlib import Path
from random import Random
from typing import Final

from briefing.stories.halves import halves
from briefing.stories.nearness import SAME_WORDS
from briefing.stories.parting import held_by, traits
from briefing.stories.sketches import sketch
from briefing.stories.vectors import likeness, matrix, vectors

SEED: Final = 1
FEWEST: Final = 3
"""Reports with words of their own that can be parted at all."""
OF_ONE: Final = 12
"""Groups drawn from each story."""
OF_BOTH: Final = 24
"""Groups drawn from the two stories of a topic."""
FOLDS: Final = 11
PENALTY: Final = 3.0
"""How much a weight has to bring to differ from nothing (ridge)."""
ROUNDS: Final = 60


@dataclass(frozen=True, slots=True)
class Report:
    """An article of a known story."""

    text: str
    story: str
    topic: str


@dataclass(frozen=True, slots=True)
class Example:
    """A way to part a group."""

    topic: str
    traits: dict[str, float]
    gain: float
    """How much better the groups are for it."""


def examples(reports: Sequence[Report]) -> Iterator[Example]:
    """Yield the ways to part groups that are drawn with a fixed seed."""
    chance = Random(SEED)  # noqa: S311 -- drawn the same way each time, and no secret
    topics: dict[str, dict[str, list[Report]]] = defaultdict(lambda: defaultdict(list))
    for report in reports:
        topics[report.topic][report.story].append(report)
    for topic, stories in sorted(topics.items(), key=lambda item: (len(item[0]), item[0])):
        each = [stories[name] for name in sorted(stories)]
        drawn = [one for story in each for one in (story, *(_some(chance, story, FEWEST) for _ in range(OF_ONE)))]
        if len(each) == 2:
            drawn.append([*each[0], *each[1]])
            drawn += [[*_some(chance, each[0], 2), *_some(chance, each[1], 2)] for _ in range(OF_BOTH)]
        for group in drawn:
            yield from _ways(topic, group)


def learnt(from_: Sequence[Example]) -> dict[str, float]:
    """Return the weights of a logistic regression (Newton's method), for traits as they are."""
    names = list(from_[0].traits)
    rows = [[example.traits[name] for name in names] for example in from_]
    means = [sum(column) / len(rows) for column in zip(*rows, strict=True)]
    spreads = [
        (sum((value - mean) ** 2 for value in column) / len(rows)) ** 0.5 or 1.0
        for column, mean in zip(zip(*rows, strict=True), means, strict=True)
    ]
    means[0], spreads[0] = 0.0, 1.0
    plain = [[(value - mean) / spread for value, mean, spread in zip(row, means, spreads, strict=True)] for row in rows]
    worth = [abs(example.gain) for example in from_]
    even = sum(worth) / len(worth)
    found = _fitted(plain, [example.gain > 0 for example in from_], [one / even for one in worth])
    weights = [weight / spread for weight, spread in zip(found, spreads, strict=True)]
    weights[0] -= sum(weight * mean for weight, mean in zip(weights[1:], means[1:], strict=True))
    return dict(zip(names, weights, strict=True))


def odds(example: Example, weights: dict[str, float]) -> float:
    """Return the log of the odds that the halves are two events."""
    return sum(weights[name] * value for name, value in example.traits.items())


def main(paths: Sequence[str]) -> None:
    """Print how good weights are on topics that they have not seen, and the weights from all."""
    found = list(examples([report for path in paths for report in _reports(Path(path))]))
    folds = {topic: number % FOLDS for number, topic in enumerate(dict.fromkeys(one.topic for one in found))}
    right = total = 0.0
    for fold in range(FOLDS):
        weights = learnt([one for one in found if folds[one.topic] != fold])
        for one in found:
            if folds[one.topic] == fold:
                right += abs(one.gain) * ((odds(one, weights) > 0) is (one.gain > 0))
                total += abs(one.gain)
    sys.stdout.write(f"{len(found)} ways, {right / total:.3f} of what they bring judged right on topics unseen\n")
    sys.stdout.writelines(f'    "{name}": {weight:.3f},\n' for name, weight in learnt(found).items())


def _some(chance: Random, story: list[Report], least: int) -> list[Report]:
    return chance.sample(story, chance.randint(min(least, len(story)), len(story)))


def _ways(topic: str, group: Sequence[Report]) -> Iterator[Example]:
    sketches = [sketch(report.text) for report in group]
    found = vectors(sketches)
    leaders: list[int] = []
    led_by = []
    for number, one in enumerate(found):
        leader = next((other for other in leaders if likeness(one, found[other]) >= SAME_WORDS), number)
        leaders += [number] if leader == number else []
        led_by.append(leader)
    if len(leaders) < FEWEST:
        return
    own = [found[leader] for leader in leaders]
    own_sketches = [sketches[leader] for leader in leaders]
    rows = matrix(own)
    gold = [report.story for report in group]
    before = b_cubed(gold, [0] * len(gold))
    ways, within = halves(own, own_sketches)
    held = held_by(own_sketches)
    for way in ways:
        side_of = dict(zip(leaders, way, strict=True))
        gain = b_cubed(gold, [side_of[leader] for leader in led_by]) - before
        yield Example(topic, traits(way, held, rows, within), gain)


def b_cubed(gold: Sequence[Hashable], answer: Sequence[Hashable]) -> float:
    """Return the F1 of two groupings."""
    right, answered, both = Counter(gold), Counter(answer), Counter(zip(gold, answer, strict=True))
    precision = sum(count**2 / answered[one] for (_, one), count in both.items()) / len(gold)
    recall = sum(count**2 / right[one] for (one, _), count in both.items()) / len(gold)
    return 2 * precision * recall / (precision + recall)


def _fitted(rows: Sequence[Sequence[float]], right: Sequence[bool], worth: Sequence[float]) -> list[float]:
    size = len(rows[0])
    weights = [0.0] * size
    for _ in range(ROUNDS):
        slope = [0.0 if not place else PENALTY * weights[place] for place in range(size)]
        bend = [[PENALTY * (one == other and one > 0) + 0.0 for one in range(size)] for other in range(size)]
        for row, is_right, weight in zip(rows, right, worth, strict=True):
            likely = 1 / (1 + exp(-sum(one * other for one, other in zip(row, weights, strict=True))))
            off, curve = weight * (likely - is_right), weight * likely * (1 - likely) + 1e-9
            for place, value in enumerate(row):
                slope[place] += off * value
                line, part = bend[place], curve * value
                for other, there in enumerate(row):
                    line[other] += part * there
        step = _solved(bend, slope)
        weights = [weight - one for weight, one in zip(weights, step, strict=True)]
        if max(map(abs, step)) < 1e-6:
            break
    return weights


def _solved(left: list[list[float]], right: list[float]) -> list[float]:
    """Return x of left * x = right (Gauss)."""
    lines = [[*line, value] for line, value in zip(left, right, strict=True)]
    for place in range(len(lines)):
        best = max(range(place, len(lines)), key=lambda line: abs(lines[line][place]))
        lines[place], lines[best] = lines[best], lines[place]
        pivot = lines[place]
        for number, line in enumerate(lines):
            if number != place and line[place]:
                share = line[place] / pivot[place]
                lines[number] = [one - share * other for one, other in zip(line, pivot, strict=True)]
    return [line[-1] / line[place] for place, line in enumerate(lines)]


def _reports(path: Path) -> Iterator[Report]:
    for line in path.read_text(encoding="utf-8").split("\n"):
        if line:
            row = json.loads(line)
            yield Report(row["text"], row["gold"]["story"], row["gold"]["topic"])


if __name__ == "__main__":
    main(sys.argv[1:])
