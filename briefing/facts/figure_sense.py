"""Figures that make sense: which numbers count something that a reader can understand."""

from __future__ import annotations

import re
from typing import Final

from briefing.extract.attribution.lexicon import persons
from briefing.facts import labels
from briefing.facts.misreading import (
    counts_children,
    is_attempt,
    is_calibre,
    is_margin,
    is_of_points,
    is_old_value,
    is_other_currency,
    is_supposed_toll,
)
from briefing.model import Figure, Role

NOBODY: Final = re.compile(
    r"\b(?:none|no one|nobody) of[^.;,]{0,22}$|\b(?:wo)?m[ae]n of $|\b(?:boy|girl) of $", re.IGNORECASE
)
"""What stands before a number that counts no victims: "none of its crew of 14", "a woman of 74"."""
THING: Final = re.compile(r"(?:ings?|tions?|ments?|ages?|ures?|eos?|ams?|ords?|ones?|ats?|oxes|ines?|ails?)$")
SUM: Final = re.compile(r"[<>=~]*(?:[A-Z]{3} |[$€£¥])?[\d.,-]+(?: [mbt]r?illion)?(?: francs)?", re.IGNORECASE)
"""The same of a sum."""
LONGEST_RANGE: Final = 30
NUMBERED: Final = re.compile(r"[a-z]\s(?!(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b)(?:[A-Z]\w+\s){2}$")
"""A name that a number belongs to: "Internet Explorer 9 releases"."""
AGED: Final = re.compile(r"\b[A-Z][\w’'-]+,\s$")
COUNTS: Final = re.compile(
    r"\b(?:boats?|ships?|vessels?|weapons?|guns?|buildings?|houses|homes|villages|cars|vehicles|prior \w+|previous \w+|counts?|crew|shots?|rounds|bullets|claims?|certificates?|threats?|sentences?|notices|penalt(?:y|ies)|rates?)\b",
    re.IGNORECASE,
)
"""Words of what is counted that make nobody dead: "32 death claims", "two counts of murder"."""
ESCAPED: Final = re.compile(r"(?:\s\w+){0,3}\s(?:managed to (?:flee|escape)|got away|escaped|fled the scene)\b")
"""What those do who get away, and have lost no home."""
HANDFUL: Final = 7
PERSONS: Final = frozenset(("children", "kids", "men", "women", "people", "sons", "daughters"))
FEW: Final = 3
"""A count below this is the language's, not the news's: "the two of them"."""
OF_THEM: Final = re.compile(r"\s(?:of\s(?:them|whom|these|those)|among\s(?:them|whom))\b", re.IGNORECASE)
"""What makes of a toll a part of another one: "a hundred died, eight of them Americans"."""
OTHERS: Final = re.compile(
    r"(?:\s[a-z]+){0,2}\sand\s(?:injur|wound|hurt)(?:ed|ing)?\s(?:\d|one|two|three|four|five|six|seven|eight|nine|ten|several|dozens)\b"
)
"""What makes the harm that is named behind a number that of others: "shot dead one man and injured two"."""
HURT: Final = frozenset({Role.KILLED, Role.INJURED, Role.MISSING, Role.DETAINED, Role.DISPLACED})


def is_bare(text: str, figure: Figure) -> bool:
    """Return whether a sum or a share has no words for what it is of."""
    if figure.role in HURT:
        return False
    return SUM.fullmatch(labels.figure(text, figure)) is not None or " per " in (figure.unit or "")


def tells(text: str, figure: Figure) -> bool:
    """Return whether a figure says what it counts, is no mere "two", and no part of a word: "a three-judge panel"."""
    is_count = figure.role is Role.COUNT
    if (figure.counted is None and (is_count or figure.role is Role.MEASURE)) or (
        is_count and figure.value is not None and figure.value < FEW
    ):
        return False
    if figure.high is not None and len(figure.span) > LONGEST_RANGE:
        # "40 percent in July to 42 percent" is no range.
        return False
    if text[figure.span.end : figure.span.end + 1] == "-" or NOBODY.search(
        text, max(0, figure.span.start - 30), figure.span.start
    ):
        return False
    if counts_children(text, figure) or is_other_currency(text, figure) or is_calibre(text, figure):
        return False
    if _is_name(text, figure):
        return False
    if is_margin(text, figure) or is_old_value(text, figure) or (figure.role in HURT and is_attempt(text, figure)):
        return False
    if is_of_points(text, figure) or (figure.role in HURT and is_supposed_toll(text, figure)):
        return False
    if figure.counted is not None and len(figure.counted) == 1:
        # "325 E. Dahlia Ave."
        return False
    if figure.role is Role.DISPLACED and ESCAPED.match(text, figure.span.end):
        return False
    if is_count and (
        _is_of_few(text, figure) or NUMBERED.search(text, max(0, figure.span.start - 40), figure.span.start)
    ):
        return False
    if figure.role in HURT and (OF_THEM.match(text, figure.span.end) or OTHERS.match(text, figure.span.end)):
        return False
    if figure.role in HURT and _is_age(text, figure):
        return False
    if figure.role in HURT and figure.counted is not None and COUNTS.search(figure.counted.of(text)):
        return False
    return figure.role is not Role.DETAINED or figure.counted is None or _are_people(figure.counted.of(text))


def _are_people(counted: str) -> bool:
    """Return whether words may count people: no recordings, which nobody arrests."""
    head = counted.lower().rsplit(" ", 1)[-1]
    return THING.search(head) is None or head in labels.ANYONE or head.removesuffix("s") in persons()


def _is_name(text: str, figure: Figure) -> bool:
    """Return whether a number in words is part of a name: "Dean Lund's Four Corners"."""
    words = figure.span.of(text)
    is_inside = text[max(0, figure.span.start - 3) : figure.span.start - 1][-1:].islower()
    return (
        words.isalpha()
        and words[:1].isupper()
        and is_inside
        and text[figure.span.end + 1 : figure.span.end + 2].isupper()
    )


def _is_of_few(text: str, figure: Figure) -> bool:
    """Return whether a figure counts a handful of people to whom nothing happens: "who has four children"."""
    if figure.counted is None or figure.value is None or figure.value >= HANDFUL:
        return False
    head = figure.counted.of(text).lower().rsplit(" ", 1)[-1]
    return head in PERSONS or head.removesuffix("s") in persons()


def _is_age(text: str, figure: Figure) -> bool:
    """Return whether a number stands where an age does: "John Doe, 40, was killed"."""
    before = AGED.search(text, max(0, figure.span.start - 30), figure.span.start)
    return before is not None and text[figure.span.end : figure.span.end + 2].strip()[:1] in tuple(",―—–")
