"""The index of names as a list to choose from."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from functools import partial
from typing import Final

from briefing.model import NO_NAMES, Names
from briefing.model.names import spoken_of
from briefing.reading.choice import Ask, Choice, Option, choice, on_value, retyped
from briefing.reading.decoration import TYPE_WORDS
from briefing.reading.name_index import NamedThing, NameIndex
from briefing.reading.rows import MONTHS

MOST: Final = 500
"""Names that are listed; typing finds the others."""


def index(names: NameIndex, *, own: Names = NO_NAMES) -> Choice:
    """Return the names of all articles, those of the most first; those that `own` says something of have a sign."""
    things = f"{len(names.things):,} {'name' if len(names.things) == 1 else 'names'}"
    articles = f"{names.articles:,} {'article' if names.articles == 1 else 'articles'}"
    rest = ", the rarest left out" if names.left_out else ""
    title = f"{things} in {articles}{rest}".upper() if names.articles else "NAMES IN ALL ARTICLES"
    asked = choice(Ask.INDEX, title, (), empty="No names were found.", complete=names.complete)
    return retyped(replace(asked, finder=partial(_options, names, own), columns=("articles", "type", "from – to")))


def regathered(before: Choice, after: Choice) -> Choice:
    """Return the index with more names in it, with what was typed before and the cursor on the same name."""
    there = retyped(replace(after, prompt=before.prompt, height=before.height))
    if before.cursor == 0 or before.option is None:
        return there
    return on_value(there, before.option.value)


def span_words(first: date | None, last: date | None) -> str:
    """Return from which day to which, in at most 20 cells: "3 – 21 Jan 2024"; nothing where no day is known."""
    if first is None or last is None:
        return ""
    end = f"{last.day} {MONTHS[last.month - 1]} {last.year}"
    if first == last:
        return end
    if first.year != last.year:
        return f"{MONTHS[first.month - 1]} {first.year} – {MONTHS[last.month - 1]} {last.year}"
    if first.month != last.month:
        return f"{first.day} {MONTHS[first.month - 1]} – {end}"
    return f"{first.day} – {end}"


def _options(names: NameIndex, own: Names, words: str) -> tuple[Option, ...]:
    said = spoken_of(own)
    return tuple(_option(thing, is_own=thing.name in said) for thing in names.found(words, most=MOST))


def _option(thing: NamedThing, *, is_own: bool) -> Option:
    columns = (f"{thing.articles:,}", TYPE_WORDS[thing.type], span_words(thing.first, thing.last))
    return Option(thing.name, thing.name, columns=columns, is_own=is_own)
