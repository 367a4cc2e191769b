"""Places where marked words may have come to lie: where the alignment leads, and wherever the very words stand."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from briefing.anchors.alignment import GONE, aligned
from briefing.anchors.evidence import Candidate, Comparison, opens_word, word_edge
from briefing.anchors.folding import Folded, folded
from briefing.model import Anchor

_MOST_SPOTS: Final = 24


def search(anchor: Anchor, text: str) -> tuple[list[Candidate], Folded]:
    """Return the places in `text` for the anchor's words, the best first, and the text folded."""
    whole, start, end = _kept_text(anchor)
    old, new = folded(whole), folded(text)
    first, last = old.at(start), old.at(end)
    while first < last and old.text[first] == " ":
        first += 1
    while first < last and old.text[last - 1] == " ":
        last -= 1
    if first == last:
        return [], new
    return _candidates(old, new, aligned(whole, text), first, last), new


def _kept_text(anchor: Anchor) -> tuple[str, int, int]:
    """Return the old text, as much of it as was kept, and where the words stand in it."""
    quote, prefix, suffix = anchor.quote or "", anchor.prefix or "", anchor.suffix or ""
    start, end, text = anchor.start, anchor.end, anchor.text
    if text is not None and start is not None and end is not None and text[start:end] == quote:
        return text, start, end
    return prefix + quote + suffix, len(prefix), len(prefix) + len(quote)


def _candidates(old: Folded, new: Folded, places: Sequence[int], first: int, last: int) -> list[Candidate]:
    """Return the places for the words from `first` to `last` of the old text, the best first."""
    quote = old.text[first:last]
    spots = list(_spots(quote, new.text))
    comparison = Comparison(old, new, places, first, last, old.text.count(quote), len(spots))
    here = _cluster(places, old, new, first, last)
    found = []
    if here is not None:
        found.append(comparison.candidate(*here, is_aligned=True))
        if found[0].is_same and found[0].left.is_known and found[0].right.is_known:
            return found
    found += [
        comparison.candidate(spot, spot + len(quote), is_aligned=False)
        for spot in spots
        if (spot, spot + len(quote)) != here
    ]
    return sorted(found, key=lambda candidate: -candidate.weight)


def _spots(quote: str, text: str) -> Iterator[int]:
    place = text.find(quote)
    for _ in range(_MOST_SPOTS):
        if place < 0:
            return
        yield place
        place = text.find(quote, place + 1)


def _cluster(places: Sequence[int], old: Folded, new: Folded, first: int, last: int) -> tuple[int, int] | None:
    """Return where most of the words have come to lie, close together; None where they are gone."""
    start = places[first]
    if start != GONE and places[last - 1] == start + last - first - 1:
        end = start + last - first
        if new.text.startswith(old.text[first:last], start):
            return start, end
    mapped = sorted(places[at] for at in range(first, last) if places[at] != GONE and old.text[at] != " ")
    if not mapped:
        return None
    reach = int(1.5 * (last - first)) + 12
    most, lead, best = 0, 0, (0, 0)
    for number, place in enumerate(mapped):
        while place - mapped[lead] >= reach:
            lead += 1
        if number - lead + 1 > most:
            most, best = number - lead + 1, (mapped[lead], place + 1)
    return _completed(places, old, new, first, last, *best)


def _completed(  # noqa: PLR0917
    places: Sequence[int], old: Folded, new: Folded, first: int, last: int, start: int, end: int
) -> tuple[int, int]:
    """Return the place with what belongs to it at its ends: words that were replaced, letters that were mistyped."""
    lost_before = next((n for n, at in enumerate(range(first, last)) if start <= places[at] < end), 0)
    lost_behind = next((n for n, at in enumerate(range(last - 1, first - 1, -1)) if start <= places[at] < end), 0)
    before, behind = _neighbour(places, old, first - 1, -1), _neighbour(places, old, last, +1)
    if lost_before and before is not None and 0 <= start - before - 1 <= 2 * lost_before + 8:
        start = before + 1
    if lost_behind and behind is not None and 0 <= behind - end <= 2 * lost_behind + 8:
        end = behind
    while start < end and new.text[start] == " ":
        start += 1
    while start < end and new.text[end - 1] == " ":
        end -= 1
    if opens_word(old.text, first):
        start = word_edge(new.text, start, -1)
    if opens_word(old.text, last):
        end = word_edge(new.text, end, +1)
    return start, end


def _neighbour(places: Sequence[int], old: Folded, at: int, step: int) -> int | None:
    """Return where the visible character beside the words stands now."""
    while 0 <= at < len(old.text) and old.text[at] == " ":
        at += step
    if not 0 <= at < len(old.text) or places[at] == GONE:
        return None
    return places[at]
