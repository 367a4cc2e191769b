"""Reports made up for the tests, analysed as the program analyses them."""

from __future__ import annotations

from datetime import date

from briefing.model import Analysis, Article
from briefing.pipeline import analyse

DAY = date(2024, 5, 6)


def report(name: str, text: str, day: date | None = DAY, *, headline: int | None = None) -> Analysis:
    """Return the analysis of an article, whose headline ends at `headline`; without one where that is None."""
    return analyse(Article(name, f"{name}.txt", text[:40], text, published=day, headline_end=headline))
