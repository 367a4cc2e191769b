"""Folders as articles."""

from briefing.library.reading import MOST_BYTES, articles, read
from briefing.library.walking import STANDARD_INPUT, Entry, Walk, walk

__all__ = ["MOST_BYTES", "STANDARD_INPUT", "Entry", "Walk", "articles", "read", "walk"]
