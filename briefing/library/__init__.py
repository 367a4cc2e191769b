"""Folders as articles."""

from briefing.library.kept_analyses import Analyses, analyses
from briefing.library.listing import Listed, Listing
from briefing.library.reading import MOST_BYTES, articles, read
from briefing.library.walking import STANDARD_INPUT, Entry, Walk, walk

__all__ = [
    "MOST_BYTES",
    "STANDARD_INPUT",
    "Analyses",
    "Entry",
    "Listed",
    "Listing",
    "Walk",
    "analyses",
    "articles",
    "read",
    "walk",
]
