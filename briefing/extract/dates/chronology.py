"""The years that a history's months are of, where it leaves them out: those that let time flow on most evenly.

A month alone could be of several years. Each choice costs: going on costs the months that pass, going back costs more, and
the years that are told stay fixed. The cheapest way through all months of a text is found by dynamic programming, so
that one date read wrongly does not carry all the later ones with it.
"""

from __future__ import annotations

import re
from typing import Final

from briefing.extract.dates.days import year_of_era
from briefing.extract.dates.lexicon import CODE, codes_of
from briefing.extract.dates.tokens import Tokens
from briefing.values import dataclass

_YEAR: Final = f"(?:{CODE['YEAR']}|[{codes_of('DAYNUM TWODIGIT INTEGER')}](?={CODE['ERA']}))"
_TOLD: Final = re.compile(
    f"(?P<month>[{codes_of('MONTH MAYBE_MONTH MON')}]){CODE['DOT']}?(?:[{codes_of('DAYNUM NTH')}](?!{CODE['ERA']}))?"
    f"[{codes_of('COMMA OF')}]?(?P<year>{_YEAR})?"
    f"|(?P<season>[{codes_of('SEASON')}])[{codes_of('OF COMMA')}]?(?P<year_of_season>{_YEAR})?"
    f"|(?P<alone>{_YEAR})"
)
_BEFORE_MAYBE_MONTH: Final = codes_of(
    "IN BY ON OF UNTIL SINCE EARLY LATE MID HYPHEN TO AND FROM DAYNUM DURING BETWEEN NTH LAST NEXT OPEN BEFORE AFTER FOR THIS"
)
_MONTH_OF_SEASON: Final = {"spring": 4, "summer": 7, "autumn": 10, "winter": 1}

_BACK: Final = 1.2
_TURN: Final = 2.0
_FARTHEST: Final = 20.0
"""What going back costs a month, what turning back costs at all, and the most that any step costs.

Going on costs 1 a month. Of 72 triples tried on the histories seen these were among the best; those held back agreed.
"""
_ASIDE: Final = 3
"""A year so far from those told before and behind it is an aside: "in an interview in 2003"."""


@dataclass(frozen=True, slots=True)
class _Event:
    word: int
    month: int | None
    year: int | None


@dataclass(frozen=True, slots=True)
class Chronology:
    """What was made of a history's months and years."""

    years: dict[int, int]
    """For the number of a month's or season's word the year that it is of."""
    asides: frozenset[int]
    """The words of years that the text only mentions in passing."""


def chronology(tokens: Tokens) -> Chronology:
    """Return the years of all months and seasons in a history."""
    events = _events(tokens)
    told = [event for event in events if event.year is not None]
    asides = frozenset(
        event.word
        for before, event, behind in zip(told, told[1:], told[2:], strict=False)
        if event.month is None and _is_aside(before.year or 0, event.year or 0, behind.year or 0)
    )
    return Chronology(_cheapest([event for event in events if event.word not in asides]), asides)


def _is_aside(before: int, year: int, behind: int) -> bool:
    return abs(year - before) > _ASIDE and abs(year - behind) > _ASIDE and abs(before - behind) <= _ASIDE


def _events(tokens: Tokens) -> list[_Event]:
    events = []
    for at in _TOLD.finditer(tokens.codes):
        year_at = next((at.start(label) for label in ("year", "year_of_season", "alone") if at[label]), None)
        year = _told_year(tokens, year_at) if year_at is not None else None
        month: int | None = None
        if at["month"]:
            if (
                at["month"] == CODE["MAYBE_MONTH"]
                and not year
                and tokens.codes[at.start() - 1] not in _BEFORE_MAYBE_MONTH
            ):
                continue
            month = tokens.meant(at.start())
        elif at["season"]:
            month = _MONTH_OF_SEASON[tokens.words[at.start()].lower()]
        events.append(_Event(at.start(), month, year))
    return events


def _told_year(tokens: Tokens, number: int) -> int | None:
    if tokens.codes[number] == CODE["YEAR"] and tokens.codes[number + 1 : number + 2] != CODE["ERA"]:
        return int(tokens.words[number])
    return year_of_era(tokens.words[number], tokens.words[number + 1])


def _cheapest(events: list[_Event]) -> dict[int, int]:
    """Return the year of each event on the cheapest way through all of them."""
    candidates = _candidates(events)
    if not candidates:
        return {}
    steps: list[dict[int, tuple[float, int]]] = []
    """For each event, by year: the cost up to there, and the year of the event before."""
    for number, event in enumerate(events):
        if not number:
            steps.append({year: (0.0, year) for year in candidates[0]})
            continue
        before, reached = events[number - 1], steps[-1]
        steps.append(
            {
                year: min((cost + _step(before, last, event, year), last) for last, (cost, _) in reached.items())
                for year in candidates[number]
            }
        )
    years: dict[int, int] = {}
    if not steps or not steps[-1]:
        return years
    year = min(steps[-1], key=lambda each: steps[-1][each][0])
    for number in range(len(events) - 1, -1, -1):
        years[events[number].word] = year
        year = steps[number][year][1]
    return years


def _candidates(events: list[_Event]) -> list[list[int]]:
    """Return for each event the years that it may be of: its own, else those told next to it and their neighbours."""
    behind: list[int | None] = [None] * len(events)
    year: int | None = None
    for number in range(len(events) - 1, -1, -1):
        behind[number] = year
        year = events[number].year or year
    found, last = [], None
    for number, event in enumerate(events):
        if event.year is not None:
            found.append([event.year])
            last = event.year
            continue
        near = {each + step for each in (last, behind[number]) if each is not None for step in (-1, 0, 1)}
        found.append(sorted(near))
    return found if all(found) else []


def _step(before: _Event, last: int, event: _Event, year: int) -> float:
    """Return what it costs to go from one event, in the year `last`, to the next one, in `year`."""
    if event.month is None:
        if event.year is not None and before.year is None and last == year:
            return 1.0
        return min(_FARTHEST, abs(year - last) * 2.0)
    if before.month is None:
        return 0.0 if year == last else min(_FARTHEST, 4.0 + 8.0 * (abs(year - last) - 1))
    months = (year - last) * 12 + event.month - before.month
    return min(_FARTHEST, float(months) if months >= 0 else _TURN - _BACK * months)
