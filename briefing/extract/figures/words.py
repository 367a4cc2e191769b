"""Sets of words, written as one string each."""

from __future__ import annotations


def words(listed: str) -> frozenset[str]:
    """Return the words of a string as a set."""
    return frozenset(listed.split())
