"""The training of the clauses beside the main event: `python -m tests.extract.events.train_besides [--folds 10]`.

Learns from the lists of `tests/corpus/key_facts` but `unseen.toml`, whose texts are those of the evaluation kit: a clause is
worth a line if it shows a fact that a reader must know. The same lists give the same weights. With --folds it says how many
of the facts that no other line shows are held by clauses of articles it has not learnt from, and writes nothing.
"""

from __future__ import annotations

import argparse
import json
import math
import tomllib
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from importlib import import_module
from pathlib import Path
from typing import Final, NamedTuple

from briefing.extract.events.besides import FILE, QUESTION, Option, options
from briefing.extract.events.choice import main_trigger
from briefing.extract.events.clause_traits import EVERY
from briefing.extract.events.seen import seen
from briefing.extract.events.told import Told
from briefing.extract.linear import SCALE
from briefing.facts.evidence import Ground, ground, shortened
from briefing.model import Analysis, FactKind, Span
from briefing.pipeline import analyse
from tests.facts.panel_score import FIRST, HALF, LISTS, Listed, ListedArticle, article_of, first_lines, shows

LEARNT_FROM: Final = ("development", "final", "fresh", "tuning", "varied", "blind")
ROUNDS: Final = 80
STEP: Final = 0.3
RIDGE: Final = 8.0
RARE: Final = 3
"""How often a trait must be seen to have a weight."""
SMALLEST: Final = 0.005
LONG: Final = 25
"""A listed phrase shorter than this is a name, a day or a figure, which many clauses hold."""
OF_CLAIMS: Final = 0.5
"""How much a clause counts that shows what somebody says."""
ROOM: Final = 2
"""How many lines of the panel's first ten are left to clauses."""


class Lesson(NamedTuple):
    """A clause: its traits, where it is shown, the needed facts that it alone holds, and how right it is to tell it."""

    traits: tuple[str, ...]
    span: Span
    alone: frozenset[str]
    right: float
    """One, a half or nothing."""


def main() -> None:
    """Write the weights, or say how good the choice is."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0] if __doc__ else None)
    parser.add_argument("--folds", type=int, default=0, help="learn from the others of so many parts, and measure")
    folds: int = parser.parse_args().folds
    articles = [lessons for name in LEARNT_FROM for lessons in lessons_of(name)]
    if folds:
        measure(articles, folds)
        return
    weights = learnt_from(articles)
    whole = {name: round(SCALE * weight) for name, weight in weights.items() if abs(weight) >= SMALLEST}
    place = Path(import_module(Option.__module__).__file__ or "").parent / FILE
    place.write_text(json.dumps({QUESTION: dict(sorted(whole.items()))}, indent=0) + "\n", encoding="utf-8")
    print(f"{len(articles)} articles, {sum(map(len, articles))} clauses; {len(whole)} weights")


def lessons_of(name: str) -> Iterator[list[Lesson]]:
    """Yield the clauses of each article of a list."""
    listed: list[ListedArticle] = tomllib.loads((LISTS / f"{name}.toml").read_text(encoding="utf-8"))["article"]
    for one in listed:
        found = analyse(article_of(one["set"], one["id"]))
        readings, by_sentence, known = seen(found)
        told = Told(found, readings, by_sentence, known)
        events = {event.id for event in found.events}
        lines = [
            line for line in first_lines(found) if line.fact.kind is not FactKind.EVENT or events & {*line.fact.refs}
        ]
        needed = [fact for fact in one["fact"] if not any(shows(found, line, fact) for line in lines[: FIRST - ROOM])]
        on = ground(found)
        yield [
            _lesson(found, on, option, one["fact"], needed)
            for option in options(told, main_trigger(readings, by_sentence))
        ]


def _lesson(found: Analysis, on: Ground, one: Option, every: Sequence[Listed], needed: Sequence[Listed]) -> Lesson:
    verb = one.reading.groups[one.verb]
    span = shortened(on, Span(one.shown.start, one.reading.span.end), least=one.reading.words[verb.last - 1].end)
    alone = frozenset(fact["need"] for fact in needed if "event" in fact["kinds"] and _holds(span, fact, 0))
    is_told = any("event" in fact["kinds"] and _holds(span, fact, LONG) for fact in every)
    is_said = any("claim" in fact["kinds"] and _holds(span, fact, LONG) for fact in every)
    return Lesson(one.traits, span, alone, 1.0 if alone or is_told else OF_CLAIMS if is_said else 0.0)


def _holds(span: Span, fact: Listed, least: int) -> bool:
    return any(
        end - start >= least and min(span.end, end) - max(span.start, start) >= HALF * (end - start)
        for start, end in fact["shown_at"]
    )


def learnt_from(articles: Sequence[Sequence[Lesson]]) -> Mapping[str, float]:
    """Return weights under which the right clauses are likely, in rounds of AdaGrad with a penalty on their squares."""
    every = [lesson for lessons in articles for lesson in lessons]
    often = Counter(trait for lesson in every for trait in lesson.traits)
    weights = {name: 0.0 for name in sorted(often) if often[name] >= RARE}
    travelled = dict.fromkeys(weights, 1e-8)
    rows = [([trait for trait in one.traits if trait in weights], one.right) for one in every]
    for _ in range(ROUNDS):
        slopes = {name: -RIDGE * weight * (name != EVERY) for name, weight in weights.items()}
        for known, right in rows:
            chance = 1 / (1 + math.exp(-sum(map(weights.__getitem__, known))))
            error = (float(right > 0) - chance) * (right or 1.0)
            for trait in known:
                slopes[trait] += error
        for name, slope in slopes.items():
            travelled[name] += slope * slope
            weights[name] += STEP * slope / math.sqrt(travelled[name])
    return weights


def measure(articles: Sequence[Sequence[Lesson]], folds: int) -> None:
    """Print how many facts the clauses chosen hold that no other line shows, in the parts that were not learnt from."""
    needed = held = chosen = right = 0
    for fold in range(folds):
        weights = learnt_from([one for at, one in enumerate(articles) if at % folds != fold])
        for lessons in articles[fold::folds]:
            best = sorted(lessons, key=lambda one: -sum(weights.get(trait, 0.0) for trait in one.traits))
            kept: list[Lesson] = []
            for one in best:
                if len(kept) < ROOM and not any(one.span.overlaps(other.span) for other in kept):
                    kept.append(one)
            needed += len({name for one in lessons for name in one.alone})
            held += len({name for one in kept for name in one.alone})
            chosen += len(kept)
            right += sum(one.right > 0 for one in kept)
    print(f"{len(articles)} articles: {chosen} clauses, {right} show a listed fact; {held} of {needed} facts held anew")


if __name__ == "__main__":
    main()
