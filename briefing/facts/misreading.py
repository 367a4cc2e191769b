"""Misreading: figures that a line would tell as something else than the article does, or would tell twice."""

from __future__ import annotations

import re
from typing import Final

from briefing.model import Comparison, Figure, Role

LOOK: Final = 80
"""How many characters beside a figure are looked at."""
AGO: Final = 2
"""How many years before publication lies what is long past."""
SEVERAL: Final = (
    r"(?:(?:at|more|less|fewer|over|about|around|another|some|nearly|almost|up|as|than|least|most|to|many)\s){0,3}"
    r"(?:\d|an?\s|dozens?\b|scores\b|hundreds\b|several\b|two\b|three\b|four\b|five\b|six\b|seven\b|eight\b|nine\b|ten\b|others\b"
    r"|many\b)"
)
DEAD: Final = r"(?:killed|dead|killing|died|dies|deaths|fatalities)"
HURT: Final = r"(?:injured|injuring|wounded|wounding|hurt|injuries|maimed)"
BOTH_BEHIND: Final = re.compile(
    rf"\s(?:[^\W\d]+\s){{0,5}}?(?:{DEAD}\s?(?:and|or|and/or|/)\s?{HURT}|{HURT}\s?(?:and|or|and/or|/)\s?{DEAD})\b(?!\s{SEVERAL})",
    re.IGNORECASE,
)
"""What follows a count of the dead and the hurt together: "40 people were killed or wounded"."""
BOTH_BEFORE: Final = re.compile(
    rf"(?<!\d\s)\b(?:{DEAD}\s?(?:and|or|and/or|/)\s?{HURT}|{HURT}\s?(?:and|or|and/or|/)\s?{DEAD})\s$", re.IGNORECASE
)
COUNTED: Final = re.compile(
    r"[\d.,]\d*\s(?:[^\W\d]+\s){0,4}$|\b(?:dozens|scores|hundreds|several|many)\s(?:[^\W\d]+\s){0,4}$", re.IGNORECASE
)
"""A number of their own for the dead before the hurt: "left 12 dead and injured 40"."""
CHILDREN: Final = re.compile(
    r"\b(?:(?:grand|step)?(?:mother|father|parent|mom|mum|dad)|widow(?:er)?|wife|wives|husband)s?\sof\s$", re.IGNORECASE
)
"""What stands before a number of children: "a mother of 13"."""
AGAIN: Final = re.compile(
    r"\d\)?(?:[\s-](?:[mbt]r?illion|thousand|hundred|bn|m))?(?:\s[A-Za-z.$€£]{1,12}){0,3}\s?[(\[](?:(?:or|about|around|some|roughly|nearly|almost"
    r"|approximately|over|worth|equal|equivalent|to|up|more|than|US)\s?){0,4}[$€£~≈]?$"
)
"""What stands before the same sum in another currency: "15.6 billion yen ($110 million)"."""
PAIR_BEFORE: Final = re.compile(
    r"\b(?:and|or)\s(?:(?:an?|the|his|her|its|their|other|two|three|some)\s)?$", re.IGNORECASE
)
PAIR_BEHIND: Final = re.compile(
    r"\s(?:and|or)\s(?:(?:an?|the|his|her|its|their|other)\s)?[a-z]+(?:[,.;]|$|\s(?:in|from|on|to|for|at)\b)"
)
YEAR: Final = re.compile(r"(?<![\d$€£.,])\b(1[5-9]\d\d|20\d\d)\b(?![.,]?\d|\s?(?:people|troops|soldiers|dollars))")

WEAPON: Final = re.compile(
    r"[\s-]?(?:cal(?:iber|ibre)?\b|magnum|revolver|pistol|handgun|semi-?auto|rifle)", re.IGNORECASE
)
MIGHT: Final = re.compile(r"\b(?:might|could|would|may) (?:well )?have (?:been )?$", re.IGNORECASE)
HANDED: Final = re.compile(
    r"\b(?:hand|turn|sign|took|tak|pa|carr)(?:ed|ing|e|en|s|id|ied|y|ying|over)? $", re.IGNORECASE
)
OR_SHARE: Final = re.compile(r",? or \d[\d.]*\s?(?:%|per\s?cent)")
LEADS: Final = re.compile(r"\s(?:percent\s)?to\s(\d[\d.]{0,5}?)\s?(?:%|per\s?cent)(?!age)")
"""What stands behind the first of two shares in a poll: "46 percent to 44 percent"."""
FOLLOWS: Final = re.compile(r"\d\s?(?:%|per\s?cent)\sto\s$")
DOES: Final = re.compile(r"\s(?:''|[\"“])?(?!compared|increased|decreased|based|annualized)([a-z]{2,}ed\s[a-z]{4,})\b")
"""What those do whom a share counts: "73 percent maintained subsidiaries"."""
SHARED: Final = re.compile(
    r"\b((?!which\b|that\b|who\b|and\b|the\b)(?:[a-z]{3,}\s)?(?:rate|share|turnout|unemployment|inflation|growth|stake|yield|margin"
    r"|average|level|approval|support|majority|tax|tariff|output|discount|premium|probability))(?:\s(?:steady|stable|unchanged|flat))?\s(?:of|at)\s"
    r"(?:(?:about|around|some|nearly|roughly|only)\s)?$"
)
"""What stands before a share and names it: "a turnout rate of 58 %"."""
SINCE: Final = re.compile(r"\bsince\b", re.IGNORECASE)
NEGATED: Final = re.compile(r"(?:n['’]t|\b(?:not|never|no one|nobody|cannot))\s(?:[a-z]+\s){0,5}$", re.IGNORECASE)
"""What makes "more than three" no more than three."""
BESIDES: Final = re.compile(r"\b[A-Za-z]+ and (?:(?:at|least|about|nearly|some)\s){0,2}$")
OTHERS: Final = re.compile(r"\s(?:other|others)\b")
HARMED: Final = re.compile(
    r"\b(?:killed|dead|died|dies|injured|wounded|hurt|killing|injuring|wounding)\b", re.IGNORECASE
)
TRIED: Final = re.compile(r"\s(?:\w+\s)?(?:attempted|attempts|failed|planned|would-be|suspected|alleged)\b")
"""What stands between a number and deeds that did not succeed: "a dozen attempted murders"."""
MARGIN: Final = re.compile(r"\bmargin of (?:sampling )?error\b[^.;]{0,24}$", re.IGNORECASE)
FROM: Final = re.compile(
    r"\bfrom\s(?:(?:the|about|just|only|a|its)\s){0,2}$|\b(?:compared with|compared to|against|versus|year-earlier|year-ago)\s[^,;.$\d]{0,40}[$€£]?$",
    re.IGNORECASE,
)
"""What stands before what something was: "up from", "compared with net income of"."""


def is_negated(text: str, figure: Figure) -> bool:
    """Return whether a bound is denied: "not going to provide more than three"."""
    if figure.comparison not in (Comparison.MORE, Comparison.LESS):
        return False
    return NEGATED.search(text, max(0, figure.span.start - LOOK // 2), figure.span.start) is not None


def is_besides(text: str, figure: Figure) -> bool:
    """Return whether a toll leaves out one who is named before it: "the ambassador and three others"."""
    if figure.role not in (Role.KILLED, Role.INJURED) or not OTHERS.match(text, figure.span.end):
        return False
    start = max(0, figure.span.start - LOOK // 2)
    before = text[start : figure.span.start]
    return (
        BESIDES.search(before) is not None and not any(char.isdigit() for char in before) and not HARMED.search(before)
    )


def is_attempt(text: str, figure: Figure) -> bool:
    """Return whether a toll counts deeds that were only tried: "more than a dozen attempted murders"."""
    return TRIED.match(text, figure.span.end, figure.span.end + LOOK) is not None


def is_margin(text: str, figure: Figure) -> bool:
    """Return whether a share is a poll's margin of error."""
    return (
        figure.role is Role.PERCENT
        and MARGIN.search(text, max(0, figure.span.start - LOOK // 2), figure.span.start) is not None
    )


def is_old_value(text: str, figure: Figure) -> bool:
    """Return whether a share or a sum is what something was before: "up from 1 percent"."""
    if figure.role not in (Role.PERCENT, Role.MONEY):
        return False
    return FROM.search(text, max(0, figure.span.start - LOOK // 2), figure.span.start) is not None


def is_of_both(text: str, figure: Figure) -> bool:
    """Return whether a figure counts the dead and the hurt together: "40 killed and injured"."""
    if figure.role not in (Role.KILLED, Role.INJURED):
        return False
    if BOTH_BEHIND.match(text, figure.span.end, figure.span.end + LOOK):
        return True
    before = BOTH_BEFORE.search(text, max(0, figure.span.start - LOOK), figure.span.start)
    return before is not None and not COUNTED.search(text, max(0, before.start() - LOOK // 2), before.start())


def counts_children(text: str, figure: Figure) -> bool:
    """Return whether a number tells how many children someone has: "a mother of 13 was killed"."""
    return CHILDREN.search(text, max(0, figure.span.start - LOOK // 2), figure.span.start) is not None


def is_other_currency(text: str, figure: Figure) -> bool:
    """Return whether a sum is the one before it, told in another currency in brackets."""
    if figure.role is not Role.MONEY:
        return False
    return AGAIN.search(text, max(0, figure.span.start - LOOK // 2), figure.span.start) is not None


def is_of_a_pair(text: str, figure: Figure) -> bool:
    """Return whether a price is of two things, of which the words for what it measures name one: "a watch and a ring"."""
    if figure.role is not Role.MONEY or figure.counted is None:
        return False
    first, last = figure.counted.start, figure.counted.end
    if last <= figure.span.start:
        return PAIR_BEFORE.search(text, max(0, first - LOOK // 4), first) is not None
    return PAIR_BEHIND.match(text, last, last + LOOK // 2) is not None


def is_long_past(sentence: str, year: int) -> bool:
    """Return whether a sentence tells of an old year and of none since: "In 1998 a bomb killed 224 people"."""
    told = [int(found) for found in YEAR.findall(sentence)]
    return bool(told) and max(told) <= year - AGO and SINCE.search(sentence) is None


def share(text: str, figure: Figure) -> tuple[str, str]:
    """Return what stands before and behind a bare share in its label: "turnout rate", or the other half of "46 % to 44 %"."""
    if figure.unit != "percent" or figure.high is not None:
        return "", ""
    if (lead := LEADS.match(text, figure.span.end, figure.span.end + LOOK // 2)) is not None:
        return "", f" to {lead[1]} %"
    if (does := DOES.match(text, figure.span.end, figure.span.end + LOOK // 2)) is not None:
        return "", f" {does[1]}"
    named = SHARED.search(text, max(0, figure.span.start - LOOK // 2), figure.span.start)
    return (f"{named[1]} ", "") if named is not None else ("", "")


def is_second(text: str, figure: Figure) -> bool:
    """Return whether a share is the second of a pair that is told with the first: "46 percent to 44 percent"."""
    if figure.unit != "percent":
        return False
    return FOLLOWS.search(text, max(0, figure.span.start - LOOK // 4), figure.span.start) is not None


def is_calibre(text: str, figure: Figure) -> bool:
    """Return whether a number is that of a weapon: ".357 Magnum"."""
    if figure.counted is None or WEAPON.match(text, figure.span.end, figure.span.end + LOOK // 4) is None:
        return False
    return text[max(0, figure.span.start - 2) : figure.span.start].strip().endswith(".")


def is_supposed_toll(text: str, figure: Figure) -> bool:
    """Return whether a toll is one that might have been: "there might have been two people killed"."""
    return MIGHT.search(text, max(0, figure.span.start - LOOK // 2), figure.span.start) is not None


def is_particle(text: str, figure: Figure) -> bool:
    """Return whether the "over" of a figure belongs to the verb before it: "handed over $25 million"."""
    if figure.comparison is not Comparison.MORE or not text.startswith("over ", figure.span.start):
        return False
    return HANDED.search(text, max(0, figure.span.start - LOOK // 4), figure.span.start) is not None


def is_of_points(text: str, figure: Figure) -> bool:
    """Return whether a share is told as the move of an index in points: "tumbled 5.39, or 1.2%"."""
    if figure.unit != "percent" or "%" in figure.span.of(text) or "cent" in figure.span.of(text):
        return False
    return OR_SHARE.match(text, figure.span.end, figure.span.end + LOOK // 4) is not None
