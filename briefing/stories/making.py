"""The making of stories from analyses: grouped, named, compared, put in order of time."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence

from briefing.model import NO_NAMES, Analysis, Article, Names
from briefing.stories.aliases import aliases_and_identities
from briefing.stories.bounds import bounded
from briefing.stories.choices import NO_CHOICES, Choices
from briefing.stories.compare import compared
from briefing.stories.group import Group, grouped
from briefing.stories.sketches import Sketch
from briefing.stories.story import Story
from briefing.stories.timeline import timeline


def stories(
    analyses: Sequence[Analysis],
    *,
    known: Mapping[str, str] | None = None,
    choices: Choices = NO_CHOICES,
    own: Names = NO_NAMES,
) -> Iterator[Story]:
    """Return the stories of all the articles, newest first; an article that no other one joins is a story of one.

    `own` is what the user says of names.
    """
    by_id = {analysis.article.id: analysis for analysis in analyses}
    articles = [analysis.article for analysis in analyses]
    return told(articles, lambda article: by_id[article.id], known=known, choices=choices, own=own)


def told(
    articles: Sequence[Article],
    analysed: Callable[[Article], Analysis],
    *,
    known: Mapping[str, str] | None = None,
    choices: Choices = NO_CHOICES,
    own: Names = NO_NAMES,
    sketches: Mapping[str, Sketch] | None = None,
) -> Iterator[Story]:
    """Yield the stories of `articles` as `stories` does; an article is `analysed` only when its story is its turn.

    `sketches` holds by article id what is there already, as for `grouped`.
    """
    for group in grouped(articles, known=known, choices=choices, sketches=sketches):
        yield story(group, {article.id: analysed(article) for article in group.articles}, own=own)


def story(group: Group, analyses: Mapping[str, Analysis], *, own: Names = NO_NAMES) -> Story:
    """Return the story of `group`; `analyses` holds those of its articles, by article id."""
    found = tuple(bounded(analyses[article.id]) for article in group.articles)
    names, things = aliases_and_identities(found, own=own)
    return Story(group, found, names, compared(found, things, reprints=group.reprints), timeline(found))
