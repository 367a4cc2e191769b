"""Dates: the corpus, what it must hold, and laws for every text."""

from __future__ import annotations

import time
import tomllib
from datetime import date
from pathlib import Path
from typing import TypedDict

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.extract.dates import dates, finder, recognise
from briefing.extract.dates.context import Context
from briefing.extract.dates.found import Found
from briefing.extract.dates.grammar import Grammar, Rule
from briefing.extract.dates.patterns import form
from briefing.extract.dates.tokens import tokenised
from briefing.model import Analysis, Article, Timex

PUBLISHED = date(2024, 1, 21)


class Example(TypedDict, total=False):
    text: str
    published: date
    why: str
    found: list[tuple[str, str]]


CORPUS = tomllib.loads((Path(__file__).parents[2] / "corpus" / "dates.toml").read_text(encoding="utf-8"))
NEWS: list[Example] = CORPUS["news"]
UNDATED: list[Example] = CORPUS["undated"]

PIECES = """
    on Monday May March 3 5 24 1990 2024 since until the past three years days ago later week month , . - to and of in early
    late next last this third quarter half an hour 6.30pm noon every daily summer fall '98 1970s '80s 20th century Christmas
    Day BC 12:30 10 p.m. local time second one two hundred a year end ( ) / 's Q3 9/11 night before weekend
"""
WORDS = st.sampled_from(PIECES.split())
TEXT = st.lists(WORDS, max_size=30).map(" ".join)


def told(timexes: tuple[Timex, ...], text: str) -> list[tuple[str, str]]:
    return [
        (timex.span.of(text), " ".join(filter(None, (timex.type.value, timex.value, timex.modifier))))
        for timex in timexes
    ]


@pytest.mark.parametrize("example", NEWS, ids=lambda example: str(example["text"])[:40])
def test_dates_are_found_with_their_values(example: Example) -> None:
    found = dates(example["text"], published=example.get("published", PUBLISHED))

    assert told(found, example["text"]) == [tuple(pair) for pair in example["found"]]


@pytest.mark.parametrize("example", UNDATED, ids=lambda example: str(example["text"])[:40])
def test_without_a_day_of_publication_the_year_stays_open(example: Example) -> None:
    found = dates(example["text"], published=None)

    assert told(found, example["text"]) == [tuple(pair) for pair in example["found"]]


@pytest.mark.parametrize("text", [text for group in CORPUS["none"] for text in group["texts"]])
def test_what_is_no_date_is_not_found(text: str) -> None:
    assert told(dates(text, published=PUBLISHED), text) == []


def test_every_rule_is_justified_by_an_example() -> None:
    rules = [rule for family in finder.FAMILIES for rule in family.RULES]
    grammars = [(rule, Grammar([rule])) for rule in rules]

    assert [rule.pattern for rule, grammar in grammars if not any(fits(rule, grammar, each) for each in NEWS)] == []


def fits(rule: Rule, grammar: Grammar, example: Example) -> bool:
    """Return whether some date of the example is what the rule reads there."""
    tokens = tokenised(example["text"])
    starts = {timex.span.start for timex in dates(example["text"], published=example.get("published", PUBLISHED))}
    context = Context(PUBLISHED, focus_day=PUBLISHED)
    assert form(rule.pattern).first
    return any(
        rule.means is means and (tokens.starts[number] in starts or Found(tokens, number, match, context).last > number)
        for number in range(len(tokens.words))
        for match, means in grammar.fits(tokens.codes[number:])
    )


def test_days_are_told_where_the_value_does_not_tell_them() -> None:
    found = dates("By the end of the year; over the past three months.", published=PUBLISHED)

    assert [(timex.first, timex.last) for timex in found] == [
        (date(2024, 12, 31), date(2024, 12, 31)),
        (date(2023, 10, 21), PUBLISHED),
    ]


def test_an_analysis_gets_its_dates() -> None:
    article = Article("x", "x.txt", "Ferry sinks", "It sank on Friday.", published=PUBLISHED)

    found = recognise(Analysis(article))

    assert [timex.value for timex in found.dates] == ["2024-01-19"]


@given(TEXT)
def test_findings_lie_in_the_text_in_order_and_never_overlap(text: str) -> None:
    found = dates(text, published=PUBLISHED)

    ends = [0, *(timex.span.end for timex in found)]
    assert all(timex.span.start >= end for timex, end in zip(found, ends, strict=False))
    assert ends[-1] <= len(text)
    assert all(timex.span.of(text).strip() == timex.span.of(text) != "" for timex in found)


@given(TEXT)
def test_the_first_day_is_never_behind_the_last(text: str) -> None:
    found = dates(text, published=PUBLISHED)

    assert all((timex.first is None) == (timex.last is None) for timex in found)
    assert all(timex.first <= timex.last for timex in found if timex.first and timex.last)


@given(st.text(max_size=200), st.dates())
def test_any_text_of_any_day_is_read(text: str, day: date) -> None:
    dates(text, published=day)
    dates(text, published=None)


@given(TEXT, st.dates())
def test_dates_of_any_day_are_read(text: str, day: date) -> None:
    dates(text, published=day)
    dates(text, published=None)


@given(TEXT)
def test_text_of_no_date_before_a_paragraph_only_shifts_what_is_found(text: str) -> None:
    lead = "The harbour was quiet.\n\n"

    shifted = dates(lead + text, published=PUBLISHED)

    assert [(timex.value, timex.span.start - len(lead)) for timex in shifted] == [
        (timex.value, timex.span.start) for timex in dates(text, published=PUBLISHED)
    ]


@pytest.mark.parametrize(
    "part",
    [
        "3 May ",
        "1990-",
        "1/",
        "Monday, ",
        "the early ",
        "one two ",
        "a hundred ",
        "2 ",
        "of the ",
        "twenty-",
        "in 1990 ",
    ],
)
def test_no_text_takes_long(part: str) -> None:
    begun = time.process_time()

    dates(part * (100_000 // len(part)), published=PUBLISHED)

    assert time.process_time() - begun < 4
