"""Searching all articles: the list of what is found, live as it is typed, and searches that are kept."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Final

from briefing.model import Article, Correction, CorrectionKind, new_correction, taken_back
from briefing.reading.choice import Ask, Choice, Option, choice, on_line
from briefing.reading.correcting import corrected
from briefing.reading.hits import places
from briefing.reading.jumps import Place
from briefing.reading.offers import around
from briefing.reading.prompt import Prompt
from briefing.reading.query import Query, completions
from briefing.reading.rows import day_words
from briefing.reading.state import Reading, noticed

TITLE: Final = "SEARCH ALL ARTICLES"
HELP: Final = 'Words, "a phrase", -without, source:, date:2024-01.., entity:, has:note, is:unread'
KEPT: Final = "kept:"
"""What the value of an option begins with that is a search kept from before."""
MOST_PLACES: Final = 300
"""Places that are shown of what is found; the list shows all articles."""
OF_ONE: Final = 3
"""Places of one article that are shown."""


@dataclass(frozen=True, slots=True)
class Searched:
    """What was found by now for what was typed."""

    text: str
    options: tuple[Option, ...] = ()
    articles: int = 0
    """How many articles were found."""
    fault: str = ""
    is_first: bool = True
    """Whether it stands in place of what was found for what was typed before."""
    complete: bool = False


def search(reading: Reading) -> Choice:
    """Return the list of the searches that are kept, to be chosen from or typed over."""
    return choice(Ask.SEARCH, TITLE, _kept(reading), empty=HELP)


def with_searched(asked: Choice, found: Searched) -> Choice:
    """Return the choice with what was found; unchanged where something else is typed by now."""
    if asked.ask is not Ask.SEARCH or asked.prompt.text.lstrip() != found.text:
        return asked
    if found.fault:
        return replace(asked, options=(), shown=(), title=TITLE, empty=found.fault, complete=True, cursor=0, top=0)
    options = found.options if found.is_first else (*asked.options, *found.options)
    title = f"{found.articles:,} {'ARTICLE' if found.articles == 1 else 'ARTICLES'} WITH {found.text.strip()}"
    empty = f"No article holds {found.text.strip()}."
    there = replace(asked, options=options, shown=options, title=title, empty=empty, complete=found.complete)
    return replace(there, cursor=0, top=0) if found.is_first else there


def untyped(asked: Choice, reading: Reading) -> Choice:
    """Return the choice with the kept searches again, where nothing is typed any more."""
    fresh = search(reading)
    return replace(fresh, prompt=asked.prompt, height=asked.height)


def completed(asked: Choice, *, sources: Sequence[str], names: Sequence[str]) -> Choice | None:
    """Return the choice with the word before the cursor completed, the next way each time; None where it can't be."""
    text, at = asked.prompt.text, asked.prompt.at
    found = completions(text, at, sources=tuple(sources), entities=tuple(names))
    others = [one for one in found if one != text]
    if not others:
        return None
    line = others[0]
    return on_line(asked, Prompt("", line, len(line) - len(text) + at))


def options_of(article: Article, query: Query) -> Iterable[Option]:
    """Yield the first places of an article that a query finds, the title where it asks for no words."""
    where = " · ".join(part for part in (article.source, day_words(article.day) if article.day else "") if part)
    where = where or article.path
    spans = places(article, query, most=OF_ONE)
    if not spans:
        yield Option(article.title, Place(article.id, 0), where)
    shown: set[str] = set()
    for span in spans:
        words = around(article.text, span)
        if words not in shown:
            shown.add(words)
            yield Option(words, Place(article.id, span.start), where, hidden=article.title)


def kept(reading: Reading, words: str, *, now: datetime) -> Reading:
    """Return the reading with a search kept, to be undone."""
    words = " ".join(words.split())
    if not words:
        return noticed(reading, "type what is searched for; then ^S keeps it")
    one = new_correction(CorrectionKind.SEARCH, words, now=now, words=words)
    return corrected(reading, (one,), f"kept: {words}", reach="")


def forgotten(reading: Reading, option: Option | None, *, now: datetime) -> Reading:
    """Return the reading without the kept search under the cursor, to be undone."""
    words = option.value.removeprefix(KEPT) if option and isinstance(option.value, str) else ""
    one = next((one for one in _searches(reading) if one.words == words), None)
    return corrected(reading, (taken_back(one, now=now),), f"no longer kept: {words}", reach="") if one else reading


def _kept(reading: Reading) -> tuple[Option, ...]:
    searches = [Option(one.words or "", f"{KEPT}{one.words}") for one in _searches(reading)]
    return (Option("KEPT SEARCHES", "", is_heading=True), *searches) if searches else ()


def _searches(reading: Reading) -> list[Correction]:
    return [one for one in reading.corrections.standing() if one.kind is CorrectionKind.SEARCH]
