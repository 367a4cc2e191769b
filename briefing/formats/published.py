"""The day of publication, as files write it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta, timezone
from typing import Final

_MONTHS: Final = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_ZONES: Final = {
    "z": 0, "utc": 0, "gmt": 0, "ut": 0, "bst": 60, "cet": 60, "cest": 120, "eet": 120, "eest": 180, "msk": 180,
    "est": -300, "edt": -240, "cst": -360, "cdt": -300, "mst": -420, "mdt": -360, "pst": -480, "pdt": -420,
}  # fmt: skip
"""Minutes east of Greenwich. RFC 822 for the American ones."""

_WEEKDAY: Final = r"(?:(?:mon|tue|wed|thu|fri|sat|sun)[a-z]{0,6}\.?,?\s{1,3})?"
_MONTH: Final = r"(?P<{}>(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]{{0,6}})\.?"
_DATE: Final = re.compile(
    rf"{_WEEKDAY}(?:"
    r"(?P<y1>\d{4,9})[-/.](?P<m1>\d{1,2})[-/.](?P<d1>\d{1,2})(?!\d)"
    r"|(?P<y2>[12]\d{3})(?P<m2>\d{2})(?P<d2>\d{2})(?!\d)"
    rf"|(?P<d3>\d{{1,2}})(?:st|nd|rd|th)?[\s-]{{1,3}}{_MONTH.format('m3')},?[\s-]{{1,3}}(?P<y3>\d{{4}})(?!\d)"
    rf"|{_MONTH.format('m4')}\s{{1,3}}(?P<d4>\d{{1,2}})(?:st|nd|rd|th)?,?\s{{1,3}}(?P<y4>\d{{4}})(?!\d)"
    r"|(?P<d5>\d{1,2})\.\s?(?P<m5>\d{1,2})\.\s?(?P<y5>\d{4})(?!\d)"
    r"|(?P<a6>\d{1,2})/(?P<b6>\d{1,2})/(?P<y6>\d{4})(?!\d)"
    r")",
    re.IGNORECASE,
)
_TIME: Final = re.compile(
    r"(?:T|,?\s{1,3}(?:at\s)?)(?P<h>\d{1,2})(?:[:.](?P<m>\d{2})(?::(?P<s>\d{2})(?:[.,]\d{1,9})?)?)?"
    r"(?:\s?(?P<half>[ap])\.?m\b\.?)?"
    rf"(?:\s{{0,2}}(?P<zone>[+-]\d{{2}}(?::?\d{{2}})?\b|(?:{'|'.join(_ZONES)})\b))?",
    re.IGNORECASE,
)
_NOT_A_DATE_YET: Final = re.compile(r"\d{1,9}[-/.]\d[\d\-/.:]{0,20}")


@dataclass(frozen=True, slots=True)
class Written:
    """A date as it stands in a file: what it means, where it ends, and what is wrong with it."""

    published: date | datetime | None
    end: int
    remark: str = ""


def written(text: str, at: int = 0) -> Written | None:
    """Return the date, with its time where one follows, that is written in `text` at the offset `at`.

    Returns None where nothing there looks like a date. One that does and cannot be (31 February) has no
    `published`, and a remark that quotes it.
    """
    found = _DATE.match(text, at)
    if found is None:
        cut = _NOT_A_DATE_YET.match(text, at)
        return Written(None, cut.end(), f"the date “{cut[0]}” could not be read") if cut else None
    clock = _TIME.match(text, found.end())
    if clock and not _is_clock(clock):
        clock = None
    end = clock.end() if clock else found.end()
    if found["a6"] and int(found["a6"]) <= 12 and int(found["b6"]) <= 12 and found["a6"] != found["b6"]:
        return Written(None, end, f"the date “{found[0]}” can be read in two ways")
    day = _day(found)
    if day is None:
        return Written(None, end, f"the date “{found[0]}” does not exist")
    if clock is None:
        return Written(day, end)
    moment = _moment(day, clock)
    return Written(moment, end) if moment else Written(day, end, f"the time “{clock[0].strip()}” does not exist")


def published(value: str) -> Written:
    """Return the date that `value`, the whole of a field, means."""
    value = value.strip()
    if not value or value.lower() in {"none", "null", "nil", "n/a", "unknown", "undated", "-", "~"}:
        return Written(None, len(value))
    found = written(value)
    if found is None or (found.published is None and not found.remark):
        return Written(None, len(value), f"the date “{value[:60]}” could not be read")
    return found


def from_seconds(seconds: float) -> datetime | None:
    """Return the moment that lies `seconds` (or milliseconds) after 1970, in UTC."""
    if abs(seconds) >= 1e11:
        seconds /= 1000
    try:
        return datetime(1970, 1, 1, tzinfo=UTC) + timedelta(seconds=seconds)
    except (OverflowError, ValueError):
        return None


def _day(found: re.Match[str]) -> date | None:
    parts = found.groupdict()
    form = next(number for number in "123456" if parts[f"y{number}"])
    if form == "6":
        first, second = int(parts["a6"]), int(parts["b6"])
        month, day = (second, first) if first > 12 else (first, second)
    else:
        name, day = parts[f"m{form}"], int(parts[f"d{form}"])
        month = int(name) if name.isdecimal() else _MONTHS.index(name[:3].lower()) + 1
    try:
        return date(int(parts[f"y{form}"]), month, day)
    except (ValueError, OverflowError):
        return None


def _is_clock(found: re.Match[str]) -> bool:
    """Return whether a number behind a date tells a time: in "2024-01-21 12.50 euros" it does not."""
    return bool(found["half"] or (found["m"] and found[0][found.end("h") - found.start()] == ":"))


def _moment(day: date, clock: re.Match[str]) -> datetime | None:
    hour, minute, second = (int(clock[name] or 0) for name in ("h", "m", "s"))
    if clock["half"]:
        if not 1 <= hour <= 12:
            return None
        hour = hour % 12 + (12 if clock["half"] in "pP" else 0)
    try:
        moment = datetime.combine(day, time(hour, minute, second))
        zone = _zone(clock["zone"])
    except ValueError:
        return None
    if zone is None:
        return moment
    # In the first and the last year a shift by the zone would leave the calendar.
    return moment.replace(tzinfo=zone) if 1 < day.year < 9999 else None


def _zone(name: str | None) -> timezone | None:
    """Return the zone of that name; None for none. Raises ValueError for a day and more."""
    if name is None:
        return None
    if name[0] in "+-":
        digits = name[1:].replace(":", "")
        minutes = int(digits[:2]) * 60 + int(digits[2:] or 0)
        return timezone(timedelta(minutes=-minutes if name[0] == "-" else minutes))
    return timezone(timedelta(minutes=_ZONES[name.lower()]))
