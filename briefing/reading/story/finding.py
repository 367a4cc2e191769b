"""Searching the tab of a story that is shown: the lines that hold some words."""

from __future__ import annotations

from dataclasses import replace

from briefing.reading.state import Reading, noticed
from briefing.reading.story.moving import in_view
from briefing.reading.story.view import StoryView


def searched(reading: Reading, words: str) -> Reading:
    """Return the reading with the cursor on the next line of the tab that holds `words`, the last ones where empty."""
    view = reading.story_open
    if view is None:
        return reading
    view = replace(view, search=words.strip() or view.search)
    return found(replace(reading, story=view), view, 0)


def found(reading: Reading, view: StoryView, by: int) -> Reading:
    """Return the reading with the cursor `by` hits further on, round the ends; 0 is the first from the cursor on."""
    if not view.search:
        return noticed(reading, "/ searches here")
    hits = _hits(view)
    if not hits:
        return noticed(reading, f'nothing found for "{view.search}"')
    later = [hit for hit in hits if (hit > view.cursor if by > 0 else hit >= view.cursor)]
    place = hits.index(later[0]) if later else len(hits)
    step = place + by - 1 if by > 0 else place + by
    chosen = hits[step % len(hits)]
    there = in_view(replace(view, cursor=chosen))
    return noticed(replace(reading, story=there), f"{hits.index(chosen) + 1} of {len(hits)} lines")


def _hits(view: StoryView) -> list[int]:
    """Return the numbers of the targets whose lines hold the words, upper and lower case alike."""
    words: dict[int, list[str]] = {}
    for line in view.laid.lines:
        if line.target is not None:
            words.setdefault(line.target, []).append("".join(piece.text for piece in line.pieces))
    wanted = " ".join(view.search.casefold().split())
    return [number for number, lines in words.items() if wanted in " ".join(" ".join(lines).casefold().split())]
