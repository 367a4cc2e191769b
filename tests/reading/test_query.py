"""What is typed as a search, and what it asks for."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.reading.query import LONGEST, MOST_TERMS, Field, Order, Query, Term, completions, parsed, patterns, plain

TODAY = date(2024, 3, 5)


def query(text: str, *, is_being_typed: bool = False) -> Query:
    return parsed(text, today=TODAY, is_being_typed=is_being_typed)


def days(first: str, last: str, told: str, *, is_not: bool = False) -> Term:
    ends = [date.fromisoformat(day) if day else None for day in (first, last)]
    return Term(Field.DATE, told, is_not, first=ends[0], last=ends[1])


@pytest.mark.parametrize(
    ("text", "terms"),
    [
        ("iran", [Term(Field.ANY, "iran")]),
        ('"air base" -drone', [Term(Field.ANY, "air base"), Term(Field.ANY, "drone", is_not=True)]),
        ("ira*", [Term(Field.ANY, "ira", is_start=True)]),
        ("source:reuters", [Term(Field.SOURCE, "reuters")]),
        ('Entity:"US Central Command"', [Term(Field.ENTITY, "US Central Command")]),
        ("-has:note is:Unread", [Term(Field.HAS, "note", is_not=True), Term(Field.IS, "unread")]),
        ("date:2024-01..2024-03", [days("2024-01-01", "2024-03-31", "2024-01..2024-03")]),
        ("date:2024", [days("2024-01-01", "2024-12-31", "2024")]),
        ("date:2024-02", [days("2024-02-01", "2024-02-29", "2024-02")]),
        ("-date:2024-01-20..", [days("2024-01-20", "", "2024-01-20..", is_not=True)]),
        ("date:..yesterday", [days("", "2024-03-04", "..yesterday")]),
        ("date:today", [days("2024-03-05", "2024-03-05", "today")]),
        ("at 10:30 http://a.b/c", [Term(Field.ANY, word) for word in ("at", "10:30", "http://a.b/c")]),
        ("AND OR NOT", [Term(Field.ANY, word) for word in ("AND", "OR", "NOT")]),
        ('"not closed', [Term(Field.ANY, "not closed")]),
        ('- -- * "" "—" iran', [Term(Field.ANY, "iran")]),
        ("Al-Asad", [Term(Field.ANY, "Al-Asad")]),
    ],
)
def test_a_search_asks_for(text: str, terms: list[Term]) -> None:
    assert query(text) == Query(tuple(terms))


def test_an_order_is_told_among_the_words() -> None:
    assert query("iran sort:best").order is Order.BEST


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("sorce:reuters", '"sorce:" is no field: did you mean "source:"?'),
        ("has:notes", '"has:notes" is not known: has takes note, highlight, bookmark, tag, mark'),
        ("is:old", '"is:old" is not known: is takes read, unread'),
        ("date:2024-13", 'there is no day "2024-13"'),
        ("date:2024-02-30", 'there is no day "2024-02-30"'),
        ("entity:", '"entity:" takes what stands right behind it, as in entity:CENTCOM'),
        ("iran date: 2024", '"date:" takes what stands right behind it, as in date:2024-01..2024-03'),
        ("date:soon", '"soon" is no date: write 2024, 2024-01, 2024-01-20, today or yesterday'),
        ("date:2024-03..2024-01", '"date:2024-03..2024-01" ends before it begins'),
        ("date:..", "date: takes a day, a month or a year: date:2024-01-20, date:2024-01..2024-03, date:2024-01.."),
        ("w " * (MOST_TERMS + 1), f"a search takes at most {MOST_TERMS} words and phrases"),
        ("w" * (LONGEST + 1), f"a search takes at most {LONGEST:,} characters"),
    ],
)
def test_what_is_wrong_is_said_with_what_to_do(text: str, fault: str) -> None:
    assert query(text) == Query(fault=fault)


def test_the_last_word_may_go_on_while_it_is_typed() -> None:
    assert [term.is_start for term in query("air ba", is_being_typed=True).terms] == [False, True]
    assert [term.is_start for term in query("air ba ", is_being_typed=True).terms] == [False, False]
    assert [term.is_start for term in query('"air ba"', is_being_typed=True).terms] == [False]


def test_a_field_that_is_being_typed_asks_for_nothing_yet() -> None:
    assert query("iran source:", is_being_typed=True).terms == query("iran ").terms
    assert query("-is:", is_being_typed=True) == Query()
    assert query("source: iran", is_being_typed=True).fault


@given(st.text(st.sampled_from('ab1 :"-*.date:source:has:is:..\u0301é'), max_size=60))
def test_anything_may_be_typed(text: str) -> None:
    found = query(text, is_being_typed=True)

    assert not (found.terms and found.fault)
    for pattern in patterns(found):
        pattern.search(text)


def test_words_are_found_in_a_text_as_whole_words_one_after_the_other() -> None:
    (pattern,) = patterns(query('"air base"'))

    assert pattern.search("at the Air-Base of")
    assert not pattern.search("at the air bases of")


@given(st.text())
def test_a_plain_text_has_its_letters_where_they_were(text: str) -> None:
    assert len(plain(text)) == len(text)
    assert plain("İstanbul, café, Ångström") == "Istanbul, cafe, Angstrom"
    assert plain("한국 你好") == "한국 你好"


@pytest.mark.parametrize(
    ("text", "become"),
    [
        ("ent", ["entity:"]),
        ("iran -so", ["iran -source:", "iran -sort:"]),
        ("source:re", ["source:Reuters"]),
        ("source:post", ['source:"Harbour Post"']),
        ("has:b", ["has:bookmark"]),
        ("entity:ida", ['entity:"Ida Brandt"']),
        ("", []),
        ("nothing", []),
        ("http://re", []),
    ],
)
def test_what_was_begun_can_be_completed(text: str, become: list[str]) -> None:
    found = completions(text, len(text), sources=("Harbour Post", "Reuters"), entities=("Ida Brandt",))

    assert list(found) == become
