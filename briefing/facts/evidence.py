"""Evidence: the phrase or clause that shows a fact, short enough to be read at a glance."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from briefing.extract.events.pieces import LONGEST
from briefing.facts.ground import Ground
from briefing.facts.wholes import whole
from briefing.model import Span

POSSESSIVE: Final = re.compile(r"['’]s\s")
SHORT: Final = 80
"""An evidence shorter than this takes in the next clause where there is room."""
LONGEST_HANGING: Final = 24
HANGING: Final = re.compile(
    r"(?:\s(?:an?|the|by|of|in|on|at|to|for|and|or|but|with|from|as|that|who|which|its|his|her|their|was|were|is|are|had|has"
    r"|be|been|into|onto|over|under|after|before|during|through|against|between|among|about|around|near|since|until|when"
    r"|while|where|because|if|than|such|including|like|just|also|not|both|some|this|these|those|what|how|whether))"
    r"{1,3}\s?$",
    re.IGNORECASE,
)
"""Small words that nothing follows where a phrase was cut: "killed by an"."""
JOINING: Final = re.compile(r"\b(?:who|which|that|whose|where|and|or|but|like)$", re.IGNORECASE)
GOES_ON: Final = re.compile(r"\s+[^\W_]")
BREAKS: Final = re.compile(r"[,;:] | [-–—] | \(|[)\"”“] ?|--")


def phrase(on: Ground, core: Span, *also: Span) -> Span:
    """Return the clause around `core`, widened to hold those of `also` that fit, at most `LONGEST` characters.

    The core itself is cut at a word where it is longer than that.
    """
    sentence = on.sentence(core.start)
    held = core
    for more in also:
        union = Span(min(held.start, more.start), max(held.end, more.end))
        if len(union) <= LONGEST and sentence.start <= union.start and union.end <= sentence.end:
            held = union
    if len(held) > LONGEST:
        return shortened(on, held)
    if len(sentence) > LONGEST or not sentence.contains(held):
        for wanted in (held, core):
            words = whole(on, core, holding=wanted)
            if words is not None and words.contains(core):
                return words
    clause = sentence if len(sentence) <= LONGEST and sentence.contains(held) else _widened(on, held, sentence)
    span = _trimmed(on.text, clause)
    shown = span if span.contains(_trimmed(on.text, held)) else held
    return shown if shown.overlaps(core) else core


def shortened(on: Ground, span: Span, *, least: int = 0) -> Span:
    """Return the beginning of `span`, at most `LONGEST` characters, ending at a clause or else at a word.

    It does not end before `least`.
    """
    if len(span) <= LONGEST:
        return _trimmed(on.text, span)
    words = whole(on, span, within=span) if not least else None
    if words is not None:
        return words
    limit = span.start + LONGEST
    wanted = min(limit, max(least, span.start + LONGEST // 2))
    cuts = [match.start() for match in BREAKS.finditer(on.text, wanted, limit)]
    end = cuts[-1] if cuts else on.text.rfind(" ", wanted, limit + 1)
    if end <= span.start:
        end = limit
    for kept in on.near(span.start, limit):
        if kept.start < end < kept.end and kept.start > max(span.start, least - 1):
            end = kept.start
    hanging = HANGING.search(on.text, max(span.start, end - LONGEST_HANGING), end)
    if hanging is not None and hanging.start() > max(wanted - SHORT // 2, least):
        end = hanging.start()
    return _trimmed(on.text, Span(span.start, end))


def breaks_off(text: str, span: Span) -> bool:
    """Return whether words end with a small one that what follows belongs to: "the stadium, which", "the massacre at"."""
    words = span.of(text).rstrip()
    if JOINING.search(words) is not None:
        return text[span.end : span.end + 1] not in ".!?"
    return HANGING.search(words[-LONGEST_HANGING:]) is not None and GOES_ON.match(text, span.end) is not None


def _widened(on: Ground, held: Span, sentence: Span) -> Span:
    """Return `held` with as much of its clause as fits: first up to the signs around it, then by whole words."""
    low, high = max(sentence.start, held.end - LONGEST), min(sentence.end, held.start + LONGEST)
    kept_whole = on.near(low, high)
    breaks = [
        match
        for match in BREAKS.finditer(on.text, low, high)
        if not any(kept.start < match.start() < kept.end for kept in kept_whole)
    ]
    starts = [sentence.start, *(match.end() for match in breaks)]
    ends = [*(match.start() for match in breaks), sentence.end]
    starts = [start for start in starts if low <= start <= held.start]
    ends = [end for end in ends if held.end <= end <= high]
    if starts and ends:
        fitting = [Span(start, end) for start in starts for end in ends if end - start <= LONGEST]
        nearest = Span(max(starts), min(ends))
        if len(nearest) <= LONGEST:
            # A clause of a few words says little: take in the next one where there is room.
            return nearest if len(nearest) >= SHORT else max(fitting, key=len, default=nearest)
    # The clause is too long: what stands before the core tells more than what follows.
    end = min(ends) if ends and min(ends) - held.start <= LONGEST else held.end
    start = (
        max(starts) if starts and end - max(starts) <= LONGEST else _word_start(on, max(low, end - LONGEST), held.start)
    )
    if end == held.end and end - start < LONGEST:
        return shortened(on, Span(start, sentence.end), least=held.end) if start <= held.start else held
    return Span(start, end)


def _word_start(on: Ground, lowest: int, highest: int) -> int:
    """Return the first offset from `lowest` on, at most `highest`, where a word begins that no cut may fall into."""
    start = lowest
    if start > 0 and not on.text[start - 1].isspace():
        start = on.text.find(" ", start, highest) + 1 or highest
    for kept in on.near(lowest, highest):
        if kept.start < start < kept.end:
            start = kept.end
    if start < highest and on.text[start] in "'’":
        start = on.text.find(" ", start, highest) + 1 or highest
    while start < highest and not on.text[start].isalnum():
        start += 1
    return min(start, highest)


def _trimmed(text: str, span: Span) -> Span:
    start, end = span.start, span.end
    if POSSESSIVE.match(text, start, end):
        start += 2
    while start < end and text[start] in " \n\t,;:-–—)_":
        start += 1
    while end > start and text[end - 1] in " \n\t,;:-–—(":
        end -= 1
    return Span(start, end)


def merged(spans: Iterable[Span]) -> tuple[Span, ...]:
    """Return the spans in order, without those that overlap an earlier one."""
    out: list[Span] = []
    for span in sorted(spans):
        if not out or span.start >= out[-1].end:
            out.append(span)
    return tuple(out)
