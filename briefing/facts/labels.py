"""Labels: a few words for a fact, with proper signs, that fit a narrow panel."""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal
from typing import Final

from briefing.facts.misreading import is_besides, is_negated, is_of_a_pair, is_of_both, is_particle, share
from briefing.model import (
    Comparison,
    Figure,
    Role,
    Timex,
)

DAYS: Final = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
MONTHS: Final = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
SIGNS: Final = {
    Comparison.MORE: ">",
    Comparison.AT_LEAST: ">=",
    Comparison.LESS: "<",
    Comparison.AT_MOST: "<=",
    Comparison.ABOUT: "~",
}
CURRENCIES: Final = {"USD": "$", "EUR": "€", "GBP": "£", "JPY": "¥"}
FRANCS: Final = ("CHF", "FRF", "BEF")
HARM: Final = {
    Role.KILLED: "killed",
    Role.INJURED: "injured",
    Role.MISSING: "missing",
    Role.DETAINED: "detained",
    Role.DISPLACED: "displaced",
}
FAR: Final = 40
"""How far behind the words that it counts a figure may stand to be told with them."""
EVENTS: Final = frozenset(("attack", "strike", "raid", "blast", "bombing", "shooting", "killing", "incident", "case"))
TOLL: Final = re.compile(r"\b(?:toll|death|dead|bod(?:y|ies)|fatalit|casualt|injur|victim|count)", re.IGNORECASE)
"""Words for a count itself, not for those whom it counts."""
HARMED: Final = re.compile(r"\b(killed|dead|injured|wounded|missing|arrested|detained)$", re.IGNORECASE)
"""How words for a count end that tell what befell those whom it counts: "the number of people killed"."""
FLED: Final = re.compile(r"\b(?:refugees?|migrants?|evacuees?|asylum)\b", re.IGNORECASE)
"""Words that say by themselves that someone had to leave."""
MOVED: Final = re.compile(
    r"\s(?:edged|rose|fell|jumped|climbed|dropped|gained|slipped|grew|declined|increased|decreased|surged|slid|tumbled|right|away|fatally right|fatally)$"
)
"""A verb behind what it moved: "personal income edged up 0.3 %"."""
HE_IS: Final = re.compile(r"(?:he|she|it|they|who|that|there|i|we|you)['’](?:s|re|d|ve|m)\b", re.IGNORECASE)
APOSTROPHES: Final = ("'", "’")
ANYONE: Final = frozenset(
    (
        "",
        "people",
        "persons",
        "person",
        "others",
        "other",
        "victims",
        "times",
        "more",
        "deaths",
        "dead",
        "injuries",
        "casualties",
        "lives",
        "life",
        "souls",
    )
)
"""Words for those whom a toll counts that tell nothing: "2 killed" is short and enough."""
PAIRED: Final = re.compile(r" and [A-Z][a-z]+ [a-z]+s\b")
"""The rest of those whom a figure counts, behind the first of two peoples: "23 Somali and Yemeni pirates"."""
IRREGULAR: Final = {"foot": "feet", "hertz": "hertz", "square foot": "square feet", "cubic foot": "cubic feet"}
SCALES: Final = ((Decimal(10) ** 12, "trillion"), (Decimal(10) ** 9, "billion"), (Decimal(10) ** 6, "million"))
PART: Final = re.compile(r"(\d{4})-(Q[1-4]|H[12]|SP|SU|FA|WI)")
PARTS: Final = {"SP": "spring", "SU": "summer", "FA": "autumn", "WI": "winter"}
STAGES: Final = {"START": "early", "MID": "mid", "END": "late"}
COARSE: Final = re.compile(r"(\d{4})(?:-(0[1-9]|1[0-2]))?")
"""The value of a year or a month, of which a part is meant."""
DAYS_OF_WEEK: Final = 6
"""How many days lie between the first and the last of a week."""
LONGEST_NAME: Final = 48
TIME: Final = re.compile(r"T(\d\d:\d\d)")


def day(text: str, timex: Timex) -> str:
    """Return a date for the panel: "Sat 20 Jan 2024", "Jan 2024", "2014"; its words where it has no calendar place."""
    if timex.first is None or timex.last is None:
        return clipped(timex.span.of(text))
    first, last = timex.first, timex.last
    stage = STAGES.get(timex.modifier or "") if "earlier" not in timex.span.of(text).lower() else None
    if stage is not None and (coarse := COARSE.fullmatch(timex.value)) is not None:
        return f"{stage} {MONTHS[int(coarse[2]) - 1]} {coarse[1]}" if coarse[2] else f"{stage} {coarse[1]}"
    if part := PART.fullmatch(timex.value):
        return f"{PARTS.get(part[2], part[2])} {part[1]}"
    if (last - first).days == DAYS_OF_WEEK:
        return f"week of {_date(first)}"
    if first == last:
        time = TIME.search(timex.value)
        return f"{DAYS[first.weekday()]} {_date(first)}" + (f" {time[1]}" if time else "")
    if (first.month, first.day, last.month, last.day) == (1, 1, 12, 31):
        return str(first.year) if first.year == last.year else f"{first.year}-{last.year}"
    if first.year == last.year and first.month == last.month:
        if first.day == 1 and (last.month == 12 or last == date(last.year, last.month + 1, 1) - date.resolution):
            return f"{MONTHS[first.month - 1]} {first.year}"
        return f"{first.day}-{last.day} {MONTHS[first.month - 1]} {first.year}"
    return f"{_date(first)} - {_date(last)}"


def _date(one: date) -> str:
    return f"{one.day} {MONTHS[one.month - 1]} {one.year}"


def figure(text: str, one: Figure) -> str:
    """Return a figure for the panel: ">140 attacks", "2 killed", "$2.5 million", "~3 %"."""
    number = amount(text, one)
    counted = _counted(text, one)
    if one.role in HARM:
        whom = (
            ""
            if counted.lower() in ANYONE
            or TOLL.search(counted)
            or (one.value is None and counted.lower() in number.lower())
            else f"{counted} "
        )
        if one.role is Role.DETAINED and counted.lower() == "arrests":
            return f"{number} {counted}"
        if one.role is Role.DISPLACED and FLED.search(counted):
            return f"{number} {counted}"
        fate = "killed or injured" if is_of_both(text, one) else HARM[one.role]
        if is_besides(text, one):
            # "the ambassador and three others"
            return f"{number} other {whom}{fate}" if whom else f"{number} others {fate}"
        return f"{number} {whom}{fate}"
    if one.role is Role.COUNT and (harm := HARMED.search(counted)) is not None:
        return f"{number} {harm[1].lower()}"
    change = {"up": "up ", "down": "down "}.get(one.change or "", "") if one.change_by is not False else ""
    if one.role is Role.AGE:
        return f"aged {number}"
    if not counted or counted.lower() in number.lower():
        before, behind = share(text, one)
        return before + change + number + behind
    if one.unit is not None and one.counted is not None and one.counted.end <= one.span.start:
        # "average hourly earnings rose 0.4 percent"
        return f"{counted} {change}{number}"
    is_of = one.unit is not None and not (one.counted is not None and _follows(text, one.span.end, one.counted.start))
    return f"{change}{number} {'of ' if is_of else ''}{counted}"


def _follows(text: str, end: int, start: int) -> bool:
    """Return whether the words for what a sum is of stand right behind it: "a $97 million project"."""
    return start >= end and text[end:start].strip(" -\n") == ""


def _counted(text: str, one: Figure) -> str:
    """Return the words for what a figure counts; words from before it only where they are an event: "58 attacks"."""
    if one.counted is None or is_of_a_pair(text, one):
        return ""
    words = one.counted.of(text)
    if words[:2] == "s " and text[one.counted.start - 1 : one.counted.start] in APOSTROPHES:
        words = words[2:]
    if words[:1].isupper() and (pair := PAIRED.match(text, one.counted.end)) is not None:
        words += pair[0]
    counted = clipped(MOVED.sub("", words), 28)
    if HE_IS.match(counted):
        return ""
    if one.counted.start > one.span.start or one.unit is not None:
        return counted
    if text[one.counted.end : one.span.start].strip() == "of" and not TOLL.search(counted):
        # "a mother of 12"
        return ""
    if counted.removesuffix("ed") in EVENTS and one.value not in (None, 1):
        return f"{counted.removesuffix('ed')}s"
    return counted if one.span.start - one.counted.end < FAR and " in " not in counted else ""


def amount(text: str, one: Figure) -> str:
    """Return the number of a figure with its sign and unit; a vague one in the article's own words."""
    if one.value is None:
        words = one.span.of(text)
        return clipped(words, 24)
    if one.unit is None and 0 < one.value < 1 and one.span.of(text)[:1].isalpha():
        # "almost half" says more than 0.5.
        return clipped(one.span.of(text), 24)
    sign = "" if is_particle(text, one) or is_negated(text, one) else SIGNS.get(one.comparison, "")
    number = _number(one.value)
    if one.high is not None:
        number = f"{number}-{_number(one.high)}"
    if one.unit is None:
        return sign + number
    if one.unit == "percent":
        return f"{sign}{number} %"
    symbol, _, per = one.unit.partition(" per ")
    if symbol in CURRENCIES:
        is_half = one.high is None and "." in number and number[-2:-1] == "." and number[-1].isdigit()
        number = f"{CURRENCIES[symbol]}{number}{'0' if is_half else ''}"
    elif symbol in FRANCS and "franc" in one.span.of(text):
        # The article says "francs", and whose is clear from it at best.
        number = f"{number} francs"
    elif symbol.isupper() and len(symbol) == 3:
        number = f"{symbol} {number}"
    else:
        number = f"{number} {symbol if one.value == 1 else plural(symbol)}"
    return sign + number + (f" per {per}" if per else "")


def plural(unit: str) -> str:
    """Return the plural of the English name of a unit."""
    if unit in IRREGULAR:
        return IRREGULAR[unit]
    if unit.endswith(("ch", "x", "sh")):
        return f"{unit}es"
    if unit.endswith("y") and unit[-2:-1] not in "aeiou":
        return f"{unit[:-1]}ies"
    return unit if unit.endswith("s") else f"{unit}s"


def _number(value: Decimal) -> str:
    for scale, word in SCALES:
        if abs(value) >= scale:
            return f"{_plain((value / scale).quantize(Decimal('0.001')))} {word}"
    return _plain(value)


def _plain(value: Decimal) -> str:
    if value == value.to_integral_value():
        return f"{int(value):,}"
    return f"{value:,f}".rstrip("0").rstrip(".")


def clipped(words: str, longest: int = LONGEST_NAME, *, whole: bool = False) -> str:
    """Return words for a label: one line, without a leading "the" unless it is a whole clause, cut between words with an ellipsis."""
    words = " ".join(words.split())
    if words[:4].lower() == "the " and not whole:
        words = words[4:]
    if len(words) <= longest:
        return words
    cut = words.rfind(" ", 0, longest)
    return f"{words[: cut if cut > longest // 2 else longest - 1].rstrip(' ,;')}…"


def unquoted(words: str) -> str:
    """Return words without the signs of a quote of which the other half is not there."""
    if words.count('"') % 2:
        words = words.replace('"', "")
    if words.count("“") != words.count("”"):
        words = words.replace("“", "").replace("”", "")
    return words
