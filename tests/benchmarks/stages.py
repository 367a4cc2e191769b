"""What the analysis of an article costs, stage by stage, and how many articles a core takes in a second."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from typing import Final, TypeVar

from briefing.extract import entities
from briefing.facts import key_facts
from briefing.library import articles as articles_in
from briefing.model import Analysis, Article
from briefing.pipeline import RECOGNISERS, analyse
from briefing.resources import seeds
from briefing.text import sentences

ROUNDS: Final = 20
"""How often each article is analysed: the least of each stage counts, what else the machine does is none of it."""
WORDS: Final = 500
"""The length that costs are told for."""
Made = TypeVar("Made")


def stages(articles: Sequence[Article] = ()) -> dict[str, float]:
    """Return the milliseconds of processor time that each stage takes for WORDS words, and "all" of them."""
    articles = articles or samples()
    words = sum(len(article.text.split()) for article in articles)
    least: list[dict[str, float]] = [{} for _ in articles]
    for _ in range(ROUNDS):
        # One after the other, so that nothing is found in a cache that only the same article again would find.
        for known, article in zip(least, articles, strict=True):
            for stage, cost in _once(article).items():
                known[stage] = min(cost, known.get(stage, cost))
    costs: dict[str, float] = {}
    for known in least:
        for stage, cost in known.items():
            costs[stage] = costs.get(stage, 0.0) + cost
    told = {stage: 1000 * cost / words * WORDS for stage, cost in costs.items()}
    return {**told, "all": sum(told.values())}


def in_bulk(articles: Sequence[Article] = (), *, least: float = 2.0) -> float:
    """Return how many articles of WORDS words one core analyses in a second, measured for `least` seconds."""
    articles = articles or samples()
    words = 0
    began = time.process_time()
    while time.process_time() - began < least:
        for article in articles:
            analyse(article)
            words += len(article.text.split())
    return words / WORDS / (time.process_time() - began)


def samples() -> tuple[Article, ...]:
    """Return the sample articles."""
    return tuple(article for article in articles_in([seeds()]) if isinstance(article, Article))


def _once(article: Article) -> dict[str, float]:
    costs: dict[str, float] = {}

    def timed(stage: str, make: Callable[[], Made]) -> Made:
        began = time.process_time()
        made = make()
        costs[stage] = time.process_time() - began
        return made

    split = timed("sentences", lambda: sentences(article.text, headline_end=article.headline_end))
    found = timed("names", lambda: entities.recognise(Analysis(article, sentences=split)))
    for recogniser in RECOGNISERS:
        name = str(getattr(recogniser, "__name__", "")).rpartition(".")[2]
        began = time.process_time()
        found = recogniser.recognise(found)
        costs[name] = time.process_time() - began
    timed("key facts", lambda: key_facts(found))
    return costs
