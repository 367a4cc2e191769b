"""Words of an article as a citation: what one pastes into a report, with where it is from."""

from __future__ import annotations

from briefing.model import Article, Span
from briefing.reading.rows import day_words


def citation(article: Article, span: Span) -> str:
    """Return the words of `span` between quotation marks, and source, title, day and address as far as they are known."""
    words = " ".join(span.of(article.text).split())
    known = (article.source, f"“{article.title}”", day_words(article.day) if article.day else None, article.url)
    return f"“{words}” ({', '.join(part for part in known if part)})"
