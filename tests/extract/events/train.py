"""The training of the choice of the main event: `python -m tests.extract.events.train [--folds 10]`.

Learns from `tests/corpus/main_events.toml`, whose texts are those of the evaluation kit, and from the made-up sentences of
`tests/corpus/events.toml`. The same articles give the same weights. With --folds it says how often the choice is right in
articles that it has not learnt from, and writes nothing.
"""

from __future__ import annotations

import argparse
import json
import math
import tomllib
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Final, NamedTuple, TypedDict

from briefing.extract.events import choice
from briefing.extract.events.seen import seen
from briefing.extract.linear import SCALE
from briefing.model import Analysis, Article
from briefing.pipeline import analyse
from tests.ascent import Weights, ascended
from tests.facts.panel_score import article_of

CORPUS: Final = Path(__file__).parents[2] / "corpus"
ROUNDS: Final = 80
STEP: Final = 0.3
RIDGE: Final = 3.0
RARE: Final = 2
RARE_WORD: Final = 6
"""How often a trait, and how often a word, must be seen to have a weight."""
SMALLEST: Final = 0.005


class Marked(TypedDict):
    set: str
    id: str
    triggers: list[list[int]]


class Lesson(NamedTuple):
    """The traits of each trigger that may be chosen, and which of them are right; none where nothing is."""

    traits: list[list[str]]
    right: tuple[int, ...]


def main() -> None:
    """Write the weights, or say how good the choice is."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0] if __doc__ else None)
    parser.add_argument("--folds", type=int, default=0, help="learn from the others of so many parts, and measure")
    folds: int = parser.parse_args().folds
    marked = list(marked_lessons())
    made_up = list(made_up_lessons())
    if folds:
        measure(marked, made_up, folds)
        return
    weights = learnt_from([*marked, *made_up])
    whole = {name: round(SCALE * weight) for name, weight in weights.items() if abs(weight) >= SMALLEST}
    place = Path(choice.__file__).parent / choice.FILE
    place.write_text(json.dumps({choice.QUESTION: dict(sorted(whole.items()))}, indent=0) + "\n", encoding="utf-8")
    print(f"{len(marked)} articles, {len(made_up)} sentences; {len(whole)} weights")


def marked_lessons() -> Iterator[Lesson]:
    """Yield the articles that were marked by hand."""
    found: list[Marked] = tomllib.loads((CORPUS / "main_events.toml").read_text(encoding="utf-8"))["article"]
    for one in found:
        right = {(start, end) for start, end in one["triggers"]}
        lesson = _lesson(analyse(article_of(one["set"], one["id"])), right)
        if lesson.right or not right:
            yield lesson


def made_up_lessons() -> Iterator[Lesson]:
    """Yield the made-up sentences, whose main event is known."""
    for case in tomllib.loads((CORPUS / "events.toml").read_text(encoding="utf-8"))["case"]:
        found = analyse(Article("made-up", "made-up", "", case["text"]))
        start = case["text"].index(case["trigger"])
        lesson = _lesson(found, {(start, start + len(case["trigger"]))})
        if lesson.right:
            yield lesson


def _lesson(found: Analysis, right: set[tuple[int, int]]) -> Lesson:
    readings, by_sentence, _ = seen(found)
    options = choice.options(readings, by_sentence)
    hits = {trigger for trigger, _ in options if (trigger.span.start, trigger.span.end) in right}
    return Lesson([traits for _, traits in options], tuple(at for at, one in enumerate(options) if one[0] in hits))


def learnt_from(lessons: Sequence[Lesson]) -> Mapping[str, float]:
    """Return weights under which the right triggers are likely, in rounds of AdaGrad with a penalty on their squares."""
    often = Counter(trait for lesson in lessons for traits in lesson.traits for trait in traits)
    known = [name for name, times in often.items() if times >= (RARE_WORD if name.startswith("base=") else RARE)]

    def slope(weights: Weights, slopes: Weights) -> None:
        for lesson in lessons:
            _learn(lesson, weights, slopes)

    return ascended([*sorted(known), choice.NONE], slope, free=choice.NONE, rounds=ROUNDS, step=STEP, ridge=RIDGE)


def _learn(lesson: Lesson, weights: Mapping[str, float], slopes: dict[str, float]) -> None:
    chances = likelihoods(lesson, weights)
    right = lesson.right or (len(lesson.traits),)
    hit = sum(chances[at] for at in right)
    for at, traits in enumerate([*lesson.traits, [choice.NONE]]):
        error = (chances[at] / hit if at in right else 0.0) - chances[at]
        for trait in traits:
            if trait in slopes:
                slopes[trait] += error


def likelihoods(lesson: Lesson, weights: Mapping[str, float]) -> list[float]:
    """Return how likely each trigger is the main one, and last that none is."""
    odds = [sum(weights.get(trait, 0.0) for trait in traits) for traits in [*lesson.traits, [choice.NONE]]]
    highest = max(odds)
    raised = [math.exp(one - highest) for one in odds]
    total = sum(raised)
    return [one / total for one in raised]


def measure(marked: Sequence[Lesson], made_up: Sequence[Lesson], folds: int) -> None:
    """Print how often the choice is right in the parts that were not learnt from."""
    right = chosen = 0
    for fold in range(folds):
        weights = learnt_from([*(one for at, one in enumerate(marked) if at % folds != fold), *made_up])
        for lesson in marked[fold::folds]:
            chances = likelihoods(lesson, weights)[:-1]
            best = max(range(len(chances)), key=chances.__getitem__, default=None)
            if best is not None and chances[best] >= choice.SURE:
                chosen += 1
                right += best in lesson.right
    print(f"{len(marked)} articles: {chosen} choices, {right} right ({100 * right / max(1, chosen):.1f} %)")


if __name__ == "__main__":
    main()
