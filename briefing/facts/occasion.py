"""The occasion: whether a day is that of an event, or only of something else that the article tells."""

from __future__ import annotations

import re
from typing import Final

from briefing.facts.ground import Ground
from briefing.model import Event, EventType, Span, Timex

SPAN: Final = re.compile(
    r"\b(?:(?:in|over|during|for|within)\s(?:the\s|these\s)?(?:past|last|recent|latest)\s(?:[\w-]+\s){0,2}?"
    r"(?:days?|weeks?|months?|years?|weekend|hours|decades?)|over\sthe\sweekend|this\s(?:year|month|past\sweek(?:end)?))\b",
    re.IGNORECASE,
)
"""Words for a time that is longer than a day: "in the past two weeks", "over the weekend"."""
DATELINE: Final = re.compile(r"[^\n]{0,60}?(?:\(\w+\)|--|[—–_]|\s-\s)")
OTHER_CLAUSE: Final = re.compile(
    r",\s(?:where|who|which|whose|whom)\s[^,;]{0,60}$|;[^;]{0,90}$|\bbecause\s[^;]{0,90}$", re.IGNORECASE
)
"""What stands between an event and a day that is told of something else: "convicted, where he was arrested on Monday"."""
WHO_BEFORE: Final = re.compile(r",\s(?:where|who|which|whose|whom)\s[^,;]{0,60}$", re.IGNORECASE)
TAUGHT: Final = re.compile(r"\bthe\s$|\b(?:since|until|by|for|from|before|than|of|'|’)\s?$", re.IGNORECASE)
YEAR: Final = re.compile(r"\d{4}")
NOUN: Final = re.compile(
    r"[-\s](?!in\b|on\b|at\b|and\b|or\b|by\b|for\b|to\b|of\b|with\b|from\b|after\b|when\b|while\b|as\b|but\b|was\b|were\b|is\b"
    r"|has\b|had\b|that\b|which\b|who\b|where\b|because\b|over\b|under\b|near\b|killed\b|the\b|an?\b|his\b|her\b|its\b|their\b)[A-Za-z]"
)
BEFORE: Final = re.compile(
    r"\b(?:for|in|of|over|from|during|after|since|about|to|by) (?:the|an?|his|her|its|their|that)\s$"
)
THING: Final = re.compile(
    r"(?: \d[\d,]*)?,? (?!in\b|on\b|at\b|and\b|or\b|by\b|for\b|to\b|of\b|with\b|from\b|after\b|when\b|while\b|as\b|but\b|was\b|were\b|is\b"
    r"|has\b|had\b|that\b|which\b|who\b|where\b|because\b|the\b|an?\b|his\b|her\b|its\b|their\b)(?:[a-z]+ ){0,2}[a-z]+"
)
"""The thing behind a day that is its own: "the Aug. 7 embassy bombings"."""
REPORTED: Final = re.compile(r"\b(?:it was (?:reported|announced|said) (?:on )?|as of )$")
"""A day on which something was only told of."""
ENDS: Final = re.compile(r"(?:convict|sentenc|acquit|verdict|guilty|jail|found|clear|rul)", re.IGNORECASE)
"""The end of a case."""
EARLIER: Final = ("arrest", "charg", "indict", "plead", "detain", "killed", "shot", "attack", "murder", "crash")
"""What went before the end of a case, by its beginnings."""
SAID: Final = re.compile(
    r"\b(?:said|saying|told(?:\s\w+){1,2}|reported|wrote)\s(?:on\s|(?:as|at|in|early|late|by|after)\s[^,;.]{0,24})?$",
    re.IGNORECASE,
)
ANNOUNCED: Final = re.compile(
    r"\b(?:said|says?|announced|concluded|told(?:\s\w+){1,2}|reported|confirmed|ruled|found|wrote|testified)\s(?:on\s|late\s|early\s)?$",
    re.IGNORECASE,
)
"""What stands before a day on which something else was told of: "announced Friday that they will meet on Thursday"."""
TELLING_THAT: Final = re.compile(
    r"\b(?:sa(?:id|ys?)|explained|told|announced|confirmed|reported|added)\b[^.;]{0,30}\bthat\b", re.IGNORECASE
)
"""What stands between a day and an event of which somebody told on that day: "Yesterday, the police explained that ..."."""
CAPITALS: Final = re.compile(r" [A-Z]{3,}\b")
"""What makes of a day in capitals a part of a name: "TODAY ORLBY"."""
FISCAL: Final = re.compile(r"\bfiscal\b", re.IGNORECASE)
"""What makes of a quarter one of a firm's own year, of which nobody knows the months."""
SAME: Final = re.compile(r"(?:that|the same|the very)\s", re.IGNORECASE)
"""How words for a day begin that is told elsewhere: "that night"."""
GRAVE: Final = frozenset({EventType.ATTACK, EventType.CRIME, EventType.ACCIDENT, EventType.DEATH, EventType.DISASTER})
"""Types of events of which is told later than they happened."""
FEAST: Final = re.compile(r"\b(?:Patch|Super|Black|Cyber|Fat|Giving|Ash|Good|Palm|Bloody|Shrove|Maundy)\s$")
"""What makes a name of a weekday: Patch Tuesday."""
SIDE: Final = re.compile(
    r"\b(?:since|until|till|before|unless|because|as of|compared with|than)\b[^,;]{0,60}$", re.IGNORECASE
)
VAGUE: Final = re.compile(
    r"\b(?:year[- ]?end|end|around|about|recent\w*|some|several|few|decades?|century)\b", re.IGNORECASE
)
NEXT_TIME: Final = re.compile(r"\bnext\s(?:year|month|week|quarter)\b", re.IGNORECASE)
FILED: Final = re.compile(r"\.?,?\s?\(\w+\)\s?(?:--|[—–_-])")
"""What follows the day on which a report was filed: "Oct. 4 (UPI) --"."""
AHEAD: Final = re.compile(
    r"\b(?:lead[- ]?up to|run-up to|ahead of|before|until|for|upcoming|after|since|following)\s$", re.IGNORECASE
)
"""What stands before a day that is another occasion's: "ahead of Tuesday's primary"."""
OWNED: Final = re.compile(r"['’]s?\s(\w+(?:\s\w+){0,3})")
COMPARED: Final = re.compile(
    r"\b(?:compared (?:to|with)|in comparison (?:to|with)|versus)\s[^.;:]{0,50}$", re.IGNORECASE
)
"""What makes a day that of which something else is told: "up 3.5 per cent compared with the same months of 2014"."""
OTHER: Final = re.compile(
    r"\b(?:sermon|anniversary|previously|scheduled|memorial service|funeral|had\sbeen)\b", re.IGNORECASE
)
"""Words of another occasion than the one that the news are of."""
LOOK: Final = 90
STEM: Final = 5
WORD: Final = re.compile(r"[A-Za-z]{4,}")


def is_its_day(on: Ground, event: Event, when: Timex, *, is_theirs: bool = False) -> bool:
    """Return whether `when` is likely the time of `event`: told with it, and not of another.

    The day on which those whom the event is about said something, which makes it `is_theirs`, may be the news itself.
    """
    text = on.text
    own, told = on.around(event.trigger.start), on.around(when.span.start)
    if YEAR.fullmatch(when.value) and YEAR.fullmatch(when.span.of(text)) and _is_of_a_thing(text, when.span):
        return False
    span = SPAN.search(text, own.start, own.end)
    if span is not None and not _overlaps(when.span, span.span()):
        is_nearer = own.contains(when.span) and _apart(when.span, event.trigger) < _apart(
            Span(*span.span()), event.trigger
        )
        if not is_nearer or _leads(text, own, when.span):
            return False
    if _is_another_day(on, event, when, own, told):
        return False
    if own.contains(when.span):
        return not _is_of_another_clause(text, event.trigger, when.span)
    words = [word.lower() for word in WORD.findall(text, told.start, told.end)]
    if any(word.startswith(event.trigger.of(text).lower()[:STEM]) for word in words):
        return True
    is_end = event.type is EventType.LEGAL and ENDS.match(text, event.trigger.start, event.trigger.end) is not None
    if is_end and any(word.startswith(EARLIER) for word in words):
        return False
    if (
        not is_theirs
        and event.type is not EventType.STATEMENT
        and SAID.search(text, max(told.start, when.span.start - LOOK // 2), when.span.start)
    ):
        return False
    return OTHER.search(text, told.start, told.end) is None


def _is_another_day(on: Ground, event: Event, when: Timex, own: Span, told: Span) -> bool:
    """Return whether the words around a day, of the sentence `told`, make it another one than that of an event in `own`."""
    text, at, trigger = on.text, when.span.start, event.trigger
    if when.span.of(text).isupper() and CAPITALS.match(text, when.span.end):
        return True
    if _is_of_another_thing(text, trigger, when.span) or SAME.match(text, at, when.span.end):
        return True
    if FISCAL.search(text, max(0, at - 20), when.span.end) or _is_only_of_telling(on, event, when):
        return True
    if event.type is EventType.STATEMENT and NEXT_TIME.search(text, at, when.span.end):
        return True
    if REPORTED.search(text, max(own.start, at - 20), at) or COMPARED.search(text, max(told.start, at - LOOK), at):
        return True
    if told.start <= at and _leads(text, told, when.span) and FILED.match(text, when.span.end):
        return True
    if not own.contains(when.span):
        return False
    is_of_saying = event.type in GRAVE and not _is_own_day(text, trigger, when.span)
    return is_of_saying or _names_another_thing(text, trigger, when.span)


def _is_only_of_telling(on: Ground, event: Event, when: Timex) -> bool:
    """Return whether on a day an event was only told of that has another one, or lies ahead: "said Friday they will meet"."""
    own = on.around(event.trigger.start)
    if event.type is EventType.STATEMENT or not own.contains(when.span) or when.span.end > event.trigger.start:
        return False
    if ANNOUNCED.search(on.text, max(own.start, when.span.start - LOOK // 3), when.span.start) is None:
        return False
    number = on.number(event.trigger.start)
    return number is not None and any(time.start > event.trigger.start for time in on.times[number])


def _is_own_day(text: str, trigger: Span, when: Span) -> bool:
    """Return whether a day in the sentence of an event is not only that on which somebody told of it: ", police said Friday"."""
    if when.start < trigger.end:
        return TELLING_THAT.search(text, when.end, trigger.start) is None
    return SAID.search(text, max(trigger.end, when.start - LOOK // 2), when.start) is None


def is_vague(text: str, when: Timex) -> bool:
    """Return whether the words of a date tell no day, month or year that could be written down: "around year end"."""
    return (
        VAGUE.search(when.span.of(text)) is not None
        or VAGUE.search(text, max(0, when.span.start - 7), when.span.start) is not None
    )


def is_of_a_side_clause(text: str, trigger: Span, when: Span) -> bool:
    """Return whether a date behind an event is that of a side clause: "have been built since it began in 1947"."""
    return when.start >= trigger.end and SIDE.search(text, max(trigger.end, when.start - LOOK), when.start) is not None


def _is_of_another_thing(text: str, trigger: Span, when: Span) -> bool:
    """Return whether a day owns another thing than the event, or is a name: "Tuesday's primary", "Patch Tuesday"."""
    if FEAST.search(text, max(0, when.start - 12), when.start):
        return True
    owned = OWNED.match(text, when.end) or OWNED.match(text, when.end - 2)
    is_apart = AHEAD.search(text, max(0, when.start - 16), when.start) is not None
    return is_apart and owned is not None and not Span(*owned.span(1)).overlaps(trigger)


def _is_of_a_thing(text: str, year: Span) -> bool:
    """Return whether a bare year belongs to a thing: "the 2024 election", "its 2024 sedans"."""
    if TAUGHT.search(text, max(0, year.start - 12), year.start):
        return True
    return NOUN.match(text, year.end, year.end + 12) is not None


def _names_another_thing(text: str, trigger: Span, when: Span) -> bool:
    """Return whether a day stands before the thing that it is of: "sentenced for the March 11, 2005, shooting"."""
    thing = THING.match(text, when.end, when.end + LOOK // 2)
    if thing is None or BEFORE.search(text, max(0, when.start - 20), when.start) is None:
        return False
    return not trigger.overlaps(Span(when.end, thing.end()))


def _is_of_another_clause(text: str, trigger: Span, when: Span) -> bool:
    if when.start >= trigger.end:
        return OTHER_CLAUSE.search(text, max(trigger.end, when.start - LOOK), when.start) is not None
    ends = text.find(",", when.end, trigger.start) >= 0
    return ends and WHO_BEFORE.search(text, max(0, when.start - LOOK), when.start) is not None


def _leads(text: str, sentence: Span, when: Span) -> bool:
    """Return whether a day stands in the dateline that opens a sentence."""
    match = DATELINE.match(text, sentence.start, sentence.end)
    return match is not None and when.end <= match.end()


def _apart(one: Span, other: Span) -> int:
    return max(other.start - one.end, one.start - other.end, 0)


def _overlaps(one: Span, other: tuple[int, int]) -> bool:
    return one.start < other[1] and other[0] < one.end
