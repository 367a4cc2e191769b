"""What is searched for: words, "phrases", -what must not be there, and fields like source:reuters or date:2024-01..2024-03.

All of it must be true of an article. What is no field is words: a colon within a time or an address means nothing.
"""

from __future__ import annotations

import calendar
import difflib
import re
import unicodedata
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum
from typing import Final


class Field(StrEnum):
    """What a term is about."""

    ANY = ""
    """Title, text and source, and the notes on the article."""
    TITLE = "title"
    SOURCE = "source"
    DATE = "date"
    ENTITY = "entity"
    NOTE = "note"
    TAG = "tag"
    HAS = "has"
    IS = "is"
    SORT = "sort"


class Order(StrEnum):
    """The orders of what is found."""

    NEWEST = "newest"
    OLDEST = "oldest"
    BEST = "best"


HAS: Final = ("note", "highlight", "bookmark", "tag", "mark")
IS: Final = ("read", "unread")
MOST_TERMS: Final = 32
LONGEST: Final = 1000
_WORDS: Final = {Field.HAS: HAS, Field.IS: IS, Field.SORT: tuple(Order)}
"""The words that a field takes, where it does not take any."""
_TERM: Final = re.compile(r'(?P<no>-?)(?:(?P<field>[A-Za-z]{1,12}):)?(?:"(?P<phrase>[^"]*)(?:"|$)|(?P<word>\S+))')
_DAY: Final = re.compile(r"(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?")
_EXAMPLES: Final = {
    Field.TITLE: "title:harbour",
    Field.SOURCE: "source:reuters",
    Field.DATE: "date:2024-01..2024-03",
    Field.ENTITY: "entity:CENTCOM",
    Field.NOTE: "note:ministry",
    Field.TAG: "tag:iraq",
    Field.HAS: "has:note",
    Field.IS: "is:unread",
    Field.SORT: "sort:best",
}
_ALIKE: Final = 0.7
"""From which likeness on a word before a colon is a field that was mistyped; below it is words."""


@dataclass(frozen=True, slots=True)
class Term:
    """One thing that must be true of an article, or must not be."""

    field: Field
    words: str
    is_not: bool = False
    is_start: bool = False
    """The last of the words may go on: ira* finds Iran and Iraq."""
    first: date | None = None
    last: date | None = None
    """The days of a `date`, both inclusive; None where it is open."""


@dataclass(frozen=True, slots=True)
class Query:
    """What is searched for."""

    terms: tuple[Term, ...] = ()
    order: Order = Order.NEWEST
    fault: str = ""
    """What is wrong with it, in one line, and what to do; then it finds nothing."""

    def of(self, *fields: Field) -> tuple[Term, ...]:
        """Return the terms about these fields."""
        return tuple(term for term in self.terms if term.field in fields)


def parsed(text: str, *, today: date, is_being_typed: bool = False) -> Query:
    """Return what `text` asks for. While it is being typed, its last word may be the beginning of one."""
    if len(text) > LONGEST:
        return Query(fault=f"a search takes at most {LONGEST:,} characters")
    terms: list[Term] = []
    order = Order.NEWEST
    for found in _TERM.finditer(text):
        if is_being_typed and found.end() == len(text) and _bare_field(found):
            break
        term = _term(found, today)
        if isinstance(term, str):
            return Query(fault=term)
        if term.field is Field.SORT:
            order = Order(term.words)
        elif term.field in (Field.DATE, Field.HAS, Field.IS) or _has_words(term.words):
            terms.append(term)
    if len(terms) > MOST_TERMS:
        return Query(fault=f"a search takes at most {MOST_TERMS} words and phrases")
    if (
        is_being_typed
        and terms
        and text[-2:].isalnum()
        and len(text) > 1
        and terms[-1].field not in _WORDS | {Field.DATE: ()}
    ):
        terms[-1] = replace(terms[-1], is_start=True)
    return Query(tuple(terms), order)


def completions(text: str, at: int, *, sources: tuple[str, ...], entities: tuple[str, ...]) -> tuple[str, ...]:
    """Return what the word before the cursor may become, as whole lines of text."""
    before, after = text[:at], text[at:]
    start = max(before.rfind(" "), before.rfind("-", 0, before.rfind(" ") + 2)) + 1
    name, colon, value = before[start:].partition(":")
    if not colon:
        known = [f"{field}:" for field in Field if field and field.startswith(name.casefold())] if name else []
        return tuple(before[:start] + one + after for one in known)
    choices = {Field.SOURCE: sources, Field.ENTITY: entities}.get(_field(name) or Field.ANY, ())
    choices = choices or _WORDS.get(_field(name) or Field.ANY, ())
    folded = value.strip('"').casefold()
    alike = [one for one in choices if one.casefold().startswith(folded)]
    alike += [one for one in choices if one not in alike and f" {folded}" in one.casefold()]
    return tuple(f"{before[:start]}{name}:{_quoted(one)}{after}" for one in alike)


def patterns(query: Query) -> tuple[re.Pattern[str], ...]:
    """Return what finds the words of a query in a text: one pattern for each term about words that must be there."""
    wanted = [term for term in query.of(Field.ANY, Field.TITLE, Field.ENTITY) if not term.is_not]
    return tuple(map(pattern, wanted))


def pattern(term: Term) -> re.Pattern[str]:
    """Return what finds the words of a term in a text made `plain`, one after the other, as whole words."""
    words = [re.escape(word) for word in re.findall(r"\w+", plain(term.words))]
    return re.compile(r"(?<!\w)" + r"\W{1,8}".join(words) + ("" if term.is_start else r"(?!\w)"), re.IGNORECASE)


def plain(text: str) -> str:
    """Return `text` with each letter in place of the same with an accent, as the index has it: "cafe" for "café"."""
    return text if text.isascii() else text.translate(_PLAIN)


class _Plain(dict[int, int]):
    """For each character the one that it is without its accents, found out when it first comes."""

    def __missing__(self, code: int) -> int:
        parts = unicodedata.normalize("NFD", chr(code))
        is_accented = parts[0].isalnum() and all(map(unicodedata.combining, parts[1:]))
        self[code] = ord(parts[0]) if is_accented else code
        return self[code]


_PLAIN: Final = _Plain()


def _bare_field(found: re.Match[str]) -> Field | None:
    """Return the field that is told and stands for nothing yet, as in "source:"."""
    word = found["word"] or ""
    return _field(word[:-1]) if word.endswith(":") and found["field"] is None else None


def _term(found: re.Match[str], today: date) -> Term | str:
    """Return the term that was found, or what is wrong with it."""
    if bare := _bare_field(found):
        return f'"{bare}:" takes what stands right behind it, as in {_EXAMPLES[bare]}'
    name, words = found["field"], found["phrase"] if found["phrase"] is not None else found["word"]
    is_not = bool(found["no"])
    field = _field(name) if name else Field.ANY
    if field is None:
        near = difflib.get_close_matches(name.lower(), [one for one in Field if one], n=1, cutoff=_ALIKE)
        if near and len(name) > 2:
            return f'"{name}:" is no field: did you mean "{near[0]}:"?'
        return _text(Field.ANY, f"{name}:{words}", is_not=is_not, is_phrase=found["phrase"] is not None)
    if field is Field.DATE:
        return _date(words, today, is_not=is_not)
    taken = _WORDS.get(field)
    if taken and words.lower() not in taken:
        return f'"{field}:{words}" is not known: {field} takes {", ".join(taken)}'
    if taken:
        return Term(field, words.lower(), is_not)
    return _text(field, words, is_not=is_not, is_phrase=found["phrase"] is not None)


def _text(field: Field, words: str, *, is_not: bool, is_phrase: bool) -> Term:
    is_start = not is_phrase and words.endswith("*") and _has_words(words)
    return Term(field, words.rstrip("*") if is_start else words, is_not, is_start)


def _field(name: str) -> Field | None:
    folded = name.lower()
    return Field(folded) if folded and folded in tuple(Field) else None


def _has_words(text: str) -> bool:
    return any(character.isalnum() for character in text)


def _date(told: str, today: date, *, is_not: bool) -> Term | str:
    """Return the days that are meant: a day, a month, a year, or from one to another, either end open."""
    start, dots, end = told.partition("..")
    first, last = _days(start, today), _days(end if dots else start, today)
    if isinstance(first, str):
        return first
    if isinstance(last, str):
        return last
    if first is None and last is None:
        return "date: takes a day, a month or a year: date:2024-01-20, date:2024-01..2024-03, date:2024-01.."
    begin, finish = first[0] if first else None, last[1] if last else None
    if begin and finish and begin > finish:
        return f'"date:{told}" ends before it begins'
    return Term(Field.DATE, told, is_not, first=begin, last=finish)


def _days(told: str, today: date) -> tuple[date, date] | str | None:
    """Return the first and the last day of a day, month or year; None for nothing, else what is wrong with it."""
    if not told:
        return None
    if told.lower() in ("today", "yesterday"):
        day = today - timedelta(days=told.lower() == "yesterday")
        return day, day
    found = _DAY.fullmatch(told)
    if not found:
        return f'"{told}" is no date: write 2024, 2024-01, 2024-01-20, today or yesterday'
    year, month, day_number = int(found[1]), int(found[2] or 0), int(found[3] or 0)
    try:
        first = date(year, month if found[2] else 1, day_number if found[3] else 1)
    except ValueError:
        return f'there is no day "{told}"'
    if found[3]:
        return first, first
    return first, date(year, month, calendar.monthrange(year, month)[1]) if found[2] else date(year, 12, 31)


def _quoted(value: str) -> str:
    return f'"{value}"' if " " in value else value
