from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from briefing.model import Span
from briefing.stories.matching import MATCHED, Statement, least_alike, likeness, matched

WEIGHTS = {"ferry": 4.0, "tolna": 6.0, "larkspur": 8.0, "tow": 5.0, "noon": 3.0, "crew": 4.5}
ANY = st.lists(st.lists(st.sets(st.sampled_from(sorted(WEIGHTS)), min_size=1), max_size=3), max_size=5)


def statement(side: int, *words: str) -> Statement:
    return Statement(side, Span(0, 1), {word: WEIGHTS.get(word, 5.0) for word in words})


def test_the_same_words_are_together_however_often_they_stand_elsewhere() -> None:
    each = [
        [
            statement(side, "larkspur", "tow"),
            *(statement(side, "larkspur", "tow", f"{side}x{n}", f"{side}y{n}") for n in range(4)),
        ]
        for side in range(40)
    ]

    first, *_ = matched(each)

    assert {one.side for one in first if len(one.weights) == 2} == set(range(40))


def test_what_an_article_says_twice_is_matched_twice() -> None:
    each = [[statement(side, "larkspur", "tow"), statement(side, "larkspur", "tow")] for side in range(3)]

    assert [[one.side for one in together] for together in matched(each)] == [[0, 1, 2], [0, 1, 2]]


@given(ANY)
def test_all_that_is_matched_is_alike_and_each_article_speaks_once(found: list[list[set[str]]]) -> None:
    each = [[statement(side, *sorted(words)) for words in said] for side, said in enumerate(found)]

    sets = matched(each)

    assert sorted(id(one) for together in sets for one in together) == sorted(id(one) for said in each for one in said)
    for together in sets:
        assert len({one.side for one in together}) == len(together)
        assert all(likeness(one, other) >= MATCHED for one in together for other in together if one is not other)
        assert len(together) < 2 or least_alike(together) >= MATCHED
