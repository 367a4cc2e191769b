"""Tokens and their offsets."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.extract.entities.tokens import MAXIMUM_SENTENCE, pieces, tokenised


def words_of(text: str) -> list[tuple[str, ...]]:
    return [sentence.words for sentence in tokenised(text)]


@pytest.mark.parametrize(
    ("word", "parts"),
    [
        ("Iran-backed", ("Iran", "-", "backed")),
        ("pro-Iran", ("pro", "-", "Iran")),
        ("Israel-Gaza", ("Israel", "-", "Gaza")),
        ("Al-Asad", ("Al-Asad",)),
        ("Jong-un", ("Jong-un",)),
        ("Guinea-Bissau", ("Guinea-Bissau",)),
        ("US-Iran-led", ("US", "-", "Iran", "-", "led")),
    ],
)
def test_a_hyphen_parts_what_a_name_ends_before(word: str, parts: tuple[str, ...]) -> None:
    assert pieces(word) == parts


def test_a_closing_s_is_a_word_of_its_own() -> None:
    assert words_of("Iraq's forces met O'Brien.") == [("Iraq", "'s", "forces", "met", "O'Brien", ".")]


def test_an_abbreviation_does_not_end_a_sentence() -> None:
    assert words_of("Gen. Ali left the U.S. on Monday. He is back.") == [
        ("Gen.", "Ali", "left", "the", "U.S.", "on", "Monday", "."),
        ("He", "is", "back", "."),
    ]


def test_a_currency_sign_stays_with_its_letters() -> None:
    assert words_of("It cost US$10 in Guyana") == [("It", "cost", "US$", "10", "in", "Guyana")]


def test_a_paragraph_ends_a_sentence() -> None:
    assert words_of("Missiles hit base\n\nThe base burned") == [("Missiles", "hit", "base"), ("The", "base", "burned")]


def test_an_endless_sentence_is_cut() -> None:
    assert max(len(words) for words in words_of("Word " * (3 * MAXIMUM_SENTENCE))) == MAXIMUM_SENTENCE


@given(st.text(max_size=200))
def test_tokens_are_what_stands_at_their_offsets_and_leave_out_only_white_space(text: str) -> None:
    sentences = tokenised(text)

    spans = [
        (start, end, word)
        for sentence in sentences
        for start, end, word in zip(sentence.starts, sentence.ends, sentence.words, strict=True)
    ]
    assert all(text[start:end] == word for start, end, word in spans)
    assert all(before[1] <= after[0] for before, after in pairwise(spans))
    assert "".join(word for _, _, word in spans) == "".join(text.split())


@given(st.text(st.sampled_from("abzAZÉé İ-'.,1 \n"), max_size=120))
def test_a_word_that_is_not_marked_is_in_small_letters_of_english(text: str) -> None:
    for sentence in tokenised(text):
        plain = [word for index, word in enumerate(sentence.words) if index not in sentence.marked]
        assert all(word.isascii() and word.isalpha() and word.islower() for word in plain)
        assert list(sentence.marked) == sorted(set(sentence.marked))


def test_small_letters_side_by_side_are_cut_like_all_others() -> None:
    assert words_of("they said that, and it was so. It " + "a" * 31 + " b") == [
        ("they", "said", "that", ",", "and", "it", "was", "so", "."),
        ("It", "a" * 31, "b"),
    ]
    assert tokenised("the war in Iraq")[0].marked == (3,)
