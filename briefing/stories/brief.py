"""The briefing of the day: the stories by weight, then the articles that no other one joins."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from briefing.model import Article
from briefing.stories.digest import Digest, digest
from briefing.stories.story import Story


@dataclass(frozen=True, slots=True)
class Brief:
    """What is told, and how much is not."""

    since: date | None
    """The first day of which reports were asked for; None for all."""
    stories: tuple[Digest, ...]
    """Those with several reports, the weightiest first."""
    single: tuple[Digest, ...]
    """Those with one, reprints of it not counted."""
    undated: int = 0
    """Articles without a date that were left out, because a day was asked for."""
    earlier: int = 0
    """Articles left out because all that tell of their event are of earlier days."""


def brief(stories: Iterable[Story], *, since: date | None = None) -> Brief:
    """Return the briefing of `stories`, as of the day of the newest report.

    With `since` only stories that have a report of that day or a later one are told, and what changed in them is
    measured against their reports before it; an undated report counts as one before it.
    """
    found = tuple(stories)
    newest = max((day for story in found for article in story.group.articles if (day := article.day)), default=None)
    told: list[Story] = []
    left: list[Story] = []
    for story in found:
        is_told = since is None or any(_is_from(article, since) for article in story.group.articles)
        (told if is_told else left).append(story)
    digests = [digest(story, known=_known(story, since), newest=newest) for story in told]
    digests.sort(key=lambda one: (-one.weight.total, -_last_day(one.story), one.story.group.id))
    days = [article.day for story in left for article in story.group.articles]
    return Brief(
        since,
        tuple(one for one in digests if len(one.reports) > 1),
        tuple(one for one in digests if len(one.reports) < 2),
        undated=days.count(None),
        earlier=len(days) - days.count(None),
    )


def _known(story: Story, since: date | None) -> frozenset[str] | None:
    if since is None:
        return None
    return frozenset(article.id for article in story.group.articles if not _is_from(article, since))


def _is_from(article: Article, since: date) -> bool:
    return article.day is not None and article.day >= since


def _last_day(story: Story) -> int:
    return max((article.day.toordinal() for article in story.group.articles if article.day), default=0)
