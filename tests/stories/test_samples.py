"""The samples' true agreements, additions and conflicts, beside what comparing says of them."""

from __future__ import annotations

import tomllib
from functools import lru_cache
from pathlib import Path
from typing import Final

from briefing.library import articles
from briefing.model import Analysis, Article
from briefing.pipeline import analyse
from briefing.resources import seeds
from briefing.stories import Comparison, Relation, Story, stories
from briefing.stories.digest import digest

CORPUS: Final = tomllib.loads((Path(__file__).parents[1] / "corpus" / "seed_stories.toml").read_text(encoding="utf-8"))
RIGHT: Final = 26
"""Statements of the corpus with a line that has two of their places or more and names their relation."""
Place = tuple[str, int, int]


@lru_cache(maxsize=1)
def analyses() -> dict[str, Analysis]:
    return {name(one): analyse(one) for one in articles([seeds()]) if isinstance(one, Article)}


@lru_cache(maxsize=1)
def made() -> tuple[Story, ...]:
    return tuple(stories(list(analyses().values())))


def name(article: Article) -> str:
    return Path(article.path).name + (f"#{article.part}" if article.part and article.path.endswith("jsonl") else "")


def story_of(files: list[str]) -> Story:
    wanted = {analyses()[file].article.id for file in files}
    return next(one for one in made() if {article.id for article in one.group.articles} == wanted)


def places(statement: dict[str, list[dict[str, str]]]) -> list[Place]:
    found = []
    for value in statement["values"]:
        article = analyses()[value["article"]].article
        start = article.text.index(value["text"])
        found.append((article.id, start, start + len(value["text"])))
    return found


def held(line: Comparison, wanted: list[Place]) -> int:
    """Return in how many places of a statement the line has a value."""
    return sum(
        any(value.article == article and value.span.start < end and start < value.span.end for value in line.values)
        for article, start, end in wanted
    )


def test_each_story_of_the_corpus_is_one() -> None:
    assert len([story_of(story["articles"]) for story in CORPUS["story"]]) == 4


def test_no_conflict_is_claimed_that_the_corpus_does_not_hold() -> None:
    wrong = [
        (line.slot, line.why)
        for story in CORPUS["story"]
        for line in story_of(story["articles"]).compare
        if line.relation is Relation.CONFLICT
        and not any(
            held(line, places(statement)) > 1 for statement in story["statement"] if statement["relation"] == "conflict"
        )
    ]

    assert wrong == []


def test_the_relations_that_are_right_stay_right() -> None:
    right = [
        statement["slot"]
        for story in CORPUS["story"]
        for statement in story["statement"]
        if any(
            held(line, places(statement)) > 1 and line.relation == statement["relation"]
            for line in story_of(story["articles"]).compare
        )
    ]

    assert len(right) >= RIGHT, right


def test_every_value_lies_in_its_article() -> None:
    texts = {one.article.id: one.article.text for one in analyses().values()}

    assert all(
        " ".join(value.span.of(texts[value.article]).split()) == value.text
        for story in made()
        for line in story.compare
        for value in line.values
    )


def test_origins_are_at_most_the_values() -> None:
    assert all(1 <= line.origins <= len(line.values) for story in made() for line in story.compare)


def test_the_days_of_a_timeline_are_in_order() -> None:
    for story in made():
        days = [moment.first for moment in story.timeline if moment.first]

        assert days == sorted(days)
        assert [moment.first is None for moment in story.timeline] == sorted(
            moment.first is None for moment in story.timeline
        )


def test_reports_that_call_a_flood_weather_or_a_disaster_share_what_where_and_when() -> None:
    flood = next(story for story in CORPUS["story"] if "flood" in story["name"])

    found = story_of(flood["articles"])

    assert {"what", "where", "when"} <= {line.slot for line in found.compare}
    assert digest(found, known=None, newest=None).where == "Brodice"
