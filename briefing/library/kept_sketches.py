"""Sketches of articles, by which they are grouped: from the cache where they are there, else made and kept."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from briefing.library.kept_analyses import Analyses
from briefing.model import Article
from briefing.stories.sketches import VERSION, Sketch, read_back, sketch

KIND: Final = f"stories {VERSION}"


def sketches(articles: Iterable[Article], kept: Analyses) -> dict[str, Sketch]:
    """Return the sketch of each article by its id."""
    found: dict[str, Sketch] = {}
    for article in articles:
        if article.id not in found:
            found[article.id] = read_back(kept.sketch(article, KIND, _made, at_once=False)) or sketch(article.text)
    kept.commit()
    return found


def _made(article: Article) -> bytes:
    return sketch(article.text).written()
