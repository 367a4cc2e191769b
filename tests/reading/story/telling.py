"""A story for the tests of its screen: three reports of one collision, one of them carried twice."""

from __future__ import annotations

from datetime import date
from functools import lru_cache

from briefing.model import Analysis, Article
from briefing.pipeline import analyse
from briefing.reading.rows import row_of
from briefing.reading.state import Reading, arrived, fitted
from briefing.reading.steps import step
from briefing.reading.story.moving import gathered, told
from briefing.reading.table import Table
from briefing.stories import Group, Story, story

FIRST = (
    "Two ferries collide off Tolna\n\n"
    "Two ferries collided off Tolna in fog on Monday, and 12 people were injured, the coastguard said.\n\n"
    "The Aurora had left Tolna at 7 am with 240 passengers. Captain Ida Brandt said she saw nothing before the blow.\n\n"
    "The harbour was closed. The last such collision was in March 2019, when three people died."
)
SECOND = (
    "Fifteen hurt in ferry collision off Tolna\n\n"
    "At least 15 people were hurt when the ferries Aurora and Vega collided on Monday off Tolna.\n\n"
    "The ministry of transport said 260 passengers had been on board the Aurora. The coastguard denied that it had been "
    "warned of the fog.\n\n"
    "The harbour of Tolna opened again on Tuesday. Captain Brandt has sailed for twenty years."
)
OTHER = "Spring tide\n\nThe tide at Karsk rose by a metre on Monday, the highest since 1987."


def article(name: str, text: str, day: date | None, source: str | None) -> Article:
    title = text.partition("\n")[0]
    return Article(name, f"{name}.txt", title, text, len(title), published=day, source=source)


POST = article("post", FIRST, date(2024, 5, 6), "Harbour Post")
WIRE = article("wire", SECOND, date(2024, 5, 7), "Tessera Wire")
REPRINT = article("reprint", FIRST, date(2024, 5, 7), "Evening Post")
TIDE = article("tide", OTHER, date(2024, 5, 7), "Harbour Post")
ARTICLES = {one.id: one for one in (POST, WIRE, REPRINT, TIDE)}


@lru_cache(maxsize=16)
def analysed(name: str) -> Analysis:
    return analyse(ARTICLES[name])


@lru_cache(maxsize=16)
def story_of(*names: str) -> Story:
    """Return the story of these articles, however little they have in common."""
    copies = (("post", "reprint"),) if {"post", "reprint"} <= set(names) else ()
    articles = tuple(ARTICLES[name] for name in names)
    group = Group("story", articles, articles[0].title, ("Tolna", "ferries"), copies)
    return story(group, {name: analysed(name) for name in names})


def reading(*, width: int = 120, height: int = 40) -> Reading:
    """Return a screen with the articles in its list."""
    rows = [row_of(one) for one in ARTICLES.values()]
    return arrived(fitted(Reading(width=width, height=height)), Table().grown(rows))


def in_story(*names: str, width: int = 120, height: int = 40, tab: str = "card") -> Reading:
    """Return a screen with the story of these articles open, compared, on a tab."""
    there = reading(width=width, height=height)
    there = step(there, "story") or there
    there = with_story(there, *(names or ("post", "wire", "reprint")))
    return step(there, f"story_{tab}") or there


def with_story(there: Reading, *names: str) -> Reading:
    """Return the reading with what an errand would have found of the story that it wishes for."""
    from dataclasses import replace

    found = story_of(*names)
    assert there.story
    view = gathered(there.story, found.group, "Comparing.")
    return replace(there, story=told(view, found.group, found))
