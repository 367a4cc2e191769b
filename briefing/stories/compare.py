"""Comparing: the facts of a story's articles side by side, conflicts first."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import Final, TypeVar

from briefing.model import Analysis
from briefing.stories.aliases import Identities
from briefing.stories.counts import count_lines
from briefing.stories.derived import derived_lines
from briefing.stories.disputes import disputed_lines
from briefing.stories.happenings import event_lines
from briefing.stories.sources import sides
from briefing.stories.statements import statement_lines
from briefing.stories.story import Comparison, Relation

_Article = TypeVar("_Article")
ORDER: Final = (Relation.CONFLICT, Relation.ADDS, Relation.COMPATIBLE, Relation.SAME, Relation.ONLY)
MOST_ARTICLES: Final = 40
"""Articles that are laid side by side: nobody reads a table of five hundred columns."""


def compared(
    analyses: Sequence[Analysis], things: Identities, *, reprints: Sequence[Sequence[str]] = ()
) -> tuple[Comparison, ...]:
    """Return the lines, those that part the articles before those that they share, single voices last.

    A reprint says nothing of its own and is left out. `analyses` are in the order of the story.
    """
    copies = {name for names in reprints for name in names[1:]}
    own = spread([analysis for analysis in analyses if analysis.article.id not in copies])
    if len(own) < 2:
        return ()
    on = sides(own, things, reprints=reprints)
    derived = list(derived_lines(on))
    told = {(value.article, value.ref) for line in derived for value in line.values}
    lines = [
        *event_lines(on),
        *derived,
        *(line for line in count_lines(on) if not _is_told(line, told)),
        *disputed_lines(on),
        *statement_lines(on),
    ]
    return tuple(sorted(lines, key=lambda line: ORDER.index(line.relation)))


def spread(articles: Sequence[_Article]) -> list[_Article]:
    """Return as many articles as are laid side by side: the newest, and as many from the first on, evenly chosen.

    By the newest alone a toll that has risen for days would be one number.
    """
    if len(articles) <= MOST_ARTICLES:
        return list(articles)
    newest = MOST_ARTICLES // 2
    earlier, several = articles[:-newest], MOST_ARTICLES - newest
    return [*(earlier[number * (len(earlier) - 1) // (several - 1)] for number in range(several)), *articles[-newest:]]


def _is_told(line: Comparison, told: Collection[tuple[str, str | None]]) -> bool:
    """Return whether a number that stands alone is a part of a sum that is told already."""
    return line.relation is Relation.ONLY and all((value.article, value.ref) in told for value in line.values)
