"""Dates: expressions of time with their TIMEX3 value and the days that they cover."""

from __future__ import annotations

from dataclasses import replace

from briefing.extract.dates.finder import dates
from briefing.model import Analysis

__all__ = ["dates", "recognise"]


def recognise(found: Analysis) -> Analysis:
    """Return `found` with its dates filled in."""
    article = found.article
    return replace(found, dates=dates(article.text, published=article.day))
