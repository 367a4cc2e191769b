"""The training of the pieces of sentences: `python -m tests.extract.events.train_pieces [--folds 5]`.

Learns from the sentences of `tests/corpus/key_facts/told.toml`, of which the words were marked by hand that can stand alone on a
line, and from pieces that were judged good or bad (`pieces.toml`); their texts are those of the evaluation kit. The same marks
give the same weights. With --folds it says how often the words that were marked or judged are chosen in articles that it has not
learnt from, and how well the weight of a piece tells whether it is good, and writes nothing.
"""

from __future__ import annotations

import argparse
import json
import math
import random
import tomllib
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import Final, TypedDict

from briefing.extract.events import pieces as module
from briefing.extract.events.edges import ends, gaps, starts
from briefing.extract.events.pieces import FILE, QUESTION, joint, pieces, weighed
from briefing.extract.events.seen import reading, with_times
from briefing.extract.events.sketch import MOST_WORDS, Sketch, sketch
from briefing.extract.linear import SCALE, Sums
from briefing.pipeline import analyse
from tests.facts.panel_score import LISTS, article_of
from tests.facts.train_salience import MARKED, MarkedArticle

ROUNDS: Final = 6
STEP: Final = 0.12
RIDGE: Final = 0.01
RARE: Final = 2
"""How often a trait must be seen, in a piece or beside it, to have a weight."""
SMALLEST: Final = 0.02
LEAST_CHANCE: Final = 1e-4
"""Pieces less likely than this teach nothing."""

JUDGED: Final = "pieces.toml"
GOOD: Final = "good"
SURE: Final = 1.0
"""How much it counts, beside the choice among the pieces of a sentence, whether a piece is good by itself."""

Choice = tuple[int, int, tuple[tuple[int, int], ...]]
Verdict = tuple[str, list[list[int]]]


class JudgedArticle(TypedDict):
    set: str
    id: str
    pieces: list[tuple[int, str, list[list[int]]]]


@dataclass(frozen=True, slots=True)
class Lesson:
    """A sentence with the traits of its places, and the piece of it that was marked."""

    on: Sketch
    starts: Mapping[int, tuple[str, ...]]
    ends: Mapping[int, tuple[str, ...]]
    gaps: Mapping[tuple[int, int], tuple[str, ...]]
    marked: frozenset[int]
    """The words that were marked."""
    choice: Choice | None
    """The piece that has them; None where no edges lead to it, or none was marked."""
    good: tuple[Choice, ...] = ()
    """Other pieces that were judged to stand alone."""
    bad: tuple[Choice, ...] = ()
    """Those that do not."""


def main() -> None:
    """Write the weights, or say how good the choice is."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0] if __doc__ else None)
    parser.add_argument("--folds", type=int, default=0, help="learn from the others of so many parts, and measure")
    folds: int = parser.parse_args().folds
    articles = list(lessons())
    if folds:
        measure(articles, folds)
        return
    weights = learnt_from([one for own in articles for one in own])
    whole = {name: round(SCALE * weight) for name, weight in sorted(weights.items()) if abs(weight) >= SMALLEST}
    place = Path(module.__file__ or "").parent / FILE
    place.write_text(json.dumps({QUESTION: whole}, indent=0, ensure_ascii=False) + "\n", encoding="utf-8")
    print(f"{len(articles)} articles, {sum(map(len, articles))} pieces; {len(whole)} weights")


def lessons() -> Iterator[list[Lesson]]:
    """Yield the marked and judged sentences of each article."""
    articles: list[MarkedArticle] = tomllib.loads((LISTS / MARKED).read_text(encoding="utf-8"))["article"]
    judged: list[JudgedArticle] = tomllib.loads((LISTS / JUDGED).read_text(encoding="utf-8"))["article"]
    verdicts: defaultdict[tuple[str, str, int], list[Verdict]] = defaultdict(list)
    for one in judged:
        for start, verdict, parts in one["pieces"]:
            verdicts[one["set"], one["id"], start].append((verdict, parts))
    for marked in articles:
        found = analyse(article_of(marked["set"], marked["id"]))
        places = {span.start: number for number, span in enumerate(found.sentences)}
        told = {places[start]: (start, parts) for start, _, _, parts in marked["told"] if start in places}
        made = []
        sentences = list(with_times(found, found.sentences))
        for number, (start, parts) in told.items():
            read = reading(found.article.text, *sentences[number], number, found.article.headline_end or 0)
            known = verdicts[marked["set"], marked["id"], start]
            lesson = _lesson(sketch(read), parts, known) if read.words else None
            made += [lesson] if lesson is not None else []
        yield made


def _lesson(on: Sketch, parts: Sequence[Sequence[int]], verdicts: Sequence[Verdict]) -> Lesson | None:
    begins = {edge.first: edge.traits for edge in starts(on)}
    stops = {edge.last: edge.traits for edge in ends(on)}
    asides = {(edge.first, edge.last): edge.traits for edge in gaps(on)}
    marked, choice = _choice(on, begins, stops, asides, parts)
    judged = [(verdict, _choice(on, begins, stops, asides, own)[1]) for verdict, own in verdicts]
    good = tuple(one for verdict, one in judged if one is not None and verdict == GOOD)
    bad = tuple(one for verdict, one in judged if one is not None and verdict != GOOD)
    return Lesson(on, begins, stops, asides, marked, choice, good, bad) if marked or good or bad else None


def _choice(
    on: Sketch,
    begins: Mapping[int, tuple[str, ...]],
    stops: Mapping[int, tuple[str, ...]],
    asides: Mapping[tuple[int, int], tuple[str, ...]],
    parts: Sequence[Sequence[int]],
) -> tuple[frozenset[int], Choice | None]:
    """Return the words within `parts`, and the piece that has them; None where no edges lead to it."""
    words = on.reading.words[:MOST_WORDS]
    inside = [
        at
        for at, word in enumerate(words)
        if on.kinds[at] != "sign" and any(start <= word.start and word.end <= end + 1 for start, end in parts)
    ]
    if not inside:
        return frozenset(), None
    first, last = inside[0], inside[-1] + 1
    left_out: list[tuple[int, int]] = []
    for (_, end), (start, _) in pairwise(parts):
        low = max((at for at in inside if words[at].end <= end + 1), default=first) + 1
        high = min((at for at in inside if words[at].start >= start), default=last)
        same = _told(on, first, last, [(low, high)])
        left_out += [one for one in asides if _told(on, first, last, [one]) == same][:1]
    if first not in begins or last not in stops or len(left_out) < len(parts) - 1:
        return frozenset(inside), None
    return _told(on, first, last, left_out), (first, last, tuple(left_out))


def _told(on: Sketch, first: int, last: int, left_out: Iterable[tuple[int, int]]) -> frozenset[int]:
    out = {at for at in range(first, last) if on.kinds[at] != "sign"}
    for low, high in left_out:
        out -= set(range(low, high))
    return frozenset(out)


def _traits(lesson: Lesson, choice: Choice) -> list[str]:
    first, last, left_out = choice
    found = [*lesson.starts[first], *lesson.ends[last], *joint(lesson.on, first, last, left_out)]
    return found + [trait for gap in left_out for trait in lesson.gaps[gap]]


def learnt_from(every: Sequence[Lesson]) -> Mapping[str, float]:
    """Return weights under which the marked pieces are the likeliest of their sentences, and bad ones unlikely."""
    taught = list(every)
    often = Counter(
        trait
        for lesson in taught
        for edges in (lesson.starts, lesson.ends, lesson.gaps)
        for traits in edges.values()
        for trait in set(traits)
    )
    weights: defaultdict[str, float] = defaultdict(float)
    travelled: defaultdict[str, float] = defaultdict(lambda: 1e-6)
    order = random.Random(1)
    for _ in range(ROUNDS):
        order.shuffle(taught)
        for lesson in taught:
            for trait, slope in _slopes(lesson, weights).items():
                if trait[0] != "j" and often[trait] < RARE:
                    continue
                steep = slope - RIDGE * weights[trait]
                travelled[trait] += steep * steep
                weights[trait] += STEP * steep / math.sqrt(travelled[trait])
    return weights


def _slopes(lesson: Lesson, weights: Mapping[str, float]) -> Mapping[str, float]:
    """Return how the likelihood of the right pieces, among all of their sentence and by themselves, grows with each weight."""
    slopes: defaultdict[str, float] = defaultdict(float)
    right = [one for one in (lesson.choice, *lesson.good) if one is not None]
    for choice, is_good in [*((one, 1.0) for one in right), *((one, 0.0) for one in lesson.bad)]:
        traits = _traits(lesson, choice)
        weight = sum(weights.get(trait, 0.0) for trait in traits)
        error = SURE * (is_good - 1 / (1 + math.exp(-max(-30.0, min(30.0, weight)))))
        for trait in traits:
            slopes[trait] += error
    if not right:
        return slopes
    sums = Sums(weights)
    chances = {(one.first, one.last, one.gaps): one.weight for one in pieces(weighed(lesson.on, sums), sums)}
    for one in right:
        chances.setdefault(one, sum(weights.get(trait, 0.0) for trait in _traits(lesson, one)))
    most = max(chances.values())
    shares = {one: math.exp(weight - most) for one, weight in chances.items()}
    whole, of_right = sum(shares.values()), sum(shares[one] for one in set(right))
    edges: defaultdict[tuple[str, int, int], float] = defaultdict(float)
    for one, share in shares.items():
        chance = share / whole - (share / of_right if one in right else 0.0)
        if abs(chance) < LEAST_CHANCE:
            continue
        first, last, left_out = one
        edges["start", first, first] += chance
        edges["end", last, last] += chance
        for low, high in left_out:
            edges["gap", low, high] += chance
        for trait in joint(lesson.on, first, last, left_out):
            slopes[trait] -= chance
    for (kind, low, high), chance in edges.items():
        own = lesson.starts[low] if kind == "start" else lesson.ends[low] if kind == "end" else lesson.gaps[low, high]
        for trait in own:
            slopes[trait] -= chance
    return slopes


def measure(articles: Sequence[Sequence[Lesson]], folds: int) -> None:
    """Print how often marked or judged pieces are chosen in the parts not learnt from, and what their weights tell."""
    count = same = good = bad = 0
    known: list[tuple[float, bool]] = []
    for fold in range(folds):
        weights = learnt_from([one for at, own in enumerate(articles) if at % folds != fold for one in own])
        sums = Sums(weights)
        for lesson in (one for own in articles[fold::folds] for one in own):
            found = max(pieces(weighed(lesson.on, sums), sums), key=lambda one: one.weight, default=None)
            if found is None:
                continue
            told = _told(lesson.on, found.first, found.last, found.gaps)
            count += 1
            same += told == lesson.marked
            good += any(told == _told(lesson.on, *one) for one in lesson.good)
            bad += any(told == _told(lesson.on, *one) for one in lesson.bad)
            if told == lesson.marked or any(told == _told(lesson.on, *one) for one in (*lesson.good, *lesson.bad)):
                known.append((found.weight, not any(told == _told(lesson.on, *one) for one in lesson.bad)))
    print(f"{count} pieces: {same / count:.1%} as marked, {good / count:.1%} judged good, {bad / count:.1%} judged bad")
    known.sort(reverse=True)
    for share in (0.5, 0.7, 0.8, 0.9, 1.0):
        best = known[: round(share * len(known))]
        right = sum(is_good for _, is_good in best) / len(best)
        print(f"the {share:.0%} that weigh most, from {best[-1][0]:.2f} on: {right:.1%} of those known are good")


if __name__ == "__main__":
    main()
