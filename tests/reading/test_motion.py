from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.model import Span
from briefing.reading import motion

TEXT = "One two. Three “four”.\n\nFive six.\n\nSeven"
TEXTS = st.text(st.sampled_from("ab .!\n“”é北"), max_size=80)


def test_the_word_under_the_cursor_is_without_the_marks_around_it() -> None:
    assert motion.word_at(TEXT, TEXT.index("“")).of(TEXT) == "four"


def test_words_follow_each_other_across_paragraphs() -> None:
    found = []
    at: int | None = 0
    while at is not None:
        found.append(motion.word_at(TEXT, at).of(TEXT))
        at = motion.word_after(TEXT, at)

    assert found == ["One", "two", "Three", "four", "Five", "six", "Seven"]


def test_words_go_back_the_same_way() -> None:
    found = []
    at: int | None = TEXT.index("Seven")
    while at is not None:
        found.append(motion.word_at(TEXT, at).of(TEXT))
        at = motion.word_before(TEXT, at)

    assert found == ["Seven", "six", "Five", "four", "Three", "two", "One"]


def test_the_next_sentence_may_be_in_the_next_paragraph() -> None:
    assert motion.sentence_after(TEXT, 0) == TEXT.index("Three")
    assert motion.sentence_after(TEXT, TEXT.index("Three")) == TEXT.index("Five")


def test_going_back_a_sentence_goes_to_its_beginning_first() -> None:
    assert motion.sentence_before(TEXT, TEXT.index("six")) == TEXT.index("Five")
    assert motion.sentence_before(TEXT, TEXT.index("Five")) == TEXT.index("Three")


def test_paragraphs_are_passed_one_by_one() -> None:
    assert motion.paragraph_after(TEXT, 0) == TEXT.index("Five")
    assert motion.paragraph_before(TEXT, TEXT.index("Seven")) == TEXT.index("Five")
    assert motion.paragraph_after(TEXT, TEXT.index("Seven")) is None
    assert motion.paragraph_before(TEXT, 0) is None


def test_mentions_are_found_on_both_sides() -> None:
    mentions = (Span(2, 4), Span(6, 8))

    assert motion.mention_after(mentions, 2) == Span(6, 8)
    assert motion.mention_before(mentions, 6) == Span(2, 4)
    assert motion.mention_after(mentions, 6) is None
    assert motion.mention_before(mentions, 2) is None


@pytest.mark.parametrize(
    ("forth", "back"),
    [
        (motion.word_after, motion.word_before),
        (motion.sentence_after, motion.sentence_before),
        (motion.paragraph_after, motion.paragraph_before),
    ],
)
@given(text=TEXTS, offset=st.integers(0, 80))
def test_every_motion_moves_or_ends(
    forth: Callable[[str, int], int | None], back: Callable[[str, int], int | None], text: str, offset: int
) -> None:
    at = motion.word_start(text, min(offset, len(text)))

    after, before = forth(text, at), back(text, at)

    assert after is None or at < after < len(text)
    assert before is None or 0 <= before < at
