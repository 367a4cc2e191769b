"""Lines between a headline and the body: fields, who wrote it, the outlet and the day."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Final

from briefing.formats.header import header
from briefing.formats.prose import is_headline
from briefing.formats.published import written

MOST_LINES: Final = 6
"""Lines under a headline that are looked at."""
_LONGEST_LINE: Final = 120

_AUTHOR: Final = re.compile(
    r"By (?P<name>[A-Z][\w.’'-]{0,30}(?: (?:and |de |van |von |al-)?[A-Z][\w.’'-]{0,30}){1,6})$"
)
_LEAD: Final = re.compile(r"(?:Published|Updated|Posted)(?: on| at)?:? ", re.IGNORECASE)
_OUTLET: Final = re.compile(r"(?P<name>[A-Z][\w.’'& -]{1,60}?) ?[,|·–—-] ?(?=\w)")
_END: Final = re.compile(r"[.,; ]{0,3}$")


@dataclass(frozen=True, slots=True)
class Top:
    """What the first lines of a text tell, and how the text reads with each of them a paragraph of its own."""

    text: str
    values: Mapping[str, str]
    published: date | datetime | None = None
    remarks: tuple[str, ...] = ()


def top(text: str) -> Top:
    """Return what stands under the headline of `text`.

    Fields with a colon are taken out, as they are in front of a text. A line with the author, or with the day of
    publication, stays what the text says, as a paragraph. A headline in capitals needs no blank line below it.
    """
    lines = text.lstrip("\n").split("\n", MOST_LINES + 2)
    first = lines[0].strip()
    if len(lines) < 2 or not is_headline(first):
        return Top(text, {})
    if lines[1].strip() and _is_shouted(first) and not _is_shouted(lines[1]):
        lines.insert(1, "")
    values: dict[str, str] = {}
    remarks: tuple[str, ...] = ()
    day: date | datetime | None = None
    kept: list[str] = [first]
    at = 1
    while at < min(len(lines), MOST_LINES):
        line = lines[at].strip()
        told = _told(line) if line else Top(line, {})
        if told is None:
            break
        values = {**told.values, **values}
        day = day or told.published
        remarks += told.remarks
        kept += [told.text] if told.text else []
        at += 1
    if not values and day is None:
        return Top("\n".join(lines), {})
    return Top("\n\n".join([*kept, "\n".join(lines[at:])]), values, day, remarks)


def _told(line: str) -> Top | None:
    """Return what a line under a headline tells and what of it is shown; None where it is part of the body."""
    if len(line) > _LONGEST_LINE:
        return None
    front = header(line)
    if front.values and front.end == len(line):
        return Top("", front.values, front.published, front.remarks)
    author = _AUTHOR.match(line)
    if author:
        return Top(line, {"author": author["name"]})
    lead = _LEAD.match(line)
    start = lead.end() if lead else 0
    outlet = None if lead or line[:1].isdigit() else _OUTLET.match(line)
    for begin, values in ((start, {}), (outlet.end() if outlet else 0, {"source": outlet["name"]} if outlet else {})):
        found = written(line, begin)
        if found and found.published and _END.match(line, found.end):
            return Top(line, values, found.published)
    return None


def _is_shouted(line: str) -> bool:
    letters = [char for char in line if char.isalpha()]
    return len(letters) > 8 and " " in line.strip() and all(char.isupper() for char in letters)
