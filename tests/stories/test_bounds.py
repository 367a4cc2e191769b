"""Texts that were made to have no end to their facts."""

from __future__ import annotations

from datetime import date

from briefing.library import articles
from briefing.model import Analysis, Article
from briefing.pipeline import analyse
from briefing.resources import seeds
from briefing.stories.bounds import MOST, bounded


def endless() -> Analysis:
    text = (
        "Three people were killed when a bridge collapsed in Ghent on Saturday.\n\n"
        + "5 men were hurt on Monday. " * 1000
    )
    return analyse(Article("a", "a.txt", "A", text, published=date(2024, 1, 21)))


def test_of_an_endless_text_the_beginning_is_compared_and_what_events_rest_on() -> None:
    found = endless()
    kept = bounded(found)

    assert len(found.figures) > 2 * MOST
    assert kept.figures[:MOST] == found.figures[:MOST]
    assert len(kept.figures) < 2 * MOST
    ids = {item.id for item in kept.dates} | {item.id for item in kept.figures}
    assert {name for event in kept.events for name in (*event.figures, *filter(None, [event.when]))} <= ids
    assert bounded(kept) == kept


def test_any_report_is_compared_whole() -> None:
    for article in articles([seeds()]):
        assert isinstance(article, Article)
        found = analyse(article)
        assert bounded(found) is found
