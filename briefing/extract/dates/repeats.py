"""Times that come again: "every Friday", "daily", "twice a week", "each July", "Sundays"."""

from __future__ import annotations

from typing import Final

from briefing.extract.dates.clock import PARTS
from briefing.extract.dates.days import SEASONS
from briefing.extract.dates.found import Found
from briefing.extract.dates.grammar import Rule
from briefing.extract.dates.lengths import length
from briefing.extract.dates.lexicon import word_set
from briefing.extract.dates.readings import Reading
from briefing.extract.dates.wording import unit_of
from briefing.model import TimexType

SET: Final = TimexType.SET
_OFTEN: Final = {"hourly": "PT1H", "daily": "P1D", "weekly": "P1W", "fortnightly": "P2W", "monthly": "P1M"}
_RATE_CUES: Final = word_set(
    "times barrels tons tonnes million billion trillion cents miles people percent % shares pounds once twice "
    "dollars francs marks units hours days euros copies each minutes students visitors passengers patients cars "
    "jobs deaths yen bpd km kilometers"
)


def every(found: Found) -> Reading | None:
    """Every Friday, each July, every two years."""
    word = found.words("u")
    if found.has("w"):
        return Reading(SET, f"XXXX-WXX-{found.meant('w') + 1}", moves=False)
    if found.has("m"):
        return Reading(SET, f"XXXX-{found.meant('m'):02d}", moves=False)
    if found.has("s"):
        return Reading(SET, f"XXXX-{SEASONS[found.words('s')]}", moves=False)
    if word in PARTS:
        return Reading(SET, f"XXXX-XX-XX{PARTS[word]}", moves=False)
    if word.startswith("weekend"):
        return Reading(SET, "XXXX-WXX-WE", moves=False)
    number = found.number("n")
    count = number if number is not None else 2 if found.has("o") else 1
    return Reading(SET, length(count, unit_of(word)), moves=False)


def often(found: Found) -> Reading | None:
    """Daily, monthly."""
    return Reading(SET, _OFTEN[found.words("f")], moves=False)


def weekends(found: Found) -> Reading | None:
    """On weekends."""
    if found.tokens.words[found.last].lower() != "weekends":
        return None
    return Reading(SET, "XXXX-WXX-WE", first_word=found.last, moves=False)


def rate(found: Found) -> Reading | None:
    """Twice a year, $5 a day, 40 per week."""
    unit = unit_of(found.words("u"))
    if found.words("p") != "per" and not _is_rate(found):
        return None
    return Reading(SET, length(1, unit), moves=False)


def _is_rate(found: Found) -> bool:
    before = found.before()
    return before in _RATE_CUES or before[:1].isdigit()


def weekdays(found: Found) -> Reading | None:
    """Sundays."""
    return Reading(SET, f"XXXX-WXX-{found.meant('w') + 1}", moves=False)


RULES: Final = (
    Rule(
        "EVERY (o:OTHER)? (n:NUMBER)? (u:(UNIT|UNITS|SMALL|SMALLS|PART|WEEKEND)|w:WEEKDAY|m:(MONTH|MAYBE_MONTH)|s:(SEASON|FALL))",
        every,
    ),
    Rule("f:OFTEN", often),
    Rule("(ON|AT) WEEKEND", weekends),
    Rule("p:(A|PER) u:(UNIT|SMALL|SECOND)", rate),
    Rule("w:WEEKDAYS", weekdays),
)
