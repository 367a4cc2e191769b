"""The homes of marks: which articles those are now whose marks were made under an id that is not here any more."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from pathlib import Path

from briefing.model import Article, ArticleRef, Mark, Unreadable
from briefing.reading.rows import Row
from briefing.reading.table import Table


def homes(
    marks: Iterable[Mark], table: Table, article: Callable[[Row], Article | Unreadable]
) -> Mapping[str, ArticleRef]:
    """Return the articles on which marks are now whose own article is not here any more, by its old id.

    Only articles of the same file name, of the same title, or of the same outlet and day are looked at.
    """
    standing = [mark for mark in marks if not mark.deleted]
    known = frozenset(table.ids()) if standing else frozenset()
    lost = [mark for mark in standing if mark.article.id not in known]
    if not lost:
        return {}
    names = {Path(mark.article.path).name for mark in lost} | {mark.article.title for mark in lost}
    days = {(mark.article.source or "", mark.article.day) for mark in lost}
    alike = [
        row
        for row in map(table.row, table.numbers())
        if Path(row.path).name in names or row.title in names or (row.day and (row.source, row.day) in days)
    ]
    articles = {found.id: found for row in alike if isinstance(found := article(row), Article)}
    # Here, not above: it is seldom needed, and the first frame is drawn without it.
    from briefing.marks.binding import bound

    now = bound(lost, articles.values())
    return {name: ArticleRef.of(articles[home]) for name, home in now.items() if name != home}
