import pytest

from briefing.facts.beginning import disagree, is_half, whole
from briefing.model import Span


def taken(text: str, words: str) -> str | None:
    start = text.index(words)
    span = whole(text, Span(start, start + len(words)))
    return None if span is None else span.of(text)


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        ("Under the plan, unsecured creditors would lose.", "creditors would lose", "unsecured creditors would lose"),
        ("It rained, and the river rose.", "the river rose", "the river rose"),
        ("The order by U.S. Judge Ann Berg came late.", "Judge Ann Berg came late", None),
        ("There is no timeframe for when trains will run again.", "trains will run again", None),
        ("She knows him in a way few others know the mayor.", "others know the mayor", None),
    ],
)
def test_a_clause_begins_where_its_subject_does(text: str, words: str, expected: str | None) -> None:
    assert taken(text, words) == expected


def test_two_of_whom_one_was_cut_off_are_no_line() -> None:
    assert is_half("The strait is a flashpoint between Lenna")
    assert not is_half("The strait lies between Lenna and Orlby")


def test_one_thing_does_not_take_a_verb_of_several() -> None:
    assert disagree("Berg's campaign ", "were planted")
    assert not disagree("Berg's allies ", "were planted")
