"""Times: which date of a sentence says when, and what is no date of an event."""

from __future__ import annotations

from bisect import bisect_left
from datetime import date, timedelta
from typing import Final, TypeVar

from briefing.extract.events.clauses import Reading
from briefing.extract.events.lexicon import lexicon
from briefing.extract.events.places import is_other_event
from briefing.extract.events.subjects import CAUSES
from briefing.extract.events.triggers import Trigger
from briefing.model import EventType, Figure, Span, Timex, TimexType

Told = TypeVar("Told", Figure, Timex)


DASHES: Final = frozenset(("-", "--", "–", "—", "_"))


TERM: Final = timedelta(days=45)


MOST_DATES: Final = 30
"""How many dates of a sentence are looked at."""


YEAR: Final = 4
"""How long a value is that has a year and nothing else."""


ELSEWHEN: Final = frozenset(("according", "than"))
"""Words behind which a date is that of a report or of what is compared."""


DAYS: Final = frozenset(("yesterday", "today", "tonight", "tomorrow"))


def day_of(
    reading: Reading, trigger: Trigger, dates: tuple[Timex, ...], *, published: date | None, within: int | None = None
) -> str | None:
    """Return the id of the date in the trigger's sentence that says when; one with a day goes before others.

    Days long after publication are terms and plans, and come last.

    Only dates at most `within` characters away count, where that is given. A date without a year is taken where the
    article has no day of publication to resolve it.
    """
    inside = [
        one
        for one in within_span(dates, reading.span)[:MOST_DATES]
        if one.type in (TimexType.DATE, TimexType.TIME)
        and (one.first is not None or one.value.startswith("XXXX") or _words(reading, one.span) in DAYS)
        and one.modifier not in ("since", "until")
        and not _is_attribute(reading, trigger, one)
        and not _ends_a_period(reading, one)
        and not is_of_a_source(reading, trigger, one)
        and not _is_of_another(reading, trigger, one)
        and (within is None or _distance(one.span, trigger.span) <= within)
    ]
    horizon = published + TERM if published is not None else date.max

    best = min(
        inside,
        key=lambda one: (
            one.first is not None and one.first > horizon,
            one.first != one.last,
            _distance(one.span, trigger.span),
        ),
        default=None,
    )
    return best.id if best is not None else None


def is_of_a_source(reading: Reading, trigger: Trigger, date: Timex) -> bool:
    """Return whether a date tells when something was said or was otherwise: "died, two more than were known on Monday"."""
    between = {word.low for word in reading.words if trigger.span.end <= word.start < date.span.start}
    return bool(between & ELSEWHEN)


def _ends_a_period(reading: Reading, date: Timex) -> bool:
    """Return whether a date only tells how long another time was: "the quarter ended Sept. 30", "bonds due May 1"."""
    before = next((word for word in reversed(reading.words) if word.end <= date.span.start), None)
    is_year = len(date.value) == YEAR
    return before is not None and (
        before.low in ("ended", "ending", "due") or (is_year and before.low in ("for", "than"))
    )


def figures_in(reading: Reading, figures: tuple[Figure, ...]) -> tuple[Figure, ...]:
    """Return the figures that stand in a sentence."""
    return within_span(figures, reading.span)


def within_span(found: tuple[Told, ...], span: Span) -> tuple[Told, ...]:
    """Return those of `found`, in text order, that begin in `span`."""
    first = bisect_left(found, span.start, key=_start)
    return found[first : bisect_left(found, span.end, lo=first, key=_start)]


def _start(one: Figure | Timex) -> int:
    return one.span.start


def _is_of_another(reading: Reading, trigger: Trigger, one: Timex) -> bool:
    """Return whether a grave event stands between `trigger` and a date: "guilty of killing her in October 2011"."""
    if trigger.type in CAUSES or trigger.type is EventType.DEATH:
        return False
    known = lexicon()
    for at in range(trigger.group + 1, len(reading.groups)):
        group = reading.groups[at]
        if reading.words[group.first].start >= one.span.start:
            return False
        if group.is_verb and any(kind in CAUSES for kind, _ in known.verbs.get(group.base, ())[:1]):
            return True
        if is_other_event(reading, at, trigger):
            return True
    return False


def _is_attribute(reading: Reading, trigger: Trigger, one: Timex) -> bool:
    """Return whether a date belongs to a thing or to a dateline: "the 2013 draft", "14:05 left", "Oct. 4 (UPI)"."""
    if not any(char.isalpha() for char in _words(reading, one.span)) and one.type is TimexType.TIME:
        return True
    at = next((index for index, word in enumerate(reading.words) if word.start >= one.span.end), None)
    if at is None:
        return False
    after = reading.words[at]
    own = reading.words[reading.groups[trigger.group].first : reading.groups[trigger.group].last]
    if after.part == "own" and not any(one.span.start <= word.start < one.span.end for word in own):
        return True
    if after.text == "(" and any(word.text in DASHES for word in reading.words[at + 1 : at + 5]):
        return True
    if not (after.part in ("word", "name") and lexicon().form(after.low) is None):
        return False
    if len(one.value) == YEAR:
        return not any(word is after for word in own)
    # "the 9/11 families", but "on 11 September police arrested".
    first = next(index for index, word in enumerate(reading.words) if word.start >= one.span.start)
    leads = first > 0 and reading.words[first - 1].part == "prep"
    in_own = any(one.span.start <= word.start < one.span.end for word in own)
    return any(char.isdigit() for char in _words(reading, one.span)) and not leads and not in_own


def _words(reading: Reading, span: Span) -> str:
    return " ".join(word.low for word in reading.words if span.start <= word.start < span.end)


def _distance(one: Span, other: Span) -> int:
    return max(other.start - one.end, one.start - other.end, 0)
