"""Reports made up for the tests, analysed as the program analyses them."""

from __future__ import annotations

from datetime import date

from briefing.model import Analysis, Article
from briefing.pipeline import analyse

DAY = date(2024, 5, 6)


def report(name: str, text: str, day: date | None = DAY) -> Analysis:
    """Return the analysis of an article without a headline."""
    return analyse(Article(name, f"{name}.txt", text[:40], text, published=day))
