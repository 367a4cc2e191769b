"""The analyses of the articles under some paths: from the cache where they are there, else made and kept."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from briefing.cli.console import say
from briefing.model import Analysis, Article, Names, Unreadable
from briefing.settings import user_places


def analysed(paths: Sequence[str], *, own: Names) -> Iterator[Analysis | Unreadable]:
    """Yield the analysis of each article, each as soon as it is there, and what could not be read.

    Raises BriefingError at once for a path that does not exist.
    """
    from briefing.library import articles

    return _each(articles(paths), own)


def _each(found: Iterator[Article | Unreadable], own: Names) -> Iterator[Analysis | Unreadable]:
    from briefing.library.kept_analyses import Analyses, analyses

    kept = Analyses(user_places().cache, own=own)
    try:
        yield from analyses(found, kept)
    finally:
        kept.close()
    if kept.trouble:
        say(kept.trouble)
