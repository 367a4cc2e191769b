"""Folders as articles."""

from briefing.library.listing import Listed, Listing
from briefing.library.reading import MOST_BYTES, articles, read
from briefing.library.walking import STANDARD_INPUT, Entry, Walk, walk

__all__ = [
    "MOST_BYTES",
    "STANDARD_INPUT",
    "Entry",
    "Listed",
    "Listing",
    "Walk",
    "articles",
    "read",
    "walk",
]
