"""The training of what each sentence tells: `python -m tests.facts.train_salience [--folds 5]`.

Learns from the sentences that were marked by hand (`tests/corpus/key_facts/told.toml`) and from those that show a fact of the
lists but `unseen`, `blind` and `strangers`; their texts are those of the evaluation kit. The same marks give the same weights.
With --folds it says how many of the wanted sentences are among the first seven by weights that have not learnt from their
articles, and writes nothing.
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

from briefing.extract.linear import SCALE
from briefing.facts import salience
from briefing.facts.salience import EVERY, FILE, QUESTION, traits_of
from briefing.pipeline import analyse
from tests.ascent import Weights, ascended
from tests.facts.panel_score import HALF, LISTS, ListedArticle, article_of

MARKED: Final = "told.toml"
LEARNT_FROM: Final = ("development", "final", "fresh", "tuning", "varied")
WANTED: Final = 2
"""How much a reader needs a sentence that counts as told."""
NEEDED: Final = 3
ROUNDS: Final = 120
STEP: Final = 0.2
RIDGE: Final = 12.0
RARE: Final = 4
"""How often a trait must be seen to have a weight."""
SMALLEST: Final = 0.01
FIRST: Final = 7


class MarkedArticle(TypedDict):
    set: str
    id: str
    must: list[int]
    told: list[tuple[int, int, str, list[list[int]]]]


class Lesson(NamedTuple):
    """A sentence: its traits, and how much it is wanted, from 0 to 1."""

    traits: frozenset[str]
    wanted: float
    is_headline: bool


def main() -> None:
    """Write the weights, or say how good the choice is."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0] if __doc__ else None)
    parser.add_argument("--folds", type=int, default=0, help="learn from the others of so many parts, and measure")
    folds: int = parser.parse_args().folds
    articles = [*marked(), *(lessons for name in LEARNT_FROM for lessons in listed(name))]
    if folds:
        measure(articles, folds)
        return
    weights = learnt_from(articles)
    whole = {name: round(SCALE * weight) for name, weight in weights.items() if abs(weight) >= SMALLEST}
    place = Path(salience.__file__ or "").parent / FILE
    place.write_text(json.dumps({QUESTION: dict(sorted(whole.items()))}, indent=0) + "\n", encoding="utf-8")
    print(f"{len(articles)} articles, {sum(map(len, articles))} sentences; {len(whole)} weights")


def marked() -> Iterator[list[Lesson]]:
    """Yield the sentences of each article that was marked."""
    articles: list[MarkedArticle] = tomllib.loads((LISTS / MARKED).read_text(encoding="utf-8"))["article"]
    for one in articles:
        found = analyse(article_of(one["set"], one["id"]))
        needs = {start: need for start, need, _, _ in one["told"]}
        end = found.article.headline_end or 0
        yield [
            Lesson(
                frozenset(traits),
                float(needs.get(span.start, 0) >= WANTED or span.start in one["must"]),
                span.start < end,
            )
            for span, traits in zip(found.sentences, traits_of(found), strict=False)
        ]


def listed(name: str) -> Iterator[list[Lesson]]:
    """Yield the sentences of each article of a list."""
    articles: list[ListedArticle] = tomllib.loads((LISTS / f"{name}.toml").read_text(encoding="utf-8"))["article"]
    for one in articles:
        found = analyse(article_of(one["set"], one["id"]))
        phrases = [(start, end) for fact in one["fact"] for start, end in fact["shown_at"]]
        headline = found.article.headline_end or 0
        yield [
            Lesson(
                frozenset(traits),
                float(any(min(s.end, end) - max(s.start, start) >= HALF * (end - start) for start, end in phrases)),
                s.start < headline,
            )
            for s, traits in zip(found.sentences, traits_of(found), strict=False)
        ]


def learnt_from(articles: Sequence[Sequence[Lesson]]) -> Mapping[str, float]:
    """Return weights under which the wanted sentences are likely, in rounds of AdaGrad with a penalty on their squares."""
    every = [lesson for lessons in articles for lesson in lessons]
    often = Counter(trait for lesson in every for trait in lesson.traits)
    names = [name for name in sorted(often) if often[name] >= RARE]
    rows = [(sorted(one.traits.intersection(names)), one.wanted) for one in every]

    def slope(weights: Weights, slopes: Weights) -> None:
        for known, wanted in rows:
            error = wanted - 1 / (1 + math.exp(-sum(map(weights.__getitem__, known))))
            for trait in known:
                slopes[trait] += error

    return ascended(names, slope, free=EVERY, rounds=ROUNDS, step=STEP, ridge=RIDGE)


def measure(articles: Sequence[Sequence[Lesson]], folds: int) -> None:
    """Print how many of the first sentences by their weight are wanted, in the parts that were not learnt from."""
    chosen = right = leads = 0
    for fold in range(folds):
        weights = learnt_from([one for at, one in enumerate(articles) if at % folds != fold])
        for lessons in articles[fold::folds]:
            body = [one for one in lessons if not one.is_headline]
            best = sorted(body, key=lambda one: -sum(weights.get(trait, 0.0) for trait in one.traits))[:FIRST]
            chosen += len(best)
            right += sum(one.wanted > 0 for one in best)
            leads += sum(one.wanted > 0 for one in body[:FIRST])
    print(f"{len(articles)} articles: of {chosen} sentences {right} are wanted; of the first of each article {leads}")


if __name__ == "__main__":
    main()
