from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.extract.said import analysed, examples, words


@pytest.mark.parametrize(("why", "text", "expected"), examples("claims"), ids=lambda part: part[:60])
def test_a_claim_is_found_with_source_cue_and_status(why: str, text: str, expected: list[list[str]]) -> None:
    told = [
        [words(text, claim.source), claim.cue.of(text) if claim.cue else "", claim.span.of(text), claim.status.value]
        for claim in analysed(text).claims
    ]

    assert told == expected, why


@given(st.lists(st.sampled_from(["The mayor", "said", "told", "“", "”", ",", ".", "denied", "it", "\n\n", "that"])))
def test_claims_lie_in_the_text_and_never_overlap(parts: list[str]) -> None:
    text = " ".join(parts)

    found = analysed(text).claims

    assert all(claim.span.end <= len(text) for claim in found)
    assert all(one.span.end <= other.span.start for one, other in pairwise(found))


@pytest.mark.parametrize("part", ["said ", ", he said ", "according to ", "“", "'a ", "BERG: ", "of the ", "and Berg "])
def test_a_text_without_an_end_of_sentence_is_looked_through(part: str) -> None:
    text = part * (6000 // len(part))

    found = analysed(text).claims

    assert all(one.span.end <= other.span.start for one, other in pairwise(found))


def test_the_same_text_has_the_same_claims() -> None:
    text = "The coast guard said that two boats sank. Norway denied it."

    assert analysed(text).claims == analysed(text).claims


def test_an_hour_does_not_end_what_is_said() -> None:
    text = "Ida Lund was walking along 17th Street at around 7 p. m. on Friday when a car struck her, the police said."
    claims = analysed(text).claims

    assert [claim.span.of(text) for claim in claims] == [text.partition(", the police")[0]]
