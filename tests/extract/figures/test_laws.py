from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing.extract import figures
from briefing.model import Analysis, Article, Comparison, Figure, Role
from tests.steps import MILLION, at_most

PIECES = (
    "12", "1,234.5", "0", "2.5m", "3bn", "1/2", "½", "one", "twenty-five", "half a million", "dozens", "hundred", "a",
    "of", "the", "people", "killed", "rose", "by", "to", "from", "between", "and", "more than", "up to", "$", "€", "%",
    "percent", "km", "-", "–", ",", ".", "(", ")", "including", "another", "in", "10", "\n\n", "US", "Boeing", "737",
    "per", "day", "years", "old", "Smith", "troops", "’s", "·", "№", "٣", "é", "\u200b", "𝟙", "third", "times", "7",
)  # fmt: skip

HOSTILE = [
    "1 ", "1-2-3-", "one hundred and ", "half a ", "twenty-", "$1 ", "5 to ", "from 5 to ", "12 dogs ",
    "5% of ", "a ", "hundreds of thousands of ", "more than ", "killed 5 and ", "5 including ", "(5) ", "1/2",
    "½", "rose by ", "+", "9", "1,", "1.", "A B ", "Boeing 5 ", "U.", "a'", "per ", "5 percent per ", "12:30 ",
    "5\n\n", "one ", "million ",
]  # fmt: skip


def found_in(text: str) -> tuple[Figure, ...]:
    return figures.recognise(Analysis(Article("a", "a.txt", "", text))).figures


def phrases() -> st.SearchStrategy[str]:
    pieces = st.lists(st.tuples(st.sampled_from(PIECES), st.sampled_from((" ", " ", "", "\n"))), max_size=40)
    return pieces.map(lambda chosen: "".join(piece + gap for piece, gap in chosen))


@settings(max_examples=300, deadline=None)
@given(st.one_of(phrases(), st.text(max_size=80)))
def test_every_figure_lies_in_its_text_and_none_overlaps_another(text: str) -> None:
    found = found_in(text)

    for figure in found:
        assert 0 <= figure.span.start < figure.span.end <= len(text)
        assert figure.counted is None or figure.counted.end <= len(text)
    for before, behind in pairwise(found):
        assert before.span.end <= behind.span.start


@settings(max_examples=300, deadline=None)
@given(phrases())
def test_the_fields_of_a_figure_agree_with_each_other(text: str) -> None:
    found = found_in(text)

    ids = {figure.id: figure for figure in found}
    assert len(ids) == len(found)
    for figure in found:
        assert (figure.value is None) == (figure.comparison is Comparison.VAGUE)
        assert figure.high is None or (figure.value is not None and figure.value <= figure.high)
        assert (figure.change is None) == (figure.change_by is None)
        assert figure.part_of is None or figure.part_of in ids.keys() - {figure.id}
        assert figure.role is not Role.MONEY or figure.unit is not None


@settings(max_examples=200, deadline=None)
@given(phrases())
def test_a_paragraph_before_only_shifts_what_is_found(text: str) -> None:
    before = "Nothing stands here.\n\n"

    shifted = found_in(before + text)

    assert [(f.span.start - len(before), f.value) for f in shifted] == [(f.span.start, f.value) for f in found_in(text)]


@pytest.mark.parametrize(
    "unit",
    HOSTILE,
)
def test_a_hostile_text_is_read_in_time_that_grows_with_its_length(unit: str) -> None:
    text = (unit * (100_000 // len(unit) + 1))[:100_000]

    with at_most(150 * MILLION):
        found_in(text)
